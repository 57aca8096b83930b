//! Merge keys, which YAML 1.1 had and most programs still read: `<<: *base` adds the entries of another map.

use std::collections::HashSet;

use super::index::Index;
use super::yaml::{Builder, MAX_EXPANDED};
use super::{Entry, Key, Value};

impl Builder<'_> {
    /// Replaces the merge key of the map whose entries begin at `first` by the entries that it adds: of several maps, the
    /// first one wins, and the map's own keys before all.
    pub(super) fn merge(&mut self, first: usize, keys: Index) -> Index {
        let own = self.entries.get(first..).unwrap_or_default();
        let Some(at) = own.iter().position(|entry| self.is_merge_key(entry)) else { return keys };
        let added = own.get(at).map(|entry| entry.value.index).and_then(|index| self.added_by(index));
        let Some(added) = added else { return keys };
        self.merged = self.merged.saturating_add(added.len() as u64);
        // A few lines would exhaust the memory.
        if self.merged > MAX_EXPANDED {
            return keys;
        }
        let (before, after) = own.split_at_checked(at).unwrap_or_default();
        let after = after.get(1..).unwrap_or_default();
        let mut known: HashSet<&Key> = before.iter().chain(after).map(|entry| &entry.key).collect();
        let new = added.iter().filter(|entry| known.insert(&entry.key));
        let all: Vec<Entry> = before.iter().chain(new).chain(after).cloned().collect();
        let mut keys = Index::default();
        (1..=all.len()).for_each(|length| keys.note(all.get(..length).unwrap_or_default()));
        self.entries.truncate(first);
        self.entries.extend(all);
        keys
    }

    /// Whether an entry has the key `<<`, without quotes.
    fn is_merge_key(&self, entry: &Entry) -> bool {
        let start = entry.key_location().span.start;
        entry.key == "<<" && self.text.get(start..).is_some_and(|text| text.starts_with("<<"))
    }

    /// Returns the entries of a map, or of all maps of a list; `None` if it is neither.
    fn added_by(&self, index: u32) -> Option<Vec<Entry>> {
        match self.tree.value(self.text, index) {
            Value::Map(entries) => Some(entries.to_vec()),
            Value::List(items) => {
                let maps = items.iter().map(|item| match self.tree.value(self.text, item.index) {
                    Value::Map(entries) => Some(entries.to_vec()),
                    _ => None,
                });
                maps.collect::<Option<Vec<_>>>().map(|maps| maps.concat())
            }
            _ => None,
        }
    }
}
