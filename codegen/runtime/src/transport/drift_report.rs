//! What is told of an answer that held something beyond the specification.

use std::{fmt, sync::Arc};

use reqwest::StatusCode;

use crate::{
    transport::response::ResponseMeta,
    types::redact,
    wire::{drift_kind::Drift, spec::Operation},
};

/// All [`Drift`] of one answer, as [`ClientBuilder::on_drift`](crate::ClientBuilder::on_drift) is told of it.
///
/// `Debug` shows no personal data.
#[derive(Clone, Copy)]
pub struct DriftReport<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) meta: &'a ResponseMeta,
}

impl<'a> DriftReport<'a> {
    /// The operation, as in `v1.pets.list`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation.name
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.meta.status()
    }

    /// The id under which the API's support finds the call.
    #[must_use]
    pub fn request_id(&self) -> Option<&'a str> {
        self.meta.request_id()
    }

    /// What was found; never empty.
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

/// What is called with the drift of an answer.
pub(crate) type OnDrift = Arc<dyn Fn(&DriftReport<'_>) + Send + Sync>;
