//! Detects a walk through a list that does not end.
//!
//! A list may be long, and may grow while it is read: neither is a fault. These are:
//!
//! - **A cursor that was used before.** It asks for the same page again. One is enough.
//! - **Items that were read before.** A page is compared with an earlier one by its items alone, byte by byte; numbers and
//!   links beside them may differ. How often it has to repeat depends on what else could explain it. Items that differ from
//!   each other repeat only if the list has moved on by exactly a page since: not if its number of pages is unchanged, and
//!   not three times in a row. Items that are equal to each other, such as counts, a few plain values, or a single item, need
//!   not differ from those of the next page, so they have to repeat many times.
//! - **A number of pages that grows as fast as they are read.** A list that really grows does not do so by the same number of
//!   pages for each one that is read, many times without exception; nor does its end stay out of reach for very long.
//!
//! A list that does not tell how long it is, and always returns new items, is as long as it is.

use std::{
    collections::{HashSet, hash_map::DefaultHasher},
    fmt,
    hash::{Hash as _, Hasher as _},
};

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// How often a cycle of pages whose items differ has to repeat, if the number of pages has not changed, and otherwise.
const ROUNDS: (u64, u64) = (1, 3);
/// How often a cycle of pages whose items do not identify them has to repeat.
const ROUNDS_OF_EQUALS: u64 = 16;
/// This many values of a page do not differ by chance.
const MANY: usize = 10;
/// How often in a row a list grows by the same number of pages.
const STEPS: u64 = 100;
/// The minimum number of pages during which the end gets no nearer.
const PAGES: u64 = 10_000;

/// The observations of a list, in constant memory.
#[derive(Debug, Default)]
pub(super) struct Guard {
    cursors: Cycle,
    items: Cycle,
    growth: Growth,
}

/// Why a walk would not end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Endless {
    Repeated,
    Growing,
}

/// A page that is followed by another one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step<'a> {
    /// The cursor of the next page, if there is one.
    pub(super) cursor: Option<&'a str>,
    /// The number of this page, as far as it is known.
    pub(super) number: i64,
    pub(super) total_pages: Option<i64>,
    /// The JSON text of its items.
    pub(super) items: &'a [u8],
}

impl Guard {
    /// Records a page that is followed by another one.
    pub(super) fn see(&mut self, step: Step<'_>) -> Option<Endless> {
        if let Some(cursor) = step.cursor
            && self.cursors.repeats(digest(cursor.as_bytes()), None, |_| 1)
        {
            return Some(Endless::Repeated);
        }
        let needed = |is_steady| rounds(step.items, is_steady);
        if self.items.repeats(digest(step.items), step.total_pages, needed) {
            return Some(Endless::Repeated);
        }
        let total = step.total_pages?;
        self.growth.goes_on(step.number, total, step.cursor.is_none()).then_some(Endless::Growing)
    }
}

/// Returns how often items have to repeat. `is_steady`: whether the number of pages is known and unchanged.
#[cold]
fn rounds(items: &[u8], is_steady: bool) -> u64 {
    let items: Vec<&RawValue> = serde_json::from_slice(items).unwrap_or_default();
    let different: HashSet<&str> = items.iter().map(|item| item.get()).collect();
    let are_objects = items.iter().all(|item| item.get().starts_with('{'));
    let are_told_apart = different.len() == items.len() && items.len() >= if are_objects { 2 } else { MANY };
    match (are_told_apart, is_steady) {
        (true, true) => ROUNDS.0,
        (true, false) => ROUNDS.1,
        (false, _) => ROUNDS_OF_EQUALS,
    }
}

/// Hashes a text, to compare it with others of the same walk.
fn digest(text: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Detects a cycle of pages of any length in constant memory: Brent's algorithm.
#[derive(Debug)]
struct Cycle {
    remembered: Option<Remembered>,
    /// Pages since the remembered one.
    steps: u64,
    /// The number of pages after which another page is remembered; it doubles each time.
    renewed_after: u64,
    /// The suspected cycle: its length, and how often it has repeated.
    suspect: Option<(u64, u64)>,
}

/// A page, and the number of pages at that time.
#[derive(Clone, Copy, Debug)]
struct Remembered {
    page: u64,
    total_pages: Option<i64>,
}

impl Default for Cycle {
    fn default() -> Self {
        Self { remembered: None, steps: 0, renewed_after: 1, suspect: None }
    }
}

impl Cycle {
    /// Returns whether pages have repeated `needed` times in a row. That is asked only for a page that was seen before.
    fn repeats(&mut self, page: u64, total_pages: Option<i64>, needed: impl FnOnce(bool) -> u64) -> bool {
        let this = Remembered { page, total_pages };
        let Some(remembered) = self.remembered else {
            self.remembered = Some(this);
            return false;
        };
        self.steps = self.steps.saturating_add(1);
        let is_same = remembered.page == page;
        self.suspect = match self.suspect {
            None => is_same.then_some((self.steps, 1)),
            Some((length, rounds)) if self.steps.is_multiple_of(length) => is_same.then_some((length, rounds + 1)),
            within => within,
        };
        match self.suspect {
            Some((_, rounds)) => {
                is_same && rounds >= needed(total_pages.is_some() && total_pages == remembered.total_pages)
            }
            None => {
                if self.steps >= self.renewed_after {
                    let renewed_after = self.renewed_after.saturating_mul(2);
                    *self = Self { remembered: Some(this), renewed_after, ..Self::default() };
                }
                false
            }
        }
    }
}

/// Detects a number of pages that grows without end.
#[derive(Debug, Default)]
struct Growth {
    /// The first number of pages, and the last.
    first: Option<i64>,
    last: i64,
    /// By how many pages the list has grown, and how often in a row by as many.
    by: i64,
    times: u64,
    /// The minimum number of pages that were left to read, and how many pages ago.
    least: i64,
    since: u64,
}

impl Growth {
    fn goes_on(&mut self, number: i64, total: i64, is_numbered: bool) -> bool {
        let left = total.saturating_sub(number);
        let Some(first) = self.first else {
            *self = Self { first: Some(total), last: total, least: left, ..Self::default() };
            return false;
        };
        let by = total.saturating_sub(self.last);
        self.times = match by {
            ..=0 => 0,
            _ if by == self.by => self.times + 1,
            _ => 1,
        };
        (self.by, self.last) = (by, total);
        (self.least, self.since) = if left < self.least { (left, 0) } else { (self.least, self.since + 1) };
        let stalled_after = PAGES.max(u64::try_from(first).unwrap_or_default().saturating_mul(2));
        self.times >= STEPS || (is_numbered && total > first && self.since >= stalled_after)
    }
}

/// Returns the JSON text of the array under the key `list` in a body, or of the whole body.
pub(super) fn list_text<'a>(list: Option<&str>, body: &'a [u8]) -> &'a [u8] {
    let Some(key) = list else { return body };
    let found = serde_json::Deserializer::from_slice(body).deserialize_map(Under(key));
    found.ok().flatten().map_or(body, |found| found.get().as_bytes())
}

/// Reads the value of a key; if it is duplicated, the last one.
struct Under<'k>(&'k str);

impl<'de> Visitor<'de> for Under<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == self.0 {
                found = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests;
