//! Ready-made responses.

use std::{fmt, marker::PhantomData};

use bytes::Bytes;
use reqwest::{
    StatusCode,
    header::{CONTENT_TYPE, HeaderMap},
};
use serde::de::DeserializeOwned;

use super::Reply;
use crate::{
    transport::{error::Error, raw_response::RawResponse, response::ResponseMeta},
    wire::spec::Operation,
};

/// A ready-made response of an operation: the example in the specification.
///
/// The module of a resource has them in an inner module `fixtures`, named like the methods. Their content is invented,
/// and decodes as `T`.
///
/// [`Script::push_fixture`](super::Script::push_fixture) responds with it; converted into a [`Reply`] it can get
/// headers and a delay. `Debug` shows the operation and the status.
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

    /// Returns the status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the body, exactly as the specification has it.
    #[must_use]
    pub const fn json(&self) -> &'static str {
        self.json
    }

    /// Returns the body as a value that can be changed, for [`Script::push_json`](super::Script::push_json).
    ///
    /// A decimal becomes a binary number, as always in [`serde_json::Value`]: 42.10 is 42.1 there.
    #[must_use]
    pub fn value(&self) -> serde_json::Value {
        // Generated fixtures are JSON that serde_json can hold.
        serde_json::from_str(self.json).unwrap_or_default()
    }
}

impl<T: DeserializeOwned> Fixture<T> {
    /// Decodes the body as the client does.
    ///
    /// # Errors
    /// When the body does not match the type: an error of the kind [`ErrorKind::Decode`](crate::ErrorKind::Decode),
    /// and a mistake in the specification.
    pub fn decode(&self) -> Result<T, Error> {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        let meta = ResponseMeta::new(self.operation.api, status, HeaderMap::new());
        let response = RawResponse::new(meta, Bytes::from_static(self.json.as_bytes()));
        response.json().map_err(|failure| Error::decode(self.operation, response.meta, response.body, failure))
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

// Deriving these would require them of `T`.
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
