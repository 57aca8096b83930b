//! Answers, and how they become values.

mod bodiless;
mod plain;

use std::{
    cell::{Cell, RefCell},
    fmt,
};

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::{Listing, Outputs, ProblemKeys, SentValues, drift, lookup::Wanted, media, trail};
use crate::{BatchAnswer, Rejected, ResponseMeta, streaming::Live};

/// An answer whose body has arrived.
pub struct Answer {
    pub(crate) meta: ResponseMeta,
    pub(crate) body: Bytes,
    /// Whether something may have been carried out that this answer does not tell of.
    pub(crate) in_doubt: bool,
    /// What the call sent: the response to a failed call may repeat it.
    pub(crate) sent: SentValues,
    /// Of a redirect: where it leads, and why it was not followed.
    pub(crate) not_followed: Option<String>,
    /// What the call looks up in a list.
    pub(crate) wanted: Option<Wanted>,
    /// The body of a success that is read while it arrives.
    pub(crate) live: Cell<Option<Box<Live>>>,
    /// How the API writes its errors, where it matters.
    pub(crate) problem: Option<&'static ProblemKeys>,
    /// Whether it has a body although none is declared.
    pub(crate) undeclared_body: Cell<bool>,
    /// Whether what does not decode is set aside.
    pub(crate) is_lenient: bool,
    /// What was set aside while the body was decoded.
    pub(crate) rejected: RefCell<Vec<Rejected>>,
}

impl Answer {
    pub(crate) fn new(meta: ResponseMeta, body: Bytes) -> Self {
        Self {
            meta,
            body,
            in_doubt: false,
            sent: SentValues::default(),
            not_followed: None,
            wanted: None,
            live: Cell::default(),
            problem: None,
            undeclared_body: Cell::default(),
            is_lenient: false,
            rejected: RefCell::default(),
        }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.meta.status().as_u16()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.body.trim_ascii().is_empty()
    }

    /// Decodes the body; only after a failure it looks for the place.
    ///
    /// # Errors
    /// When the body is no JSON of that type.
    #[inline]
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, DecodeFailure> {
        // `from_str` is faster than `from_slice`, which would validate every text by itself.
        let text = utf8(&self.body)?;
        from_text(text).or_else(|failure| if self.is_lenient { self.mend(text, failure) } else { Err(failure) })
    }

    /// The body as text.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub fn text(&self) -> Result<String, DecodeFailure> {
        utf8(&self.body).map(str::to_owned)
    }

    /// The body as it came.
    ///
    /// # Errors
    /// None.
    pub fn bytes(&self) -> Result<Bytes, DecodeFailure> {
        Ok(self.body.clone())
    }

    /// The body that is still on its way. One that was read instead is none that can be streamed.
    fn live(&self) -> Result<Box<Live>, DecodeFailure> {
        self.live.take().ok_or_else(|| DecodeFailure::new(None, media::no_stream(&self.meta)))
    }
}

#[inline]
pub(super) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, DecodeFailure> {
    match serde_json::from_str(text) {
        Ok(value) => {
            if drift::is_met() {
                locate_drift::<T>(text);
            }
            Ok(value)
        }
        Err(error) => Err(locate::<T>(text, &error)),
    }
}

impl Answer {
    /// What it means that this answer, which is no success, is none that tells of something carried out: if it is whole
    /// and its list is empty or not there, nothing was.
    #[cold]
    fn may_hide_success(&self, list: Option<&str>, failure: DecodeFailure) -> DecodeFailure {
        let hides_success = match (serde_json::from_slice::<serde_json::Value>(&self.body), list) {
            (Ok(body), Some(list)) => {
                body.get(list).is_some_and(|list| list.as_array().is_none_or(|it| !it.is_empty()))
            }
            (Ok(body), None) => body.as_array().is_some_and(|list| !list.is_empty()),
            (Err(_), _) => true,
        };
        DecodeFailure { hides_success, ..failure }
    }
}

/// Shows the length of the body, which may hold personal data.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("meta", &self.meta)
            .field("body", &format_args!("<{} bytes>", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// Why a body could not be decoded.
#[derive(Debug)]
pub struct DecodeFailure {
    /// The place in the JSON, as in `data[3].id`.
    pub(crate) path: Option<String>,
    /// What is wrong there, without the text that is there.
    pub(crate) message: String,
    /// Of an answer that is no success: whether it may tell of something that was carried out.
    pub(crate) hides_success: bool,
}

impl DecodeFailure {
    pub(super) fn new(path: Option<String>, message: impl Into<String>) -> Self {
        Self { path, message: message.into(), hides_success: false }
    }
}

/// How the answers of an operation are decoded, and what it asks for.
#[derive(Debug)]
pub struct Decoder<T> {
    pub(super) accept: &'static str,
    /// Whether a success is read while it arrives.
    pub(super) live: bool,
    pub(super) read: fn(&Answer) -> Result<T, DecodeFailure>,
    /// Of a list: sets aside the items that do not decode.
    pub(super) lenient: Option<Lenient<T>>,
}

type Lenient<T> = fn(&Answer) -> Result<(T, Vec<Rejected>), DecodeFailure>;

/// Asked for even where a success has no body: errors have one.
pub(super) const JSON: &str = "application/json";

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
    /// A list of items that may be carried out in part.
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

/// Decodes a JSON body for which it does not matter why it fails.
#[inline]
pub(super) fn json_or_nothing<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    let text = utf8(body).ok()?;
    match serde_json::from_str(text) {
        Ok(value) => {
            if drift::is_met() {
                locate_drift::<T>(text);
            }
            Some(value)
        }
        Err(_) => {
            drift::forget();
            None
        }
    }
}

/// The failure for a success that does not exist; the table of successes never chooses one.
#[doc(hidden)]
#[must_use]
pub fn no_output() -> DecodeFailure {
    DecodeFailure::new(None, "no such success")
}

pub(super) fn utf8(body: &[u8]) -> Result<&str, DecodeFailure> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    std::str::from_utf8(body).map_err(|error| DecodeFailure::new(None, format!("not UTF-8: {error}")))
}

/// Decodes once more to learn the place, and that of the drift before it.
#[cold]
fn locate<T: DeserializeOwned>(text: &str, error: &serde_json::Error) -> DecodeFailure {
    if text.trim_ascii().is_empty() {
        return DecodeFailure::new(None, "the body is empty");
    }
    let (_, path) = drift::locate(false, || trail::follow::<T>(text));
    failure(path, &error.to_string())
}

pub(super) fn failure(path: Option<String>, message: &str) -> DecodeFailure {
    DecodeFailure::new(path, without_value(message))
}

/// Decodes once more, as far as the last drift that was met.
#[cold]
pub(super) fn locate_drift<T: DeserializeOwned>(text: &str) {
    let _ = drift::locate(true, || trail::follow::<T>(text));
}

/// Takes the value that is there out of a message of serde: it may be anyone's name or number.
fn without_value(message: &str) -> String {
    let mismatch = ["invalid type: ", "invalid value: "]
        .into_iter()
        .find_map(|prefix| Some((prefix, message.strip_prefix(prefix)?.rsplit_once(", expected ")?)));
    match mismatch {
        Some((prefix, (found, expected))) => {
            let kind = found.split(['"', '`']).next().unwrap_or_default().trim_end();
            format!("{prefix}{kind}, expected {expected}")
        }
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests;
