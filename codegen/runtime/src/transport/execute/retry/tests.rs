use std::time::Duration;

use bytes::Bytes;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use super::*;
use crate::{sample, transport::response::ResponseMeta, wire::spec::Method};

fn response(status: u16, headers: &[(&'static str, &'static str)]) -> Result<RawResponse, Error> {
    let headers: HeaderMap =
        headers.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect();
    let status = StatusCode::from_u16(status).unwrap();
    Ok(RawResponse::new(ResponseMeta::new(&sample::API, status, headers), Bytes::new()))
}

fn operation(idempotent: bool) -> Operation {
    Operation { method: Method::Post, idempotent, ..Operation::new(&sample::API) }
}

/// RFC 9110, section 9.2.2: all methods but POST and PATCH are idempotent, even if the operation does not say so.
#[test]
fn methods_are_idempotent_by_the_standard() {
    for (method, by_itself) in [
        (Method::Get, true),
        (Method::Head, true),
        (Method::Options, true),
        (Method::Put, true),
        (Method::Delete, true),
        (Method::Post, false),
        (Method::Patch, false),
    ] {
        let marked = |idempotent| Operation { method, idempotent, ..Operation::new(&sample::API) }.is_idempotent();
        assert_eq!((marked(false), marked(true)), (by_itself, true), "{method:?}");
    }
}

/// A policy with waits of one, two, and four seconds.
fn policy() -> RetryPolicy {
    RetryPolicy::new().base_delay(Duration::from_secs(1)).max_delay(Duration::from_secs(5))
}

#[test]
fn what_may_have_taken_effect_is_repeated_only_where_that_changes_nothing() {
    let meta = |status| ResponseMeta::new(&sample::API, StatusCode::from_u16(status).unwrap(), HeaderMap::new());
    let lost = |loss| Err(Error::lost(loss, None));
    // (the result, whether an idempotent call is retried, whether another one is)
    let rows: [(Result<RawResponse, Error>, bool, bool); 23] = [
        (response(200, &[]), false, false),
        (response(404, &[]), false, false),
        // The server has not read the request, or an application was too slow.
        (response(408, &[("connection", "close")]), true, true),
        (response(408, &[("connection", "keep-alive, Close")]), true, true),
        (response(408, &[("connection", "keep-alive")]), true, false),
        (response(408, &[]), true, false),
        (response(425, &[]), true, true),
        (response(422, &[]), false, false),
        (response(429, &[]), true, true),
        (response(500, &[]), true, false),
        (response(501, &[]), false, false),
        (response(502, &[]), true, false),
        (response(503, &[]), true, false),
        (response(504, &[]), true, false),
        (lost(Loss::NoConnection), true, true),
        (lost(Loss::Timeout), true, false),
        (lost(Loss::NoResponse), true, false),
        (lost(Loss::Interrupted), true, false),
        (Err(Error::lost(Loss::Interrupted, Some(meta(425)))), true, true),
        (Err(Error::lost(Loss::Interrupted, Some(meta(408)))), true, false),
        (lost(Loss::Unsent), false, false),
        (Err(Error::configuration("x")), false, false),
        (Err(Error::from_layer("x")), false, false),
    ];
    for (result, idempotent, other) in rows {
        let calls = [(operation(true), idempotent), (operation(false), other)];
        for (operation, expected) in calls {
            let again = pause(policy(), &operation, &result, 1, 1.0).is_some();
            assert_eq!(
                again,
                expected,
                "{} after {:?}",
                operation.is_idempotent(),
                result.as_ref().map(RawResponse::status)
            );
        }
    }
}

