//! Our extensions: where they are allowed, and their objects.

use super::Shape::{Bool, Count, List, Text, Word};
use super::{Key, Kind, Shape, key, needed};

/// The key that any object with extensions may have.
pub(crate) const EVERYWHERE: Key = key("x-lint-allow", List(&Text));

/// The key with the marks of deliberate deviations from published documents.
pub(crate) const DEVIATIONS: &str = "x-deviations";

/// The objects with extensions of their own.
const HOLDERS: &[Kind] = &[
    Kind::Document,
    Kind::Operation,
    Kind::Parameter,
    Kind::Encoding,
    Kind::Response,
    Kind::Schema,
    Kind::ServerVariable,
    Kind::SecurityScheme,
];

/// Returns all kinds of objects in documents.
pub(crate) fn kinds() -> Vec<Kind> {
    let mut found = vec![Kind::Document];
    let mut next = 0;
    while let Some(kind) = found.get(next).copied() {
        for key in kind.keys() {
            if let Some(inner) = kind_in(key.shape).filter(|inner| !found.contains(inner)) {
                found.push(inner);
            }
        }
        next += 1;
    }
    found
}

/// Returns the kind of the objects in a value.
pub(super) fn kind_in(shape: Shape) -> Option<Kind> {
    match shape {
        Shape::One(kind) | Shape::OrRef(kind) => Some(kind),
        List(inner) | Shape::Map(inner) => kind_in(*inner),
        Shape::SchemaOrBool => Some(Kind::Schema),
        Shape::Paths => Some(Kind::PathItem),
        Shape::Responses => Some(Kind::Response),
        Text | Bool | Count | Shape::Number | Shape::Any | Word(_) => None,
    }
}

/// Returns the keys of an object whose values are objects of another kind.
pub(crate) fn keys_of(kind: Kind, value: Kind) -> impl Iterator<Item = &'static str> {
    let is_it = move |key: &&Key| matches!(key.shape, Shape::One(kind) if kind == value);
    kind.keys().iter().filter(is_it).map(|key| key.name)
}

/// Returns our extensions, each with the kind of object that has it. [`EVERYWHERE`] is not among them.
pub(crate) fn extensions() -> impl Iterator<Item = (Kind, &'static Key)> {
    let of = |kind: Kind| kind.keys().iter().map(move |key| (kind, key));
    kinds().into_iter().flat_map(of).filter(|(_, key)| key.name.starts_with("x-"))
}

/// Returns the kinds of objects that may have an extension of ours.
pub(crate) fn holders(extension: &str) -> impl Iterator<Item = Kind> {
    HOLDERS.iter().copied().filter(move |kind| kind.keys().iter().any(|key| key.name == extension))
}

pub(super) const RATE_LIMIT: &[Key] = &[
    needed("quota", Text),
    needed("left", Text),
    needed("reset-ms", Text),
    needed("window-ms", Text),
    key("retry-after-s", Text),
];

pub(super) const PROBLEM: &[Key] =
    &[key("title", List(&Text)), key("keys", List(&Text)), key("detail", List(&Text)), key("code", List(&Text))];

pub(super) const PAGINATION: &[Key] = &[
    key("page", Text),
    key("skip", Text),
    needed("limit", Text),
    key("after", Text),
    key("before", Text),
    key("largest", Count),
    key("items", Text),
    key("current-page", Text),
    key("total-pages", Text),
    key("per-page", Text),
    key("cursor-per-page", Text),
    key("total", Text),
    key("count", Text),
    key("end-cursor", Text),
    key("next-link", Text),
    key("cursors", Text),
];

pub(super) const BATCH: &[Key] = &[key("key", List(&Text)), key("atomic", Bool)];

pub(super) const FIND: &[Key] = &[
    needed("name", Text),
    needed("by", Text),
    key("argument", Text),
    key("property", Text),
    key("match", Word(&["ignore-case", "exact", "none"])),
    needed("description", Text),
];

pub(super) const DEVIATION: &[Key] =
    &[needed("at", Text), needed("what", Word(DEVIATION_WORDS)), needed("source", Text)];

/// What may differ from a published document.
pub(crate) const DEVIATION_WORDS: &[&str] = &[
    "absent",
    "extra",
    "type",
    "format",
    "nullable",
    "required",
    "enum",
    "default",
    "deprecated",
    "length",
    "items",
    "range",
    "pattern",
    "style",
    "other keys",
    "everything",
];
