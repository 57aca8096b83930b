//! Parameters that the client sends by itself: headers of credentials, and those that have one value only.

use serde_json::Value as Json;

use super::naming::{Found, operations_of};
use super::{Context, schema};
use crate::ir::{FixedParameter, Place};
use crate::source::NodeId;

/// The header of the schemes that send a token, or a name and a password.
pub(super) const AUTHORIZATION: &str = "authorization";

/// The headers that carry the credentials of an operation: those of the schemes that its own `security` names, or that of
/// its document.
pub(super) fn credential_headers<'a>(cx: &mut Context<'a>, version: usize, found: &Found<'_>) -> Vec<&'a str> {
    let Some(bundle) = cx.documents.bundles.get(version) else { return Vec::new() };
    let sources = cx.sources;
    let schemes = sources.get(bundle.api, "components").and_then(|node| sources.get(node, "securitySchemes"));
    let security = [found.node, bundle.api].into_iter().find_map(|node| sources.get(node, "security"));
    let used = match security {
        Some(list) => {
            let names = sources.items(list).iter().flat_map(|requirement| sources.entries(*requirement));
            Some(names.map(|entry| entry.key.as_str()).collect::<Vec<_>>())
        }
        // Schemes that nothing asks for are meant to be used all the same: any of them.
        None => is_asked_for(cx, version).then(Vec::new),
    };
    let schemes = schemes.map_or(&[][..], |schemes| sources.entries(schemes)).iter();
    let schemes = schemes.filter(|entry| used.as_ref().is_none_or(|used| used.contains(&entry.key.as_str())));
    schemes.filter_map(|entry| header_of(cx, cx.documents.resolve(entry.value)?)).collect()
}

/// Whether any operation of a version names a scheme: looked for once, as it takes all of them.
fn is_asked_for(cx: &mut Context<'_>, version: usize) -> bool {
    if let Some(known) = cx.asked_for.get(&version) {
        return *known;
    }
    let fragments = cx.documents.bundles.get(version).map_or(&[][..], |bundle| &bundle.fragments);
    let mut operations = fragments.iter().flat_map(|fragment| operations_of(cx.sources, fragment));
    let is_asked_for = operations.any(|found| {
        let list = cx.sources.get(found.node, "security").map_or(&[][..], |list| cx.sources.items(list));
        !list.is_empty()
    });
    cx.asked_for.insert(version, is_asked_for);
    is_asked_for
}

/// The header in which a scheme is sent, if it is sent in one.
fn header_of<'a>(cx: &Context<'a>, scheme: NodeId) -> Option<&'a str> {
    let text = |key: &str| cx.sources.get_text(scheme, key).unwrap_or_default();
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
pub(super) fn fixed(cx: &mut Context<'_>, node: NodeId) -> Option<FixedParameter> {
    let sources = cx.sources;
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
    let parts = schema::parts(cx, sources.get(node, "schema")?)?;
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
