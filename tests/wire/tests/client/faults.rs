//! Every fault of the simulated store × GET, PUT, POST and DELETE: the result for the caller, and the requests that the
//! store received.
//!
//! No write is applied twice, unless it is idempotent, and none is lost without an error that says so. Time is paused.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod calls;
mod indeterminate;
mod outage;
mod part;
mod streams;

use std::sync::Arc;
use std::time::Duration;

use generated_client::HttpClient;
use mock_store::{Fault, FaultKind, Framing, Protocol, RetryHint, Store, StoreConfig, StoreHandle, Transport};

use self::calls::{Method, Seen, call};

/// Longer than any timeout of these tests.
const NEVER: Duration = Duration::from_secs(3600);
/// How long an attempt may take.
const TIMEOUT: Duration = Duration::from_secs(5);
/// How long a call may take.
const DEADLINE: Duration = Duration::from_secs(100);

/// A fault, and the results of the calls when it happens once, and when it always happens.
type Row = (FaultKind, &'static str, &'static str);

/// A fault, and the results of GET, PUT, POST and DELETE when it happens to the first request, and when it happens to
/// all of them: `outcome requests/writes`. The outcome is `ok`, the status of an API error, or the kind of another
/// error. A question mark means that the write may have taken effect.
#[rustfmt::skip]
fn table(elsewhere: &str) -> Vec<Row> {
    use FaultKind::*;
    use RetryHint::*;
    let redirect = Redirect(format!("{elsewhere}/stores/{}/v3/customers", test_support::STORE));
    let (applied, not_applied) = (ResetBeforeResponse { applied: true }, ResetBeforeResponse { applied: false });
    vec![
        // A connection that ends before the request is sent: a POST is retried as well.
        (RefuseConnection,        "ok 2/0 | ok 2/1 | ok 2/1 | ok 2/1",               "Transport 4/0 | Transport 4/0 | Transport 4/0 | Transport 4/0"),
        // Without a response: idempotent calls are retried, a POST is not.
        (not_applied,             "ok 2/0 | ok 2/1 | Transport? 1/0 | ok 2/1",       "Transport 4/0 | Transport? 4/0 | Transport? 1/0 | Transport? 4/0"),
        (applied,                 "ok 2/0 | ok 2/2 | Transport? 1/1 | ok 2/1",       "Transport 4/0 | Transport? 4/4 | Transport? 1/1 | Transport? 4/1"),
        (StalledHead(NEVER),      "ok 2/0 | ok 2/2 | Timeout? 1/1 | ok 2/1",         "Timeout 4/0 | Timeout? 4/4 | Timeout? 1/1 | Timeout? 4/1"),
        // With half a response; that of a deletion has no body to lose.
        (ResetDuringBody,         "ok 2/0 | ok 2/2 | Transport? 1/1 | ok 1/1",       "Transport 4/0 | Transport? 4/4 | Transport? 1/1 | ok 1/1"),
        (StalledBody(NEVER),      "ok 2/0 | ok 2/2 | Timeout? 1/1 | ok 1/1",         "Timeout 4/0 | Timeout? 4/4 | Timeout? 1/1 | ok 1/1"),
        // Invalid responses: a retry would not help.
        (TruncatedJson,           "Decode 1/0 | Decode? 1/1 | Decode? 1/1 | ok 1/1", "Decode 1/0 | Decode? 1/1 | Decode? 1/1 | ok 1/1"),
        (WrongType,               "Decode 1/0 | Decode? 1/1 | Decode? 1/1 | ok 1/1", "Decode 1/0 | Decode? 1/1 | Decode? 1/1 | ok 1/1"),
        (GzipBomb { megabytes: 3 }, "TooLarge 1/0 | TooLarge? 1/0 | TooLarge? 1/0 | TooLarge? 1/0", "TooLarge 1/0 | TooLarge? 1/0 | TooLarge? 1/0 | TooLarge? 1/0"),
        // Failures of the API or of a gateway.
        (Status(500),             "ok 2/0 | ok 2/1 | 500? 1/0 | ok 2/1",             "500 4/0 | 500? 4/0 | 500? 1/0 | 500? 4/0"),
        (Html(502),               "ok 2/0 | ok 2/1 | 502? 1/0 | ok 2/1",             "502 4/0 | 502? 4/0 | 502? 1/0 | 502? 4/0"),
        (Status(504),             "ok 2/0 | ok 2/1 | 504? 1/0 | ok 2/1",             "504 4/0 | 504? 4/0 | 504? 1/0 | 504? 4/0"),
        (Status(507),             "ok 2/0 | ok 2/1 | 507? 1/0 | ok 2/1",             "507 4/0 | 507? 4/0 | 507? 1/0 | 507? 4/0"),
        (Status(501),             "501 1/0 | 501? 1/0 | 501? 1/0 | 501? 1/0",        "501 1/0 | 501? 1/0 | 501? 1/0 | 501? 1/0"),
        // It may pass, or the store is suspended, which gets few retries.
        (Suspended503,            "ok 2/0 | ok 2/1 | 503? 1/0 | ok 2/1",             "503 2/0 | 503? 2/0 | 503? 1/0 | 503? 2/0"),
        (Html(503),               "ok 2/0 | ok 2/1 | 503? 1/0 | ok 2/1",             "503 2/0 | 503? 2/0 | 503? 1/0 | 503? 2/0"),
        // An application that is too slow, and one that has not started yet.
        (Status(408),             "ok 2/0 | ok 2/1 | 408? 1/0 | ok 2/1",             "408 4/0 | 408? 4/0 | 408? 1/0 | 408? 4/0"),
        (Status(425),             "ok 2/0 | ok 2/1 | ok 2/1 | ok 2/1",               "425 4/0 | 425 4/0 | 425 4/0 | 425 4/0"),
        // Refusals: the write has surely not taken effect.
        // With a stated wait, retries continue until the deadline: every 20 seconds, every 7.
        (TooManyRequests(Window(TIMEOUT * 4)), "ok 2/0 | ok 2/1 | ok 2/1 | ok 2/1",  "429 5/0 | 429 5/0 | 429 5/0 | 429 5/0"),
        (TooManyRequests(RetryAfter(7)), "ok 2/0 | ok 2/1 | ok 2/1 | ok 2/1",        "429 15/0 | 429 15/0 | 429 15/0 | 429 15/0"),
        (TooManyRequests(Bare),   "ok 2/0 | ok 2/1 | ok 2/1 | ok 2/1",               "429 4/0 | 429 4/0 | 429 4/0 | 429 4/0"),
        (Status(401),             "401 1/0 | 401 1/0 | 401 1/0 | 401 1/0",           "401 1/0 | 401 1/0 | 401 1/0 | 401 1/0"),
        (Status(403),             "403 1/0 | 403 1/0 | 403 1/0 | 403 1/0",           "403 1/0 | 403 1/0 | 403 1/0 | 403 1/0"),
        (Status(404),             "404 1/0 | 404 1/0 | 404 1/0 | 404 1/0",           "404 1/0 | 404 1/0 | 404 1/0 | 404 1/0"),
        (Status(409),             "409 1/0 | 409 1/0 | 409 1/0 | 409 1/0",           "409 1/0 | 409 1/0 | 409 1/0 | 409 1/0"),
        (Status(422),             "422 1/0 | 422 1/0 | 422 1/0 | 422 1/0",           "422 1/0 | 422 1/0 | 422 1/0 | 422 1/0"),
        (redirect,                "307 1/0 | 307 1/0 | 307 1/0 | 307 1/0",           "307 1/0 | 307 1/0 | 307 1/0 | 307 1/0"),
    ]
}

