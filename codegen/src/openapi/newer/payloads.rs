//! Makes components of the inline payloads of webhooks and callbacks, so that they become types: the API sends them, and
//! a program that receives them needs these.

use super::Walk;
use crate::source::{Entry, NodeId, OwnedValue, Value, lookup};

const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// A longer chain of references is circular.
const MOST_REFERENCES: usize = 16;

/// Moves the payloads of a document to its components.
pub(super) fn of_document(walk: &mut Walk<'_>, root: NodeId) {
    let webhooks = walk.sources.get(root, "webhooks").into_iter();
    for items in webhooks.chain(callbacks(walk, root)).collect::<Vec<_>>() {
        for (name, item) in named(walk, items) {
            of_item(walk, root, &name, item);
        }
    }
}

/// Returns the callbacks of all operations: each path item with the name of its callback.
fn callbacks(walk: &Walk<'_>, root: NodeId) -> Vec<NodeId> {
    let paths = walk.sources.get(root, "paths").map_or_else(Vec::new, |paths| walk.values(paths));
    let operations = paths.iter().flat_map(|item| METHODS.iter().filter_map(|method| walk.sources.get(*item, method)));
    operations.filter_map(|operation| walk.sources.get(operation, "callbacks")).collect()
}

/// Returns path items with their names. Those of a callback are a level further inside.
fn named(walk: &Walk<'_>, items: NodeId) -> Vec<(String, NodeId)> {
    let mut found = Vec::new();
    for entry in walk.sources.entries(items) {
        let item = target(walk, entry.value);
        let is_item = METHODS.iter().any(|method| walk.sources.get(item, method).is_some());
        let inner = if is_item { vec![item] } else { walk.values(item) };
        found.extend(inner.into_iter().map(|item| (entry.key.to_string(), target(walk, item))));
    }
    found
}

fn of_item(walk: &mut Walk<'_>, root: NodeId, name: &str, item: NodeId) {
    for method in METHODS {
        let Some(operation) = walk.sources.get(item, method) else { continue };
        let Some(body) = walk.sources.get(operation, "requestBody").map(|body| target(walk, body)) else { continue };
        let name = walk.sources.get_text(operation, "operationId").unwrap_or(name).to_owned();
        let content = walk.sources.get(body, "content");
        let media_types = content.map_or(&[][..], |content| walk.sources.entries(content));
        // Others are the same in another syntax.
        let json = media_types.iter().find(|entry| entry.key.contains("json")).or(media_types.first());
        let Some(media) = json.map(|entry| entry.value) else { continue };
        let schema = walk.sources.get(media, "schema");
        if let Some(schema) = schema.filter(|schema| is_inline(walk, root, *schema)) {
            make_component(walk, root, media, schema, &name);
        }
    }
}

/// Whether a schema of the document has keys of its own and is not a reference.
fn is_inline(walk: &Walk<'_>, root: NodeId, schema: NodeId) -> bool {
    let is_map = matches!(walk.sources.value(schema), Value::Map(entries) if !entries.is_empty());
    is_map && walk.sources.reference(schema).is_none() && schema.file() == root.file()
}

/// Moves a schema to the components, with a reference in its place.
fn make_component(walk: &mut Walk<'_>, root: NodeId, media: NodeId, schema: NodeId, name: &str) {
    walk.fill(root, "components");
    let Some(components) = walk.sources.get(root, "components") else { return };
    walk.fill(components, "schemas");
    let Some(schemas) = walk.sources.get(components, "schemas") else { return };
    let name: String = name.chars().map(|char| if char.is_alphanumeric() { char } else { '_' }).collect();
    let free =
        (1..).map(|number| if number == 1 { format!("{name}Payload") } else { format!("{name}Payload{number}") });
    let Some(key) = free.into_iter().find(|key| walk.sources.get(schemas, key).is_none()) else { return };
    walk.set(schemas, &key, schema);
    let text = walk.push(schema, OwnedValue::Text(format!("#/components/schemas/{key}")));
    let location = walk.sources.location(schema);
    let reference = walk.push(schema, OwnedValue::Map(vec![Entry::new("$ref", location, text)]));
    walk.set(media, "schema", reference);
}

/// Follows references.
fn target(walk: &Walk<'_>, node: NodeId) -> NodeId {
    let mut target = node;
    for _ in 0..MOST_REFERENCES {
        let Some(reference) = walk.sources.reference(target) else { break };
        let Ok(next) = lookup(walk.sources, target.file(), reference) else { break };
        target = next;
    }
    target
}
