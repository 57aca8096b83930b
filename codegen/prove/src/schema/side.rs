//! Properties of one direction: what is read-only is not sent, and what is write-only is not received, even if it is
//! required. Types of one direction alone may have such properties where they are not required; no value shows them.

use std::collections::{HashMap, HashSet};

use codegen::plan::{Document, Side};
use serde_json::Value;

use super::At;
use super::discriminator::target_of;
use super::reference::{follow, only_reference};

/// Longer chains are circular.
const DEEPEST: usize = 16;

/// Returns the properties of an object, with the parts of its `allOf`, that have no values in this direction.
pub(super) fn left_out(documents: &[Document], document: usize, schema: &Value, side: Side) -> HashSet<String> {
    let mut found = Found::default();
    found.add(documents, document, schema, side, 0);
    found.of_other
}

#[derive(Default)]
struct Found {
    of_other: HashSet<String>,
}

impl Found {
    fn add(&mut self, documents: &[Document], document: usize, schema: &Value, side: Side, depth: usize) {
        let (Some((document, schema)), true) = (target_of(documents, document, schema), depth < DEEPEST) else {
            return;
        };
        for (name, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            if is_of_other(documents, document, property, side) {
                self.of_other.insert(name.clone());
            }
        }
        for part in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            self.add(documents, document, part, side, depth + 1);
        }
    }
}

/// Whether a property says that it has no values in this direction. With both annotations, it says nothing.
fn is_of_other(documents: &[Document], document: usize, property: &Value, side: Side) -> bool {
    let is = |key: &str| {
        let is_true = |schema: &Value| schema.get(key) == Some(&Value::Bool(true));
        let is_3_0 = documents.get(document).is_none_or(|document| document.is_3_0);
        let own = Some(property).filter(|_| only_reference(property, is_3_0).is_none());
        let parts = own.and_then(|own| own.get("allOf")?.as_array()).into_iter().flatten();
        let target = target_of(documents, document, property).map(|(_, target)| target);
        own.into_iter().chain(parts).chain(target).any(is_true)
    };
    match side {
        Side::Sent => is("readOnly") && !is("writeOnly"),
        Side::Received => is("writeOnly") && !is("readOnly"),
        _ => false,
    }
}

/// The properties that tell a schema from the other branches of a union, whatever their annotations are.
pub(super) type Tags = HashMap<At, HashSet<String>>;

/// Returns the tags of all branches of unions with a discriminator, and of the parts of these.
pub(super) fn tags(documents: &[Document]) -> Tags {
    let mut tags = Tags::new();
    for (document, json) in documents.iter().enumerate().map(|(index, document)| (index, &document.json)) {
        let mut todo = vec![json];
        while let Some(value) = todo.pop() {
            match value {
                Value::Object(entries) => todo.extend(entries.values()),
                Value::Array(items) => todo.extend(items),
                _ => {}
            }
            let property = value.get("discriminator").and_then(|found| found.get("propertyName")?.as_str());
            for branch in ["oneOf", "anyOf"].into_iter().filter_map(|key| value.get(key)?.as_array()).flatten() {
                property.into_iter().for_each(|property| tag(documents, document, branch, property, &mut tags));
            }
        }
    }
    tags
}

fn tag(documents: &[Document], document: usize, branch: &Value, property: &str, tags: &mut Tags) {
    let Some(reference) = branch.get("$ref").and_then(Value::as_str) else { return };
    let Some(at) = follow(documents, document, reference) else { return };
    if !tags.entry(at.clone()).or_default().insert(property.to_owned()) {
        return;
    }
    let target = documents.get(at.0).and_then(|document| document.json.pointer(&at.1));
    for part in target.and_then(|target| target.get("allOf")?.as_array()).into_iter().flatten() {
        tag(documents, at.0, part, property, tags);
    }
}
