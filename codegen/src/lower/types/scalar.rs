//! Strings, numbers and booleans, by type and format.

use std::rc::Rc;

use super::super::input::Input;
use super::bounds;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{MappedType, TypeRef};
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
    // As in the JSON of protobuf: numbers that programs would round.
    ("string", "decimal", TypeRef::NumericString),
    ("string", "int32", TypeRef::NumericString),
    ("string", "int64", TypeRef::NumericString),
    ("string", "uint32", TypeRef::NumericString),
    ("string", "uint64", TypeRef::NumericString),
    ("string", "float", TypeRef::NumericString),
    ("string", "double", TypeRef::NumericString),
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
    ("string", "byte", TypeRef::Base64),
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
    // Seconds since 1970.
    ("integer", "unix-time", TypeRef::Integer),
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

/// How published documents call formats that have another name. Case and separators do not matter there.
const SPELLINGS: &[(&str, &str, &str)] = &[
    ("string", "uuid1", "uuid"),
    ("string", "uuid4", "uuid"),
    ("string", "uuidv4", "uuid"),
    ("string", "uuid7", "uuid"),
    ("string", "guid", "uuid"),
    ("string", "base64", "byte"),
    ("string", "bytes", "byte"),
    ("string", "link", "uri"),
    ("integer", "unixtimestamp", "unix-time"),
    ("integer", "timestamp", "unix-time"),
    ("integer", "i32", "int32"),
    ("integer", "integer32", "int32"),
    ("integer", "u32", "uint32"),
    ("integer", "unsignedint", "uint32"),
    ("integer", "unsignedint32", "uint32"),
    ("integer", "i64", "int64"),
    ("integer", "integer64", "int64"),
    ("integer", "long", "int64"),
    ("integer", "u64", "uint64"),
    ("integer", "ulong", "uint64"),
    ("integer", "unsignedlong", "uint64"),
    ("integer", "unsignedint64", "uint64"),
    ("integer", "unsigned64", "uint64"),
];

pub(super) fn lower(input: Input<'_>, parts: &Schema) -> TypeRef {
    let ty = parts.any.typ.as_deref().unwrap_or_default();
    let format = parts.any.format.as_deref().unwrap_or_default();
    let mapped_type = mapped(input, ty, format);
    let is_known = !input.policy.corrects || of(ty, format).is_some();
    let format = if is_known { format } else { meant(ty, format).unwrap_or(format) };
    if let Some(mapped) = mapped_type.or_else(|| mapped(input, ty, format)) {
        return mapped;
    }
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

/// Returns the format that another spelling means.
fn meant(ty: &str, format: &str) -> Option<&'static str> {
    let plain = |text: &str| -> String {
        text.chars().filter(|char| char.is_alphanumeric()).map(|char| char.to_ascii_lowercase()).collect()
    };
    let wanted = plain(format);
    let is_it = |beside: &str, name: &str| beside == ty && !wanted.is_empty() && plain(name) == wanted;
    let known = FORMATS.iter().find(|(beside, name, _)| is_it(beside, name)).map(|(_, name, _)| *name);
    known.or_else(|| SPELLINGS.iter().find(|(beside, name, _)| is_it(beside, name)).map(|(_, _, known)| *known))
}

/// Returns the type that the options map a format to.
fn mapped(input: Input<'_>, ty: &str, format: &str) -> Option<TypeRef> {
    let is_number = match ty {
        "string" => false,
        "integer" | "number" => true,
        _ => return None,
    };
    Some(TypeRef::Mapped(MappedType { path: input.documents.formats.get(format)?, is_number }))
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
        ("number" | "integer", TypeRef::NumericString) => Some(TypeRef::Number),
        ("number" | "integer", TypeRef::String) if text.any.enumeration.is_empty() => Some(TypeRef::Text),
        ("boolean", TypeRef::String) if is_boolean_text(text) => Some(TypeRef::Flag),
        _ => None,
    }
}

fn is_boolean_text(parts: &Schema) -> bool {
    let values = &parts.any.enumeration;
    !values.is_empty() && values.iter().all(|value| matches!(value.as_str(), Some("true" | "false")))
}
