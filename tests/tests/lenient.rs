//! Items that do not decode: a strict call fails with the place, and a lenient one sets them aside and brings the others.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]
#![allow(deprecated, reason = "the lists of version 2 are bare")]

use std::sync::{Arc, Mutex};

use generated_client::test_util::{Reply, Script};
use generated_client::v3::customers::CustomerUpdate;
use generated_client::v3::metafields::{MetafieldBatchCreate, PermissionSet};
use generated_client::{CallOptions, Client, DriftKind, ErrorKind, ItemResult, Outcome};
use tests::store::{Fault, FaultKind, Store, StoreConfig, StoreHandle};

async fn store(customers: u64) -> StoreHandle {
    Store::start(StoreConfig { customers, ..StoreConfig::default() }).await.unwrap()
}

/// The first id of the `nth` answer is an object.
fn spoil(store: &StoreHandle, nth: u64) {
    store.fault(Fault::new(FaultKind::WrongType).nth(nth));
}

#[tokio::test]
async fn a_client_or_a_call_is_strict_or_lenient() {
    for (client, call, is_lenient) in [
        (false, None, false),
        (true, None, true),
        (false, Some(true), true),
        (true, Some(false), false),
        (true, Some(true), true),
    ] {
        let store = store(4).await;
        spoil(&store, 1);
        let told = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&told);
        let builder = store.builder().lenient(client).on_drift(move |report| {
            let drift = report.drift().iter().map(|it| (it.kind(), it.pointer().map(str::to_owned)));
            sink.lock().unwrap().extend(drift);
        });
        let options = call.into_iter().fold(CallOptions::new(), CallOptions::lenient);
        let outcome = builder.build().unwrap().v3().customers().list().with(options).await;
        let told = told.lock().unwrap().clone();
        if !is_lenient {
            let error = outcome.unwrap_err();
            assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, Some("data[0].id")));
            assert!(told.is_empty(), "{told:?}");
            continue;
        }
        let page = outcome.unwrap();
        assert_eq!(page.data.iter().map(|customer| customer.id).collect::<Vec<_>>(), [2, 3, 4]);
        let [rejected] = page.rejected() else { panic!("{:?}", page.rejected()) };
        assert_eq!((rejected.index(), rejected.path()), (0, "data[0].id"));
        assert_eq!(rejected.raw().to_value().unwrap()["id"]["value"], 1);
        assert_eq!(told, [(DriftKind::RejectedItem, Some("/data/0/id".to_owned()))]);
        assert_eq!(page.drift().len(), 1);
    }
}

