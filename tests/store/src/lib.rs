//! A simulated store on loopback, to test and to measure a client against.
//!
//! It is a real HTTP server with a store behind it: what is created can be read, a quota is used up, too many concurrent
//! requests are refused, and faults can be injected. Its million customers are computed from their numbers, so that it
//! starts at once and needs no memory for them.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
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
//! All 72 operations, at the paths of `spec/`. A request passes, in this order: the quota, the concurrency limit of its
//! operation, the faults, the token, the store. The write happens before the latency, so it takes effect even if the
//! client gives up waiting. The clock is tokio's: in a test that pauses it, windows and latencies take no time.
//!
//! # What is not simulated
//!
//! - The filter `field_type` of form field values, and all resources other than customers: 501.
//! - Scopes (403), the limit on password validation, 207 of customer groups: inject a fault.
//! - Forms: a form field may have any name and any value. Channels 1 to 3 exist, and customers may have any.
//! - Where the behaviour of the API is unknown the store is strict, so that a mistake of a client shows: undocumented
//!   parameters are refused in version 2 too, a batch of metafields takes 10, and deletions without ids are refused where
//!   their effect is unknown.

mod body;
mod broken;
mod config;
mod data;
mod fault;
mod fields;
mod handle;
mod moment;
mod paging;
mod quota;
mod random;
mod request;
mod resources;
mod response;
mod routes;
mod server;
mod shared;
#[cfg(test)]
mod tests;
mod traffic;
mod transport;
mod v2;

use std::io;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;

use self::data::seed::Seed;
use self::data::state::State;
use self::server::{Signal, accept};
use self::shared::Shared;

pub use self::config::{Latency, StoreConfig};
pub use self::fault::{Fault, FaultKind, RetryHint};
pub use self::handle::StoreHandle;
pub use self::traffic::{Counters, InFlight, Logged};
pub use self::transport::{Framing, Protocol, Transport};

/// A store that can be started.
#[derive(Debug)]
pub struct Store;

impl Store {
    /// Starts a store on the current tokio runtime. It stops when the last clone of its handle is dropped.
    ///
    /// # Errors
    /// When the port is in use.
    ///
    /// # Panics
    /// When `spec/`, which has the paths of the operations, cannot be read.
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
