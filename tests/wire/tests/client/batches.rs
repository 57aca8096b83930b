//! Batches that need several calls, sent to the simulated store: one outcome per item, in agreement with the store.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use std::time::Duration;

use generated_client::{
    BatchResponse, Client, ErrorKind, ItemResult, RetryPolicy,
    test_util::Script,
    v3::common::Problem,
    v3::customers::{CustomerCreate, CustomerCreateRequired, CustomerUpdate},
    v3::metafields::{MetafieldBatchCreate, MetafieldBatchCreateRequired, PermissionSet},
};
use mock_store::{Fault, FaultKind, Latency, Store, StoreConfig, StoreHandle, Transport};
use serde_json::json;

async fn store(customers: u64) -> StoreHandle {
    let transport = Transport::of(module_path!());
    Store::start(StoreConfig { customers, transport, ..StoreConfig::default() }).await.unwrap()
}

fn notes(ids: impl IntoIterator<Item = i64>) -> Vec<CustomerUpdate> {
    ids.into_iter().map(|id| CustomerUpdate::new(id).notes(format!("note of {id}"))).collect()
}

fn new(number: usize) -> CustomerCreate {
    CustomerCreate::new(CustomerCreateRequired {
        email: &format!("new-{number}@example.org"),
        first_name: "New",
        last_name: &format!("Number {number}"),
    })
}

/// `d` for done with a result, `D` for done without one, `f` for failed, `n` for not attempted.
fn letters<I, R>(outcomes: &[generated_client::Outcome<I, R>]) -> String {
    let letter = |outcome: &generated_client::Outcome<I, R>| match &outcome.result {
        ItemResult::Done(Some(_)) => 'd',
        ItemResult::Done(None) => 'D',
        ItemResult::Failed(_) => 'f',
        ItemResult::NotAttempted(_) => 'n',
    };
    outcomes.iter().map(letter).collect()
}

#[tokio::test]
async fn each_item_has_its_outcome_with_its_result() {
    for count in [0, 1, 9, 10, 11, 57] {
        let store = store(60).await;
        let mut batches = store.client().v3().customers().update_batches(notes(1..=count));
        let mut seen = Vec::new();
        while let Some(outcome) = batches.next().await {
            let customer = outcome.done().unwrap();
            assert_eq!((outcome.item.id, customer.notes.as_str()), (customer.id, &*format!("note of {}", customer.id)));
            seen.push(outcome.index);
        }
        seen.sort_unstable();
        assert_eq!(seen, (0..count as usize).collect::<Vec<_>>());
        assert_eq!(store.requests().len(), (count as usize).div_ceil(10));
        assert_eq!(store.writes(), count as u64);
    }
}

#[tokio::test]
async fn iterators_and_streams_are_taken_as_far_as_there_is_room() {
    let store = store(2_000).await;
    store.set_latency(Latency::Fixed(Duration::from_millis(100)));
    let taken = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = std::sync::Arc::clone(&taken);
    let endless = (1..).map(move |id| {
        count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        CustomerUpdate::new(id % 2_000 + 1).notes("again")
    });
    let mut batches = store.client().v3().customers().update_batches(endless);
    for _ in 0..100 {
        assert!(batches.next().await.unwrap().is_done());
    }
    // Three concurrent calls of ten items each, beside the hundred outcomes that were returned.
    let taken = taken.load(std::sync::atomic::Ordering::Relaxed);
    assert!((100..=140).contains(&taken), "{taken}");
    assert_eq!(store.counters().operations["v3.customers.update"].most, 3);
    drop(batches);

    // A stream as the source: that of a list, which is read while its items are written.
    let store = self::store(120).await;
    let client = store.client();
    let (send, receive) = tokio::sync::mpsc::unbounded_channel();
    let mut customers = client.v3().customers().list().limit(50).stream();
    while let Some(customer) = customers.try_next().await.unwrap() {
        send.send(CustomerUpdate::from(&customer).notes("seen")).unwrap();
    }
    drop(send);
    let outcomes = client.v3().customers().update_batches(Received(receive)).collect().await;
    assert_eq!(letters(&outcomes), "d".repeat(120));
}

struct Received<T>(tokio::sync::mpsc::UnboundedReceiver<T>);

