//! The position of a node as a file and a JSON pointer.

use std::collections::BTreeSet;

use super::{NodeHashMap, NodeHashSet, NodeId, Sources, Value};
use crate::diagnostic::{FileId, Location};

/// The key for the `examples` of a schema of OpenAPI 3.1 after its conversion to 3.0, which has no such key.
pub(crate) const EXAMPLES: &str = "$examples";

impl Sources {
    /// Returns the positions of these nodes, such as `pets.yaml#/components/schemas/Pet`.
    pub(crate) fn pointers(&self, wanted: &NodeHashSet) -> NodeHashMap<String> {
        let mut found = NodeHashMap::default();
        let files: BTreeSet<_> = wanted.iter().map(|node| node.file()).collect();
        for root in files.into_iter().filter_map(|file| self.root(file)) {
            let path = self.file(root.file()).map_or("", |file| file.path.as_str());
            self.point(root, root.file(), &mut format!("{path}#"), wanted, &mut found);
        }
        found.into_iter().map(|(node, (_, pointer))| (node, pointer)).collect()
    }

    /// Returns the location of the key at such a position; `None` if it is the root, an item of an array, or moved.
    pub(crate) fn key_at(&self, position: &str) -> Option<Location> {
        let (path, pointer) = position.split_once('#')?;
        let (parents, key) = pointer.rsplit_once('/')?;
        let unescaped = |part: &str| part.replace("~1", "/").replace("~0", "~");
        let file = self.ids().find(|file| self.file(*file).is_some_and(|file| file.path == path))?;
        let mut node = self.root(file)?;
        for part in parents.split('/').skip(1) {
            node = self
                .get(node, &unescaped(part))
                .or_else(|| self.items(node).get(part.parse::<usize>().ok()?).copied())?;
        }
        let key = unescaped(key);
        self.get(node, &key)?;
        Some(self.key_location(node, &key)).filter(|location| location.file == file)
    }

    /// Follows what `file` contains. Several files may contain a node; its own one takes precedence.
    fn point(
        &self,
        node: NodeId,
        file: FileId,
        pointer: &mut String,
        wanted: &NodeHashSet,
        found: &mut NodeHashMap<(bool, String)>,
    ) {
        if wanted.contains(&node) {
            let is_own = node.file() == file;
            if found.get(&node).is_none_or(|(was_own, _)| is_own && !was_own) {
                found.insert(node, (is_own, pointer.clone()));
            }
        }
        let length = pointer.len();
        let mut step = |part: &str, child: NodeId| {
            pointer.push('/');
            // The key in the document.
            let part = if part == EXAMPLES { "examples" } else { part };
            match part.contains(['~', '/']) {
                true => pointer.push_str(&part.replace('~', "~0").replace('/', "~1")),
                false => pointer.push_str(part),
            }
            self.point(child, file, pointer, wanted, found);
            pointer.truncate(length);
        };
        match self.value(node) {
            Value::List(items) => items.iter().enumerate().for_each(|(index, item)| step(&index.to_string(), *item)),
            Value::Map(entries) => entries.iter().for_each(|entry| step(&entry.key, entry.value)),
            _ => {}
        }
    }
}
