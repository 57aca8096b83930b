//! Annotations of schemas, such as descriptions.

use std::collections::HashSet;

use crate::bundle::Documents;
use crate::source::{NodeId, Sources, Value};

/// Returns the value of an annotation, from the schema or an inline branch of its `allOf`.
pub(crate) fn annotation(sources: &Sources, id: NodeId, key: &str) -> Option<NodeId> {
    let branches = sources.get(id, "allOf").map_or(&[][..], |list| sources.items(list));
    let mut all = std::iter::once(&id).chain(branches);
    all.find_map(|schema| sources.get(*schema, key))
}

/// Returns whether an annotation is `true`.
pub(crate) fn is_annotated(sources: &Sources, id: NodeId, key: &str) -> bool {
    annotation(sources, id, key).is_some_and(|node| sources.value(node) == Value::Bool(true))
}

/// Returns the description of a schema, or of any other object, trimmed.
pub(crate) fn description(sources: &Sources, id: NodeId) -> String {
    let text = annotation(sources, id, "description").and_then(|node| sources.text(node));
    text.unwrap_or_default().trim().to_owned()
}

/// Returns the value of a key, from the schema or any schema in its `allOf`.
pub(crate) fn statement(documents: &Documents<'_>, id: NodeId, key: &str) -> Option<NodeId> {
    taken_in(documents, id).flatten().find_map(|schema| documents.sources.get(schema, key))
}

/// Iterates over a schema and all schemas in its `allOf`, each once; `None` for one that cannot be read.
pub(crate) fn taken_in(documents: &Documents<'_>, schema: NodeId) -> impl Iterator<Item = Option<NodeId>> {
    let (mut seen, mut todo) = (HashSet::new(), vec![schema]);
    std::iter::from_fn(move || {
        loop {
            let Some(node) = documents.resolve(todo.pop()?) else { return Some(None) };
            if seen.insert(node) {
                let sources = documents.sources;
                let branches = sources.get(node, "allOf").map_or(&[][..], |list| sources.items(list));
                todo.extend(branches.iter().rev());
                return Some(Some(node));
            }
        }
    })
}
