//! The rate limit of an account, as one client sees it: what the API says is left, and when the next request may be sent.
//!
//! **Model.** An account has a quota of requests for each window of a fixed length. A window begins with the first request
//! after the last one ended. Every response tells how many requests are left and when the window ends; a 429 costs
//! nothing. Other clients use the same quota, and are known only by the headers.
//!
//! **Rule.** A request is sent when all of these allow it:
//!
//! 1. The [window](window): what is left, less what is in flight and not known to be counted. A client that is alone
//!    sends at full speed until nothing is left, then waits for the reset and no longer.
//! 2. The [share](share): while others take from the same window, the number in flight is bounded by what is left, by the
//!    same rule for everybody.
//! 3. The [concurrency](concurrency): slow start for as long as nothing is known, multiplicative decrease after a 429 that
//!    states no wait.
//!
//! Each of them is a function of the responses and of the time; this module connects them to tasks that wait. Waits that the
//! API asks for while the quota lasts concern one operation, and are handled elsewhere.

mod concurrency;
mod share;
mod window;

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::{
    sync::{Mutex as AsyncMutex, Notify, futures::Notified},
    time::{Instant, timeout_at},
};

use self::{
    concurrency::Concurrency,
    share::Others,
    window::{Seen, Turn, Window},
};
use crate::transport::{
    pacing::Pacing,
    response::{RateLimit, ResponseMeta},
};

/// The rate limit, shared by the clones of a client.
pub(crate) struct Budget {
    pacing: Pacing,
    state: Mutex<State>,
    /// Makes waiting calls proceed in the order in which they arrived.
    order: AsyncMutex<()>,
    changed: Notify,
    /// Wakes all waiting calls when the number of requests that the windows allow has changed.
    news: Notify,
}

#[derive(Default)]
struct State {
    window: Option<Window>,
    others: Others,
    concurrency: Concurrency,
    /// Requests without a response yet.
    in_flight: u64,
}

/// The rate limit does not allow a request before its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLate {
    /// When a request may be sent, if that is known.
    pub(crate) until: Option<Instant>,
}

impl Budget {
    pub(crate) fn new(pacing: Pacing) -> Self {
        Self {
            pacing,
            state: Mutex::default(),
            order: AsyncMutex::new(()),
            changed: Notify::new(),
            news: Notify::new(),
        }
    }

    /// Waits until a request may be sent. Fails as soon as it is certain that this is not before the deadline.
    pub(crate) async fn acquire(&self, deadline: Instant) -> Result<RatePermit<'_>, TooLate> {
        let turn = timeout_at(deadline, self.order.lock()).await;
        let _turn = turn.map_err(|_| TooLate { until: self.blocked_until() })?;
        loop {
            // Registered before the check, so that no change is missed.
            let changed = self.changed.notified();
            let now = Instant::now();
            let wake = match self.state().start(now, self.pacing) {
                Turn::Now => return Ok(RatePermit { budget: self, sent: now }),
                Turn::Never(until) => return Err(TooLate { until: Some(until) }),
                Turn::At(time) if time >= deadline => return Err(TooLate { until: Some(time) }),
                Turn::At(time) => time,
                Turn::Response(time) => time.map_or(deadline, |time| time.min(deadline)),
            };
            // Checks again, whether it was woken or has timed out.
            if timeout_at(wake, changed).await.is_err() && wake >= deadline {
                return Err(TooLate { until: None });
            }
        }
    }

    /// Completes when [`reaches`](Self::reaches) may have changed.
    pub(crate) fn news(&self) -> Notified<'_> {
        self.news.notified()
    }

    /// Checks that a call behind `ahead` others can be sent before its deadline, if the quota stays as it is. Returns
    /// when, if it has to wait for another window.
    pub(crate) fn reaches(&self, ahead: u64, deadline: Instant) -> Result<Option<Instant>, TooLate> {
        match self.state().earliest(Instant::now(), ahead, self.pacing) {
            Turn::Never(until) => Err(TooLate { until: Some(until) }),
            Turn::At(time) if time >= deadline => Err(TooLate { until: Some(time) }),
            Turn::At(time) => Ok(Some(time)),
            Turn::Now | Turn::Response(_) => Ok(None),
        }
    }

    /// Returns the end of the window, if it is used up.
    pub(crate) fn blocked_until(&self) -> Option<Instant> {
        match self.state().earliest(Instant::now(), 0, self.pacing) {
            Turn::Never(time) | Turn::At(time) => Some(time),
            Turn::Now | Turn::Response(_) => None,
        }
    }

    /// Returns the current state of the rate limit, as far as it is known.
    pub(crate) fn rate_limit(&self) -> Option<RateLimit> {
        let state = self.state();
        state.window.as_ref().map(|window| window.as_of(Instant::now(), state.in_flight))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Counts a request, if it may be sent now.
    fn start(&mut self, now: Instant, pacing: Pacing) -> Turn {
        let turn = if pacing.is_on() { self.turn(now, pacing.reserved()) } else { Turn::Now };
        if turn == Turn::Now {
            self.in_flight += 1;
            if let Some(window) = &mut self.window {
                window.start(now, fastrand::f64());
            }
        }
        turn
    }

    fn turn(&mut self, now: Instant, reserved: u64) -> Turn {
        if let Some(window) = &mut self.window {
            if let Some(is_out_of_date) = window.roll(now, self.in_flight, &self.others, fastrand::f64()) {
                self.others.next_window();
                if is_out_of_date {
                    self.concurrency.restart(self.in_flight);
                }
            }
            let turn = window.turn(now, self.in_flight, reserved, &self.others);
            if turn != Turn::Now {
                return turn;
            }
        }
        match self.concurrency.admit(self.in_flight, now) {
            Ok(()) => Turn::Now,
            Err(time) => Turn::Response(time),
        }
    }

    fn earliest(&self, now: Instant, ahead: u64, pacing: Pacing) -> Turn {
        let window = self.window.as_ref().filter(|_| pacing.is_on());
        window.map_or(Turn::Now, |window| window.earliest(now, ahead, pacing.reserved()))
    }

    /// Returns whether the number of requests that the windows allow has changed.
    fn observe(&mut self, meta: &ResponseMeta, sent: Instant) -> bool {
        let (now, in_flight) = (Instant::now(), self.in_flight);
        let refused = meta.status() == reqwest::StatusCode::TOO_MANY_REQUESTS;
        if refused && meta.stated_wait().is_none() {
            self.concurrency.decrease(in_flight, now, sent);
        } else if !meta.status().is_server_error() {
            self.concurrency.increase(in_flight, now);
        }
        let Some(limit) = meta.rate_limit() else { return false };
        let seen = Seen { now, sent, in_flight, refused };
        match &mut self.window {
            Some(window) => window.observe(limit, seen, &mut self.others, fastrand::f64()),
            None => {
                self.window = Some(Window::new(limit, seen));
                true
            }
        }
    }
}

/// The permit to send a request; dropped when its response has arrived or is lost.
pub(crate) struct RatePermit<'a> {
    budget: &'a Budget,
    sent: Instant,
}

impl RatePermit<'_> {
    /// Learns from the response.
    pub(crate) fn observe(&self, meta: &ResponseMeta) {
        if self.budget.state().observe(meta, self.sent) {
            self.budget.news.notify_waiters();
        }
        self.budget.changed.notify_one();
    }
}

impl Drop for RatePermit<'_> {
    fn drop(&mut self) {
        let mut state = self.budget.state();
        state.in_flight = state.in_flight.saturating_sub(1);
        drop(state);
        self.budget.changed.notify_one();
    }
}

#[cfg(test)]
mod tests;