/// Differences over HTTP/2, with the reason.
fn over_http2(kind: &FaultKind, always: bool) -> Option<&'static str> {
    // In HTTP/1.1, the head of a 204 ends a response. In HTTP/2, the end is a separate frame, which can be lost or
    // late: a deletion is then retried like any other incomplete response.
    match (kind, always) {
        (FaultKind::ResetDuringBody, false) => Some("ok 2/0 | ok 2/2 | Transport? 1/1 | ok 2/1"),
        (FaultKind::ResetDuringBody, true) => Some("Transport 4/0 | Transport? 4/4 | Transport? 1/1 | Transport? 4/1"),
        (FaultKind::StalledBody(_), false) => Some("ok 2/0 | ok 2/2 | Timeout? 1/1 | ok 2/1"),
        (FaultKind::StalledBody(_), true) => Some("Timeout 4/0 | Timeout? 4/4 | Timeout? 1/1 | Timeout? 4/1"),
        _ => None,
    }
}

/// Differences if the response ends with its connection, with the reason.
fn until_close(kind: &FaultKind, always: bool) -> Option<&'static str> {
    // A 408 that closes its connection comes from a server that did not receive the request (RFC 9110, 15.5.9): any
    // call is safe to retry.
    match (kind, always) {
        (FaultKind::Status(408), false) => Some("ok 2/0 | ok 2/1 | ok 2/1 | ok 2/1"),
        (FaultKind::Status(408), true) => Some("408 4/0 | 408 4/0 | 408 4/0 | 408 4/0"),
        _ => None,
    }
}

async fn store() -> StoreHandle {
    store_over(Transport::default()).await
}

async fn store_over(transport: Transport) -> StoreHandle {
    let config = StoreConfig { customers: 9, quota: Some(150), transport, ..StoreConfig::default() };
    Store::start(config).await.unwrap()
}

/// Returns the number of requests that arrived, and of connections that were refused.
fn requests(store: &StoreHandle, kind: &FaultKind) -> u64 {
    let counters = store.counters();
    let refused = if matches!(kind, FaultKind::RefuseConnection) { counters.faults } else { 0 };
    counters.requests + refused
}

