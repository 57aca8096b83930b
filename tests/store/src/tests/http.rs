//! The simulated store as seen by a plain HTTP client, and by the typed one.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use std::time::Duration;

use crate::{Fault, FaultKind, Latency, RetryHint, Store, StoreConfig, StoreHandle};
use generated_client::reqwest::{self, Client, Method};
use generated_client::v3::customers::{CustomerCreate, CustomerCreateRequired, CustomerUpdate};
use serde_json::{Value, json};

/// A response to plain HTTP.
#[derive(Debug)]
struct Response {
    status: u16,
    headers: reqwest::header::HeaderMap,
    text: String,
}

impl Response {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    fn number(&self, name: &str) -> u64 {
        self.header(name).unwrap_or_else(|| panic!("{name} is missing: {self:?}")).parse().unwrap()
    }

    fn ids(&self) -> Vec<u64> {
        ids(&self.json()["data"])
    }
}

fn ids(items: &Value) -> Vec<u64> {
    items.as_array().into_iter().flatten().map(|item| item["id"].as_u64().unwrap()).collect()
}

fn plain() -> reqwest::Client {
    let builder = Client::builder().redirect(reqwest::redirect::Policy::none()).no_gzip();
    builder.timeout(Duration::from_secs(5)).build().unwrap()
}

async fn start(config: StoreConfig) -> StoreHandle {
    Store::start(config).await.unwrap()
}

async fn of_customers(customers: u64) -> StoreHandle {
    start(StoreConfig { customers, ..StoreConfig::default() }).await
}

async fn send(http: &Client, store: &StoreHandle, line: &str, body: Option<Value>) -> reqwest::Result<Response> {
    let (method, target) = line.split_once(' ').unwrap();
    let url = format!("{}/stores/{}{target}", store.uri(), store.hash());
    let mut request = http.request(Method::from_bytes(method.as_bytes()).unwrap(), url);
    request = request.header("x-auth-token", store.token());
    if let Some(body) = body {
        request = request.body(body.to_string());
    }
    let response = request.send().await?;
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Ok(Response { status, headers, text: response.text().await? })
}

async fn get(http: &Client, store: &StoreHandle, target: &str) -> Response {
    send(http, store, &format!("GET {target}"), None).await.unwrap()
}

#[tokio::test]
async fn seven_customers_page_by_number_and_by_cursor() {
    let (http, store) = (plain(), of_customers(7).await);
    for (query, expected, by_number, by_cursor) in [
        ("", vec![1, 2, 3, 4, 5, 6, 7], true, true),
        ("?limit=3", vec![1, 2, 3], true, true),
        ("?limit=3&page=1", vec![1, 2, 3], true, true),
        ("?limit=3&page=3", vec![7], true, false),
        ("?limit=3&page=9", vec![], true, false),
        ("?limit=9999", vec![1, 2, 3, 4, 5, 6, 7], true, true),
        ("?limit=2&sort=date_created:desc&page=2", vec![5, 4], true, false),
    ] {
        let response = get(&http, &store, &format!("/v3/customers{query}")).await;
        let meta = &response.json()["meta"];
        assert_eq!((response.status, response.ids()), (200, expected), "{query}");
        assert_eq!(meta.get("pagination").is_some(), by_number, "{query}: {meta}");
        assert_eq!(meta.get("cursor_pagination").is_some(), by_cursor, "{query}: {meta}");
        assert!(meta["pagination"]["per_page"].as_u64().unwrap() <= 250);
    }
    let meta = get(&http, &store, "/v3/customers?limit=3&page=2").await.json()["meta"].clone();
    let pagination = json!({"total": 7, "count": 3, "per_page": 3, "current_page": 2, "total_pages": 3});
    assert_eq!(meta, json!({"pagination": pagination}));

    // Forwards by the links, and back again; a page number is ignored if there is a cursor.
    for sort in ["", "&sort=last_name:asc", "&sort=date_modified:desc"] {
        let everything = get(&http, &store, &format!("/v3/customers?{sort}")).await.ids();
        let (mut query, mut forwards, mut backwards) = (format!("?limit=3{sort}"), Vec::new(), Vec::new());
        while !query.is_empty() {
            let page = get(&http, &store, &format!("/v3/customers{query}&page=1")).await;
            forwards.extend(page.ids());
            query = page.json()["meta"]["cursor_pagination"]["links"]["next"].as_str().unwrap().to_owned();
        }
        assert_eq!(forwards, everything, "{sort}");
        let last = get(&http, &store, &format!("/v3/customers?limit=7{sort}")).await.json();
        let mut before = last["meta"]["cursor_pagination"]["end_cursor"].as_str().unwrap().to_owned();
        loop {
            let cursor = before.replace('+', "%2B").replace('=', "%3D");
            let page = get(&http, &store, &format!("/v3/customers?limit=4{sort}&page=7&before={cursor}")).await;
            backwards.splice(0..0, page.ids());
            let meta = &page.json()["meta"];
            assert!(meta.get("pagination").is_none());
            match meta["cursor_pagination"]["links"].get("previous") {
                Some(_) => before = meta["cursor_pagination"]["start_cursor"].as_str().unwrap().to_owned(),
                None => break,
            }
        }
        assert_eq!(backwards, everything[..6], "{sort}");
    }

    // A cursor stays valid while customers are deleted.
    let page = get(&http, &store, "/v3/customers?limit=3").await.json();
    let link = page["meta"]["cursor_pagination"]["links"]["next"].as_str().unwrap().to_owned();
    send(&http, &store, "DELETE /v3/customers?id:in=1,3,4", None).await.unwrap();
    assert_eq!(get(&http, &store, &format!("/v3/customers{link}")).await.ids(), [5, 6, 7]);
}

