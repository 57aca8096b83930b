//! Methods that look one customer up: what they ask for, and what they make of the list that comes.

use generated_client::{
    CallOptions, Client, DriftKind, ErrorKind, RetryPolicy,
    test_util::{Reply, Script},
    v3::common::Problem,
    v3::customers::{Include, fixtures},
};
use serde_json::{Value, json};

fn client(script: &Script) -> Client {
    Client::builder("k7qd2m", "hush-token").script(script).retry(RetryPolicy::none()).build().unwrap()
}

/// A page of the customers with these ids and addresses.
fn page(customers: &[(i64, &str)]) -> Value {
    let mut page = fixtures::LIST.value();
    let customer = page["data"][0].clone();
    let customers = customers.iter().map(|(id, email)| {
        let mut customer = customer.clone();
        (customer["id"], customer["email"]) = (json!(id), json!(email));
        customer
    });
    page["data"] = customers.collect();
    page
}

const NOOR: (i64, &str) = (4107, "noor+1@example.org");
const LI: (i64, &str) = (4108, "li@example.org");

#[tokio::test]
async fn one_customer_or_none() {
    let script = Script::new();
    for customers in [&[NOOR][..], &[], &[NOOR], &[]] {
        script.push_json(200, page(customers));
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

/// A server that ignores the filter sends whoever is there.
#[tokio::test]
async fn the_item_is_the_one_that_was_asked_for() {
    const NOT_LI: &str = "v3.customers.list failed: cannot decode the response (200 OK) at data[0].email: \
                          this is not the Customer that was looked up";
    const NOT_9: &str = "v3.customers.list failed: cannot decode the response (200 OK) at data[0].id: \
                         this is not the Customer that was looked up";
    const EXTRA: &str = "Customer: more than the one item that was looked up";
    // (the page, the e-mail address or the id, what comes of it, drift)
    type Row<'a> =
        (&'a [(i64, &'a str)], Result<&'a str, i64>, Result<Option<i64>, &'a str>, Option<(&'a str, &'a str)>);
    let rows: [Row<'_>; 12] = [
        (&[LI], Ok("li@example.org"), Ok(Some(4108)), None),
        (&[(4108, "Li@Example.ORG")], Ok("lI@example.org"), Ok(Some(4108)), None),
        (&[], Ok("li@example.org"), Ok(None), None),
        (&[NOOR], Ok("li@example.org"), Err(NOT_LI), None),
        (&[NOOR, NOOR], Ok("li@example.org"), Err(NOT_LI), None),
        (&[(4108, "li@example.org.evil")], Ok("li@example.org"), Err(NOT_LI), None),
        (&[LI, (4109, "li@example.org")], Ok("li@example.org"), Ok(Some(4108)), Some((EXTRA, "/data/1"))),
        (&[NOOR, LI], Ok("li@example.org"), Ok(Some(4108)), Some((EXTRA, "/data/0"))),
        (&[LI], Err(4108), Ok(Some(4108)), None),
        (&[], Err(4108), Ok(None), None),
        (&[NOOR, LI], Err(9), Err(NOT_9), None),
        (&[NOOR, LI], Err(4108), Ok(Some(4108)), Some((EXTRA, "/data/0"))),
    ];
    for (customers, wanted, expected, drift) in rows {
        let script = Script::new();
        script.push_json(200, page(customers));
        let client = client(&script);
        let handle = client.v3().customers();
        let found = match wanted {
            Ok(email) => handle.find_by_email(email).await,
            Err(id) => handle.get(id).await,
        };
        match (found, expected) {
            (Ok(found), expected) => {
                assert_eq!(Ok(found.as_ref().map(|customer| customer.id)), expected, "{wanted:?} in {customers:?}");
                let seen: Vec<_> = found.drift().iter().map(|drift| (drift.kind(), drift.to_string())).collect();
                let drift = drift.map(|(text, pointer)| (DriftKind::ExtraItem, format!("{text} at {pointer}")));
                assert_eq!(seen, Vec::from_iter(drift), "{wanted:?} in {customers:?}");
            }
            (Err(error), Err(expected)) => {
                assert_eq!((error.kind(), &*error.to_string()), (ErrorKind::Decode, expected));
                let shown = format!("{error:#} {error:?}");
                assert!(!shown.contains("noor") && !shown.contains("example"), "{shown}");
            }
            (Err(error), Ok(expected)) => panic!("{wanted:?} in {customers:?}: {error} in place of {expected:?}"),
        }
    }
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
    let mut broken = page(&[NOOR, LI]);
    broken["data"][1]["id"] = json!("LEAK");
    script.push_json(200, broken);
    let client = client(&script);
    let get = || client.v3().customers().get(4107);
    let error = get().await.unwrap_err();
    assert!(error.api::<Problem>().is_some(), "{error:?}");
    for path in [None, None, Some("data[1].id")] {
        let error = get().await.unwrap_err();
        assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, path), "{error:?}");
        assert!(error.api::<Problem>().is_none() && !format!("{error:#}").contains("LEAK"));
    }
}

#[tokio::test]
async fn debug_shows_no_value() {
    let client = client(&Script::new());
    let shown = format!("{:?}", client.v3().customers().find_by_email("noor@example.org"));
    assert!(shown.contains("email:in") && !shown.contains("noor"), "{shown}");
}
