//! The ledger of names: what each item was called before, so that no addition to the documents renames it.
//!
//! A name is chosen around those that are taken, so it depends on what else there is. A ledger remembers the choice by
//! the item's place in the documents: known items keep their names, and new ones choose among the rest. Names that
//! follow from the wire name alone are not remembered: they are taken first, see [`Key::implies`].

mod key;
mod moves;
mod places;
mod read;
mod write;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, FileId, Location, Report};
use crate::name::{Ident, Names};
use crate::source::{NodeHashMap, NodeHashSet, NodeId, Sources};

pub(crate) use key::{Key, Place, Role, in_line};
pub(crate) use moves::Successors;

/// The names that are known, and those that were chosen.
#[derive(Default)]
pub(crate) struct Ledger {
    file: Option<FileId>,
    /// By the texts of their keys.
    entries: BTreeMap<String, Entry>,
    /// The nodes that entries are about, with their places.
    places: NodeHashMap<String>,
    /// The names that types take over from others in whose places they are used now.
    inherited: NodeHashMap<Ident>,
    /// Whether paths begin with the name of the folder that contains all documents.
    in_folder: bool,
    chosen: RefCell<Vec<Chosen>>,
}

/// A line of the ledger.
struct Entry {
    name: Ident,
    /// The names that remain as aliases.
    was: Vec<Ident>,
    /// Where the line is.
    span: Range<usize>,
    /// Whether an item has the name.
    used: Cell<bool>,
}

/// The name of an item.
#[derive(Clone, Debug)]
pub(crate) struct Settled {
    pub(crate) name: Ident,
    /// The names that it had before, which remain as aliases.
    pub(crate) was: Vec<Ident>,
}

/// A name that was chosen, for the next ledger.
struct Chosen {
    role: Role,
    place: OwnedPlace,
    /// Behind the place in the text of the key.
    detail: Box<str>,
    settled: Settled,
}

enum OwnedPlace {
    Node(NodeId),
    Text(Box<str>),
}

impl From<Ident> for Settled {
    fn from(name: Ident) -> Self {
        Self { name, was: Vec::new() }
    }
}

impl OwnedPlace {
    fn node(&self) -> Option<NodeId> {
        match self {
            Self::Node(node) => Some(*node),
            Self::Text(_) => None,
        }
    }
}

impl Ledger {
    /// Whether there are names to keep.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns the known name of an item, which is in use from now on.
    pub(crate) fn known(&self, key: Key<'_>) -> Option<Settled> {
        let entry = self.entry(key)?;
        entry.used.set(true);
        Some(Settled { name: entry.name.clone(), was: entry.was.clone() })
    }

    fn entry(&self, key: Key<'_>) -> Option<&Entry> {
        // Without a ledger, no key is written out.
        if self.is_empty() {
            return None;
        }
        self.entries.get(&key.text(&self.places)?)
    }

    /// Takes the known names of all items of a kind at a place.
    pub(crate) fn reserve(&self, scope: &mut Names, report: &Report, role: Role, place: Place<'_>) {
        if self.is_empty() {
            return;
        }
        let Some(begin) = (Key { role, place, detail: ["", ""] }).text(&self.places) else { return };
        let is_below =
            |text: &str| text.strip_prefix(&begin).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let all = self.entries.range(begin.clone()..).take_while(|(text, _)| text.starts_with(&begin));
        for (text, entry) in all.filter(|(text, _)| is_below(text)) {
            self.take(scope, report, text, entry);
        }
    }

    /// Takes the known name of an item.
    pub(crate) fn reserve_one(&self, scope: &mut Names, report: &Report, key: Key<'_>) {
        let text = if self.is_empty() { None } else { key.text(&self.places) };
        if let Some((text, entry)) = text.and_then(|text| self.entries.get_key_value(&text)) {
            self.take(scope, report, text, entry);
        }
    }

