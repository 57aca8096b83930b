//! Errors of calls that waited, or would have waited, until their deadline.

use std::time::Duration;

use super::{Error, ErrorKind};

impl Error {
    /// The rate limit allows no request for `wait`, which ends after the deadline. `sent`: whether an earlier attempt
    /// was sent.
    pub(crate) fn rate_limited(wait: Duration, sent: bool) -> Self {
        // Rounded up to a tenth of a second.
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

    /// Other calls of the client were in the way until the deadline.
    pub(crate) fn crowded_out(sent: bool) -> Self {
        let message = format!("waits for other calls of this client past its deadline; {}", nothing_or_earlier(sent));
        Self::new(ErrorKind::Timeout, message)
    }
}

fn nothing_or_earlier(sent: bool) -> &'static str {
    if sent { "an earlier attempt was sent" } else { "nothing was sent" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::LIST;

    #[test]
    fn it_says_how_long_and_whether_anything_was_sent() {
        let wait = |millis, sent| Error::rate_limited(Duration::from_millis(millis), sent).of(&LIST);
        let end = "which is past its deadline; nothing was sent";
        for (millis, shown) in [(12_301, "12.4"), (0, "0.0"), (3_600_000, "3600.0")] {
            let expected = format!("v1.pets.list failed: waits for the rate limit for another {shown} s, {end}");
            assert_eq!(wait(millis, false).to_string(), expected);
        }
        let error = wait(100, true).with_indeterminate(true);
        assert_eq!(
            error.to_string(),
            "v1.pets.list failed: waits for the rate limit for another 0.1 s, which is past its deadline; an earlier \
             attempt was sent; it may have taken effect"
        );
        assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimit, Some(Duration::from_millis(100))));
        let error = Error::crowded_out(false).of(&LIST);
        assert_eq!((error.kind(), error.retry_after()), (ErrorKind::Timeout, None));
        let expected = "v1.pets.list failed: waits for other calls of this client past its deadline; nothing was sent";
        assert_eq!(error.to_string(), expected);
    }
}
