use reqwest::{StatusCode, header::HeaderMap};

use super::*;
use crate::{
    sample::{API, ListPetsError, MakePetOutput},
    transport::response::ResponseMeta,
};

#[test]
fn the_narrowest_range_wins() {
    let ranges = ["default", "4XX", "404"].map(StatusRange::parse);
    for (status, expected) in [(404, 2), (403, 1), (499, 1), (500, 0), (200, 0)] {
        assert_eq!(StatusRange::choose(&ranges, status), Some(expected));
    }
    assert_eq!(StatusRange::choose(&[], 404), None);
}

#[test]
fn errors_are_keyed_by_status_and_keep_their_body() {
    let owner = Bytes::from_static(br#"{"name":"Jane","phone":null}"#);
    let ListPetsError::NotFound(body) = ListPetsError::read(404, &owner) else { panic!() };
    assert_eq!(body.value().unwrap().name, "Jane");
    assert_eq!(format!("{body:?}"), "ErrorBody(<28 bytes, decoded>)");
    let ListPetsError::Client(body) = ListPetsError::read(429, &owner) else { panic!() };
    assert_eq!(body.raw(), &owner);
    let ListPetsError::Undeclared(body) = ListPetsError::read(509, &owner) else { panic!() };
    assert_eq!(body.value().unwrap().get(), body.text().unwrap());
}

#[test]
fn bodies_of_another_shape_are_kept() {
    for (text, empty) in [("", true), ("<html>", false), ("[]", false)] {
        let ListPetsError::NotFound(body) = ListPetsError::read(404, &Bytes::from_static(text.as_bytes())) else {
            panic!()
        };
        assert!(body.value().is_none());
        assert_eq!((body.text(), body.is_empty()), (Some(text), empty));
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
