//! The log and the counters of requests.

use std::collections::BTreeMap;

use tokio::time::Instant;

/// A request that the store received.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Counted from 0.
    pub number: usize,
    /// When its head arrived.
    pub at: Instant,
    /// Upper case.
    pub method: String,
    /// Below the store: `/v3/customers`.
    pub path: String,
    /// As it was sent, without the question mark.
    pub query: String,
    /// The name of the operation, such as `v3.customers.list`. Empty if the API has none.
    pub operation: &'static str,
    /// The `User-Agent` of the request.
    pub agent: String,
    /// The `X-Request-Id` of the response.
    pub request_id: String,
    /// The status of the response. `None` until there is one, and if the connection was cut.
    pub status: Option<u16>,
    /// How many items it wrote.
    pub written: u64,
    /// Why the response is not from the store: the name of a fault, or the limit that was exceeded.
    pub because: Option<&'static str>,
}

/// The requests in flight, and the maximum so far. Refused requests do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InFlight {
    /// Now.
    pub now: u32,
    /// The maximum.
    pub most: u32,
}

/// Counts of requests.
#[derive(Clone, Debug, Default)]
pub struct Counters {
    /// Connections that were accepted.
    pub connections: u64,
    /// Requests whose head arrived.
    pub requests: u64,
    /// Requests that were refused with 429 because the quota was used up.
    pub refused_by_quota: u64,
    /// Requests that were refused with 429 because too many were in flight.
    pub refused_by_concurrency: u64,
    /// Requests that a fault applied to.
    pub faults: u64,
    /// Requests of all operations.
    pub in_flight: InFlight,
    /// Requests by operation, such as `v3.customers.update`; the name is empty for paths that the API does not have.
    pub operations: BTreeMap<&'static str, InFlight>,
}

/// The log and the counters.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    pub(super) counters: Counters,
    pub(super) log: Vec<Logged>,
}

impl Traffic {
    /// Starts a request, unless too many of its operation are in flight.
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
