//! A document whose values have to go back as they came.

use openapi_client_runtime::test_util::{Reply, Script};
use openapi_client_runtime::{DriftKind, JsonNumber, Nullable};

use crate::documents::lossless::Client;
use crate::documents::lossless::api::measures;
use crate::documents::lossless::api::types::{Measures, MeasuresRequired, RecordUpdate};

fn scripted(replies: impl IntoIterator<Item = Reply>) -> (Client, Script) {
    let script = Script::new();
    replies.into_iter().for_each(|reply| script.push(reply));
    (Client::builder().script(&script).build().unwrap(), script)
}

fn json(body: &str) -> Reply {
    Reply::new(200).header("content-type", "application/json").bytes(body.to_owned())
}

/// The bytes that are sent after the bytes that came.
async fn sent_back(body: &str) -> String {
    let (client, script) = scripted([json(body), Reply::new(204)]);
    let came = client.api().measures().read().await.unwrap();
    assert!(came.drift().is_empty(), "{:?}", came.drift());
    client.api().measures().replace(came.into_inner()).await.unwrap();
    String::from_utf8(script.requests()[1].body().to_vec()).unwrap()
}

#[tokio::test]
async fn numbers_go_back_digit_by_digit() {
    let body = concat!(
        r#"{"size":18446744073709551615,"weight":9007199254740993,"count":-9223372036854775808,"#,
        r#""bytes":18446744073709551615,"far":-18446744073709551616,"seats":4294967295,"serial":18446744073709551614,"#,
        r#""double":5,"position":[5,5.0,1e3,-0.50,0.1234567890123456789],"any_number":9007199254740993,"#,
        r#""number_or_name":12345678901234567890,"number_or_unsigned":18446744073709551615,"nullable":1E+2,"#,
        r#""by_name":{"five":5,"half":0.50}}"#,
    );
    assert_eq!(sent_back(body).await, body);
}

/// By JSON Schema, `5.0` and `1e3` are integers.
#[tokio::test]
async fn integers_may_be_written_with_a_fraction() {
    let body = r#"{"size":1e3,"weight":5,"count":5.0,"bytes":18446744073709551615.0,"number_or_unsigned":5.0}"#;
    let expected = r#"{"size":1000,"weight":5,"count":5,"bytes":18446744073709551615,"number_or_unsigned":5}"#;
    assert_eq!(sent_back(body).await, expected);

    for body in [
        r#"{"size":-1,"weight":5}"#,
        r#"{"size":5.5,"weight":5}"#,
        r#"{"size":18446744073709551616,"weight":5}"#,
        r#"{"size":1,"weight":"5"}"#,
    ] {
        let (client, _) = scripted([json(body)]);
        let error = client.api().measures().read().await.unwrap_err().to_string();
        let at = if body.contains("\"5\"") { "weight: " } else { "size: " };
        assert!(error.contains(at), "{body}: {error}");
    }
}

