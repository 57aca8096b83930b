//! What a mock cannot show: the bytes of a request, responses that break off or never end, and the targets of
//! redirects.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::time::{Duration, Instant};
use std::{env, process};

use generated_client::v3::common::{AccessError, Problem};
use generated_client::v3::customers::CustomerUpdate;
use generated_client::{CallOptions, Client, ErrorKind};
use test_support::{STORE, TOKEN, Wire};

const EMPTY_PAGE: &str = Wire::EMPTY_PAGE;

fn redirect(status: u16, location: &str) -> String {
    format!("HTTP/1.1 {status} Elsewhere\r\nconnection: close\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n")
}

#[tokio::test]
async fn the_request_line_and_the_headers_are_as_the_spec_says() {
    let wire = Wire::responding(&[EMPTY_PAGE]);
    let client = wire.client();
    client.v3().customers().list().id_in([4, 5]).limit(50).await.unwrap();
    client.v3().segments().list_profiles("../%2e%2e/..;x").await.unwrap();
    assert_eq!(
        wire.lines(),
        [
            format!("GET /stores/{STORE}/v3/customers?id:in=4,5&limit=50"),
            format!("GET /stores/{STORE}/v3/segments/..%2F%252e%252e%2F..%3Bx/shopper-profiles"),
        ]
    );
    for request in wire.requests() {
        let head: Vec<_> = request.lines().map(str::to_lowercase).collect();
        let count = |start: &str| head.iter().filter(|line| line.starts_with(start)).count();
        assert!(head.contains(&format!("x-auth-token: {TOKEN}")), "{request}");
        for (header, times) in
            [("x-auth-token:", 1), ("accept: application/json", 1), ("user-agent: generated-client/", 1)]
        {
            assert_eq!(count(header), times, "{header} in\n{request}");
        }
        for header in
            ["content-type:", "content-length:", "transfer-encoding:", "cookie:", "authorization:", "referer:"]
        {
            assert_eq!(count(header), 0, "{header} in\n{request}");
        }
    }
}

#[tokio::test]
async fn a_base_url_stands_for_the_host_alone() {
    let wire = Wire::responding(&[EMPTY_PAGE]);
    for base in [wire.uri(), format!("{}/", wire.uri()), format!("{}/proxy/", wire.uri())] {
        test_support::client(&base).v3().customers().list().await.unwrap();
    }
    let path = format!("/stores/{STORE}/v3/customers");
    assert_eq!(wire.lines(), [format!("GET {path}"), format!("GET {path}"), format!("GET /proxy{path}")]);
}

/// The kinds of failure below HTTP; none shows the URL of the request.
#[tokio::test]
async fn responses_that_break_off_are_transport_errors_and_slow_ones_timeouts() {
    let cases = [
        ("", ErrorKind::Transport, None),
        ("HTTP/1.1 2", ErrorKind::Transport, None),
        ("no HTTP at all\r\n\r\n", ErrorKind::Transport, None),
        ("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"data\":[", ErrorKind::Transport, Some(200)),
        ("HTTP/1.1 500 No\r\ncontent-length: 99\r\n\r\n{", ErrorKind::Transport, Some(500)),
        ("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"dat", ErrorKind::Transport, Some(200)),
        ("…", ErrorKind::Timeout, None),
        ("HTTP/1.1 200 OK\r\n…", ErrorKind::Timeout, None),
        ("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"data\":[…", ErrorKind::Timeout, Some(200)),
    ];
    for (response, kind, status) in cases {
        let wire = Wire::responding(&[response]);
        let builder = test_support::builder(&wire.uri()).timeout(Duration::from_millis(300));
        let client = builder.build().unwrap();
        let error = client.v3().customers().list().email_in(["noor.brandt@example.org"]).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{response:?}");
        assert_eq!(error.status().map(|status| status.as_u16()), status, "{response:?}");
        assert!(error.api::<Problem>().is_none());
        let mut shown = format!("{error} {error:?} {error:#}");
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            shown += &format!(" {cause} {cause:?}");
            source = cause.source();
        }
        for secret in ["noor", TOKEN, STORE] {
            assert!(!shown.contains(secret), "{secret} is shown in {shown}");
        }
    }
}

/// One timeout for the whole call, redirects included.
#[tokio::test]
async fn a_timeout_covers_the_whole_call() {
    let path = format!("/stores/{STORE}/v3/elsewhere");
    let wire = Wire::responding(&[&redirect(307, &path), "…"]);
    let builder = test_support::builder(&wire.uri()).timeout(Duration::from_millis(400));
    let started = Instant::now();
    let error = builder.build().unwrap().v3().customers().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
}

#[tokio::test]
async fn a_redirect_within_the_host_repeats_the_request_as_it_is() {
    let path = format!("/stores/{STORE}/v3/elsewhere");
    for status in [307, 308] {
        let wire = Wire::responding(&[&redirect(status, &path), EMPTY_PAGE]);
        let client = wire.client();
        let update = client.v3().customers().update([CustomerUpdate::new(4107)]);
        update.with(CallOptions::new().redirect_writes(true)).await.unwrap();
        assert_eq!(wire.lines(), [format!("PUT /stores/{STORE}/v3/customers"), format!("PUT {path}")]);
        let second = &wire.requests()[1];
        assert!(second.contains(TOKEN) && second.ends_with("[{\"id\":4107}]"), "{second}");
    }
    // A GET may be redirected.
    let wire = Wire::responding(&[&redirect(302, &path), EMPTY_PAGE]);
    wire.client().v3().customers().list().await.unwrap();
    assert_eq!(wire.lines()[1], format!("GET {path}"));
}

