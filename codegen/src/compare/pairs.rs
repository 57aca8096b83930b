//! Which element of one crate is which of the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::surface::{Aspect, Element, Subject, Surface};

/// The elements of both crates, as keys: those that are the same one, however it is called, and those without a
/// counterpart.
#[derive(Debug, Default)]
pub(super) struct Pairs<'a> {
    /// From the base to the head.
    both: BTreeMap<&'a str, &'a str>,
    /// From the head to the base.
    back: BTreeMap<&'a str, &'a str>,
    /// The types with another path in the head.
    types: BTreeMap<&'a str, &'a str>,
    /// The modules with another path in the head, by the paths of their resources.
    modules: BTreeMap<&'a str, &'a str>,
    /// The security schemes with another name in the head.
    schemes: BTreeMap<&'a str, &'a str>,
}

/// Elements by the key of their owner.
type Parts<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// Pairs the elements: by their keys, then types by where they stand, and at last by their names in Rust, or by how they
/// are recognized on the wire.
pub(super) fn pairs<'a>(base: &'a Surface, head: &'a Surface) -> Pairs<'a> {
    let mut pairs = Pairs::default();
    for (key, element) in &base.elements {
        if let Some((other, _)) = head.elements.get_key_value(key).filter(|(_, other)| is_alike(element, other)) {
            pairs.insert(key, other);
        }
    }
    // A type whose former name still works is what that stands for.
    for alias in head.elements.values().filter(|element| element.subject == Subject::Alias) {
        let is_type = |element: &&Element| element.subject == Subject::Type;
        if let Some(before) = base.elements.get(&alias.path).filter(is_type) {
            pairs.types.insert(&before.path, alias.aspect(Aspect::Type));
        }
    }
    let parts = parts(base);
    loop {
        let found = moved_types(base, head, &pairs).into_iter().chain(same(base, head, &pairs, name));
        let found = found.chain(same(base, head, &pairs, recognition));
        let found: Vec<_> = found.chain(moved_resources(base, head, &pairs)).collect();
        let mut is_new = false;
        for (one, other) in found {
            is_new |= pairs.adopt(base, head, &parts, one, other);
        }
        if !is_new {
            return pairs;
        }
    }
}

fn is_alike(one: &Element, other: &Element) -> bool {
    one.subject == other.subject
}

fn parts(surface: &Surface) -> Parts<'_> {
    let mut parts = Parts::new();
    for (key, element) in &surface.elements {
        if let Some(owner) = &element.owner {
            parts.entry(owner).or_default().push(key);
        }
    }
    parts
}

