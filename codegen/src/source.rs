//! The documents as trees of nodes with locations.
//!
//! One parser produces both the values and the locations, so that they always agree. The trees are our own: those of
//! serde_json and serde_yaml have no locations, and no crate has nodes that keep them while overlays and the conversion
//! from OpenAPI 3.1 to 3.0 change the tree.

mod compact;
mod documents;
mod graft;
mod identifiers;
mod index;
mod json;
mod lenient;
mod lines;
mod lookup;
mod merge;
mod node_map;
mod pointer;
mod quick;
mod read;
mod scalar;
mod tree;
mod value;
mod yaml;

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use index::Index;
use lines::Lines;
use rustc_hash::{FxHashMap, FxHashSet};
use tree::Tree;

pub(crate) use compact::Key;
pub(crate) use documents::{DocumentPaths, Store, read_documents, show_below, single_folder};
pub(crate) use graft::Step;
pub(crate) use identifiers::RECURSIVE_REFERENCE;
pub(crate) use lookup::{End, Missing, lookup, path};
pub(crate) use node_map::NodeMap;
pub(crate) use pointer::EXAMPLES;
pub(crate) use read::read_folder;
pub use read::{ACCEPTED, FRAGMENT_SCHEMA};
pub(crate) use value::{Entry, OwnedValue, Value};
#[cfg(test)]
pub(crate) use yaml::parse;
pub(crate) use yaml::{Dialect, MAX_DEPTH};

use crate::diagnostic::{FileId, Location};

/// A document.
#[derive(Debug, Default)]
pub struct SourceFile {
    /// The path in generated files, which is also used to resolve references. It does not depend on where the documents
    /// are.
    pub path: String,
    /// The path in reports, by which a reader can open the file.
    pub shown: String,
    /// The whole text.
    pub text: String,
    tree: Tree,
    /// Where the keys of large maps are.
    indexes: HashMap<u32, Index>,
    /// Computed when a location is shown.
    lines: OnceLock<Lines>,
    /// Whether this is an overlay or the ledger instead of a document.
    is_overlay: bool,
}

/// All documents of a run.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    identifiers: identifiers::Identifiers,
    /// The target of writes to a node that does not exist.
    nowhere: OwnedValue,
    visits: Visits,
}

/// The number of nodes looked at, counted in builds with debug assertions: a deterministic measure of work.
#[derive(Debug, Default)]
struct Visits(#[cfg(debug_assertions)] std::sync::atomic::AtomicU64);

impl Visits {
    fn add(&self, _count: usize) {
        #[cfg(debug_assertions)]
        self.0.fetch_add(_count as u64, std::sync::atomic::Ordering::Relaxed);
    }
}

/// Identifies a node of a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId {
    file: u32,
    index: u32,
}

/// Nodes are numbers of our own, which need no hash that resists attacks.
pub(crate) type NodeHashSet = FxHashSet<NodeId>;

/// Values of nodes.
pub(crate) type NodeHashMap<T> = FxHashMap<NodeId, T>;

impl fmt::Debug for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.index)
    }
}

impl Sources {
    /// Returns the file of an id from a diagnostic of the same run.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// Returns all documents.
    pub(crate) fn ids(&self) -> impl Iterator<Item = FileId> {
        self.files.iter().zip(0..).filter(|(file, _)| !file.is_overlay).map(|(_, id)| FileId(id))
    }

    pub(crate) fn push(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(self.files.len() as u32 - 1)
    }

    /// Adds a text that is not a document, so that diagnostics can point into it.
    pub(crate) fn push_text(&mut self, path: &str, text: &str) -> FileId {
        let (path, text) = (path.to_owned(), text.to_owned());
        self.push(SourceFile { shown: path.clone(), path, text, is_overlay: true, ..SourceFile::default() })
    }

    /// Returns the root node, if the file is valid YAML.
    pub(crate) fn root(&self, file: FileId) -> Option<NodeId> {
        let index = self.file(file)?.tree.root()?;
        Some(NodeId { file: file.0, index })
    }

    /// Returns how many nodes the run has looked at so far; 0 in a build without debug assertions.
    #[doc(hidden)]
    pub fn visits(&self) -> u64 {
        #[cfg(debug_assertions)]
        return self.visits.0.load(std::sync::atomic::Ordering::Relaxed);
        #[cfg(not(debug_assertions))]
        0
    }

    /// Returns the value of a node for modification; for a node that does not exist, a dummy.
    pub(crate) fn value_mut(&mut self, id: NodeId) -> &mut OwnedValue {
        let file = self.files.get_mut(id.file as usize);
        let value = file.and_then(|file| file.tree.value_mut(&file.text, id.file(), id.index));
        value.unwrap_or(&mut self.nowhere)
    }

