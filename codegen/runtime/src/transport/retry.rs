//! Whether and when a call is tried again.

use std::time::Duration;

/// How often a failed call is tried again, and how long it waits before.
///
/// Only what may be repeated is: after a failure to connect and after a 429 any call, because it has not been
/// carried out; after a timeout, a broken connection or a 5xx those that change nothing when they come twice,
/// which are GET, PUT and DELETE, and what the specification calls idempotent. The waits grow, with full jitter.
///
/// A 429 that states how long to wait is retried after that wait, and again if it is refused again: it counts neither as
/// an attempt nor against the retry budget, and only the deadline of the call ends it
/// ([`total_timeout`](crate::ClientBuilder::total_timeout)); with [`none`](Self::none) it is not retried. A 429 without a
/// wait counts as an attempt. A 503, which may mean that the account is suspended, is tried once more and no further. A 425
/// is retried by any call, as is a 408 that closes its connection: the server has not processed the request; another 408
/// only where that changes nothing. When many calls of a client fail, a common budget ends the repeating, so that a server
/// in trouble gets less to do and not more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    attempts: u32,
    base: Duration,
    most: Duration,
}

impl RetryPolicy {
    /// Up to four attempts, with waits that grow from half a second to 20 seconds.
    #[must_use]
    pub const fn new() -> Self {
        Self { attempts: 4, base: Duration::from_millis(500), most: Duration::from_secs(20) }
    }

    /// One attempt.
    #[must_use]
    pub const fn none() -> Self {
        Self { attempts: 1, ..Self::new() }
    }

    /// The most attempts, the first one included.
    #[must_use]
    pub const fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The longest wait before the second attempt; each further one may wait twice as long.
    #[must_use]
    pub const fn base_delay(mut self, delay: Duration) -> Self {
        self.base = delay;
        self
    }

    /// The longest wait of all, unless the API asks for a longer one.
    #[must_use]
    pub const fn max_delay(mut self, delay: Duration) -> Self {
        self.most = delay;
        self
    }

    pub(crate) fn max_attempts(self) -> u32 {
        self.attempts
    }

    /// The wait after `attempt` failures, by full jitter: anything up to a bound that doubles. `dice` is from 0 to 1.
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
