//! Every fault × the second page of a stream, and the second of three calls of a batch.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use generated_client::v3::customers::{CustomerCreate, CustomerCreateRequired, CustomerUpdate};
use generated_client::{Error, ErrorKind, ItemResult, Outcome};
use mock_store::{Fault, FaultKind, Framing, Protocol, RetryHint, Store, StoreConfig, StoreHandle, Transport};

use super::{NEVER, Row, TIMEOUT, Wire, differences};

const CUSTOMERS: i64 = 25;
const ITEMS: usize = 30;

/// A fault, and the results of a stream of 25 customers in pages of ten, of a batch of 30 changes, and of one of 30 new
/// customers, when the fault happens to the second request, and when it happens to all from then on. For a stream, the
/// number of items and the error; for a batch, for each call `d` for done, `n` for not attempted, or the error.
#[rustfmt::skip]
fn table(elsewhere: &str) -> Vec<Row> {
    use FaultKind::*;
    use RetryHint::*;
    let redirect = Redirect(format!("{elsewhere}/stores/{}/v3/customers", test_support::STORE));
    let (applied, not_applied) = (ResetBeforeResponse { applied: true }, ResetBeforeResponse { applied: false });
    vec![
        // Without a response, or with half of one: idempotent calls are retried, a POST is not. Further calls are made.
        (RefuseConnection,                     "25 ok | d d d | d d d",             "10 Transport | d Transport Transport | d Transport Transport"),
        (not_applied,                          "25 ok | d d d | d Transport? d",    "10 Transport | d Transport? Transport? | d Transport? Transport?"),
        (applied,                              "25 ok | d d d | d Transport? d",    "10 Transport | d Transport? Transport? | d Transport? Transport?"),
        (StalledHead(NEVER),                   "25 ok | d d d | d Timeout? d",      "10 Timeout | d Timeout? Timeout? | d Timeout? Timeout?"),
        (ResetDuringBody,                      "25 ok | d d d | d Transport? d",    "10 Transport | d Transport? Transport? | d Transport? Transport?"),
        (StalledBody(NEVER),                   "25 ok | d d d | d Timeout? d",      "10 Timeout | d Timeout? Timeout? | d Timeout? Timeout?"),
        // Invalid responses.
        (TruncatedJson,                        "10 Decode | d Decode? d | d Decode? d", "10 Decode | d Decode? Decode? | d Decode? Decode?"),
        (WrongType,                            "10 Decode | d Decode? d | d Decode? d", "10 Decode | d Decode? Decode? | d Decode? Decode?"),
        (GzipBomb { megabytes: 3 },            "10 TooLarge | d TooLarge? d | d TooLarge? d", "10 TooLarge | d TooLarge? TooLarge? | d TooLarge? TooLarge?"),
        // Failures of the API or of a gateway.
        (Status(500),                          "25 ok | d d d | d 500? d",          "10 500 | d 500? 500? | d 500? 500?"),
        (Html(502),                            "25 ok | d d d | d 502? d",          "10 502 | d 502? 502? | d 502? 502?"),
        (Status(504),                          "25 ok | d d d | d 504? d",          "10 504 | d 504? 504? | d 504? 504?"),
        (Status(507),                          "25 ok | d d d | d 507? d",          "10 507 | d 507? 507? | d 507? 507?"),
        (Status(501),                          "10 501 | d 501? d | d 501? d",      "10 501 | d 501? 501? | d 501? 501?"),
        // A store counts as suspended after three calls in a row: see `batches.rs`.
        (Suspended503,                         "25 ok | d d d | d 503? d",          "10 503 | d 503? 503? | d 503? 503?"),
        (Html(503),                            "25 ok | d d d | d 503? d",          "10 503 | d 503? 503? | d 503? 503?"),
        // Refusals: nothing took effect.
        (TooManyRequests(Window(TIMEOUT * 4)), "25 ok | d d d | d d d",             "10 429 | d 429 429 | d 429 429"),
        (TooManyRequests(RetryAfter(7)),       "25 ok | d d d | d d d",             "10 429 | d 429 429 | d 429 429"),
        (TooManyRequests(Bare),                "25 ok | d d d | d d d",             "10 429 | d 429 429 | d 429 429"),
        // Further calls would fail in the same way.
        (Status(401),                          "10 401 | d 401 n | d 401 n",        "10 401 | d 401 n | d 401 n"),
        (Status(403),                          "10 403 | d 403 n | d 403 n",        "10 403 | d 403 n | d 403 n"),
        // Affects only this call.
        (Status(404),                          "10 404 | d 404 d | d 404 d",        "10 404 | d 404 404 | d 404 404"),
        // Affects one item, which is searched for by halving; or the call was too large.
        (Status(409),                          "10 409 | d d d | d d d",            "10 409 | d 409 409 | d 409 409"),
        (Status(413),                          "10 413 | d d d | d d d",            "10 413 | d 413 413 | d 413 413"),
        (Status(422),                          "10 422 | d d d | d d d",            "10 422 | d 422 422 | d 422 422"),
        // It leads to another host.
        (redirect,                             "10 307 | d 307 d | d 307 d",        "10 307 | d 307 307 | d 307 307"),
    ]
}

