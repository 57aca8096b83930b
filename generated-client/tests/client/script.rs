//! A script in place of the API: what a typed call makes of every kind of answer, and what it is seen to ask for.

use std::{
    error::Error as _,
    task::{Context, Poll, Waker},
    time::Duration,
};

use generated_client::{
    Client, ErrorKind, Layer, LayerFuture, Next, RetryPolicy,
    reqwest::{Method, Request},
    test_util::{Failure, Reply, Script, SeenRequest, build, empty, response},
    v3::common::Problem,
    v3::customers::{self, Customer, CustomerUpdate},
};
use serde_json::json;
use tokio::time::Instant;

const CUSTOMERS: &str = "/stores/k7qd2m/v3/customers";

fn client(script: &Script) -> Client {
    Client::builder("k7qd2m", "hush-token").script(script).retry(RetryPolicy::none()).build().unwrap()
}

fn empty_page() -> Reply {
    Reply::new(200).json(json!({ "data": [], "meta": {} }))
}

fn only(script: &Script) -> SeenRequest {
    let requests = script.requests();
    assert_eq!(requests.len(), 1);
    requests[0].clone()
}

#[tokio::test]
async fn a_read_is_seen_as_it_is_sent() {
    let script = Script::new();
    script.push(empty_page().header("X-Request-Id", "0a1b"));
    let call = client(&script).v3().customers().list().name_like(["Åsa & co"]).id_in([4, 5]).await.unwrap();
    assert!(call.data.is_empty());
    assert_eq!((call.status().as_u16(), call.headers()["content-type"].to_str().unwrap()), (200, "application/json"));

    let seen = only(&script);
    assert_eq!((seen.method(), seen.path()), (&Method::GET, CUSTOMERS));
    assert_eq!(seen.query(), "name:like=%C3%85sa%20%26%20co&id:in=4,5");
    let pairs = [("name:like", "Åsa & co"), ("id:in", "4,5")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(seen.query_pairs(), pairs);
    assert_eq!((seen.header("Accept"), seen.header("x-auth-token")), (Some("application/json"), Some("hush-token")));
    assert!(seen.headers()["x-auth-token"].is_sensitive());
    assert_eq!((seen.header("content-type"), seen.body().len()), (None, 0));
    assert!(seen.json().is_err());
}

#[tokio::test]
async fn a_write_is_seen_with_its_body() {
    let script = Script::new();
    script.push_json(
        422,
        json!({ "status": 422, "title": "No", "type": "about:blank", "errors": { "0.email": "taken" } }),
    );
    let change = CustomerUpdate::new(4107).first_name("Aiko").channel_ids(None);
    let error = client(&script).v3().customers().update([change]).await.unwrap_err();
    assert_eq!(error.api().map(|problem: &Problem| problem.title.as_str()), Some("No"), "{error}");
    assert_eq!((error.kind(), error.field_keys()), (ErrorKind::Api, &["0.email".to_owned()][..]));

    let seen = only(&script);
    assert_eq!((seen.method(), seen.path(), seen.query()), (&Method::PUT, CUSTOMERS, ""));
    assert_eq!(seen.header("content-type"), Some("application/json"));
    assert_eq!(seen.json().unwrap(), json!([{ "id": 4107, "first_name": "Aiko", "channel_ids": null }]));
    assert_eq!(&seen.body()[..2], b"[{");
}

#[tokio::test(start_paused = true)]
async fn answers_come_in_order_whatever_they_are() {
    let script = Script::new();
    script.push(Reply::new(429).header("x-rate-limit-time-reset-ms", "15000"));
    script.push(Reply::new(204));
    script.push(Reply::new(500).text("<html>sorry</html>"));
    script.push(Reply::new(200).bytes(&b"\xff"[..]));
    script.push(Reply::new(307).header("location", &format!("{CUSTOMERS}/elsewhere")));
    script.push(empty_page());
    assert_eq!(script.remaining(), 6);

    let client = client(&script);
    let customers = client.v3().customers();
    let busy = customers.delete([1]).await.unwrap_err();
    assert_eq!((busy.status().unwrap().as_u16(), busy.retry_after()), (429, Some(Duration::from_secs(15))));
    assert_eq!(customers.delete([2]).await.unwrap().status().as_u16(), 204);
    let down = customers.delete([3]).await.unwrap_err();
    assert_eq!((down.kind(), &down.body().unwrap()[..]), (ErrorKind::Api, &b"<html>sorry</html>"[..]));
    let odd = customers.list().await.unwrap_err();
    assert_eq!((odd.kind(), &odd.body().unwrap()[..]), (ErrorKind::Decode, &b"\xff"[..]));
    assert!(!script.is_exhausted());
    customers.list().await.unwrap();
    assert!(script.is_exhausted());
    let asked: Vec<_> = script.requests().iter().map(|seen| format!("{}?{}", seen.path(), seen.query())).collect();
    let expected = ["?id:in=1", "?id:in=2", "?id:in=3", "?", "?", "/elsewhere?"];
    assert_eq!(asked, expected.map(|rest| format!("{CUSTOMERS}{rest}")));
}

#[tokio::test]
async fn failures_are_those_of_real_connections() {
    let cases = [
        (Failure::Connect, ErrorKind::Transport, None, "no connection"),
        (Failure::NoResponse, ErrorKind::Transport, None, "the connection ended without a response"),
        (Failure::Timeout, ErrorKind::Timeout, None, "no complete response in time"),
        (Failure::BrokenBody, ErrorKind::Transport, Some(200), "the response broke off"),
        (Failure::StalledBody, ErrorKind::Timeout, Some(200), "no complete response in time"),
    ];
    for (failure, kind, status, text) in cases {
        let script = Script::new();
        script.push_failure(failure);
        let error = client(&script).v3().customers().list().email_in(["noor@example.org"]).await.unwrap_err();
        assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (kind, status), "{failure:?}");
        assert_eq!(error.to_string(), format!("v3.customers.list failed: {text}"));
        assert!(error.api::<Problem>().is_none() && error.body().is_none() && error.source().is_some(), "{failure:?}");
        assert!(script.is_exhausted());
        assert_eq!(only(&script).path(), CUSTOMERS);
    }
}

