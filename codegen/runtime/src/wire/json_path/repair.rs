//! Lenient decoding of a body that cannot be decoded strictly: it reads `null` as the empty value, and skips array
//! elements.
//!
//! Values are read from texts of their own here, so that what follows a failure can still be read. An element that
//! fails ends the reading all the same, because serde cannot drop one afterwards: it is noted, and skipped by the next
//! reading.

use std::collections::HashSet;

use serde::de::{DeserializeOwned, DeserializeSeed, Error, MapAccess, SeqAccess};
use serde_json::value::RawValue;

use super::{CURRENT, CurrentPath, Followed, Step, path, read, step, with};

/// The array elements that are skipped, by their address in the body.
#[derive(Default)]
pub(crate) struct Skipped(HashSet<usize>);

impl Skipped {
    pub(crate) fn insert(&mut self, element: &RawValue) {
        self.0.insert(address(element));
    }
}

fn address(element: &RawValue) -> usize {
    element.get().as_ptr().addr()
}

/// Why lenient decoding failed.
pub(crate) struct Failed {
    pub(crate) error: serde_json::Error,
    /// The JSON path, such as `data[3].id`.
    pub(crate) path: Option<String>,
    /// The innermost array element that contains it.
    pub(crate) element: Option<Element>,
}

pub(crate) struct Element {
    address: usize,
    pub(crate) index: usize,
    pub(crate) raw: Box<RawValue>,
    /// How many steps lead to it.
    pub(crate) depth: usize,
}

impl Skipped {
    /// Skips the element from now on.
    pub(crate) fn add(&mut self, element: &Element) {
        self.0.insert(element.address);
    }
}

/// The state of lenient decoding.
#[derive(Default)]
pub(super) struct Repair {
    skipped: Skipped,
    failed: Option<Element>,
    /// Whether the last value that failed is a `null`, at the key that ends the path.
    is_null: bool,
}

/// Reads `json`, a part of a body, as a `T`, without the `skipped` elements. `within` is the key and the index of the
/// list that lead to the part.
pub(crate) fn repair<T: DeserializeOwned>(
    json: &str,
    within: Option<(Option<&str>, usize)>,
    skipped: &mut Skipped,
) -> Result<T, Failed> {
    let mut steps = Vec::new();
    if let Some((list, index)) = within {
        steps.extend(list.map(|key| Step::Key(key.into())));
        steps.push(Step::Index(index));
    }
    let repair = Repair { skipped: std::mem::take(skipped), ..Repair::default() };
    CURRENT.set(Some(CurrentPath { steps, repair: Some(repair), ..CurrentPath::default() }));
    let result = read(json);
    let current = CURRENT.take().unwrap_or_default();
    let Repair { skipped: passed, failed, .. } = current.repair.unwrap_or_default();
    *skipped = passed;
    result.map_err(|error| Failed { error, path: path(&current.steps), element: failed })
}

pub(super) fn is_on() -> bool {
    with(|current| current.repair.is_some()) == Some(true)
}

fn state<R>(change: impl FnOnce(&mut Repair) -> R) -> Option<R> {
    with(|current| current.repair.as_mut().map(change)).flatten()
}

/// Returns the next element that is not skipped.
pub(super) fn next_element<'de, A: SeqAccess<'de>, S: DeserializeSeed<'de>>(
    seq: &mut A,
    next: &mut usize,
    seed: S,
) -> Result<Option<S::Value>, A::Error> {
    while let Some(raw) = seq.next_element::<&'de RawValue>()? {
        let index = *next;
        *next += 1;
        if state(|repair| repair.skipped.0.contains(&address(raw))) == Some(true) {
            continue;
        }
        let depth = with(|current| current.steps.len()).unwrap_or_default();
        return step(Step::Index(index), || alone(raw, seed)).map(Some).map_err(|error| {
            state(|repair| {
                repair.is_null = false;
                // The innermost element is noticed first.
                repair.failed.get_or_insert_with(|| Element {
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
        state(|repair| repair.is_null = raw.get() == "null");
        A::Error::custom(without_position(&error))
    })
}

fn alone<'de, S: DeserializeSeed<'de>>(raw: &'de RawValue, seed: S) -> Result<S::Value, serde_json::Error> {
    seed.deserialize(Followed::new(&mut serde_json::Deserializer::from_str(raw.get())))
}

/// Returns whether the value that failed just now is a `null` that can be read as the empty value. Then calls `note`
/// with its path, and continues after it.
#[cold]
pub(crate) fn forgive_null(note: impl FnOnce()) -> bool {
    let is_null = state(|repair| std::mem::take(&mut repair.is_null)) == Some(true);
    if is_null {
        note();
        with(|current| current.steps.pop());
    }
    is_null
}

/// Returns the message of serde without its position in a text that the user does not have.
pub(crate) fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).map_or(text.clone(), str::to_owned)
}
