//! An index of the keys of large maps: a document may have a thousand schemas, each of which is looked up a hundred
//! times.

use std::collections::HashMap;

use super::{Entry, Key};

/// Maps with fewer keys are searched linearly.
const LARGE: usize = 32;

/// Positions by key; empty for a small map.
#[derive(Debug, Default)]
pub(super) struct Index(HashMap<Key, u32>);

impl Index {
    /// Adds the last entry to the index.
    pub(super) fn note(&mut self, entries: &[Entry]) {
        if entries.len() == LARGE {
            self.0 = entries.iter().enumerate().map(|(at, entry)| (entry.key.clone(), at as u32)).collect();
        } else if let Some(last) = entries.last().filter(|_| entries.len() > LARGE) {
            self.0.insert(last.key.clone(), entries.len() as u32 - 1);
        }
    }

    /// Returns the entry with this key. All entries must be in the index.
    pub(super) fn find<'a>(&self, entries: &'a [Entry], key: &str) -> Option<&'a Entry> {
        match entries.len() < LARGE {
            true => entries.iter().find(|entry| entry.key == key),
            false => self.hint(entries, key),
        }
    }

    /// Like `find`, for entries that may have been rewritten since: a match is correct, but an entry may be missed.
    pub(super) fn hint<'a>(&self, entries: &'a [Entry], key: &str) -> Option<&'a Entry> {
        self.0.get(key).and_then(|at| entries.get(*at as usize)).filter(|entry| entry.key == key)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
