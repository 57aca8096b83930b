//! The answer to a list of items that may be carried out in part.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::{types::redact::Redact, wire::listing::Listing};

/// What became of a call whose items are carried out one by one: all of them, or some.
///
/// A call of which nothing was carried out is an error.
#[derive(Clone, PartialEq)]
pub enum BatchAnswer<T, P> {
    /// All items were carried out.
    Complete(T),
    /// Some items were carried out, and others refused: the answer tells which. Do not send the former again.
    Partial(P),
}

impl<T, P> BatchAnswer<T, P> {
    /// Whether all items were carried out.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        matches!(self, Self::Complete(_))
    }

    /// The answer, if all items were carried out.
    #[must_use]
    pub fn complete(&self) -> Option<&T> {
        match self {
            Self::Complete(answer) => Some(answer),
            Self::Partial(_) => None,
        }
    }

    /// The answer, if some items were refused.
    #[must_use]
    pub fn partial(&self) -> Option<&P> {
        match self {
            Self::Complete(_) => None,
            Self::Partial(answer) => Some(answer),
        }
    }
}

impl<T: Listing, P: Listing<Item = T::Item>> BatchAnswer<T, P> {
    /// What was carried out.
    #[must_use]
    pub fn done(&self) -> &[T::Item] {
        self.items()
    }

    /// What was carried out.
    #[must_use]
    pub fn into_done(self) -> Vec<T::Item> {
        self.into_items()
    }
}

impl<T: Listing, P: Listing<Item = T::Item>> Listing for BatchAnswer<T, P> {
    type Item = T::Item;

    const KEY: Option<&'static str> = T::KEY;

    fn items(&self) -> &[T::Item] {
        match self {
            Self::Complete(answer) => answer.items(),
            Self::Partial(answer) => answer.items(),
        }
    }

    fn items_mut(&mut self) -> &mut Vec<T::Item> {
        match self {
            Self::Complete(answer) => answer.items_mut(),
            Self::Partial(answer) => answer.items_mut(),
        }
    }
}

/// As the answer itself.
impl<T: Serialize, P: Serialize> Serialize for BatchAnswer<T, P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Complete(answer) => answer.serialize(serializer),
            Self::Partial(answer) => answer.serialize(serializer),
        }
    }
}

impl<T: Redact, P: Redact> Redact for BatchAnswer<T, P> {
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Complete(answer) => f.debug_tuple("Complete").field(&crate::types::redact::Redacted(answer)).finish(),
            Self::Partial(answer) => f.debug_tuple("Partial").field(&crate::types::redact::Redacted(answer)).finish(),
        }
    }
}

impl<T: Redact, P: Redact> fmt::Debug for BatchAnswer<T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.redact(f)
    }
}
