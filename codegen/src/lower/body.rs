//! Request bodies.

mod parts;

use super::arguments::{Arguments, BODY, CONTENT_TYPE};
use super::input::Input;
use super::media::{self, Choice};
use super::nested;
use super::types::{self, Types};
use crate::bundle::{DeclaredOperation, Media};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Body, BodyKind, Ident, Parameter, Plain, Shape, Style, TypeRef};
use crate::openapi::media_type::Kind;
use crate::source::{NodeId, Value};

/// The body of an operation, as arguments.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) body: Option<Body>,
    /// The parts of a multipart body.
    pub(super) parts: Vec<Parameter>,
    /// If it is not `application/json`.
    pub(super) content_type: Option<String>,
    /// Whether there is a body that cannot be sent, which is reported already.
    pub(super) is_unsupported: bool,
}

/// Lowers the body of an operation or of one of its variants.
pub(super) fn lower(
    types: &mut Types<'_>,
    found: &DeclaredOperation<'_>,
    choice: Option<&Choice>,
    builder: &Ident,
    arguments: &mut Arguments<'_>,
) -> Taken {
    let input = types.input;
    let sources = input.sources;
    let node = sources.get(found.node, "requestBody").and_then(|node| input.documents.resolve(node));
    if let Some(node) = node {
        media::check(input, node);
    }
    let (Some(node), Some(choice)) = (node, choice) else { return Taken::default() };
    let Some(media) = choice.first() else { return Taken::default() };
    if media.kind == Kind::Multipart
        && let Some(parts) = parts::lower(types, media, builder, arguments)
    {
        let content_type = (!media.is_range()).then(|| media.key.clone());
        return Taken { parts, content_type, ..Taken::default() };
    }
    let hint = format!("{builder}Body");
    let (kind, lowered) = match (media.kind, media.schema) {
        (Kind::Json, schema) => {
            let lowered = typed(types, media, schema, &hint);
            (
                BodyKind::Json,
                if media::is_json_patch(found, media) { json_patch(types, media, lowered) } else { lowered },
            )
        }
        (Kind::Form, schema) => {
            let lowered = typed(types, media, schema, &hint);
            (BodyKind::Form(styles(types, media, &lowered.ty)), lowered)
        }
        _ => (raw(input, choice, arguments), types::Use { ty: TypeRef::String, ..types::Use::json() }),
    };
    if matches!(kind, BodyKind::Form(_)) && !is_form(&lowered.ty) {
        let help = "describe an object whose properties are the form fields";
        let left_out = if choice.is_only { "the operation".to_owned() } else { format!("`{}`", media.key) };
        unsupported(input, media.node, "a form must be an object", help, &left_out);
        return Taken { is_unsupported: true, ..Taken::default() };
    }
    let content_type = (media.key != "application/json" && !media.is_range()).then(|| media.key.clone());
    let (settled, required) = (arguments.own(input, BODY), sources.get_bool(node, "required"));
    let body = Body {
        aliases: arguments.aliases(input, &settled, required).to_vec(),
        name: settled.name,
        ty: lowered.ty,
        required,
        limits: lowered.limits,
        docs: input.description(node),
        example: sources.get(media.node, "example"),
        kind,
    };
    Taken { body: Some(body), content_type, ..Taken::default() }
}

/// The body of a JSON Patch, an array of operations (RFC 6902), which many documents describe as any object.
fn json_patch(types: &Types<'_>, media: &Media, lowered: types::Use) -> types::Use {
    let is_object = match &lowered.ty {
        TypeRef::Map(_) => true,
        TypeRef::Named(id) => types.defs().get(id.0).is_some_and(|def| matches!(def.shape, Shape::Struct(_))),
        _ => false,
    };
    if !is_object {
        return lowered;
    }
    let at = media.schema.unwrap_or(media.node);
    let message = "a JSON Patch is an array of operations, but this schema is an object: the body is any JSON";
    let code = types.input.policy.mistake(Code::WrongKind);
    types.input.report.add(Diagnostic::new(code, types.input.sources.location(at), message));
    types::Use::json()
}

/// Reports a body that cannot be sent. In a published document, only the operation is left out, or one of its bodies.
fn unsupported(input: Input<'_>, id: NodeId, what: &str, help: &str, left_out: &str) {
    let location = input.sources.location(id);
    let code = input.policy.unsupported_operation;
    input.report.add(match code.is_error() {
        true => Diagnostic::new(code, location, what).help(help),
        false => Diagnostic::new(code, location, format!("{what}: {left_out} is left out")),
    });
}

/// The type of a media type with a schema.
fn typed(types: &mut Types<'_>, media: &Media, schema: Option<NodeId>, hint: &str) -> types::Use {
    let Some(schema) = schema else { return types::Use::json() };
    types::lower_shown(types, schema, types.input.sources.get(media.node, "example"), hint)
}

/// Whether a type can have fields.
fn is_form(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Named(_) | TypeRef::Map(_) | TypeRef::Json | TypeRef::Boxed(_))
}

/// The kind of a body that is sent unchanged.
fn raw(input: Input<'_>, choice: &Choice, arguments: &mut Arguments<'_>) -> BodyKind {
    let is_one = choice.media.len() == 1 && !choice.media.iter().any(Media::is_range);
    // A multipart body that is not an object of parts contains a boundary, which only the caller knows.
    if !is_one || choice.media.iter().any(|media| media.kind == Kind::Multipart) {
        return BodyKind::BytesOf(arguments.own(input, CONTENT_TYPE).name);
    }
    media::undecoded(input, &choice.media);
    match media::plain(&choice.media) {
        Plain::Text => BodyKind::Text,
        Plain::Bytes => BodyKind::Bytes,
    }
}

/// The properties of a form that have an explicit style.
fn styles(types: &Types<'_>, media: &Media, form: &TypeRef) -> Vec<(String, Style)> {
    let (input, sources) = (types.input, types.input.sources);
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
    let styled = encodings.iter().filter_map(|entry| {
        let lists = sources.get_text(entry.value, "x-deep-lists");
        let style = style(entry.value)?.with_lists(lists);
        let property = nested::property(types.defs(), form, &entry.key);
        if !style.nests() && property.is_some_and(|ty| nested::is_nested(types.defs(), ty)) {
            nested::report(input, entry.value, sources.get_text(entry.value, "style").unwrap_or("form"));
            return Some((entry.key.to_string(), Style::Json));
        }
        Some((entry.key.to_string(), style))
    });
    styled.collect()
}
