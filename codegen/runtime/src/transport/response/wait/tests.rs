use reqwest::header::{HeaderName, HeaderValue};

use super::*;

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
}

const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";

#[test]
fn seconds_are_whole_or_not_or_lead_to_a_date() {
    let ms = |ms| Some(Duration::from_millis(ms));
    for (text, expected) in [
        ("7", ms(7_000)),
        (" 7 ", ms(7_000)),
        ("+7", ms(7_000)),
        ("007", ms(7_000)),
        ("0", ms(0)),
        ("1.5", ms(1_500)),
        ("0.25", ms(250)),
        ("1.0000000009", ms(1_000)),
        ("-1", ms(0)),
        ("-0.5", ms(0)),
        ("18446744073709551615", Some(Duration::from_secs(u64::MAX))),
        ("99999999999999999999999", Some(Duration::from_secs(u64::MAX))),
        // The three forms of a date, all for the same time.
        ("Sun, 06 Nov 1994 08:49:37 GMT", ms(0)),
        ("Sun, 06 Nov 1994 08:50:37 GMT", ms(60_000)),
        ("Sunday, 06-Nov-94 08:50:37 GMT", ms(60_000)),
        ("Sun Nov  6 08:50:37 1994", ms(60_000)),
        ("Mon Nov 14 08:49:37 1994", ms(8 * 86_400_000)),
        ("Sat, 31 Dec 1994 23:59:60 GMT", ms(4_806_622_000)),
        // Past.
        ("Sun, 06 Nov 1994 08:49:36 GMT", ms(0)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", ms(0)),
        ("Sunday, 06-Nov-45 08:49:37 GMT", ms(0)),
        // In 2044, at most 50 years away.
        ("Sunday, 06-Nov-44 08:49:37 GMT", ms(18_263 * 86_400_000)),
        // Invalid values.
        ("", None),
        ("soon", None),
        ("-", None),
        (".", None),
        ("1.", None),
        (".5", None),
        ("1e3", None),
        ("1,5", None),
        ("0x10", None),
        ("inf", None),
        ("NaN", None),
        ("--1", None),
        ("1 2", None),
        ("1994-11-06T08:49:37Z", None),
        ("Sun, 06 Nov 1994 08:50:37 CET", None),
        ("Sun, 06 Nov 1994 08:50:37", None),
        ("Sun, 06 Nov 1994 08:50:37 GMT GMT", None),
        ("Sun, 31 Feb 1994 08:50:37 GMT", None),
        ("Sun, 06 Now 1994 08:50:37 GMT", None),
        ("Sun, 06 Nov 1994 8:50:37 GMT", None),
        ("Sun, 06 Nov 1994 25:50:37 GMT", None),
        ("Sun, 06 Nov 19994 08:50:37 GMT", None),
    ] {
        let headers = headers(&[("retry-after", text), ("date", DATE)]);
        assert_eq!(seconds_or_date(&headers, "retry-after"), expected, "{text:?}");
    }
    assert_eq!(seconds_or_date(&headers(&[("date", DATE)]), "retry-after"), None);
}

#[test]
fn without_a_date_of_the_response_the_clock_here_counts() {
    for date in [None, Some("whenever")] {
        let date = date.map(|date| ("date", date));
        let past: Vec<_> = [("retry-after", DATE)].into_iter().chain(date).collect();
        assert_eq!(seconds_or_date(&headers(&past), "retry-after"), Some(Duration::ZERO));
        // Later than this clock can be, if it is set at all.
        let future: Vec<_> = [("retry-after", "Fri, 31 Dec 9999 23:59:59 GMT")].into_iter().chain(date).collect();
        assert!(seconds_or_date(&headers(&future), "retry-after") > Some(Duration::from_secs(1_000_000_000)));
    }
}

#[test]
fn milliseconds_and_counts_are_forgiving() {
    for (text, time, calls) in [
        ("29999", Some(Duration::from_millis(29_999)), Some(29_999)),
        ("29999.5", Some(Duration::from_micros(29_999_500)), Some(29_999)),
        ("0.000001", Some(Duration::from_nanos(1)), Some(0)),
        ("0.0000001", Some(Duration::ZERO), Some(0)),
        ("-12", Some(Duration::ZERO), Some(0)),
        ("-12.5", Some(Duration::ZERO), Some(0)),
        ("many", None, None),
        ("", None, None),
    ] {
        let headers = headers(&[("x", text)]);
        assert_eq!((milliseconds(&headers, "x"), count(&headers, "x")), (time, calls), "{text:?}");
    }
}