    /// Adds a node to a file, with the location of the node that it is derived from.
    pub(crate) fn grow(&mut self, home: FileId, location: Location, value: OwnedValue) -> NodeId {
        let source = self.files.get_mut(home.0 as usize);
        let index = source.map_or(u32::MAX, |source| source.tree.grow(location.into(), value));
        NodeId { file: home.0, index }
    }

    /// Returns the value of a node; null for one that does not exist.
    pub(crate) fn value(&self, id: NodeId) -> Value<'_> {
        self.visits.add(1);
        self.file(id.file()).map_or(Value::Null, |file| file.value(id.index))
    }

    /// Returns whether an overlay says what is at this location.
    pub(crate) fn is_of_overlay(&self, location: &Location) -> bool {
        self.file(location.file).is_some_and(|file| file.is_overlay)
    }

    pub(crate) fn location(&self, id: NodeId) -> Location {
        let location = self.file(id.file()).map(|file| file.tree.location(id.file(), id.index));
        location.unwrap_or_else(|| Location { file: id.file(), span: 0..0 })
    }

    /// Returns the location of a key, or of the map if the key does not exist.
    pub(crate) fn key_location(&self, map: NodeId, key: &str) -> Location {
        match self.entries(map).iter().find(|entry| entry.key == key) {
            Some(entry) => entry.key_location(),
            None => self.location(map),
        }
    }

    /// Returns the entries of a map; nothing for other nodes.
    pub(crate) fn entries(&self, id: NodeId) -> &[Entry] {
        match self.value(id) {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// Returns the items of a list; nothing for other nodes.
    pub(crate) fn items(&self, id: NodeId) -> &[NodeId] {
        match self.value(id) {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn get(&self, map: NodeId, key: &str) -> Option<NodeId> {
        let entries = self.entries(map);
        let file = self.file(map.file());
        let index = file.and_then(|file| file.indexes.get(&map.index));
        let hint = index.and_then(|index| index.hint(entries, key));
        // The index of a map that was not changed knows all of its keys.
        let is_complete = index.is_some() && file.is_some_and(|file| file.tree.is_as_read(map.index));
        hint.or_else(|| {
            if is_complete {
                return None;
            }
            self.visits.add(entries.len());
            entries.iter().find(|entry| entry.key == key)
        })
        .map(|entry| entry.value)
    }

    pub(crate) fn text(&self, id: NodeId) -> Option<&str> {
        match self.value(id) {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn get_text(&self, map: NodeId, key: &str) -> Option<&str> {
        self.text(self.get(map, key)?)
    }

    pub(crate) fn get_bool(&self, map: NodeId, key: &str) -> bool {
        self.get(map, key).is_some_and(|id| self.value(id) == Value::Bool(true))
    }

    /// Returns the `$ref` of a node.
    pub(crate) fn reference(&self, id: NodeId) -> Option<&str> {
        self.get_text(id, "$ref")
    }

    /// Converts a node for serde_json.
    pub(crate) fn to_json(&self, id: NodeId) -> serde_json::Value {
        use serde_json::Value as Json;
        match self.value(id) {
            Value::Null => Json::Null,
            Value::Bool(value) => Json::Bool(value),
            Value::Number(text) => scalar::json_number(text),
            Value::Text(text) => Json::String(text.to_owned()),
            Value::List(items) => items.iter().map(|item| self.to_json(*item)).collect(),
            Value::Map(entries) => {
                entries.iter().map(|entry| (entry.key.to_string(), self.to_json(entry.value))).collect()
            }
        }
    }
}

impl NodeId {
    pub(crate) fn file(self) -> FileId {
        FileId(self.file)
    }

    /// Returns a name for the node that [`NodeId::from_reference`] parses.
    pub(crate) fn to_reference(self) -> String {
        format!("node:{}:{}", self.file, self.index)
    }

    pub(crate) fn from_reference(reference: &str) -> Option<Self> {
        let (file, index) = reference.strip_prefix("node:")?.split_once(':')?;
        Some(Self { file: file.parse().ok()?, index: index.parse().ok()? })
    }
}

impl SourceFile {
    /// Line and column of a byte offset, both from 1; the column counts characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        self.lines().line_column(&self.text, offset)
    }

    fn value(&self, index: u32) -> Value<'_> {
        self.tree.value(&self.text, index)
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }
}

#[cfg(test)]
mod tests;
