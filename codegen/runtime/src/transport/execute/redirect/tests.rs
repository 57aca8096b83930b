use std::sync::{Arc, Mutex};

use reqwest::{Request as Sent, header::HeaderValue};

use super::*;
use crate::{
    call::{config::ClientBuilder, decode::Decoder, endpoint::CallFuture},
    rt,
    sample::{API, Client},
    transport::{
        call_options::CallOptions,
        layer::{Layer, LayerFuture, Next as Below},
        request::Request,
    },
};

static PETS: rt::Operation =
    rt::Operation { name: "v1.pets", path: "/pets", security: Some(ALL), ..rt::Operation::new(&API) };
static DOWNLOAD: rt::Operation =
    rt::Operation { successes: crate::__statuses![302], security: Some(ALL), ..rt::Operation::new(&API) };
static EITHER: rt::Operation =
    rt::Operation { redirects: crate::__statuses![3xx], security: Some(ALL), ..rt::Operation::new(&API) };
static ANYTHING: rt::Operation =
    rt::Operation { successes: crate::__statuses![default], security: Some(ALL), ..rt::Operation::new(&API) };
static POST: rt::Operation = rt::Operation {
    method: rt::Method::Post,
    successes: crate::__statuses![303],
    security: Some(ALL),
    ..rt::Operation::new(&API)
};

/// One credential in the query, one in a cookie, and one in a header.
static SPEC: rt::ClientSpec = rt::ClientSpec {
    user_agent: "zoo/1",
    variables: &[rt::Variable { name: "shop", env: None, default: Some("s") }],
    credentials: &[&KEY, &SESSION, &TOKEN],
    needs: ALL,
};
const ALL: rt::Security = &[&[&KEY, &SESSION, &TOKEN]];
static KEY: rt::Credential =
    rt::Credential { scheme: "key", location: rt::CredentialLocation::Query, name: "key", env: None };
static SESSION: rt::Credential =
    rt::Credential { scheme: "session", location: rt::CredentialLocation::Cookie, name: "session", env: None };
static TOKEN: rt::Credential =
    rt::Credential { scheme: "token", location: rt::CredentialLocation::Header, name: "X-Token", env: None };

/// Redirects to one location after another, then responds with 200; records what was sent.
struct Hops {
    status: u16,
    locations: &'static [&'static str],
    sent: Arc<Mutex<Vec<String>>>,
}

impl Layer for Hops {
    fn call<'a>(&'a self, request: Sent, _: Below<'a>) -> LayerFuture<'a> {
        let mut sent = self.sent.lock().unwrap();
        let header = |name: &str| request.headers().get(name).map_or("", |value| value.to_str().unwrap());
        let names = ["x-token", "cookie", "x-own", "x-plain"].map(header);
        sent.push(format!("{} {} {}", request.method(), request.url(), names.join("|")));
        let mut response = http::Response::new("{}");
        if let Some(location) = self.locations.get(sent.len() - 1) {
            *response.status_mut() = StatusCode::from_u16(self.status).unwrap();
            response.headers_mut().insert(LOCATION, HeaderValue::from_static(location));
        }
        Box::pin(async move { Ok(response.into()) })
    }
}

/// Makes a call. Returns its status or the text of its error, and what was sent.
async fn call(
    operation: &'static rt::Operation,
    status: u16,
    locations: &'static [&'static str],
    options: CallOptions,
    prepare: impl FnOnce(Request) -> Request,
) -> (Result<u16, String>, Vec<String>) {
    let sent = Arc::new(Mutex::new(Vec::new()));
    let builder = ClientBuilder::<Client>::new(&SPEC).credential(&KEY, "k+1").credential(&SESSION, "sss");
    let builder = builder.credential(&TOKEN, "ttt").layer(Hops { status, locations, sent: Arc::clone(&sent) });
    let core = builder.build().unwrap().core;
    let mut request = prepare(Request::new(&core, operation));
    request.set_options(options);
    let called = CallFuture::<()>::new(request, Decoder::empty()).await;
    let outcome = called.map(|response| response.status().as_u16()).map_err(|error| error.to_string());
    let sent = sent.lock().unwrap().clone();
    (outcome, sent)
}

fn follow() -> CallOptions {
    CallOptions::new().redirect(RedirectPolicy::Follow)
}

const HOME: &str = "https://api.example.com/shops/s/v1/pets";

/// A credential in the query is neither lost nor sent to another host, and is sent once.
#[tokio::test]
async fn credentials_of_the_query() {
    const ALL: &str = "ttt|session=sss||";
    let key = "limit=5&key=k%2B1";
    let first = format!("GET {HOME}?{key} {ALL}");
    for (locations, options, rest) in [
        (
            &["/x?limit=5&key=k%2B1"][..],
            CallOptions::new(),
            Ok(vec![format!("GET https://api.example.com/x?{key} {ALL}")]),
        ),
        (&["/x?limit=5"], CallOptions::new(), Err("it has another query")),
        (&["/x?limit=5&key=other"], CallOptions::new(), Err("it has another query")),
        (&["/x?limit=5&key=k%2B1"], follow(), Ok(vec![format!("GET https://api.example.com/x?{key} {ALL}")])),
        (&["/x?a=1"], follow(), Ok(vec![format!("GET https://api.example.com/x?a=1&key=k%2B1 {ALL}")])),
        (&["https://cdn.example/x?a=1"], follow(), Ok(vec!["GET https://cdn.example/x?a=1 |||".to_owned()])),
        (&["https://cdn.example/x?limit=5&key=k%2B1"], follow(), Err("its location holds a credential")),
        (&["https://cdn.example/k+1"], follow(), Err("its location holds a credential")),
        (&["https://cdn.example/%74tt"], follow(), Err("its location holds a credential")),
        (
            &["https://cdn.example/x", "https://api.example.com/y?z"],
            follow(),
            Ok(vec!["GET https://cdn.example/x |||".to_owned(), "GET https://api.example.com/y?z |||".to_owned()]),
        ),
    ] {
        let case = format!("{locations:?} with {options:?}");
        let (outcome, sent) = call(&PETS, 307, locations, options, |request| request.query("limit", 5)).await;
        match (outcome, rest) {
            (Ok(200), Ok(rest)) => assert_eq!(sent, [std::slice::from_ref(&first), &rest[..]].concat(), "{case}"),
            (Err(error), Err(why)) => {
                assert!(error.contains(&why.replace("it has", "its location has")), "{case}: {error}");
                assert!(!error.contains("ttt") && !error.contains("k+1"), "{error}");
                assert_eq!(sent, std::slice::from_ref(&first), "{case}");
            }
            (outcome, rest) => panic!("{case}: {outcome:?} in place of {rest:?}"),
        }
    }
}

