//! Which branch of a union a JSON value is, by its keys and kinds: a branch is never selected by decoding it.

mod distance;

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::types::facts::{Constant, Facts, KeyFacts, Kinds, Tag, Texts};

/// The branches of a union, prepared for [`Choice::choose`].
///
/// It needs only facts, not types, so that they can come from elsewhere:
///
/// ```
/// use openapi_client_runtime::rt::expand::{Choice, Facts, KeyFacts, Kinds};
///
/// let cat = Facts { keys: vec![KeyFacts::of("lives", Kinds::INTEGER)], ..Facts::of(Kinds::OBJECT) };
/// let dog = Facts { keys: vec![KeyFacts::of("bark", Kinds::STRING)], ..Facts::of(Kinds::OBJECT) };
/// let choice = Choice::new(vec![vec![cat], vec![dog], vec![Facts::of(Kinds::STRING)]]);
///
/// assert_eq!(choice.choose(r#"{"bark":"woof"}"#), Some(1));
/// assert_eq!(choice.choose(r#""name""#), Some(2));
/// assert_eq!(choice.choose(r#"{"wings":2}"#), None);
/// ```
#[derive(Debug)]
pub struct Choice<'a> {
    /// The facts of all branches in order, each with the index of its branch.
    facts: Vec<(usize, Facts<'a>)>,
    /// The keys of all objects in alphabetical order, each with the facts that name it.
    keys: Vec<(&'a str, Vec<Use>)>,
    /// How many keys each of the facts requires.
    required: Vec<usize>,
    /// The objects that keep keys without a field.
    open: Vec<usize>,
    /// Decides among several kinds of arrays, by an element.
    items: Option<Box<Choice<'a>>>,
}

/// How some facts name a key: the indices of the facts, of the key, and of the tag.
#[derive(Debug)]
struct Use {
    facts: usize,
    key: Option<usize>,
    tag: Option<usize>,
}

impl<'a> Choice<'a> {
    /// Prepares the facts of branches, each of which may have several shapes.
    #[must_use]
    pub fn new(branches: Vec<Vec<Facts<'a>>>) -> Self {
        let facts: Vec<_> = branches
            .into_iter()
            .enumerate()
            .flat_map(|(branch, facts)| facts.into_iter().map(move |facts| (branch, facts)))
            .collect();
        let mut uses = Vec::new();
        for (index, (_, facts)) in facts.iter().enumerate() {
            for (position, key) in facts.keys.iter().enumerate() {
                let tag = facts.tags.iter().position(|tag| tag.key == key.key);
                uses.push((key.key, Use { facts: index, key: Some(position), tag }));
            }
            for (position, Tag { key, .. }) in facts.tags.iter().enumerate() {
                if !facts.keys.iter().any(|known| known.key == *key) {
                    uses.push((key, Use { facts: index, key: None, tag: Some(position) }));
                }
            }
        }
        uses.sort_by_key(|(key, _)| *key);
        let mut keys: Vec<(&str, Vec<Use>)> = Vec::new();
        for (key, one) in uses {
            match keys.last_mut() {
                Some((last, uses)) if *last == key => uses.push(one),
                _ => keys.push((key, vec![one])),
            }
        }
        let required = facts.iter().map(|(_, facts)| facts.keys.iter().filter(|key| key.required).count());
        let required = required.collect();
        let open = facts.iter().enumerate().filter(|(_, (_, facts))| facts.rest.is_some()).map(|(index, _)| index);
        let open = open.collect();
        let arrays = facts.iter().filter(|(_, facts)| facts.kinds.meets(Kinds::ARRAY));
        // Arrays of anything hold arrays of anything.
        let differ = arrays.clone().count() > 1 && arrays.clone().any(|(_, facts)| !facts.items.is_empty());
        let items: Vec<_> = arrays
            .map(|(_, facts)| if facts.items.is_empty() { vec![Facts::of(Kinds::ALL)] } else { facts.items.clone() })
            .collect();
        let items = differ.then(|| Box::new(Self::new(items)));
        Self { facts, keys, required, open, items }
    }

    /// Returns the index of the branch for a JSON text without space around it, or `None` if it is none of them.
    ///
    /// `None` is also returned for an object whose keys are known to a branch that it does not fit, rather than the branch
    /// that would lose them.
    ///
    /// The value's kind decides if only one branch has it. An object belongs to the branch with that value of the tag;
    /// if that does not decide, it belongs to the branch with the fewest unknown keys, among those whose required keys
    /// are there and whose known keys have values of a fitting kind, or to the only one whose required keys are there, or to
    /// the only one that lacks only keys that may be null. An
    /// array belongs to the branch of its first element, or to the one that is closest to all elements if these differ.
    /// What is left is decided by the strings that are meant, then by the keys of inner objects, and then by the order of
    /// the branches.
    #[must_use]
    pub fn choose(&self, json: &str) -> Option<usize> {
        let has = |kind: Kinds| self.facts.iter().any(|(_, facts)| facts.kinds.meets(kind));
        let kind = match Kinds::of(json) {
            // `5.0` is an integer where no branch takes it as it is written.
            Kinds::FRACTION if !has(Kinds::FRACTION) && Kinds::INTEGER.fit(json) => Kinds::INTEGER,
            kind => kind,
        };
        let mut candidates = self.facts.iter().filter(|(_, facts)| facts.kinds.meets(kind));
        let (branch, _) = candidates.next()?;
        if candidates.all(|(other, _)| other == branch) {
            return Some(*branch);
        }
        match kind {
            Kinds::OBJECT => self.by_keys(json),
            Kinds::ARRAY => self.by_elements(json),
            Kinds::STRING => Some(self.by_text(json).unwrap_or(*branch)),
            _ => Some(*branch),
        }
    }

    /// Decides among strings: the branch that means this one, or else the branch that means any.
    fn by_text(&self, json: &str) -> Option<usize> {
        let mut texts = self.facts.iter().filter(|(_, facts)| facts.kinds.meets(Kinds::STRING));
        let mut others = texts.clone();
        let meant = texts.find(|(_, facts)| facts.texts != Texts::Any && facts.texts.contain(json));
        meant.or_else(|| others.find(|(_, facts)| facts.texts == Texts::Any)).map(|(branch, _)| *branch)
    }

    /// Decides by the first element of an array that is not null, or if others are of another branch, by all of them.
    fn by_elements(&self, json: &str) -> Option<usize> {
        let arrays = self.facts.iter().filter(|(_, facts)| facts.kinds.meets(Kinds::ARRAY));
        let elements: Vec<&RawValue> = serde_json::from_str(json).ok()?;
        let elements: Vec<_> = elements.into_iter().map(RawValue::get).collect();
        let first = elements.iter().find(|element| **element != "null").or(elements.first());
        let (Some(first), Some(items)) = (first, &self.items) else {
            return arrays.map(|(branch, _)| *branch).next();
        };
        let number = items.choose(first)?;
        let is_other = |element: &&str| *element != "null" && items.choose(element).is_some_and(|it| it != number);
        if !elements.iter().any(is_other) {
            return arrays.map(|(branch, _)| *branch).nth(number);
        }
        let distance = |facts: &Facts<'_>| -> usize {
            let elements = elements.iter().filter(|element| **element != "null");
            elements
                .map(|element| distance::of(&facts.items, element, distance::DEEPEST))
                .fold(0, usize::saturating_add)
        };
        arrays.min_by_key(|(_, facts)| distance(facts)).map(|(branch, _)| *branch)
    }

    fn by_keys(&self, json: &str) -> Option<usize> {
        let seen = serde_json::Deserializer::from_str(json).deserialize_map(KeysVisitor(self)).ok()?;
        let all = self.facts.iter().zip(&self.required).zip(&seen.states).enumerate();
        let objects = all.filter(|(_, (((_, facts), _), state))| facts.kinds.meets(Kinds::OBJECT) && !state.differs);
        let is_tagged = seen.states.iter().any(|state| state.is_tagged && !state.differs);
        let rank = |index: usize, required: usize, state: &State| {
            let unknown = seen.count.saturating_sub(state.known);
            (state.required < required || state.misfits, state.has_null, unknown, state.odd, index)
        };
        let ranked = objects.filter(|(_, (_, state))| state.is_tagged == is_tagged);
        let ranked = ranked.map(|(index, (((branch, _), required), state))| (rank(index, *required, state), *branch));
        let ranked: Vec<_> = ranked.collect();
        let (rank, branch) = *ranked.iter().min()?;
        let outer = |rank: Rank| (rank.0, rank.1, rank.2, rank.3);
        let equal = ranked.iter().filter(|(other, _)| outer(*other) == outer(rank));
        let branch = match equal.clone().all(|(_, other)| *other == branch) {
            true => branch,
            false => equal.min_by_key(|(rank, _)| (self.distance(rank.4, json), rank.4)).map_or(branch, |(_, it)| *it),
        };
        // Keys would be lost that another branch knows, with values of another kind.
        let is_open = |facts: &Facts<'_>| facts.rest.is_some() || facts.kinds == Kinds::ALL;
        let keeps_all = || self.facts.get(rank.4).is_some_and(|(_, facts)| is_open(facts));
        let is_closer = |(other, _): &(Rank, usize)| other.0 && other.2 < rank.2;
        let loses = rank.2 > 0 && !keeps_all() && ranked.iter().any(is_closer);
        // The tag is right, whatever else is wrong: decoding will say so.
        if is_tagged || !rank.0 && !loses {
            return Some(branch);
        }
        // The same holds for the keys of a single branch: what is unknown is inside of it.
        let mut named = ranked.iter().filter(|(rank, _)| {
            let required = self.required.get(rank.4).copied().unwrap_or_default();
            required > 0 && seen.states.get(rank.4).is_some_and(|state| state.required >= required)
        });
        match named.next() {
            Some((_, first)) => named.all(|(_, other)| other == first).then_some(*first),
            None => self.but_for_null(&ranked, &seen.states),
        }
    }

    /// Returns the branch that lacks only keys that may be null, which decoding takes as null: the only one with the fewest
    /// unknown keys.
    fn but_for_null(&self, ranked: &[(Rank, usize)], states: &[State]) -> Option<usize> {
        let lacks_only_null = |index: usize| {
            let missing =
                self.facts.get(index).zip(states.get(index)).filter(|(_, state)| !state.misfits && !state.has_null);
            let needed = |key: &&KeyFacts<'_>| key.required && !key.kinds.meets(Kinds::NULL);
            missing.is_some_and(|((_, facts), state)| state.needed >= facts.keys.iter().filter(needed).count())
        };
        let fewest = ranked.iter().map(|(rank, _)| rank.2).min()?;
        let mut found = ranked.iter().filter(|(rank, _)| rank.2 == fewest && lacks_only_null(rank.4));
        let (_, first) = found.next()?;
        found.all(|(_, other)| other == first).then_some(*first)
    }

    /// How far an object is from some facts, with what is inside.
    fn distance(&self, index: usize, json: &str) -> usize {
        self.facts.get(index).map_or(usize::MAX, |(_, facts)| distance::of_one(facts, json, distance::DEEPEST))
    }
}

