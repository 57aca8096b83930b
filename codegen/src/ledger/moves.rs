//! Components that moved to another file of their version: they keep their names, and remain under these in the module
//! where they were.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use super::key::written;
use super::{Entry, Key, Ledger, Place, Role};
use crate::name::Ident;
use crate::source::{NodeHashSet, NodeId, Sources};

/// The place of a component, before and after.
#[derive(Debug)]
pub(crate) struct Move {
    from: String,
    to: String,
}

/// What takes over the names of items that are gone.
pub(crate) struct Successors {
    pub(crate) moves: Vec<Move>,
    /// Types, each with a name that another one had.
    pub(crate) heirs: Vec<(NodeId, Ident)>,
}

/// A type that was in another module.
pub(crate) struct Former {
    pub(crate) node: NodeId,
    /// The path of the document of that module.
    pub(crate) file: String,
    /// Whether this is about the struct of its required fields.
    pub(crate) is_required: bool,
}

/// Stands for the struct of required fields.
const REQUIRED: &str = "required";

impl Ledger {
    /// Returns the components that are gone, each with the only new one of its version that has the same key.
    pub(crate) fn moves(&self, sources: &Sources, types: impl Iterator<Item = NodeId>) -> Vec<Move> {
        let key = |node| Key { role: Role::Type, place: Place::Node(node), detail: ["", ""] };
        let new: NodeHashSet = types.filter(|node| self.entry(key(*node)).is_none()).collect();
        if new.is_empty() || !self.in_folder {
            return Vec::new();
        }
        let places: BTreeSet<_> = self.places(sources, &new).into_values().collect();
        let gone = self.entries.iter().filter(|(_, entry)| !entry.used.get());
        let gone = gone.filter_map(|(key, _)| key.strip_prefix("type ")).filter(|place| is_component(place));
        let moved = |from: &str| {
            let mut all = places.iter().filter(|to| is_moved(from, to));
            let to = all.next().filter(|_| all.next().is_none())?;
            Some(Move { from: from.to_owned(), to: to.clone() })
        };
        gone.filter_map(moved).collect()
    }

    /// Gives what moved the names that it had, and remembers where it was.
    pub(super) fn carry(&mut self, moves: &[Move]) {
        for Move { from, to } in moves {
            let below = |key: &str| {
                let (role, place) = key.split_once(' ')?;
                let rest = place.strip_prefix(from.as_str())?;
                (rest.is_empty() || rest.starts_with(['/', ' '])).then(|| (role.to_owned(), rest.to_owned()))
            };
            let keys: Vec<_> = self.entries.keys().filter_map(|key| Some((key.clone(), below(key)?))).collect();
            for (key, (role, rest)) in keys {
                let Some(mut entry) = self.entries.remove(&key) else { continue };
                if let Some(which) = which(&role) {
                    let file = from.split('#').next().unwrap_or_default();
                    // Its aliases are in the old module as well.
                    let (name, was) = (entry.name.clone(), std::mem::take(&mut entry.was));
                    let former = Entry { name, was, span: entry.span.clone(), used: Cell::new(true) };
                    let (place, _) = rest.split_once(' ').unwrap_or((&rest, ""));
                    let behind = if which.is_empty() { file.to_owned() } else { format!("{file} {which}") };
                    self.entries.insert(written(Role::Former, &format!("{to}{place}"), &behind), former);
                }
                entry.used.set(true);
                self.entries.insert(format!("{role} {to}{rest}"), entry);
            }
        }
    }

    /// Returns the types that were in other modules.
    pub(crate) fn former(&self) -> Vec<Former> {
        let nodes: BTreeMap<&str, NodeId> = self.places.iter().map(|(node, place)| (place.as_str(), *node)).collect();
        let begin = format!("{} ", Role::Former.as_str());
        let all = self.entries.range(begin.clone()..).take_while(|(key, _)| key.starts_with(&begin));
        let former = |(key, _): (&String, &Entry)| {
            let mut parts = key.split(' ').skip(1);
            let (node, file) = (*nodes.get(parts.next()?)?, parts.next()?.to_owned());
            Some(Former { node, file, is_required: parts.next() == Some(REQUIRED) })
        };
        all.filter_map(former).collect()
    }
}

impl Former {
    /// Returns the key of its line.
    pub(crate) fn key(&self) -> Key<'_> {
        let detail = [self.file.as_str(), if self.is_required { REQUIRED } else { "" }];
        Key { role: Role::Former, place: Place::Node(self.node), detail }
    }
}

/// What a line about a former place says behind it, for the items that have such lines.
fn which(role: &str) -> Option<&'static str> {
    match role {
        _ if role == Role::Type.as_str() => Some(""),
        _ if role == Role::Required.as_str() => Some(REQUIRED),
        _ => None,
    }
}

fn is_component(place: &str) -> bool {
    place.split_once("#/components/schemas/").is_some_and(|(_, key)| !key.contains('/'))
}

/// Whether two places are of components with the same key, in two files of one folder.
fn is_moved(from: &str, to: &str) -> bool {
    let (Some((from, key)), Some((to, other))) = (from.split_once('#'), to.split_once('#')) else { return false };
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    key == other && from != to && folder(from) == folder(to)
}