async fn store(transport: Transport, customers: u64) -> StoreHandle {
    let config = StoreConfig { customers, quota: Some(150), transport, ..StoreConfig::default() };
    Store::start(config).await.unwrap()
}

async fn store_with_gaps(transport: Transport) -> StoreHandle {
    let store = store(transport, CUSTOMERS as u64 + 5).await;
    store.call("DELETE", "/v3/customers?id:in=26,27,28,29,30", None);
    store
}

/// Formats the error as in the table: a question mark means that the write may have taken effect.
fn label(error: &Error, kind: &FaultKind) -> String {
    // Whether a refused connection was established depends on the system.
    let is_known = !matches!(kind, FaultKind::RefuseConnection);
    let mark = if is_known && error.may_have_taken_effect() { "?" } else { "" };
    match (error.kind(), error.status()) {
        (ErrorKind::Api, Some(status)) => format!("{}{mark}", status.as_u16()),
        (kind, _) => format!("{kind:?}{mark}"),
    }
}

fn client(store: &StoreHandle, wire: &Wire) -> generated_client::Client {
    let builder = store.builder().http_client(wire.http.clone()).timeout(TIMEOUT).max_body_size(1 << 20);
    builder.build().unwrap()
}

async fn order(store: &StoreHandle, kind: &FaultKind, always: bool) {
    let fault = Fault::new(kind.clone());
    store.fault(if always { fault.always() } else { fault });
    // The fault closes idle connections, which a client notices before it sends more.
    tokio::time::sleep(Duration::from_secs(2)).await;
}

async fn stream(wire: &Wire, kind: &FaultKind, always: bool) -> String {
    let store = store_with_gaps(wire.transport).await;
    let customers = client(&store, wire);
    let list = || customers.v3().customers().list().limit(10);
    let mut items = list().stream().prefetch(0);
    let (mut ids, mut end) = (Vec::new(), "ok".to_owned());
    while let Some(item) = items.next().await {
        match item {
            Ok(customer) => ids.push(customer.id),
            Err(error) => end = label(&error, kind),
        }
        if ids.len() == 10 && end == "ok" {
            order(&store, kind, always).await;
        }
    }
    let seen = format!("{} {end}", ids.len());
    // The stream can be resumed after any error.
    store.clear_faults();
    let rest = client(&store, wire).v3().customers().list().limit(10).stream().resume(&items.resume_token());
    ids.extend(rest.collect().await.unwrap().iter().map(|customer| customer.id));
    assert_eq!(ids, (1..=CUSTOMERS).collect::<Vec<_>>(), "{kind:?}");
    assert_eq!(store.writes(), 5, "nothing was written but the deletions of the beginning");
    seen
}

/// Collects the outcomes of a batch whose second call meets the fault.
macro_rules! batch {
    ($batches:expr, $store:expr, $kind:expr, $always:expr, $is_written:expr) => {{
        let mut batches = $batches.concurrency(1);
        let mut labels = BTreeMap::new();
        while let Some(outcome) = batches.next().await {
            let written: u32 = $is_written(outcome.index);
            assert!(labels.insert(outcome.index, told(&outcome, written, $kind)).is_none());
            if labels.len() == 10 {
                order($store, $kind, $always).await;
            }
        }
        assert!(labels.keys().copied().eq(0..ITEMS));
        let labels: Vec<String> = labels.into_values().collect();
        labels.chunks(10).map(runs).collect::<Vec<_>>().join(" ")
    }};
}

