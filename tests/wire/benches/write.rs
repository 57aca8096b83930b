//! Updating many customers in batches: `cargo bench -p wire-tests --bench write`.
//!
//! The simulated store takes 100 ms per call and allows three concurrent calls of ten customers each. The baseline is
//! what that allows. The third figure is hand-written code, three tasks that send prepared bodies with reqwest, which
//! shows how much of the rest is due to the machine and to the store's own work.
//!
//! `CUSTOMERS=20000` runs a shorter version; a hundred thousand take six minutes.

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use generated_client::v3::customers::CustomerUpdate;
use mock_store::{Latency, Store, StoreConfig, StoreHandle};
use support::rounds::is_measuring;
use support::table::Table;

const LATENCY: Duration = Duration::from_millis(100);
const AT_ONCE: usize = 3;
const ITEMS: usize = 10;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(measure());
}

async fn measure() {
    let asked = std::env::var("CUSTOMERS").ok().and_then(|text| text.parse().ok());
    let customers = if is_measuring() { asked.unwrap_or(100_000) } else { 300 };
    let by_hand = customers.min(15_000);
    let mut table = Table::new(&["updated", "customers", "calls", "took", "at the least", "of the bound"]);
    for (who, customers) in [("by update_batches", customers), ("by hand", by_hand)] {
        let config = StoreConfig {
            customers: customers as u64,
            latency: Latency::Fixed(LATENCY),
            keep_log: false,
            ..StoreConfig::default()
        };
        let store = Store::start(config).await.unwrap();
        let began = Instant::now();
        if who == "by hand" {
            with_reqwest(&store, customers).await
        } else {
            with_batches(&store, customers).await
        }
        let (took, calls) = (began.elapsed(), customers.div_ceil(ITEMS));
        assert_eq!(store.writes(), customers as u64, "each customer once");
        let least = LATENCY * u32::try_from(calls.div_ceil(AT_ONCE)).unwrap();
        let part = least.as_secs_f64() / took.as_secs_f64() * 100.0;
        let seconds = |time: Duration| format!("{:.2} s", time.as_secs_f64());
        let cells = [seconds(took), seconds(least), format!("{part:.2} %")];
        table.row(&[&[who.to_owned(), customers.to_string(), calls.to_string()][..], &cells].concat());
        store.shutdown().await;
    }
    table.print();
}

async fn with_batches(store: &StoreHandle, customers: usize) {
    let changes = (1..=customers as i64).map(|id| CustomerUpdate::new(id).notes("Called on Friday."));
    let mut outcomes = store.client().v3().customers().update_batches(changes);
    let mut done = 0;
    while let Some(outcome) = outcomes.next().await {
        done += usize::from(outcome.is_done());
    }
    assert_eq!(done, customers);
}

async fn with_reqwest(store: &StoreHandle, customers: usize) {
    let (http, next) = (reqwest::Client::new(), Arc::new(AtomicUsize::new(0)));
    let url = format!("{}/stores/{}/v3/customers", store.uri(), store.hash());
    let send = || {
        let (http, next, url, token) = (http.clone(), Arc::clone(&next), url.clone(), store.token().to_owned());
        async move {
            loop {
                let first = next.fetch_add(ITEMS, Ordering::Relaxed);
                if first >= customers {
                    return;
                }
                let change = |id: usize| serde_json::json!({"id": id, "notes": "Called on Friday."});
                let body: Vec<_> = (first + 1..=(first + ITEMS).min(customers)).map(change).collect();
                let call = http.put(&url).header("x-auth-token", &token).body(serde_json::to_vec(&body).unwrap());
                let response = call.send().await.unwrap().error_for_status().unwrap();
                let response: serde_json::Value = serde_json::from_slice(&response.bytes().await.unwrap()).unwrap();
                assert_eq!(response["data"].as_array().unwrap().len(), body.len());
            }
        }
    };
    tokio::join!(send(), send(), send());
}
