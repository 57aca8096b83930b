//! The report of a response that holds something beyond the specification.

use std::{fmt, sync::Arc};

use reqwest::StatusCode;

use crate::{
    transport::response::ResponseMeta,
    types::redact,
    wire::{drift_kind::Drift, spec::Operation},
};

/// All [`Drift`] of one response, as passed to [`ClientBuilder::on_drift`](crate::ClientBuilder::on_drift).
///
/// `Debug` shows no personal data.
#[derive(Clone, Copy)]
pub struct DriftReport<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) meta: &'a ResponseMeta,
}

impl<'a> DriftReport<'a> {
    /// Returns the name of the operation, such as `v1.pets.list`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation.name
    }

    /// Returns the status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.meta.status()
    }

    /// Returns the id by which the support of the API finds the call.
    #[must_use]
    pub fn request_id(&self) -> Option<&'a str> {
        self.meta.request_id()
    }

    /// Returns what was found; never empty.
    #[must_use]
    pub fn drift(&self) -> &'a [Drift] {
        self.meta.drift()
    }
}

impl fmt::Debug for DriftReport<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DriftReport")
            .field("operation", &self.operation())
            .field("status", &self.status())
            .field("request_id", &self.request_id().map(redact::id))
            .field("drift", &self.drift())
            .finish()
    }
}

/// The callback for the drift of a response.
pub(crate) type OnDrift = Arc<dyn Fn(&DriftReport<'_>) + Send + Sync>;
