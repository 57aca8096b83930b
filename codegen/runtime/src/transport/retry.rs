//! Whether and when a call is retried.

use std::time::Duration;

/// How often a failed call is retried, and how long it waits before each retry.
///
/// A call is retried only if that is safe. After a failure to connect and after a 429 any call is, because it has not
/// taken effect. After a timeout, a broken connection or a 5xx only idempotent calls are: GET, PUT and DELETE, and
/// operations that the specification marks as such. The waits grow exponentially, with full jitter.
///
/// - A 429 that states a wait is retried after that wait, as often as it is refused, until the deadline of the call ([`total_timeout`](crate::ClientBuilder::total_timeout)). It counts neither as an attempt nor against the retry budget. With [`none`](Self::none) it is not retried. A 429 without a wait counts as an attempt.
/// - A 503 is retried once, because the account may be suspended.
/// - A 425, and a 408 that closes its connection, is retried for any call: the server has not processed the request. Any other 408 is retried only for idempotent calls.
///
/// When many calls of a client fail, a common retry budget stops the retries, so that a server in trouble gets less
/// load, not more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    attempts: u32,
    base: Duration,
    most: Duration,
}

impl RetryPolicy {
    /// Allows four attempts, with waits that grow from half a second to 20 seconds.
    #[must_use]
    pub const fn new() -> Self {
        Self { attempts: 4, base: Duration::from_millis(500), most: Duration::from_secs(20) }
    }

    /// Allows one attempt.
    #[must_use]
    pub const fn none() -> Self {
        Self { attempts: 1, ..Self::new() }
    }

    /// Sets the maximum number of attempts, including the first one.
    #[must_use]
    pub const fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Sets the maximum wait before the second attempt. It doubles for each further one.
    #[must_use]
    pub const fn base_delay(mut self, delay: Duration) -> Self {
        self.base = delay;
        self
    }

    /// Sets the maximum wait, unless the API asks for a longer one.
    #[must_use]
    pub const fn max_delay(mut self, delay: Duration) -> Self {
        self.most = delay;
        self
    }

    pub(crate) fn max_attempts(self) -> u32 {
        self.attempts
    }

    /// Returns the wait after `attempt` failures, with full jitter: anything up to a bound that doubles. `dice` is from
    /// 0 to 1.
    pub(crate) fn delay(self, attempt: u32, dice: f64) -> Duration {
        let doubled = 2u32.saturating_pow(attempt.saturating_sub(1));
        self.base.saturating_mul(doubled).min(self.most).mul_f64(dice.clamp(0.0, 1.0))
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}