/// How well an object fits some facts, best first: whether it does not fit, whether a value is null and should not be,
/// how many keys are unknown, how many strings are not those that are meant, and the index of the facts.
type Rank = (bool, bool, usize, usize, usize);

/// What the keys of an object say about some facts.
#[derive(Clone, Default)]
struct State {
    /// How many of its keys are known.
    known: usize,
    /// How many of its keys are required.
    required: usize,
    /// How many of its keys are required, and may not be null.
    needed: usize,
    /// Whether a value is of another kind.
    misfits: bool,
    /// Whether a value is null and should not be. Lenient decoding repairs that.
    has_null: bool,
    /// How many strings are not those that are meant.
    odd: usize,
    /// Whether a tag has a value of this branch.
    is_tagged: bool,
    /// Whether a tag or a constant has another value.
    differs: bool,
}

struct Seen {
    count: usize,
    states: Vec<State>,
}

/// Looks at each key of an object once.
struct KeysVisitor<'c, 'a>(&'c Choice<'a>);

impl<'de> Visitor<'de> for KeysVisitor<'_, '_> {
    type Value = Seen;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Seen, A::Error> {
        let choice = self.0;
        let mut seen = Seen { count: 0, states: vec![State::default(); choice.facts.len()] };
        while let Some(uses) = map.next_key_seed(KeySeed(choice))? {
            let value = map.next_value::<&RawValue>()?.get();
            seen.count += 1;
            choice.note(uses, value, &mut seen.states);
        }
        Ok(seen)
    }
}

