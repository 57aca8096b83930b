//! Changes a tree of nodes: adds nodes of an overlay, removes nodes, and copies shared nodes before they change.

use std::collections::HashSet;

use super::{Entry, NodeId, NodeMap, OwnedValue, Sources};
use crate::diagnostic::FileId;

/// A step from a node to one of its children.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Key(String),
    Index(usize),
}

impl Sources {
    /// Copies a node and its descendants to another file. The copies keep their locations, and their references are
    /// rewritten relative to the new file.
    pub(crate) fn graft(&mut self, home: FileId, node: NodeId) -> NodeId {
        let value = match self.value(node).into() {
            OwnedValue::List(items) => OwnedValue::List(items.into_iter().map(|item| self.graft(home, item)).collect()),
            OwnedValue::Map(entries) => {
                let copy = |entry: Entry| Entry { value: self.graft(home, entry.value), ..entry };
                OwnedValue::Map(entries.into_iter().map(copy).collect())
            }
            value => value,
        };
        self.grow(home, self.location(node), value)
    }

    /// Returns the number of nodes and levels of a copy.
    pub(crate) fn extent(&self, node: NodeId) -> (usize, usize) {
        let inner: Vec<_> = self.below(node).map(|child| self.extent(child)).collect();
        let nodes = inner.iter().fold(1, |sum: usize, (nodes, _)| sum.saturating_add(*nodes));
        (nodes, 1 + inner.iter().map(|(_, levels)| *levels).max().unwrap_or_default())
    }

    /// Returns the nodes of a file with several parents: YAML aliases.
    pub(crate) fn shared(&self, file: FileId) -> HashSet<NodeId> {
        let (mut seen, mut shared) = (HashSet::new(), HashSet::new());
        let nodes = (0..self.file(file).map_or(0, |file| file.tree.len()))
            .map(|index| NodeId { file: file.0, index: index as u32 });
        for child in nodes.flat_map(|node| self.below(node)) {
            if !seen.insert(child) {
                shared.insert(child);
            }
        }
        shared
    }

    pub(crate) fn child(&self, node: NodeId, step: &Step) -> Option<NodeId> {
        match step {
            Step::Key(key) => self.get(node, key),
            Step::Index(index) => self.items(node).get(*index).copied(),
        }
    }

    /// Replaces a child of a node.
    pub(crate) fn put(&mut self, node: NodeId, step: &Step, child: NodeId) {
        let slot = match (self.value_mut(node), step) {
            (OwnedValue::Map(entries), Step::Key(key)) => {
                entries.iter_mut().find(|entry| entry.key == key.as_str()).map(|entry| &mut entry.value)
            }
            (OwnedValue::List(items), Step::Index(index)) => items.get_mut(*index),
            _ => None,
        };
        if let Some(slot) = slot {
            *slot = child;
        }
    }

    /// Removes a child of a node.
    pub(crate) fn take(&mut self, node: NodeId, step: &Step) {
        match (self.value_mut(node), step) {
            (OwnedValue::Map(entries), Step::Key(key)) => entries.retain(|entry| entry.key != key.as_str()),
            (OwnedValue::List(items), Step::Index(index)) if *index < items.len() => drop(items.remove(*index)),
            _ => {}
        }
    }

    /// Drops all nodes except these and their descendants. The texts are kept for diagnostics.
    pub(crate) fn keep(&mut self, nodes: impl IntoIterator<Item = NodeId>) {
        let mut kept = NodeMap::default();
        let mut todo: Vec<_> = nodes.into_iter().collect();
        while let Some(node) = todo.pop() {
            if kept.insert(node, ()).is_none() {
                todo.extend(self.below(node));
            }
        }
        for (file, source) in self.files.iter_mut().enumerate() {
            source.tree.keep(&kept.of_file(file));
        }
    }

    fn below(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let values = self.entries(node).iter().map(|entry| entry.value);
        values.chain(self.items(node).iter().copied())
    }
}