#[tokio::test]
async fn numbers_are_as_easy_as_floats() {
    let (client, script) =
        scripted([Reply::new(204), json(r#"{"size":1,"weight":2.5}"#).header("x-total", "18446744073709551615")]);
    let measures = Measures::new(MeasuresRequired { size: u64::MAX, weight: 2.5.into() })
        .position([0.5, 5.0])
        .any_number(7)
        .nullable(0.1)
        .double(5.0);
    assert_eq!(measures.weight, 2.5);
    assert!(measures.weight > 2.0 && measures.weight.as_f64() < 3.0);
    assert_eq!(measures.nullable, Nullable::Value(JsonNumber::from(0.1)));
    client.api().measures().replace(measures).await.unwrap();
    let expected =
        r#"{"size":18446744073709551615,"weight":2.5,"double":5,"position":[0.5,5],"any_number":7,"nullable":0.1}"#;
    assert_eq!(script.requests()[0].body(), expected.as_bytes());

    let call = client.api().measures().read().least(u64::MAX).near(12.5);
    let response = call.await.unwrap();
    assert_eq!(response.header(&measures::X_TOTAL), Some(u64::MAX));
    assert_eq!(script.requests()[1].query(), "least=18446744073709551615&near=12.5");
}

/// A limit beyond `i64` is checked as it is declared.
#[tokio::test]
async fn large_limits_are_exact() {
    let (client, script) = scripted([]);
    let measures = Measures::new(MeasuresRequired { size: 1, weight: 1.into() }).serial(u64::MAX);
    let error = client.api().measures().replace(measures).await.unwrap_err().to_string();
    assert!(error.contains("serial: 18446744073709551615, must be at most 18446744073709551614"), "{error}");
    assert!(script.requests().is_empty());
}

/// `properties: {}` names no key, and forbids none.
#[tokio::test]
async fn objects_without_named_keys_keep_all() {
    let body = r#"{"colors":{"b":1.50,"a":null},"saved":{"7":{"id":7}},"rows":[{},{"x":[]}],"nothing":{}}"#;
    let (client, script) = scripted([json(body), Reply::new(204), json(r#"{"nothing":{"key":1}}"#)]);
    let settings = client.api().settings().read().await.unwrap();
    assert!(settings.drift().is_empty(), "{:?}", settings.drift());
    assert_eq!(settings.colors.as_ref().unwrap()["b"].get(), "1.50");
    client.api().settings().replace(settings.into_inner()).await.unwrap();
    // Maps are sorted by their keys.
    let expected = body.replace(r#"{"b":1.50,"a":null}"#, r#"{"a":null,"b":1.50}"#);
    assert_eq!(script.requests()[1].body(), expected.as_bytes());
    // Here, other keys are forbidden.
    let settings = client.api().settings().read().await.unwrap();
    assert_eq!(settings.drift().len(), 1, "{:?}", settings.drift());
}

/// What a GET brings is what a PUT sends, though nobody describes it.
#[tokio::test]
async fn unknown_fields_are_sent_with_their_own_type() {
    let body = r#"{"object":"record","id":1,"name":"n","owner":{"name":"o","age":7},"tier":{"level":1.50},"x":null}"#;
    let (client, script) = scripted([json(body), Reply::new(204), Reply::new(204), Reply::new(204)]);
    let records = client.api();
    let came = records.records().get(1).await.unwrap();
    let found: Vec<_> = came.drift().iter().map(|drift| drift.pointer().unwrap_or_default()).collect();
    assert_eq!(found, ["/tier", "/x"]);
    let record = came.into_inner();
    assert_eq!(record.unknown_fields().get("tier").map(|json| json.get()), Some(r#"{"level":1.50}"#));
    assert!(format!("{record:?}").contains("unknown_fields: <2>"), "{record:?}");
    assert!(!format!("{record:?}").contains("1.50"), "{record:?}");

    let mut update = RecordUpdate::new().name("m");
    records.records().update(1, update.clone()).await.unwrap();
    *update.unknown_fields_mut() = record.unknown_fields().clone();
    records.records().update(1, update).await.unwrap();
    records.records().replace(1, record.unknown_fields2(3)).await.unwrap();
    let sent: Vec<_> = script.requests().iter().map(|request| request.body().clone()).collect();
    assert_eq!(sent[1], r#"{"object":"record","name":"m"}"#);
    assert_eq!(sent[2], r#"{"object":"record","name":"m","tier":{"level":1.50},"x":null}"#);
    assert_eq!(sent[3], body.replace(r#""tier""#, r#""unknown_fields":3,"tier""#));
}

/// A required property with one value may come with another, as null, or not at all.
#[tokio::test]
async fn another_value_of_a_constant_is_not_replaced() {
    for (body, value, drift) in [
        (r#"{"object":"record","id":1}"#, None, None),
        (r#"{"object":"record.v2","id":1}"#, Some(r#""record.v2""#), Some(DriftKind::UnknownValue)),
        (r#"{"object":null,"id":1}"#, Some("null"), Some(DriftKind::UnknownValue)),
        (r#"{"id":1}"#, None, Some(DriftKind::MissingField)),
    ] {
        let (client, script) = scripted([json(body), Reply::new(204)]);
        let came = client.api().records().get(1).await.unwrap();
        let found: Vec<_> = came.drift().iter().map(|drift| (drift.kind(), drift.pointer())).collect();
        assert_eq!(found, drift.map(|kind| (kind, Some("/object"))).into_iter().collect::<Vec<_>>(), "{body}");
        assert_eq!(came.unknown_fields().get("object").map(|json| json.get()), value, "{body}");
        client.api().records().replace(1, came.into_inner()).await.unwrap();
        assert_eq!(script.requests()[1].body(), body.as_bytes());
    }
}

/// RFC 9110: neither a response to HEAD nor a 204 has a body, whatever the document declares.
#[tokio::test]
async fn responses_without_a_body_succeed() {
    let (client, script) = scripted([
        Reply::new(200).header("content-type", "application/json"),
        Reply::new(204),
        Reply::new(200),
        Reply::new(204),
        json("{\"name\": \"o\"}"),
    ]);
    let empty = client.api();
    empty.empty().head().await.unwrap();
    empty.empty().delete().await.unwrap();
    // An empty 200 where a 204 is meant.
    assert_eq!(empty.empty().replace().await.unwrap().into_inner(), None);
    assert_eq!(empty.empty().replace().await.unwrap().into_inner(), None);
    assert_eq!(empty.empty().replace().await.unwrap().into_inner().unwrap().name.as_deref(), Some("o"));
    assert_eq!(script.requests().len(), 5);
}

/// A fragment tells operations of one path apart, and is not sent.
#[tokio::test]
async fn fragments_of_paths_are_not_sent() {
    let (client, script) = scripted([Reply::new(204), Reply::new(204)]);
    client.api().empty().start_call().await.unwrap();
    client.api().empty().stop_call().await.unwrap();
    let paths: Vec<_> = script.requests().iter().map(|request| request.path().to_owned()).collect();
    assert_eq!(paths, ["/call", "/call"]);
}