impl<'a> Choice<'a> {
    /// Notes a key and its value.
    fn note(&self, uses: &[Use], value: &str, states: &mut [State]) {
        let kind = Kinds::of(value);
        for one in uses {
            let (Some((_, facts)), Some(state)) = (self.facts.get(one.facts), states.get_mut(one.facts)) else {
                continue;
            };
            if let Some(known) = one.key.and_then(|key| facts.keys.get(key)) {
                state.known += 1;
                state.required += usize::from(known.required);
                state.needed += usize::from(known.required && !known.kinds.meets(Kinds::NULL));
                if !known.kinds.fit(value) {
                    if kind == Kinds::NULL { state.has_null = true } else { state.misfits = true }
                } else if kind == Kinds::STRING && !known.texts.contain(value) {
                    state.odd += 1;
                }
                state.differs |= known.constant.as_ref().is_some_and(|only| one.tag.is_none() && !only.is(value));
            }
            if let Some(tag) = one.tag.and_then(|tag| facts.tags.get(tag)) {
                let is_it = tag.values.iter().any(|only| only.is(value));
                state.is_tagged |= is_it;
                state.differs |= !is_it && kind != Kinds::NULL;
            }
        }
        for index in &self.open {
            let rest = self.facts.get(*index).and_then(|(_, facts)| facts.rest);
            let is_known = uses.iter().any(|one| one.facts == *index && one.key.is_some());
            if let (Some(rest), false, Some(state)) = (rest, is_known, states.get_mut(*index)) {
                state.misfits |= !rest.fit(value);
            }
        }
    }
}

/// Finds what the facts say about a key.
struct KeySeed<'c, 'a>(&'c Choice<'a>);

impl<'de, 'c> DeserializeSeed<'de> for KeySeed<'c, '_> {
    type Value = &'c [Use];

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'c [Use], D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'c> Visitor<'_> for KeySeed<'c, '_> {
    type Value = &'c [Use];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<&'c [Use], E> {
        let keys = &self.0.keys;
        let found = keys.binary_search_by_key(&key, |(key, _)| *key).ok().and_then(|index| keys.get(index));
        Ok(found.map_or(&[], |(_, uses)| uses))
    }
}

/// Adds tags to the facts of a branch. They replace the constants of the same keys.
#[must_use]
pub fn tagged<'a>(mut facts: Vec<Facts<'a>>, tags: &[(&'a str, &[Constant<'a>])]) -> Vec<Facts<'a>> {
    for facts in facts.iter_mut().filter(|facts| facts.kinds.meets(Kinds::OBJECT)) {
        facts.tags.extend(tags.iter().map(|(key, values)| Tag { key, values: values.to_vec() }));
    }
    facts
}

#[cfg(test)]
mod tests;