#[tokio::test]
async fn filters_keep_what_they_say() {
    let (http, store) = (plain(), of_customers(7).await);
    let new = json!([{"email": "Zoë@example.org", "first_name": "Zoë", "last_name": "O'Neill", "company": "Öl & Co",
        "customer_group_id": 2, "phone": "+353 1"}]);
    assert_eq!(store.call("POST", "/v3/customers", Some(&new)).0, 200);
    for (query, status, expected) in [
        ("id:in=5,2,99", 200, vec![2, 5]),
        ("id%3Ain=5%2C2", 200, vec![2, 5]),
        ("email:in=SHOPPER-3@example.org,zo%C3%AB@example.org", 200, vec![3, 8]),
        ("email:in=shopper-03@example.org", 200, vec![]),
        ("name:like=oneill,o'nei", 200, vec![8]),
        ("name:in=Zo%C3%AB%20O%27Neill", 200, vec![8]),
        ("company:in=%C3%96l%20%26%20Co", 200, vec![8]),
        ("phone:in=%2B353%201", 200, vec![8]),
        ("customer_group_id:in=2", 200, vec![2, 6, 8]),
        ("customer_group_id:in=2&id:in=6,7", 200, vec![6]),
        ("date_created:max=2021-01-01T00:03:00Z", 200, vec![1, 2, 3]),
        ("date_created=2020-12-31T20:03:00-0400", 200, vec![3]),
        ("date_modified:min=2024-01-01", 200, vec![8]),
        ("colour=red", 422, vec![]),
        ("limit=ten", 422, vec![]),
        ("limit=0", 422, vec![]),
        ("after=nonsense", 422, vec![]),
        ("id:in=", 422, vec![]),
        ("id:in=a", 422, vec![]),
        ("include=friends", 422, vec![]),
        ("sort=email:asc", 422, vec![]),
        ("date_modified:min=yesterday", 422, vec![]),
    ] {
        let response = get(&http, &store, &format!("/v3/customers?{query}")).await;
        assert_eq!((response.status, response.ids()), (status, expected), "{query}: {}", response.text);
        assert!(status == 200 || response.json()["errors"].is_object(), "{query}");
    }
}

