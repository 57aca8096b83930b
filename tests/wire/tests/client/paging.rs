//! Lists of several pages, read from the simulated store: every item once, with any page size.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]
#![allow(deprecated, reason = "the lists of version 2 are walked too")]

use std::time::Duration;

use generated_client::{Client, ErrorKind, ResumeToken, test_util::Script, v2, v3};
use mock_store::{Fault, FaultKind, Store, StoreConfig, StoreHandle, Transport};
use serde_json::json;
use tokio::time::{sleep, timeout};

async fn store(customers: u64) -> StoreHandle {
    let transport = Transport::of(module_path!());
    Store::start(StoreConfig { customers, addresses_each: 1, transport, ..StoreConfig::default() }).await.unwrap()
}

fn ids(range: impl IntoIterator<Item = i64>) -> Vec<i64> {
    range.into_iter().collect()
}

fn pages_read(store: &StoreHandle) -> usize {
    store.requests().len()
}

/// Waits until the store has received this many requests, and then a little longer in case there are more.
async fn settled(store: &StoreHandle, requests: usize) -> usize {
    let enough = async {
        while pages_read(store) < requests {
            sleep(Duration::from_millis(2)).await;
        }
    };
    timeout(Duration::from_secs(10), enough).await.unwrap();
    sleep(Duration::from_millis(60)).await;
    pages_read(store)
}

#[tokio::test]
async fn every_item_comes_once_by_cursor_number_and_bare_list() {
    // Around the edges of pages: the number of calls by cursor, by number, and until a bare array ends.
    for (count, by_cursor, by_number, bare) in
        [(0, 1, 1, 1), (1, 1, 1, 1), (249, 1, 1, 1), (250, 1, 1, 2), (251, 2, 2, 2), (500, 3, 2, 3), (751, 4, 4, 4)]
    {
        let store = store(count).await;
        let client = store.client();
        let expected = ids(1..=count as i64);
        let calls = || {
            let calls = pages_read(&store);
            store.clear_requests();
            calls
        };
        let customers = client.v3().customers().list().stream().collect().await.unwrap();
        assert_eq!(customers.iter().map(|customer| customer.id).collect::<Vec<_>>(), expected);
        assert_eq!(calls(), by_cursor, "{count} by cursor");

        let addresses = client.v3().addresses().list().stream().collect().await.unwrap();
        assert_eq!(addresses.iter().map(|address| address.customer_id).collect::<Vec<_>>(), expected);
        assert_eq!(calls(), by_number, "{count} by number");

        let old = client.v2().customers().list().stream().collect().await.unwrap();
        assert_eq!(old.iter().map(|customer| customer.id).collect::<Vec<_>>(), expected);
        assert_eq!(calls(), bare, "{count} bare");

        // Numbered pages of a list with cursors, from the second on.
        let rest = client.v3().customers().list().page(2).limit(100).stream().collect().await.unwrap();
        assert_eq!(rest.iter().map(|customer| customer.id).collect::<Vec<_>>(), ids(101..=count as i64));
    }
}

#[tokio::test]
async fn pages_bring_what_came_beside_them() {
    let store = store(7).await;
    let mut pages = store.client().v3().customers().list().limit(3).pages();
    let mut seen = Vec::new();
    while let Some(page) = pages.try_next().await.unwrap() {
        assert!(page.status() == 200 && page.request_id().is_some());
        let total = page.meta.pagination.as_ref().map(|pagination| pagination.total);
        seen.push((page.data.len(), total));
    }
    assert_eq!(seen, [(3, Some(7)), (3, None), (1, None)]);
    assert!(pages.try_next().await.unwrap().is_none() && pages.resume_token().is_at_end());
}

#[tokio::test]
async fn no_more_is_read_ahead_than_was_asked_for() {
    for (ahead, expected) in [(0, 1), (1, 2), (3, 4)] {
        let store = store(2_000).await;
        let mut items = store.client().v3().customers().list().stream().prefetch(ahead);
        items.try_next().await.unwrap().unwrap();
        assert_eq!(settled(&store, expected).await, expected, "{ahead} ahead");
        // All items of a page, and one of the next.
        for _ in 0..250 {
            items.try_next().await.unwrap().unwrap();
        }
        assert_eq!(settled(&store, expected + 1).await, expected + 1, "{ahead} ahead");
    }
}

#[tokio::test]
async fn dropping_a_stream_ends_its_calls_and_dropping_a_wait_loses_nothing() {
    let store = store(1_000).await;
    store.fault(Fault::new(FaultKind::StalledHead(Duration::from_secs(20))).nth(2));
    let mut items = store.client().v3().customers().list().limit(10).stream();
    for expected in 1..=10 {
        assert_eq!(items.try_next().await.unwrap().unwrap().id, expected);
    }
    settled(&store, 2).await;
    // The second page does not arrive: waiting for it can be cancelled repeatedly.
    for _ in 0..5 {
        assert!(timeout(Duration::from_millis(5), items.try_next()).await.is_err());
    }
    drop(items);
    let idle = async {
        while store.counters().in_flight.now > 0 {
            sleep(Duration::from_millis(2)).await;
        }
    };
    timeout(Duration::from_secs(10), idle).await.expect("the call of a dropped stream is cut off");

    let store = self::store(300).await;
    let mut items = store.client().v3().customers().list().limit(20).stream().prefetch(0);
    let mut all = Vec::new();
    loop {
        // Some of these are cancelled before anything has arrived.
        match timeout(Duration::from_micros(200), items.next()).await {
            Ok(Some(item)) => all.push(item.unwrap().id),
            Ok(None) => break,
            Err(_) => {}
        }
    }
    assert_eq!(all, ids(1..=300));
}

