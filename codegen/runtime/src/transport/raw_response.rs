//! Responses before they are decoded.

use std::{
    cell::{Cell, RefCell},
    fmt,
};

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::{
    transport::{
        error::Error, lookup::Wanted, media, response::ResponseMeta, sent_values::SentValues, streaming::Live,
    },
    types::rejected::Rejected,
    wire::{
        decode::{DecodeFailure, from_text, utf8},
        drift,
        errors::ApiBody,
        spec::{Operation, ProblemKeys},
    },
};

/// A response before it is decoded.
pub struct RawResponse {
    pub(crate) meta: ResponseMeta,
    pub(crate) body: Bytes,
    /// Whether something may have taken effect that this response does not tell.
    pub(crate) is_indeterminate: bool,
    /// What the call sent: the response to a failed call may repeat it.
    pub(crate) sent: SentValues,
    /// For a redirect: where it leads, and why it was not followed.
    pub(crate) not_followed: Option<String>,
    /// The item that the call looks up.
    pub(crate) wanted: Option<Wanted>,
    /// The body of a success that is read while it arrives.
    pub(crate) live: Cell<Option<Box<Live>>>,
    /// The keys of the API's errors, if they matter.
    pub(crate) problem: Option<&'static ProblemKeys>,
    /// Whether it has a body although none is declared.
    pub(crate) undeclared_body: Cell<bool>,
    /// Whether it is the success of a call that changes something, which may have nothing to say.
    pub(crate) may_be_empty: bool,
    /// Whether it has no body although one is declared.
    pub(crate) missing_body: Cell<bool>,
    /// Whether elements that cannot be decoded are set aside.
    pub(crate) is_lenient: bool,
    /// What was set aside while the body was decoded.
    pub(crate) rejected: RefCell<Vec<Rejected>>,
}

impl RawResponse {
    pub(crate) fn new(meta: ResponseMeta, body: Bytes) -> Self {
        Self {
            meta,
            body,
            is_indeterminate: false,
            sent: SentValues::default(),
            not_followed: None,
            wanted: None,
            live: Cell::default(),
            problem: None,
            undeclared_body: Cell::default(),
            may_be_empty: false,
            missing_body: Cell::default(),
            is_lenient: false,
            rejected: RefCell::default(),
        }
    }

    /// Returns the status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.meta.status().as_u16()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.body.trim_ascii().is_empty()
    }

    /// Decodes the body. The location of a failure is determined only afterwards.
    ///
    /// # Errors
    /// When the body is not JSON of that type.
    #[inline]
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, DecodeFailure> {
        self.list().or_else(|failure| self.nothing().ok_or(failure))
    }

    /// Decodes the body of a list, which is not empty because nothing is said.
    ///
    /// # Errors
    /// When the body is not JSON of that type.
    #[inline]
    pub(crate) fn list<T: DeserializeOwned>(&self) -> Result<T, DecodeFailure> {
        // `from_str` is faster than `from_slice`, which validates every string separately.
        let text = utf8(&self.body)?;
        from_text(text).or_else(|failure| if self.is_lenient { self.repair(text, failure) } else { Err(failure) })
    }

    /// Returns the value of an empty body, where a 204 is meant: null, or an object without anything, whichever the type
    /// has.
    #[cold]
    fn nothing<T: DeserializeOwned>(&self) -> Option<T> {
        if !self.may_be_empty || !self.is_empty() {
            return None;
        }
        let value = ["null", "{}"].into_iter().find_map(|json| serde_json::from_str(json).ok());
        // It is that of the made-up value.
        drift::forget();
        self.missing_body.set(value.is_some());
        value
    }

    /// Returns the body as text.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub fn text(&self) -> Result<String, DecodeFailure> {
        utf8(&self.body).map(str::to_owned)
    }

    /// Returns the raw body.
    ///
    /// # Errors
    /// Never.
    pub fn bytes(&self) -> Result<Bytes, DecodeFailure> {
        Ok(self.body.clone())
    }

    /// Returns the body that is still arriving. A body that was read instead cannot be streamed.
    pub(crate) fn live(&self) -> Result<Box<Live>, DecodeFailure> {
        self.live.take().ok_or_else(|| DecodeFailure::new(None, media::no_stream(&self.meta)))
    }
}

impl RawResponse {
    /// Returns the failure to decode this response, which is not a success, with whether the response may report
    /// something that took effect: not if it is complete, and its array is empty or absent.
    #[cold]
    pub(crate) fn may_hide_success(&self, list: Option<&str>, failure: DecodeFailure) -> DecodeFailure {
        let hides_success = match (serde_json::from_slice::<serde_json::Value>(&self.body), list) {
            (Ok(body), Some(list)) => {
                body.get(list).is_some_and(|list| list.as_array().is_none_or(|it| !it.is_empty()))
            }
            (Ok(body), None) => body.as_array().is_some_and(|list| !list.is_empty()),
            (Err(_), _) => true,
        };
        DecodeFailure { hides_success, ..failure }
    }

    /// Returns the error of a response that is not a success. `api` is its body, as the type that is declared for its
    /// status.
    pub(crate) fn refused(self, operation: &'static Operation, api: Option<ApiBody>) -> Error {
        Error::refused(operation, self.meta, self.body, api, &self.sent)
            .not_followed(self.not_followed)
            .with_indeterminate(self.is_indeterminate)
    }
}

/// Shows only the length of the body, which may hold personal data.
impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("meta", &self.meta)
            .field("body", &format_args!("<{} bytes>", self.body.len()))
            .finish_non_exhaustive()
    }
}
