//! Where the token may be sent, and how every kind of failure is shown.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::error::Error as _;
use std::io::Write as _;
use std::time::Duration;

use generated_client::v3::common::{AccessError, Problem};
use generated_client::{Client, ErrorKind, HttpClient};
use serde_json::json;
use test_support::{STORE, Server, TOKEN, client};
use wiremock::ResponseTemplate;

/// Personal data, planted wherever a response has room for it.
const SECRETS: [&str; 4] = [TOKEN, "aiko.tanabe@example.org", "Tanabe", "pass-word-7"];

fn assert_clean(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} is shown in: {text}");
    }
}

#[tokio::test]
async fn the_token_does_not_follow_a_redirect_to_another_host() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::json(200, &json!({"data": [], "meta": {}})).await;
        let response = ResponseTemplate::new(status).insert_header("Location", elsewhere.uri());
        let server = Server::responding(response).await;
        let error = server.client().v3().customers().list().await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert!(error.api::<Problem>().is_none() && error.api::<AccessError>().is_none());
        assert!(elsewhere.requests().await.is_empty(), "{status} was followed");
    }
}

#[tokio::test]
async fn a_redirect_in_circles_ends() {
    let path = format!("/stores/{STORE}/v3/customers");
    let server = Server::responding(ResponseTemplate::new(307).insert_header("Location", path)).await;
    let error = server.client().v3().customers().list().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 307);
    assert!(server.requests().await.len() < 10);
}

#[test]
fn plain_http_leads_to_this_machine_only() {
    for (url, allowed) in [
        ("http://127.0.0.1:8080", true),
        ("http://localhost", true),
        ("http://[::1]:8080", true),
        ("https://api.example.org", true),
        ("http://api.example.org", false),
        ("http://127.0.0.1.example.org", false),
        ("http://192.0.2.7", false),
        ("https://user:password@api.example.org", false),
        ("ftp://127.0.0.1", false),
        ("api.example.org", false),
    ] {
        let built = Client::builder(STORE, TOKEN).base_url(url).build();
        assert_eq!(built.is_ok(), allowed, "{url}");
        if let Err(error) = built {
            assert_eq!(error.kind(), ErrorKind::Configuration);
            assert_clean(&format!("{error:#} {error:?}"));
        }
    }
}

#[test]
fn what_cannot_be_a_store_or_a_token_is_refused() {
    for (store, token) in [("", TOKEN), ("..", TOKEN), (STORE, "")] {
        assert_eq!(Client::builder(store, token).build().unwrap_err().kind(), ErrorKind::Configuration);
    }
}

/// `?` converts the errors of any operation into the crate's.
#[tokio::test]
async fn errors_of_all_operations_become_one() {
    /// The error of an application, as its `#[from]` would define it.
    struct Failure(generated_client::Error);

    impl From<generated_client::Error> for Failure {
        fn from(error: generated_client::Error) -> Self {
            Self(error)
        }
    }

    async fn both(client: &Client) -> Result<(), Failure> {
        client.v2().customer_groups().count().await?;
        client.v3().customers().list().await?;
        Ok(())
    }
    let server = Server::json(404, &json!([{"status": 404, "message": "gone"}])).await;
    let Err(Failure(error)) = both(&server.client()).await else { panic!("404") };
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 404));
}

#[tokio::test]
async fn a_silent_server_is_a_timeout() {
    let response = ResponseTemplate::new(200).set_delay(Duration::from_secs(30));
    let server = Server::responding(response).await;
    let client = test_support::builder(&server.uri()).timeout(Duration::from_millis(50)).build().unwrap();
    assert_eq!(client.v3().customers().list().await.unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn no_server_is_a_transport_error() {
    // The port was free a moment ago, and nobody listens on it.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let error = client(&format!("http://127.0.0.1:{port}")).v3().customers().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.source().is_some());
    assert!(!format!("{error:?}").contains(STORE), "the URL is not shown");
}

#[tokio::test]
async fn bodies_of_gateways_are_kept() {
    for (status, content_type, body) in [
        (502, "text/html", "<html><h1>Bad gateway</h1></html>"),
        (503, "text/html", ""),
        (429, "text/plain", ""),
        (403, "application/json", "{\"error\": \"The scopes of this token do not suffice.\"}"),
        (509, "application/json", "[{\"status\": 509, \"message\": \"The hour's requests are used up.\"}]"),
    ] {
        let response = ResponseTemplate::new(status).set_body_raw(body, content_type);
        let server = Server::responding(response).await;
        let error = server.client().v3().customers().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Api);
        assert_eq!(error.body().unwrap(), body);
        assert_eq!(error.status().unwrap().as_u16(), status);
        // The gateway's page has no declared type, and an array is not a `Problem`.
        assert_eq!(error.api::<AccessError>().is_some(), status == 403, "{status}");
        assert!(error.api::<Problem>().is_none(), "{status}");
    }
}

#[tokio::test]
async fn a_429_says_how_long_to_wait() {
    let response = ResponseTemplate::new(429)
        .insert_header("X-Retry-After", "17")
        .insert_header("X-Rate-Limit-Requests-Quota", "150")
        .insert_header("X-Rate-Limit-Requests-Left", "0")
        .insert_header("X-Rate-Limit-Time-Reset-Ms", "16001")
        .insert_header("X-Rate-Limit-Time-Window-Ms", "30000");
    let server = Server::responding(response).await;
    let error = server.client().v3().customers().list().await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(17)), "the longer of both");
    assert_eq!(error.rate_limit().unwrap().left, 0);
}

#[tokio::test]
async fn a_wrong_type_is_found_by_its_path() {
    let server = Server::json(200, &json!({"data": [{"id": "Tanabe"}], "meta": {}})).await;
    let error = server.client().v3().customers().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.decode_path(), Some("data[0].id"));
    assert!(error.body().is_some());
    assert_clean(&format!("{error} {error:?}"));
}

#[tokio::test]
async fn broken_responses_do_not_decode() {
    for body in ["", "<html>", "{\"data\": [", "[1]", "null"] {
        let server = Server::responding(ResponseTemplate::new(200).set_body_string(body)).await;
        let error = server.client().v3().customers().list().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
}

#[tokio::test]
async fn compressed_responses_are_read() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(br#"{"data": [], "meta": {}}"#).unwrap();
    let response = ResponseTemplate::new(200)
        .insert_header("Content-Encoding", "gzip")
        .set_body_raw(gzip.finish().unwrap(), "application/json");
    let server = Server::responding(response).await;
    assert!(server.client().v3().customers().list().await.unwrap().data.is_empty());
    assert!(server.request().await.headers["accept-encoding"].to_str().unwrap().contains("gzip"));
}

#[tokio::test]
async fn stores_share_a_pool_and_keep_their_tokens() {
    let server = Server::json(200, &json!({"data": [], "meta": {}})).await;
    let pool = HttpClient::new().unwrap();
    for (store, token) in [("first", "token-1"), ("second", "token-2")] {
        let client = Client::builder(store, token).base_url(server.uri()).http_client(pool.clone()).build().unwrap();
        client.v3().customers().list().await.unwrap();
        let request = server.requests().await.pop().unwrap();
        assert_eq!(request.url.path(), format!("/stores/{store}/v3/customers"));
        assert_eq!(request.headers["x-auth-token"], token);
    }
}
