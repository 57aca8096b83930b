//! The parts of multipart bodies: each property of the schema is one, or several.

use crate::bundle::Media;
use crate::ir::{Ident, ParamLocation, Parameter, Sparse};
use crate::lower::arguments::Arguments;
use crate::lower::types::{self, Types};
use crate::lower::{asked, input::Input};
use crate::openapi::media_type::{Kind, essence};
use crate::schema;
use crate::source::NodeId;

/// What the ledger calls the location of a part, and that of a header of a part.
const PART: &str = "part";
const HEADER: &str = "part-header";

/// What the document says of a property besides its schema.
#[derive(Clone, Copy, Default)]
struct Encoding<'a> {
    node: Option<NodeId>,
    content_type: Option<&'a str>,
}

impl<'a> Encoding<'a> {
    fn of(input: Input<'a>, media: &Media, property: &str) -> Self {
        let all = input.sources.get(media.node, "encoding");
        let node = all.and_then(|all| input.sources.get(all, property));
        Self { node, content_type: node.and_then(|node| input.sources.get_text(node, "contentType")) }
    }

    /// Returns the media type, unless there are several; the caller chooses one then.
    fn only_type(self) -> String {
        self.content_type.filter(|text| !text.contains([',', '*'])).unwrap_or_default().trim().to_owned()
    }

    /// Whether all media types are those of bytes.
    fn is_binary(self) -> bool {
        let is_bytes = |text: &str| {
            let essence = essence(text);
            let of_bytes = ["image/", "audio/", "video/", "font/"].iter().any(|start| essence.starts_with(start));
            let known = ["application/octet-stream", "application/pdf", "application/zip", "application/gzip"];
            essence != "image/svg+xml" && (of_bytes || known.contains(&essence.as_str()))
        };
        self.content_type.is_some_and(|text| text.split(',').all(is_bytes))
    }

    /// Whether the media types leave open what the part is, or are those of bytes.
    fn may_be_bytes(self) -> bool {
        self.content_type.is_none_or(|text| text.split(',').all(|one| Kind::of(one) == Kind::Bytes))
    }
}

/// Lowers the parts of a body whose schema is an object with properties.
pub(super) fn lower(
    types: &mut Types<'_>,
    media: &Media,
    builder: &Ident,
    arguments: &mut Arguments<'_>,
) -> Option<Vec<Parameter>> {
    let input = types.input;
    let schema = schema::read(&mut types.schemas, media.schema?)?;
    let object = schema::object(&mut types.schemas, &schema);
    if object.properties.is_empty() {
        return None;
    }
    let mut parts = Vec::new();
    for (wire_name, node) in object.properties.clone() {
        let definition = input.documents.resolve(node)?;
        if schema::is_annotated(input.sources, definition, "readOnly") {
            continue;
        }
        let encoding = Encoding::of(input, media, &wire_name);
        let required = object.requires(&wire_name);
        let headers = headers(types, encoding, &wire_name, required, builder, arguments);
        parts.push(part(types, node, definition, (wire_name, required), encoding, builder, arguments));
        parts.extend(headers);
    }
    Some(parts)
}

fn part(
    types: &mut Types<'_>,
    node: NodeId,
    definition: NodeId,
    (wire_name, required): (String, bool),
    encoding: Encoding<'_>,
    builder: &Ident,
    arguments: &mut Arguments<'_>,
) -> Parameter {
    let input = types.input;
    let location = file(types, definition, encoding).unwrap_or_else(|| ParamLocation::Part(encoding.only_type()));
    let is_file = !matches!(location, ParamLocation::Part(_));
    let lowered = match is_file {
        false => types::lower(types, node, &format!("{builder}{}", Ident::camel(&wire_name).plain())),
        true => types::Use::json(),
    };
    let media_types = encoding.content_type.filter(|_| is_file);
    let docs =
        [input.description(definition), media_types.map_or_else(String::new, |text| format!("Media type: `{text}`."))];
    let explicit = asked::name(input, node).filter(|_| input.sources.reference(node).is_none());
    let settled = match explicit {
        Some(name) => {
            let asked = (name, input.sources.key_location(node, asked::KEY));
            arguments.asked(input, (PART, &wire_name), asked, node)
        }
        None => arguments.name(input, PART, &wire_name),
    };
    Parameter {
        aliases: arguments.aliases(input, &settled, required),
        name: settled.name,
        required,
        wire_name,
        ty: lowered.ty,
        narrows: false,
        split: None,
        docs: docs.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n"),
        limits: if matches!(location, ParamLocation::Files(_)) { Sparse::default() } else { lowered.limits },
        annotations: types::annotations(input, definition).into(),
        deprecated: schema::is_annotated(input.sources, definition, "deprecated"),
        example: input.sources.get(definition, "example").filter(|_| !is_file),
        origin: Some(node),
        location,
    }
}