#[tokio::test]
async fn an_answer_of_any_status_can_break_off() {
    let script = Script::new();
    script.push(Reply::new(500).header("x-request-id", "0a1b").text("{\"ti").broken());
    script.push(empty_page().stalled());
    let customers = client(&script);
    let broken = customers.v3().customers().list().await.unwrap_err();
    assert_eq!((broken.kind(), broken.status().unwrap().as_u16()), (ErrorKind::Transport, 500));
    assert_eq!(broken.headers().unwrap()["x-request-id"], "0a1b");
    let stalled = customers.v3().customers().list().await.unwrap_err();
    assert_eq!((stalled.kind(), stalled.status().unwrap().as_u16()), (ErrorKind::Timeout, 200));
}

/// How often a call has to be polled until it is over, by a waker that nobody follows.
fn polls<F: IntoFuture>(call: F) -> (usize, F::Output) {
    let (mut call, mut context) = (std::pin::pin!(call.into_future()), Context::from_waker(Waker::noop()));
    (1..)
        .find_map(|polls| match call.as_mut().poll(&mut context) {
            Poll::Ready(output) => Some((polls, output)),
            Poll::Pending => None,
        })
        .unwrap()
}

#[tokio::test]
async fn an_answer_in_pieces_is_waited_for_before_each_and_before_the_end() {
    const BODY: &str = r#"{"data":[],"meta":{}}"#;
    let script = Script::new();
    let client = client(&script);
    let whole = {
        script.push(Reply::new(200).text(BODY));
        polls(client.v3().customers().list()).0
    };
    for (reply, pieces) in [
        (Reply::new(200).text(BODY).in_pieces(1), BODY.len()),
        (Reply::new(200).in_pieces(0).text(BODY), BODY.len()),
        (Reply::new(200).text(BODY).in_pieces(4), BODY.len().div_ceil(4)),
        (Reply::new(200).text(BODY).in_pieces(1000), 1),
        (Reply::new(200).chunks([&BODY[..3], "", &BODY[3..]]), 2),
        // What the pieces do not say is the last one.
        (Reply::new(200).chunks(["x"]).text(BODY), 2),
    ] {
        script.push(reply);
        // Tokio lets a task do so much between two of its own waits.
        tokio::task::yield_now().await;
        let (polls, page) = polls(client.v3().customers().list());
        assert!(page.unwrap().data.is_empty());
        assert_eq!(polls - whole, pieces + 1);
    }
    script.push(Reply::new(200).chunks([&BODY[..9], "x"]).broken());
    let (_, broken) = polls(client.v3().customers().list());
    assert_eq!(broken.unwrap_err().kind(), ErrorKind::Transport);
}

#[tokio::test(start_paused = true)]
async fn pieces_come_at_intervals() {
    let script = Script::new();
    let reply = || empty_page().in_pieces(10);
    script.push(reply().interval(Duration::from_secs(7)));
    script.push(reply().interval(Duration::from_secs(30)));
    let (client, began) = (client(&script), Instant::now());
    client.v3().customers().list().await.unwrap();
    assert_eq!(began.elapsed().as_secs(), 28, "three pieces and the end");
    let error = client.v3().customers().list().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Timeout, 200));
}