    /// Takes the name of an entry, and those that remain as aliases.
    fn take(&self, scope: &mut Names, report: &Report, key: &str, entry: &Entry) {
        for name in entry.was.iter().chain([&entry.name]) {
            if scope.reserve(name) {
                continue;
            }
            let (role, place) = key.split_once(' ').unwrap_or((key, ""));
            let file = |place: &str| place.split([' ', '#', '[']).next().map(str::to_owned);
            let is_other = |(text, other): &(&String, &Entry)| {
                let is_beside = text.split_once(' ').is_some_and(|(_, other)| file(other) == file(place));
                is_beside && text.as_str() != key && other.was.iter().chain([&other.name]).any(|one| one == name)
            };
            let message = format!("the name `{name}` is not free for this {role}");
            let problem = Diagnostic::new(Code::DuplicateName, self.location(entry.span.clone()), message);
            let problem = match self.entries.iter().find(is_other) {
                Some((_, other)) => problem.also(self.location(other.span.clone()), "it is also the name of this one"),
                None => problem,
            };
            report.add_once(problem.help("choose another name for one of them, and regenerate"));
        }
    }

    /// Holds a name for an item that has it without being in the ledger, because it follows from its wire name.
    pub(crate) fn hold(&self, scope: &mut Names, key: Key<'_>, name: &Ident) {
        if !self.is_empty() && key.implies(name) && self.entry(key).is_none() {
            scope.hold(name);
        }
    }

    /// Names an item: as it is known, as its wire name implies, or else with a `fresh` name.
    pub(crate) fn settle(
        &self,
        scope: &mut Names,
        key: Key<'_>,
        wanted: Ident,
        fresh: impl FnOnce(&mut Names, Ident) -> Ident,
    ) -> Settled {
        let settled = match self.known(key) {
            Some(settled) if scope.redeem(&settled.name) => settled,
            None if key.implies(&wanted) && scope.release(&wanted) => wanted.into(),
            // Such as the second of two servers with the same URL.
            Some(_) => fresh(scope, wanted).into(),
            None => match self.inherited(key) {
                Some(old) if *old == wanted => wanted.into(),
                old => Settled { name: fresh(scope, wanted), was: old.cloned().into_iter().collect() },
            },
        };
        self.choose(key, settled.clone());
        settled
    }

    /// Names an item as the document does with `asked`; the name that it had remains as an alias.
    ///
    /// `fresh` takes a name that is not known, and reports it if it is not free.
    pub(crate) fn settle_asked(
        &self,
        scope: &mut Names,
        report: &Report,
        key: Key<'_>,
        asked: (Ident, Location),
        fresh: impl FnOnce(&mut Names, Ident) -> Ident,
    ) -> Settled {
        let (asked, location) = asked;
        let settled = match self.entry(key) {
            Some(entry) if entry.name == asked && scope.redeem(&asked) => {
                Settled { name: asked, was: entry.was.clone() }
            }
            Some(entry) if entry.name == asked => fresh(scope, asked).into(),
            Some(entry) if entry.was.contains(&asked) => {
                let message = format!("the document says `{asked}`, but the ledger says `{}`", entry.name);
                let problem = Diagnostic::new(Code::BadLedger, location, message);
                let problem = problem.also(self.location(entry.span.clone()), "here");
                report.add_once(problem.help(format!("write `{}` in the document as well", entry.name)));
                Settled { name: entry.name.clone(), was: entry.was.clone() }
            }
            Some(entry) => {
                let name = fresh(scope, asked);
                let old = key.role.has_aliases().then(|| entry.name.clone()).filter(|old| *old != name);
                Settled { name, was: entry.was.iter().cloned().chain(old).collect() }
            }
            None => fresh(scope, asked).into(),
        };
        if let Some(entry) = self.entry(key) {
            entry.used.set(true);
        }
        self.choose(key, settled.clone());
        settled
    }

    /// Returns the asked name, or a number behind it if it is taken: the number that the item has already, if any.
    pub(crate) fn numbered(&self, scope: &mut Names, key: Key<'_>, asked: Ident) -> Ident {
        let is_numbered = |known: &&Ident| {
            let number = known.plain().strip_prefix(asked.plain());
            number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
        };
        if scope.claim(&asked) {
            return asked;
        }
        let known = self.entry(key).map(|entry| &entry.name).filter(is_numbered);
        match known.filter(|known| scope.redeem(known)) {
            Some(known) => known.clone(),
            None => scope.free(asked),
        }
    }

    /// Reports aliases that an item cannot have.
    pub(crate) fn refuse_aliases(&self, report: &Report, settled: &Settled, message: &str) {
        let Some(first) = settled.was.first() else { return };
        let problem = match self.entries.values().find(|entry| entry.was == settled.was && entry.name == settled.name) {
            Some(entry) => Diagnostic::new(Code::BadLedger, self.location(entry.span.clone()), message),
            // The document names it anew.
            None => return,
        };
        report.add_once(problem.help(format!("remove `, was {first}`")));
    }

