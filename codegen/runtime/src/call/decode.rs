//! How responses are decoded.

mod bodiless;
mod lookup;
mod plain;

use serde::de::DeserializeOwned;

use crate::{
    call::{batch_response::BatchResponse, errors::Outputs},
    transport::raw_response::RawResponse,
    types::rejected::Rejected,
    wire::{decode::DecodeFailure, listing::Listing},
};

/// How the responses of an operation are decoded, and which media type it asks for.
#[derive(Debug)]
pub struct Decoder<T> {
    pub(crate) accept: &'static str,
    /// Whether the body of a success is read while it arrives.
    pub(crate) live: bool,
    pub(crate) read: fn(&RawResponse) -> Result<T, DecodeFailure>,
    /// For a list: sets aside the items that cannot be decoded.
    pub(crate) lenient: Option<Lenient<T>>,
}

type Lenient<T> = fn(&RawResponse) -> Result<(T, Vec<Rejected>), DecodeFailure>;

/// Requested even if a success has no body, because errors have one.
pub(crate) const JSON: &str = "application/json";

impl<T> Clone for Decoder<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Decoder<T> {}

impl<T: DeserializeOwned + Listing> Decoder<T>
where
    T::Item: DeserializeOwned,
{
    /// Decodes a JSON body that is an array or holds one.
    #[must_use]
    #[inline]
    pub fn list() -> Self {
        Self {
            read: RawResponse::list,
            lenient: Some(|response| response.json_lenient::<T::Item, T>(T::KEY)),
            ..Self::json()
        }
    }

    /// Decodes a JSON body that is an array or holds one; no body is an empty list.
    #[must_use]
    #[inline]
    pub fn list_or_empty() -> Self
    where
        T: Default,
    {
        Self {
            lenient: Some(|response| {
                if response.is_empty() {
                    Ok((T::default(), Vec::new()))
                } else {
                    response.json_lenient::<T::Item, T>(T::KEY)
                }
            }),
            ..Self::json_or_empty()
        }
    }
}

impl<T: DeserializeOwned> Decoder<T> {
    /// Decodes a JSON body.
    #[must_use]
    #[inline]
    pub fn json() -> Self {
        Self { accept: JSON, read: RawResponse::json, lenient: None, live: false }
    }

    /// Decodes a JSON body; no body is the default value.
    #[must_use]
    #[inline]
    pub fn json_or_empty() -> Self
    where
        T: Default,
    {
        Self {
            accept: JSON,
            read: |response| if response.is_empty() { Ok(T::default()) } else { response.json() },
            lenient: None,
            live: false,
        }
    }

    /// Decodes a JSON body; no body is decoded as `null`.
    #[must_use]
    pub fn json_or_null() -> Self {
        let read = |response: &RawResponse| match serde_json::from_str("null") {
            Ok(value) if response.is_empty() => Ok(value),
            _ => response.json(),
        };
        Self { accept: JSON, read, lenient: None, live: false }
    }
}

impl<T: DeserializeOwned> Decoder<Option<T>> {
    /// Decodes a JSON body; no body and `null` are `None`.
    #[must_use]
    #[inline]
    pub fn json_or_none() -> Self {
        Self {
            accept: JSON,
            read: |response| if response.is_empty() { Ok(None) } else { response.json::<Option<T>>() },
            lenient: None,
            live: false,
        }
    }
}

impl<T: Outputs> Decoder<T> {
    /// Decodes one of several declared successes, by its status.
    #[must_use]
    #[inline]
    pub fn outputs() -> Self {
        Self { accept: JSON, read: T::read, lenient: None, live: false }
    }
}

impl<T, P> Decoder<BatchResponse<T, P>>
where
    T: DeserializeOwned + Listing,
    P: DeserializeOwned + Listing<Item = T::Item>,
    T::Item: DeserializeOwned,
{
    /// Decodes the response to an array of items, some of which may have failed.
    #[must_use]
    #[inline]
    pub fn partial() -> Self {
        Self {
            accept: JSON,
            read: |response| {
                if response.meta.status().is_success() {
                    return response.list().map(BatchResponse::Complete);
                }
                let part: P = response.list().map_err(|failure| response.may_hide_success(P::KEY, failure))?;
                // If no item succeeded, the error tells everything.
                if part.items().is_empty() { Err(no_output()) } else { Ok(BatchResponse::Partial(part)) }
            },
            lenient: Some(|response| {
                if response.meta.status().is_success() {
                    let (whole, rejected) = response.json_lenient::<T::Item, T>(T::KEY)?;
                    return Ok((BatchResponse::Complete(whole), rejected));
                }
                let (part, rejected) = response
                    .json_lenient::<T::Item, P>(P::KEY)
                    .map_err(|failure| response.may_hide_success(P::KEY, failure))?;
                let is_nothing = part.items().is_empty() && !rejected.iter().any(|it| it.is_item);
                if is_nothing { Err(no_output()) } else { Ok((BatchResponse::Partial(part), rejected)) }
            }),
            live: false,
        }
    }
}

/// Returns the error for an index that is not in the table of successes, which never happens.
#[doc(hidden)]
#[must_use]
pub fn no_output() -> DecodeFailure {
    DecodeFailure::new(None, "no such success")
}

#[cfg(test)]
mod tests;
