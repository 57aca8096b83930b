use reqwest::header::HeaderMap;

use super::*;
use crate::{
    sample,
    transport::{
        error::{Error, Loss},
        raw_response::RawResponse,
        response::ResponseMeta,
    },
};

/// `s` for a success, a digit for an error whose status begins with it (5 is 503, 6 is 502), `l` for a lost call.
fn after(call: char) -> Closed {
    let status = |status| {
        let meta = ResponseMeta::new(&sample::API, StatusCode::from_u16(status).unwrap(), HeaderMap::new());
        let error = RawResponse::new(meta, bytes::Bytes::new()).refused(&sample::LIST, None);
        Closed::after(&Arc::new(error))
    };
    match call {
        's' => Closed::not(),
        'l' => Closed::after(&Arc::new(Error::lost(Loss::NoResponse, None))),
        '4' => status(422),
        '6' => status(502),
        _ => status(503),
    }
}

#[test]
fn three_calls_in_a_row_are_the_sign() {
    for (calls, expected) in [
        ("", false),
        ("5", false),
        ("55", false),
        ("555", true),
        ("s555", true),
        ("55s5", false),
        ("55s55", false),
        ("55s555", true),
        // A refusal comes from an API that is open.
        ("5545", false),
        // An indeterminate result changes nothing.
        ("5l5l5", true),
        ("56565", true),
        ("lll", false),
        ("666", false),
    ] {
        let mut one_by_one = Closed::default();
        calls.chars().for_each(|call| one_by_one.add(after(call)));
        assert_eq!(one_by_one.error().is_some(), expected, "{calls}");
        // The same when several calls are added at once.
        for cut in 0..=calls.len() {
            let [first, second] = [&calls[..cut], &calls[cut..]].map(|calls| {
                calls.chars().fold(Closed::default(), |mut sum, call| {
                    sum.add(after(call));
                    sum
                })
            });
            let mut sum = first;
            sum.add(second);
            assert_eq!(sum.error().is_some(), expected, "{calls} cut at {cut}");
        }
    }
}
