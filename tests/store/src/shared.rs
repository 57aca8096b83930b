//! The state that connections and the handle share: the store behind one lock, and admission behind another.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::request::Parts;
use tokio::time::Instant;

use super::config::{Latency, StoreConfig};
use super::data::state::State;
use super::fault::{FaultKind, Faults};
use super::quota::{Budget, Quota};
use super::random::Random;
use super::request::{Query, Request};
use super::response::{Response, Version, problem};
use super::routes::{Found, Route, find};
use super::traffic::{Logged, Traffic};

pub(super) struct Shared {
    pub(super) config: StoreConfig,
    /// The path of the store: `/stores/k7qd2m`.
    prefix: String,
    state: Mutex<State>,
    gate: Mutex<Gate>,
}

/// The state that decides on admission, before a request reaches the store.
pub(super) struct Gate {
    pub(super) quota: Quota,
    pub(super) traffic: Traffic,
    pub(super) faults: Faults,
    pub(super) latency: Latency,
    random: Random,
    /// The number of requests so far.
    number: usize,
}

/// The decision on a request.
pub(super) enum Verdict {
    Pass,
    QuotaUsedUp,
    TooManyAtOnce,
    Fault(FaultKind),
}

/// The result of admission.
pub(super) struct Admission {
    pub(super) ticket: Ticket,
    pub(super) verdict: Verdict,
    pub(super) budget: Option<Budget>,
    pub(super) latency: Duration,
    pub(super) request_id: String,
    pub(super) version: Version,
}

/// Counts a request as running until it is dropped, and identifies its line in the log.
pub(super) struct Ticket {
    shared: Arc<Shared>,
    operation: &'static str,
    line: Logged,
    entered: bool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    pub(super) fn new(config: StoreConfig, state: State) -> Self {
        let prefix = format!("/stores/{}", config.hash);
        let gate = Gate {
            quota: Quota::new(config.quota, config.window),
            traffic: Traffic::default(),
            faults: Faults::default(),
            latency: config.latency,
            random: Random::new(config.seed),
            number: 0,
        };
        Self { config, prefix, state: Mutex::new(state), gate: Mutex::new(gate) }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    pub(super) fn gate(&self) -> MutexGuard<'_, Gate> {
        lock(&self.gate)
    }

    /// Counts a new connection. Returns whether a fault closes it.
    pub(super) fn refuses_connection(&self) -> bool {
        let mut gate = self.gate();
        let refused = gate.faults.refuses_connection();
        gate.traffic.counters.faults += u64::from(refused);
        gate.traffic.counters.connections += u64::from(!refused);
        refused
    }

