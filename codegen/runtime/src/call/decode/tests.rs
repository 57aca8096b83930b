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
