//! Whether the API is closed for the time being, such as for a suspended account.
//!
//! One 503 may come from a gateway, even after its retry. Several calls in a row that end with 503, in the order in
//! which they end, show that the API is closed, and that further calls only do harm.

use std::sync::Arc;

use reqwest::StatusCode;

use crate::transport::error::{Error, ErrorKind};

/// After this many calls in a row that end with 503, each with its retry if it may have one, no more are made.
const CALLS: u32 = 3;

/// What the calls so far tell.
#[derive(Default)]
pub(super) struct Closed {
    /// How many calls in a row have ended with 503, up to the last one.
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

    /// After a call that failed. An API that refuses the request is open; a lost call, or another failure, says
    /// neither.
    pub(super) fn after(error: &Arc<Error>) -> Self {
        match error.status().filter(|_| error.kind() == ErrorKind::Api) {
            Some(StatusCode::SERVICE_UNAVAILABLE) => {
                Self { refused: 1, got_through: false, last: Some(Arc::clone(error)) }
            }
            Some(status) if !status.is_server_error() => Self::not(),
            _ => Self::default(),
        }
    }

    /// Adds calls that ended later.
    pub(super) fn add(&mut self, later: Self) {
        let earlier = if later.got_through { 0 } else { self.refused };
        self.refused = earlier.saturating_add(later.refused);
        self.got_through |= later.got_through;
        self.last = later.last.or(self.last.take());
    }

    /// Returns the last error, if the API is closed.
    pub(super) fn error(&self) -> Option<&Arc<Error>> {
        self.last.as_ref().filter(|_| self.refused >= CALLS)
    }
}

#[cfg(test)]
mod tests;
