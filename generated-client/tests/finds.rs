//! Methods that look one customer up: what they ask for, and what they make of the list that comes.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use generated_client::{
    CallOptions, Client, ErrorKind, RetryPolicy,
    test_util::{Reply, Script},
    v3::customers::{Include, ListCustomersError, fixtures},
};
use serde_json::{Value, json};

fn client(script: &Script) -> Client {
    Client::builder("k7qd2m", "hush-token").script(script).retry(RetryPolicy::none()).build().unwrap()
}

/// A page of the customers with these ids.
fn page(ids: &[i64]) -> Value {
    let mut page = fixtures::LIST.value();
    let customer = page["data"][0].clone();
    let customers = ids.iter().map(|id| {
        let mut customer = customer.clone();
        customer["id"] = json!(id);
        customer
    });
    page["data"] = customers.collect();
    page
}

#[tokio::test]
async fn one_customer_or_none() {
    let script = Script::new();
    for ids in [&[4107][..], &[], &[4107, 4108], &[]] {
        script.push_json(200, page(ids));
    }
    let client = client(&script);
    let customers = client.v3().customers();
    let found = customers.get(4107).include([Include::Addresses]).await.unwrap();
    assert_eq!((found.as_ref().map(|customer| customer.id), found.status().as_u16()), (Some(4107), 200));
    assert_eq!(*customers.get(4108).include([]).await.unwrap(), None);
    let first = customers.find_by_email("noor+1@example.org").await.unwrap();
    assert_eq!(first.as_ref().map(|customer| customer.id), Some(4107));
    let options = CallOptions::new().header("x-job", "7");
    assert_eq!(*customers.find_by_email("li@example.org").with(options).await.unwrap(), None);

    let requests = script.requests();
    let queries: Vec<_> = requests.iter().map(|request| (request.path(), request.query())).collect();
    let path = "/stores/k7qd2m/v3/customers";
    assert_eq!(
        queries,
        [
            (path, "id:in=4107&include=addresses"),
            (path, "id:in=4108"),
            (path, "email:in=noor%2B1%40example.org"),
            (path, "email:in=li%40example.org"),
        ]
    );
    assert_eq!(requests[3].header("x-job"), Some("7"));
}

#[tokio::test]
async fn an_address_that_would_be_several_is_not_sent() {
    let script = Script::new();
    let client = client(&script);
    for (email, problem) in [
        ("noor@example.org,li@example.org", "contains \",\", which would split it into several elements"),
        ("\"noor,li\"@example.org", "contains \",\", which would split it into several elements"),
        ("", "an empty element"),
    ] {
        let error = client.v3().customers().find_by_email(email).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.to_string(), format!("v3.customers.list was not sent: email:in[0]: {problem}"));
    }
    assert_eq!(script.requests().len(), 0);
}

#[tokio::test]
async fn errors_are_those_of_the_list() {
    let script = Script::new();
    script.push(Reply::new(422).json(json!({ "status": 422, "title": "No.", "errors": {} })));
    // Neither an empty body nor another object is an empty list: who is told that nobody was found may create them.
    script.push(Reply::new(200));
    script.push_json(200, json!({}));
    let mut broken = page(&[4107, 4108]);
    broken["data"][1]["id"] = json!("LEAK");
    script.push_json(200, broken);
    let client = client(&script);
    let get = || client.v3().customers().get(4107);
    let error = get().await.unwrap_err();
    assert!(matches!(error.api(), Some(ListCustomersError::UnprocessableEntity(_))), "{error:?}");
    for path in [None, None, Some("data[1].id")] {
        let error = get().await.unwrap_err();
        assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, path), "{error:?}");
        assert!(error.api().is_none() && !format!("{error:#}").contains("LEAK"));
    }
}

#[tokio::test]
async fn debug_shows_no_value() {
    let client = client(&Script::new());
    let shown = format!("{:?}", client.v3().customers().find_by_email("noor@example.org"));
    assert!(shown.contains("email:in") && !shown.contains("noor"), "{shown}");
}
