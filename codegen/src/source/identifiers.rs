//! The names that schemas of JSON Schema give themselves, by which references can find them: `$id` and `$anchor`.

use std::collections::HashMap;

use super::{NodeId, Sources, Value};
use crate::diagnostic::FileId;

/// The keys of anchors. A dynamic one is an ordinary one as well.
const ANCHORS: &[&str] = &["$anchor", "$dynamicAnchor"];

const RECURSIVE_ANCHOR: &str = "$recursiveAnchor";

/// The key of a reference to the schema around it that has such an anchor.
pub(crate) const RECURSIVE_REFERENCE: &str = "$recursiveRef";

/// Schemas by the names that they give themselves.
#[derive(Debug, Default)]
pub(super) struct Identifiers {
    /// By `$id`, without its fragment.
    ids: HashMap<String, NodeId>,
    /// By `$anchor`, which is unique in a file.
    anchors: HashMap<(FileId, String), NodeId>,
    /// The names of anchors for the schemas with a `$recursiveRef`.
    recursive: HashMap<NodeId, String>,
}

impl Sources {
    /// Learns the names that schemas give themselves. Rewriting schemas removes them.
    pub(crate) fn identify(&mut self) {
        let mut found = Identifiers::default();
        for file in self.ids() {
            // Few documents have any.
            let text = self.file(file).map_or("", |file| file.text.as_str());
            if text.contains(RECURSIVE_ANCHOR) {
                self.recursive(file, &mut found);
            }
            if !text.contains("$id") && !ANCHORS.iter().any(|key| text.contains(key)) {
                continue;
            }
            let count = self.file(file).map_or(0, |file| file.tree.len() as u32);
            for node in (0..count).map(|index| NodeId { file: file.0, index }) {
                let Value::Map(entries) = self.value(node) else { continue };
                for entry in entries {
                    let Some(name) = self.text(entry.value) else { continue };
                    if entry.key == "$id" {
                        let id = name.split('#').next().unwrap_or_default();
                        found.ids.entry(id.to_owned()).or_insert(node);
                    } else if ANCHORS.iter().any(|key| entry.key == *key) {
                        found.anchors.entry((file, name.to_owned())).or_insert(node);
                    }
                }
            }
        }
        self.identifiers = found;
    }

    /// Finds the schemas that JSON Schema 2019-09 refers to by `$recursiveRef`: those around it with `$recursiveAnchor`.
    fn recursive(&self, file: FileId, found: &mut Identifiers) {
        let is_anchor = |node: NodeId| self.get_bool(node, RECURSIVE_ANCHOR);
        let count = self.file(file).map_or(0, |file| file.tree.len() as u32);
        for anchor in (0..count).map(|index| NodeId { file: file.0, index }).filter(|node| is_anchor(*node)) {
            // No pointer and no name of a document's own begins like this.
            let name = format!("$recursiveAnchor-{}", anchor.index);
            let children = |node: NodeId| {
                let values = self.entries(node).iter().map(|entry| entry.value);
                values.chain(self.items(node).iter().copied()).filter(|child| !is_anchor(*child)).collect::<Vec<_>>()
            };
            let mut todo = children(anchor);
            while let Some(node) = todo.pop() {
                if self.get_text(node, RECURSIVE_REFERENCE) == Some("#") {
                    found.recursive.insert(node, name.clone());
                }
                todo.extend(children(node));
            }
            found.anchors.insert((file, name), anchor);
        }
    }

    /// Returns a reference to the schema that a `$recursiveRef` of a schema means, unless there is none.
    pub(crate) fn recursive_reference(&self, schema: NodeId) -> Option<String> {
        self.identifiers.recursive.get(&schema).map(|name| format!("#{name}"))
    }

    /// Returns the schema with an `$id`.
    pub(super) fn identified(&self, id: &str) -> Option<NodeId> {
        self.identifiers.ids.get(id).copied().filter(|_| !id.is_empty())
    }

    /// Returns the schema of a file with an anchor.
    pub(super) fn anchor(&self, file: FileId, name: &str) -> Option<NodeId> {
        if name.is_empty() || self.identifiers.anchors.is_empty() {
            return None;
        }
        self.identifiers.anchors.get(&(file, name.to_owned())).copied()
    }
}
