//! Ready-made answers: they decode, lose nothing by it, and are answers of typed calls.
//!
//! That each of them decodes is a test of its own, which comes with the fixtures: see `rt::fixtures!`.

use std::collections::BTreeMap;

use generated_client::{
    Client, ErrorKind, RetryPolicy,
    test_util::{Fixture, Reply, Script},
    v2, v3,
};
use openapi_client_runtime::rt;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json, value::RawValue};

fn client(script: &Script) -> Client {
    Client::builder("k7qd2m", "hush-token").script(script).retry(RetryPolicy::none()).build().unwrap()
}

/// JSON in one form: without spaces, keys in order, every digit as it is.
fn canonical(json: &str) -> String {
    let parts = |parts: Vec<String>| parts.join(",");
    match json.trim_start().as_bytes().first() {
        Some(b'{') => {
            let entries: BTreeMap<String, Box<RawValue>> = serde_json::from_str(json).unwrap();
            let entry = |(key, value): (String, Box<RawValue>)| format!("{key:?}:{}", canonical(value.get()));
            format!("{{{}}}", parts(entries.into_iter().map(entry).collect()))
        }
        Some(b'[') => {
            let items: Vec<Box<RawValue>> = serde_json::from_str(json).unwrap();
            format!("[{}]", parts(items.iter().map(|item| canonical(item.get())).collect()))
        }
        Some(b'"') => format!("{:?}", serde_json::from_str::<String>(json).unwrap()),
        _ => json.trim().to_owned(),
    }
}

#[track_caller]
fn survives<T: DeserializeOwned + Serialize>(fixture: &Fixture<T>) {
    let decoded = fixture.decode().unwrap();
    let encoded = serde_json::to_string(&decoded).unwrap();
    assert_eq!(canonical(&encoded), canonical(fixture.json()), "{fixture:?}");
    assert_eq!(serde_json::to_value(&decoded).unwrap(), fixture.value(), "{fixture:?}");
}

macro_rules! survive {
    ($($version:ident $module:ident: $($name:ident)+;)+) => {
        $($(survives(&$version::$module::fixtures::$name);)+)+
    };
}

#[test]
fn what_is_decoded_encodes_to_the_same() {
    survive! {
        v3 customers: LIST CREATE UPDATE;
        v3 addresses: LIST CREATE UPDATE;
        v3 attributes: LIST CREATE UPDATE;
        v3 attribute_values: LIST UPSERT;
        v3 metafields: LIST CREATE GET UPDATE LIST_ALL CREATE_BATCH UPDATE_BATCH DELETE_BATCH;
        v3 subscribers: LIST CREATE GET UPDATE;
        v2 customers: LIST CREATE GET UPDATE COUNT VALIDATE_PASSWORD;
        v2 customer_groups: LIST CREATE_OK CREATE_MULTI_STATUS GET UPDATE_OK UPDATE_MULTI_STATUS COUNT;
    }
}

#[tokio::test]
async fn a_fixture_answers_a_typed_call() {
    let script = Script::new();
    script.push_fixture(&v3::customers::fixtures::LIST);
    script.push_fixture(&v2::customer_groups::fixtures::LIST);
    script.push_fixture(&v2::customer_groups::fixtures::CREATE_MULTI_STATUS);
    let client = client(&script);

    let page = client.v3().customers().list().await.unwrap();
    assert_eq!(*page, v3::customers::fixtures::LIST.decode().unwrap());
    assert!(!page.data.is_empty() && page.drift().is_empty());
    assert_eq!((page.status().as_u16(), &page.headers()["content-type"]), (200, &"application/json".parse().unwrap()));
    // Where an empty answer is an empty list, or there are several successes, a fixture is one of the kinds.
    let list = client.v2().customer_groups().list().await.unwrap();
    assert_eq!(*list, v2::customer_groups::fixtures::LIST.decode().unwrap());
    let group = v2::customer_groups::CustomerGroupCreate::new("Potters");
    let created = client.v2().customer_groups().create(group).await.unwrap();
    let expected = v2::customer_groups::fixtures::CREATE_MULTI_STATUS.decode().unwrap();
    assert_eq!(*created, v2::customer_groups::CreateCustomerGroupsOutput::MultiStatus(expected));
    assert!(script.is_exhausted());
}

#[tokio::test]
async fn a_fixture_can_be_changed() {
    let script = Script::new();
    let mut page = v3::customers::fixtures::LIST.value();
    page["data"][0]["email"] = "noor@example.org".into();
    script.push_json(v3::customers::fixtures::LIST.status(), page);
    let page = client(&script).v3().customers().list().await.unwrap();
    assert_eq!(page.data[0].email, "noor@example.org");
}

#[tokio::test]
async fn a_fixture_becomes_an_answer_with_headers() {
    let script = Script::new();
    script.push(Reply::from(v3::consent::fixtures::GET).header("X-Request-Id", "0a1b"));
    script.push(Reply::from(&v3::consent::fixtures::GET).broken());
    let client = client(&script);
    let consent = client.v3().consent().get(318).await.unwrap();
    assert_eq!(consent.headers()["x-request-id"], "0a1b");
    assert_eq!(client.v3().consent().get(318).await.unwrap_err().kind(), ErrorKind::Transport);
}

#[test]
fn an_answer_that_does_not_fit_its_type_is_an_error() {
    // What a generated fixture never is: the answer of one operation as another type.
    static OPERATION: rt::Operation = rt::Operation { name: "v1.pets.list", ..rt::Operation::new(&API) };
    static API: rt::Api = rt::Api {
        name: "v1",
        server: "https://pets.example.org",
        request_id: None,
        correlation_id: None,
        rate_limit: None,
        problem: rt::ProblemKeys { title: &[], keys: &[], detail: &[], code: &[] },
        pagination: None,
        max_url: None,
        security: &[],
    };
    let wrong: Fixture<v3::consent::Consent> = Fixture::new(&OPERATION, 200, r#"{"allow": [], "deny": "LEAK"}"#);
    let error = wrong.decode().unwrap_err();
    assert_eq!(
        (error.kind(), error.operation(), error.decode_path()),
        (ErrorKind::Decode, Some("v1.pets.list"), Some("deny"))
    );
    assert!(!format!("{error:#} {error:?} {wrong:?}").contains("LEAK"));
    assert_eq!(format!("{wrong:?}"), r#"Fixture { operation: "v1.pets.list", status: 200, .. }"#);

    let none: Fixture<Value> = Fixture::new(&OPERATION, 200, "{");
    assert_eq!((none.decode().unwrap_err().kind(), none.value()), (ErrorKind::Decode, json!(null)));
}
