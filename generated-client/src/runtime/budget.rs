//! The rate budget of a client: what the API says is left, and when the next call may go.
//!
//! A window is fixed: it begins with the first call after the last one ended. Every answer tells how many calls are left
//! and when the window ends; calls that are still on their way are taken to be uncounted. What others take from the same
//! quota shows as calls that are left although nobody here made them.

mod window;

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{Mutex as Turnstile, Notify},
    time::{Instant, timeout_at},
};

use self::window::Window;
use crate::{Pacing, RateLimit, ResponseMeta};

/// How long the first call may keep others waiting for what it learns.
const PROBE: Duration = Duration::from_secs(1);

/// Shared by the clones of a client.
pub(crate) struct Budget {
    pacing: Pacing,
    state: Mutex<State>,
    /// Waiting calls go in the order in which they came.
    turnstile: Turnstile<()>,
    changed: Notify,
}

#[derive(Default)]
struct State {
    window: Option<Window>,
    /// Calls without an answer yet.
    in_flight: u64,
    /// After a refusal.
    closed_until: Option<Instant>,
    /// When the first call went out whose answer will tell about the quota.
    probe: Option<Instant>,
    /// The API has answered, and said nothing about a quota.
    unmetered: bool,
}

/// When a call may go.
enum Go {
    Now,
    /// Not before that, unless an answer changes it.
    At(Instant),
}

impl Budget {
    pub(crate) fn new(pacing: Pacing) -> Self {
        Self { pacing, state: Mutex::default(), turnstile: Turnstile::new(()), changed: Notify::new() }
    }

    /// Waits until a call may go. The time that it waited is over when the guard is there.
    pub(crate) async fn enter(&self) -> Passage<'_> {
        let _turn = self.turnstile.lock().await;
        loop {
            // Registered before looking, so that no change is missed.
            let changed = self.changed.notified();
            let go = self.state().go(Instant::now(), self.pacing);
            match go {
                Go::Now => return Passage(self),
                // Woken early or not, it is looked at again.
                Go::At(time) => drop(timeout_at(time, changed).await),
            }
        }
    }

    /// Learns from an answer.
    pub(crate) fn observe(&self, meta: &ResponseMeta) {
        let now = Instant::now();
        let mut state = self.state();
        match meta.rate_limit() {
            Some(limit) => {
                state.unmetered = false;
                let in_flight = state.in_flight;
                match &mut state.window {
                    Some(window) => window.observe(limit, now, in_flight),
                    None => state.window = Some(Window::new(limit, now, in_flight)),
                }
            }
            None if state.window.is_none() && meta.status().is_success() => state.unmetered = true,
            None => {}
        }
        if meta.status() == reqwest::StatusCode::TOO_MANY_REQUESTS
            && let Some(pause) = meta.retry_after()
        {
            state.closed_until = state.closed_until.max(now.checked_add(pause));
        }
        drop(state);
        self.changed.notify_one();
    }

    /// What is left as far as it is known, as of now.
    pub(crate) fn rate_limit(&self) -> Option<RateLimit> {
        let state = self.state();
        state.window.as_ref().map(|window| window.as_of(Instant::now(), state.in_flight))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Lets a call go, and counts it, if it may go now.
    fn go(&mut self, now: Instant, pacing: Pacing) -> Go {
        let at = self.earliest(now, pacing);
        match at {
            None => {
                self.in_flight += 1;
                if let Some(window) = &mut self.window {
                    window.start();
                }
                Go::Now
            }
            Some(time) => Go::At(time),
        }
    }

    /// `None` for now.
    fn earliest(&mut self, now: Instant, pacing: Pacing) -> Option<Instant> {
        if !pacing.is_on() {
            return None;
        }
        if let Some(time) = self.closed_until.filter(|time| *time > now) {
            return Some(time);
        }
        if self.unmetered {
            return None;
        }
        let Some(window) = &mut self.window else {
            // Nothing is known: one call goes ahead and finds out.
            let probe = *self.probe.get_or_insert(now);
            return (self.in_flight > 0 && probe + PROBE > now).then_some(probe + PROBE);
        };
        window.roll(now, self.in_flight);
        (!window.allows(self.in_flight, pacing.reserved())).then_some(window.end())
    }
}

/// A call that has been let go; when it is dropped, its answer is there or will never come.
pub(crate) struct Passage<'a>(&'a Budget);

impl Drop for Passage<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.in_flight = state.in_flight.saturating_sub(1);
        if state.window.is_none() && state.in_flight == 0 {
            // The probe has brought nothing; the next call is one.
            state.probe = None;
        }
        drop(state);
        self.0.changed.notify_one();
    }
}

#[cfg(test)]
mod tests;
