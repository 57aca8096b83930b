//! A window of the quota, as far as responses tell.

use std::time::Duration;

use tokio::time::Instant;

use super::share::{self, Others};
use crate::transport::response::RateLimit;

/// What is known about the current window.
#[derive(Debug)]
pub(super) struct Window {
    quota: u64,
    /// What is left according to the latest responses, and since when.
    left: u64,
    left_at: Instant,
    /// Requests of this client since then, which are not counted in `left`.
    sent: u64,
    end: Instant,
    length: Duration,
    /// When this client learned of the window.
    since: Instant,
    /// Requests of this client in this window that were not refused, with or without a response.
    own: u64,
    /// Those with a response.
    served: u64,
    /// Whether the window is assumed: no response has confirmed it yet.
    assumed: bool,
    /// Whether others use the same quota: in the window before, and in this one.
    shared: bool,
    seen_others: bool,
    /// When the next of the leftovers of others may be taken.
    leftovers_at: Instant,
}

/// A response, besides its rate limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) now: Instant,
    /// When its request was sent.
    pub(super) sent: Instant,
    /// Requests without a response, this one included.
    pub(super) in_flight: u64,
    /// Whether it is a 429, which is not counted.
    pub(super) refused: bool,
}

/// Whether one more request may be sent now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Now,
    /// Not before a response has arrived, or this time.
    Response(Option<Instant>),
    /// Not before this time, unless a response changes it.
    At(Instant),
    /// In no window of this quota. After this time one request may find out whether it has changed.
    Never(Instant),
}

impl Window {
    /// Creates the first known window.
    pub(super) fn new(limit: &RateLimit, seen: Seen) -> Self {
        Self::begin(limit, seen, false, &Others::default(), 0.0)
    }

    fn begin(limit: &RateLimit, seen: Seen, shared: bool, others: &Others, dice: f64) -> Self {
        let (quota, left, length) = (limit.quota, limit.left, limit.window);
        let end = after(seen.now, limit.reset.min(length));
        let mut window = Self {
            quota,
            left,
            left_at: seen.now,
            sent: 0,
            end,
            length,
            since: seen.now,
            own: seen.in_flight - u64::from(seen.refused).min(seen.in_flight),
            served: u64::from(!seen.refused),
            assumed: false,
            shared,
            seen_others: false,
            leftovers_at: others.leftovers_at(seen.now, end, dice),
        };
        window.look_for_others();
        window
    }

    /// Learns from a response of this window, the previous or the next one. Returns whether the number of requests that
    /// the windows allow has changed.
    pub(super) fn observe(&mut self, limit: &RateLimit, seen: Seen, others: &mut Others, dice: f64) -> bool {
        // A reset after the end of its window is ignored.
        let end = after(seen.now, limit.reset.min(limit.window));
        let half = limit.window / 2;
        let is_much_earlier = after(end, half) < self.end;
        if is_much_earlier && seen.sent < self.since {
            // A slow response of the window before.
            return false;
        }
        let is_next = end > after(self.end, half);
        let is_news = is_next || self.assumed || limit.quota != self.quota;
        if is_next {
            *self = Self::begin(limit, seen, self.seen_others, others, dice);
            others.next_window();
        } else {
            self.own -= u64::from(seen.refused).min(self.own);
            self.served += u64::from(!seen.refused);
            // The response to the latest request is right; of others only the lowest number.
            if is_news || seen.sent >= self.left_at || limit.left < self.left {
                (self.left, self.left_at, self.sent) = (limit.left, seen.now, 0);
            }
            // A response takes some time, so the earliest end is the best estimate; the real one is even earlier.
            self.end = if self.assumed || is_much_earlier { end } else { self.end.min(end) };
            (self.quota, self.length, self.assumed) = (limit.quota, limit.window, false);
            self.look_for_others();
        }
        let used = self.quota.saturating_sub(self.left);
        others.observe(used.saturating_sub(self.served), seen.now, seen.sent);
        is_news
    }

    /// Notices that more was used than this client can have.
    fn look_for_others(&mut self) {
        if self.quota.saturating_sub(self.left) > self.own {
            (self.shared, self.seen_others) = (true, true);
        }
    }

    /// Starts the next window when this one is over. Returns whether the knowledge about others is outdated, because a
    /// whole window has passed; `None` if the window is not over.
    pub(super) fn roll(&mut self, now: Instant, in_flight: u64, others: &Others, dice: f64) -> Option<bool> {
        if self.end > now {
            return None;
        }
        let is_out_of_date = after(self.end, self.length) <= now;
        let end = after(now, self.length);
        *self = Self {
            quota: self.quota,
            left: self.quota,
            left_at: now,
            sent: 0,
            end,
            length: self.length,
            since: now,
            own: in_flight,
            served: 0,
            assumed: true,
            shared: self.seen_others && !is_out_of_date,
            seen_others: false,
            leftovers_at: others.leftovers_at(now, end, dice),
        };
        Some(is_out_of_date)
    }

    /// Counts a request.
    pub(super) fn start(&mut self, now: Instant, dice: f64) {
        self.own += 1;
        self.sent += 1;
        if self.leftovers_at <= now {
            self.leftovers_at = share::late(now, self.end, dice);
        }
    }

    /// Returns whether one more request may be sent besides those in flight. The window must not be over.
    pub(super) fn turn(&self, now: Instant, in_flight: u64, reserved: u64, others: &Others) -> Turn {
        if self.quota <= reserved {
            return match (self.assumed, in_flight) {
                (true, 0) => Turn::Now,
                (true, _) => Turn::Response(None),
                (false, _) => Turn::Never(self.end),
            };
        }
        let left = self.left.saturating_sub(reserved);
        if left == 0 {
            return Turn::At(self.end);
        }
        if left <= in_flight {
            // Some of those in flight may be counted already.
            return Turn::Response(Some(self.end));
        }
        if !self.shared {
            return Turn::Now;
        }
        if in_flight >= others.bound(left, self.end.saturating_duration_since(now)) {
            return Turn::Response(None);
        }
        if !others.take_all_of(left) {
            return Turn::Now;
        }
        match share::is_worth_a_try(left, self.quota) {
            true if in_flight > 0 => Turn::Response(None),
            true if self.leftovers_at <= now => Turn::Now,
            true => Turn::At(self.leftovers_at),
            false => Turn::At(self.end),
        }
    }

    /// Returns when a request behind `ahead` others of this client may be sent at the earliest. Requests in flight are
    /// assumed to be counted, if they can be.
    pub(super) fn earliest(&self, now: Instant, ahead: u64, reserved: u64) -> Turn {
        let each = self.quota.saturating_sub(reserved);
        if each == 0 {
            return if self.end > now && !self.assumed { Turn::Never(self.end) } else { Turn::Now };
        }
        let (left, end) = if self.end > now {
            (self.left.saturating_sub(reserved).saturating_sub(self.sent), self.end)
        } else {
            (each, after(now, self.length))
        };
        let Some(excess) = ahead.checked_sub(left) else { return Turn::Now };
        let windows = u32::try_from(excess / each).unwrap_or(u32::MAX);
        Turn::At(after(end, self.length.saturating_mul(windows)))
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

/// Longer than any window. Limits what a header can add to a clock.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

fn after(time: Instant, duration: Duration) -> Instant {
    time + duration.min(LONGEST)
}

#[cfg(test)]
mod tests;
