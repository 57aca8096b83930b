//! The reading of a body that a strict one refuses: it forgives a `null`, and passes over elements of arrays.
//!
//! Values are read from texts of their own here, so that a failure in one leaves what follows readable. An element that
//! fails ends the reading all the same, because serde has no way to leave one out afterwards: it is noted, and passed over
//! by the next reading.

use std::collections::HashSet;

use serde::de::{DeserializeOwned, DeserializeSeed, Error, MapAccess, SeqAccess};
use serde_json::value::RawValue;

use super::{Followed, Step, TRAIL, Trail, path, read, step, with};

/// The elements of arrays that are passed over. Each is told from all others by the address where it begins in the body.
#[derive(Default)]
pub(crate) struct Aside(HashSet<usize>);

impl Aside {
    pub(crate) fn insert(&mut self, element: &RawValue) {
        self.0.insert(address(element));
    }
}

fn address(element: &RawValue) -> usize {
    element.get().as_ptr().addr()
}

/// Why a lenient reading failed.
pub(crate) struct Failed {
    pub(crate) error: serde_json::Error,
    /// Where, as in `data[3].id`.
    pub(crate) path: Option<String>,
    /// The innermost element of an array in which that is.
    pub(crate) element: Option<Element>,
}

pub(crate) struct Element {
    address: usize,
    pub(crate) index: usize,
    pub(crate) raw: Box<RawValue>,
    /// How many steps lead to it.
    pub(crate) depth: usize,
}

impl Aside {
    /// From now on the element is passed over.
    pub(crate) fn add(&mut self, element: &Element) {
        self.0.insert(element.address);
    }
}

/// The state of a lenient reading.
#[derive(Default)]
pub(super) struct Mending {
    aside: Aside,
    failed: Option<Element>,
    /// Whether what failed last is a `null`, the value of the key at the end of the trail.
    is_null: bool,
}

/// Reads `json`, a part of a body, as a `T`, without what is `aside`. The key and the index of a list lead to the part.
pub(crate) fn mend<T: DeserializeOwned>(
    json: &str,
    within: Option<(Option<&str>, usize)>,
    aside: &mut Aside,
) -> Result<T, Failed> {
    let mut steps = Vec::new();
    if let Some((list, index)) = within {
        steps.extend(list.map(|key| Step::Key(key.into())));
        steps.push(Step::Index(index));
    }
    let mending = Mending { aside: std::mem::take(aside), ..Mending::default() };
    TRAIL.set(Some(Trail { steps, is_free: false, mending: Some(mending) }));
    let result = read(json);
    let trail = TRAIL.take().unwrap_or_default();
    let Mending { aside: passed, failed, .. } = trail.mending.unwrap_or_default();
    *aside = passed;
    result.map_err(|error| Failed { error, path: path(&trail.steps), element: failed })
}

pub(super) fn is_on() -> bool {
    with(|trail| trail.mending.is_some()) == Some(true)
}

fn state<R>(change: impl FnOnce(&mut Mending) -> R) -> Option<R> {
    with(|trail| trail.mending.as_mut().map(change)).flatten()
}

/// The next element that is not passed over.
pub(super) fn next_element<'de, A: SeqAccess<'de>, S: DeserializeSeed<'de>>(
    seq: &mut A,
    next: &mut usize,
    seed: S,
) -> Result<Option<S::Value>, A::Error> {
    while let Some(raw) = seq.next_element::<&'de RawValue>()? {
        let index = *next;
        *next += 1;
        if state(|mending| mending.aside.0.contains(&address(raw))) == Some(true) {
            continue;
        }
        let depth = with(|trail| trail.steps.len()).unwrap_or_default();
        return step(Step::Index(index), || alone(raw, seed)).map(Some).map_err(|error| {
            state(|mending| {
                mending.is_null = false;
                // The innermost one is the first to notice.
                mending.failed.get_or_insert_with(|| Element {
                    address: address(raw),
                    index,
                    raw: raw.to_owned(),
                    depth,
                });
            });
            A::Error::custom(without_position(&error))
        });
    }
    Ok(None)
}

pub(super) fn next_value<'de, A: MapAccess<'de>, S: DeserializeSeed<'de>>(
    map: &mut A,
    key: Step,
    seed: S,
) -> Result<S::Value, A::Error> {
    let raw: &'de RawValue = map.next_value()?;
    step(key, || alone(raw, seed)).map_err(|error| {
        state(|mending| mending.is_null = raw.get() == "null");
        A::Error::custom(without_position(&error))
    })
}

fn alone<'de, S: DeserializeSeed<'de>>(raw: &'de RawValue, seed: S) -> Result<S::Value, serde_json::Error> {
    seed.deserialize(Followed::new(&mut serde_json::Deserializer::from_str(raw.get())))
}

/// Whether the value that failed just now is a `null` that is forgiven: then `note` is called at its place, and the reading
/// goes on behind it.
#[cold]
pub(crate) fn forgive_null(note: impl FnOnce()) -> bool {
    let is_null = state(|mending| std::mem::take(&mut mending.is_null)) == Some(true);
    if is_null {
        note();
        with(|trail| trail.steps.pop());
    }
    is_null
}

/// What serde says, without the place in a text that nobody has.
pub(crate) fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).map_or(text.clone(), str::to_owned)
}