fn told<I, R>(outcome: &Outcome<I, R>, written: u32, kind: &FaultKind) -> String {
    match &outcome.result {
        ItemResult::Done(result) => {
            assert!(written > 0, "{kind:?}: {} is said to be done", outcome.index);
            if result.is_some() { "d".to_owned() } else { "D".to_owned() }
        }
        ItemResult::Failed(error) => {
            assert!(written == 0 || error.may_have_taken_effect(), "{kind:?}: {} was written", outcome.index);
            label(error, kind)
        }
        ItemResult::NotAttempted(_) => {
            assert_eq!(written, 0, "{kind:?}: {} was written", outcome.index);
            "n".to_owned()
        }
    }
}

/// Merges equal labels.
fn runs(labels: &[String]) -> String {
    let runs = labels.chunk_by(|one, other| one == other);
    let runs = runs.map(|run| if run.len() == 10 { run[0].clone() } else { format!("{}*{}", run.len(), run[0]) });
    runs.collect::<Vec<_>>().join("+")
}

async fn update(wire: &Wire, kind: &FaultKind, always: bool) -> String {
    let store = store(wire.transport, ITEMS as u64).await;
    let client = client(&store, wire);
    let items = (0..ITEMS).map(|index| CustomerUpdate::new(index as i64 + 1).notes("changed"));
    let written = |index: usize| store.written("v3.customers.update", index + 1);
    let seen = batch!(client.v3().customers().update_batches(items), &store, kind, always, written);
    for index in 0..ITEMS {
        let is_changed = store.customer(index as u64 + 1).unwrap()["notes"] == "changed";
        assert_eq!(is_changed, written(index) > 0, "{kind:?}");
    }
    seen
}

async fn create(wire: &Wire, kind: &FaultKind, always: bool) -> String {
    let store = store(wire.transport, 0).await;
    let client = client(&store, wire);
    let email = |index: usize| format!("new-{index}@example.org");
    let items = (0..ITEMS).map(move |index| {
        CustomerCreate::new(CustomerCreateRequired { email: &email(index), first_name: "New", last_name: "Customer" })
    });
    let written = |index: usize| store.written("v3.customers.create", email(index));
    let seen = batch!(client.v3().customers().create_batches(items), &store, kind, always, written);
    assert!(store.repeated_writes().is_empty(), "{kind:?} wrote twice");
    assert_eq!(store.customer_count(), (0..ITEMS).filter(|index| written(*index) == 1).count());
    seen
}

async fn every_fault_over(transport: Transport) {
    let (elsewhere, wire) = (super::store().await, Arc::new(Wire::new(transport)));
    let wrong = differences(
        table(elsewhere.uri()),
        |_, _| None,
        |kind, always| {
            let wire = Arc::clone(&wire);
            async move {
                let stream = stream(&wire, &kind, always).await;
                let update = update(&wire, &kind, always).await;
                let create = create(&wire, &kind, always).await;
                [stream, update, create].join(" | ")
            }
        },
    );
    let wrong = wrong.await;
    assert!(wrong.is_empty(), "GET | PUT | POST, over {transport:?}\n{wrong}");
    assert_eq!(elsewhere.counters().requests, 0, "a redirect was followed to another host");
}

#[tokio::test(start_paused = true)]
async fn every_fault_leaves_the_rest_of_a_stream_or_batch_to_be_had() {
    every_fault_over(Transport::default()).await;
}

#[tokio::test(start_paused = true)]
async fn every_fault_leaves_the_rest_over_http1_piece_by_piece() {
    every_fault_over(Transport::dribbling(Protocol::Http1(Framing::Chunked), 61)).await;
}

#[tokio::test(start_paused = true)]
async fn every_fault_leaves_the_rest_over_http2_piece_by_piece() {
    every_fault_over(Transport::dribbling(Protocol::Http2, 61)).await;
}
