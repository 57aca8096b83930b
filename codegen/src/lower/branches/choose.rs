//! Which branch the runtime selects for a value, by the same rules as `wire/choice.rs` and `distance.rs` there.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::facts::{self, ARRAY, Facts, Key, Kinds, NULL, OBJECT, STRING, Texts};
use super::value::Value;
use crate::ir::{Api, TypeRef};

/// How deep values are compared.
const DEEPEST: usize = 3;

/// The distance of a value that cannot be meant.
const WRONG: usize = 1_000;

/// The facts about what is inside of types, each derived once.
pub(super) struct Inside<'a> {
    api: &'a Api,
    known: RefCell<HashMap<TypeRef, Rc<Vec<Facts>>>>,
}

impl<'a> Inside<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self { api, known: RefCell::default() }
    }

    fn of(&self, ty: &TypeRef) -> Rc<Vec<Facts>> {
        if let Some(known) = self.known.borrow().get(ty) {
            return Rc::clone(known);
        }
        let made = Rc::new(facts::of(self.api, ty, true, facts::DEPTH));
        self.known.borrow_mut().insert(ty.clone(), Rc::clone(&made));
        made
    }
}

/// The branches of a union.
pub(super) struct Choice<'a> {
    inside: &'a Inside<'a>,
    facts: Vec<(usize, &'a Facts)>,
    /// The facts that name each key: by a key, by a tag, or both.
    keys: FxHashMap<&'a str, Vec<Use>>,
    items: Option<Box<Choice<'a>>>,
}

struct Use {
    facts: usize,
    key: Option<usize>,
    tag: Option<usize>,
}

/// How well an object fits some facts, best first: whether it does not fit, whether a value is null and should not be,
/// how many keys are unknown, and how many strings are not those that are meant.
type Fit = (bool, bool, usize, usize);

struct Ranked {
    fit: Fit,
    index: usize,
    branch: usize,
    has_required: bool,
    /// Whether the required keys that it lacks may all be null.
    lacks_only_null: bool,
}

#[derive(Clone, Default)]
struct State {
    known: usize,
    required: usize,
    needed: usize,
    misfits: bool,
    has_null: bool,
    odd: usize,
    is_tagged: bool,
    differs: bool,
}

