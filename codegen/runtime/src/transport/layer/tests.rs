use std::{
    error::Error as _,
    future::{pending, poll_fn},
    io,
    net::TcpListener,
    pin::Pin,
    sync::Mutex,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use reqwest::{Body, header::HeaderValue};
use tokio::time::{Instant, sleep};

use super::*;
use crate::{
    call::config::ClientBuilder,
    sample::{Client, LIST, ListPets, Owner, builder},
    transport::{call_options::CallOptions, error::ErrorKind, request::Request as Call, retry::RetryPolicy},
};

/// A layer that is a function.
struct Fn<F>(F);

impl<F> Layer for Fn<F>
where
    F: for<'a> std::ops::Fn(Request, Next<'a>) -> LayerFuture<'a> + Send + Sync + 'static,
{
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a> {
        (self.0)(request, next)
    }
}

fn layer<F>(function: F) -> Fn<F>
where
    F: for<'a> std::ops::Fn(Request, Next<'a>) -> LayerFuture<'a> + Send + Sync + 'static,
{
    Fn(function)
}

type Log = Arc<Mutex<Vec<String>>>;

/// Records when a request passes on its way down and when on its way up, and adds a header.
fn mark(name: &'static str, log: &Log) -> impl Layer + use<> {
    let log = log.clone();
    layer(move |mut request, next| {
        let log = log.clone();
        Box::pin(async move {
            log.lock().unwrap().push(format!("> {name} {}", request.headers().contains_key("x-mark")));
            request.headers_mut().insert("x-mark", HeaderValue::from_static(name));
            let result = next.run(request).await;
            log.lock().unwrap().push(format!("< {name} {}", result.is_ok()));
            result
        })
    })
}

fn reply(status: u16, body: impl Into<Body>) -> Response {
    http::Response::builder().status(status).body(body.into()).unwrap().into()
}

/// Responds to every request with an empty array of pets.
fn no_pets() -> impl Layer {
    layer(|_, _| Box::pin(async { Ok(reply(200, "[]")) }))
}

async fn list(builder: ClientBuilder<Client>) -> Result<(), Error> {
    let client = builder.build().unwrap();
    ListPets(Call::new(&client.core, &LIST)).await.map(drop)
}

#[tokio::test]
async fn the_first_one_added_is_the_outermost() {
    let log = Log::default();
    let seen = log.clone();
    let bottom = layer(move |request, next| {
        let headers = request.headers();
        let token = &headers["x-token"];
        assert!(token.is_sensitive() && token == "hush-hush");
        assert_eq!(next.operation(), "v1.pets.list");
        let text = format!("{} {}, marked {:?}", request.method(), request.url(), headers["x-mark"]);
        seen.lock().unwrap().push(text);
        Box::pin(async { Ok(reply(200, "[]")) })
    });
    list(builder().layer(mark("outer", &log)).layer(mark("inner", &log)).layer(bottom)).await.unwrap();
    let expected = [
        "> outer false",
        "> inner true",
        "GET https://api.example.com/shops/s%201/v1/pets, marked \"inner\"",
        "< inner true",
        "< outer true",
    ];
    assert_eq!(*log.lock().unwrap(), expected);
}