/// Headers of the call are secrets; those that the operation declares are not, unless they replace a credential.
#[tokio::test]
async fn harmless_headers_go_along() {
    let options = follow().header("x-own", "1").correlation_id("c");
    let (outcome, sent) = call(&PETS, 302, &["https://cdn.example/x"], options, |mut request| {
        request.set_header("x-plain", "2");
        request.set_header("X-Token", "mine");
        request
    })
    .await;
    assert_eq!(outcome, Ok(200));
    assert_eq!(sent[1], "GET https://cdn.example/x |||2");
}

#[tokio::test]
async fn what_is_not_followed_says_why() {
    let same: &[&str] = &["pets?key=k%2B1"; 9];
    for (operation, status, locations, options, expected) in [
        (
            &PETS,
            302,
            &["https://cdn.example/a?mail=x"][..],
            CallOptions::new(),
            "302 Found: not followed to https://cdn.example: it leads to another origin",
        ),
        (
            &PETS,
            302,
            &["http://cdn.example/a"],
            follow(),
            "302 Found: not followed to http://cdn.example: it leads from https to http",
        ),
        (
            &PETS,
            302,
            &["http://api.example.com/a"],
            follow(),
            "302 Found: not followed to http://api.example.com: it leads from https to http",
        ),
        (
            &PETS,
            302,
            &["ftp://cdn.example/a"],
            follow(),
            "302 Found: not followed to ftp://cdn.example: it leads to another origin",
        ),
        (
            &PETS,
            302,
            &["https://ttt.example/a"],
            CallOptions::new(),
            "302 Found: not followed: it leads to another origin",
        ),
        (&PETS, 302, &["data:text/plain,a"], follow(), "302 Found: not followed: it leads to another origin"),
        (&PETS, 302, &["https://a b/"], follow(), "302 Found: not followed: its location is not a URL"),
        (
            &PETS,
            302,
            &["//u@api.example.com/"],
            CallOptions::new(),
            "302 Found: not followed: its location has a user name or password",
        ),
        (
            &PETS,
            307,
            same,
            CallOptions::new(),
            "307 Temporary Redirect: not followed: there were 5 redirects before it",
        ),
        (
            &PETS,
            308,
            same,
            CallOptions::new().redirect(RedirectPolicy::None),
            "308 Permanent Redirect: not followed: the call follows no redirects",
        ),
        (&EITHER, 307, same, CallOptions::new(), "307 Temporary Redirect: not followed: it is a declared response"),
        (&PETS, 300, same, follow(), "300 Multiple Choices"),
        (&PETS, 304, same, follow(), "304 Not Modified"),
    ] {
        let prepare = |request: Request| request;
        let (outcome, _) = call(operation, status, locations, options, prepare).await;
        let name = operation.name;
        assert_eq!(outcome, Err(format!("{name} failed: {expected}")), "{locations:?}");
    }
    let with_body = |request: Request| request.json(&"x".to_owned());
    let (outcome, sent) = call(&PETS, 302, &["https://cdn.example/"], follow(), with_body).await;
    let why = "not followed to https://cdn.example: it leads to another origin, and the request has a body";
    assert_eq!((outcome, sent.len()), (Err(format!("v1.pets failed: 302 Found: {why}")), 1));
}

/// A declared redirect is a result, unless the caller wants to follow it; `default` declares none.
#[tokio::test]
async fn declared_redirects() {
    let elsewhere: &[&str] = &["https://cdn.example/file"];
    let here: &[&str] = &["/file?key=k%2B1"];
    for (operation, status, locations, options, expected, requests) in [
        (&DOWNLOAD, 302, elsewhere, CallOptions::new(), Some(302), 1),
        (&DOWNLOAD, 302, here, CallOptions::new(), Some(302), 1),
        (&DOWNLOAD, 302, elsewhere, follow(), Some(200), 2),
        (&DOWNLOAD, 307, here, CallOptions::new(), Some(200), 2),
        (&DOWNLOAD, 307, elsewhere, CallOptions::new(), None, 1),
        (&EITHER, 307, here, CallOptions::new(), None, 1),
        (&EITHER, 307, elsewhere, follow(), Some(200), 2),
        (&ANYTHING, 307, here, CallOptions::new(), Some(200), 2),
        (&ANYTHING, 307, elsewhere, CallOptions::new(), None, 1),
        (&POST, 303, elsewhere, follow(), Some(303), 1),
        (&POST, 302, elsewhere, CallOptions::new(), None, 1),
    ] {
        let case = format!("{status} to {locations:?} with {options:?}");
        let (outcome, sent) = call(operation, status, locations, options, |request| request).await;
        assert_eq!((outcome.ok(), sent.len()), (expected, requests), "{case}");
    }
}
