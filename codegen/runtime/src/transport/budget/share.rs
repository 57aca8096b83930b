//! How a quota is shared with other clients, which are known only by the headers.
//!
//! All clients of an account see how many requests of the window are left, and none sees how many clients there are.
//! While others use the same window, the number of requests that a client has in flight is limited by what is left, by
//! a rule that is the same for all of them:
//!
//! - **Equal shares.** At most √left / 2 requests at once. The limit depends neither on the client's history nor on its number
//!   of tasks, so that busy clients get equally much done, and one that joins has its share in the next window.
//! - **No overdraft.** At most left / 2(c + 1) at once, where c is how many requests the others have in flight. What is left
//!   then at most halves in a round trip, and everybody notices in time.
//! - **The last ones.** When no more are left than the others have in flight, they belong to those.
//! - **Leftovers.** What is left late in the window, if it is worth a refusal, is taken one at a time, by one of c + 1 clients:
//!   it finds out whether the others have stopped.
//!
//! c is measured, not configured: how fast `left` falls without this client's doing, times its own round trip (Little's
//! law). A share of what is *left* in proportion to what was *used* does not work: past proportions perpetuate
//! themselves, and at the end all clients take the same requests at the same time.

use std::time::Duration;

use tokio::time::Instant;

/// What is known about the other clients of an account.
#[derive(Debug, Default)]
pub(super) struct Others {
    /// How many requests they have in flight.
    pub(super) in_flight: f64,
    /// The round trip of a request of this client, in seconds.
    pub(super) round_trip: f64,
    /// When they were last counted in this window, and how many requests they had made.
    pub(super) counted: Option<(Instant, u64)>,
}

impl Others {
    /// Restarts the count, but keeps the estimate.
    pub(super) fn next_window(&mut self) {
        self.counted = None;
    }

    /// Learns from the response to a request of this client, sent at `sent`, that others have made `requests` requests
    /// so far.
    pub(super) fn observe(&mut self, requests: u64, now: Instant, sent: Instant) {
        let took = now.saturating_duration_since(sent).as_secs_f64().max(1e-6);
        self.round_trip = if self.round_trip == 0.0 { took } else { self.round_trip.mul_add(0.75, took * 0.25) };
        let Some((counted, before)) = self.counted else {
            self.counted = Some((now, requests));
            return;
        };
        // Once per round trip: responses to requests of the same burst arrive together and tell the same.
        if sent >= counted {
            let since = now.saturating_duration_since(counted).as_secs_f64().max(1e-6);
            let in_flight = to_f64(requests.saturating_sub(before)) * took / since;
            self.in_flight = f64::midpoint(self.in_flight, in_flight);
            self.counted = Some((now, requests));
        }
    }

    /// Returns how many requests of this client may be in flight while `left` are left and the window lasts for `rest`.
    pub(super) fn bound(&self, left: u64, rest: Duration) -> u64 {
        let left = to_f64(left);
        // Twice what it takes to use up what is left in time: equal shares are not worth unused requests.
        let needed = 2.0 * left * self.round_trip / rest.as_secs_f64().max(self.round_trip).max(1e-6);
        let bound = (left.sqrt() / 2.0).max(needed).min(left / (2.0 * (self.in_flight + 1.0)));
        to_u64(bound).max(1)
    }

    /// Returns when to try the leftovers of a window that ends at `end`: rather late in the window, or at its end,
    /// which is never, unless the dice select this client. `dice` is from 0 to 1.
    pub(super) fn leftovers_at(&self, now: Instant, end: Instant, dice: f64) -> Instant {
        let dice = dice * (self.in_flight + 1.0);
        if dice < 1.0 { late(now, end, dice) } else { end }
    }

    /// Returns whether the others are about to use all that is left.
    pub(super) fn take_all_of(&self, left: u64) -> bool {
        to_f64(left) <= self.in_flight
    }
}

/// Returns a time rather late in the rest of a window. Other clients throw dice of their own.
pub(super) fn late(now: Instant, end: Instant, dice: f64) -> Instant {
    now + end.saturating_duration_since(now).mul_f64(dice.clamp(0.0, 1.0).mul_add(0.2, 0.7))
}

/// Returns whether that many are worth the refusal that a try may cost.
pub(super) fn is_worth_a_try(left: u64, quota: u64) -> bool {
    left >= (quota / 25).max(1)
}

#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn to_f64(count: u64) -> f64 {
    count as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
fn to_u64(count: f64) -> u64 {
    count as u64
}

#[cfg(test)]
mod tests;