impl<'a> Pairs<'a> {
    /// Returns the key in the head of an element of the base.
    pub(super) fn head_of(&self, key: &str) -> Option<&'a str> {
        self.both.get(key).copied()
    }

    /// Returns the key in the base of an element of the head.
    pub(super) fn base_of(&self, key: &str) -> Option<&'a str> {
        self.back.get(key).copied()
    }

    /// Returns a text of the base with its types as the head calls them.
    pub(super) fn renamed(&self, text: &str) -> String {
        if self.types.is_empty() && self.modules.is_empty() {
            return text.to_owned();
        }
        let mut renamed = String::new();
        for (is_name, piece) in pieces(text) {
            match (is_name, self.types.get(piece)) {
                (true, Some(other)) => renamed.push_str(other),
                (true, None) => renamed.push_str(&self.moved(piece)),
                (false, _) => renamed.push_str(piece),
            }
        }
        renamed
    }

    /// Whether a type of a module of the base is in that module of the head.
    pub(super) fn has_moved(&self, from: &str, to: &str) -> bool {
        let module = |path: &str, of: &str| path.rsplit_once("::").is_some_and(|(module, _)| module == of);
        self.types.iter().any(|(before, after)| module(before, from) && module(after, to))
    }

    /// Returns sets of security schemes of the base with the names of the head.
    pub(super) fn renamed_schemes(&self, text: &str) -> String {
        let one = |name: &str| self.schemes.get(name).copied().unwrap_or(name).to_owned();
        let set = |set: &str| set.split(" and ").map(one).collect::<Vec<_>>().join(" and ");
        text.split(", or ").map(set).collect::<Vec<_>>().join(", or ")
    }

    /// Returns the path of something of a module, as the head has it if only the module has another name there.
    pub(super) fn moved(&self, path: &str) -> String {
        let inside = |(from, to): (&&str, &&str)| Some(format!("{to}{}", path.strip_prefix(from)?));
        let is_whole =
            |from: &str| path.get(from.len()..).is_some_and(|rest| rest.starts_with("::") || rest.is_empty());
        let found = self.modules.iter().rev().find(|(from, _)| path.starts_with(*from) && is_whole(from));
        found.and_then(inside).unwrap_or_else(|| path.to_owned())
    }

    fn insert(&mut self, one: &'a str, other: &'a str) {
        self.both.insert(one, other);
        self.back.insert(other, one);
    }

    /// Pairs two elements, and their parts. Returns whether both were free.
    fn adopt(&mut self, base: &'a Surface, head: &'a Surface, parts: &Parts<'a>, one: &'a str, other: &'a str) -> bool {
        if self.both.contains_key(one) || self.back.contains_key(other) {
            return false;
        }
        self.insert(one, other);
        let elements = base.elements.get(one).zip(head.elements.get(other));
        if let Some((before, after)) = elements.filter(|(element, _)| element.subject == Subject::Type) {
            self.types.insert(&before.path, &after.path);
        }
        if let Some((before, after)) = elements.filter(|(element, _)| element.subject == Subject::Credential) {
            self.schemes.insert(&before.wire, &after.wire);
        }
        if let Some((before, after)) = elements.filter(|(element, _)| element.subject == Subject::Handle) {
            self.modules.insert(&before.path, &after.path);
            let modules = before.path.rsplit_once("::").zip(after.path.rsplit_once("::"));
            self.modules.extend(modules.map(|((before, _), (after, _))| (before, after)));
        }
        for part in parts.get(one).into_iter().flatten() {
            let key = part.strip_prefix(one).map(|rest| format!("{other}{rest}"));
            let found = key.and_then(|key| head.elements.get_key_value(&key));
            let before = base.elements.get(*part);
            if let Some((key, _)) = found.filter(|(_, after)| before.is_some_and(|before| is_alike(before, after))) {
                self.adopt(base, head, parts, part, key);
            }
        }
        true
    }
}

/// The types without a counterpart that stand where another one stood: at the same property, body or response.
fn moved_types<'a>(base: &'a Surface, head: &'a Surface, pairs: &Pairs<'a>) -> Vec<(&'a str, &'a str)> {
    let free = |surface: &'a Surface, path: &str, is_free: &dyn Fn(&str) -> bool| {
        let found = surface.elements.get_key_value(path);
        found.filter(|(key, element)| element.subject == Subject::Type && is_free(key)).map(|(key, _)| key.as_str())
    };
    let mut found = Vec::new();
    for (one, other) in &pairs.both {
        let elements = base.elements.get(*one).zip(head.elements.get(*other));
        for aspect in [Aspect::Type, Aspect::Rest] {
            let Some((before, after)) = elements.map(|(one, other)| (one.aspect(aspect), other.aspect(aspect))) else {
                continue;
            };
            if before == after {
                continue;
            }
            let (before, after) = (pieces(before), pieces(after));
            let is_same_form = before.len() == after.len()
                && before.iter().zip(&after).all(|(one, other)| one.0 && other.0 || one == other);
            let names = before.iter().zip(&after).filter(|((is_name, before), (_, after))| *is_name && before != after);
            for ((_, before), (_, after)) in names.filter(|_| is_same_form) {
                let before = free(base, before, &|key| !pairs.both.contains_key(key));
                let after = free(head, after, &|key| !pairs.back.contains_key(key));
                found.extend(before.zip(after).filter(|(before, after)| is_same_type(base, head, before, after)));
            }
        }
    }
    found
}

