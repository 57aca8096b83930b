use super::*;
use crate::{
    rt as runtime,
    types::{datetime::DateTime, json::Json, number::Number},
};

#[derive(Clone, PartialEq)]
struct Price {
    amount: Number,
    weight: Option<f64>,
    since: Option<DateTime>,
    rest: runtime::Map<Json>,
    _unknown_fields: crate::rt::UnknownFields,
}

runtime::object! {
    Price {
        amount: "amount" required,
        weight: "weight" optional,
        since: "since" optional,
        ..rest,
    }
}

#[derive(Clone, PartialEq)]
struct Closed {
    count: i64,
    spaced: Option<i64>,
    _unknown_fields: crate::rt::UnknownFields,
}

runtime::object! {
    Closed {
        count: "count" required,
        spaced: "a b" optional,
    }
}

fn differences<T: DeserializeOwned + Serialize>(json: &str) -> Vec<String> {
    round_trip::<T>(json).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn what_comes_back_is_the_same() {
    for json in [
        r#"{"amount": 1.10}"#,
        r#"{"since": "2024-01-15", "amount": "0.00000000000000000000000000000000001"}"#,
        r#"{"amount": 1e400, "weight": 1.50, "x": {"y": [1.10, null, {}]}}"#,
        r#"{"amount": 0, "weight": 0.1234567890123456789}"#,
        r#"{"amount": 0, "weight": -0.0}"#,
        r#"{"amount": 0, "weight": 12e-40}"#,
        r#"{"amount": 0, "weight": 1E30, "a \"b\" é": ""}"#,
    ] {
        assert_eq!(differences::<Price>(json), [""; 0], "{json}");
    }
}

#[test]
fn what_does_not_is_told() {
    for (json, expected) in [
        (r#"{"amount": 1, "weight": null}"#, "weight: null got lost"),
        (r#"{"weight": 1}"#, "the whole: is not decoded: missing field `amount` at line 1 column 13"),
        (
            r#"{"amount": true}"#,
            "amount: is not decoded: invalid type: boolean `true`, expected a string or a number at",
        ),
    ] {
        let found = differences::<Price>(json);
        assert!(matches!(found.as_slice(), [one] if one.starts_with(expected)), "{json}: {found:?}");
    }
    assert_eq!(differences::<Closed>(r#"{"count": 1, "a b": null}"#), [r#"["a b"]: null got lost"#]);
    assert_eq!(differences::<Closed>(r#"{"count": 1, "other": [1,  2.50]}"#), [""; 0]);
    let [found] = differences::<Vec<Closed>>("[{\"count\": 1},\n {\"count\": 1.5}]").try_into().unwrap();
    assert!(found.starts_with("[1].count: is not decoded: invalid type: floating point `1.5`"), "{found}");
}

#[test]
fn numbers_are_compared_to_the_last_digit_unless_they_are_floats() {
    for (before, after, same) in [
        ("1", "1.0", true),
        ("100", "1e2", true),
        ("-0", "0.00", true),
        ("0.1e1", "1", true),
        ("1.10", "1.1", true),
        ("1", "-1", false),
        ("10", "1", false),
        ("0.12345678901234567891", "0.12345678901234567890", false),
        ("0.12345678901234567891", "1.2345678901234568E-00001", true),
        ("0.12345678901234567891", "1.2345678901234569E-00001", false),
        ("100", "1E00002", true),
    ] {
        assert_eq!(same_number(before, after), same, "{before} {after}");
    }
}

#[test]
fn all_that_failed_is_listed_with_its_place() {
    let example = |place, json| Example { place, json, type_name: "Closed", round_trip: round_trip::<Closed> };
    let good = example("zoo.yaml#/a/example", r#"{"count":7}"#);
    let bad = example("zoo.yaml#/b/example", r#"{"count":7,"a b":null}"#);
    assert_eq!(round_trips(&[good]), Ok(()));
    let Err(failed) = round_trips(&[good, bad]) else { panic!("one is wrong") };
    let text = "1 of 2 examples do not come back as they went in\n\nzoo.yaml#/b/example as Closed:\n  \
                [\"a b\"]: null got lost";
    assert_eq!(format!("{failed:?}"), text);
}
