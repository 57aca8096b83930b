//! The response to an array of items that may succeed in part.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::{
    types::redact::{Privacy, Redact},
    wire::listing::Listing,
};

/// The response of a call whose items are processed one by one: all of them succeeded, or some did.
///
/// If no item succeeded, the call fails with an error.
#[derive(Clone, PartialEq)]
pub enum BatchResponse<T, P> {
    /// All items succeeded.
    Complete(T),
    /// Some items succeeded and others were refused; the response tells which. Do not send the former again.
    Partial(P),
}

impl<T, P> BatchResponse<T, P> {
    /// Returns whether all items succeeded.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        matches!(self, Self::Complete(_))
    }

    /// Returns the response, if all items succeeded.
    #[must_use]
    pub fn complete(&self) -> Option<&T> {
        match self {
            Self::Complete(response) => Some(response),
            Self::Partial(_) => None,
        }
    }

    /// Returns the response, if some items were refused.
    #[must_use]
    pub fn partial(&self) -> Option<&P> {
        match self {
            Self::Complete(_) => None,
            Self::Partial(response) => Some(response),
        }
    }
}

impl<T: Listing, P: Listing<Item = T::Item>> BatchResponse<T, P> {
    /// Returns the results of the items that succeeded.
    #[must_use]
    pub fn done(&self) -> &[T::Item] {
        self.items()
    }

    /// Returns the results of the items that succeeded, by value.
    #[must_use]
    pub fn into_done(self) -> Vec<T::Item> {
        self.into_items()
    }
}

impl<T: Listing, P: Listing<Item = T::Item>> Listing for BatchResponse<T, P> {
    type Item = T::Item;

    const KEY: Option<&'static str> = T::KEY;

    fn items(&self) -> &[T::Item] {
        match self {
            Self::Complete(response) => response.items(),
            Self::Partial(response) => response.items(),
        }
    }

    fn items_mut(&mut self) -> &mut Vec<T::Item> {
        match self {
            Self::Complete(response) => response.items_mut(),
            Self::Partial(response) => response.items_mut(),
        }
    }
}

/// Serializes the response itself.
impl<T: Serialize, P: Serialize> Serialize for BatchResponse<T, P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Complete(response) => response.serialize(serializer),
            Self::Partial(response) => response.serialize(serializer),
        }
    }
}

impl<T: Redact, P: Redact> Redact for BatchResponse<T, P> {
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        match self {
            Self::Complete(response) => {
                f.debug_tuple("Complete").field(&crate::types::redact::Redacted(response, privacy)).finish()
            }
            Self::Partial(response) => {
                f.debug_tuple("Partial").field(&crate::types::redact::Redacted(response, privacy)).finish()
            }
        }
    }
}

impl<T: Redact, P: Redact> fmt::Debug for BatchResponse<T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.redact(f, T::PRIVACY)
    }
}
