//! A ready-made answer.

use std::{fmt, marker::PhantomData};

use bytes::Bytes;
use reqwest::{
    StatusCode,
    header::{CONTENT_TYPE, HeaderMap},
};
use serde::de::DeserializeOwned;

use super::Reply;
use crate::{
    transport::{answer::Answer, error::Error, response::ResponseMeta},
    wire::spec::Operation,
};

/// An answer of an operation that is ready to be used: the example that the specification shows of it.
///
/// The module of a resource has them in an inner module `fixtures`, called as the methods are. What is in them is
/// invented, and fits `T`: that is what the body becomes.
///
/// [`Script::push_fixture`](super::Script::push_fixture) answers with it; as a [`Reply`] it can be given headers
/// and a delay before. `Debug` shows the operation and the status.
pub struct Fixture<T> {
    operation: &'static Operation,
    status: u16,
    json: &'static str,
    body: PhantomData<fn() -> T>,
}

impl<T> Fixture<T> {
    /// For generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(operation: &'static Operation, status: u16, json: &'static str) -> Self {
        Self { operation, status, json, body: PhantomData }
    }

    /// The status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The body, to the last digit as the specification has it.
    #[must_use]
    pub const fn json(&self) -> &'static str {
        self.json
    }

    /// The body as a value to be changed, for [`Script::push_json`](super::Script::push_json).
    ///
    /// A decimal becomes a binary number, as everywhere in [`serde_json::Value`]: 42.10 is 42.1 there.
    #[must_use]
    pub fn value(&self) -> serde_json::Value {
        // What is generated is JSON that serde_json can hold.
        serde_json::from_str(self.json).unwrap_or_default()
    }
}

impl<T: DeserializeOwned> Fixture<T> {
    /// The body as the client decodes it.
    ///
    /// # Errors
    /// When the body does not fit the type: an error of the kind [`ErrorKind::Decode`](crate::ErrorKind::Decode),
    /// and a mistake of the specification.
    pub fn decode(&self) -> Result<T, Error> {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        let meta = ResponseMeta::new(self.operation.api, status, HeaderMap::new());
        let answer = Answer::new(meta, Bytes::from_static(self.json.as_bytes()));
        answer.json().map_err(|failure| Error::decode(self.operation, answer.meta, answer.body, failure))
    }
}

impl<T> From<&Fixture<T>> for Reply {
    fn from(fixture: &Fixture<T>) -> Self {
        Self::new(fixture.status).header(CONTENT_TYPE.as_str(), "application/json").bytes(fixture.json)
    }
}

impl<T> From<Fixture<T>> for Reply {
    fn from(fixture: Fixture<T>) -> Self {
        (&fixture).into()
    }
}

// Derived, these would ask the same of `T`.
impl<T> Clone for Fixture<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Fixture<T> {}

impl<T> fmt::Debug for Fixture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fixture")
            .field("operation", &self.operation.name)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
