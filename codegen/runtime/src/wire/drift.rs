//! Collects drift while a response is decoded.
//!
//! `Deserialize` takes no context, so the collector is thread-local. It is active only inside [`collect`], which
//! decodes without awaiting: reading the types with serde outside of a call costs nothing.
//!
//! Tracking the location at all times would cost too much. A body with drift is read a second time, with its [JSON
//! path](crate::wire::json_path), until all drift is located: usually within the first item of a list.

use std::cell::RefCell;

use serde::de::Error;

use crate::wire::{
    drift_kind::{Drift, DriftKind},
    json_path,
};

/// The maximum number of kinds of drift: with more, the body is something else altogether.
const MOST: usize = 64;

thread_local! {
    static COLLECTED: RefCell<Option<Collector>> = const { RefCell::new(None) };
}

#[derive(Default)]
struct Collector {
    found: Vec<Drift>,
    search: Option<Search>,
}

/// The second reading, which finds the locations.
struct Search {
    /// The drift that has a pointer now, in the order in which it got one.
    located: Vec<usize>,
    /// How many nested branches of unions are being tried.
    trials: usize,
    /// Whether the reading may stop when everything is located.
    may_stop: bool,
}

/// Runs `decode`, and returns its result with the drift that it found.
pub(crate) fn collect<R>(decode: impl FnOnce() -> R) -> (R, Vec<Drift>) {
    COLLECTED.set(Some(Collector::default()));
    let result = decode();
    (result, COLLECTED.take().map(|collector| collector.found).unwrap_or_default())
}

/// Returns whether drift was found.
pub(crate) fn is_met() -> bool {
    COLLECTED.with_borrow(|collected| collected.as_ref().is_some_and(|collector| !collector.found.is_empty()))
}

/// Runs `read`, which reads the same body again with its path, to find where its drift is. If it `may_stop`, it fails
/// when all drift is located.
pub(crate) fn locate<R>(may_stop: bool, read: impl FnOnce() -> R) -> R {
    with(|collector| collector.search = Some(Search { located: Vec::new(), trials: 0, may_stop }));
    let result = read();
    with(|collector| collector.search = None);
    result
}

/// Discards drift: the value that had it is not used.
pub(crate) fn forget() {
    with(|collector| collector.found.clear());
}

/// Reports a field. If this or one of the following functions returns `true`, fail with [`over`].
pub(crate) fn unknown_field(type_name: &'static str, key: &str) -> bool {
    report(type_name, DriftKind::UnknownField, key)
}

/// Reports a key with a single value that is missing.
pub(crate) fn missing_field(type_name: &'static str, key: &str) -> bool {
    report(type_name, DriftKind::MissingField, key)
}

pub(crate) fn unknown_value(type_name: &'static str, text: &str) -> bool {
    report(type_name, DriftKind::UnknownValue, text)
}

pub(crate) fn unknown_shape(type_name: &'static str) -> bool {
    report(type_name, DriftKind::UnknownShape, "")
}

/// Reports an item besides the one that was looked up.
#[cold]
pub(crate) fn extra_item(type_name: &'static str, pointer: String) {
    let drift = Drift { type_name, kind: DriftKind::ExtraItem, text: "".into(), pointer: Some(pointer.into()) };
    with(|collector| collector.found.push(drift));
}

/// Reports a duplicate key of an object; an arbitrary key is not named.
pub(crate) fn duplicate_key(type_name: &'static str, key: &str) -> bool {
    report(type_name, DriftKind::DuplicateKey, key)
}

/// Reports a `null` that is read as the empty value. The current path leads to it already.
pub(crate) fn null_value(type_name: &'static str, key: &str) {
    report(type_name, DriftKind::NullValue, key);
}

/// Tries a branch, and discards its drift if it fails.
pub(crate) fn attempt<T, F, E: Error>(read: impl FnOnce() -> Result<T, F>) -> Result<Option<T>, E> {
    let mark = with(Collector::begin_trial).unwrap_or_default();
    match read() {
        Ok(_) if mark.is_search && with(Collector::end_trial) == Some(true) => Err(over()),
        Ok(value) => Ok(Some(value)),
        Err(_) => {
            with(|collector| collector.abandon_trial(mark));
            Ok(None)
        }
    }
}

#[cold]
fn report(type_name: &'static str, kind: DriftKind, text: &str) -> bool {
    with(|collector| collector.note(type_name, kind, text)) == Some(true)
}

/// The error that ends the second reading, whose result is not used.
#[cold]
pub(crate) fn over<E: Error>() -> E {
    E::custom("all drift is located")
}

fn with<R>(change: impl FnOnce(&mut Collector) -> R) -> Option<R> {
    COLLECTED.with_borrow_mut(|collected| collected.as_mut().map(change))
}

/// The state of a collector at the beginning of a trial.
#[derive(Clone, Copy, Default)]
struct Mark {
    is_search: bool,
    length: usize,
}

impl Collector {
    /// Returns whether this ends the reading.
    fn note(&mut self, type_name: &'static str, kind: DriftKind, text: &str) -> bool {
        let is_known = |d: &Drift| d.type_name == type_name && d.kind == kind && *d.text == *text;
        let known = self.found.iter().position(is_known);
        let key = match kind {
            DriftKind::DuplicateKey if text.is_empty() => Some(json_path::ANY_KEY),
            DriftKind::UnknownField | DriftKind::MissingField | DriftKind::DuplicateKey => Some(text),
            _ => None,
        };
        let Some(search) = &mut self.search else {
            if known.is_none() && self.found.len() < MOST {
                // A lenient reading tracks the path.
                self.found.push(Drift { type_name, kind, text: text.into(), pointer: json_path::pointer(key) });
            }
            return false;
        };
        if let Some((index, drift)) = known.and_then(|index| Some((index, self.found.get_mut(index)?)))
            && drift.pointer.is_none()
        {
            drift.pointer = json_path::pointer(key);
            search.located.push(index);
        }
        self.is_over()
    }

    /// Drift of a branch counts only once the branch is chosen.
    fn is_over(&self) -> bool {
        let is_over =
            |search: &Search| search.may_stop && search.trials == 0 && search.located.len() == self.found.len();
        self.search.as_ref().is_some_and(is_over)
    }

    fn begin_trial(&mut self) -> Mark {
        match &mut self.search {
            None => Mark { is_search: false, length: self.found.len() },
            Some(search) => {
                search.trials += 1;
                Mark { is_search: true, length: search.located.len() }
            }
        }
    }

    /// Returns whether this ends the reading.
    fn end_trial(&mut self) -> bool {
        if let Some(search) = &mut self.search {
            search.trials = search.trials.saturating_sub(1);
        }
        self.is_over()
    }

    fn abandon_trial(&mut self, mark: Mark) {
        let Some(search) = &mut self.search else { return self.found.truncate(mark.length) };
        search.trials = search.trials.saturating_sub(1);
        while search.located.len() > mark.length {
            if let Some(drift) = search.located.pop().and_then(|index| self.found.get_mut(index)) {
                drift.pointer = None;
            }
        }
    }
}

#[cfg(test)]
mod tests;
