//! What happens to a call while it runs, for metrics and logs.

use std::{borrow::Cow, fmt, sync::Arc, time::Duration};

use reqwest::{Method, StatusCode};

use crate::{transport::error::ErrorKind, wire::spec::Operation};

/// Something that happens to a call, as passed to [`ClientBuilder::on_event`](crate::ClientBuilder::on_event).
///
/// It has no URL, header or body, and `Debug` shows no personal data.
#[derive(Clone)]
pub struct CallEvent<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) server: Option<&'a str>,
    pub(crate) kind: CallEventKind,
}

/// The kinds of [`CallEvent`]. Attempts are counted from 1.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CallEventKind {
    /// A request is not sent yet, and this takes more than a second. A wait whose end is known is reported when it
    /// begins, any other after a second; both are reported again if they last longer than expected.
    #[non_exhaustive]
    Waiting {
        /// The number of the attempt that waits.
        attempt: u32,
        /// Why it waits.
        reason: WaitReason,
        /// How long it will take from now, if that is known. Other calls of the same account may change it.
        expected: Option<Duration>,
        /// How long the attempt has waited so far.
        waited: Duration,
        /// What is left of the quota, if the API has told.
        quota_left: Option<u64>,
    },
    /// An attempt has failed and will be followed by another one.
    #[non_exhaustive]
    Retrying {
        /// The number of the next attempt.
        attempt: u32,
        /// The status of the last one, if there was a response.
        status: Option<StatusCode>,
        /// Why the last one failed.
        error: ErrorKind,
        /// How long the call waits first.
        wait: Duration,
        /// What is left of the quota, if the API has told.
        quota_left: Option<u64>,
    },
    /// A request was sent, and its response was received or lost. Redirects that were followed are part of the attempt.
    #[non_exhaustive]
    Attempted {
        /// The number of the attempt.
        attempt: u32,
        /// The status, if there was a response.
        status: Option<StatusCode>,
        /// Why it failed, if it did.
        error: Option<ErrorKind>,
        /// How long it took, without waiting before it.
        elapsed: Duration,
        /// What is left of the quota, if the API has told.
        quota_left: Option<u64>,
    },
    /// The call is over, except that its response is not decoded yet.
    #[non_exhaustive]
    Completed {
        /// How many attempts were made.
        attempts: u32,
        /// The status of the last response.
        status: Option<StatusCode>,
        /// Why the call failed, if it did.
        error: Option<ErrorKind>,
        /// How long it took.
        elapsed: Duration,
        /// How much of that it waited: for the quota, for other calls, and before retries.
        waited: Duration,
    },
}

/// Why a request is not sent yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WaitReason {
    /// The quota of the window is used up, or others use it as well: see [`Pacing`](crate::Pacing).
    Quota,
    /// The API has refused a call of the same operation, and stated how long to wait.
    StatedWait,
    /// Other calls of the client run: as many as the operation or the client allows.
    Concurrency,
}

impl CallEvent<'_> {
    /// Returns the name of the operation, such as `v1.pets.list`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation.name
    }

    /// Returns the HTTP method: `http.request.method` in OpenTelemetry's terms.
    #[must_use]
    pub fn method(&self) -> Method {
        self.operation.method.into()
    }

    /// Returns the host that the call is sent to: `server.address` in OpenTelemetry's terms.
    #[must_use]
    pub fn server_address(&self) -> Option<&str> {
        self.server
    }

    /// Returns what happens.
    #[must_use]
    pub fn kind(&self) -> &CallEventKind {
        &self.kind
    }

    /// Returns the status of the response, if there was one: `http.response.status_code`.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self.kind {
            CallEventKind::Waiting { .. } => None,
            CallEventKind::Retrying { status, .. }
            | CallEventKind::Attempted { status, .. }
            | CallEventKind::Completed { status, .. } => status,
        }
    }

    /// Returns why the attempt or the call failed, in a few words that can label a metric: the status of a response,
    /// such as `429`, or the kind of the error, such as `timeout`. It is `error.type` in OpenTelemetry's terms.
    #[must_use]
    pub fn error_type(&self) -> Option<Cow<'static, str>> {
        match self.kind {
            CallEventKind::Waiting { .. } => None,
            CallEventKind::Retrying { status, error, .. } => Some(error_type(error, status)),
            CallEventKind::Attempted { status, error, .. } | CallEventKind::Completed { status, error, .. } => {
                error.map(|error| error_type(error, status))
            }
        }
    }
}

impl WaitReason {
    /// Returns the reason as a word that can label a metric, such as `quota`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quota => "quota",
            Self::StatedWait => "stated_wait",
            Self::Concurrency => "concurrency",
        }
    }
}

/// Returns the status of a response that is an error, or the kind of any other error.
pub(crate) fn error_type(error: ErrorKind, status: Option<StatusCode>) -> Cow<'static, str> {
    match (error, status) {
        (ErrorKind::Api, Some(status)) => Cow::Owned(status.as_str().to_owned()),
        _ => Cow::Borrowed(error.label()),
    }
}

/// Returns how many requests of the call were sent before; `None` for the first one.
#[cfg(feature = "tracing")]
pub(crate) fn resent(attempt: u32) -> Option<u32> {
    attempt.checked_sub(1).filter(|before| *before > 0)
}

impl fmt::Debug for CallEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallEvent").field("operation", &self.operation()).field("kind", &self.kind).finish()
    }
}

/// The callback for events.
pub(crate) type OnEvent = Arc<dyn Fn(&CallEvent<'_>) + Send + Sync>;
