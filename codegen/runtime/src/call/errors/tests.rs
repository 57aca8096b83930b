use reqwest::{StatusCode, header::HeaderMap};

use super::*;
use crate::{
    sample::{API, MakePetOutput},
    transport::response::ResponseMeta,
};

fn output(status: u16, body: &'static str) -> Result<MakePetOutput, DecodeFailure> {
    let meta = ResponseMeta::new(&API, StatusCode::from_u16(status).unwrap(), HeaderMap::new());
    MakePetOutput::read(&RawResponse::new(meta, body.into()))
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
