//! Parameters that the client sends by itself: headers of credentials, and parameters with a single value.

use serde_json::Value as Json;

use super::input::Input;
use super::security::{self, Silence};
use super::types::Types;
use crate::bundle::{DeclaredOperation, ModuleId};
use crate::ir::{FixedParameter, Place};
use crate::schema;
use crate::source::NodeId;

/// The header of the schemes that send a token, or a name and a password.
pub(super) const AUTHORIZATION: &str = "authorization";

/// The headers that carry the credentials of an operation, which is in a module.
pub(super) fn credential_headers<'a>(
    input: Input<'a>,
    silence: &Silence,
    module: ModuleId,
    found: &DeclaredOperation<'_>,
) -> Vec<&'a str> {
    let schemes = security::schemes_of(input, silence, module, found.node);
    schemes.into_iter().filter_map(|scheme| header_of(input, scheme)).collect()
}

/// The header in which a scheme is sent, if it is sent in one.
fn header_of<'a>(input: Input<'a>, scheme: NodeId) -> Option<&'a str> {
    let text = |key: &str| input.sources.get_text(scheme, key).unwrap_or_default();
    match text("type") {
        "apiKey" if text("in") == "header" => Some(text("name")),
        "http" if ["basic", "bearer"].iter().any(|name| text("scheme").eq_ignore_ascii_case(name)) => {
            Some(AUTHORIZATION)
        }
        "oauth2" | "openIdConnect" => Some(AUTHORIZATION),
        _ => None,
    }
}

/// A required parameter that has one value only: as with properties, nobody has to give it. One that may be left out is
/// for the caller to set.
pub(super) fn fixed(types: &mut Types<'_>, node: NodeId) -> Option<FixedParameter> {
    let input = types.input;
    let sources = input.sources;
    let place = match sources.get_text(node, "in")? {
        "path" => Place::Path,
        "query" => Place::Query,
        "header" => Place::Header,
        "cookie" => Place::Cookie,
        _ => return None,
    };
    // In the others something stands around the value.
    let is_plain = matches!(sources.get_text(node, "style"), None | Some("simple" | "form"));
    if !sources.get_bool(node, "required") || !is_plain {
        return None;
    }
    let parts = schema::read(&mut types.schemas, sources.get(node, "schema")?)?;
    let [value] = parts.any.enumeration.as_slice() else { return None };
    let value = match (value, parts.any.typ.as_deref()) {
        (Json::String(text), None | Some("string")) if !text.is_empty() => text.clone(),
        (Json::Number(number), None | Some("integer" | "number")) if !number.is_f64() => number.to_string(),
        (Json::Bool(value), None | Some("boolean")) => value.to_string(),
        _ => return None,
    };
    let wire_name = sources.get_text(node, "name")?.to_owned();
    (!parts.nullable).then_some(FixedParameter { place, wire_name, value })
}
