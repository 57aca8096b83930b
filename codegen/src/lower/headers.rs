//! Response headers.

use super::operation::Common;
use super::status::{status, success_class};
use super::types::{self, Types};
use crate::ir::{Ident, Names, ResponseHeader, Status, TypeRef};
use crate::ledger::{Key, Place, Role};
use crate::source::NodeId;

/// Lowers the headers of an operation's success responses, each to a constant of the module.
pub(super) fn lower(types: &mut Types<'_>, operation: NodeId, common: &mut Common<'_>) -> Vec<Ident> {
    let input = types.input;
    let sources = input.sources;
    let responses = sources.get(operation, "responses").map_or(&[][..], |node| sources.entries(node));
    let mut constants = Vec::new();
    let successes = Some(success_class(input, operation));
    let is_success = |key: &str| status(key).and_then(Status::digit) == successes;
    for response in responses.iter().filter(|entry| is_success(&entry.key)) {
        let Some(response) = input.documents.resolve(response.value) else { continue };
        for entry in sources.get(response, "headers").map_or(&[][..], |headers| sources.entries(headers)) {
            let Some(header) = input.documents.resolve(entry.value) else { continue };
            // OpenAPI ignores such a header.
            if entry.key.eq_ignore_ascii_case("content-type") || !is_name(&entry.key) {
                continue;
            }
            let ty = sources.get(header, "schema").map_or(TypeRef::String, |schema| types::lower(types, schema, "").ty);
            let ty = readable(&ty);
            let is_same = |known: &&ResponseHeader| known.wire_name.eq_ignore_ascii_case(&entry.key) && known.ty == ty;
            let constant = match common.headers.iter().find(is_same) {
                Some(known) => known.name.clone(),
                None => {
                    let what = (entry.key.to_ascii_lowercase(), format!("{ty:?}"));
                    let key = Key { role: Role::Header, place: Place::Text(&common.place), detail: [&what.0, &what.1] };
                    let name = types::settle(types, common.module, key, Ident::shouty(&entry.key), Names::free);
                    let docs = input.description(header);
                    common.headers.push(ResponseHeader {
                        name: name.clone(),
                        wire_name: entry.key.to_string(),
                        ty,
                        docs,
                    });
                    name
                }
            };
            if !constants.contains(&constant) {
                constants.push(constant);
            }
        }
    }
    constants
}

/// Whether a string is a valid header name.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// The type as which the value of a header can be read.
fn readable(ty: &TypeRef) -> TypeRef {
    match ty {
        TypeRef::Integer
        | TypeRef::Unsigned
        | TypeRef::Float
        | TypeRef::Boolean
        | TypeRef::JsonNumber
        | TypeRef::Number
        | TypeRef::NumericString
        | TypeRef::Date
        | TypeRef::DateTime => ty.clone(),
        TypeRef::List(item) => TypeRef::List(Box::new(readable(item))),
        _ => TypeRef::String,
    }
}
