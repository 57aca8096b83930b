//! The objects of our extensions.

use super::Shape::{Bool, Count, List, Text};
use super::{Key, key, needed};

pub(super) const RATE_LIMIT: &[Key] = &[
    needed("quota", Text),
    needed("left", Text),
    needed("reset-ms", Text),
    needed("window-ms", Text),
    key("retry-after-s", Text),
];

pub(super) const PROBLEM: &[Key] = &[key("title", List(&Text)), key("keys", List(&Text)), key("detail", List(&Text))];

pub(super) const PAGINATION: &[Key] = &[
    needed("page", Text),
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

pub(super) const FIND: &[Key] =
    &[needed("name", Text), needed("by", Text), key("argument", Text), needed("description", Text)];
