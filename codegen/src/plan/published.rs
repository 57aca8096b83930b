//! The documents before they are rewritten, and where their nodes are in them.

use std::collections::HashMap;

use super::{Document, Place};
use crate::diagnostic::FileId;
use crate::source::{NodeId, Sources, Value};

/// The documents as they were published.
#[derive(Default)]
pub(super) struct Published {
    pub(super) documents: Vec<Document>,
    files: HashMap<FileId, usize>,
    /// The parent of each object and array, with the last part of its pointer.
    parents: HashMap<NodeId, (NodeId, Box<str>)>,
}

impl Published {
    pub(super) fn of(sources: &Sources) -> Self {
        let mut published = Self::default();
        let version = |root: NodeId| sources.get_text(root, "openapi");
        let files: Vec<_> = sources.ids().filter_map(|file| Some((file, sources.root(file)?))).collect();
        // A file that is not a document has the version of those that refer to it.
        let usual = files.iter().find_map(|(_, root)| version(*root)).unwrap_or("3.0");
        for (file, root) in files {
            let Some(source) = sources.file(file) else { continue };
            published.files.insert(file, published.documents.len());
            published.documents.push(Document {
                path: source.path.clone(),
                shown: source.shown.clone(),
                is_3_0: version(root).unwrap_or(usual).starts_with("3.0"),
                json: sources.to_json(root),
            });
            published.walk(sources, root);
        }
        published
    }

    fn walk(&mut self, sources: &Sources, root: NodeId) {
        let mut todo = vec![root];
        while let Some(node) = todo.pop() {
            let mut step = |part: &str, child: NodeId| {
                let is_new = matches!(sources.value(child), Value::Map(_) | Value::List(_))
                    && child != root
                    && !self.parents.contains_key(&child);
                if is_new {
                    self.parents.insert(child, (node, part.into()));
                    todo.push(child);
                }
            };
            match sources.value(node) {
                Value::Map(entries) => entries.iter().for_each(|entry| step(&entry.key, entry.value)),
                Value::List(items) => {
                    items.iter().enumerate().for_each(|(index, item)| step(&index.to_string(), *item));
                }
                _ => {}
            }
        }
    }

    /// Returns where a node was before the documents were rewritten; `None` if it was not.
    pub(super) fn place(&self, sources: &Sources, node: NodeId) -> Option<Place> {
        let (mut parts, mut at) = (Vec::new(), node);
        while let Some((parent, part)) = self.parents.get(&at) {
            parts.push(part.replace('~', "~0").replace('/', "~1"));
            at = *parent;
        }
        if sources.root(at.file()) != Some(at) {
            return None;
        }
        let document = *self.files.get(&at.file())?;
        let pointer = parts.iter().rev().map(|part| format!("/{part}")).collect();
        Some(Place::new(sources, document, pointer, &sources.location(node)))
    }
}
