//! Small documents that users of other generators met, which are not part of this repository: what is sent, byte by
//! byte, and what becomes of what comes. Each kind has a document of our own among the other tests.
//!
//! `API_EVIDENCE=… cargo test -p generated-cases -- --ignored`

mod modern;

use std::collections::BTreeMap;
use std::net::TcpListener;

use openapi_client_runtime::{FilePart, Json};
use serde_json::json;

use super::server::{NO_CONTENT, Wire, body, header, json as json_response, line, sent};
use crate::evidence::{c01, c02, c03, c06, c10, c13, c15, c16, c17, c20, c28, c29, c76, c79};

/// The only request, as its first line.
fn only_line(wire: &Wire) -> String {
    line(&wire.only()).to_owned()
}

/// The credentials of the only request.
fn credentials(wire: &Wire) -> [Option<String>; 2] {
    let request = wire.only();
    ["x-key", "authorization"].map(|name| header(&request, name))
}

const fn none() -> [Option<String>; 2] {
    [None, None]
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c01_another_value_of_a_constant_goes_back() {
    let wire = Wire::serving(|request| match line(request).starts_with("GET") {
        true => json_response(200, r#"{"object":"rec.v2","id":1}"#),
        false => NO_CONTENT.to_owned(),
    });
    let client = c01::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let rec = client.t().get_rec(1).await.unwrap();
    assert!(!rec.drift().is_empty());
    client.t().put_rec(1, rec.into_inner()).await.unwrap();
    assert_eq!(sent(&wire.take()[1]), json!({"object": "rec.v2", "id": 1}));
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c02_unsigned_integers_keep_their_digits() {
    let wire =
        Wire::serving(|_| json_response(200, r#"{"size":18446744073709551615,"big":1,"bytes":18446744073709551615}"#));
    let client = c02::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let disk = client.t().get_disk().min(u64::MAX).await.unwrap();
    assert_eq!((disk.size, disk.bytes), (u64::MAX, Some(u64::MAX)));
    assert_eq!(only_line(&wire), "GET /c02/disk?min=18446744073709551615");
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c03_numbers_in_strings_go_out_as_strings() {
    let wire = Wire::serving(|_| json_response(200, r#"{"account_id":"9007199254740993","amount":"12.50","fee":"7"}"#));
    let client = c03::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let came: c03::api::t::Pay =
        serde_json::from_str(r#"{"account_id":"9007199254740993","amount":"12.50","fee":"7"}"#).unwrap();
    let pay = client.t().pay(came).await.unwrap();
    client.t().pay(pay.into_inner()).await.unwrap();
    for request in wire.take() {
        assert_eq!(body(&request), r#"{"account_id":"9007199254740993","amount":"12.50","fee":"7"}"#);
    }
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c06_unknown_fields_go_back() {
    let wire = Wire::serving(|request| match line(request).starts_with("GET") {
        true => json_response(200, r#"{"name":"n","theme":{"dark":1.50}}"#),
        false => NO_CONTENT.to_owned(),
    });
    let client = c06::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let cfg = client.t().get_cfg().await.unwrap();
    client.t().put_cfg(cfg.into_inner()).await.unwrap();
    assert_eq!(body(&wire.take()[1]), r#"{"name":"n","theme":{"dark":1.50}}"#);
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c10_reserved_characters_stay_where_the_document_says_so() {
    let wire = Wire::new();
    let client = c10::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    client.t().go().url("https://a.b/c?d=e&f=g#h").q("a/b").tags(["x/y", "z"]).ids(["1", "2"]).await.unwrap();
    let expected = "GET /c10/go?url=https://a.b/c?d=e%26f=g%23h&q=a%2Fb&tags=x%2Fy&tags=z&ids=1,2";
    assert_eq!(only_line(&wire), expected);
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c13_each_patch_is_a_method() {
    let wire = Wire::serving(|_| json_response(200, "{}"));
    let client = c13::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let object = || BTreeMap::from([("a".to_owned(), Json::from(json!(1)))]);
    client.t().patch_obj("1", object()).await.unwrap();
    client.t().patch_obj_as_json_patch("1", json!([])).await.unwrap();
    client.t().patch_obj_as_strategic_merge_patch("1", object()).await.unwrap();
    let expected = [
        ("application/merge-patch+json", r#"{"a":1}"#),
        ("application/json-patch+json", "[]"),
        ("application/strategic-merge-patch+json", r#"{"a":1}"#),
    ];
    for (request, (media_type, expected)) in wire.take().iter().zip(expected) {
        assert_eq!((header(request, "content-type").as_deref(), body(request)), (Some(media_type), expected));
    }
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c15_a_header_parameter_is_sent_beside_another_scheme() {
    let wire = Wire::new();
    let client = c15::Client::builder("hush").base_url(wire.address.as_str()).build().unwrap();
    client.t().get_a("k1").await.unwrap();
    let request = wire.only();
    let found = ["x-api-key", "authorization"].map(|name| header(&request, name).unwrap());
    assert_eq!(found, ["k1", "Bearer hush"]);
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c16_each_operation_sends_its_own_credentials() {
    let (wire, text) = (Wire::new(), |text: &str| Some(text.to_owned()));
    let builder = c16::Client::builder().key("k").bearer("b").base_url(wire.address.as_str());
    let client = builder.build().unwrap();
    client.t().open().await.unwrap();
    assert_eq!(credentials(&wire), none());
    client.t().keyed().await.unwrap();
    assert_eq!(credentials(&wire), [text("k"), None]);
    client.t().admin().await.unwrap();
    assert_eq!(credentials(&wire), [None, text("Bearer b")]);
    client.t().either().await.unwrap();
    assert_eq!(credentials(&wire), [text("k"), None]);
    client.t().pair().await.unwrap();
    assert_eq!(credentials(&wire), [text("k"), text("Bearer b")]);
    // `base_url` is for all operations; without it, that one has a server of its own.
    client.t().elsewhere().await.unwrap();
    assert_eq!(credentials(&wire), none());
    // Half of the client's credentials: what needs the other half is not sent.
    let client = c16::Client::builder().bearer("b").base_url(wire.address.as_str()).build().unwrap();
    client.t().keyed().await.unwrap_err();
    client.t().pair().await.unwrap_err();
    assert!(wire.take().is_empty());
    client.t().either().await.unwrap();
    assert_eq!(credentials(&wire), [None, text("Bearer b")]);
    client.t().optional().await.unwrap();
    assert_eq!(credentials(&wire), none());
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c16_a_foreign_server_gets_no_credential() {
    // The address that the document names.
    let Ok(listener) = TcpListener::bind("127.0.0.1:18123") else { panic!("the port 18123 is not free") };
    let wire = Wire::on(listener, |_| NO_CONTENT.to_owned());
    let client = c16::Client::builder().key("k").bearer("b").build().unwrap();
    client.t().elsewhere().await.unwrap();
    let request = wire.only();
    assert_eq!(line(&request), "GET /api/elsewhere");
    assert!(header(&request, "x-key").is_none() && header(&request, "authorization").is_none(), "{request}");
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c17_files_and_json_are_parts() {
    let wire = Wire::new();
    let client = c17::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    client.t().upload3_as_multipart(FilePart::new("A").file_name("a.txt")).note("n").await.unwrap();
    let request = wire.only();
    let media_type = header(&request, "content-type").unwrap();
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let expected = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\
         Content-Type: application/octet-stream\r\n\r\nA\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nn\r\n--{boundary}--\r\n"
    );
    assert_eq!(body(&request), expected);
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c20_each_style_is_written() {
    let wire = Wire::new();
    let client = c20::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let call =
        client.t().query().pipes(["a", "b"]).spaces(["a", "b"]).ids([1, 2]).x_list(["a", "b"]).sess("s").cl([1, 2]);
    call.flag(true).f(0.5).await.unwrap();
    let request = wire.only();
    let target = line(&request).replace("%5B", "[").replace("%5D", "]").replace("%7C", "|");
    assert_eq!(target, "GET /c20/q?pipes=a|b&spaces=a%20b&ids[]=1&ids[]=2&flag=true&f=0.5");
    assert_eq!(header(&request, "x-list").as_deref(), Some("a,b"));
    // RFC 6265 allows no comma in the value of a cookie.
    assert_eq!(header(&request, "cookie").as_deref(), Some("sess=s; cl=1%2C2"));
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c28_nested_values_have_brackets() {
    let wire = Wire::new();
    let client = c28::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let form: c28::api::t::NestedFormBody =
        serde_json::from_value(json!({"lines": [{"sku": "a"}, {"sku": "b"}], "matrix": [[1, 2], [3]]})).unwrap();
    client.t().nested_form(form).await.unwrap();
    let request = wire.only();
    // Without an `encoding`, what is inside is JSON.
    let pairs = [("%22", "\""), ("%5B", "["), ("%5D", "]"), ("%7B", "{"), ("%7D", "}"), ("%3A", ":"), ("%2C", ",")];
    let form = pairs.iter().fold(body(&request).to_owned(), |form, (code, letter)| form.replace(code, letter));
    assert_eq!(form, r#"lines={"sku":"a"}&lines={"sku":"b"}&matrix=[1,2]&matrix=[3]"#);
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c29_parts_have_their_types_and_related_has_a_boundary() {
    let wire = Wire::new();
    let client = c29::Client::builder().base_url(wire.address.as_str()).build().unwrap();
    client.t().photo(FilePart::new("PNG").file_name("a.png")).await.unwrap();
    let request = wire.only();
    assert!(request.contains("filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nPNG"), "{request}");
    client.t().related().data(FilePart::new("D")).await.unwrap();
    let media_type = header(&wire.only(), "content-type").unwrap();
    assert!(media_type.starts_with("multipart/related; boundary="), "{media_type}");
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c76_responses_without_a_body_succeed() {
    let wire = Wire::serving(|request| match line(request).starts_with("HEAD") {
        true => "HTTP/1.1 200 OK\r\nx-total: 7\r\ncontent-length: 9\r\nconnection: close\r\n\r\n".to_owned(),
        false => NO_CONTENT.to_owned(),
    });
    let client = c76::Client::builder("sid").base_url(wire.address.as_str()).build().unwrap();
    assert_eq!(client.t().head().await.unwrap().header(&c76::api::t::X_TOTAL), Some(7));
    client.t().nocontent().await.unwrap();
    client.t().both().await.unwrap();
    client.t().fragment().await.unwrap();
    assert_eq!(wire.lines(), ["HEAD /c76/head", "DELETE /c76/nocontent", "DELETE /c76/both", "POST /c76/fragment"]);
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c79_one_client_has_the_credentials_of_both() {
    let wire = Wire::new();
    let client = c79::Client::builder().key("k").bearer("b").base_url(wire.address.as_str()).build().unwrap();
    client.t().a().await.unwrap();
    assert_eq!(credentials(&wire), [Some("k".to_owned()), None]);
    client.t().b().await.unwrap();
    assert_eq!(credentials(&wire), [None, Some("Bearer b".to_owned())]);
}
