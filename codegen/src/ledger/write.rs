//! Writes the next ledger.

use std::collections::BTreeMap;

use super::key::written;
use super::{Ledger, OwnedPlace, Settled};
use crate::source::{NodeHashSet, Sources};

/// What the text says of itself.
const ABOUT: &str = "\
# The Rust names of items, so that no addition renames them. To rename one, write another name, and `, was OldName`
# behind it: the old name remains as a deprecated alias until that is removed. Then regenerate.
";

/// The names that were chosen, a line each.
pub(crate) struct Lines(BTreeMap<String, Settled>);

impl Ledger {
    /// Returns the lines of the next ledger. The documents must be complete.
    pub(crate) fn lines(&self, sources: &Sources) -> Lines {
        let chosen = self.chosen.borrow();
        let nodes: NodeHashSet = chosen.iter().filter_map(|one| one.place.node()).collect();
        let places = self.places(sources, &nodes);
        let mut lines = BTreeMap::new();
        for one in chosen.iter() {
            let place = match &one.place {
                OwnedPlace::Node(node) => places.get(node).map(String::as_str),
                OwnedPlace::Text(text) => Some(&**text),
            };
            if let Some(place) = place {
                // Of an operation and its variants, the first has the arguments.
                lines.entry(written(one.role, place, &one.detail)).or_insert_with(|| one.settled.clone());
            }
        }
        Lines(lines)
    }
}

impl Lines {
    /// Returns the text of the ledger, behind its header.
    pub(crate) fn text(&self, header: &str) -> String {
        let mut text = format!("{header}\n{ABOUT}\n");
        for (key, Settled { name, was }) in &self.0 {
            text.extend([key.as_str(), " = ", name.plain()]);
            for old in was {
                text.extend([", was ", old.plain()]);
            }
            text.push('\n');
        }
        text
    }
}
