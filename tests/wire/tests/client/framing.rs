//! A caller can neither break the framing of a request nor exceed the length of a URL.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

use generated_client::reqwest::Method;
use generated_client::v3::customers::CustomerUpdate;
use generated_client::{CallOptions, ErrorKind};
use test_support::Wire;

#[tokio::test]
async fn headers_of_the_connection_are_refused_before_anything_is_sent() {
    let wire = Wire::responding(&[Wire::EMPTY_PAGE]);
    let update = || wire.client().v3().customers().update([CustomerUpdate::new(7)]);
    for (name, value) in [
        ("content-length", "0"),
        ("Content-Length", "9999"),
        ("transfer-encoding", "chunked"),
        ("host", "elsewhere.example"),
        ("connection", "upgrade"),
        ("upgrade", "h2c"),
        ("te", "trailers"),
        ("expect", "100-continue"),
        ("proxy-authorization", "Basic eA=="),
    ] {
        let error = update().with(CallOptions::new().header(name, value)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        let expected = format!("the header \"{}\" belongs to the HTTP connection", name.to_lowercase());
        assert!(error.to_string().contains(&expected), "{error}");
    }
    assert_eq!(wire.requests(), [""; 0]);
    // Other headers are sent, and the body is complete.
    update().with(CallOptions::new().header("x-content-length", "0")).await.unwrap();
    assert!(wire.requests()[0].ends_with("[{\"id\":7}]") && wire.requests()[0].contains("x-content-length: 0"));
}

#[tokio::test]
async fn a_value_too_long_for_a_url_is_named() {
    let wire = Wire::responding(&[Wire::EMPTY_PAGE]);
    let (client, long) = (wire.client(), "ö".repeat(100_000));
    let list = client.v3().customers().list().limit(50).name_like([long.as_str()]).await.unwrap_err();
    let profile = client.v3().segments().list_profiles(long.as_str()).await.unwrap_err();
    let raw = client.v3().raw(Method::GET, "/brands").query("jane@example.org", &long).await.unwrap_err();
    for (kind, text, start) in [
        (list.kind(), list.to_string(), "v3.customers.list was not sent: name:like: takes 600000 bytes of a URL of "),
        (profile.kind(), profile.to_string(), "v3.segments.list_profiles was not sent: segmentId: takes "),
        (raw.kind(), raw.to_string(), "v3.raw was not sent: query: takes 6000"),
    ] {
        assert_eq!(kind, ErrorKind::InvalidRequest, "{text}");
        assert!(text.starts_with(start) && text.ends_with("; at most 65534 can be sent"), "{text}");
    }
    assert_eq!(wire.requests(), [""; 0]);
    // The maximum length.
    let most = 65_534 - format!("{}/stores/{}/v3/customers?name:like=", wire.uri(), test_support::STORE).len();
    client.v3().customers().list().name_like(["x".repeat(most)]).await.unwrap();
    let error = client.v3().customers().list().name_like(["x".repeat(most + 1)]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(wire.requests().len(), 1);
}
