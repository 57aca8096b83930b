//! Whether calls wait for the rate limit.

/// How a client keeps to the rate limit that the API tells it.
///
/// A call goes as long as the quota of the present window lasts, and else waits for the next one and no longer,
/// so that the whole quota is used and nothing is refused. Calls that others make on the same quota are noticed
/// by what is left. While an API says nothing of a quota, nothing waits.
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

    /// No call waits, and more of them are refused.
    #[must_use]
    pub const fn off() -> Self {
        Self { on: false, reserved: 0 }
    }

    /// Leaves so many calls of each window to others.
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
