//! Bodies of requests.

use super::media::{self, Choice, Kind, Media};
use super::{Context, object, remarks, schema};
use crate::ir::{Body, BodyKind, Ident, Location, Names, Parameter, Plain, Rare, Style, TypeRef};
use crate::source::{NodeId, Value};

/// What an operation takes besides its parameters.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) body: Option<Body>,
    /// The parts of a body in parts.
    pub(super) parts: Vec<Parameter>,
    /// Where it is not `application/json`.
    pub(super) content_type: Option<String>,
}

/// The body of an operation in one of its ways.
pub(super) fn lower(
    cx: &mut Context<'_>,
    operation: NodeId,
    choice: Option<&Choice>,
    builder: &Ident,
    arguments: &mut Names,
) -> Taken {
    let sources = cx.sources;
    let node = sources.get(operation, "requestBody").and_then(|node| cx.documents.resolve(node));
    if let Some(node) = node {
        media::check(cx, node);
    }
    let (Some(node), Some(choice)) = (node, choice) else { return Taken::default() };
    let Some(media) = choice.first() else { return Taken::default() };
    if media.kind == Kind::Multipart
        && let Some(parts) = parts(cx, media, builder, arguments)
    {
        return Taken { parts, ..Taken::default() };
    }
    let hint = format!("{builder}Body");
    let (kind, lowered) = match (media.kind, media.schema) {
        (Kind::Json, schema) => (BodyKind::Json, typed(cx, media, schema, &hint)),
        (Kind::Form, schema) => (BodyKind::Form(styles(cx, media)), typed(cx, media, schema, &hint)),
        _ => (raw(choice, arguments), schema::Lowered { ty: TypeRef::String, ..schema::Lowered::json() }),
    };
    if matches!(kind, BodyKind::Form(_)) && !is_form(&lowered.ty) {
        let help = "describe an object, whose properties are the fields";
        cx.unsupported(media.node, "a form that is no object cannot be sent", help);
        return Taken::default();
    }
    let content_type = (media.key != "application/json" && !media.is_range()).then(|| media.key.clone());
    let body = Body {
        name: arguments.free(Ident::snake("body")),
        ty: lowered.ty,
        required: sources.get_bool(node, "required"),
        limits: lowered.limits,
        docs: cx.description(node),
        example: sources.get(media.node, "example"),
        kind,
    };
    Taken { body: Some(body), parts: Vec::new(), content_type }
}

/// The type of what has a schema.
fn typed(cx: &mut Context<'_>, media: &Media, schema: Option<NodeId>, hint: &str) -> schema::Lowered {
    let Some(schema) = schema else { return schema::Lowered::json() };
    let example = cx.sources.get(media.node, "example");
    cx.examples.extend(example.map(|example| (schema, example)));
    schema::lower(cx, schema, hint)
}

/// Whether a type can have fields.
fn is_form(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Named(_) | TypeRef::Map(_) | TypeRef::Json | TypeRef::Boxed(_))
}

/// What is sent as it is given.
fn raw(choice: &Choice, arguments: &mut Names) -> BodyKind {
    let is_one = choice.media.len() == 1 && !choice.media.iter().any(Media::is_range);
    // Multipart that is no object of parts has a boundary, which only its author knows.
    if !is_one || choice.media.iter().any(|media| media.kind == Kind::Multipart) {
        return BodyKind::BytesOf(arguments.free(Ident::snake("content_type")));
    }
    match media::plain(&choice.media) {
        Plain::Text => BodyKind::Text,
        Plain::Bytes => BodyKind::Bytes,
    }
}

/// The properties of a form that have a style of their own.
fn styles(cx: &Context<'_>, media: &Media) -> Vec<(String, Style)> {
    let sources = cx.sources;
    let encodings = sources.get(media.node, "encoding").map_or(&[][..], |node| sources.entries(node));
    let style = |node: NodeId| {
        let stated = sources.get_text(node, "style");
        let explode = sources.get(node, "explode").map(|at| sources.value(at) == Value::Bool(true));
        if stated.is_none() && explode.is_none() {
            let is_json = sources.get_text(node, "contentType").is_some_and(|text| text.contains("json"));
            return is_json.then_some(Style::Json);
        }
        let stated = stated.unwrap_or("form");
        Style::of(stated, explode.unwrap_or(matches!(stated, "form" | "deepObject")))
    };
    encodings.iter().filter_map(|entry| Some((entry.key.to_string(), style(entry.value)?))).collect()
}

/// The parts of a body that is an object with properties.
fn parts(cx: &mut Context<'_>, media: &Media, builder: &Ident, arguments: &mut Names) -> Option<Vec<Parameter>> {
    let schema = schema::parts(cx, media.schema?)?;
    let (properties, required) = object::properties(cx, &schema);
    if properties.is_empty() {
        return None;
    }
    let encodings = cx.sources.get(media.node, "encoding");
    let mut parts = Vec::new();
    for (wire_name, node) in properties {
        let definition = cx.documents.resolve(node)?;
        if cx.is_remarked(definition, "readOnly") {
            continue;
        }
        let encoding = encodings.and_then(|encodings| cx.sources.get(encodings, &wire_name));
        let media_type = encoding.and_then(|encoding| cx.sources.get_text(encoding, "contentType"));
        let location = match file(cx, definition) {
            Some(location) => location,
            // A choice of several is not made here.
            None => Location::Part(media_type.filter(|text| !text.contains([',', '*'])).unwrap_or_default().to_owned()),
        };
        let lowered = match location {
            Location::Part(_) => schema::lower(cx, node, &format!("{builder}{}", Ident::camel(&wire_name).plain())),
            _ => schema::Lowered::json(),
        };
        let media_types = media_type.filter(|_| matches!(location, Location::File | Location::Files));
        let docs =
            [cx.description(definition), media_types.map_or_else(String::new, |text| format!("Of type `{text}`."))];
        let explicit = cx.explicit_name(node).filter(|_| cx.sources.reference(node).is_none());
        parts.push(Parameter {
            name: arguments.free(explicit.unwrap_or_else(|| Ident::snake(&wire_name))),
            required: required.contains(&wire_name),
            wire_name,
            ty: lowered.ty,
            narrows: false,
            split: None,
            docs: docs.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n"),
            limits: if location == Location::Files { Rare::default() } else { lowered.limits },
            remarks: remarks::of(cx, definition).into(),
            deprecated: cx.is_remarked(definition, "deprecated"),
            example: cx.sources.get(definition, "example").filter(|_| matches!(location, Location::Part(_))),
            location,
        });
    }
    Some(parts)
}

/// Whether a property is a file, or a list of them.
fn file(cx: &mut Context<'_>, property: NodeId) -> Option<Location> {
    let is_file = |cx: &mut Context<'_>, node: NodeId| {
        schema::parts(cx, node).is_some_and(|parts| {
            parts.any.typ.as_deref() == Some("string") && parts.any.format.as_deref() == Some("binary")
        })
    };
    if is_file(cx, property) {
        return Some(Location::File);
    }
    let parts = schema::parts(cx, property)?;
    let items = parts.any.items.as_ref().and_then(crate::openapi::node_of)?;
    (parts.any.typ.as_deref() == Some("array") && is_file(cx, items)).then_some(Location::Files)
}
