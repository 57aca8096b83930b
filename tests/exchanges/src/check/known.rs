//! Keys that no schema declares.

use serde_json::Value;

use crate::spec::Node;

/// A key that the spec does not declare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// A JSON pointer to its value.
    pub pointer: String,
    /// The schema that does not declare it.
    pub place: String,
}

/// Finds the keys of a body that none of the schemas at their location declares. The branches of a union are merged.
#[must_use]
pub fn unknown_keys(schema: &Node<'_>, body: &Value) -> Vec<Unknown> {
    let mut unknown = Vec::new();
    walk(&schema.composition(), body, "", &mut unknown);
    unknown
}

fn walk(schemas: &[Node<'_>], value: &Value, pointer: &str, unknown: &mut Vec<Unknown>) {
    match value {
        Value::Array(items) => {
            let schemas: Vec<_> = schemas.iter().flat_map(|schema| schema.child("items").composition()).collect();
            for (index, item) in items.iter().enumerate() {
                walk(&schemas, item, &format!("{pointer}/{index}"), unknown);
            }
        }
        Value::Object(map) => {
            let about: Vec<_> = schemas.iter().filter(|schema| describes(schema)).collect();
            for (key, value) in map {
                let at = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                let own: Vec<_> = about.iter().map(|schema| schema.child("properties").child(key)).collect();
                let mut next: Vec<_> = own.iter().filter(|node| node.exists()).flat_map(Node::composition).collect();
                if next.is_empty() {
                    let others = about.iter().map(|schema| schema.child("additionalProperties"));
                    let others: Vec<_> = others.filter(|node| node.exists() && node.value != false).collect();
                    if others.is_empty()
                        && let Some(schema) = about.first()
                    {
                        unknown.push(Unknown { pointer: at, place: schema.place() });
                        continue;
                    }
                    next = others.iter().flat_map(Node::composition).collect();
                }
                walk(&next, value, &at, unknown);
            }
        }
        _ => {}
    }
}

/// Whether a schema declares anything about the keys of an object.
fn describes(schema: &Node<'_>) -> bool {
    schema.child("properties").exists() || schema.child("additionalProperties").exists()
}