    /// Returns the path below the store.
    fn below<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(self.prefix.as_str()).filter(|path| path.starts_with('/'))
    }

    fn route<'p>(&self, head: &'p Parts) -> Option<(&'static Route, Vec<&'p str>)> {
        match find(head.method.as_str(), self.below(head.uri.path())?) {
            Found::Route(route, parts) => Some((route, parts)),
            Found::OtherMethod | Found::Nothing => None,
        }
    }

    /// Admits a request: checks the quota, then the limit of the operation, then faults.
    pub(super) fn admit(self: &Arc<Self>, head: &Parts) -> Admission {
        let path = self.below(head.uri.path()).unwrap_or(head.uri.path());
        let version = version_of(path);
        let route = self.route(head).map(|(route, _)| route);
        let operation = route.map_or("", |route| route.operation);
        let mut gate = self.gate();
        gate.traffic.counters.requests += 1;
        let (budget, enough) = gate.quota.take(1);
        let at_once = route.and_then(|route| route.at_once).filter(|_| self.config.concurrency_limits);
        let verdict = if !enough {
            gate.traffic.counters.refused_by_quota += 1;
            Verdict::QuotaUsedUp
        } else if !gate.traffic.enter(operation, at_once) {
            Verdict::TooManyAtOnce
        } else if let Some(kind) = gate.faults.of(head.method.as_str(), path) {
            gate.traffic.counters.faults += 1;
            Verdict::Fault(kind)
        } else {
            Verdict::Pass
        };
        let line = Logged {
            number: gate.number,
            at: Instant::now(),
            method: head.method.to_string(),
            path: path.to_owned(),
            query: head.uri.query().unwrap_or_default().to_owned(),
            operation,
            agent: text_of(head, "user-agent").unwrap_or_default().to_owned(),
            request_id: format!("{:016x}{:016x}", gate.random.next(), gate.random.next()),
            status: None,
            written: 0,
            because: match &verdict {
                Verdict::Pass => None,
                Verdict::QuotaUsedUp => Some("quota"),
                Verdict::TooManyAtOnce => Some("concurrency"),
                Verdict::Fault(kind) => Some(kind.name()),
            },
        };
        gate.number += 1;
        if self.config.keep_log {
            gate.traffic.log.push(line.clone());
        }
        let latency = match gate.latency {
            Latency::None => Duration::ZERO,
            Latency::Fixed(latency) => latency,
            Latency::Uniform(least, most) => gate.random.between(least, most),
        };
        drop(gate);
        let entered = !matches!(verdict, Verdict::QuotaUsedUp | Verdict::TooManyAtOnce);
        let request_id = line.request_id.clone();
        let ticket = Ticket { shared: Arc::clone(self), operation, line, entered };
        Admission { ticket, verdict, budget, latency, request_id, version }
    }

    /// Returns the response of the store.
    pub(super) fn handle(&self, head: &Parts, body: &Bytes, ticket: &mut Ticket) -> Response {
        let token = text_of(head, "x-auth-token");
        let version = version_of(&ticket.line.path);
        let Some(path) = self.below(head.uri.path()) else {
            return problem(404, "There is no such store.");
        };
        if token != Some(self.config.token.as_str()) {
            return version.error(401, "This access token opens no store.");
        }
        let (response, written) = self.call(head.method.as_str(), path, head.uri.query().unwrap_or_default(), body);
        ticket.line.written = written;
        ticket.log();
        response
    }

    /// Calls an operation. Returns its response, and how many items it wrote.
    pub(super) fn call(&self, method: &str, path: &str, query: &str, body: &Bytes) -> (Response, u64) {
        let version = version_of(path);
        let (route, path) = match find(method, path) {
            Found::Route(route, parts) => (route, parts),
            Found::OtherMethod => return (version.error(405, "This method is not allowed here."), 0),
            Found::Nothing if is_simulated(path) => {
                return (version.error(404, "There is nothing at this address."), 0);
            }
            Found::Nothing => {
                return (version.error(501, "The simulated store has only what belongs to customers."), 0);
            }
        };
        let operation = route.operation;
        let request = Request { operation, version, path, query: Query::of(version, query), body };
        let mut state = self.state();
        let before = state.writes.count;
        let response = (route.handler)(&mut state, &request).unwrap_or_else(|refusal| refusal);
        (response, state.writes.count - before)
    }
}

/// Returns the value of a header.
fn text_of<'h>(head: &'h Parts, name: &str) -> Option<&'h str> {
    head.headers.get(name)?.to_str().ok()
}

/// Returns the form of errors for a path below the store.
fn version_of(path: &str) -> Version {
    if path.starts_with("/v2") { Version::V2 } else { Version::V3 }
}

/// Whether a path belongs to a resource that is simulated.
fn is_simulated(path: &str) -> bool {
    const RESOURCES: &[&str] = &["customers", "segments", "shopper-profiles", "customer_groups"];
    path.split('/').nth(2).is_none_or(|resource| RESOURCES.contains(&resource))
}

impl Ticket {
    /// Records the status of the response.
    pub(super) fn responded(&mut self, status: u16) {
        self.line.status = Some(status);
        self.log();
    }

    fn log(&self) {
        let mut gate = self.shared.gate();
        if let Some(line) = gate.traffic.log.iter_mut().rev().find(|line| line.number == self.line.number) {
            (line.status, line.written) = (self.line.status, self.line.written);
        }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        if self.entered {
            self.shared.gate().traffic.leave(self.operation);
        }
        if let Some(watch) = self.shared.config.watch {
            watch(&self.line);
        }
    }
}
