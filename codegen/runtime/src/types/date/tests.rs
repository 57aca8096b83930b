use std::{
    collections::BTreeSet,
    hash::{BuildHasher, RandomState},
};

use super::*;

fn read(json: &str) -> Date {
    serde_json::from_str(json).unwrap()
}

type Row = (&'static str, Option<(u16, u8, u8)>, bool);

/// Texts, the date in them, and whether they are just that date.
const TEXTS: &[Row] = &[
    ("2026-01-02", Some((2026, 1, 2)), true),
    ("0000-01-01", Some((0, 1, 1)), true),
    ("9999-12-31", Some((9999, 12, 31)), true),
    ("2024-02-29", Some((2024, 2, 29)), true),
    ("2000-02-29", Some((2000, 2, 29)), true),
    // A date and time in place of a date: the date is the written one.
    ("2026-01-02T10:30:00Z", Some((2026, 1, 2)), false),
    ("2026-01-02T23:30:00-11:00", Some((2026, 1, 2)), false),
    ("2026-01-02T00:00:00.000+02:00", Some((2026, 1, 2)), false),
    ("2026-01-02 00:00:00", Some((2026, 1, 2)), false),
    ("Fri, 02 Jan 2026 10:30:00 +0000", Some((2026, 1, 2)), false),
    ("", None, false),
    ("0000-00-00", None, false),
    ("2026-02-29", None, false),
    ("1900-02-29", None, false),
    ("2026-13-01", None, false),
    ("2026-00-01", None, false),
    ("2026-01-00", None, false),
    ("2026-04-31", None, false),
    ("2026-1-2", None, false),
    ("2026-01-02 ", None, false),
    (" 2026-01-02", None, false),
    ("2026-01-02Z", None, false),
    ("2026-01", None, false),
    ("2026/01/02", None, false),
    ("20260102", None, false),
    ("+2026-01-02", None, false),
    ("-0001-01-02", None, false),
    ("12026-01-02", None, false),
    ("02.01.2026", None, false),
    ("２０２６-01-02", None, false),
    ("soon", None, false),
];

#[test]
fn goes_back_as_it_came() {
    for (text, ymd, is_date) in TEXTS {
        let json = serde_json::to_string(text).unwrap();
        let date = read(&json);
        assert_eq!(date.ymd(), *ymd, "{text}");
        assert_eq!((date.as_text().as_ref(), date.to_string().as_str()), (*text, *text));
        assert_eq!(serde_json::to_string(&date).unwrap(), json);
        assert_eq!([date.clone(), date.clone()], [Date::from(text.to_string()), Date::from(&text.to_string())]);
        assert_eq!(text.parse().ok(), is_date.then_some(date), "{text}");
    }
}

#[test]
fn keeps_an_integer_but_does_not_guess_what_it_means() {
    for json in ["1705314600", "20260102", "-1", "0"] {
        let date = read(json);
        assert_eq!((date.ymd(), date.as_text().as_ref()), (None, json));
        assert_eq!(serde_json::to_string(&date).unwrap(), json);
    }
    for json in ["1.5", "null", "true", "[]", "{}", "18446744073709551615"] {
        let problem = serde_json::from_str::<Date>(json).unwrap_err().to_string();
        assert!(problem.contains("expected a date"), "{json}: {problem}");
    }
}

#[test]
fn is_made_of_numbers_that_are_a_day() {
    for (year, month, day) in [(2026, 1, 2), (0, 1, 1), (9999, 12, 31), (2024, 2, 29), (2000, 2, 29)] {
        assert_eq!(Date::new(year, month, day).unwrap().ymd(), Some((year, month, day)));
    }
    for (year, month, day) in
        [(2026, 2, 29), (2100, 2, 29), (2026, 0, 1), (2026, 13, 1), (2026, 6, 31), (2026, 6, 0), (10_000, 1, 1)]
    {
        assert_eq!(Date::new(year, month, day), None);
    }
    assert_eq!("2026-02-30".parse::<Date>().unwrap_err().to_string(), "not a date");
}

#[test]
fn sorts_by_day_and_what_is_no_date_last() {
    let sorted = [
        "0000-01-01",
        "2026-01-02",
        "2026-01-02 10:30:00",
        "2026-01-02T01:00:00Z",
        "2026-01-03T00:00:00+05:00",
        "2026-01-10",
        "",
        "2026-02-30",
        "soon",
    ];
    let set: BTreeSet<_> = sorted.iter().rev().copied().map(Date::from).collect();
    assert_eq!(set.iter().map(Date::as_text).collect::<Vec<_>>(), sorted);
}

#[test]
fn order_and_hash_agree_with_equality() {
    let numbers = [read("0"), read("20260102")];
    let dates: Vec<_> = TEXTS.iter().map(|(text, ..)| Date::from(*text)).chain(numbers).collect();
    let state = RandomState::new();
    for one in &dates {
        for two in &dates {
            assert_eq!(one == two, one.cmp(two).is_eq(), "{one} {two}");
            assert_eq!(one.cmp(two), two.cmp(one).reverse(), "{one} {two}");
            assert_eq!(one == two, state.hash_one(one) == state.hash_one(two), "{one} {two}");
        }
    }
}

#[test]
fn debug_shows_dates_but_no_words() {
    assert_eq!(format!("{:?}", Date::from("2026-01-02")), "2026-01-02");
    assert_eq!(format!("{:?}", Date::from("Jane's birthday")), "<text>");
    assert_eq!(format!("{:?}", Date::empty()), "<text>");
}
