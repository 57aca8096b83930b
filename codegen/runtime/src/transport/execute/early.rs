//! Responses to a request that the server has not read, or will not process yet: 408 and 425.

use reqwest::{
    StatusCode,
    header::{CONNECTION, HeaderMap},
};

use crate::{transport::response::ResponseMeta, wire::spec::Operation};

/// What such a response says about the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Early {
    /// It was not processed.
    NotProcessed,
    /// It may have been processed.
    Unsure,
}

/// Returns `None` for all other responses.
///
/// 425 means that the server was unwilling to process a request that might be a replay (RFC 8470, 5.2).
///
/// 408 means that the server did not receive the whole request within the time that it was prepared to wait, and closes
/// the connection (RFC 9110, 15.5.9). Proxies also send it on an idle connection, just before they close it; a request
/// that crosses it takes it for its response. Either way the connection is closed and the request was not processed. A
/// 408 that leaves the connection open is different: it comes from an application behind the server, which has read the
/// request, took too long, and may have processed it.
pub(super) fn of(meta: &ResponseMeta) -> Option<Early> {
    match meta.status() {
        StatusCode::TOO_EARLY => Some(Early::NotProcessed),
        StatusCode::REQUEST_TIMEOUT if closes(meta.headers()) => Some(Early::NotProcessed),
        StatusCode::REQUEST_TIMEOUT => Some(Early::Unsure),
        _ => None,
    }
}

impl Early {
    pub(super) fn may_retry(self, operation: &Operation) -> bool {
        self == Self::NotProcessed || operation.is_idempotent()
    }

    pub(super) fn leaves_indeterminate(self) -> bool {
        self == Self::Unsure
    }
}

/// Returns whether a response is the last one of its connection.
fn closes(headers: &HeaderMap) -> bool {
    let mut options = headers.get_all(CONNECTION).iter().filter_map(|value| value.to_str().ok());
    options.any(|options| options.split(',').any(|option| option.trim().eq_ignore_ascii_case("close")))
}
