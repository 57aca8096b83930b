//! Whether calls wait for the rate limit.

/// How a client keeps to the rate limit that the API tells it.
///
/// A request is sent while the quota of the present window lasts, and else waits for the next window and no longer. A
/// client that is alone uses the whole quota, at full speed, and is not refused. While others take from the same quota,
/// which shows in how much is left, the client bounds how many requests it has in flight by what is left, so that
/// processes which know nothing of each other have equal shares, use the quota up, and are hardly ever refused.
///
/// A new client begins with one request at once and doubles that with each round trip (slow start). A 429 that states no
/// wait halves the number of requests in flight; successes raise it again. A 429 that states a wait, when the API does not
/// say that the quota is used up, holds up the operation that was refused and no other.
///
/// A call that cannot be sent before its deadline fails at once with
/// [`ErrorKind::RateLimit`](crate::ErrorKind::RateLimit), as far as the quota tells. While an API says nothing of a quota,
/// nothing waits for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pacing {
    on: bool,
    reserved: u64,
}

impl Pacing {
    /// On, with the whole quota.
    #[must_use]
    pub const fn new() -> Self {
        Self { on: true, reserved: 0 }
    }

    /// No call waits, neither for a quota nor for a stated wait of its operation, and more of them are refused.
    #[must_use]
    pub const fn off() -> Self {
        Self { on: false, reserved: 0 }
    }

    /// Leaves so many calls of each window to others. Where that is the whole quota, calls fail with
    /// [`ErrorKind::RateLimit`](crate::ErrorKind::RateLimit), but for one in each window, which finds out whether the quota has
    /// changed.
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
