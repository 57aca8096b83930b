//! A model of the API's limits. It shares only the names of the headers with the limiter.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use fastrand::Rng;
use reqwest::{Method, Request};
use tokio::time::{Instant, sleep};

use crate::transport::layer::{Layer, LayerFuture, Next};

pub(super) const WINDOW: Duration = Duration::from_secs(30);

/// The name of the client in a request, and the call.
pub(super) const PROCESS: &str = "x-process";
pub(super) const CALL: &str = "x-call";

/// The limits of the API.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rules {
    /// Requests in a window, which begins with the first request after the previous window has ended. If `None`,
    /// responses have no rate-limit headers.
    pub(super) quota: Option<u64>,
    /// The minimum and maximum of a round trip.
    pub(super) latency: (Duration, Duration),
    /// Each call is refused once, by a window that is used up and ends after this time.
    pub(super) once: Option<Duration>,
    /// The maximum number of concurrent requests; more get a 429 without headers.
    pub(super) at_once: Option<u64>,
    /// A POST is refused for this many seconds, and the window is not used up.
    pub(super) post: Option<u64>,
    /// One of this many responses has a reset of a day.
    pub(super) bad_reset: Option<u64>,
}

#[derive(Clone)]
pub(super) struct Api {
    rules: Rules,
    state: Arc<Mutex<State>>,
}

struct State {
    dice: Rng,
    log: Log,
    refused_once: HashSet<String>,
    running: u64,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    pub(super) windows: Vec<Window>,
    pub(super) responses: u64,
    pub(super) most_running: u64,
    /// Refusals for other reasons than the quota.
    pub(super) refused: u64,
}

#[derive(Clone, Debug)]
pub(super) struct Window {
    pub(super) begin: Instant,
    /// Requests by process.
    pub(super) by: Vec<u64>,
    pub(super) refused: u64,
}

impl Window {
    pub(super) fn used(&self) -> u64 {
        self.by.iter().sum()
    }
}

/// The status of a response, and the values of its headers.
struct Verdict {
    status: u16,
    quota_left_reset: Option<[u64; 3]>,
    retry_after: Option<u64>,
}

impl Api {
    pub(super) fn new(rules: Rules, seed: u64) -> Self {
        let (dice, log) = (Rng::with_seed(seed), Log::default());
        let state = State { dice, log, refused_once: HashSet::new(), running: 0 };
        Self { rules, state: Arc::new(Mutex::new(state)) }
    }

    pub(super) fn log(&self) -> Log {
        self.state().log.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Takes a request out of the window, if there is one left.
    pub(super) fn take(&self, process: usize) -> bool {
        let Some(quota) = self.rules.quota else { return true };
        let (mut state, now) = (self.state(), Instant::now());
        if state.log.windows.last().is_none_or(|window| window.begin + WINDOW <= now) {
            state.log.windows.push(Window { begin: now, by: vec![0; 10], refused: 0 });
        }
        let window = state.log.windows.last_mut().unwrap();
        let granted = window.used() < quota;
        if granted {
            window.by[process] += 1;
        } else {
            window.refused += 1;
        }
        granted
    }

    fn verdict(&self, request: &Request) -> Verdict {
        let header = |name| request.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let rules = self.rules;
        let refusal = |left_reset: Option<(u64, Duration)>, retry_after| {
            self.state().log.refused += 1;
            let quota = rules.quota.unwrap_or(150);
            let quota_left_reset = left_reset.map(|(left, reset)| [quota, left, millis(reset)]);
            Verdict { status: 429, quota_left_reset, retry_after }
        };
        if rules.at_once.is_some_and(|most| self.state().running > most) {
            return refusal(None, None);
        }
        if let Some(reset) = rules.once
            && self.state().refused_once.insert(header(CALL).unwrap())
        {
            return refusal(Some((0, reset)), None);
        }
        if rules.post.is_some() && request.method() == Method::POST {
            return refusal(Some((99, WINDOW / 2)), rules.post);
        }
        let granted = self.take(header(PROCESS).map_or(0, |process| process.parse().unwrap()));
        let mut state = self.state();
        let quota_left_reset = rules.quota.map(|quota| {
            let window = state.log.windows.last().unwrap();
            [quota, quota - window.used(), millis(window.begin + WINDOW - Instant::now())]
        });
        state.log.responses += 1;
        let is_bad = rules.bad_reset.is_some_and(|each| state.log.responses.is_multiple_of(each));
        let quota_left_reset =
            quota_left_reset.map(|[quota, left, reset]| [quota, left, if is_bad { 24 * 3600 * 1000 } else { reset }]);
        Verdict { status: if granted { 200 } else { 429 }, quota_left_reset, retry_after: None }
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap()
}

/// A request in flight.
struct Running<'a>(&'a Api);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.state().running -= 1;
    }
}

impl Layer for Api {
    fn call<'a>(&'a self, request: Request, _: Next<'a>) -> LayerFuture<'a> {
        Box::pin(async move {
            let (there, back) = {
                let mut state = self.state();
                state.running += 1;
                state.log.most_running = state.log.most_running.max(state.running);
                let (least, most) = self.rules.latency;
                let mut way = || (least + (most - least).mul_f64(state.dice.f64())) / 2;
                (way(), way())
            };
            let _running = Running(self);
            sleep(there).await;
            let verdict = self.verdict(&request);
            sleep(back).await;
            let mut response = http::Response::builder().status(verdict.status);
            if let Some([quota, left, reset]) = verdict.quota_left_reset {
                response = response
                    .header("x-quota", quota)
                    .header("x-left", left)
                    .header("x-reset-ms", reset)
                    .header("x-window-ms", millis(WINDOW));
            }
            if let Some(seconds) = verdict.retry_after {
                response = response.header("retry-after", seconds);
            }
            Ok(response.body("[]").unwrap().into())
        })
    }
}