impl<T> futures_core::Stream for Received<T> {
    type Item = T;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<T>> {
        self.0.poll_recv(context)
    }
}

#[tokio::test]
async fn a_slow_source_does_not_hold_up_what_it_gave() {
    let store = store(9).await;
    let (send, receive) = tokio::sync::mpsc::unbounded_channel();
    let mut batches = store.client().v3().customers().update_batches(Received(receive));
    for id in 1..=3 {
        send.send(CustomerUpdate::new(id).notes("now")).unwrap();
        // No further item is ready: the one item is sent alone.
        let outcome = tokio::time::timeout(Duration::from_secs(5), batches.next()).await.unwrap().unwrap();
        assert_eq!((outcome.item.id, outcome.is_done()), (id, true));
    }
    drop(send);
    assert!(batches.next().await.is_none());
}

#[tokio::test]
async fn a_bad_item_does_not_take_the_others_with_it() {
    let mut items = notes(1..=20);
    items[3] = CustomerUpdate::new(999).notes("there is no such customer");
    items[7] = CustomerUpdate::new(8).email("shopper-1@example.org");
    items[12] = CustomerUpdate::new(13).first_name("");
    for (isolate, expected, calls, written) in
        [(true, "dddfdddfddddfddddddd", 3, 17), (false, "nnnfnnnfnnddfddddddd", 2, 9)]
    {
        let store = store(20).await;
        let outcomes = store.client().v3().customers().update_batches(items.clone()).isolate(isolate).collect().await;
        assert_eq!(letters(&outcomes), expected);
        assert_eq!((store.requests().len(), store.writes()), (calls, written), "{isolate}");

        let refused = outcomes[7].error().unwrap();
        assert!(refused.status().is_some_and(|status| status == 422) && refused.api::<Problem>().is_some());
        let fields: Vec<_> = refused.problems().iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["email"]);
        assert_eq!(refused.field_keys().collect::<Vec<_>>(), ["email"]);
        let text = refused.to_string();
        // It shared a call with item 3, which has another problem.
        assert!(text.contains("(fields: email)") && !text.contains(".id"), "{text}");
        assert!(!format!("{refused:?}").contains("shopper-1"));
        let unsent = outcomes[12].error().unwrap();
        assert_eq!(unsent.kind(), ErrorKind::InvalidRequest);
        assert!(unsent.to_string().contains("body[12].first_name: 0 characters"), "{unsent}");
        let [problem] = unsent.problems() else { panic!("{:?}", unsent.problems()) };
        assert_eq!((&*problem.field, &*problem.text), ("first_name", "0 characters, must be 1 to 100"));
        for outcome in &outcomes {
            let stored = store.customer(outcome.item.id as u64).is_some_and(|it| it["notes"] != json!(""));
            assert_eq!(stored, outcome.is_done(), "{}", outcome.index);
        }
    }
}

#[tokio::test]
async fn a_call_is_halved_until_the_bad_item_shows() {
    // Refusals that do not say which item they are about.
    let store = store(0).await;
    for _ in 0..4 {
        store.fault(Fault::new(FaultKind::Status(422)).method("POST"));
    }
    let outcomes = store.client().v3().customers().create_batches((0..8).map(new)).collect().await;
    // 8 items, then the first 4, 2 and 1 of them: only the first fails by itself.
    assert_eq!(letters(&outcomes), "fddddddd");
    assert_eq!(store.customer_count(), 7);
    assert!(store.repeated_writes().is_empty());

    // A call that is too large is halved even if items are not isolated.
    let store = self::store(0).await;
    store.fault(Fault::new(FaultKind::Status(413)).method("POST"));
    let outcomes = store.client().v3().customers().create_batches((0..8).map(new)).isolate(false).collect().await;
    assert_eq!((letters(&outcomes).as_str(), store.requests().len()), ("dddddddd", 3));
}

#[tokio::test]
async fn what_may_have_been_done_is_not_sent_again_but_told() {
    let store = store(0).await;
    store.fault(Fault::new(FaultKind::ResetBeforeResponse { applied: true }).method("POST").nth(2));
    let outcomes = store.client().v3().customers().create_batches((0..30).map(new)).concurrency(1).collect().await;
    assert_eq!(letters(&outcomes), format!("{}{}{}", "d".repeat(10), "f".repeat(10), "d".repeat(10)));
    assert!(outcomes[10..20].iter().all(|outcome| outcome.error().unwrap().may_have_taken_effect()));
    assert_eq!(store.customer_count(), 30);
    assert!(store.repeated_writes().is_empty());
}

