//! Reads single nodes as types of openapiv3.
//!
//! A node is read without its children: each child becomes a `$ref` whose text names the child's node ([`node_of`]).
//! Each node is therefore read once, at any depth, and its location is known.

use openapiv3::{Parameter, ReferenceOr, Response, Schema};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::grammar::{Kind, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{NodeId, Sources, Value};

/// Reads a schema.
pub(crate) fn schema(sources: &Sources, id: NodeId) -> Result<Schema, Box<Diagnostic>> {
    read(sources, id, Kind::Schema)
}

/// Reads a parameter, without its style, which is checked elsewhere.
pub(crate) fn parameter(sources: &Sources, id: NodeId) -> Result<Parameter, Box<Diagnostic>> {
    let mut map = object(sources, id, Kind::Parameter);
    map.remove("style");
    value(sources, id, Kind::Parameter, map)
}

/// Reads a response.
pub(crate) fn response(sources: &Sources, id: NodeId) -> Result<Response, Box<Diagnostic>> {
    read(sources, id, Kind::Response)
}

/// Returns the node of a child of a node that was read here.
pub(crate) fn node_of<T>(child: &ReferenceOr<T>) -> Option<NodeId> {
    match child {
        ReferenceOr::Reference { reference } => NodeId::from_reference(reference),
        ReferenceOr::Item(_) => None,
    }
}

fn read<T: DeserializeOwned>(sources: &Sources, id: NodeId, kind: Kind) -> Result<T, Box<Diagnostic>> {
    value(sources, id, kind, object(sources, id, kind))
}

fn value<T: DeserializeOwned>(
    sources: &Sources,
    id: NodeId,
    kind: Kind,
    map: Map<String, Json>,
) -> Result<T, Box<Diagnostic>> {
    serde_json::from_value(Json::Object(map)).map_err(|error| {
        let message = format!("cannot read {}: {error}", kind.noun());
        Box::new(Diagnostic::new(Code::BadValue, sources.location(id), message))
    })
}

fn object(sources: &Sources, id: NodeId, kind: Kind) -> Map<String, Json> {
    let mut map = Map::new();
    for entry in sources.entries(id) {
        let Some(key) = kind.keys().iter().find(|key| key.name == entry.key) else { continue };
        // Arbitrary values are read from their nodes, which preserve all digits.
        if !matches!(key.shape, Shape::Any) {
            map.insert(entry.key.to_string(), shallow(sources, entry.value, key.shape));
        }
    }
    map
}

fn shallow(sources: &Sources, id: NodeId, shape: Shape) -> Json {
    match (shape, sources.value(id)) {
        (Shape::OrRef(_), _) | (Shape::SchemaOrBool, Value::Map(_)) => {
            Json::Object(Map::from_iter([("$ref".to_owned(), Json::String(id.to_reference()))]))
        }
        (Shape::One(kind), Value::Map(_)) => Json::Object(object(sources, id, kind)),
        (Shape::List(shape), Value::List(items)) => items.iter().map(|item| shallow(sources, *item, *shape)).collect(),
        (Shape::Map(shape), Value::Map(entries)) => {
            entries.iter().map(|entry| (entry.key.to_string(), shallow(sources, entry.value, *shape))).collect()
        }
        _ => sources.to_json(id),
    }
}
