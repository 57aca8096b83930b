//! Whether the API is closed for the time being, such as for a suspended account, or one call had bad luck.
//!
//! One 503 may be that of a gateway, even if it outlasts its retry. Calls that end with 503 one after the other, by the
//! order in which they end, are the sign of an API that is closed, where further calls only do harm.

use std::sync::Arc;

use reqwest::StatusCode;

use crate::transport::error::{Error, ErrorKind};

/// After so many calls in a row that end with 503, each with its retry where it may have one, no more are made.
const CALLS: u32 = 3;

/// What the calls so far tell.
#[derive(Default)]
pub(super) struct Closed {
    /// The calls at the end of the row that ended with 503.
    refused: u32,
    /// Whether one before them got through.
    got_through: bool,
    /// The last 503.
    last: Option<Arc<Error>>,
}

impl Closed {
    /// After a call that got through.
    pub(super) fn not() -> Self {
        Self { got_through: true, ..Self::default() }
    }

    /// After a call that failed. A refusal of what was asked comes from an API that is open; a lost call, or a failure of
    /// another kind, says neither.
    pub(super) fn after(error: &Arc<Error>) -> Self {
        match error.status().filter(|_| error.kind() == ErrorKind::Api) {
            Some(StatusCode::SERVICE_UNAVAILABLE) => {
                Self { refused: 1, got_through: false, last: Some(Arc::clone(error)) }
            }
            Some(status) if !status.is_server_error() => Self::not(),
            _ => Self::default(),
        }
    }

    /// Adds what calls tell that ended later.
    pub(super) fn add(&mut self, later: Self) {
        let earlier = if later.got_through { 0 } else { self.refused };
        self.refused = earlier.saturating_add(later.refused);
        self.got_through |= later.got_through;
        self.last = later.last.or(self.last.take());
    }

    /// The error, if it is closed.
    pub(super) fn error(&self) -> Option<&Arc<Error>> {
        self.last.as_ref().filter(|_| self.refused >= CALLS)
    }
}

#[cfg(test)]
mod tests;
