//! Events of waits and retries, with the feature `tracing`; without it, nothing. Their fields are as in the spans of
//! `trace`.

#[cfg(feature = "tracing")]
use std::time::Duration;

#[cfg(feature = "tracing")]
use reqwest::StatusCode;
#[cfg(feature = "tracing")]
use tracing::{info, warn};

use crate::transport::call_event::CallEvent;
#[cfg(feature = "tracing")]
use crate::transport::call_event::{CallEventKind, resent};

/// Whether events are of use without a callback.
pub(crate) const IS_ON: bool = cfg!(feature = "tracing");

/// Logs that a call waits, or is retried. What else happens to it is in the spans.
#[cfg(feature = "tracing")]
pub(crate) fn event(event: &CallEvent<'_>) {
    match *event.kind() {
        CallEventKind::Waiting { attempt, reason, expected, waited, quota_left } => info!(
            operation = event.operation(),
            "http.request.method" = event.method().as_str(),
            "http.request.resend_count" = resent(attempt),
            "server.address" = event.server_address(),
            reason = reason.as_str(),
            wait_ms = expected.map(milliseconds),
            waited_ms = milliseconds(waited),
            quota_left,
            "the call waits"
        ),
        CallEventKind::Retrying { attempt, status, wait, quota_left, .. } => warn!(
            operation = event.operation(),
            "http.request.method" = event.method().as_str(),
            "http.request.resend_count" = resent(attempt),
            "server.address" = event.server_address(),
            "http.response.status_code" = status.as_ref().map(StatusCode::as_u16),
            "error.type" = event.error_type().as_deref(),
            wait_ms = milliseconds(wait),
            quota_left,
            "the call is retried"
        ),
        CallEventKind::Attempted { .. } | CallEventKind::Completed { .. } => {}
    }
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn event(_: &CallEvent<'_>) {}

#[cfg(feature = "tracing")]
fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
