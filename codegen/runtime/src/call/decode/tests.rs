use bytes::Bytes;
use reqwest::{StatusCode, header::HeaderMap};

use super::*;
use crate::{
    sample::{API, Pet},
    transport::response::ResponseMeta,
    types::map::Map,
};

fn response(body: &[u8]) -> RawResponse {
    let meta = ResponseMeta::new(&API, StatusCode::OK, HeaderMap::new());
    RawResponse::new(meta, Bytes::copy_from_slice(body))
}

fn read<T>(decoder: &Decoder<T>, body: &str) -> Result<T, DecodeFailure> {
    (decoder.read)(&response(body.as_bytes()))
}

#[test]
fn failures_name_the_place_and_no_text() {
    for (body, path, message) in [
        ("", None, "the body is empty"),
        ("<html>", None, "expected value at line 1 column 1"),
        (
            r#"[{"id":1},{"id":"Jane, expected \"x\""}]"#,
            Some("[1].id"),
            "invalid type: string, expected i64 at line 1 column 38",
        ),
        (
            r#"[{"id":1,"owner":{"name":5}}]"#,
            Some("[0].owner.name"),
            "invalid type: integer, expected a string at line 1 column 26",
        ),
        (r#"[{"id":1,"owner":{"phone":"5"}}]"#, Some("[0].owner"), "missing field `name` at line 1 column 30"),
        (
            r#"[{"id":1,"price":true}]"#,
            Some("[0].price"),
            "invalid type: boolean, expected a string or a number at line 1 column 22",
        ),
        (r#"[{"id":1"#, Some("[0]"), "EOF while parsing an object at line 1 column 8"),
    ] {
        let failure = read(&Decoder::<Vec<Pet>>::json(), body).map(|_| ()).unwrap_err();
        assert_eq!((failure.path.as_deref(), failure.message.as_str()), (path, message), "{body}");
    }
    // A key of a map may be anything, and is never shown.
    for body in [
        r#"{"a":{"b":{"c-d":"x"}}}"#,
        r#"{"a":{"jane@example.com":{"c":"x"}}}"#,
        r#"{"a":{"b\nc":{"c":"x"}}}"#,
        r#"{"a":{"b":{"jane@example.com":"#,
    ] {
        let failure = read(&Decoder::<Map<Map<Map<i64>>>>::json(), body).unwrap_err();
        assert_eq!(failure.path.as_deref(), Some("*.*.*"), "{body}");
    }
    let failure = (Decoder::<Vec<Pet>>::json().read)(&response(b"[\xff]")).map(|_| ()).unwrap_err();
    assert!(failure.message.starts_with("not UTF-8"));
}

#[test]
fn a_byte_order_mark_is_no_content() {
    assert_eq!(read(&Decoder::<Vec<i64>>::json(), "\u{feff}[1]").unwrap(), [1]);
}

#[test]
fn empty_bodies_mean_what_the_operation_says() {
    for body in ["", " \n"] {
        assert!(read(&Decoder::<Vec<i64>>::json_or_empty(), body).unwrap().is_empty());
        assert_eq!(read(&Decoder::<Option<i64>>::json_or_none(), body).unwrap(), None);
        assert!(read(&Decoder::<i64>::json(), body).is_err());
        read(&Decoder::empty(), body).unwrap();
    }
    assert_eq!(read(&Decoder::<Vec<i64>>::json_or_empty(), "[1]").unwrap(), [1]);
    assert_eq!(read(&Decoder::<Option<i64>>::json_or_none(), "1").unwrap(), Some(1));
    assert_eq!(read(&Decoder::<Option<i64>>::json_or_none(), "null").unwrap(), None);
    assert!(read(&Decoder::<Option<i64>>::json_or_none(), "x").is_err());
}

#[test]
fn other_media_come_as_they_are() {
    assert_eq!(read(&Decoder::text(), "a,b\n").unwrap(), "a,b\n");
    assert_eq!((Decoder::bytes().read)(&response(b"\xff")).unwrap(), b"\xff".as_slice());
    assert_eq!((Decoder::bytes().accept, Decoder::empty().accept), ("*/*", "application/json"));
}

/// By JSON Schema, a number is an integer if its fraction is zero.
#[test]
fn integers_may_have_a_fraction_of_zero() {
    let pets = |body: &str| read(&Decoder::<Vec<Pet>>::json(), body);
    let read_pets = pets(r#"[{"id":5.0},{"id":1e3},{"id":-2.50e1},{"id":9007199254740993.0}]"#).unwrap();
    let ids: Vec<_> = read_pets.iter().map(|pet| pet.id).collect();
    assert_eq!(ids, [5, 1000, -25, 9_007_199_254_740_993]);
    let limits = read(&Decoder::<Vec<u64>>::json(), "[18446744073709551615,18446744073709551615.0]").unwrap();
    assert_eq!(limits, [u64::MAX, u64::MAX]);
    for (body, path, message) in [
        (r#"[{"id":5.0},{"id":5.5}]"#, "[1].id", "invalid type: floating point, expected i64"),
        (r#"[{"id":5.0},{"id":"x"}]"#, "[1].id", "invalid type: string, expected i64"),
        (r#"[{"id":1e19}]"#, "[0].id", "invalid value: integer, expected i64 at line 1 column 12"),
        (r#"[{"id":5.0},{}]"#, "[1]", "missing field `id` at line 1 column 14"),
    ] {
        let failure = pets(body).map(drop).unwrap_err();
        assert_eq!(failure.path.as_deref(), Some(path), "{body}");
        assert!(failure.message.starts_with(message), "{body}: {}", failure.message);
    }
    assert_eq!(read(&Decoder::<Vec<u64>>::json(), "[-1.0]").unwrap_err().path.as_deref(), Some("[0]"));
}

/// The drift of such a body is that of the reading which succeeds.
#[test]
fn drift_beside_such_integers_is_located() {
    let body = r#"[{"id":1,"shade":1},{"id":5.0,"shade":2,"other":3}]"#;
    let (pets, found) = crate::wire::drift::collect(|| read(&Decoder::<Vec<Pet>>::json(), body));
    assert_eq!(pets.unwrap().len(), 2);
    let found: Vec<_> = found.iter().map(|drift| drift.pointer.as_deref().unwrap_or_default()).collect();
    assert_eq!(found, ["/0/shade", "/1/other"]);
}

#[test]
fn an_empty_success_of_a_change_is_null_or_empty_if_the_type_has_that() {
    fn nothing<T: DeserializeOwned>(decoder: &Decoder<T>) -> (Option<T>, bool) {
        let response = RawResponse { may_be_empty: true, ..response(b" ") };
        let value = (decoder.read)(&response).ok();
        (value, response.missing_body.get())
    }
    assert_eq!(nothing(&Decoder::<Map<i64>>::json()), (Some(Map::new()), true));
    assert_eq!(nothing(&Decoder::<Option<String>>::json()), (Some(None), true));
    // Nothing is made up, and nothing said is no empty list.
    assert_eq!(nothing(&Decoder::<String>::json()), (None, false));
    assert!(matches!(nothing(&Decoder::<Pet>::json()), (None, false)));
    assert!(matches!(nothing(&Decoder::<Vec<Pet>>::list()), (None, false)));
}
