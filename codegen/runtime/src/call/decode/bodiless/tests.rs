use bytes::Bytes;
use reqwest::{
    StatusCode,
    header::{HeaderMap, HeaderValue},
};

use super::*;
use crate::{sample::API, transport::response::ResponseMeta};

const DRIFT: &str = "drift";

/// Nothing, `drift`, or the error about the body.
fn read(media_type: &'static str, body: &'static [u8]) -> String {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    let meta = ResponseMeta::new(&API, StatusCode::OK, headers);
    let response = RawResponse { problem: Some(&API.problem), ..RawResponse::new(meta, Bytes::from_static(body)) };
    match (Decoder::empty().read)(&response) {
        Ok(()) if response.undeclared_body.get() => DRIFT.to_owned(),
        Ok(()) => String::new(),
        Err(failure) => {
            let found = failure.message.strip_prefix("the body is ").unwrap();
            found.strip_suffix(", where a success has none").unwrap().to_owned()
        }
    }
}

#[test]
fn a_body_that_is_not_declared_is_none_or_drift_or_an_error() {
    let json = "application/json";
    for (media_type, body, expected) in [
        // No drift, whatever the content type is.
        (json, "", ""),
        ("text/html", "", ""),
        (json, " \r\n", ""),
        // Drift.
        (json, "{}", DRIFT),
        (json, "[]", DRIFT),
        (json, "null", DRIFT),
        (json, "404", DRIFT),
        (json, r#"{"data":[],"meta":{}}"#, DRIFT),
        (json, r#"{"data":{"id":7,"status":404}}"#, DRIFT),
        (json, r#"{"title":"Deleted","message":"one pet"}"#, DRIFT),
        (json, r#"{"status":200,"title":"Deleted"}"#, DRIFT),
        (json, r#"{"status":"active"}"#, DRIFT),
        (json, r#"{"status":4040}"#, DRIFT),
        (json, r#"{"errors":{}}"#, DRIFT),
        (json, r#"{"data":[7],"errors":[]}"#, DRIFT),
        (json, r#"{"errors":null}"#, DRIFT),
        (json, r#"[{"id":7}]"#, DRIFT),
        (json, r#"{"data":"#, DRIFT),
        ("text/plain", "OK", DRIFT),
        ("text/html", r#"{"ok":true}"#, DRIFT),
        // Errors of the API.
        (json, r#"{"status":404,"title":"Not Found"}"#, "an error"),
        (json, r#"{"status":500}"#, "an error"),
        (json, r#"[{"status":404,"message":"gone"}]"#, "an error"),
        (json, r#"{"title":"No","errors":{"id":"no such pet"}}"#, "an error"),
        (json, r#"{"data":[7],"errors":[{"id":8}]}"#, "an error"),
        (json, r#"{"errors":"no such pet"}"#, "an error"),
        ("text/html", r#"{"status":404}"#, "an error"),
        ("application/problem+json; charset=utf-8", "{}", "an error"),
        ("application/problem+xml", "<problem/>", "an error"),
        // The page of a gateway.
        ("text/html", "<html>", "HTML"),
        ("Text/HTML; charset=utf-8", "Bad gateway", "HTML"),
        ("application/xhtml+xml", "x", "HTML"),
        (json, "\n <!doctype html>", "HTML"),
        (json, "\u{feff}<html>", "HTML"),
    ] {
        assert_eq!(read(media_type, body.as_bytes()), expected, "{media_type} {body}");
    }
    assert_eq!(read(json, b"\xff\xfe"), DRIFT);
    // Without keys of the API, only the common ones.
    let meta = ResponseMeta::new(&API, StatusCode::OK, HeaderMap::new());
    let response = RawResponse::new(meta, Bytes::from_static(br#"{"errors":["no"]}"#));
    assert!(response.no_body().is_ok() && response.undeclared_body.get());
}