#[tokio::test]
async fn a_million_customers_take_no_time_to_read() {
    let store = start(StoreConfig { customers: 1_000_000, addresses_each: 2, ..StoreConfig::default() }).await;
    let http = plain();
    let first = get(&http, &store, "/v3/customers?limit=250").await;
    let last = get(&http, &store, "/v3/customers?limit=250&page=4000&include=addresses").await.json();
    assert_eq!(first.json()["meta"]["pagination"]["total_pages"], 4000);
    assert_eq!((first.ids()[0], first.ids().len()), (1, 250));
    assert_eq!(last["data"][249]["email"], "shopper-1000000@example.org");
    assert_eq!(ids(&last["data"][249]["addresses"]), [1_999_999, 2_000_000]);
    assert!(get(&http, &store, "/v3/customers?limit=250&page=4001").await.ids().is_empty());
    assert_eq!(get(&http, &store, "/v3/customers?email:in=shopper-777777@example.org").await.ids(), [777_777]);
    assert_eq!(store.customer_count(), 1_000_000);
}

#[tokio::test(start_paused = true)]
async fn the_quota_is_counted_shown_refused_and_granted_anew() {
    let (http, store) = (plain(), start(StoreConfig { quota: Some(4), ..StoreConfig::default() }).await);
    let first = send(&http, &store, "DELETE /v3/customers?id:in=9", None).await.unwrap();
    assert_eq!((first.status, first.number("x-rate-limit-requests-left")), (204, 3));
    assert_eq!(first.number("x-rate-limit-requests-quota"), 4);
    assert_eq!(first.number("x-rate-limit-time-window-ms"), 30_000);
    assert_eq!(first.number("x-rate-limit-time-reset-ms"), 30_000);
    tokio::time::sleep(Duration::from_millis(28_200)).await;
    store.consume(2);
    let third = get(&http, &store, "/v2/customers/count").await;
    assert_eq!((third.status, third.number("x-rate-limit-requests-left")), (200, 0));
    let refused = send(&http, &store, "POST /v3/customers", Some(json!([new_customer("a")]))).await.unwrap();
    assert_eq!((refused.status, refused.number("x-rate-limit-requests-left")), (429, 0));
    assert_eq!((refused.number("x-rate-limit-time-reset-ms"), refused.number("x-retry-after")), (1800, 2));
    assert_eq!((store.customer_count(), store.counters().refused_by_quota), (0, 1));
    tokio::time::sleep(Duration::from_millis(1800)).await;
    assert_eq!(get(&http, &store, "/v3/customers").await.number("x-rate-limit-requests-left"), 3);
    store.set_quota(Some(2));
    assert_eq!(get(&http, &store, "/v3/customers").await.number("x-rate-limit-requests-left"), 0);
    store.set_quota(None);
    let unlimited = get(&http, &store, "/v3/customers").await;
    assert!(unlimited.headers.keys().all(|name| !name.as_str().starts_with("x-rate-limit")));
    assert_eq!(unlimited.header("x-request-id").unwrap().len(), 32);
}

fn new_customer(name: &str) -> Value {
    json!({"email": format!("{name}@example.org"), "first_name": name, "last_name": "Test"})
}

#[tokio::test(start_paused = true)]
async fn more_requests_at_once_than_an_operation_takes_are_refused() {
    for (limited, expected) in [(true, 3), (false, 5)] {
        let latency = Latency::Fixed(Duration::from_millis(150));
        let config = StoreConfig { customers: 9, quota: Some(150), latency, ..StoreConfig::default() };
        let store = start(StoreConfig { concurrency_limits: limited, ..config }).await;
        let http = plain();
        let change = |id: u64| send(&http, &store, "PUT /v3/customers", Some(json!([{"id": id, "notes": "x"}])));
        let (a, b, c, d, e, read) =
            tokio::join!(change(1), change(2), change(3), change(4), change(5), get(&http, &store, "/v3/customers"));
        let responses = [a, b, c, d, e].map(Result::unwrap);
        let done = responses.iter().filter(|response| response.status == 200).count();
        assert_eq!((done, read.status), (expected, 200));
        for refused in responses.iter().filter(|response| response.status != 200) {
            assert!(refused.status == 429 && refused.number("x-rate-limit-requests-left") > 0);
        }
        let counters = store.counters();
        let own = counters.operations["v3.customers.update"];
        assert_eq!((own.most, own.now), (expected as u32, 0));
        assert_eq!(
            (counters.in_flight.most, counters.refused_by_concurrency),
            (expected as u32 + 1, 5 - expected as u64)
        );
        assert_eq!(store.writes(), expected as u64);
    }
}

