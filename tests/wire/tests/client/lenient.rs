//! Items that do not decode: a strict call fails with the location, a lenient one sets them aside and returns the
//! others.
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
use generated_client::v3::metafields::{MetafieldBatchCreate, MetafieldBatchCreateRequired, PermissionSet};
use generated_client::{CallOptions, Client, DriftKind, ErrorKind, ItemResult, Outcome};
use mock_store::{Fault, FaultKind, Store, StoreConfig, StoreHandle};

async fn store(customers: u64) -> StoreHandle {
    Store::start(StoreConfig { customers, ..StoreConfig::default() }).await.unwrap()
}

/// Makes the first id of the `nth` response an object.
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

/// Items that were set aside count towards their page: otherwise a full page of a bare array would pass for the last
/// one.
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
    // All matching faults count requests, so each of these applies to another page.
    let all = (vec![], vec![1, 2, 3]);
    assert_eq!(streamed!(client => client.v3().customers().list().limit(1), 3, [1, 1, 1]), all, "nothing else is left");
    assert_eq!(streamed!(client => client.v2().customers().list().limit(1), 3, [1, 1, 1]), all);

    // If decoding is strict, the stream ends there, and the resume token leads to the item that did not decode.
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

/// Returns a V3 customer with another value for one key.
fn customer(id: i64, changes: &[(&str, serde_json::Value)]) -> serde_json::Value {
    let mut customer = serde_json::json!({
        "id": id, "email": "aiko@example.org", "first_name": "Aiko", "last_name": "Tanabe", "company": "", "phone": "",
        "notes": "", "tax_exempt_category": "", "registration_ip_address": "", "customer_group_id": 0,
        "date_created": "2025-02-11T08:05:44Z", "date_modified": "2025-02-11T08:05:44Z",
        "accepts_product_review_abandoned_cart_emails": false, "authentication": { "force_password_reset": false },
    });
    changes.iter().for_each(|(key, value)| customer[*key] = value.clone());
    customer
}

fn scripted(script: &Script) -> Client {
    Client::builder("store", "token").script(script).lenient(true).build().unwrap()
}

#[tokio::test]
async fn what_is_wrong_with_an_address_costs_the_address_alone() {
    let address = |id: serde_json::Value| {
        serde_json::json!({
            "id": id, "customer_id": 1, "first_name": "Aiko", "last_name": null, "address1": "8 Kiln Lane", "address2": "",
            "city": "Seattle", "state_or_province": "", "postal_code": "98104", "country": "", "country_code": "US",
            "phone": "", "address_type": "residential",
        })
    };
    let addresses = serde_json::json!([address(5.into()), address("x".into()), address(7.into())]);
    let data = [customer(1, &[("addresses", addresses), ("notes", serde_json::Value::Null)]), customer(2, &[])];
    let script = Script::new();
    script.push(Reply::new(200).json(serde_json::json!({ "data": data, "meta": {} })));
    let page = scripted(&script).v3().customers().list().await.unwrap();
    let ids: Vec<_> = page.data.iter().map(|customer| customer.id).collect();
    let of_addresses = |id: usize| page.data[id].addresses.iter().flatten().map(|it| it.id).collect::<Vec<_>>();
    assert_eq!((ids, of_addresses(0), of_addresses(1)), (vec![1, 2], vec![Some(5), Some(7)], vec![]));
    let [rejected] = page.rejected() else { panic!("{:?}", page.rejected()) };
    assert_eq!((rejected.index(), rejected.path()), (1, "data[0].addresses[1].id"));
    let drift: Vec<_> = page.drift().iter().map(|it| (it.kind(), it.pointer().unwrap())).collect();
    assert_eq!(
        drift,
        [
            (DriftKind::NullValue, "/data/0/addresses/0/last_name"),
            (DriftKind::NullValue, "/data/0/notes"),
            (DriftKind::RejectedItem, "/data/0/addresses/1/id"),
        ]
    );
    // An address without an id is refused before it is sent back.
    let mut stray = page.data[0].addresses.as_ref().unwrap()[0].clone();
    assert_eq!(generated_client::v3::addresses::AddressUpdate::try_from(&stray).unwrap().id, 5);
    stray.id = None;
    let error = generated_client::v3::addresses::AddressUpdate::try_from(&stray).unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().contains("id: is absent")),
        (ErrorKind::InvalidRequest, true),
        "{error}"
    );
}

/// A `null` as the number of pages does not mean that this is the last one.
#[tokio::test]
async fn a_null_among_the_numbers_of_a_page_ends_no_list() {
    let page = |id: i64, total_pages: serde_json::Value| {
        let pagination = serde_json::json!({
            "total": 2, "count": 1, "per_page": 1, "current_page": id, "total_pages": total_pages,
        });
        Reply::new(200).json(serde_json::json!({ "data": [customer(id, &[])], "meta": { "pagination": pagination } }))
    };
    let script = Script::new();
    script.push(page(1, serde_json::Value::Null));
    script.push(page(2, 2.into()));
    let items = scripted(&script).v3().customers().list().limit(1).stream().collect().await.unwrap();
    assert_eq!(items.iter().map(|customer| customer.id).collect::<Vec<_>>(), [1, 2]);
}