/// Returns the actual value of a cell of the table.
async fn cell(wire: &Wire, method: Method, fault: Fault, kind: &FaultKind) -> String {
    let name = format!("{kind:?} at {method:?} over {wire:?}");
    let store = store_over(wire.transport).await;
    store.fault(fault);
    let builder = store.builder().http_client(wire.http.clone()).timeout(TIMEOUT).total_timeout(DEADLINE);
    let builder = builder.max_body_size(1 << 20);
    let seen = call(&builder.build().unwrap(), method).await;
    let (requests, writes) = (requests(&store, kind), method.written(&store));

    assert_eq!(store.writes(), u64::from(writes), "{name} wrote something else");
    assert_eq!(method.has_happened(&store), writes > 0, "{name}: the state is what was written");
    // PUT sets the same values again; all others write once, or not at all.
    let most = if method == Method::Put { 4 } else { 1 };
    assert!(writes <= most && store.repeated_writes().values().all(|_| method == Method::Put), "{name}");
    match &seen {
        Seen::Ok => assert_eq!(writes > 0, method != Method::Get, "{name} succeeded"),
        Seen::Error { is_indeterminate, .. } => {
            assert!(writes == 0 || *is_indeterminate, "{name}: a write is not reported")
        }
    }
    seen.check_type(&name);
    format!("{seen} {requests}/{writes}")
}

/// The transport of a run of the table.
#[derive(Debug)]
struct Wire {
    transport: Transport,
    http: HttpClient,
}

impl Wire {
    fn new(transport: Transport) -> Self {
        Self { transport, http: transport.http_client() }
    }
}

/// Returns the actual values of a row of the table.
async fn row(wire: &Wire, kind: &FaultKind, always: bool) -> String {
    let mut row = Vec::new();
    for method in Method::ALL {
        let fault = Fault::new(kind.clone());
        row.push(cell(wire, method, if always { fault.always() } else { fault }, kind).await);
    }
    row.join(" | ")
}

/// Runs the rows of a table, for each fault once and always, concurrently in the same paused time, because they mostly
/// wait.
async fn differences<R, S>(rows: Vec<Row>, other: impl Fn(&FaultKind, bool) -> Option<&'static str>, run: R) -> String
where
    R: Fn(FaultKind, bool) -> S,
    S: Future<Output = String> + Send + 'static,
{
    let mut tasks = Vec::new();
    for (kind, once, always) in rows {
        for (expected, always) in [(once, false), (always, true)] {
            let expected = other(&kind, always).unwrap_or(expected);
            tasks.push((tokio::spawn(run(kind.clone(), always)), kind.clone(), always, expected));
        }
    }
    let mut wrong = String::new();
    for (task, kind, always, expected) in tasks {
        let row = task.await.unwrap();
        if row != expected {
            let times = if always { "always" } else { "once" };
            wrong += &format!("{kind:?}, {times}\n  is        {row}\n  should be {expected}\n");
        }
    }
    wrong
}

async fn every_fault_over(transport: Transport) {
    let (elsewhere, wire) = (store().await, Arc::new(Wire::new(transport)));
    let rows = table(elsewhere.uri());
    assert_eq!(rows.len(), 27);
    let other = |kind: &FaultKind, always| match transport.protocol {
        Protocol::Http2 => over_http2(kind, always),
        Protocol::Http1(Framing::UntilClose) => until_close(kind, always),
        Protocol::Http1(_) => None,
    };
    let wrong = differences(rows, other, |kind, always| {
        let wire = Arc::clone(&wire);
        async move { row(&wire, &kind, always).await }
    });
    let wrong = wrong.await;
    assert!(wrong.is_empty(), "GET | PUT | POST | DELETE, as outcome requests/writes, over {transport:?}\n{wrong}");
    // The target of the redirects has received nothing, and so no token.
    let counters = elsewhere.counters();
    assert_eq!((counters.connections, counters.requests), (0, 0), "a redirect was followed to another host");
}

#[tokio::test(start_paused = true)]
async fn every_fault_ends_in_the_right_response_or_the_right_error() {
    every_fault_over(Transport::default()).await;
}

/// The same with a wait before every byte, in the head and in the body.
#[tokio::test(start_paused = true)]
async fn every_fault_ends_the_same_over_http1_byte_by_byte() {
    every_fault_over(Transport::dribbling(Protocol::Http1(Framing::Chunked), 1)).await;
}

/// The same where only the end of the connection ends a body.
#[tokio::test(start_paused = true)]
async fn every_fault_ends_the_same_over_http1_until_the_connection_ends() {
    every_fault_over(Transport::dribbling(Protocol::Http1(Framing::UntilClose), 7)).await;
}

/// Here a reset is that of a stream, and the connection stays. The pieces are smaller than the header of a frame.
#[tokio::test(start_paused = true)]
async fn every_fault_ends_the_same_over_http2_piece_by_piece() {
    every_fault_over(Transport::dribbling(Protocol::Http2, 4)).await;
}
