//! Errors of calls that waited, or would have waited, until their deadline.

use std::time::Duration;

use super::{Error, ErrorKind};

impl Error {
    /// The rate limit allows no request for as long as `wait`, which is past the deadline. `sent`: earlier attempts of the
    /// call were.
    pub(crate) fn rate_limited(wait: Duration, sent: bool) -> Self {
        // Never less than it is, and no more digits than somebody reads.
        let tenths = wait.as_millis().div_ceil(100);
        let message = format!(
            "waits for the rate limit for another {}.{} s, which is past its deadline; {}",
            tenths / 10,
            tenths % 10,
            nothing_or_earlier(sent)
        );
        let mut failed = Self::new(ErrorKind::RateLimit, message);
        failed.0.wait = Some(wait);
        failed
    }

    /// Other calls of the client were in its way until the deadline.
    pub(crate) fn crowded_out(sent: bool) -> Self {
        let message = format!("waits for other calls of this client past its deadline; {}", nothing_or_earlier(sent));
        Self::new(ErrorKind::Timeout, message)
    }
}

fn nothing_or_earlier(sent: bool) -> &'static str {
    if sent { "an earlier attempt was sent" } else { "nothing was sent" }
}
