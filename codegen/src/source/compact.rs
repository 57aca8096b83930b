//! Compact storage of nodes: a document has as many keys and locations as lines.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use crate::diagnostic::{FileId, Location};

/// The key of an entry, in a single machine word. Equal keys of a document share their text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key(Arc<Box<str>>);

impl Key {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Key {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Self {
        Self(Arc::new(text.into()))
    }
}

impl PartialEq<str> for Key {
    fn eq(&self, other: &str) -> bool {
        **self.0 == *other
    }
}

impl PartialEq<&str> for Key {
    fn eq(&self, other: &&str) -> bool {
        **self.0 == **other
    }
}

impl PartialEq<Key> for &str {
    fn eq(&self, other: &Key) -> bool {
        **self == **other.0
    }
}

impl PartialEq<Key> for String {
    fn eq(&self, other: &Key) -> bool {
        **self == **other.0
    }
}

/// The keys so far.
#[derive(Default)]
pub(super) struct Keys(HashSet<Key>);

impl Keys {
    pub(super) fn key(&mut self, text: &str) -> Key {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let new = Key::from(text);
        self.0.insert(new.clone());
        new
    }
}

/// A range of a text or of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

/// The maximum length of a document in bytes.
pub(super) const MAX_LENGTH: usize = 1 << 30;

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        let short = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: short(range.start), end: short(range.end) }
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start as usize..span.end as usize
    }
}

/// A range of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CompactLocation {
    file: FileId,
    span: Span,
}

impl CompactLocation {
    pub(super) fn new(file: FileId, range: Range<usize>) -> Self {
        Self { file, span: range.into() }
    }
}

impl From<Location> for CompactLocation {
    fn from(location: Location) -> Self {
        Self::new(location.file, location.span)
    }
}

impl From<CompactLocation> for Location {
    fn from(location: CompactLocation) -> Self {
        Self { file: location.file, span: location.span.into() }
    }
}