/// Strict or lenient, the last of two values counts, and is reported as drift.
#[tokio::test]
async fn a_key_that_comes_twice_is_drift() {
    for lenient in [false, true] {
        let text = customer(1, &[]).to_string().replacen("\"id\":1", "\"id\":7,\"id\":1", 1);
        let script = Script::new();
        script.push(Reply::new(200).bytes(format!(r#"{{"data":[{text}],"meta":{{}}}}"#)));
        let page = scripted(&script).v3().customers().list().with(CallOptions::new().lenient(lenient)).await.unwrap();
        assert_eq!(page.data[0].id, 1);
        let drift: Vec<_> = page.drift().iter().map(|it| (it.kind(), it.text(), it.pointer().unwrap())).collect();
        assert_eq!(drift, [(DriftKind::DuplicateKey, "id", "/data/0/id")]);
    }
}

/// All kinds of JSON responses: one value, one of several successes, an item that is looked up.
#[tokio::test]
async fn what_is_no_list_is_lenient_too() {
    let group = serde_json::json!({
        "id": 4, "name": null, "is_default": false, "category_access": { "type": "all", "categories": [7, {}, "12"] },
        "discount_rules": [],
    });
    let script = Script::new();
    script.push(Reply::new(200).json(group.clone()));
    script.push(Reply::new(200).json(group));
    script.push(Reply::new(200).json(serde_json::json!({ "data": [customer(9, &[("id", "x".into())])], "meta": {} })));
    let client = scripted(&script);
    let group = client.v2().customer_groups().get(4).await.unwrap();
    let categories = group.category_access.categories.as_ref().unwrap();
    assert_eq!(categories.iter().map(ToString::to_string).collect::<Vec<_>>(), ["7", "12"]);
    assert_eq!((group.name.as_str(), group.rejected()[0].path()), ("", "category_access.categories[1]"));
    let change = generated_client::v2::customer_groups::CustomerGroupUpdate::new().name("Retail");
    let updated = client.v2().customer_groups().update(4, change).await.unwrap();
    assert_eq!(updated.rejected().len(), 1);
    // An item that was set aside exists all the same.
    let error = client.v3().customers().get(9).await.unwrap_err();
    assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, Some("data[0].id")));
}

fn letters<I, R>(outcomes: &[Outcome<I, R>]) -> String {
    let letter = |outcome: &Outcome<I, R>| match &outcome.result {
        ItemResult::Done(Some(_)) => 'd',
        ItemResult::Done(None) => 'D',
        ItemResult::Failed(_) => 'f',
        ItemResult::NotAttempted(_) => 'n',
    };
    outcomes.iter().map(letter).collect()
}

#[tokio::test]
async fn a_response_about_an_item_that_does_not_decode_is_no_failure_of_it() {
    for (lenient, expected) in [(true, "Ddddd"), (false, "fffff")] {
        let store = store(5).await;
        spoil(&store, 1);
        let client = store.builder().lenient(lenient).build().unwrap();
        let items = (1..=5).map(|id| CustomerUpdate::new(id).notes("changed"));
        let outcomes = client.v3().customers().update_batches(items).collect().await;
        assert_eq!((letters(&outcomes).as_str(), store.writes()), (expected, 5));
        // Each result is assigned to its item.
        assert!(outcomes.iter().all(|it| it.done().is_none_or(|done| done.id == it.item.id)));
        assert!(outcomes.iter().all(|it| it.error().is_none_or(|error| error.may_have_taken_effect())));
    }
    // The same for a partial success, and for a full one.
    let metafield = |customer, key| {
        MetafieldBatchCreate::new(MetafieldBatchCreateRequired {
            resource_id: customer,
            permission_set: PermissionSet::Read,
            namespace: "crm",
            key,
            value: "value",
        })
    };
    for (second, lenient, expected) in [(99, true, "Dfd"), (99, false, "fff"), (2, true, "Ddd"), (2, false, "fff")] {
        let store = store(3).await;
        spoil(&store, 1);
        let client = store.builder().lenient(lenient).build().unwrap();
        let items = [metafield(1, "a"), metafield(second, "b"), metafield(3, "c")];
        let outcomes = client.v3().metafields().create_batches(items.clone()).collect().await;
        assert_eq!(letters(&outcomes), expected, "{second} {lenient}");
        let written = |it: &Outcome<MetafieldBatchCreate, _>| {
            let key = format!("{} crm {}", it.item.resource_id, it.item.key);
            store.written("v3.metafields.create_batch", key) == 1
        };
        for outcome in &outcomes {
            let is_indeterminate = outcome.error().is_some_and(|error| error.may_have_taken_effect());
            assert_eq!(written(outcome), outcome.is_done() || (is_indeterminate && outcome.item.resource_id != 99));
        }
    }
}
