//! Whether calls wait for the rate limit.

/// How a client observes the rate limit that the API reports.
///
/// Requests are sent while the quota of the current window lasts; then they wait for the next window. A client that is
/// alone uses the whole quota, at full speed, and is not refused. While others use the same quota, which shows in how
/// much is left, the client limits its requests in flight by what is left. Processes that know nothing of each other
/// thus get equal shares, use up the quota, and are hardly ever refused.
///
/// A new client begins with one request at a time and doubles that with each round trip (slow start). A 429 that states
/// no wait halves the number of requests in flight; successes raise it again. A 429 that states a wait, while the quota
/// is not used up, holds back only the operation that was refused.
///
/// A call that cannot be sent before its deadline fails at once with
/// [`ErrorKind::RateLimit`](crate::ErrorKind::RateLimit), if the quota shows that. If an API reports no quota, no call
/// waits for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pacing {
    on: bool,
    reserved: u64,
}

impl Pacing {
    /// Uses the whole quota, and waits for the next window.
    #[must_use]
    pub const fn new() -> Self {
        Self { on: true, reserved: 0 }
    }

    /// Never waits, neither for the quota nor for a wait that a 429 states; more calls are refused.
    #[must_use]
    pub const fn off() -> Self {
        Self { on: false, reserved: 0 }
    }

    /// Leaves `calls` calls of each window to others. If that is the whole quota, calls fail with
    /// [`ErrorKind::RateLimit`](crate::ErrorKind::RateLimit), except one in each window, which finds out whether the
    /// quota has changed.
    #[must_use]
    pub const fn reserve(mut self, calls: u64) -> Self {
        self.reserved = calls;
        self
    }

    pub(crate) fn is_on(self) -> bool {
        self.on
    }

    pub(crate) fn reserved(self) -> u64 {
        self.reserved
    }
}

impl Default for Pacing {
    fn default() -> Self {
        Self::new()
    }
}
