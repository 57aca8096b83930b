//! Failures of the HTTP client after which nothing was sent.

use std::error::Error;

/// Returns whether the API has certainly not processed a request that failed without a response.
///
/// hyper cancels a request that it has not begun to write, such as one on a connection that was just closed. Over
/// HTTP/2 the server says so itself: by `REFUSED_STREAM`, or by a graceful `GOAWAY` for the streams that it has not
/// begun (RFC 9113, 8.7). After any other failure nobody knows what the API has seen.
pub(super) fn is_unprocessed(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        if error.downcast_ref::<hyper::Error>().is_some_and(hyper::Error::is_canceled)
            || error.downcast_ref::<h2::Error>().is_some_and(is_refusal)
        {
            return true;
        }
        cause = error.source();
    }
    false
}

fn is_refusal(error: &h2::Error) -> bool {
    error.is_remote()
        && match error.reason() {
            Some(h2::Reason::REFUSED_STREAM) => error.is_reset(),
            Some(h2::Reason::NO_ERROR) => error.is_go_away(),
            _ => false,
        }
}