#[test]
fn only_what_surely_had_no_effect_is_determinate() {
    let meta = |status| ResponseMeta::new(&sample::API, StatusCode::from_u16(status).unwrap(), HeaderMap::new());
    let lost = |loss| Err(Error::lost(loss, None));
    let head_of = |status| Err(Error::lost(Loss::Interrupted, Some(meta(status))));
    for (result, is_indeterminate) in [
        (response(101, &[]), true),
        (response(200, &[]), false),
        (response(300, &[]), true),
        (response(301, &[]), true),
        (response(302, &[]), true),
        (response(303, &[]), true),
        (response(304, &[]), false),
        (response(305, &[]), false),
        (response(306, &[]), true),
        (response(307, &[]), false),
        (response(308, &[]), false),
        (response(408, &[]), true),
        (response(408, &[("connection", "close")]), false),
        (response(422, &[]), false),
        (response(425, &[]), false),
        (response(429, &[]), false),
        (response(500, &[]), true),
        (response(503, &[]), true),
        (response(600, &[]), true),
        (lost(Loss::NoConnection), false),
        (lost(Loss::Unsent), false),
        (lost(Loss::Timeout), true),
        (lost(Loss::NoResponse), true),
        (head_of(200), true),
        (head_of(408), true),
        (head_of(303), true),
        (head_of(307), false),
        (head_of(422), false),
        (head_of(425), false),
        (head_of(502), true),
        (Err(Error::too_large(9, meta(200))), true),
        (Err(Error::too_large(9, meta(413))), false),
        (Err(Error::from_layer("x")), true),
    ] {
        let whole = operation(true);
        assert_eq!(
            leaves_indeterminate(&whole, &result),
            is_indeterminate,
            "after {:?}",
            result.as_ref().map(RawResponse::status)
        );
    }
    // A declared redirect is a result.
    const REDIRECTS: &[crate::wire::status::StatusRange] = crate::__statuses![3xx];
    let declared = Operation { successes: REDIRECTS, ..operation(true) };
    assert!(!leaves_indeterminate(&declared, &response(303, &[])));
    // If a refusal may be a partial success, its head does not tell.
    let part = Operation { partial: &[422], ..operation(true) };
    for (result, is_indeterminate) in [(response(422, &[]), false), (head_of(422), true), (head_of(413), false)] {
        assert_eq!(leaves_indeterminate(&part, &result), is_indeterminate);
    }
}

#[test]
fn waits_grow_to_a_bound_and_are_jittered() {
    let get = operation(true);
    let wait =
        |attempt, dice| pause(policy().attempts(9), &get, &response(500, &[]), attempt, dice).unwrap().as_secs_f64();
    let bounds: Vec<f64> = (1..=5).map(|attempt| wait(attempt, 1.0)).collect();
    assert_eq!(bounds, [1.0, 2.0, 4.0, 5.0, 5.0]);
    assert_eq!((wait(2, 0.0), wait(2, 0.5)), (0.0, 1.0));
}

#[test]
fn attempts_are_counted_and_a_503_is_tried_once_more() {
    let get = operation(true);
    let tries = |status, policy: RetryPolicy| {
        (1..10).find(|attempt| pause(policy, &get, &response(status, &[]), *attempt, 1.0).is_none()).unwrap()
    };
    assert_eq!(tries(500, RetryPolicy::new()), 4);
    assert_eq!(tries(500, RetryPolicy::none()), 1);
    assert_eq!(tries(500, RetryPolicy::new().attempts(2)), 2);
    assert_eq!(tries(503, RetryPolicy::new()), 2);
}

#[test]
fn a_429_waits_as_long_as_it_is_asked_to_and_a_little_longer() {
    let wait = |headers, dice| stated_wait(policy(), &response(429, headers), 1, dice);
    let millis = |millis| Some(Duration::from_millis(millis));
    assert_eq!(wait(&[("retry-after", "7")], 0.0), millis(7_000));
    assert_eq!(wait(&[("retry-after", "7")], 1.0), millis(7_250));
    assert_eq!(wait(&[("retry-after", "7"), ("x-reset-ms", "9500")], 0.0), millis(9_500));
    assert_eq!(wait(&[("x-reset-ms", "9500"), ("x-window-ms", "3000")], 0.0), millis(3_000), "no more than a window");
    assert_eq!(wait(&[("x-reset-ms", "1")], 1.0), millis(1_250), "not again and again");
    assert_eq!((wait(&[], 1.0), wait(&[("retry-after", "0")], 1.0)), (None, None), "nobody says how long");
    assert_eq!(pause(policy(), &operation(false), &response(429, &[]), 1, 1.0), millis(1_000), "backoff, then");
    assert_eq!(stated_wait(policy(), &response(503, &[("retry-after", "7")]), 1, 0.0), None);
    assert_eq!(stated_wait(RetryPolicy::none(), &response(429, &[("retry-after", "7")]), 1, 0.0), None);
    let late = stated_wait(policy().attempts(2), &response(429, &[("retry-after", "7")]), 1_000_000, 0.0);
    assert_eq!(late, millis(7_000), "however often");
}
