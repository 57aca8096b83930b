//! One window of the quota.

use std::time::Duration;

use tokio::time::Instant;

use crate::RateLimit;

/// So few calls of others may be an answer that is still on its way, and are no reason to share.
const SLACK: u64 = 2;
/// So many others may have as many calls on their way as this client.
const MANY: u64 = 8;

/// What is known about the present window.
#[derive(Debug)]
pub(super) struct Window {
    quota: u64,
    /// As the last answers told.
    left: u64,
    end: Instant,
    length: Duration,
    /// Calls of this client in this window, answered or not.
    own: u64,
    /// The window is assumed, no answer has told of it yet.
    assumed: bool,
}

impl Window {
    /// The first window that is known of.
    pub(super) fn new(limit: &RateLimit, now: Instant, in_flight: u64) -> Self {
        let end = after(now, limit.reset);
        Self { quota: limit.quota, left: limit.left, end, length: limit.window, own: in_flight, assumed: false }
    }

    /// Learns from an answer of this window, the one before, or the next.
    pub(super) fn observe(&mut self, limit: &RateLimit, now: Instant, in_flight: u64) {
        let end = after(now, limit.reset);
        let half = limit.window / 2;
        if after(end, half) < self.end {
            // An answer of the window before, which was on its way for long.
            return;
        }
        let is_next = end > after(self.end, half);
        if is_next {
            *self = Self::new(limit, now, in_flight);
            return;
        }
        self.left = if self.assumed { limit.left } else { self.left.min(limit.left) };
        // An answer takes its time, so the earliest end is the best guess; the real one is earlier still.
        self.end = if self.assumed { end } else { self.end.min(end) };
        (self.quota, self.length, self.assumed) = (limit.quota, limit.window, false);
    }

    /// When the window is over, the next one begins with the next call.
    pub(super) fn roll(&mut self, now: Instant, in_flight: u64) {
        if self.end <= now {
            *self = Self {
                quota: self.quota,
                left: self.quota,
                end: after(now, self.length),
                length: self.length,
                own: in_flight,
                assumed: true,
            };
        }
    }

    /// Counts a call.
    pub(super) fn start(&mut self) {
        self.own += 1;
    }

    pub(super) fn end(&self) -> Instant {
        self.end
    }

    /// Whether one more call may go beside those that are on their way.
    pub(super) fn allows(&self, in_flight: u64, reserved: u64) -> bool {
        self.share(in_flight).saturating_sub(reserved) > in_flight
    }

    /// How much of what is left is for this client: all of it, unless others take from it too. Then near the end only a
    /// part as large as its part of what was used: for they see the same number and would take it at the same time.
    fn share(&self, in_flight: u64) -> u64 {
        let used = self.quota.saturating_sub(self.left);
        let answered = self.own.saturating_sub(in_flight);
        let others = used.saturating_sub(answered);
        let comfortable = (self.quota / 10).max(MANY * (in_flight + 1));
        if others <= SLACK || self.left > comfortable {
            return self.left;
        }
        // u64 is enough for any quota, but not for any product.
        let part = u128::from(self.left) * u128::from(answered) / u128::from(used.max(1));
        u64::try_from(part).unwrap_or(self.left)
    }

    pub(super) fn as_of(&self, now: Instant, in_flight: u64) -> RateLimit {
        if self.end <= now {
            return RateLimit { quota: self.quota, left: self.quota, reset: Duration::ZERO, window: self.length };
        }
        RateLimit {
            quota: self.quota,
            left: self.left.saturating_sub(in_flight),
            reset: self.end.saturating_duration_since(now),
            window: self.length,
        }
    }
}

/// Longer than any window; and no header can tell of a time that clocks do not have.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

fn after(time: Instant, duration: Duration) -> Instant {
    time + duration.min(LONGEST)
}