#[tokio::test]
async fn a_request_beyond_the_end_says_which() {
    let script = Script::new();
    script.push(empty_page());
    let client = client(&script);
    client.v3().customers().list().await.unwrap();
    let error = client.v3().customers().delete([4107]).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, None));
    let text = format!("v3.customers.delete failed: the script has no response left for DELETE {CUSTOMERS}");
    assert_eq!(error.to_string(), text);
    assert!(!format!("{error:?} {error:#}").contains("4107"));
    assert_eq!((script.requests().len(), script.remaining()), (2, 0));
}

#[tokio::test]
async fn what_is_no_answer_is_told_by_the_request_that_meets_it() {
    struct Unserializable;
    impl serde::Serialize for Unserializable {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("never"))
        }
    }
    for (reply, problem) in [
        (Reply::new(7), "7 is not a status"),
        (Reply::new(200).header("a b", "x"), "\"a b\" is not a header name"),
        (Reply::new(200).header("a", "x\n").header("a b", ""), "no header can carry the value of \"a\""),
        (Reply::new(200).json(Unserializable), "the body cannot be serialized: never"),
    ] {
        let script = Script::new();
        script.push(reply);
        let error = client(&script).v3().customers().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert_eq!(error.to_string(), format!("v3.customers.list failed: the script's reply is not valid: {problem}"));
    }
}

