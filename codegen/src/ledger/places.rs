//! The places of nodes: like JSON pointers, but without positions in lists, which additions would shift.

use std::collections::{BTreeMap, BTreeSet};

use super::Ledger;
use super::key::in_line;
use crate::diagnostic::FileId;
use crate::source::{NodeHashMap, NodeHashSet, NodeId, Sources, Value};

/// Receives the nodes of a file with their places. Returns whether to go on below a node.
type Visit<'a> = &'a mut dyn FnMut(&str, NodeId) -> bool;

impl Ledger {
    /// Returns the path of a file in places: it does not depend on where the documents are on the disk.
    pub(crate) fn path<'a>(&self, sources: &'a Sources, file: FileId) -> &'a str {
        let path = sources.file(file).map_or("", |file| file.path.as_str());
        let below = path.split_once('/').map(|(_, below)| below).filter(|_| self.in_folder);
        below.unwrap_or(path)
    }

    /// Finds the nodes that entries are about, in documents that are not corrected any more: a reference that became a
    /// schema has a place.
    pub(crate) fn locate(&mut self, sources: &Sources) {
        let about: BTreeSet<&str> = self.entries.keys().filter_map(|key| Some(key.split_once(' ')?.1)).collect();
        let mut found = NodeHashMap::default();
        let begins = |begin: &str| about.range(begin..).next().is_some_and(|next| next.starts_with(begin));
        let mut visit = |place: &str, node: NodeId| {
            if about.contains(place) || begins(&format!("{place} ")) {
                found.entry(node).or_insert_with(|| place.to_owned());
            }
            begins(place)
        };
        for root in sources.ids().filter_map(|file| sources.root(file)) {
            walk(sources, root, &mut format!("{}#", self.path(sources, root.file())), &mut visit);
        }
        self.places = found;
    }

    /// Returns the places of nodes.
    pub(super) fn places(&self, sources: &Sources, wanted: &NodeHashSet) -> NodeHashMap<String> {
        let mut found: NodeHashMap<(bool, String)> = NodeHashMap::default();
        let files: BTreeSet<_> = wanted.iter().map(|node| node.file()).collect();
        for root in files.into_iter().filter_map(|file| sources.root(file)) {
            let mut visit = |place: &str, node: NodeId| {
                if wanted.contains(&node) {
                    // Several files may contain a node; its own one takes precedence.
                    let is_own = node.file() == root.file();
                    if found.get(&node).is_none_or(|(was_own, _)| is_own && !was_own) {
                        found.insert(node, (is_own, place.to_owned()));
                    }
                }
                true
            };
            walk(sources, root, &mut format!("{}#", self.path(sources, root.file())), &mut visit);
        }
        found.into_iter().map(|(node, (_, place))| (node, place)).collect()
    }
}

fn walk(sources: &Sources, node: NodeId, place: &mut String, visit: Visit<'_>) {
    if !visit(place, node) {
        return;
    }
    let length = place.len();
    let mut step = |part: &str, child: NodeId| {
        place.push('/');
        // A space would begin what follows the place.
        match part.contains(|char: char| "~/ \\".contains(char) || char.is_control()) {
            true => place.push_str(&in_line(part).replace('~', "~0").replace('/', "~1").replace(' ', "%20")),
            false => place.push_str(part),
        }
        walk(sources, child, place, visit);
        place.truncate(length);
    };
    match sources.value(node) {
        Value::List(items) => {
            let mut seen: BTreeMap<String, u32> = BTreeMap::new();
            // What is in a list of scalars or references has no name.
            let maps = items.iter().filter(|item| matches!(sources.value(**item), Value::Map(_) | Value::List(_)));
            for item in maps.filter(|item| sources.reference(**item).is_none()) {
                let label = label(sources, *item);
                let number = seen.entry(label.clone()).and_modify(|number| *number += 1).or_insert(1);
                match *number {
                    1 => step(&label, *item),
                    number => step(&format!("{label}({number})"), *item),
                }
            }
        }
        Value::Map(entries) => entries.iter().for_each(|entry| step(&entry.key, entry.value)),
        _ => {}
    }
}

/// Returns what tells an item of a list from the others, wherever it is in the list: the location and the name of a
/// parameter; of a schema, its title, a property with a single value, its first required property, or its type.
fn label(sources: &Sources, item: NodeId) -> String {
    let text = |key: &str| sources.get_text(item, key);
    if let (Some(location), Some(name)) = (text("in"), text("name")) {
        return format!("{location}:{name}");
    }
    if let Some(own) = text("title").or_else(|| text("url")).or_else(|| text("name")).or_else(|| text("by")) {
        return own.to_owned();
    }
    let constant = |property: NodeId| match sources.get(property, "enum").map(|list| sources.items(list)) {
        Some([value]) => sources.text(*value),
        _ => None,
    };
    let properties = sources.get(item, "properties").map_or(&[][..], |node| sources.entries(node));
    let tag = properties.iter().find_map(|entry| Some(format!("{}={}", entry.key, constant(entry.value)?)));
    let required = || {
        let list = sources.get(item, "required")?;
        sources.text(*sources.items(list).first()?).map(str::to_owned)
    };
    tag.or_else(required).or_else(|| text("type").map(str::to_owned)).unwrap_or_else(|| "item".to_owned())
}
