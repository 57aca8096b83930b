//! Calls of endpoints that the specification does not have: what is sent, what comes back, what is refused.

use generated_client::{
    CallOptions, Client, ErrorKind, Json, RawRequest,
    reqwest::Method,
    test_util::{Failure, Reply, Script},
};
use serde_json::{Value, json};

fn client(script: &Script) -> Client {
    Client::builder("k7qd2m", "hush-token").script(script).build().unwrap()
}

#[tokio::test]
async fn a_call_is_sent_as_any_other() {
    let script = Script::new();
    script.push_json(200, json!({ "data": [{ "id": 31, "price": 59.990 }] }));
    script.push(Reply::new(204));
    script.push(Reply::new(200).text(r#"[{"price": 59.990}]"#));
    let client = client(&script);
    let brands =
        client.v3().raw(Method::GET, "/catalog/brands").query("id:in", "1,2").query("name", "A&B").query("x", 5);
    let answer = brands.with(CallOptions::new().correlation_id("job 7")).await.unwrap();
    assert_eq!(answer.to_value().unwrap()["data"][0]["id"], 31);
    let path = format!("/catalog/brands/{}", "a b");
    let done = client.v3().raw(Method::PUT, path).json(&json!({ "name": "ü" })).await.unwrap();
    assert_eq!((done.status().as_u16(), done.get()), (204, "null"));
    // No status is beyond a specification that there is not.
    assert!(done.drift().is_empty());
    // As it came, to the last digit.
    assert_eq!(client.v2().raw(Method::GET, "/brands").await.unwrap().get(), r#"[{"price": 59.990}]"#);

    let requests = script.requests();
    let [list, update, old] = &requests[..] else { panic!("three requests") };
    assert_eq!((list.method(), list.path()), (&Method::GET, "/stores/k7qd2m/v3/catalog/brands"));
    assert_eq!(list.query(), "id:in=1,2&name=A%26B&x=5");
    assert_eq!((list.header("accept"), list.header("x-auth-token")), (Some("application/json"), Some("hush-token")));
    assert_eq!((list.header("x-correlation-id"), list.header("content-type")), (Some("job 7"), None));
    assert_eq!((update.method(), update.path()), (&Method::PUT, "/stores/k7qd2m/v3/catalog/brands/a%20b"));
    assert_eq!((update.query(), update.header("content-type")), ("", Some("application/json")));
    assert_eq!(update.json().unwrap(), json!({ "name": "ü" }));
    assert_eq!(old.path(), "/stores/k7qd2m/v2/brands");
}

#[tokio::test]
async fn answers_decode_into_types_of_ones_own() {
    let script = Script::new();
    script.push_json(200, json!({ "count": 7 }));
    script.push(Reply::new(200).text("\n"));
    script.push(Reply::new(204));
    script.push(Reply::new(204));
    script.push_json(200, json!({ "count": "LEAK" }));
    let client = client(&script);
    let raw = || client.v3().raw(Method::GET, "/catalog/summary");
    type Count = std::collections::HashMap<String, u32>;
    assert_eq!(raw().fetch::<Count>().await.unwrap()["count"], 7);
    assert_eq!(*raw().fetch::<Option<Count>>().await.unwrap(), None);
    raw().fetch::<()>().await.unwrap();
    let error = raw().fetch::<Count>().await.err().unwrap();
    let message = "v3.raw failed: cannot decode the response (204 No Content): the body is empty";
    assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Decode, message));
    let error = raw().fetch::<Count>().await.err().unwrap();
    assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, Some("*")), "a key of a map may be anyone's");
    assert!(!format!("{error:#} {error:?}").contains("LEAK"));
}

#[tokio::test(start_paused = true)]
async fn errors_are_keyed_by_nothing_and_become_the_crates() {
    let script = Script::new();
    let body = json!({ "status": 409, "title": "In use.", "errors": { "name": "noor" } });
    script.push(Reply::new(409).header("x-request-id", "0a1b").json(&body));
    let client = client(&script);
    let call = || {
        client
            .v3()
            .raw(Method::POST, "/brands/noor")
            .query("email", "noor@example.org")
            .json(&json!({ "name": "noor" }))
    };
    let error = call().await.unwrap_err();
    assert_eq!(error.api().map(Json::to_value).unwrap().unwrap(), body);
    assert_eq!(error.status().unwrap().as_u16(), 409);
    let shown = format!("{error} {error:?} {:?}", call());
    assert!(!shown.contains("noor"), "{shown}");
    assert_eq!(error.to_string(), "v3.raw failed: 409 Conflict: In use. (fields: name) [request 0a1b]");
}

#[tokio::test(start_paused = true)]
async fn the_method_says_what_is_tried_again() {
    for (method, requests) in [
        (Method::GET, 2),
        (Method::HEAD, 2),
        (Method::OPTIONS, 2),
        (Method::PUT, 2),
        (Method::DELETE, 2),
        (Method::POST, 1),
        (Method::PATCH, 1),
    ] {
        let script = Script::new();
        script.push_failure(Failure::NoResponse);
        script.push(Reply::new(200));
        let outcome = client(&script).v3().raw(method.clone(), "/brands").await;
        assert_eq!((outcome.is_ok(), script.requests().len()), (requests == 2, requests), "{method}");
        assert!(script.requests().iter().all(|request| *request.method() == method));
        if let Err(error) = outcome {
            assert!(error.may_have_taken_effect(), "{method}");
        }
        // What is refused is not carried out.
        let script = Script::new();
        script.push(Reply::new(429).header("x-rate-limit-time-reset-ms", "9000"));
        script.push(Reply::new(200));
        client(&script).v3().raw(method, "/brands").await.unwrap();
        assert_eq!(script.requests().len(), 2);
    }
}

#[tokio::test]
async fn what_could_lead_elsewhere_is_not_sent() {
    let script = Script::new();
    let client = client(&script);
    let get = |path: &str| client.v3().raw(Method::GET, path);
    // A key that is no text is what JSON does not have.
    let no_json = std::collections::BTreeMap::from([((1, 2), 3)]);
    let calls: [(RawRequest, &str); 8] = [
        (get("https://example.org"), "path: it has to begin with `/`, and follows the server's URL"),
        (get("//example.org/x"), "path: it has an empty segment"),
        (get("/../../other/v3/customers"), "path: `.` and `..` are not path segments"),
        (get("/brands?limit=5"), "path: it has a `?`, `#` or `\\`; the query is set by `query`"),
        (get("/brands\n"), "path: it has control characters"),
        (get("/brands").query("", 5), "query: a name is empty"),
        (get("/brands").json(&no_json), "body: key must be a string"),
        (
            client.v3().raw(Method::from_bytes(b"PURGE").unwrap(), "/brands"),
            "method: GET, HEAD, OPTIONS, PUT, DELETE, POST and PATCH can be sent",
        ),
    ];
    for (call, problem) in calls {
        let error = call.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.to_string(), format!("v3.raw was not sent: {problem}"));
    }
    assert_eq!(script.requests().len(), 0);
}

#[tokio::test]
async fn an_encoded_path_is_encoded_again() {
    let script = Script::new();
    script.push_json(200, Value::Null);
    client(&script).v3().raw(Method::GET, "/a/%2e%2e/%2F").await.unwrap();
    assert_eq!(script.requests()[0].path(), "/stores/k7qd2m/v3/a/%252e%252e/%252F");
}
