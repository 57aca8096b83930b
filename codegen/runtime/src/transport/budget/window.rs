//! One window of the quota, as far as responses have told of it.

use std::time::Duration;

use tokio::time::Instant;

use super::share::{self, Others};
use crate::transport::response::RateLimit;

/// What is known about the present window.
#[derive(Debug)]
pub(super) struct Window {
    quota: u64,
    /// As the last responses told, and since when.
    left: u64,
    left_at: Instant,
    /// Requests of this client since then: none of them is counted in what is left.
    sent: u64,
    end: Instant,
    length: Duration,
    /// When this client came to know of it.
    since: Instant,
    /// Requests of this client in this window that were not refused, with a response or without.
    own: u64,
    /// Those with a response.
    answered: u64,
    /// The window is assumed, no response has told of it yet.
    assumed: bool,
    /// Others take from the same quota: in the window before, in this one.
    shared: bool,
    seen_others: bool,
    /// When the next of what others have left over may be taken.
    leftovers_at: Instant,
}

/// A response, beside what it says of the rate limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) now: Instant,
    /// When its request was sent.
    pub(super) sent: Instant,
    /// Requests without a response, this one included.
    pub(super) in_flight: u64,
    /// By a 429: then it was not counted.
    pub(super) refused: bool,
}

/// Whether one more request may be sent now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Now,
    /// Not before a response has come, or the time.
    Response(Option<Instant>),
    /// Not before that, unless a response changes it.
    At(Instant),
    /// In no window of this quota; after that time one request may find out whether it has changed.
    Never(Instant),
}

impl Window {
    /// The first window that is known of.
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
            answered: u64::from(!seen.refused),
            assumed: false,
            shared,
            seen_others: false,
            leftovers_at: others.leftovers_at(seen.now, end, dice),
        };
        window.look_for_others();
        window
    }

    /// Learns from a response of this window, the one before, or the next. Gives whether it changes how many requests the
    /// windows allow.
    pub(super) fn observe(&mut self, limit: &RateLimit, seen: Seen, others: &mut Others, dice: f64) -> bool {
        // A reset that is longer than its window tells nothing.
        let end = after(seen.now, limit.reset.min(limit.window));
        let half = limit.window / 2;
        let is_much_earlier = after(end, half) < self.end;
        if is_much_earlier && seen.sent < self.since {
            // Of the window before; it was on its way for long.
            return false;
        }
        let is_next = end > after(self.end, half);
        let is_news = is_next || self.assumed || limit.quota != self.quota;
        if is_next {
            *self = Self::begin(limit, seen, self.seen_others, others, dice);
            others.next_window();
        } else {
            self.own -= u64::from(seen.refused).min(self.own);
            self.answered += u64::from(!seen.refused);
            // What a later request met is true, whatever an earlier one was told; of others only the least is known to be.
            if is_news || seen.sent >= self.left_at || limit.left < self.left {
                (self.left, self.left_at, self.sent) = (limit.left, seen.now, 0);
            }
            // A response takes its time, so the earliest end is the best guess; the real one is earlier still.
            self.end = if self.assumed || is_much_earlier { end } else { self.end.min(end) };
            (self.quota, self.length, self.assumed) = (limit.quota, limit.window, false);
            self.look_for_others();
        }
        let used = self.quota.saturating_sub(self.left);
        others.observe(used.saturating_sub(self.answered), seen.now, seen.sent);
        is_news
    }

    /// More was used than this client can have.
    fn look_for_others(&mut self) {
        if self.quota.saturating_sub(self.left) > self.own {
            (self.shared, self.seen_others) = (true, true);
        }
    }

    /// When the window is over, the next one begins with the next request. Gives whether what was known of others is out
    /// of date, because a whole window has passed unseen; `None` if the window is not over.
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
            answered: 0,
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

    /// Whether one more request may be sent beside those in flight. The window is not over.
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

    /// When a request may be sent at the earliest that is behind `ahead` others of this client. Those in flight are taken
    /// to be counted, unless they cannot be.
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
        let Some(beyond) = ahead.checked_sub(left) else { return Turn::Now };
        let windows = u32::try_from(beyond / each).unwrap_or(u32::MAX);
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

/// Longer than any window; and no header can tell of a time that clocks do not have.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

fn after(time: Instant, duration: Duration) -> Instant {
    time + duration.min(LONGEST)
}

#[cfg(test)]
mod tests;