    /// Remembers a name for the next ledger.
    pub(crate) fn choose(&self, key: Key<'_>, settled: Settled) {
        if key.implies(&settled.name) && settled.was.is_empty() {
            return;
        }
        let place = match key.place {
            Place::Node(node) => OwnedPlace::Node(node),
            Place::Text(text) => OwnedPlace::Text(text.into()),
        };
        self.chosen.borrow_mut().push(Chosen { role: key.role, place, detail: key.behind().into(), settled });
    }

    /// Chooses another name for the type of these schemas.
    pub(crate) fn rename(&self, nodes: &[NodeId], name: &Ident) {
        let is_of_type =
            |one: &&mut Chosen| one.role == Role::Type && one.place.node().is_some_and(|node| nodes.contains(&node));
        self.chosen.borrow_mut().iter_mut().filter(is_of_type).for_each(|one| one.settled.name = name.clone());
    }

    /// Forgets what was chosen for items that are not generated after all.
    pub(crate) fn forget(&self, role: Role, nodes: &NodeHashSet) {
        let is_gone = |one: &Chosen| one.role == role && one.place.node().is_some_and(|node| nodes.contains(&node));
        self.chosen.borrow_mut().retain(|one| !is_gone(one));
    }

    /// Returns the name that a new type takes over, as its own or as an alias.
    fn inherited(&self, key: Key<'_>) -> Option<&Ident> {
        match key {
            Key { role: Role::Type, place: Place::Node(node), .. } => self.inherited.get(&node),
            _ => None,
        }
    }

    /// Returns the names that types take over, with the nodes of these.
    pub(crate) fn heirs(&self) -> impl Iterator<Item = (NodeId, &Ident)> {
        self.inherited.iter().map(|(node, name)| (*node, name))
    }

    /// Returns the nodes of types that are gone, with their names, unless another type of the file has the name.
    pub(crate) fn gone(&self) -> Vec<(NodeId, Ident)> {
        let key = |node| Key { role: Role::Type, place: Place::Node(node), detail: ["", ""] };
        let all = self.nodes(Role::Type);
        let is_used = |node: NodeId| self.entry(key(node)).is_some_and(|entry| entry.used.get());
        let is_free = |node: NodeId, name: &Ident| {
            let mut beside = all.iter().filter(|(other, _)| other.file() == node.file() && is_used(*other));
            !beside.any(|(_, other)| *other == name)
        };
        let gone = all.iter().filter(|(node, name)| !is_used(*node) && is_free(*node, name));
        gone.map(|(node, name)| (*node, (*name).clone())).collect()
    }

    /// Forgets the names that no item has, and all that was chosen. What moved keeps its names, and types take over some
    /// of the others, unless they have their own.
    pub(crate) fn forget_unused(&mut self, sources: &Sources, successors: Successors) {
        let Successors { moves, heirs } = successors;
        self.carry(&moves);
        if !moves.is_empty() {
            self.locate(sources);
        }
        self.entries.retain(|_, entry| entry.used.replace(false));
        self.chosen.get_mut().clear();
        for (heir, name) in heirs {
            if self.entry(Key { role: Role::Type, place: Place::Node(heir), detail: ["", ""] }).is_none() {
                self.inherited.entry(heir).or_insert(name);
            }
        }
    }

    /// Whether there are names that no item has.
    pub(crate) fn has_unused(&self) -> bool {
        self.entries.values().any(|entry| !entry.used.get())
    }

    /// Returns the nodes with an entry of a kind and their names, in the order of their places.
    pub(crate) fn nodes(&self, role: Role) -> Vec<(NodeId, &Ident)> {
        let mut nodes: Vec<_> = self.places.iter().collect();
        nodes.sort_by(|one, other| (one.1, one.0).cmp(&(other.1, other.0)));
        nodes.dedup_by(|one, other| one.1 == other.1);
        let named = |(node, _): (&NodeId, &String)| {
            let entry = self.entry(Key { role, place: Place::Node(*node), detail: ["", ""] })?;
            Some((*node, &entry.name))
        };
        nodes.into_iter().filter_map(named).collect()
    }

    fn location(&self, span: Range<usize>) -> Location {
        Location { file: self.file.unwrap_or(FileId(0)), span }
    }
}