/// How a client sees a fault.
enum Seen {
    /// The connection ended before or within the response.
    Broken,
    Response(fn(&Response) -> bool),
}

#[tokio::test(start_paused = true)]
async fn every_fault_looks_as_ordered_and_writes_as_documented() {
    use FaultKind::*;
    let other = "http://other-host.example.org/v3/customers";
    let pause = Duration::from_millis(120);
    let hint = |hint: RetryHint| TooManyRequests(hint);
    let cases: Vec<(FaultKind, bool, Seen)> = vec![
        (RefuseConnection, false, Seen::Broken),
        (ResetBeforeResponse { applied: true }, true, Seen::Broken),
        (ResetBeforeResponse { applied: false }, false, Seen::Broken),
        (ResetDuringBody, true, Seen::Broken),
        (TruncatedJson, true, Seen::Response(|seen| seen.status == 200 && seen.json().is_null())),
        (WrongType, true, Seen::Response(|seen| seen.json()["data"][0]["id"]["value"].is_u64())),
        (Html(502), false, Seen::Response(|seen| seen.status == 502 && seen.text.starts_with("<html>"))),
        (Suspended503, false, Seen::Response(|seen| seen.status == 503 && seen.json()["title"].is_string())),
        (
            hint(RetryHint::Window(pause)),
            false,
            Seen::Response(|seen| {
                seen.status == 429
                    && seen.number("x-rate-limit-time-reset-ms") == 120
                    && seen.header("x-retry-after").is_none()
            }),
        ),
        (
            hint(RetryHint::RetryAfter(7)),
            false,
            Seen::Response(|seen| {
                seen.status == 429
                    && seen.number("x-retry-after") == 7
                    && seen.header("x-rate-limit-requests-left").is_none()
            }),
        ),
        (hint(RetryHint::Bare), false, Seen::Response(|seen| seen.status == 429 && seen.text.is_empty())),
        (StalledHead(pause), true, Seen::Response(|seen| seen.status == 200 && seen.ids().len() == 1)),
        (StalledBody(pause), true, Seen::Response(|seen| seen.status == 200 && seen.ids().len() == 1)),
        (
            GzipBomb { megabytes: 300 },
            false,
            Seen::Response(|seen| {
                seen.header("content-encoding") == Some("gzip") && seen.number("content-length") < 400_000
            }),
        ),
        (
            Redirect(other.to_owned()),
            false,
            Seen::Response(|seen| seen.status == 307 && seen.header("location").unwrap().contains("other-host")),
        ),
        (Status(500), false, Seen::Response(|seen| seen.status == 500 && seen.json()["status"] == 500)),
    ];
    let (http, store) = (plain(), start(StoreConfig { quota: Some(3749), ..StoreConfig::default() }).await);
    for (number, (kind, applied, expected)) in cases.into_iter().enumerate() {
        let name = format!("{kind:?}");
        let email = format!("new-{number}@example.org");
        let stalls = matches!(kind, StalledHead(_) | StalledBody(_));
        store.fault(Fault::new(kind).path("/v3/customers"));
        let began = tokio::time::Instant::now();
        let body = json!([new_customer(&format!("new-{number}"))]);
        // A client that retries on another connection when the first is closed is let in the second time.
        let seen = send(&plain(), &store, "POST /v3/customers", Some(body)).await;
        match (&expected, &seen) {
            (Seen::Broken, Err(_)) => {}
            (Seen::Response(is_right), Ok(seen)) => assert!(is_right(seen), "{name}: {seen:?}"),
            (_, seen) => panic!("{name}: {seen:?}"),
        }
        assert_eq!(store.written("v3.customers.create", &email), u32::from(applied), "{name}");
        assert_eq!(began.elapsed() >= pause, stalls, "{name}");
        assert_eq!(get(&http, &store, "/v3/customers").await.status, 200, "after {name}");
    }
    assert_eq!(store.counters().faults, 16);
    assert_eq!(store.counters().in_flight.now, 0);
}

