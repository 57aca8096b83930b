//! Answers, and how they become values.

use std::fmt::{self, Write as _};

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::{Listing, Outputs, redact};
use crate::{ResponseMeta, Secret};

/// An answer whose body has arrived.
pub struct Answer {
    pub(crate) meta: ResponseMeta,
    pub(crate) body: Bytes,
    /// Whether something may have been carried out that this answer does not tell of.
    pub(crate) in_doubt: bool,
    /// What the call sent and nobody is to see: an answer that is no success may repeat it.
    pub(crate) secrets: Vec<Secret>,
}

impl Answer {
    pub(crate) fn new(meta: ResponseMeta, body: Bytes) -> Self {
        Self { meta, body, in_doubt: false, secrets: Vec::new() }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.meta.status().as_u16()
    }

    fn is_empty(&self) -> bool {
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
        serde_json::from_str(text).map_err(|error| locate::<T>(text, &error))
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
}

/// How the answers of an operation are decoded, and what it asks for.
#[derive(Debug)]
pub struct Decoder<T> {
    pub(super) accept: &'static str,
    pub(super) read: fn(&Answer) -> Result<T, DecodeFailure>,
}

/// Asked for even where a success has no body: errors have one.
const JSON: &str = "application/json";
const ANYTHING: &str = "*/*";

impl<T> Clone for Decoder<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Decoder<T> {}

impl<T: DeserializeOwned> Decoder<T> {
    /// A JSON body.
    #[must_use]
    #[inline]
    pub fn json() -> Self {
        Self { accept: JSON, read: Answer::json }
    }

    /// A JSON body; an answer without one is an empty value.
    #[must_use]
    #[inline]
    pub fn json_or_empty() -> Self
    where
        T: Default,
    {
        Self { accept: JSON, read: |answer| if answer.is_empty() { Ok(T::default()) } else { answer.json() } }
    }
}

impl<T: DeserializeOwned> Decoder<T> {
    /// A JSON body; an answer without one is read as `null`.
    #[must_use]
    pub fn json_or_null() -> Self {
        let read = |answer: &Answer| match serde_json::from_str("null") {
            Ok(value) if answer.is_empty() => Ok(value),
            _ => answer.json(),
        };
        Self { accept: JSON, read }
    }
}

impl<T: DeserializeOwned> Decoder<Option<T>> {
    /// A JSON body, or none.
    #[must_use]
    #[inline]
    pub fn json_or_none() -> Self {
        Self { accept: JSON, read: |answer| if answer.is_empty() { Ok(None) } else { answer.json().map(Some) } }
    }
}

impl<T> Decoder<Option<T>> {
    /// A JSON list, for its first item.
    #[must_use]
    #[inline]
    pub fn first<L: DeserializeOwned + Listing<Item = T>>() -> Self {
        Self { accept: JSON, read: first::<L> }
    }

    /// A JSON list, for its first item; an answer without a body is an empty list.
    #[must_use]
    #[inline]
    pub fn first_or_none<L: DeserializeOwned + Listing<Item = T>>() -> Self {
        Self { accept: JSON, read: |answer| if answer.is_empty() { Ok(None) } else { first::<L>(answer) } }
    }
}

#[inline]
fn first<L: DeserializeOwned + Listing>(answer: &Answer) -> Result<Option<L::Item>, DecodeFailure> {
    Ok(answer.json::<L>()?.into_items().into_iter().next())
}

impl<T: Outputs> Decoder<T> {
    /// One of several declared successes, by status.
    #[must_use]
    #[inline]
    pub fn outputs() -> Self {
        Self { accept: JSON, read: T::read }
    }
}

impl Decoder<()> {
    /// No body; one that comes is ignored.
    #[must_use]
    #[inline]
    pub fn empty() -> Self {
        Self { accept: JSON, read: |_| Ok(()) }
    }
}

impl Decoder<Bytes> {
    /// Any body as it came.
    #[must_use]
    #[inline]
    pub fn bytes() -> Self {
        Self { accept: ANYTHING, read: |answer| Ok(answer.body.clone()) }
    }
}

impl Decoder<String> {
    /// A text in UTF-8.
    #[must_use]
    #[inline]
    pub fn text() -> Self {
        Self { accept: ANYTHING, read: |answer| utf8(&answer.body).map(str::to_owned) }
    }
}

/// Decodes a JSON body for which it does not matter why it fails.
#[inline]
pub(super) fn json_or_nothing<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    serde_json::from_str(utf8(body).ok()?).ok()
}

/// The failure for a success that does not exist; the table of successes never chooses one.
#[doc(hidden)]
#[must_use]
pub fn no_output() -> DecodeFailure {
    DecodeFailure { path: None, message: "no such success".to_owned() }
}

fn utf8(body: &[u8]) -> Result<&str, DecodeFailure> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    std::str::from_utf8(body).map_err(|error| DecodeFailure { path: None, message: format!("not UTF-8: {error}") })
}

/// Decodes once more to learn the place.
#[cold]
fn locate<T: DeserializeOwned>(text: &str, error: &serde_json::Error) -> DecodeFailure {
    let mut track = serde_path_to_error::Track::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let _ = T::deserialize(serde_path_to_error::Deserializer::new(&mut json, &mut track));
    failure(text, &place(&track.path()), error)
}

/// `data[3].id`. A key that is no plain word is not one of the specification: it may be anything, also several lines.
fn place(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut place = String::new();
    for segment in path {
        let _ = match segment {
            Segment::Seq { index } => write!(place, "[{index}]"),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                let dot = if place.is_empty() { "" } else { "." };
                write!(place, "{dot}{}", redact::key(key))
            }
            // What broke off before it had a name.
            Segment::Unknown => Ok(()),
        };
    }
    place
}

#[cold]
fn failure(text: &str, path: &str, error: &serde_json::Error) -> DecodeFailure {
    if text.trim_ascii().is_empty() {
        return DecodeFailure { path: None, message: "the body is empty".to_owned() };
    }
    let path = (!path.is_empty()).then(|| path.to_owned());
    DecodeFailure { path, message: without_value(&error.to_string()) }
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
