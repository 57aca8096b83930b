//! Parameters that the client sends by itself: headers of credentials, and parameters with a single value.

use serde_json::Value as Json;

use super::input::Input;
use super::security::{self, Silence};
use super::types::Types;
use crate::bundle::{DeclaredOperation, ModuleId};
use crate::ir::{FixedParameter, ParamIn};
use crate::schema;
use crate::source::NodeId;

/// The header of bearer and Basic authentication.
pub(super) const AUTHORIZATION: &str = "authorization";

/// The headers that contain the credentials of an operation.
pub(super) fn credential_headers<'a>(
    input: Input<'a>,
    silence: &Silence,
    module: ModuleId,
    found: &DeclaredOperation<'_>,
) -> Vec<&'a str> {
    let schemes = security::schemes_of(input, silence, module, found.node);
    schemes.into_iter().filter_map(|scheme| header_of(input, scheme)).collect()
}

/// The header of a scheme, if its credentials are sent in one.
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

/// Returns a required parameter with a single possible value, which callers need not pass, like such properties. An
/// optional one is up to the caller.
pub(super) fn fixed(types: &mut Types<'_>, node: NodeId) -> Option<FixedParameter> {
    let input = types.input;
    let sources = input.sources;
    let location = match sources.get_text(node, "in")? {
        "path" => ParamIn::Path,
        "query" => ParamIn::Query,
        "header" => ParamIn::Header,
        "cookie" => ParamIn::Cookie,
        _ => return None,
    };
    // The other styles add characters around the value.
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
    (!parts.nullable).then_some(FixedParameter { location, wire_name, value })
}
