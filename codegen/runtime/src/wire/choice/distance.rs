//! How far a value is from facts, with what is inside: it decides among branches that are equal outside.

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::value::RawValue;

use crate::types::facts::{Depth, Facts, Inner, KeyFacts, Kinds};

/// How deep values are compared.
pub(super) const DEEPEST: u8 = 3;

/// A value that cannot be meant.
const WRONG: usize = 1_000;

/// Returns the distance to the closest of some facts; none are close to all values.
pub(super) fn of(facts: &[Facts<'_>], json: &str, left: u8) -> usize {
    facts.iter().map(|facts| of_one(facts, json, left)).min().unwrap_or_default()
}

/// Returns the distance of a value: how many of its keys are not known, and what else is wrong.
pub(super) fn of_one(facts: &Facts<'_>, json: &str, left: u8) -> usize {
    let kind = Kinds::of(json);
    if !facts.kinds.fit(json) {
        return WRONG;
    }
    match kind {
        Kinds::STRING => usize::from(!facts.texts.contain(json)),
        Kinds::OBJECT => of_object(facts, json, left),
        Kinds::ARRAY if left > 0 => {
            let items: Vec<&RawValue> = serde_json::from_str(json).unwrap_or_default();
            // Null says nothing.
            let items = items.iter().map(|item| item.get()).filter(|item| *item != "null");
            items.map(|item| of(&facts.items, item, left - 1)).fold(0, usize::saturating_add)
        }
        _ => 0,
    }
}

fn of_object(facts: &Facts<'_>, json: &str, left: u8) -> usize {
    let Ok(values) = serde_json::from_str::<BTreeMap<Cow<'_, str>, &RawValue>>(json) else { return WRONG };
    let find = |key: &str| facts.keys.iter().find(|known| known.key == key);
    let missing = facts.keys.iter().filter(|key| key.required && !values.contains_key(key.key)).count();
    let other_tag = |tag: &crate::types::facts::Tag<'_>| {
        values.get(tag.key).is_some_and(|value| !tag.values.iter().any(|only| only.is(value.get())))
    };
    let tags = facts.tags.iter().filter(|tag| other_tag(tag)).count();
    let of_value = |(key, value): (&Cow<'_, str>, &&RawValue)| match (find(key), facts.rest) {
        (Some(known), _) => of_key(known, value.get(), left),
        (None, Some(rest)) if rest.fit(value.get()) => of_other(facts, value.get(), left),
        (None, Some(_)) => WRONG,
        (None, None) => 1,
    };
    (missing + tags) * WRONG + values.iter().map(of_value).sum::<usize>()
}

/// The distance of a value that a map keeps.
fn of_other(facts: &Facts<'_>, json: &str, left: u8) -> usize {
    let is_deep = left > 0 && Kinds::of(json).meets(Kinds::OBJECT | Kinds::ARRAY);
    if is_deep { of(&facts.items, json, left - 1) } else { 0 }
}

fn of_key(known: &KeyFacts<'_>, json: &str, left: u8) -> usize {
    let kind = Kinds::of(json);
    if !known.kinds.fit(json) || known.constant.as_ref().is_some_and(|only| !only.is(json)) {
        return WRONG;
    }
    match (&known.inner, left) {
        _ if kind == Kinds::STRING => usize::from(!known.texts.contain(json)),
        _ if !kind.meets(Kinds::OBJECT | Kinds::ARRAY) => 0,
        (_, 0) => 0,
        (Inner::Known(facts), _) => of(facts, json, left - 1),
        (Inner::Later(facts), _) => of(&facts(Depth::BRANCH), json, left - 1),
    }
}
