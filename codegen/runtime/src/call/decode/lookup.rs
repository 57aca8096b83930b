//! Lists that are searched for one item.

use serde::{Serialize, de::DeserializeOwned};

use super::{Decoder, JSON};
use crate::{
    transport::raw_response::RawResponse,
    wire::{decode::DecodeFailure, listing::Listing},
};

impl<T: Serialize> Decoder<Option<T>> {
    /// Decodes a JSON list, and returns the item that was looked up.
    #[must_use]
    #[inline]
    pub fn first<L: DeserializeOwned + Listing<Item = T>>() -> Self {
        Self { accept: JSON, read: first::<L>, lenient: None, live: false }
    }

    /// Decodes a JSON list, and returns the item that was looked up; no body is an empty list.
    #[must_use]
    #[inline]
    pub fn first_or_none<L: DeserializeOwned + Listing<Item = T>>() -> Self {
        Self {
            accept: JSON,
            read: |response| if response.is_empty() { Ok(None) } else { first::<L>(response) },
            lenient: None,
            live: false,
        }
    }
}

#[inline]
fn first<L: DeserializeOwned + Listing<Item: Serialize>>(
    response: &RawResponse,
) -> Result<Option<L::Item>, DecodeFailure> {
    let items = response.json::<L>()?.into_items();
    let found = match &response.wanted {
        Some(wanted) => wanted.find(L::KEY, items)?,
        None => items.into_iter().next(),
    };
    // An item that was set aside exists, and must not be reported as missing.
    match response.rejected.borrow().first() {
        Some(rejected) if found.is_none() => {
            Err(DecodeFailure::new(Some(rejected.path.clone()), rejected.message.clone()))
        }
        _ => Ok(found),
    }
}