#[tokio::test]
async fn a_response_without_next_is_a_response() {
    let log = Log::default();
    list(builder().layer(no_pets()).layer(mark("below", &log))).await.unwrap();
    assert!(log.lock().unwrap().is_empty());

    let missing = layer(|_, _| Box::pin(async { Ok(reply(404, r#"{"name":"Jane","phone":null,"title":"No pets"}"#)) }));
    let error = list(builder().layer(missing)).await.unwrap_err();
    assert_eq!(error.api::<Owner>().unwrap().name, "Jane");
    assert_eq!(error.to_string(), "v1.pets.list failed: 404 Not Found: No pets");
}

#[tokio::test]
async fn every_redirect_that_is_followed_is_a_request() {
    let log = Log::default();
    let moving = layer(|request, _| {
        Box::pin(async move {
            let mut response = http::Response::new("[]");
            if request.url().path().ends_with("/pets") {
                *response.status_mut() = reqwest::StatusCode::TEMPORARY_REDIRECT;
                response.headers_mut().insert("location", HeaderValue::from_static("animals"));
            }
            Ok(response.into())
        })
    });
    list(builder().layer(mark("hop", &log)).layer(moving)).await.unwrap();
    assert_eq!(*log.lock().unwrap(), ["> hop false", "< hop true", "> hop false", "< hop true"]);
}

#[tokio::test]
async fn a_failure_reaches_the_layers_above_and_may_be_tried_again() {
    let log = Log::default();
    let again = layer(|request, next| {
        Box::pin(async move {
            let copy = request.try_clone().unwrap();
            match next.run(request).await {
                Err(_) => next.run(copy).await,
                response => response,
            }
        })
    });
    let tries = Mutex::new(0);
    let flaky = layer(move |_, _| {
        *tries.lock().unwrap() += 1;
        let result = if *tries.lock().unwrap() == 1 { Err(Error::from_layer("not yet")) } else { Ok(reply(200, "[]")) };
        Box::pin(async { result })
    });
    list(builder().layer(again).layer(mark("try", &log)).layer(flaky)).await.unwrap();
    assert_eq!(*log.lock().unwrap(), ["> try false", "< try false", "> try false", "< try true"]);
}

#[tokio::test]
async fn an_error_of_a_layer_is_a_transport_error_that_shows_no_source() {
    let failing = layer(|_, _| Box::pin(async { Err(Error::from_layer(io::Error::other("jane@example.com"))) }));
    let error = list(builder().layer(failing)).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, None));
    assert_eq!(error.to_string(), "v1.pets.list failed: a layer failed");
    assert!(!format!("{error:?} {error:#}").contains("jane"));
    let source = error.source().unwrap().downcast_ref::<io::Error>().unwrap();
    assert_eq!(source.to_string(), "jane@example.com");
    assert!(error.api::<Owner>().is_none());
}

#[tokio::test]
async fn without_a_connection_layers_see_the_error_of_the_http_client() {
    let log = Log::default();
    // A port on which nobody listens any more.
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let builder = builder().base_url(format!("http://{address}")).layer(mark("above", &log));
    let error = list(builder.retry(RetryPolicy::none())).await.unwrap_err();
    assert_eq!(error.to_string(), "v1.pets.list failed: no connection");
    assert_eq!(*log.lock().unwrap(), ["> above false", "< above false"]);
}

/// A body that never arrives.
struct Stalled;

impl http_body::Body for Stalled {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, io::Error>>> {
        Poll::Pending
    }
}

const LIMIT: Duration = Duration::from_secs(20);

#[tokio::test(start_paused = true)]
async fn no_layer_outlasts_the_timeout() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let noted = seen.clone();
    let slow = layer(move |request, next| {
        noted.lock().unwrap().push(request.timeout().copied());
        Box::pin(async move {
            sleep(Duration::from_secs(15)).await;
            next.run(request).await
        })
    });
    let there_and_back = layer(|_, _| {
        let mut response = http::Response::new("");
        *response.status_mut() = reqwest::StatusCode::TEMPORARY_REDIRECT;
        response.headers_mut().insert("location", HeaderValue::from_static("pets"));
        Box::pin(async { Ok(response.into()) })
    });
    let stalled = layer(|_, _| Box::pin(pending()));
    let never_woken = layer(|_, _| Box::pin(poll_fn(|_| Poll::Pending)));
    let no_body = layer(|_, _| Box::pin(async { Ok(reply(503, Body::wrap(Stalled))) }));
    let extended = layer(|mut request, next| {
        *request.timeout_mut() = None;
        next.run(request)
    });
    for (case, builder, status) in [
        ("stalled", builder().layer(stalled), None),
        ("never woken", builder().layer(never_woken), None),
        ("each hop in time, but not both", builder().layer(slow).layer(there_and_back), None),
        ("a body that never comes", builder().layer(extended).layer(no_body), Some(503)),
    ] {
        let started = Instant::now();
        let error = list(builder.timeout(LIMIT).retry(RetryPolicy::none())).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.status().map(|status| status.as_u16())),
            (ErrorKind::Timeout, status),
            "{case}"
        );
        assert_eq!(error.to_string(), "v1.pets.list failed: no complete response in time", "{case}");
        let over = started.elapsed() - LIMIT;
        assert!(over < Duration::from_millis(5), "{case}: {over:?} too late");
    }
    let [Some(first), Some(second)] = seen.lock().unwrap()[..] else { panic!("two hops, each with what is left") };
    assert_eq!((first, (second + Duration::from_millis(5)).as_secs()), (LIMIT, 5));
}

#[tokio::test(start_paused = true)]
async fn a_timeout_without_end_is_one() {
    let slow = layer(|_, _| {
        Box::pin(async {
            sleep(Duration::from_secs(1_000_000)).await;
            Ok(reply(200, "[]"))
        })
    });
    list(builder().layer(slow).timeout(Duration::MAX).total_timeout(Duration::MAX)).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn options_are_those_of_one_call() {
    let log = Log::default();
    let seen = Arc::clone(&log);
    let failing = layer(move |request, _| {
        let header = |name: &str| request.headers().get(name).map_or("-", |value| value.to_str().unwrap()).to_owned();
        seen.lock().unwrap().push(format!("{} {}", header("x-trace"), header("x-token")));
        Box::pin(async { Ok(reply(502, "")) })
    });
    let client = builder().layer(failing).build().unwrap();
    let call = |options: CallOptions| ListPets(Call::new(&client.core, &LIST)).with(options);

    let twice = CallOptions::new().retry(RetryPolicy::new().attempts(2)).header("x-trace", "a").header("x-token", "b");
    assert!(call(twice).await.is_err());
    assert_eq!(*log.lock().unwrap(), ["a hush-hush", "a hush-hush"], "credentials cannot be replaced");

    let begin = Instant::now();
    let short = CallOptions::new().total_timeout(Duration::from_millis(1));
    assert_eq!(call(short).await.unwrap_err().kind(), ErrorKind::Api, "the last response, and no time for another");
    assert!(begin.elapsed() <= Duration::from_millis(1));

    for (name, value) in [("x-trace", "a\r\nx-token: mine"), ("x trace", "a"), ("", "a")] {
        let error = call(CallOptions::new().header(name, value)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name}");
        assert!(!error.to_string().contains("mine"), "{error}");
    }
}