#[tokio::test]
async fn a_page_that_is_read_ahead_keeps_nobody_waiting() {
    // One call at a time, with a consumer that makes calls itself.
    let store = store(30).await;
    let builder = store.builder().max_concurrency(1);
    let client = builder.build().unwrap();
    let mut items = client.v3().customers().list().limit(10).stream();
    let work = async {
        while let Some(customer) = items.try_next().await.unwrap() {
            let change = v3::customers::CustomerUpdate::new(customer.id).notes("seen");
            client.v3().customers().update([change]).await.unwrap();
        }
    };
    timeout(Duration::from_secs(20), work).await.expect("no call waits for one that nobody drives");
    assert_eq!(store.writes(), 30);
}

#[tokio::test]
async fn a_token_takes_a_list_up_behind_the_last_item() {
    let store = store(25).await;
    let client = store.client();
    for stop in [0, 1, 9, 10, 11, 20, 24, 25] {
        macro_rules! resumed {
            ($request:expr) => {{
                let mut first = $request.stream();
                // An address may lack an id.
                let mut all: Vec<Option<i64>> = Vec::new();
                for _ in 0..stop {
                    all.push(first.try_next().await.unwrap().unwrap().id.into());
                }
                // As another process would resume it.
                let token: ResumeToken = first.resume_token().to_string().parse().unwrap();
                drop(first);
                let rest = $request.stream().resume(&token).collect().await.unwrap();
                all.extend(rest.iter().map(|item| Option::<i64>::from(item.id)));
                assert_eq!(all, ids(1..=25).into_iter().map(Some).collect::<Vec<_>>(), "{stop}");
            }};
        }
        resumed!(client.v3().customers().list().limit(10));
        resumed!(client.v3().addresses().list().limit(10));
        resumed!(client.v2().customers().list().limit(10));
    }
    // Neither with another filter nor for another list.
    let token = client.v3().customers().list().limit(10).stream().resume_token();
    let other = client.v3().customers().list().limit(10).name_like(["Noor"]).stream().resume(&token).collect().await;
    assert_eq!(other.unwrap_err().kind(), ErrorKind::InvalidRequest);
    let other = client.v3().addresses().list().limit(10).stream().resume(&token).collect().await;
    assert_eq!(other.unwrap_err().kind(), ErrorKind::InvalidRequest);
}

#[tokio::test]
async fn an_error_ends_a_stream_and_the_token_leads_to_the_page_that_failed() {
    let store = store(25).await;
    store.fault(Fault::new(FaultKind::Status(403)).nth(2));
    let client = store.client();
    let mut items = client.v3().customers().list().limit(10).stream();
    let mut all = Vec::new();
    let error = loop {
        match items.next().await.unwrap() {
            Ok(customer) => all.push(customer.id),
            Err(error) => break error,
        }
    };
    assert_eq!(error.status().unwrap().as_u16(), 403);
    assert!(error.api::<v3::common::AccessError>().is_some());
    assert!(items.next().await.is_none(), "nothing follows an error");
    let rest = client.v3().customers().list().limit(10).stream().resume(&items.resume_token());
    all.extend(rest.collect().await.unwrap().iter().map(|customer| customer.id));
    assert_eq!(all, ids(1..=25));
}

#[tokio::test]
async fn cursors_stay_right_while_customers_go() {
    let store = store(30).await;
    let mut items = store.client().v3().customers().list().limit(10).stream().prefetch(0);
    let mut all = Vec::new();
    while let Some(customer) = items.try_next().await.unwrap() {
        all.push(customer.id);
        if customer.id == 5 {
            store.call("DELETE", "/v3/customers?id:in=1,2,3,17", None);
        }
    }
    assert_eq!(all, (1..=30).filter(|id| *id != 17).collect::<Vec<_>>());
}

#[tokio::test]
async fn pages_that_lead_in_a_circle_are_an_error() {
    let script = Script::new();
    let page = |id: i64| {
        json!({"data": [{"id": id, "attribute_id": 1, "attribute_value": "x", "customer_id": id}],
        "meta": {"pagination": {"total": 9, "count": 1, "per_page": 1, "current_page": 1, "total_pages": 9}}})
    };
    script.push_json(200, page(1));
    script.push_json(200, page(1));
    let client = Client::builder("store", "token").script(&script).build().unwrap();
    let mut items = client.v3().attribute_values().list().limit(1).stream().prefetch(0);
    assert_eq!(items.try_next().await.unwrap().unwrap().id, 1);
    assert_eq!(items.try_next().await.unwrap().unwrap().id, 1);
    let error = items.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EndlessPages);
    assert_eq!(error.to_string(), "v3.attribute_values.list failed: the response leads to a page that was read before");
}

