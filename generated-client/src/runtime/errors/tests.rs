use reqwest::{StatusCode, header::HeaderMap};

use super::*;
use crate::{
    ResponseMeta,
    runtime::sample::{API, LIST, MakePetOutput, Owner},
};

#[test]
fn the_narrowest_range_wins() {
    let ranges = ["default", "4XX", "404"].map(StatusRange::parse);
    for (status, expected) in [(404, 2), (403, 1), (499, 1), (500, 0), (200, 0)] {
        assert_eq!(StatusRange::choose(&ranges, status), Some(expected));
    }
    assert_eq!(StatusRange::choose(&[], 404), None);
}

/// The type of the body that a status has, by what is declared for it.
fn kind(status: u16, body: &'static str) -> Option<&'static str> {
    let body = ErrorResponse::of(LIST.errors, status)?.read(&Bytes::from_static(body.as_bytes()))?;
    Some(if body.is::<Owner>() { "Owner" } else { body.downcast_ref::<Json>().map(|_| "Json").unwrap() })
}

#[test]
fn error_bodies_are_keyed_by_status() {
    const OWNER: &str = r#"{"name":"Jane","phone":null}"#;
    for (status, body, expected) in [
        // The narrowest of the ranges, wherever it is declared.
        (404, OWNER, Some("Owner")),
        (429, OWNER, Some("Json")),
        (509, OWNER, None),
        // Another shape than the declared one.
        (404, "", None),
        (404, "<html>", None),
        (404, "[]", None),
        (400, "[]", Some("Json")),
    ] {
        assert_eq!(kind(status, body), expected, "{status} {body}");
    }
}

fn output(status: u16, body: &'static str) -> Result<MakePetOutput, DecodeFailure> {
    let meta = ResponseMeta::new(&API, StatusCode::from_u16(status).unwrap(), HeaderMap::new());
    MakePetOutput::read(&Answer::new(meta, body.into()))
}

#[test]
fn successes_are_keyed_by_status() {
    let owner = r#"{"name":"Jane","phone":null}"#;
    for (status, body, expected) in [
        (200, owner, "Ok(Owner { name: <text>, phone: None, rest: <0 entries> })"),
        (201, owner, "Ok(Owner { name: <text>, phone: None, rest: <0 entries> })"),
        (207, "[1]", "MultiStatus(Json(<3 bytes>))"),
        (204, "", "NoContent"),
    ] {
        assert_eq!(format!("{:?}", output(status, body).unwrap()), expected);
    }
    assert_eq!(output(200, "").unwrap_err().message, "the body is empty");
}
