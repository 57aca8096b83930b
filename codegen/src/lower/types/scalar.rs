//! Strings, numbers and booleans, by type and format.

use std::rc::Rc;

use super::super::input::Input;
use super::bounds;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::TypeRef;
use crate::schema::{self, Schema};
use crate::suggest::nearest;

/// Types by `type` and `format`: the formats of OpenAPI's format registry that specify how a value is written, and some
/// of BigCommerce's. An empty format means none.
const FORMATS: &[(&str, &str, TypeRef)] = &[
    ("string", "", TypeRef::String),
    ("string", "date", TypeRef::Date),
    ("string", "date-time", TypeRef::DateTime),
    ("string", "date-time-local", TypeRef::DateTime),
    ("string", "rfc2822", TypeRef::DateTime),
    ("string", "moment", TypeRef::DateTime),
    ("string", "decimal", TypeRef::Number),
    ("string", "int64", TypeRef::Number),
    ("string", "uint64", TypeRef::Number),
    ("string", "password", TypeRef::Secret),
    ("string", "email", TypeRef::String),
    ("string", "idn-email", TypeRef::String),
    ("string", "hostname", TypeRef::String),
    ("string", "ip", TypeRef::String),
    ("string", "ipv4", TypeRef::String),
    ("string", "ipv6", TypeRef::String),
    ("string", "uri", TypeRef::String),
    ("string", "url", TypeRef::String),
    ("string", "uuid", TypeRef::String),
    ("string", "byte", TypeRef::String),
    ("string", "base64url", TypeRef::String),
    ("string", "uri-reference", TypeRef::String),
    ("string", "uri-template", TypeRef::String),
    ("string", "iri", TypeRef::String),
    ("string", "iri-reference", TypeRef::String),
    ("string", "idn-hostname", TypeRef::String),
    ("string", "json-pointer", TypeRef::String),
    ("string", "relative-json-pointer", TypeRef::String),
    ("string", "regex", TypeRef::String),
    ("string", "time", TypeRef::String),
    ("string", "time-local", TypeRef::String),
    ("string", "duration", TypeRef::String),
    ("string", "http-date", TypeRef::String),
    ("string", "char", TypeRef::String),
    ("string", "html", TypeRef::String),
    ("string", "commonmark", TypeRef::String),
    ("string", "media-range", TypeRef::String),
    // A file, if it is a part of a body.
    ("string", "binary", TypeRef::String),
    ("integer", "", TypeRef::Integer),
    ("integer", "int8", TypeRef::Integer),
    ("integer", "uint8", TypeRef::Integer),
    ("integer", "int16", TypeRef::Integer),
    ("integer", "uint16", TypeRef::Integer),
    ("integer", "int32", TypeRef::Integer),
    ("integer", "uint32", TypeRef::Integer),
    ("integer", "int64", TypeRef::Integer),
    ("integer", "uint64", TypeRef::Unsigned),
    // Go's names; `int` has at most 64 bits.
    ("integer", "int", TypeRef::Integer),
    ("integer", "uint", TypeRef::Unsigned),
    ("integer", "int128", TypeRef::JsonNumber),
    ("integer", "uint128", TypeRef::JsonNumber),
    ("number", "", TypeRef::JsonNumber),
    ("number", "float", TypeRef::Float),
    ("number", "double", TypeRef::Float),
    ("number", "decimal", TypeRef::Number),
    ("boolean", "", TypeRef::Boolean),
];

pub(super) fn lower(input: Input<'_>, parts: &Schema) -> TypeRef {
    let ty = parts.any.typ.as_deref().unwrap_or_default();
    let format = parts.any.format.as_deref().unwrap_or_default();
    let wide = if ty == "integer" { bounds::wide(input, parts) } else { None };
    if let Some(known) = of(ty, format) {
        return wide.unwrap_or(known);
    }
    let location = input.sources.location(schema::statement(input.documents, parts.id, "format").unwrap_or(parts.id));
    let known = FORMATS.iter().filter(|(beside, format, _)| *beside == ty && !format.is_empty());
    let help = match nearest(format, known.map(|(_, format, _)| *format)) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("it is treated as a plain {ty}"),
    };
    let article = if ty == "integer" { "an" } else { "a" };
    let message = format!("unknown format `{format}` for {article} {ty}");
    input.report.add(Diagnostic::new(Code::UnknownFormat, location, message).help(help));
    wide.or_else(|| of(ty, "")).unwrap_or(TypeRef::Json)
}

fn of(ty: &str, format: &str) -> Option<TypeRef> {
    FORMATS.iter().find(|known| (known.0, known.1) == (ty, format)).map(|known| known.2.clone())
}

/// Returns the type of a union of two spellings of the same scalar, which is encoded as it was decoded: it needs no
/// type of its own.
pub(super) fn lenient(branches: &[Rc<Schema>]) -> Option<TypeRef> {
    let [first, second] = branches else { return None };
    let (text, other) = match (first.any.typ.as_deref()?, second.any.typ.as_deref()?) {
        ("string", _) => (first, second),
        (_, "string") => (second, first),
        _ => return None,
    };
    let format = |parts: &Schema| parts.any.format.clone().unwrap_or_default();
    match (other.any.typ.as_deref()?, of("string", &format(text))?) {
        ("number" | "integer", TypeRef::Number) => Some(TypeRef::Number),
        ("number" | "integer", TypeRef::String) if text.any.enumeration.is_empty() => Some(TypeRef::Text),
        ("boolean", TypeRef::String) if is_boolean_text(text) => Some(TypeRef::Flag),
        _ => None,
    }
}

fn is_boolean_text(parts: &Schema) -> bool {
    let values = &parts.any.enumeration;
    !values.is_empty() && values.iter().all(|value| matches!(value.as_str(), Some("true" | "false")))
}