#[tokio::test]
async fn a_long_filter_is_split_and_its_responses_are_merged() {
    let store = store(3_000).await;
    let client = store.client();
    let customers = client.v3().customers();
    // Nothing is lost, duplicated or reordered; ids that do not exist are ignored.
    let wanted = || (1..=3_500).filter(|id| id % 2 == 0);
    let found = ids(wanted().filter(|id| *id <= 3_000));
    let streamed = customers.list().id_in(wanted()).stream().collect().await.unwrap();
    assert_eq!(streamed.iter().map(|customer| customer.id).collect::<Vec<_>>(), found);
    let streamed = store.requests().len();
    let page = customers.list().id_in(wanted()).await.unwrap();
    assert_eq!(page.data.iter().map(|customer| customer.id).collect::<Vec<_>>(), found);
    let numbers = page.meta.pagination.as_ref().unwrap();
    assert_eq!((numbers.total, numbers.count, numbers.current_page, numbers.total_pages), (1_500, 1_500, 1, 1));
    assert!(page.meta.cursor_pagination.is_none());
    let urls = store.requests();
    assert!(urls.len() > streamed && streamed > 1);
    let longest = urls.iter().map(|request| store.uri().len() + 20 + request.path.len() + request.query.len()).max();
    assert!(longest.unwrap() <= 2048, "{longest:?}");

    // A part has several pages: `await` gets them all.
    let page = customers.list().id_in(1..=400).limit(50).await.unwrap();
    assert_eq!(page.data.len(), 50, "a filter that fits is one call, and gives one page");
    let page = customers.list().id_in(1..=3_000).limit(100).await.unwrap();
    assert_eq!(page.data.len(), 3_000);

    let error = customers.list().id_in(1..=3_000).sort(v3::customers::Sort::LastNameAsc).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("`sort` cannot be applied to several"), "{error}");

    store.clear_requests();
    customers.delete(1..=3_000).await.unwrap();
    assert_eq!(store.customer_count(), 0);
    assert!(store.requests().len() > 5);
}

#[tokio::test]
async fn a_divided_deletion_tells_how_far_it_came() {
    // The refused part, and the error: later parts are not sent, earlier ones have taken effect.
    for (refused, told) in [
        (3, " (after 2 of its N parts); it may have taken effect [request "),
        (2, " (after 1 of its N parts); it may have taken effect [request "),
        (1, " (after 0 of its N parts) [request "),
    ] {
        let store = store(2_000).await;
        store.fault(Fault::new(FaultKind::Status(403)).nth(refused));
        let error = store.client().v3().customers().delete(1..=2_000).await.unwrap_err();
        let deleted = 2_000 - store.customer_count();
        assert_eq!((error.may_have_taken_effect(), deleted > 300), (refused > 1, refused > 1), "{deleted}");
        let (done, count) = error.parts().unwrap();
        assert!(done == refused as usize - 1 && count > 3);
        assert!(error.to_string().contains(&told.replace('N', &count.to_string())), "{error}");
    }
    // With a single part, its refusal is that of the whole call; and reading a list has no effect.
    let store = store(2_000).await;
    store.fault(Fault::new(FaultKind::Status(403)));
    let error = store.client().v3().customers().delete(1..=9).await.unwrap_err();
    assert_eq!((error.may_have_taken_effect(), error.parts()), (false, None));
    store.fault(Fault::new(FaultKind::Status(403)).nth(3));
    let error = store.client().v3().customers().list().id_in(1..=2_000).await.unwrap_err();
    assert!(!error.may_have_taken_effect() && store.requests().len() == 4, "{error}");
}

#[tokio::test]
async fn groups_and_segments_are_walked_too() {
    let store = Store::start(StoreConfig { groups: 7, ..StoreConfig::default() }).await.unwrap();
    let client = store.client();
    let groups = client.v2().customer_groups().list().limit(3).stream().collect().await.unwrap();
    assert_eq!(groups.iter().filter_map(|group| group.id).collect::<Vec<_>>(), ids(1..=7));
    let groups: Vec<v2::customer_groups::CustomerGroup> =
        client.v2().customer_groups().list().limit(7).stream().collect().await.unwrap();
    assert_eq!(groups.len(), 7);
    let segments = (0..5).map(|number| v3::segments::SegmentCreate::new(format!("segment {number}")));
    client.v3().segments().create(segments).await.unwrap();
    let segments = client.v3().segments().list().limit(2).stream().collect().await.unwrap();
    assert_eq!(segments.len(), 5);
}

#[test]
fn without_a_runtime_a_stream_is_an_error() {
    let client = Client::builder("store", "token").script(&Script::new()).build().unwrap();
    let mut items = client.v3().customers().list().stream();
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(items.next()).poll(&mut context) {
        std::task::Poll::Ready(Some(Err(error))) => assert_eq!(error.kind(), ErrorKind::Configuration),
        other => panic!("{other:?}"),
    }
}
