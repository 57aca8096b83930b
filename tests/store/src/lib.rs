//! A simulated store on loopback, to test and to measure a client against.
//!
//! It is a real HTTP server with a store behind it: what is created can be read, a quota is used up, too many requests
//! at once are refused, and faults happen on order. Its million customers are computed from their numbers, so that it
//! starts at once and takes no memory for them.
//!
//! ```
//! # tokio::runtime::Runtime::new().unwrap().block_on(async {
//! use mock_store::{Fault, FaultKind, Store, StoreConfig};
//!
//! let store = Store::start(StoreConfig { customers: 1_000_000, ..StoreConfig::default() }).await.unwrap();
//! store.fault(Fault::new(FaultKind::Status(403)).method("GET").nth(2));
//!
//! let page = store.client().v3().customers().list().limit(250).await.unwrap();
//! assert_eq!(page.data.len(), 250);
//! assert!(store.client().v3().customers().list().await.is_err());
//! assert_eq!(store.counters().requests, 2);
//! # });
//! ```
//!
//! # What is simulated
//!
//! All 72 operations, as API-FACTS has them, where `spec/` says that they are. A request passes, in this order: the quota, the limit of requests at once
//! for its operation, the faults, the token, the store; the write is done before the latency, so that a client that
//! gives up too early has written all the same. Time is tokio's: in a test that stops it, windows and latencies pass at
//! once.
//!
//! # What is not
//!
//! - The filter `field_type` of form field values, and every resource that is not about customers: 501.
//! - Scopes (403), the limit on checks of passwords, 207 of customer groups: order a fault.
//! - Forms: a form field has any name and any value. Channels 1 to 3 are there, and customers may have any.
//! - What the facts leave open is decided for the strict side, so that a mistake of a client shows: parameters that no
//!   document has are refused in version 2 too, a batch of metafields takes 10, deletions without ids are refused where
//!   nobody knows what they would do.

mod address;
mod addresses;
mod answer;
mod attribute_values;
mod attributes;
mod body;
mod broken;
mod customer;
mod customers;
mod customers_list;
mod fault;
mod fields;
mod form_fields;
mod groups;
mod handle;
mod metafields;
mod metafields_batch;
mod moment;
mod paging;
mod profiles;
mod quota;
mod random;
mod request;
mod routes;
mod seed;
mod segments;
mod server;
mod settings;
mod shared;
mod sparse;
mod state;
mod subscribers;
#[cfg(test)]
mod tests;
mod traffic;
mod transport;
mod v2;
mod v2_addresses;
mod v2_customers;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;

use self::seed::Seed;
use self::server::{Signal, accept};
use self::shared::Shared;
use self::state::State;

pub use self::fault::{Fault, FaultKind, RetryHint};
pub use self::handle::StoreHandle;
pub use self::traffic::{Counters, InFlight, Logged};
pub use self::transport::{Framing, Protocol, Transport};

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
    /// Whether requests are kept for [`StoreHandle::requests`].
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

/// A store that can be started.
#[derive(Debug)]
pub struct Store;

impl Store {
    /// Starts a store on the tokio runtime that this is called on. It stops when the last clone of its handle is gone.
    ///
    /// # Errors
    /// When the port is taken.
    ///
    /// # Panics
    /// When `spec/`, which says where the operations are, cannot be read.
    pub async fn start(config: StoreConfig) -> io::Result<StoreHandle> {
        // Here, so that no request has to wait for it.
        routes::routes();
        let listener = TcpListener::bind(("127.0.0.1", config.port)).await?;
        let uri = format!("http://{}", listener.local_addr()?);
        let seed = Seed { customers: config.customers, addresses_each: config.addresses_each, groups: config.groups };
        let state = State::new(seed, format!("{uri}/stores/{}", config.hash));
        let shared = Arc::new(Shared::new(config, state));
        let (signal, heard) = watch::channel(Signal::Run(0));
        let task = tokio::spawn(accept(Arc::clone(&shared), listener, heard));
        Ok(StoreHandle::new(shared, uri, signal, task))
    }
}