impl<'a> Choice<'a> {
    pub(super) fn new(inside: &'a Inside<'a>, branches: &[&'a [Facts]]) -> Self {
        let facts: Vec<_> = branches
            .iter()
            .enumerate()
            .flat_map(|(branch, all)| all.iter().map(move |facts| (branch, facts)))
            .collect();
        let mut keys: FxHashMap<&str, Vec<Use>> = FxHashMap::default();
        for (index, (_, facts)) in facts.iter().enumerate() {
            for (at, key) in facts.keys.iter().enumerate() {
                let tag = facts.tags.iter().position(|(tag, _)| *tag == key.key);
                keys.entry(&key.key).or_default().push(Use { facts: index, key: Some(at), tag });
            }
            for (at, (tag, _)) in facts.tags.iter().enumerate() {
                if !facts.keys.iter().any(|key| key.key == *tag) {
                    keys.entry(tag).or_default().push(Use { facts: index, key: None, tag: Some(at) });
                }
            }
        }
        let arrays: Vec<_> = facts.iter().filter(|(_, facts)| facts.kinds & ARRAY != 0).collect();
        let items: Vec<_> = arrays
            .iter()
            .map(|(_, facts)| if facts.items.is_empty() { facts::anything() } else { facts.items.as_slice() })
            .collect();
        // Arrays of anything hold arrays of anything.
        let differ = items.len() > 1 && arrays.iter().any(|(_, facts)| !facts.items.is_empty());
        let items = differ.then(|| Box::new(Self::new(inside, &items)));
        Self { inside, facts, keys, items }
    }

    /// Returns the branch that reads a value.
    pub(super) fn choose(&self, value: &Value) -> Option<usize> {
        let mut candidates = self.of_kind(value.kind());
        let (branch, _) = candidates.next()?;
        if candidates.all(|(other, _)| other == branch) {
            return Some(branch);
        }
        match value {
            Value::Object(entries) => self.by_keys(value, entries),
            Value::List(items) => self.by_elements(items),
            Value::Text(text) => Some(self.by_text(text).unwrap_or(branch)),
            _ => Some(branch),
        }
    }

    /// Returns how many shapes of other branches are preferred to those of a branch; `None` if it is none of these.
    pub(super) fn rivals(&self, value: &Value, branch: usize) -> Option<usize> {
        let Value::Object(entries) = value else {
            return self.choose(value).map(|chosen| usize::from(chosen != branch));
        };
        let (ranked, _) = self.ranked(entries);
        let order = |one: &Ranked| (one.fit, self.distance(one.index, value), one.index);
        let own = ranked.iter().filter(|one| one.branch == branch).min_by_key(|one| (one.fit, one.index))?;
        let least = own.fit;
        let own = ranked.iter().filter(|one| one.branch == branch && one.fit == least).map(order).min()?;
        let others = ranked.iter().filter(|one| one.branch != branch && one.fit <= least);
        Some(others.filter(|one| one.fit < least || order(one) < own).count())
    }

    fn of_kind(&self, kind: Kinds) -> impl Iterator<Item = (usize, &'a Facts)> {
        self.facts.iter().copied().filter(move |(_, facts)| facts.kinds & kind != 0)
    }

    fn by_text(&self, text: &str) -> Option<usize> {
        let meant = self.of_kind(STRING).find(|(_, facts)| facts.texts != Texts::Any && facts.texts.contain(text));
        meant.or_else(|| self.of_kind(STRING).find(|(_, facts)| facts.texts == Texts::Any)).map(|(branch, _)| branch)
    }

    fn by_elements(&self, elements: &[Value]) -> Option<usize> {
        let first = elements.iter().find(|element| **element != Value::Null).or(elements.first());
        let (Some(first), Some(items)) = (first, &self.items) else {
            return self.of_kind(ARRAY).map(|(branch, _)| branch).next();
        };
        let number = items.choose(first)?;
        let is_other =
            |element: &Value| *element != Value::Null && items.choose(element).is_some_and(|other| other != number);
        if !elements.iter().any(is_other) {
            return self.of_kind(ARRAY).map(|(branch, _)| branch).nth(number);
        }
        let others = || elements.iter().filter(|element| **element != Value::Null);
        let distance = |facts: &Facts| others().map(|one| self.of_all(&facts.items, one, DEEPEST)).sum::<usize>();
        self.of_kind(ARRAY).min_by_key(|(_, facts)| distance(facts)).map(|(branch, _)| branch)
    }

    fn by_keys(&self, value: &Value, entries: &[(String, Value)]) -> Option<usize> {
        let (ranked, is_tagged) = self.ranked(entries);
        let best = ranked.iter().min_by_key(|one| (one.fit, one.index))?;
        let fit = best.fit;
        let mut equal = ranked.iter().filter(|one| one.fit == fit);
        let branch = match equal.clone().all(|one| one.branch == best.branch) {
            true => best.branch,
            false => {
                let closest = equal.by_ref().min_by_key(|one| (self.distance(one.index, value), one.index));
                closest.map_or(best.branch, |one| one.branch)
            }
        };
        let is_open = |facts: &Facts| facts.rest.is_some() || facts.kinds == facts::ALL;
        let keeps_all = self.facts.get(best.index).is_some_and(|(_, facts)| is_open(facts));
        let loses = fit.2 > 0 && !keeps_all && ranked.iter().any(|one| one.fit.0 && one.fit.2 < fit.2);
        if is_tagged || !fit.0 && !loses {
            return Some(branch);
        }
        let mut named = ranked.iter().filter(|one| one.has_required);
        match named.next() {
            Some(first) => named.all(|other| other.branch == first.branch).then_some(first.branch),
            None => but_for_null(&ranked),
        }
    }

    /// Returns how well an object fits the facts that its tags and constants do not exclude, and whether tags select.
    fn ranked(&self, entries: &[(String, Value)]) -> (Vec<Ranked>, bool) {
        let mut states = vec![State::default(); self.facts.len()];
        for (key, value) in entries {
            self.note(key, value, &mut states);
        }
        let is_tagged = states.iter().any(|state| state.is_tagged && !state.differs);
        let all = self.facts.iter().zip(states).enumerate();
        let ranked = all.filter_map(|(index, ((branch, facts), state))| {
            let is_it = facts.kinds & OBJECT != 0 && !state.differs && state.is_tagged == is_tagged;
            let required = facts.keys.iter().filter(|key| key.is_required).count();
            let misfits = state.required < required || state.misfits;
            let fit = (misfits, state.has_null, entries.len().saturating_sub(state.known), state.odd);
            let has_required = required > 0 && state.required >= required;
            let needed = facts.keys.iter().filter(|key| is_needed(key)).count();
            let lacks_only_null = !state.misfits && !state.has_null && state.needed >= needed;
            is_it.then_some(Ranked { fit, index, branch: *branch, has_required, lacks_only_null })
        });
        (ranked.collect(), is_tagged)
    }

    fn note(&self, key: &str, value: &Value, states: &mut [State]) {
        let kind = value.kind();
        let uses = self.keys.get(key).map_or(&[][..], Vec::as_slice);
        for one in uses {
            let (Some((_, facts)), Some(state)) = (self.facts.get(one.facts), states.get_mut(one.facts)) else {
                continue;
            };
            if let Some(known) = one.key.and_then(|key| facts.keys.get(key)) {
                state.known += 1;
                state.required += usize::from(known.is_required);
                state.needed += usize::from(is_needed(known));
                match value {
                    Value::Null if known.kinds & NULL == 0 => state.has_null = true,
                    _ if known.kinds & kind == 0 => state.misfits = true,
                    Value::Text(text) => state.odd += usize::from(!known.texts.contain(text)),
                    _ => {}
                }
                state.differs |= one.tag.is_none() && is_other(known, value);
            }
            if let Some((_, values)) = one.tag.and_then(|tag| facts.tags.get(tag)) {
                let is_it = values.iter().any(|only| value.is(only));
                state.is_tagged |= is_it;
                state.differs |= !is_it && *value != Value::Null;
            }
        }
        for (index, (_, facts)) in self.facts.iter().enumerate() {
            let is_known = || uses.iter().any(|one| one.facts == index && one.key.is_some());
            if let (Some(rest), Some(state)) = (facts.rest, states.get_mut(index))
                && rest & kind == 0
                && !is_known()
            {
                state.misfits = true;
            }
        }
    }

    fn distance(&self, index: usize, value: &Value) -> usize {
        self.facts.get(index).map_or(usize::MAX, |(_, facts)| self.of_one(facts, value, DEEPEST))
    }

    fn of_all(&self, all: &[Facts], value: &Value, left: usize) -> usize {
        all.iter().map(|facts| self.of_one(facts, value, left)).min().unwrap_or_default()
    }

    fn of_one(&self, facts: &Facts, value: &Value, left: usize) -> usize {
        match value {
            _ if facts.kinds & value.kind() == 0 => WRONG,
            Value::Text(text) => usize::from(!facts.texts.contain(text)),
            Value::Object(entries) => self.of_object(facts, entries, left),
            Value::List(items) if left > 0 => {
                let items = items.iter().filter(|item| **item != Value::Null);
                items.map(|item| self.of_all(&facts.items, item, left - 1)).sum()
            }
            _ => 0,
        }
    }

    fn of_object(&self, facts: &Facts, entries: &[(String, Value)], left: usize) -> usize {
        let find = |wanted: &str| entries.iter().find(|(key, _)| key == wanted).map(|(_, value)| value);
        let missing = facts.keys.iter().filter(|key| key.is_required && find(&key.key).is_none()).count();
        let tags = facts.tags.iter().filter_map(|(key, values)| Some((find(key)?, values)));
        let tags = tags.filter(|(value, values)| !values.iter().any(|only| value.is(only))).count();
        let of_value = |(key, value): &(String, Value)| {
            let known = facts.keys.iter().find(|known| known.key == *key);
            match (known, facts.rest) {
                (Some(known), _) => self.of_key(known, value, left),
                (None, Some(rest)) if rest & value.kind() != 0 => self.of_other(facts, value, left),
                (None, Some(_)) => WRONG,
                (None, None) => 1,
            }
        };
        (missing + tags) * WRONG + entries.iter().map(of_value).sum::<usize>()
    }

    /// The distance of a value that a map keeps.
    fn of_other(&self, facts: &Facts, value: &Value, left: usize) -> usize {
        match value {
            Value::Object(_) | Value::List(_) if left > 0 => self.of_all(&facts.items, value, left - 1),
            _ => 0,
        }
    }

    fn of_key(&self, known: &Key, value: &Value, left: usize) -> usize {
        if known.kinds & value.kind() == 0 || is_other(known, value) {
            return WRONG;
        }
        match (value, &known.ty) {
            (Value::Text(text), _) => usize::from(!known.texts.contain(text)),
            (Value::Object(_) | Value::List(_), Some(ty)) if left > 0 => {
                self.of_all(&self.inside.of(ty), value, left - 1)
            }
            _ => 0,
        }
    }
}

/// Returns whether an object must have a key, because it is required and its value may not be null.
fn is_needed(key: &Key) -> bool {
    key.is_required && key.kinds & NULL == 0
}

/// Returns the only branch with the fewest unknown keys that lacks only keys that may be null.
fn but_for_null(ranked: &[Ranked]) -> Option<usize> {
    let fewest = ranked.iter().map(|one| one.fit.2).min()?;
    let mut found = ranked.iter().filter(|one| one.fit.2 == fewest && one.lacks_only_null);
    let first = found.next()?.branch;
    found.all(|other| other.branch == first).then_some(first)
}

/// Returns whether a key has another value than its only one.
fn is_other(known: &Key, value: &Value) -> bool {
    known.constant.as_ref().is_some_and(|only| !value.is(only))
}
