//! What a schema states about a value, however it is composed.
//!
//! A union is the sum of its alternatives: an object of several branches has the properties of all of them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;

use serde_json::Value as Json;

use super::NONE;
use super::side::Side;
use crate::openapi;
use crate::schema::{self, Schema};
use crate::source::NodeId;

/// A value, as one side describes it.
pub(super) struct View {
    /// The schema that may say that the value can be null.
    pub(super) outer: NodeId,
    /// The schema that describes the value: what the outer one refers to, or the union itself.
    pub(super) schema: NodeId,
    pub(super) nullable: bool,
    /// The alternatives, at least one.
    pub(super) parts: Vec<Rc<Schema>>,
}

/// The keys of an object.
#[derive(Default)]
pub(super) struct Keys {
    /// By name, with the schemas of all alternatives.
    pub(super) properties: Vec<(String, Vec<NodeId>)>,
    pub(super) required: HashSet<String>,
    pub(super) rest: Rest,
}

/// The keys of an object that have no name in the schema.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Rest {
    #[default]
    Unstated,
    Any,
    Values(Vec<NodeId>),
}

impl Rest {
    pub(super) fn as_str(&self) -> &'static str {
        match self {
            Self::Unstated => NONE,
            Self::Any => "any values",
            Self::Values(_) => "values of a schema",
        }
    }
}

/// Returns the view of a value that has one of these schemas. `None` if none of them can be read.
pub(super) fn view(side: &mut Side<'_>, nodes: &[NodeId]) -> Option<View> {
    let (mut parts, mut nullable, mut seen) = (Vec::new(), false, HashSet::new());
    for node in nodes {
        nullable |= expand(side, *node, &mut seen, &mut parts);
    }
    let outer = side.resolve(*nodes.first()?);
    let mut schema = outer;
    // No longer than the chain of references, which may be circular.
    for _ in 0..seen.len() {
        let read = schema::read(&mut side.schemas, schema);
        let Some(inner) = read.and_then(|schema| schema::transparent(&schema)) else { break };
        schema = side.resolve(inner);
    }
    (!parts.is_empty()).then_some(View { outer, schema, nullable, parts })
}

/// Adds the alternatives of a schema, and returns whether null is a value of it.
fn expand(side: &mut Side<'_>, node: NodeId, seen: &mut HashSet<NodeId>, parts: &mut Vec<Rc<Schema>>) -> bool {
    let Some(schema) = schema::read(&mut side.schemas, node) else { return false };
    if !seen.insert(schema.id) {
        return false;
    }
    let nullable = schema::is_nullable(&mut side.schemas, &schema);
    let any = &schema.any;
    let inner = schema::transparent(&schema);
    let branches = any.one_of.iter().chain(&any.any_of).filter_map(openapi::node_of);
    let branches: Vec<_> = inner.into_iter().chain(branches).collect();
    if inner.is_none() && (branches.is_empty() || is_object(&schema)) {
        parts.push(schema.clone());
    }
    for branch in branches {
        schema::deep(|| expand(side, branch, seen, parts));
    }
    nullable
}

fn is_object(schema: &Schema) -> bool {
    let any = &schema.any;
    !any.properties.is_empty() || !any.all_of.is_empty() || any.additional_properties.is_some()
}

/// Returns the JSON type of a schema.
pub(super) fn json_type(schema: &Schema) -> &str {
    let any = &schema.any;
    let of_value = |value: &Json| match value {
        Json::String(_) => "string",
        Json::Number(_) => "number",
        Json::Bool(_) => "boolean",
        _ => "any",
    };
    match &any.typ {
        Some(typ) => typ,
        None if is_object(schema) => "object",
        None if any.items.is_some() => "array",
        None => any.enumeration.first().map_or("any", of_value),
    }
}

impl View {
    pub(super) fn ids(&self) -> Vec<NodeId> {
        self.parts.iter().map(|part| part.id).collect()
    }

    pub(super) fn types(&self) -> BTreeSet<&str> {
        self.parts.iter().map(|part| json_type(part)).collect()
    }

    /// Returns the JSON types as text.
    pub(super) fn type_text(&self) -> String {
        self.types().into_iter().collect::<Vec<_>>().join(" or ")
    }

    /// Returns the first alternative of one of these types.
    fn part(&self, types: &[&str]) -> Option<&Schema> {
        self.parts.iter().map(Rc::as_ref).find(|part| types.contains(&json_type(part)))
    }

