use std::time::Duration;

use bytes::Bytes;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use super::*;
use crate::{sample, transport::response::ResponseMeta};

fn answer(status: u16, headers: &[(&'static str, &'static str)]) -> Result<Answer, Error> {
    let headers: HeaderMap =
        headers.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect();
    let status = StatusCode::from_u16(status).unwrap();
    Ok(Answer::new(ResponseMeta::new(&sample::API, status, headers), Bytes::new()))
}

fn operation(idempotent: bool) -> Operation {
    Operation { idempotent, ..Operation::new(&sample::API) }
}

/// Policy with waits of a second, two, and four.
fn policy() -> RetryPolicy {
    RetryPolicy::new().base_delay(Duration::from_secs(1)).max_delay(Duration::from_secs(5))
}

#[test]
fn what_may_have_taken_effect_is_repeated_only_where_that_changes_nothing() {
    let meta = |status| ResponseMeta::new(&sample::API, StatusCode::from_u16(status).unwrap(), HeaderMap::new());
    let lost = |loss| Err(Error::lost(loss, None));
    // (what happened, whether an idempotent call is tried again, whether another one is)
    let rows: [(Result<Answer, Error>, bool, bool); 23] = [
        (answer(200, &[]), false, false),
        (answer(404, &[]), false, false),
        // The server has not read the request, or an application was too slow.
        (answer(408, &[("connection", "close")]), true, true),
        (answer(408, &[("connection", "keep-alive, Close")]), true, true),
        (answer(408, &[("connection", "keep-alive")]), true, false),
        (answer(408, &[]), true, false),
        (answer(425, &[]), true, true),
        (answer(422, &[]), false, false),
        (answer(429, &[]), true, true),
        (answer(500, &[]), true, false),
        (answer(501, &[]), false, false),
        (answer(502, &[]), true, false),
        (answer(503, &[]), true, false),
        (answer(504, &[]), true, false),
        (lost(Loss::NoConnection), true, true),
        (lost(Loss::Late), true, false),
        (lost(Loss::NoAnswer), true, false),
        (lost(Loss::BrokenOff), true, false),
        (Err(Error::lost(Loss::BrokenOff, Some(meta(425)))), true, true),
        (Err(Error::lost(Loss::BrokenOff, Some(meta(408)))), true, false),
        (lost(Loss::Unsent), false, false),
        (Err(Error::configuration("x")), false, false),
        (Err(Error::from_layer("x")), false, false),
    ];
    for (result, idempotent, other) in rows {
        let calls = [(operation(true), idempotent), (operation(false), other)];
        for (operation, expected) in calls {
            let again = pause(policy(), &operation, &result, 1, 1.0).is_some();
            assert_eq!(again, expected, "{} after {:?}", operation.idempotent, result.as_ref().map(Answer::status));
        }
    }
}

#[test]
fn only_what_was_surely_not_carried_out_leaves_no_doubt() {
    let meta = |status| ResponseMeta::new(&sample::API, StatusCode::from_u16(status).unwrap(), HeaderMap::new());
    let lost = |loss| Err(Error::lost(loss, None));
    let head_of = |status| Err(Error::lost(Loss::BrokenOff, Some(meta(status))));
    for (result, doubt) in [
        (answer(101, &[]), true),
        (answer(200, &[]), false),
        (answer(300, &[]), true),
        (answer(301, &[]), true),
        (answer(302, &[]), true),
        (answer(303, &[]), true),
        (answer(304, &[]), false),
        (answer(305, &[]), false),
        (answer(306, &[]), true),
        (answer(307, &[]), false),
        (answer(308, &[]), false),
        (answer(408, &[]), true),
        (answer(408, &[("connection", "close")]), false),
        (answer(422, &[]), false),
        (answer(425, &[]), false),
        (answer(429, &[]), false),
        (answer(500, &[]), true),
        (answer(503, &[]), true),
        (answer(600, &[]), true),
        (lost(Loss::NoConnection), false),
        (lost(Loss::Unsent), false),
        (lost(Loss::Late), true),
        (lost(Loss::NoAnswer), true),
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
        assert_eq!(leaves_doubt(&whole, &result), doubt, "after {:?}", result.as_ref().map(Answer::status));
    }
    // A declared redirect is a result.
    const REDIRECTS: &[crate::wire::status::StatusRange] = crate::__statuses![3xx];
    let declared = Operation { successes: REDIRECTS, ..operation(true) };
    assert!(!leaves_doubt(&declared, &answer(303, &[])));
    // Where a refusal may be one in part, its head does not tell.
    let part = Operation { partial: &[422], ..operation(true) };
    for (result, doubt) in [(answer(422, &[]), false), (head_of(422), true), (head_of(413), false)] {
        assert_eq!(leaves_doubt(&part, &result), doubt);
    }
}

#[test]
fn waits_grow_to_a_bound_and_are_jittered() {
    let get = operation(true);
    let wait =
        |attempt, dice| pause(policy().attempts(9), &get, &answer(500, &[]), attempt, dice).unwrap().as_secs_f64();
    let bounds: Vec<f64> = (1..=5).map(|attempt| wait(attempt, 1.0)).collect();
    assert_eq!(bounds, [1.0, 2.0, 4.0, 5.0, 5.0]);
    assert_eq!((wait(2, 0.0), wait(2, 0.5)), (0.0, 1.0));
}

#[test]
fn attempts_are_counted_and_a_503_is_tried_once_more() {
    let get = operation(true);
    let tries = |status, policy: RetryPolicy| {
        (1..10).find(|attempt| pause(policy, &get, &answer(status, &[]), *attempt, 1.0).is_none()).unwrap()
    };
    assert_eq!(tries(500, RetryPolicy::new()), 4);
    assert_eq!(tries(500, RetryPolicy::none()), 1);
    assert_eq!(tries(500, RetryPolicy::new().attempts(2)), 2);
    assert_eq!(tries(503, RetryPolicy::new()), 2);
}

#[test]
fn a_429_waits_as_long_as_it_is_asked_to_and_a_little_longer() {
    let wait = |headers, dice| stated_wait(policy(), &answer(429, headers), 1, dice);
    let millis = |millis| Some(Duration::from_millis(millis));
    assert_eq!(wait(&[("retry-after", "7")], 0.0), millis(7_000));
    assert_eq!(wait(&[("retry-after", "7")], 1.0), millis(7_250));
    assert_eq!(wait(&[("retry-after", "7"), ("x-reset-ms", "9500")], 0.0), millis(9_500));
    assert_eq!(wait(&[("x-reset-ms", "9500"), ("x-window-ms", "3000")], 0.0), millis(3_000), "no more than a window");
    assert_eq!(wait(&[("x-reset-ms", "1")], 1.0), millis(1_250), "not again and again");
    assert_eq!((wait(&[], 1.0), wait(&[("retry-after", "0")], 1.0)), (None, None), "nobody says how long");
    assert_eq!(pause(policy(), &operation(false), &answer(429, &[]), 1, 1.0), millis(1_000), "backoff, then");
    assert_eq!(stated_wait(policy(), &answer(503, &[("retry-after", "7")]), 1, 0.0), None);
    assert_eq!(stated_wait(RetryPolicy::none(), &answer(429, &[("retry-after", "7")]), 1, 0.0), None);
    let late = stated_wait(policy().attempts(2), &answer(429, &[("retry-after", "7")]), 1_000_000, 0.0);
    assert_eq!(late, millis(7_000), "however often");
}