#[tokio::test]
async fn nothing_more_is_sent_when_there_is_no_point_in_it() {
    // After one call; it takes three to conclude that an API is closed.
    for (status, calls) in [(401, 1), (403, 1), (503, 3)] {
        let store = store(100).await;
        let builder = store.builder().retry(RetryPolicy::none());
        store.fault(Fault::new(FaultKind::Status(status)).method("PUT").nth(3).always());
        let customers = builder.build().unwrap();
        let batches = customers.v3().customers().update_batches(notes(1..=100)).concurrency(1);
        let outcomes = batches.collect().await;
        let (failed, rest) = ("f".repeat(10 * calls), "n".repeat(80 - 10 * calls));
        assert_eq!(letters(&outcomes), format!("{}{failed}{rest}", "d".repeat(20)), "{status}");
        assert_eq!(store.requests().len(), 2 + calls);
        let why = outcomes[99].error().unwrap();
        assert_eq!(why.status().unwrap().as_u16(), status);
    }
    // A call that got through resets the count.
    let store = self::store(100).await;
    for number in [2, 3, 5, 6, 8] {
        store.fault(Fault::new(FaultKind::Status(503)).method("PUT").nth(number));
    }
    let builder = store.builder().retry(RetryPolicy::none());
    let client = builder.build().unwrap();
    let outcomes = client.v3().customers().update_batches(notes(1..=100)).concurrency(1).collect().await;
    assert_eq!(letters(&outcomes).chars().filter(|letter| *letter == 'f').count(), 50);
    assert_eq!(letters(&outcomes).chars().filter(|letter| *letter == 'd').count(), 50);
    // Other failures do not affect further calls.
    let store = self::store(100).await;
    store.fault(Fault::new(FaultKind::Status(404)).method("PUT").nth(3));
    let outcomes = store.client().v3().customers().update_batches(notes(1..=100)).concurrency(1).collect().await;
    assert_eq!(letters(&outcomes), format!("{}{}{}", "d".repeat(20), "f".repeat(10), "d".repeat(70)));
}

#[tokio::test]
async fn batches_that_succeed_in_part_tell_each_item_apart() {
    let store = store(3).await;
    let client = store.client();
    let metafield = |customer: i64, key: &str| {
        MetafieldBatchCreate::new(MetafieldBatchCreateRequired {
            resource_id: customer,
            permission_set: PermissionSet::Read,
            namespace: "crm",
            key,
            value: "value",
        })
    };
    let items = [metafield(1, "a"), metafield(99, "a"), metafield(2, "a"), metafield(1, "a"), metafield(3, "b")];
    let outcomes = client.v3().metafields().create_batches(items.clone()).collect().await;
    assert_eq!(letters(&outcomes), "dfdfd");
    for outcome in outcomes.iter().filter(|outcome| outcome.is_done()) {
        let made = outcome.done().unwrap();
        assert_eq!(made.resource_id, Some(outcome.item.resource_id));
        assert_eq!(made.key.as_ref(), Some(&outcome.item.key));
    }
    assert_eq!(outcomes[1].error().unwrap().problems()[0].field, "");
    assert_eq!(store.writes(), 3);

    // The same in one call: it succeeds in part if some items are done, and fails if none is.
    let response = client.v3().metafields().create_batch([metafield(2, "c"), items[0].clone()]).await.unwrap();
    let BatchResponse::Partial(part) = &*response else { panic!("{response:?}") };
    assert_eq!((part.data.len(), part.meta.failed, response.status().as_u16()), (1, 1, 409));
    assert_eq!((response.done().len(), response.is_complete()), (1, false));
    let error = client.v3().metafields().create_batch([items[0].clone()]).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 409);
    let response = client.v3().metafields().create_batch([metafield(2, "d")]).await.unwrap();
    assert!(response.is_complete() && response.complete().is_some() && response.partial().is_none());

    let ids: Vec<i64> = outcomes.iter().filter_map(|outcome| Some(outcome.done()?.id)).chain([4_711]).collect();
    let outcomes = client.v3().metafields().delete_batches(ids.clone()).collect().await;
    assert_eq!(letters(&outcomes), "dddf");
    assert_eq!(outcomes.iter().filter_map(|outcome| outcome.done()).copied().collect::<Vec<_>>(), ids[..3]);
}