/// The resources without a counterpart that have an operation of another one.
fn moved_resources<'a>(base: &'a Surface, head: &'a Surface, pairs: &Pairs<'a>) -> Vec<(&'a str, &'a str)> {
    let handles = |surface: &'a Surface| -> BTreeMap<&'a str, &'a str> {
        let all = surface.elements.iter().filter(|(_, element)| element.subject == Subject::Handle);
        all.map(|(key, element)| (element.path.as_str(), key.as_str())).collect()
    };
    let (of_base, of_head) = (handles(base), handles(head));
    let operations = pairs.both.iter().filter_map(|(one, other)| {
        let (before, after) = base.elements.get(*one).zip(head.elements.get(*other))?;
        let is_operation = before.subject == Subject::Operation && before.path != after.path;
        let (before, _) = before.path.rsplit_once("::").filter(|_| is_operation)?;
        let (after, _) = after.path.rsplit_once("::")?;
        Some((*of_base.get(before)?, *of_head.get(after)?))
    });
    operations.collect()
}

/// Whether two types are of one kind, and called alike or made of the same parts in the main.
fn is_same_type(base: &Surface, head: &Surface, before: &str, after: &str) -> bool {
    let shape = |surface: &Surface, key: &str| surface.elements.get(key).map(|ty| ty.aspect(Aspect::Shape).to_owned());
    let names = |surface: &Surface, key: &str| {
        let parts = surface.elements.range(format!("{key} ")..format!("{key}!")).map(|(part, _)| part);
        parts.filter_map(|part| part.strip_prefix(key)).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let last = |path: &str| path.rsplit("::").next().map(str::to_owned);
    let (one, other) = (names(base, before), names(head, after));
    shape(base, before) == shape(head, after)
        && (last(before) == last(after) || 2 * one.intersection(&other).count() > one.len().max(other.len()))
}

/// The name of an element in Rust. A type is what it is by its path.
fn name(subject: Subject) -> Option<Aspect> {
    (subject != Subject::Type).then_some(Aspect::Name)
}

/// How an element is recognized on the wire, if its key has only a name.
fn recognition(subject: Subject) -> Option<Aspect> {
    match subject {
        Subject::Branch => Some(Aspect::Guard),
        Subject::Credential => Some(Aspect::Location),
        _ => None,
    }
}

/// The elements without a counterpart that have the same owner and the same value of an aspect.
fn same<'a>(
    base: &'a Surface,
    head: &'a Surface,
    pairs: &Pairs<'a>,
    aspect: impl Fn(Subject) -> Option<Aspect>,
) -> Vec<(&'a str, &'a str)> {
    let value = |element: &'a Element| Some(element.aspect(aspect(element.subject)?)).filter(|text| !text.is_empty());
    let mut free = BTreeMap::new();
    for (key, element) in head.elements.iter().filter(|(key, _)| pairs.base_of(key).is_none()) {
        if let Some(value) = value(element) {
            free.entry((element.subject, element.owner.as_deref(), value)).or_insert(key.as_str());
        }
    }
    let of_base = base.elements.iter().filter(|(key, _)| !pairs.both.contains_key(key.as_str()));
    let found = of_base.filter_map(|(key, element)| {
        let owner = match &element.owner {
            Some(owner) => Some(pairs.head_of(owner)?),
            None => None,
        };
        let other = free.get(&(element.subject, owner, value(element)?))?;
        Some((key.as_str(), *other))
    });
    found.collect()
}

/// Splits a type into paths and what stands between them.
fn pieces(text: &str) -> Vec<(bool, &str)> {
    let is_in_name = |next: char| next.is_alphanumeric() || next == '_' || next == ':' || next == '#';
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_name = is_in_name(first);
        let end = rest.find(|next| is_in_name(next) != is_name).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        // A colon behind a name of an argument or a field ends it.
        pieces.push((is_name && piece.contains("::"), piece));
        rest = behind;
    }
    pieces
}
