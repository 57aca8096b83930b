use reqwest::header::{HeaderName, HeaderValue};

use super::*;
use crate::{sample::API, types::header::Header};

fn meta(status: u16, headers: &[(&'static str, &'static str)]) -> ResponseMeta {
    let headers = headers.iter().map(|(n, v)| (HeaderName::from_static(n), HeaderValue::from_static(v))).collect();
    ResponseMeta::new(&API, StatusCode::from_u16(status).unwrap(), headers)
}

const WINDOW: [(&str, &str); 4] =
    [("x-quota", "150"), ("x-left", "149"), ("x-reset-ms", "29999"), ("x-window-ms", "30000")];

#[test]
fn the_rate_limit_is_read_when_it_is_there() {
    let limit = *meta(204, &WINDOW).rate_limit().unwrap();
    assert_eq!((limit.quota, limit.left), (150, 149));
    assert_eq!((limit.reset, limit.window), (Duration::from_millis(29_999), Duration::from_secs(30)));
    assert_eq!(meta(200, &WINDOW[..3]).rate_limit(), None);
    assert_eq!(meta(200, &[("x-quota", "many")]).rate_limit(), None);
}

#[test]
fn the_longer_wait_counts() {
    let with = |status, extra: &[_]| meta(status, &[&WINDOW, extra].concat()).retry_after();
    assert_eq!(with(200, &[]), None);
    assert_eq!(with(429, &[]), Some(Duration::from_millis(29_999)));
    assert_eq!(with(429, &[("x-retry-after", "5")]), Some(Duration::from_millis(29_999)));
    assert_eq!(with(429, &[("x-retry-after", "40")]), Some(Duration::from_secs(40)));
    assert_eq!(with(503, &[("retry-after", "7")]), Some(Duration::from_secs(7)));
    assert_eq!(meta(429, &[]).retry_after(), None);
}

#[test]
fn lines_of_one_name_are_one_header() {
    const TAGS: Header<Vec<String>> = Header::new("X-Tags");
    for (lines, expected) in [
        (&[][..], None),
        (&[("x-total", "7"), ("x-tags", "a,b")], Some(vec!["a", "b"])),
        (&[("x-tags", "a, b"), ("x-total", "7"), ("x-tags", "c")], Some(vec!["a", "b", "c"])),
    ] {
        let tags = meta(200, lines).header(&TAGS);
        assert_eq!(tags, expected.map(|tags| tags.into_iter().map(str::to_owned).collect()), "{lines:?}");
    }
}

#[test]
fn debug_shows_no_value_and_no_header() {
    let response =
        Response { value: "Jane".to_owned(), meta: meta(200, &[("set-cookie", "Jane"), ("x-request-id", "abc")]) };
    let debug = format!("{response:?}");
    assert_eq!((response.len(), response.request_id()), (4, Some("abc")));
    assert!(!debug.contains("Jane") && debug.contains("abc"), "{debug}");
}