/// The headers of a part. `Content-Type` is that of the part itself.
fn headers(
    types: &mut Types<'_>,
    encoding: Encoding<'_>,
    part: &str,
    is_required: bool,
    builder: &Ident,
    arguments: &mut Arguments<'_>,
) -> Vec<Parameter> {
    let input = types.input;
    let sources = input.sources;
    let declared = encoding.node.and_then(|node| sources.get(node, "headers"));
    let mut headers = Vec::new();
    for entry in declared.map_or(&[][..], |node| sources.entries(node)) {
        let Some(node) = input.documents.resolve(entry.value) else { continue };
        if entry.key.eq_ignore_ascii_case("content-type") {
            continue;
        }
        let both = format!("{part} {}", entry.key);
        let hint = format!("{builder}{}", Ident::camel(&both).plain());
        let lowered = match sources.get(node, "schema") {
            Some(schema) => types::lower(types, schema, &hint),
            None => types::Use::json(),
        };
        let required = is_required && sources.get_bool(node, "required");
        let settled = arguments.name(input, HEADER, &both);
        headers.push(Parameter {
            aliases: arguments.aliases(input, &settled, required),
            name: settled.name,
            required,
            wire_name: entry.key.to_string(),
            location: ParamLocation::PartHeader(part.to_owned()),
            ty: lowered.ty,
            narrows: false,
            split: None,
            docs: input.description(node),
            limits: lowered.limits,
            annotations: Sparse::default(),
            deprecated: sources.get_bool(node, "deprecated"),
            example: sources.get(node, "example"),
            origin: Some(node),
        });
    }
    headers
}

/// Returns the location of a property that is a file or an array of files.
fn file(types: &mut Types<'_>, property: NodeId, encoding: Encoding<'_>) -> Option<ParamLocation> {
    if is_file(types, property, encoding) {
        return Some(ParamLocation::File(encoding.only_type()));
    }
    let parts = schema::read(&mut types.schemas, property)?;
    let items = parts.any.items.as_ref().and_then(crate::openapi::node_of)?;
    (parts.any.typ.as_deref() == Some("array") && is_file(types, items, encoding))
        .then(|| ParamLocation::Files(encoding.only_type()))
}

/// Whether a schema is a file: binary, or without any constraint (OpenAPI 3.0.4 and 3.1.1, the defaults of
/// `contentType`), or a string of a media type that no text has. In a union, one branch is enough.
fn is_file(types: &mut Types<'_>, node: NodeId, encoding: Encoding<'_>) -> bool {
    let input = types.input;
    let Some(definition) = input.documents.resolve(node) else { return false };
    if is_unconstrained(input, definition) {
        return encoding.may_be_bytes();
    }
    let Some(parts) = schema::read(&mut types.schemas, node) else { return false };
    let (typ, format) = (parts.any.typ.as_deref(), parts.any.format.as_deref());
    if typ.is_none_or(|typ| typ == "string") && format == Some("binary") {
        return true;
    }
    if typ == Some("string") && format.is_none() && parts.any.enumeration.is_empty() {
        return encoding.is_binary();
    }
    let branches = parts.any.one_of.iter().chain(&parts.any.any_of).filter_map(crate::openapi::node_of);
    let branches: Vec<_> = branches.filter(|branch| *branch != node && *branch != definition).collect();
    branches.into_iter().any(|branch| is_binary(types, branch))
}

/// Whether a branch of a union is binary.
fn is_binary(types: &mut Types<'_>, branch: NodeId) -> bool {
    let Some(parts) = schema::read(&mut types.schemas, branch) else { return false };
    parts.any.typ.as_deref().is_none_or(|typ| typ == "string") && parts.any.format.as_deref() == Some("binary")
}

/// Whether a schema says nothing about its values.
fn is_unconstrained(input: Input<'_>, schema: NodeId) -> bool {
    const SAYS_NOTHING: &[&str] =
        &["title", "description", "nullable", "example", "deprecated", "writeOnly", "externalDocs"];
    let says_nothing = |key: &str| SAYS_NOTHING.contains(&key) || key.starts_with("x-");
    input.sources.entries(schema).iter().all(|entry| says_nothing(&entry.key))
}
