//! Calls that are lost on their way.

use super::{Error, ErrorKind, Source, transport, unsent};
use crate::{transport::response::ResponseMeta, wire::coding};

/// How a call is lost on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    Late,
    NoConnection,
    NoAnswer,
    BrokenOff,
    /// Nothing was sent, and nothing would be another time.
    Unsent,
}

impl Error {
    /// A failure of the HTTP client; its URL is dropped, because the query may hold personal data.
    pub(crate) fn http(error: reqwest::Error, meta: Option<ResponseMeta>) -> Self {
        let is_unprocessed = meta.is_none() && unsent::is_unprocessed(&error);
        let loss = if error.is_builder() {
            Loss::Unsent
        } else if error.is_timeout() {
            Loss::Late
        } else if error.is_connect() {
            Loss::NoConnection
        } else if meta.is_some() {
            Loss::BrokenOff
        } else if is_unprocessed {
            Loss::NoConnection
        } else {
            Loss::NoAnswer
        };
        let is_unsent = error.is_connect();
        let mut failed = Self::lost(loss, meta);
        if is_unprocessed && !is_unsent {
            failed.0.message = "the connection ended before the request was processed".into();
        }
        if is_unsent {
            // Even if it is time that ran out.
            failed.0.loss = Some(Loss::NoConnection);
        }
        let error = error.without_url();
        match transport::reason(&error) {
            Some(reason) if is_unsent => failed.0.message = format!("no connection: {reason}").into(),
            Some(reason) if loss == Loss::NoAnswer => failed.0.message = reason.into(),
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
            Loss::Late => Self::new(ErrorKind::Timeout, "no complete answer in time"),
            Loss::NoConnection => Self::transport("no connection"),
            Loss::NoAnswer => Self::transport("the connection ended without an answer"),
            Loss::BrokenOff => Self::transport("the answer broke off"),
            Loss::Unsent => Self::transport("the request cannot be sent"),
        };
        failed.0.loss = Some(loss);
        failed.0.meta = meta;
        failed
    }

    /// A request that a script does not let pass.
    #[cfg(feature = "test-util")]
    pub(crate) fn unsent(message: String) -> Self {
        let mut failed = Self::transport(message);
        failed.0.loss = Some(Loss::Unsent);
        failed
    }
}