#[tokio::test(start_paused = true)]
async fn faults_pick_their_requests() {
    let (http, store) = (plain(), of_customers(1).await);
    store.fault(Fault::new(FaultKind::Status(500)).method("GET").path("/v2").nth(2).times(2));
    store.fault(Fault::new(FaultKind::Status(502)).path("/v3/segments").chance(0.5, 7));
    let mut seen = Vec::new();
    for target in ["/v3/customers", "/v2/customers", "/v2/customers/1", "/v2/customers/count", "/v2/customers"] {
        seen.push(get(&http, &store, target).await.status);
    }
    assert_eq!(seen, [200, 200, 500, 500, 200]);
    let mut failed = 0;
    for _ in 0..40 {
        failed += u32::from(get(&http, &store, "/v3/segments").await.status == 502);
    }
    assert!((10..30).contains(&failed), "{failed}");
    store.clear_faults();
    assert_eq!(get(&http, &store, "/v3/segments").await.status, 200);
    let because: Vec<_> = store.requests().iter().take(4).map(|line| (line.status, line.because)).collect();
    assert_eq!(because[1..3], [(Some(200), None), (Some(500), Some("status by order"))]);
}

#[tokio::test]
async fn the_typed_client_works_against_it() {
    let store = start(StoreConfig { customers: 7, quota: Some(150), gzip: true, ..StoreConfig::default() }).await;
    let client = store.client();
    let customers = client.v3().customers();
    let page = customers.list().limit(5).await.unwrap();
    assert_eq!(page.meta.pagination.as_ref().unwrap().total, 7);
    assert_eq!((page.data.len(), page.rate_limit().unwrap().left), (5, 149));
    let end = page.meta.cursor_pagination.as_ref().unwrap().end_cursor.clone().unwrap();
    let rest = customers.list().after(end).await.unwrap();
    assert_eq!(rest.data.iter().map(|customer| customer.id).collect::<Vec<_>>(), [6, 7]);

    let created = customers
        .create([CustomerCreate::new(CustomerCreateRequired {
            email: "new@example.org",
            first_name: "New",
            last_name: "Customer",
        })])
        .await
        .unwrap();
    assert_eq!(created.data[0].id, 8);
    let updated = customers.update([CustomerUpdate::new(8).company("Kiln").channel_ids(None)]).await.unwrap();
    assert_eq!(updated.data[0].company, "Kiln");
    let twice = customers
        .create([CustomerCreate::new(CustomerCreateRequired {
            email: "NEW@example.org",
            first_name: "New",
            last_name: "Customer",
        })])
        .await
        .unwrap_err();
    assert_eq!(twice.field_keys(), [".customer_create", "0.email"]);
    customers.delete([8]).await.unwrap();
    assert_eq!((store.customer_count(), store.customer(8)), (7, None));
    assert_eq!((store.written("v3.customers.create", "new@example.org"), store.repeated_writes().len()), (1, 0));
    assert!(page.drift().is_empty() && created.drift().is_empty());
    store.shutdown().await;
}

#[tokio::test(start_paused = true)]
async fn with_tokios_clock_stopped_windows_and_latencies_pass_at_once() {
    let latency = Latency::Uniform(Duration::from_millis(50), Duration::from_millis(150));
    let store = start(StoreConfig { customers: 1000, quota: Some(150), latency, ..StoreConfig::default() }).await;
    let (http, began) = (plain(), tokio::time::Instant::now());
    let mut refused = 0;
    for _ in 0..600 {
        while get(&http, &store, "/v3/customers?limit=1").await.status == 429 {
            refused += 1;
            tokio::time::sleep(Duration::from_secs(5)).await;
        }
    }
    let (seconds, counters) = (began.elapsed().as_secs(), store.counters());
    // Three windows were used up, and each of them was waited for.
    assert!((90..125).contains(&seconds), "{seconds}");
    assert_eq!((counters.requests, counters.refused_by_quota), (600 + refused, refused));
    assert!(refused >= 3);
}