    pub(super) fn format(&self) -> String {
        let formats: BTreeSet<_> = self.parts.iter().filter_map(|part| part.any.format.as_deref()).collect();
        if formats.is_empty() { NONE.to_owned() } else { formats.into_iter().collect::<Vec<_>>().join(" or ") }
    }

    /// Returns the values, if each alternative lists them.
    pub(super) fn values(&self) -> String {
        let lists: Vec<_> = self.parts.iter().map(|part| &part.any.enumeration).collect();
        if lists.iter().any(|list| list.is_empty()) {
            return NONE.to_owned();
        }
        let text = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let values: BTreeSet<_> = lists.into_iter().flatten().filter(|value| !value.is_null()).map(text).collect();
        values.into_iter().collect::<Vec<_>>().join(", ")
    }

    pub(super) fn length(&self) -> String {
        let any = self.part(&["string"]).map(|part| &part.any);
        let text = |limit: Option<usize>| limit.map(|limit| limit.to_string());
        let min = any.and_then(|any| any.min_length).filter(|min| *min > 0);
        range(text(min), text(any.and_then(|any| any.max_length)))
    }

    pub(super) fn items_count(&self) -> String {
        let any = self.part(&["array"]).map(|part| &part.any);
        let text = |limit: Option<usize>| limit.map(|limit| limit.to_string());
        let min = any.and_then(|any| any.min_items).filter(|min| *min > 0);
        range(text(min), text(any.and_then(|any| any.max_items)))
    }

    pub(super) fn range(&self) -> String {
        let Some(Schema { any, .. }) = self.part(&["integer", "number"]) else { return NONE.to_owned() };
        let text = |limit: Option<f64>, is_open: Option<bool>| {
            let open = if is_open == Some(true) { " (excluded)" } else { "" };
            limit.map(|limit| format!("{limit}{open}"))
        };
        range(text(any.minimum, any.exclusive_minimum), text(any.maximum, any.exclusive_maximum))
    }

    pub(super) fn pattern(&self) -> String {
        self.parts.iter().find_map(|part| part.any.pattern.clone()).unwrap_or_else(|| NONE.to_owned())
    }

    /// Returns the default, as JSON.
    pub(super) fn default(&self, side: &Side<'_>) -> String {
        let mut nodes = std::iter::once(self.outer).chain(self.ids());
        let value = nodes.find_map(|node| schema::statement(side.documents, node, "default"));
        value.map_or_else(|| NONE.to_owned(), |value| side.sources.to_json(value).to_string())
    }

    /// Returns the schemas of the items, if the value can be an array.
    pub(super) fn items(&self) -> Vec<NodeId> {
        self.parts.iter().filter_map(|part| part.any.items.as_ref().and_then(openapi::node_of)).collect()
    }

    /// Returns the keys, if the value can be an object.
    pub(super) fn keys(&self, side: &mut Side<'_>) -> Option<Keys> {
        let objects: Vec<_> = self.parts.iter().filter(|part| json_type(part) == "object").collect();
        let mut keys = Keys::default();
        let mut required: BTreeMap<String, usize> = BTreeMap::new();
        for part in &objects {
            let object = schema::object(&mut side.schemas, part);
            for (name, node) in object.properties {
                match keys.properties.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, nodes)) => nodes.push(node),
                    None => keys.properties.push((name, vec![node])),
                }
            }
            for name in object.required.into_iter().map(|(name, _)| name).collect::<HashSet<_>>() {
                *required.entry(name).or_default() += 1;
            }
            let rest = if object.unions.is_empty() { object.rest } else { object.rest.or(Some(None)) };
            keys.rest = match (rest, std::mem::take(&mut keys.rest)) {
                (Some(Some(node)), Rest::Values(mut nodes)) => {
                    nodes.push(node);
                    Rest::Values(nodes)
                }
                (Some(Some(node)), Rest::Unstated) => Rest::Values(vec![node]),
                (Some(_), _) => Rest::Any,
                (None, rest) => rest,
            };
        }
        if keys.properties.is_empty() && keys.rest == Rest::Unstated {
            keys.rest = Rest::Any;
        }
        let everywhere = required.into_iter().filter(|(_, count)| *count == objects.len());
        keys.required = everywhere.map(|(name, _)| name).collect();
        (!objects.is_empty()).then_some(keys)
    }
}

/// Returns limits as text.
fn range(min: Option<String>, max: Option<String>) -> String {
    match (min, max) {
        (None, None) => NONE.to_owned(),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (Some(min), Some(max)) => format!("{min} to {max}"),
    }
}
