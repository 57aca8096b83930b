//! How a store is set up.

use std::time::Duration;

use crate::traffic::Logged;
use crate::transport::Transport;

/// How a store is to be.
#[derive(Clone, Debug)]
pub struct StoreConfig {
    /// The port on 127.0.0.1; 0 is any that is free.
    pub port: u16,
    /// The hash that names the store.
    pub hash: String,
    /// Its token.
    pub token: String,
    /// Customers of the beginning, with the ids from 1. Their e-mail addresses are `shopper-<id>@example.org`, their
    /// passwords `password-<id>`.
    pub customers: u64,
    /// Addresses that each of them has.
    pub addresses_each: u64,
    /// Customer groups of the beginning, with the ids from 1. The customers of the beginning are spread over them.
    pub groups: u64,
    /// Requests in a window; `None` is a plan without a limit, whose answers have no headers about it.
    pub quota: Option<u32>,
    /// Length of a window.
    pub window: Duration,
    /// Whether operations that limit the requests at once refuse more of them.
    pub concurrency_limits: bool,
    /// How long an answer takes, from the arrival of the request.
    pub latency: Latency,
    /// Where chance begins: latencies, and the ids of requests.
    pub seed: u64,
    /// Whether answers are compressed for clients that accept it.
    pub gzip: bool,
    /// How responses go over the wire.
    pub transport: Transport,
    /// Whether requests are kept for [`StoreHandle::requests`](crate::StoreHandle::requests).
    pub keep_log: bool,
    /// Called when a request has been answered.
    pub watch: Option<fn(&Logged)>,
}

/// How long an answer takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Latency {
    /// As long as it takes.
    None,
    /// So much longer.
    Fixed(Duration),
    /// Longer by a time between the two.
    Uniform(Duration, Duration),
}

impl Default for StoreConfig {
    /// An empty store without limits of time, for the client of [`test_support::client`].
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
