//! How answers become values.

mod bodiless;
mod lookup;
mod plain;

use serde::de::DeserializeOwned;

use crate::{
    call::{batch_response::BatchAnswer, errors::Outputs},
    transport::answer::Answer,
    types::rejected::Rejected,
    wire::{decode::DecodeFailure, listing::Listing},
};

/// How the answers of an operation are decoded, and what it asks for.
#[derive(Debug)]
pub struct Decoder<T> {
    pub(crate) accept: &'static str,
    /// Whether a success is read while it arrives.
    pub(crate) live: bool,
    pub(crate) read: fn(&Answer) -> Result<T, DecodeFailure>,
    /// Of a list: sets aside the items that do not decode.
    pub(crate) lenient: Option<Lenient<T>>,
}

type Lenient<T> = fn(&Answer) -> Result<(T, Vec<Rejected>), DecodeFailure>;

/// Asked for even where a success has no body: errors have one.
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
    /// A JSON body that is a list, or holds one.
    #[must_use]
    #[inline]
    pub fn list() -> Self {
        Self { lenient: Some(|answer| answer.json_lenient::<T::Item, T>(T::KEY)), ..Self::json() }
    }

    /// A JSON body that is a list, or holds one; an answer without one is an empty list.
    #[must_use]
    #[inline]
    pub fn list_or_empty() -> Self
    where
        T: Default,
    {
        Self {
            lenient: Some(|answer| {
                if answer.is_empty() {
                    Ok((T::default(), Vec::new()))
                } else {
                    answer.json_lenient::<T::Item, T>(T::KEY)
                }
            }),
            ..Self::json_or_empty()
        }
    }
}

impl<T: DeserializeOwned> Decoder<T> {
    /// A JSON body.
    #[must_use]
    #[inline]
    pub fn json() -> Self {
        Self { accept: JSON, read: Answer::json, lenient: None, live: false }
    }

    /// A JSON body; an answer without one is an empty value.
    #[must_use]
    #[inline]
    pub fn json_or_empty() -> Self
    where
        T: Default,
    {
        Self {
            accept: JSON,
            read: |answer| if answer.is_empty() { Ok(T::default()) } else { answer.json() },
            lenient: None,
            live: false,
        }
    }

    /// A JSON body; an answer without one is read as `null`.
    #[must_use]
    pub fn json_or_null() -> Self {
        let read = |answer: &Answer| match serde_json::from_str("null") {
            Ok(value) if answer.is_empty() => Ok(value),
            _ => answer.json(),
        };
        Self { accept: JSON, read, lenient: None, live: false }
    }
}

impl<T: DeserializeOwned> Decoder<Option<T>> {
    /// A JSON body, or none; null is none.
    #[must_use]
    #[inline]
    pub fn json_or_none() -> Self {
        Self {
            accept: JSON,
            read: |answer| if answer.is_empty() { Ok(None) } else { answer.json::<Option<T>>() },
            lenient: None,
            live: false,
        }
    }
}

impl<T: Outputs> Decoder<T> {
    /// One of several declared successes, by status.
    #[must_use]
    #[inline]
    pub fn outputs() -> Self {
        Self { accept: JSON, read: T::read, lenient: None, live: false }
    }
}

impl<T, P> Decoder<BatchAnswer<T, P>>
where
    T: DeserializeOwned + Listing,
    P: DeserializeOwned + Listing<Item = T::Item>,
    T::Item: DeserializeOwned,
{
    /// Decodes the response to a list of items, of which some may have failed.
    #[must_use]
    #[inline]
    pub fn partial() -> Self {
        Self {
            accept: JSON,
            read: |answer| {
                if answer.meta.status().is_success() {
                    return answer.json().map(BatchAnswer::Complete);
                }
                let part: P = answer.json().map_err(|failure| answer.may_hide_success(P::KEY, failure))?;
                // Of a call that achieved nothing, the error tells all.
                if part.items().is_empty() { Err(no_output()) } else { Ok(BatchAnswer::Partial(part)) }
            },
            lenient: Some(|answer| {
                if answer.meta.status().is_success() {
                    let (whole, rejected) = answer.json_lenient::<T::Item, T>(T::KEY)?;
                    return Ok((BatchAnswer::Complete(whole), rejected));
                }
                let (part, rejected) = answer
                    .json_lenient::<T::Item, P>(P::KEY)
                    .map_err(|failure| answer.may_hide_success(P::KEY, failure))?;
                let is_nothing = part.items().is_empty() && !rejected.iter().any(|it| it.is_item);
                if is_nothing { Err(no_output()) } else { Ok((BatchAnswer::Partial(part), rejected)) }
            }),
            live: false,
        }
    }
}

/// The failure for a success that does not exist; the table of successes never chooses one.
#[doc(hidden)]
#[must_use]
pub fn no_output() -> DecodeFailure {
    DecodeFailure::new(None, "no such success")
}

#[cfg(test)]
mod tests;
