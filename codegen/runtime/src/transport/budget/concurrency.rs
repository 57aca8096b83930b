//! How many requests a client has in flight: additive increase, multiplicative decrease, as in TCP.
//!
//! A client that knows nothing yet begins with one request and doubles the number with each round trip (slow start). A 429
//! that states no wait means that there were too many at once: the number is halved, at most once per round trip, and then
//! grows by one for as many responses as it allows. It stays longer just below the number that was too high, as in CUBIC, so
//! that a limit of the API costs few refusals.

use std::time::Duration;

use tokio::time::Instant;

/// How long slow start waits for a response before it goes on without one.
const QUIET_TIMEOUT: Duration = Duration::from_secs(1);

/// How much longer the number stays below the one that was too high.
const PLATEAU: u64 = 32;

#[derive(Debug)]
pub(super) struct Concurrency {
    limit: u64,
    phase: Phase,
}

#[derive(Debug)]
enum Phase {
    /// The time of the last request or response.
    SlowStart { quiet_since: Option<Instant> },
    /// `responses` count for the next increase. Requests sent before `halved` are those that the decrease was for, when
    /// there were `ceiling` in flight.
    Avoidance { responses: u64, halved: Instant, ceiling: u64 },
}

impl Default for Concurrency {
    fn default() -> Self {
        Self { limit: 1, phase: Phase::SlowStart { quiet_since: None } }
    }
}

impl Concurrency {
    /// Returns `Ok` if one more request may be sent; otherwise when to check again, or `None` for the next response.
    pub(super) fn admit(&mut self, in_flight: u64, now: Instant) -> Result<(), Option<Instant>> {
        let Phase::SlowStart { quiet_since } = &mut self.phase else {
            return if in_flight < self.limit { Ok(()) } else { Err(None) };
        };
        let quiet = quiet_since.get_or_insert(now);
        if in_flight == 0 {
            // Without requests there are no responses.
            *quiet = now;
        } else if *quiet + QUIET_TIMEOUT <= now {
            *quiet = now;
            self.limit = self.limit.max(in_flight).saturating_mul(2);
        }
        if in_flight < self.limit { Ok(()) } else { Err(Some(*quiet + QUIET_TIMEOUT)) }
    }

    /// Records a response, with `in_flight` requests in flight, that does not indicate too many requests.
    pub(super) fn increase(&mut self, in_flight: u64, now: Instant) {
        // A limit that is not reached may be high enough.
        let is_reached = in_flight >= self.limit;
        match &mut self.phase {
            Phase::SlowStart { quiet_since } => {
                *quiet_since = Some(now);
                self.limit = self.limit.saturating_add(u64::from(is_reached));
            }
            Phase::Avoidance { responses, ceiling, .. } if is_reached => {
                *responses += 1;
                let pace = if self.limit + 1 == *ceiling { PLATEAU } else { 1 };
                if *responses >= self.limit.saturating_mul(pace) {
                    *responses = 0;
                    self.limit = self.limit.saturating_add(1);
                }
            }
            Phase::Avoidance { .. } => {}
        }
    }

    /// Records that one of `in_flight` requests, sent at `sent`, was one too many.
    pub(super) fn decrease(&mut self, in_flight: u64, now: Instant, sent: Instant) {
        if matches!(self.phase, Phase::Avoidance { halved, .. } if sent < halved) {
            return;
        }
        let ceiling = self.limit.min(in_flight);
        self.limit = (ceiling / 2).max(1);
        self.phase = Phase::Avoidance { responses: 0, halved: now, ceiling };
    }

    /// Forgets what is outdated about the clients of the same quota, but not what a refusal has shown.
    pub(super) fn restart(&mut self, in_flight: u64) {
        if let Phase::SlowStart { .. } = self.phase {
            *self = Self { limit: in_flight + 1, ..Self::default() };
        }
    }
}

#[cfg(test)]
mod tests;
