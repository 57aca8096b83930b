//! Media types: which one is sent by which method, and what is asked for. Each body is what its RFC or a browser says.

use std::collections::BTreeMap;

use openapi_client_runtime::{CallOptions, ErrorKind, FilePart, Json, Nullable};
use serde_json::json;

use super::server::{Wire, header};
use crate::documents::meanings;
use crate::documents::meanings::api::zoo::{Pen, Photo, Step, StepRequired, Zoo};

/// The body of a request.
fn body(request: &str) -> &str {
    request.split_once("\r\n\r\n").unwrap().1
}

fn client(wire: &Wire) -> meanings::Client {
    meanings::Client::builder().base_url(wire.address.as_str()).build().unwrap()
}

/// The media type and the body that were sent.
fn sent(wire: &Wire) -> (String, String) {
    let request = wire.only();
    (header(&request, "content-type").unwrap(), body(&request).to_owned())
}

fn pair(media_type: &str, body: &str) -> (String, String) {
    (media_type.to_owned(), body.to_owned())
}

#[tokio::test]
async fn each_kind_of_patch_has_a_method() {
    let wire = Wire::new();
    let client = client(&wire);
    let calls: Zoo<'_> = client.api().zoo();
    let object = || BTreeMap::from([("size".to_owned(), Json::from(json!(3)))]);
    // RFC 7396, RFC 6902, and what Kubernetes reads.
    calls.patch_pen(1, object()).await.unwrap();
    assert_eq!(sent(&wire), pair("application/merge-patch+json", r#"{"size":3}"#));
    calls.patch_pen_as_json_patch(1, json!([{"op": "remove", "path": "/size"}])).await.unwrap();
    assert_eq!(sent(&wire), pair("application/json-patch+json", r#"[{"op":"remove","path":"/size"}]"#));
    calls.patch_pen_as_strategic_merge_patch(1, object()).await.unwrap();
    assert_eq!(sent(&wire), pair("application/strategic-merge-patch+json", r#"{"size":3}"#));
    calls.patch_pen_as_apply_patch(1, object()).await.unwrap();
    assert_eq!(sent(&wire), pair("application/apply-patch+yaml", r#"{"size":3}"#));

    let pen = || Pen::new().title(Nullable::Null);
    calls.put_pen(1, pen()).await.unwrap();
    assert_eq!(sent(&wire), pair("application/merge-patch+json", r#"{"title":null}"#));
    calls.patch_sign(1, pen()).await.unwrap();
    assert_eq!(sent(&wire), pair("application/json", r#"{"title":null}"#));
    calls.patch_sign_as_merge_patch(1, pen()).await.unwrap();
    assert_eq!(sent(&wire), pair("application/merge-patch+json", r#"{"title":null}"#));
    let step = Step::new(StepRequired { op: "remove", path: "/title" });
    calls.patch_sign_as_json_patch(1, [step]).await.unwrap();
    assert_eq!(sent(&wire), pair("application/json-patch+json", r#"[{"op":"remove","path":"/title"}]"#));
}

#[tokio::test]
async fn what_only_spells_json_is_json() {
    let wire = Wire::new();
    let client = client(&wire);
    client.api().zoo().patch_gates().body(Pen::new().size(1)).await.unwrap();
    assert_eq!(sent(&wire), pair("application/json", r#"{"size":1}"#));
    let _ = client.api().zoo().add_gate().body(Pen::new().size(1)).await;
    assert_eq!(sent(&wire), pair("application/json", r#"{"size":1}"#));
    client.api().zoo().put_gate_as_vnd_zoo_old().body([]).await.unwrap();
    assert_eq!(sent(&wire), pair("application/vnd.zoo.old+json", "[]"));
}

#[tokio::test]
async fn json_a_form_and_parts_are_three_methods() {
    let wire = Wire::new();
    let client = client(&wire);
    let calls = client.api().zoo();
    let photo = || Photo::new("a b").note("c&d");
    let _ = calls.add_photo(photo()).await;
    assert_eq!(sent(&wire), pair("application/json", r#"{"file":"a b","note":"c&d"}"#));
    let _ = calls.add_photo_as_form(photo()).await;
    assert_eq!(sent(&wire), pair("application/x-www-form-urlencoded", "file=a%20b&note=c%26d"));
    let _ = calls.add_photo_as_multipart(FilePart::new("PNG").file_name("a.png")).note("c&d").await;
    let (media_type, parts) = sent(&wire);
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let expected = [
        "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\
         Content-Type: application/octet-stream\r\n\r\nPNG",
        "Content-Disposition: form-data; name=\"note\"\r\n\r\nc&d",
    ];
    let expected: String = expected.iter().map(|part| format!("--{boundary}\r\n{part}\r\n")).collect();
    assert_eq!(parts, format!("{expected}--{boundary}--\r\n"));
}

#[tokio::test]
async fn what_is_decoded_is_asked_for_unless_the_caller_says_otherwise() {
    let wire = Wire::new();
    let client = client(&wire);
    let calls = client.api().zoo();
    let accept = || header(&wire.only(), "accept").unwrap();
    let _ = calls.add_gate().await;
    assert_eq!(accept(), "application/json");
    let _ = calls.add_photo(Photo::new("a")).await;
    assert_eq!(accept(), "application/vnd.zoo+json, application/hal+json, application/json; charset=utf-8");
    let _ = calls.put_photos(["a"]).await;
    assert_eq!(accept(), "application/vnd.zoo+json");
    let _ = calls.read_photo().await;
    assert_eq!(accept(), "image/png, image/jpeg, */*;q=0.1");
    let _ = calls.read_photo().with(CallOptions::new().accept("image/webp")).await;
    assert_eq!(accept(), "image/webp");
    let _ = calls.read_photo().with(CallOptions::new().header("Accept", "image/gif")).await;
    assert_eq!(accept(), "image/gif");

    let error = calls.read_photo().with(CallOptions::new().accept("webp")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("is not a media type such as `image/png`"), "{error}");
    assert!(wire.take().is_empty());
}
