//! Whether a JSON value is what a schema says, as far as a client depends on it: types, required and known properties,
//! values of enums. Limits are not checked, because responses have none.

use std::rc::Rc;

use serde_json::{Map, Value as Json};

use super::find::Anchor;
use super::side::Side;
use super::view::{Keys, Rest, View, json_type, view};
use crate::schema::{self, Schema};
use crate::source::NodeId;

/// A contradiction between a value and a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Misfit {
    /// The JSON path, with `[]` for any item, and `{}` for any value of a map.
    pub(super) path: String,
    pub(super) message: String,
    pub(super) place: Anchor,
}

/// Returns where a value contradicts the schemas of which it should match one.
pub(super) fn misfits(side: &mut Side<'_>, path: &str, nodes: &[NodeId], value: &Json) -> Vec<Misfit> {
    let Some(view) = view(side, nodes) else { return Vec::new() };
    schema::deep(|| of_view(side, path, &view, value))
}

fn of_view(side: &mut Side<'_>, path: &str, view: &View, value: &Json) -> Vec<Misfit> {
    if !is_like(view, value) {
        let found = type_of(value);
        let message = match view.types().iter().any(|typ| is_a(found, typ)) {
            true => "a value that the enum does not list".to_owned(),
            false => format!("{found}, where {} is expected", view.type_text()),
        };
        return vec![Misfit { path: path.to_owned(), message, place: Anchor::from(view.schema) }];
    }
    match value {
        Json::Array(items) => {
            let (nodes, path) = (view.items(), format!("{path}[]"));
            items.iter().flat_map(|item| misfits(side, &path, &nodes, item)).collect()
        }
        Json::Object(object) => closest(side, path, view, object),
        _ => Vec::new(),
    }
}

/// Returns the misfits with the alternative that was probably meant: the one that fits best without a look inside of
/// the properties, or of several such, with them.
fn closest(side: &mut Side<'_>, path: &str, view: &View, object: &Map<String, Json>) -> Vec<Misfit> {
    let mut parts = Vec::new();
    for part in view.parts.iter().filter(|part| json_type(part) == "object") {
        let part = View { outer: part.id, schema: part.id, nullable: false, parts: vec![part.clone()] };
        if let Some(keys) = part.keys(side) {
            parts.push((faults(side, &keys, object), part, keys));
        }
    }
    let fewest = parts.iter().map(|(faults, ..)| *faults).min();
    let best = parts.into_iter().filter(|(faults, ..)| Some(*faults) == fewest);
    let misfits = best.map(|(_, part, keys)| of_object(side, path, &part, &keys, object));
    misfits.min_by_key(Vec::len).unwrap_or_default()
}

/// Returns how many properties are missing, unknown, or of another type.
fn faults(side: &mut Side<'_>, keys: &Keys, object: &Map<String, Json>) -> usize {
    let missing = keys.required.iter().filter(|name| !object.contains_key(*name)).count();
    let mut is_wrong = |name: &String, value: &Json| match keys.properties.iter().find(|(known, _)| known == name) {
        Some((_, nodes)) => view(side, nodes).is_some_and(|view| !is_like(&view, value)),
        None => keys.rest == Rest::Unstated,
    };
    missing + object.iter().filter(|(name, value)| is_wrong(name, value)).count()
}

/// Whether a value has one of the types of a view, and is one of the values that it lists.
fn is_like(view: &View, value: &Json) -> bool {
    let is_of = |part: &Rc<Schema>| {
        let any = &part.any;
        let is_type = json_type(part) == "any" || is_a(type_of(value), json_type(part));
        is_type && (any.enumeration.is_empty() || any.enumeration.contains(value))
    };
    (value.is_null() && view.nullable) || view.parts.iter().any(is_of)
}

fn of_object(side: &mut Side<'_>, path: &str, view: &View, keys: &Keys, object: &Map<String, Json>) -> Vec<Misfit> {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let mut found = Vec::new();
    let mut required: Vec<_> = keys.required.iter().filter(|name| !object.contains_key(*name)).collect();
    required.sort();
    for name in required {
        let declared = keys.properties.iter().find(|(known, _)| known == name).and_then(|(_, nodes)| nodes.first());
        let place = Anchor::from(declared.copied().unwrap_or(view.schema));
        found.push(Misfit { path: below(name), message: "missing, but required".to_owned(), place });
    }
    for (name, value) in object {
        match (keys.properties.iter().find(|(known, _)| known == name), &keys.rest) {
            (Some((_, nodes)), _) => found.extend(misfits(side, &below(name), nodes, value)),
            (None, Rest::Any) => {}
            (None, Rest::Values(nodes)) => found.extend(misfits(side, &format!("{path}{{}}"), nodes, value)),
            (None, Rest::Unstated) => found.push(Misfit {
                path: below(name),
                message: format!("{}, which no schema names", type_of(value)),
                place: Anchor::lacking(view.schema, &["properties", name]),
            }),
        }
    }
    found
}

/// Whether a value of one type is one of another type as well.
fn is_a(found: &str, typ: &str) -> bool {
    found == typ || (found == "integer" && typ == "number")
}

fn type_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(number) if number.is_f64() => "number",
        Json::Number(_) => "integer",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    }
}
