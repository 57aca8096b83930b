//! A list that is asked for one item.

use serde::{Serialize, de::DeserializeOwned};

use super::{Decoder, JSON};
use crate::{
    transport::answer::Answer,
    wire::{decode::DecodeFailure, listing::Listing},
};

impl<T: Serialize> Decoder<Option<T>> {
    /// A JSON list, for the item that was asked for.
    #[must_use]
    #[inline]
    pub fn first<L: DeserializeOwned + Listing<Item = T>>() -> Self {
        Self { accept: JSON, read: first::<L>, lenient: None, live: false }
    }

    /// A JSON list, for the item that was asked for; an answer without a body is an empty list.
    #[must_use]
    #[inline]
    pub fn first_or_none<L: DeserializeOwned + Listing<Item = T>>() -> Self {
        Self {
            accept: JSON,
            read: |answer| if answer.is_empty() { Ok(None) } else { first::<L>(answer) },
            lenient: None,
            live: false,
        }
    }
}

#[inline]
fn first<L: DeserializeOwned + Listing<Item: Serialize>>(answer: &Answer) -> Result<Option<L::Item>, DecodeFailure> {
    let items = answer.json::<L>()?.into_items();
    let found = match &answer.wanted {
        Some(wanted) => wanted.choose(L::KEY, items)?,
        None => items.into_iter().next(),
    };
    // One that was set aside is there: it is not to pass for one that is not.
    match answer.rejected.borrow().first() {
        Some(rejected) if found.is_none() => {
            Err(DecodeFailure::new(Some(rejected.path.clone()), rejected.message.clone()))
        }
        _ => Ok(found),
    }
}