#[tokio::test]
async fn what_is_set_aside_keeps_its_digits_and_its_order() {
    let bad = r#"{ "id":"x",  "store_credit_amounts":[{"amount":100000000000000000.10}], "id2":1e2 }"#;
    let body = format!(r#"{{"data":[{bad}],"meta":{{}}}}"#);
    let script = Script::new();
    script.push(Reply::new(200).bytes(body));
    let client = Client::builder("store", "token").script(&script).lenient(true).build().unwrap();
    let page = client.v3().customers().list().await.unwrap();
    assert!(page.data.is_empty());
    assert_eq!(page.rejected()[0].raw().get(), bad);
}

/// What was set aside was on its page: without it a full page of a bare list would pass for the last one.
#[tokio::test]
async fn a_stream_goes_on_behind_what_was_set_aside() {
    macro_rules! streamed {
        ($list:ident => $request:expr, $customers:expr, $spoilt:expr) => {{
            let store = store($customers).await;
            let client = store.builder().lenient(true).build().unwrap();
            for nth in $spoilt {
                spoil(&store, nth);
            }
            let $list = &client;
            let mut items = $request.stream();
            let mut ids = Vec::new();
            while let Some(item) = items.try_next().await.unwrap() {
                ids.push(item.id);
            }
            let rejected = items.take_rejected();
            assert!(items.take_rejected().is_empty(), "they are given once");
            let rejected: Vec<_> =
                rejected.iter().map(|it| it.raw().to_value().unwrap()["id"]["value"].as_i64().unwrap()).collect();
            (ids, rejected)
        }};
    }
    // Two pages of three: the second and the third.
    let without = |ids: &[i64]| (1..=25).filter(|id| !ids.contains(id)).collect::<Vec<_>>();
    let expected = (without(&[11, 21]), vec![11, 21]);
    assert_eq!(streamed!(client => client.v3().customers().list().limit(10), 25, [2, 2]), expected, "by cursor");
    assert_eq!(streamed!(client => client.v2().customers().list().limit(10), 25, [2, 2]), expected, "bare");
    // The fault happens to all that match, and each of these to another page.
    let all = (vec![], vec![1, 2, 3]);
    assert_eq!(streamed!(client => client.v3().customers().list().limit(1), 3, [1, 1, 1]), all, "nothing else is left");
    assert_eq!(streamed!(client => client.v2().customers().list().limit(1), 3, [1, 1, 1]), all);

    // Strict, it ends there, and the token leads to what did not decode.
    let store = store(25).await;
    spoil(&store, 2);
    let client = store.client();
    let mut items = client.v3().customers().list().limit(10).stream();
    let error = loop {
        if let Err(error) = items.try_next().await {
            break error;
        }
    };
    assert_eq!(error.decode_path(), Some("data[0].id"));
    let lenient = CallOptions::new().lenient(true);
    spoil(&store, 1);
    let rest = client.v3().customers().list().limit(10).with(lenient).stream().resume(&items.resume_token());
    assert_eq!(rest.collect().await.unwrap().len(), 14);
}

#[tokio::test]
async fn a_long_filter_tells_all_that_was_set_aside() {
    let store = store(900).await;
    spoil(&store, 1);
    spoil(&store, 1);
    let client = store.builder().lenient(true).build().unwrap();
    let page = client.v3().customers().list().id_in(1..=900).await.unwrap();
    assert!(store.requests().len() > 2);
    assert_eq!((page.data.len(), page.rejected().len()), (898, 2));
}

fn letters<I, R, E>(outcomes: &[Outcome<I, R, E>]) -> String {
    let letter = |outcome: &Outcome<I, R, E>| match &outcome.result {
        ItemResult::Done(Some(_)) => 'd',
        ItemResult::Done(None) => 'D',
        ItemResult::Failed(_) => 'f',
        ItemResult::NotAttempted(_) => 'n',
    };
    outcomes.iter().map(letter).collect()
}

#[tokio::test]
async fn an_answer_about_an_item_that_does_not_decode_is_no_failure_of_it() {
    for (lenient, expected) in [(true, "Ddddd"), (false, "fffff")] {
        let store = store(5).await;
        spoil(&store, 1);
        let client = store.builder().lenient(lenient).build().unwrap();
        let items = (1..=5).map(|id| CustomerUpdate::new(id).notes("changed"));
        let outcomes = client.v3().customers().update_batches(items).collect().await;
        assert_eq!((letters(&outcomes).as_str(), store.writes()), (expected, 5));
        // Each result is that of its item.
        assert!(outcomes.iter().all(|it| it.done().is_none_or(|done| done.id == it.item.id)));
        assert!(outcomes.iter().all(|it| it.error().is_none_or(|error| error.may_have_been_carried_out())));
    }
    // The same where a part of the items is refused, and where none is.
    let metafield = |customer, key| MetafieldBatchCreate::new(customer, PermissionSet::Read, "crm", key, "value");
    for (second, lenient, expected) in [(99, true, "Dfd"), (99, false, "fff"), (2, true, "Ddd"), (2, false, "fff")] {
        let store = store(3).await;
        spoil(&store, 1);
        let client = store.builder().lenient(lenient).build().unwrap();
        let items = [metafield(1, "a"), metafield(second, "b"), metafield(3, "c")];
        let outcomes = client.v3().metafields().create_batches(items.clone()).collect().await;
        assert_eq!(letters(&outcomes), expected, "{second} {lenient}");
        let written = |it: &Outcome<MetafieldBatchCreate, _, _>| {
            let key = format!("{} crm {}", it.item.resource_id, it.item.key);
            store.written("v3.metafields.create_batch", key) == 1
        };
        for outcome in &outcomes {
            let in_doubt = outcome.error().is_some_and(|error| error.may_have_been_carried_out());
            assert_eq!(written(outcome), outcome.is_done() || (in_doubt && outcome.item.resource_id != 99));
        }
    }
}
