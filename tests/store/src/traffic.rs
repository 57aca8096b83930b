//! What was asked of the store, and how much of it at once.

use std::collections::BTreeMap;

use tokio::time::Instant;

/// A request that the store got.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Counted from 0.
    pub number: usize,
    /// When its head had arrived.
    pub at: Instant,
    /// Upper case.
    pub method: String,
    /// Below the store: `/v3/customers`.
    pub path: String,
    /// As it was sent, without the question mark.
    pub query: String,
    /// What `cargo xtask coverage` calls it: `v3.customers.list`. Empty if it is none of the API's.
    pub operation: &'static str,
    /// What its answer has as `X-Request-Id`.
    pub request_id: String,
    /// The status of the answer. `None` as long as there is none, and where the connection was cut.
    pub status: Option<u16>,
    /// How many items it wrote.
    pub written: u64,
    /// Why the answer is not that of the store: the name of a fault, or the limit that was broken.
    pub because: Option<&'static str>,
}

/// Requests that run now, and the most that did at once. Refused ones do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InFlight {
    /// Now.
    pub now: u32,
    /// At once.
    pub most: u32,
}

/// Counts of requests.
#[derive(Clone, Debug, Default)]
pub struct Counters {
    /// Connections that were accepted.
    pub connections: u64,
    /// Requests whose head arrived.
    pub requests: u64,
    /// Those that were answered with 429 because the quota was used up.
    pub refused_by_quota: u64,
    /// Those that were answered with 429 because too many ran at once.
    pub refused_by_concurrency: u64,
    /// Those that a fault was done to.
    pub faults: u64,
    /// Of all operations.
    pub in_flight: InFlight,
    /// By operation, `v3.customers.update`; what is none of the API's stands under the empty name.
    pub operations: BTreeMap<&'static str, InFlight>,
}

/// The log and the counters.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    pub(super) counters: Counters,
    pub(super) log: Vec<Logged>,
}

impl Traffic {
    /// Begins a request, unless so many of its operation run already.
    pub(super) fn enter(&mut self, operation: &'static str, at_once: Option<u32>) -> bool {
        let own = self.counters.operations.entry(operation).or_default();
        if at_once.is_some_and(|most| own.now >= most) {
            self.counters.refused_by_concurrency += 1;
            return false;
        }
        own.enter();
        self.counters.in_flight.enter();
        true
    }

    pub(super) fn leave(&mut self, operation: &'static str) {
        self.counters.in_flight.now -= 1;
        if let Some(own) = self.counters.operations.get_mut(operation) {
            own.now -= 1;
        }
    }
}

impl InFlight {
    fn enter(&mut self) {
        self.now += 1;
        self.most = self.most.max(self.now);
    }
}