#[tokio::test]
async fn an_item_that_the_response_leaves_out_is_done_all_the_same() {
    let store = store(2).await;
    let address = |customer: i64, street: &str| {
        generated_client::v3::addresses::AddressCreate::new(generated_client::v3::addresses::AddressCreateRequired {
            customer_id: customer,
            first_name: "Noor",
            last_name: "Brandt",
            address1: street,
            city: "Milwaukee",
            state_or_province: "Wisconsin",
            postal_code: "53202",
            country_code: "US",
        })
    };
    let items = [address(1, "1 Quarry Street"), address(1, "1 Quarry Street"), address(2, "2 Quarry Street")];
    let outcomes = store.client().v3().addresses().create_batches(items).collect().await;
    assert_eq!(letters(&outcomes), "dDd");
    assert_eq!(outcomes[2].done().unwrap().customer_id, 2);
}

#[tokio::test]
async fn sizes_and_numbers_are_kept_within_what_the_api_takes() {
    let store = store(100).await;
    let client = store.client();
    for (size, calls) in [(0, 40), (4, 10), (10, 4), (1_000, 4)] {
        store.clear_requests();
        let batches = client.v3().customers().update_batches(notes(1..=40)).batch_size(size).concurrency(50);
        assert_eq!(letters(&batches.collect().await), "d".repeat(40));
        assert_eq!(store.requests().len(), calls, "{size}");
    }
    assert_eq!(store.counters().refused_by_concurrency, 0);
}

#[test]
fn without_a_runtime_nothing_is_attempted() {
    let client = Client::builder("store", "token").script(&Script::new()).build().unwrap();
    let mut batches = client.v3().customers().update_batches(notes([1, 2]));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    for _ in 0..2 {
        let std::task::Poll::Ready(Some(outcome)) = std::pin::pin!(batches.next()).poll(&mut context) else {
            panic!("nothing to wait for")
        };
        assert!(matches!(outcome.result, ItemResult::NotAttempted(_)));
        assert_eq!(outcome.error().unwrap().kind(), ErrorKind::Configuration);
    }
    assert!(matches!(std::pin::pin!(batches.next()).poll(&mut context), std::task::Poll::Ready(None)));
}

/// As was observed: a share of the calls ends with 503, and so does the retry of some.
#[tokio::test(start_paused = true)]
async fn a_503_that_outlasts_its_retry_costs_its_call_alone() {
    let store = store(2_000).await;
    store.fault(Fault::new(FaultKind::Status(503)).method("PUT").chance(0.2, 7));
    let policy = RetryPolicy::new().base_delay(Duration::from_millis(1));
    let client = store.builder().retry(policy).build().unwrap();
    let outcomes = client.v3().customers().update_batches(notes(1..=2_000)).collect().await;
    let letters = letters(&outcomes);
    let count = |letter| letters.chars().filter(|other| *other == letter).count();
    assert_eq!(count('n'), 0, "nothing is left out");
    assert!(count('f') > 0 && count('f') < 200, "{}", count('f'));
    assert_eq!(count('d') as u64, store.writes());
}

/// A store that stays closed gets few calls, however many items there are.
#[tokio::test(start_paused = true)]
async fn a_suspended_store_is_left_alone() {
    let store = store(2_000).await;
    store.fault(Fault::new(FaultKind::Suspended503).method("PUT").nth(5).always());
    let outcomes = store.client().v3().customers().update_batches(notes(1..=2_000)).collect().await;
    let letters = letters(&outcomes);
    let failed = letters.chars().filter(|letter| *letter == 'f').count();
    assert!((30..=60).contains(&failed), "{failed}");
    assert_eq!(letters.matches('n').count() + failed, 1_960);
    // Two attempts per call: three calls until the API counts as closed, and up to three that were in flight.
    assert!((4 + 6..=4 + 12).contains(&store.requests().len()), "{}", store.requests().len());
}