/// The success of the redirected GET would be taken for that of the write.
#[tokio::test]
async fn a_write_never_becomes_a_get() {
    for status in [301, 302, 303] {
        let wire = Wire::responding(&[&redirect(status, &format!("/stores/{STORE}/v3/customers")), EMPTY_PAGE]);
        let error = wire.client().v3().customers().update([CustomerUpdate::new(4107)]).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert!(error.api::<Problem>().is_none() && error.api::<AccessError>().is_none(), "{error}");
        assert_eq!(wire.requests().len(), 1, "{status}");
    }
}

#[tokio::test]
async fn no_spelling_of_another_host_gets_the_token() {
    let elsewhere = Wire::responding(&[EMPTY_PAGE]);
    let port = elsewhere.port();
    for location in [
        format!("http://127.0.0.1:{port}/"),
        format!("//127.0.0.1:{port}/"),
        format!("http://localhost:{port}/"),
        format!("\\\\127.0.0.1:{port}/"),
        format!("http://user:password@127.0.0.1:{port}/"),
        format!("https://127.0.0.1:{port}/"),
    ] {
        let wire = Wire::responding(&[&redirect(307, &location)]);
        let error = wire.client().v3().customers().list().await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 307, "{location}");
        assert_eq!(wire.requests().len(), 1, "{location}");
    }
    // Another name of the same host counts as another host, and a password in a URL is refused.
    for location in ["http://localhost:{port}/", "http://user:password@127.0.0.1:{port}/"] {
        let wire = Wire::responding(&[&redirect(307, location), EMPTY_PAGE]);
        assert!(wire.client().v3().customers().list().await.is_err(), "{location}");
        assert_eq!(wire.requests().len(), 1, "{location}");
    }
    assert!(elsewhere.requests().is_empty());
}

#[tokio::test]
async fn headers_of_a_204_are_kept() {
    let response = "HTTP/1.1 204 No Content\r\nconnection: close\r\nx-request-id: 0a1b2c3d4e5f60718293a4b5c6d7e8f9\r\n\
                  x-rate-limit-requests-quota: 450\r\nX-RATE-LIMIT-REQUESTS-LEFT: 449\r\n\
                  x-rate-limit-time-reset-ms: 29663\r\nx-rate-limit-time-window-ms: 30000\r\n\r\n";
    let wire = Wire::responding(&[response]);
    let done = wire.client().v3().customers().delete([31]).await.unwrap();
    assert_eq!(done.status().as_u16(), 204);
    assert_eq!(done.request_id(), Some("0a1b2c3d4e5f60718293a4b5c6d7e8f9"));
    assert_eq!(done.rate_limit().map(|budget| (budget.quota, budget.left)), Some((450, 449)));
}

/// The names of the environment variables are those of the spec. They belong to the process, so each case runs in its
/// own.
#[test]
fn the_environment_names_the_store_and_the_token() {
    const NAMES: [&str; 3] = ["BIGCOMMERCE_STORE_HASH", "BIGCOMMERCE_ACCESS_TOKEN", "BIGCOMMERCE_BASE_URL"];
    if let Ok(expected) = env::var("TESTS_FROM_ENV") {
        match Client::from_env() {
            Ok(client) => {
                assert!(!format!("{client:?}").contains("hush-token"));
                assert!(format!("{client:?}").contains(&format!("base_url: {expected}")), "{client:?}");
                // What a program sets is worth more than its environment.
                let client = Client::builder_from_env().unwrap().base_url("https://set.example").build().unwrap();
                assert!(format!("{client:?}").contains("https://set.example"), "{client:?}");
            }
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::Configuration);
                assert!(error.to_string().contains(&expected), "{error} is not about {expected}");
            }
        }
        return;
    }
    for (values, expected) in [
        ([Some("k7qd2m"), Some("hush-token"), None], "None"),
        ([Some("k7qd2m"), Some("hush-token"), Some("http://127.0.0.1:1/")], r#"Some("http://127.0.0.1:1")"#),
        ([None, Some("hush-token"), None], NAMES[0]),
        ([Some("k7qd2m"), None, None], NAMES[1]),
        ([Some(""), Some("hush-token"), None], NAMES[0]),
        ([Some("k7qd2m"), Some(""), None], NAMES[1]),
        ([Some("k7qd2m"), Some("hush-token"), Some("")], "the environment variable BIGCOMMERCE_BASE_URL is empty"),
        (
            [Some("k7qd2m"), Some("hush-token"), Some("http://store.example")],
            "the environment variable BIGCOMMERCE_BASE_URL is not a base URL: it must be https",
        ),
    ] {
        let mut child = process::Command::new(env::current_exe().unwrap());
        child
            .args(["--exact", "transport::the_environment_names_the_store_and_the_token"])
            .env("TESTS_FROM_ENV", expected);
        for (name, value) in NAMES.iter().zip(values) {
            match value {
                Some(value) => child.env(name, value),
                None => child.env_remove(name),
            };
        }
        let output = child.output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && text.contains("1 passed"), "{expected}: {text}");
    }
}
