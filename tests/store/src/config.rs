//! How a store is set up.

use std::time::Duration;

use crate::traffic::Logged;
use crate::transport::Transport;

/// The configuration of a store.
#[derive(Clone, Debug)]
pub struct StoreConfig {
    /// The port on 127.0.0.1; 0 selects a free one.
    pub port: u16,
    /// The store hash.
    pub hash: String,
    /// The access token.
    pub token: String,
    /// The number of initial customers, with ids from 1. Their e-mail addresses are `shopper-<id>@example.org`, their
    /// passwords `password-<id>`.
    pub customers: u64,
    /// The number of addresses of each of them.
    pub addresses_each: u64,
    /// The number of initial customer groups, with ids from 1, to which the initial customers are assigned in turn.
    pub groups: u64,
    /// Requests per window; `None` is a plan without a limit, whose responses have no rate limit headers.
    pub quota: Option<u32>,
    /// The length of a window.
    pub window: Duration,
    /// Whether concurrency limits of operations are enforced.
    pub concurrency_limits: bool,
    /// How long a response takes, from the arrival of the request.
    pub latency: Latency,
    /// The seed of random latencies and request ids.
    pub seed: u64,
    /// Whether responses are compressed for clients that accept it.
    pub gzip: bool,
    /// How responses are sent.
    pub transport: Transport,
    /// Whether requests are kept for [`StoreHandle::requests`](crate::StoreHandle::requests).
    pub keep_log: bool,
    /// Called after each response.
    pub watch: Option<fn(&Logged)>,
}

/// How long a response takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Latency {
    /// No extra time.
    None,
    /// Longer by this time.
    Fixed(Duration),
    /// Longer by a random time between these two.
    Uniform(Duration, Duration),
}

impl Default for StoreConfig {
    /// An empty store without time limits, for the client of [`test_support::client`].
    fn default() -> Self {
        Self {
            port: 0,
            hash: test_support::STORE.to_owned(),
            token: test_support::TOKEN.to_owned(),
            customers: 0,
            addresses_each: 0,
            groups: 3,
            quota: None,
            window: Duration::from_secs(30),
            concurrency_limits: true,
            latency: Latency::None,
            seed: 1,
            gzip: false,
            transport: Transport::default(),
            keep_log: true,
            watch: None,
        }
    }
}