#[tokio::test]
async fn a_request_that_breaks_the_specification_takes_no_answer() {
    let script = Script::new();
    script.push(empty_page());
    let error = client(&script).v3().customers().list().email_in(["a"; 0]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!((script.remaining(), script.requests().len()), (1, 0));
}

#[tokio::test]
async fn clones_and_clients_share_the_queue_across_tasks() {
    fn assert_portable<T: Send + Sync + Clone + 'static>(_: &T) {}
    let script = Script::new();
    assert_portable(&script);
    let other = script.clone();
    let calls = [client(&script), client(&other), client(&script).clone()].map(|client| {
        other.push(empty_page());
        tokio::spawn(async move { client.v3().customers().list().await.map(drop) })
    });
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert!(script.is_exhausted() && other.is_exhausted());
    assert_eq!((script.requests().len(), other.requests().len()), (3, 3));
}

#[tokio::test(start_paused = true)]
async fn delays_and_timeouts_follow_the_clock_of_tokio() {
    let script = Script::new();
    script.push(empty_page().delay(Duration::from_secs(59)));
    script.push(empty_page().delay(Duration::from_secs(61)));
    let client = client(&script);
    let started = Instant::now();
    client.v3().customers().list().await.unwrap();
    assert_eq!(started.elapsed().as_secs(), 59);
    let error = client.v3().customers().list().await.unwrap_err();
    assert_eq!((error.kind(), started.elapsed().as_secs()), (ErrorKind::Timeout, 119));
}

/// A layer of the code under test works with a script below it, wherever it was added.
#[tokio::test]
async fn layers_stand_above_the_script() {
    struct Caller;
    impl Layer for Caller {
        fn call<'a>(&'a self, mut request: Request, next: Next<'a>) -> LayerFuture<'a> {
            request.headers_mut().insert("x-caller", "import".parse().unwrap());
            next.run(request)
        }
    }
    let script = Script::new();
    script.push(empty_page());
    let client = Client::builder("k7qd2m", "hush-token")
        .script(&script)
        .layer(Caller)
        .retry(RetryPolicy::none())
        .build()
        .unwrap();
    client.v3().customers().list().await.unwrap();
    assert_eq!(only(&script).header("x-caller"), Some("import"));
}

#[tokio::test]
async fn debug_shows_neither_bodies_nor_queries_nor_credentials() {
    let script = Script::new();
    let reply = Reply::new(200).header("x-name", "noor").json(json!({ "data": "noor" }));
    let mut shown = format!("{reply:?}");
    script.push(reply);
    script.push(empty_page());
    let client = client(&script);
    let _ = client.v3().customers().list().name_in(["noor"]).await;
    client.v3().customers().update([CustomerUpdate::new(1).first_name("noor")]).await.unwrap();
    shown += &format!(" {script:?} {:?} {client:?}", script.requests());
    assert!(!shown.contains("noor") && !shown.contains("hush-token"), "{shown}");
    assert!(shown.contains("Script { remaining: 0, requests: 2 }") && shown.contains(CUSTOMERS), "{shown}");
}

/// Tasks that run at once take their responses in any order.
#[tokio::test(start_paused = true)]
async fn requests_are_answered_by_method_and_path() {
    let script = Script::new();
    for id in [1, 2, 3] {
        let body = json!({ "allow": [], "deny": [], "updated_at": format!("2026-01-0{id}") });
        // The first one is the last to be answered.
        let reply = Reply::new(200).json(body).delay(Duration::from_secs(10 - id));
        script.on("get", format!("/customers/{id}/consent")).push(reply);
    }
    script.on(Method::GET, "/v3/customers/*/consent").always(Reply::new(404));
    script.on("GET", "/v3/customers").push_fixture(&customers::fixtures::LIST).push_failure(Failure::Timeout);
    script.push(Reply::new(204));
    assert_eq!(script.remaining(), 6);

    let client = client(&script);
    let mut tasks = tokio::task::JoinSet::new();
    for id in [3_i64, 1, 2, 4, 5] {
        let client = client.clone();
        tasks.spawn(async move {
            let found = client.v3().consent().get(id).await.map(|found| found.updated_at.clone());
            (id, found.map_err(|error| error.status().map(|status| status.as_u16())))
        });
    }
    let mut found = tasks.join_all().await;
    found.sort_by_key(|(id, _)| *id);
    for (id, found) in found {
        let expected = if id < 4 { Ok(Some(format!("2026-01-0{id}").into())) } else { Err(Some(404)) };
        assert_eq!(found, expected, "{id}");
    }

    client.v3().customers().list().await.unwrap();
    assert_eq!(client.v3().customers().list().await.unwrap_err().kind(), ErrorKind::Timeout);
    // Another method, and what no path names, takes what was pushed for all.
    assert_eq!(client.v3().customers().delete([4]).await.unwrap().status(), 204);
    assert!(script.is_exhausted());
    let error = client.v3().customers().list().await.unwrap_err();
    assert!(error.to_string().contains("no response left for GET /stores/k7qd2m/v3/customers"), "{error}");
}

#[test]
fn values_of_responses_are_built_from_some_fields() {
    /// The code under test.
    fn greeting(customer: &Customer) -> String {
        format!("{} <{}>", customer.first_name, customer.email)
    }

    let customer = build!(Customer { id: 4107, first_name: "Noor".into(), email: "noor@example.org".into() });
    assert_eq!(greeting(&customer), "Noor <noor@example.org>");
    assert_eq!(build!(customers::CustomerPage { data: vec![customer] }).data.len(), 1);
    assert_eq!(empty::<Customer>().addresses, None);

    let mut page = response(build!(customers::CustomerPage {}));
    page.data.push(build!(Customer { id: 1 }));
    assert_eq!((page.status().as_u16(), page.into_inner().data[0].id), (200, 1));
}

#[tokio::test]
async fn too_many_items_name_the_method_for_them() {
    let many = (1..=30).map(CustomerUpdate::new);
    let error = client(&Script::new()).v3().customers().update(many).await.unwrap_err();
    let text = "v3.customers.update was not sent: body: 30 items, must be 1 to 10: call `update_batches`, which takes any \
                number of items";
    assert_eq!(error.to_string(), text);
    // Too few are another problem.
    let error = client(&Script::new()).v3().customers().update([]).await.unwrap_err();
    assert!(error.to_string().ends_with("body: 0 items, must be 1 to 10"), "{error}");
}

/// Neighbours in a call have their own problems.
#[tokio::test]
async fn an_item_names_its_own_fields() {
    let script = Script::new();
    let errors = json!({ "0.email": "taken by another", "2.email": "not valid", "2.first_name": "too long" });
    script.push(Reply::new(422).json(json!({ "status": 422, "title": "Invalid", "errors": errors })));
    script.push(Reply::new(200).json(json!({ "data": [], "meta": {} })));
    let items = (1..=3).map(|id| CustomerUpdate::new(id).email("noor@example.org").first_name("Noor"));
    let outcomes = client(&script).v3().customers().update_batches(items).collect().await;
    let shown = |index: usize| format!("{:#}", outcomes[index].error().unwrap());
    assert_eq!(
        shown(0),
        "v3.customers.update failed: 422 Unprocessable Entity: Invalid (fields: email); 0.email: taken by another"
    );
    let third = "v3.customers.update failed: 422 Unprocessable Entity: Invalid (fields: email, first_name); 2.email: not \
                 valid; 2.first_name: too long";
    assert_eq!(shown(2), third);
    assert_eq!(outcomes[2].error().unwrap().field_keys().collect::<Vec<_>>(), ["email", "first_name"]);
    assert!(outcomes[1].is_done());
}
