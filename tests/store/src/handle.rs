//! The handle by which a test controls a store.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use generated_client::{Client, ClientBuilder};
use serde_json::Value;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::config::Latency;
use super::data::customer::Include;
use super::data::sparse::Ranked as _;
use super::fault::{Fault, FaultKind};
use super::server::Signal;
use super::shared::Shared;
use super::traffic::{Counters, Logged};
use super::transport::Protocol;

/// A running store. Clones are handles of the same store.
#[derive(Clone)]
pub struct StoreHandle {
    shared: Arc<Shared>,
    uri: String,
    running: Arc<Running>,
}

/// Closes all connections on drop.
struct Running {
    signal: watch::Sender<Signal>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl fmt::Debug for StoreHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreHandle").field("uri", &self.uri).finish_non_exhaustive()
    }
}

impl StoreHandle {
    pub(super) fn new(shared: Arc<Shared>, uri: String, signal: watch::Sender<Signal>, task: JoinHandle<()>) -> Self {
        Self { shared, uri, running: Arc::new(Running { signal, task: Mutex::new(Some(task)) }) }
    }

    /// Returns the base URL, which replaces the host of the API: `http://127.0.0.1:4107`.
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// Returns the store hash.
    pub fn hash(&self) -> &str {
        &self.shared.config.hash
    }

    /// Returns the environment variables with which `Client::from_env()` calls this store.
    pub fn environment(&self) -> [(&'static str, &str); 3] {
        [
            ("BIGCOMMERCE_STORE_HASH", self.hash()),
            ("BIGCOMMERCE_ACCESS_TOKEN", self.token()),
            ("BIGCOMMERCE_BASE_URL", self.uri()),
        ]
    }

    /// Returns the access token.
    pub fn token(&self) -> &str {
        &self.shared.config.token
    }

    /// Returns a client of this store, with default settings.
    ///
    /// # Panics
    /// When the hash or the token is not valid for a client.
    pub fn client(&self) -> Client {
        self.builder().build().expect("a loopback URL is allowed")
    }

    /// Returns a builder of such a client.
    pub fn builder(&self) -> ClientBuilder<Client> {
        let builder = Client::builder(self.hash(), self.token()).base_url(self.uri());
        let transport = self.shared.config.transport;
        if transport.protocol == Protocol::Http2 { builder.http_client(transport.http_client()) } else { builder }
    }

    /// Stops the store and all connections, and waits until they have ended.
    pub async fn shutdown(self) {
        let _ = self.running.signal.send(Signal::Stop);
        let task = self.running.task.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(task) = task {
            // A panic of a connection was printed when it happened.
            let _ = task.await;
        }
    }

    /// Returns all requests so far, in the order of their arrival.
    pub fn requests(&self) -> Vec<Logged> {
        self.shared.gate().traffic.log.clone()
    }

    /// Clears the log of requests.
    pub fn clear_requests(&self) {
        self.shared.gate().traffic.log.clear();
    }

    /// Returns the counts of requests, including those in flight.
    pub fn counters(&self) -> Counters {
        self.shared.gate().traffic.counters.clone()
    }

    /// Sets the quota, from now on and in the current window.
    pub fn set_quota(&self, quota: Option<u32>) {
        self.shared.gate().quota.limit = quota;
    }

    /// Uses up requests of the quota, as another client of the same store would.
    pub fn consume(&self, requests: u32) {
        self.shared.gate().quota.take(requests);
    }

    /// Sets the latency from now on.
    pub fn set_latency(&self, latency: Latency) {
        self.shared.gate().latency = latency;
    }

    /// Injects a fault. If several match a request, the first one applies.
    pub fn fault(&self, fault: Fault) {
        let closes_idle = matches!(fault.kind, FaultKind::RefuseConnection);
        self.shared.gate().faults.add(fault);
        if closes_idle {
            self.running.signal.send_modify(|signal| {
                if let Signal::Run(round) = signal {
                    *round += 1;
                }
            });
        }
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.shared.gate().faults.clear();
    }

    /// Returns the number of customers.
    pub fn customer_count(&self) -> usize {
        self.shared.state().customers.len()
    }

    /// Returns a customer as version 3 shows it, with everything that can be included.
    pub fn customer(&self, id: u64) -> Option<Value> {
        let view = self.shared.state().view(id, &Include::ALL)?;
        serde_json::to_value(view).ok()
    }

    /// Returns the id of the customer with this e-mail address.
    pub fn customer_by_email(&self, email: &str) -> Option<u64> {
        self.shared.state().customer_by_email(email)
    }

    /// Returns how often an operation has written an item. The item is the e-mail address of a new customer or
    /// subscriber, the name of a new attribute, segment or group, `customer namespace key` of a metafield, `customer
    /// attribute` of a value, `customer address1` of a new address, and the id of what was changed or deleted.
    pub fn written(&self, operation: &str, item: impl ToString) -> u32 {
        self.shared.state().writes.of(operation, &item.to_string())
    }

    /// Returns the number of all writes of items.
    pub fn writes(&self) -> u64 {
        self.shared.state().writes.count
    }

    /// Returns `operation item` of everything that was written more than once with the same content, and how often: the
    /// effect of retrying a request that had taken effect already.
    pub fn repeated_writes(&self) -> BTreeMap<String, u32> {
        self.shared.state().writes.repeated()
    }

    /// Calls an operation directly, without a connection, as another app of the store would: without quota, fault,
    /// latency or log. `target` is the path below the store with its query. Returns a status and JSON, `null` for no
    /// body.
    pub fn call(&self, method: &str, target: &str, body: Option<&Value>) -> (u16, Value) {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let body = body.map(Value::to_string).unwrap_or_default().into();
        let (response, _) = self.shared.call(method, path, query, &body);
        (response.status, serde_json::from_slice(&response.body).unwrap_or_default())
    }
}
