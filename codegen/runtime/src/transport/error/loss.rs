//! Calls that are lost: no connection, no response in time, or only a part of it.

use super::{Error, ErrorKind, Source, transport, unsent};
use crate::{transport::response::ResponseMeta, wire::coding};

/// How a call was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    Timeout,
    NoConnection,
    NoResponse,
    Interrupted,
    /// Nothing was sent, and a retry would not change that.
    Unsent,
}

impl Error {
    /// A failure of the HTTP client. Its URL is dropped, because the query may hold personal data.
    pub(crate) fn http(error: reqwest::Error, meta: Option<ResponseMeta>) -> Self {
        let is_unprocessed = meta.is_none() && unsent::is_unprocessed(&error);
        let loss = if error.is_builder() {
            Loss::Unsent
        } else if error.is_timeout() {
            Loss::Timeout
        } else if error.is_connect() {
            Loss::NoConnection
        } else if meta.is_some() {
            Loss::Interrupted
        } else if is_unprocessed {
            Loss::NoConnection
        } else {
            Loss::NoResponse
        };
        let is_unsent = error.is_connect();
        let mut failed = Self::lost(loss, meta);
        if is_unprocessed && !is_unsent {
            failed.0.message = "the connection ended before the request was processed".into();
        }
        if is_unsent {
            // Even if connecting timed out.
            failed.0.loss = Some(Loss::NoConnection);
        }
        let error = error.without_url();
        match transport::reason(&error) {
            Some(reason) if is_unsent => failed.0.message = format!("no connection: {reason}").into(),
            Some(reason) if loss == Loss::NoResponse => failed.0.message = reason.into(),
            _ => {}
        }
        if let Some(reason) = coding::failure(&error) {
            failed.0.message = reason.into();
        }
        failed.0.source = Some(Source::Http(error));
        failed
    }

    pub(crate) fn lost(loss: Loss, meta: Option<ResponseMeta>) -> Self {
        let mut failed = match loss {
            Loss::Timeout => Self::new(ErrorKind::Timeout, "no complete response in time"),
            Loss::NoConnection => Self::transport("no connection"),
            Loss::NoResponse => Self::transport("the connection ended without a response"),
            Loss::Interrupted => Self::transport("the response broke off"),
            Loss::Unsent => Self::transport("the request cannot be sent"),
        };
        failed.0.loss = Some(loss);
        failed.0.meta = meta;
        failed
    }

    /// A request that a script has no response for.
    #[cfg(feature = "test-util")]
    pub(crate) fn unsent(message: String) -> Self {
        let mut failed = Self::transport(message);
        failed.0.loss = Some(Loss::Unsent);
        failed
    }
}
