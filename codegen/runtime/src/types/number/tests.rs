use std::hash::{BuildHasher, RandomState};

use super::*;

fn read(json: &str) -> Number {
    serde_json::from_str(json).unwrap()
}

#[test]
fn goes_back_as_it_came() {
    let huge = "1234567890123456789012345678901234567890";
    let long = "0.12345678901234567890123456789012345";
    for (json, decimal) in [
        ("0", Some("0")),
        ("-0", Some("0")),
        ("59.99", Some("59.99")),
        ("59.990", Some("59.99")),
        ("0.0000", Some("0")),
        ("1e3", Some("1000")),
        ("1.5E+2", Some("150")),
        ("25e-4", Some("0.0025")),
        ("0e999", Some("0")),
        ("9007199254740993", Some("9007199254740993")),
        ("79228162514264337593543950335", Some("79228162514264337593543950335")),
        ("1e400", None),
        ("1e-400", None),
        (huge, None),
        (long, None),
        (r#""0.0000""#, Some("0")),
        (r#""12.50""#, Some("12.5")),
        (r#""""#, None),
        (r#""free of charge""#, None),
        (r#""1_000""#, None),
        (r#"" 1""#, None),
    ] {
        let number = read(json);
        assert_eq!(number.decimal(), decimal.map(|text| text.parse().unwrap()), "{json}");
        assert_eq!(serde_json::to_string(&number).unwrap(), json);
        assert_eq!(number.is_text(), json.starts_with('"'), "{json}");
    }
}

/// A text that is kept only as a decimal is one that the decimal formats identically.
#[test]
fn a_decimal_alone_writes_what_came() {
    let mut plain = 0;
    for sign in ["", "-"] {
        for integer in ["0", "7", "10", "1200", "79228162514264337593543950335", "99999999999999999999999999999"] {
            for fraction in ["", ".0", ".000", ".5", ".50", ".0500", ".0000000000000000000000000001"] {
                for exponent in ["", "e0", "E+1", "e-3"] {
                    let text = format!("{sign}{integer}{fraction}{exponent}");
                    let number: Number = text.parse().unwrap();
                    assert_eq!(number.to_string(), text);
                    if let Value::Plain(value) = number.value {
                        assert_eq!(value.to_string(), text);
                        plain += 1;
                    }
                }
            }
        }
    }
    assert_eq!(plain, 51);
}

#[test]
fn refuses_what_is_no_scalar() {
    for json in ["null", "true", "[]", "{}"] {
        let error = serde_json::from_str::<Number>(json).unwrap_err().to_string();
        assert!(error.contains("expected a string or a number"), "{error}");
    }
}

#[test]
fn is_made_of_exact_values() {
    assert_eq!(Number::from(-7_i64).as_i64(), Some(-7));
    assert_eq!(Number::from(7_i32).to_string(), "7");
    assert_eq!(Number::try_from(0.1).unwrap().to_string(), "0.1");
    assert_eq!(Number::try_from(50.0).unwrap().to_string(), "50");
    assert_eq!(Number::try_from(1e300).unwrap().decimal(), None);
    assert!(Number::try_from(f64::NAN).is_err());
    assert_eq!("1.50".parse::<Number>().unwrap().to_string(), "1.50");
    for text in ["", "+1", ".5", "5.", "01", "1_0", "0x1", "1e", "NaN", "1 "] {
        assert_eq!(text.parse::<Number>(), Err(ParseNumberError(())), "{text}");
    }
    let text = Number::text("12.50".parse().unwrap());
    assert_eq!(serde_json::to_string(&text).unwrap(), r#""12.50""#);
}

#[test]
fn compares_form_and_value() {
    assert_eq!(read("1.50"), read("1.5"));
    assert_eq!(read("1e2"), read("100"));
    assert_ne!(read("1"), read(r#""1""#));
    assert_ne!(read("1e400"), read("1e401"));
    assert_ne!(read("1e400"), read("1"));
}

#[test]
fn integers_only_when_whole() {
    assert_eq!(read("12.0").as_i64(), Some(12));
    assert_eq!(read("12.5").as_i64(), None);
    assert_eq!(read("9223372036854775808").as_i64(), None);
    assert_eq!(read(r#""20""#).as_i64(), Some(20));
}

#[test]
fn debug_shows_numbers_but_no_words() {
    assert_eq!(format!("{:?}", read("59.990")), "59.990");
    assert_eq!(format!("{:?}", read(r#""59.99""#)), "59.99");
    assert_eq!(format!("{:?}", read(r#""jane@example.com""#)), "<text>");
}

#[test]
fn reads_from_a_tree_and_a_reader_too() {
    assert_eq!(serde_json::from_value::<Number>(serde_json::json!(12)).unwrap(), 12.into());
    assert_eq!(serde_json::from_reader::<_, Number>("12.50".as_bytes()).unwrap().to_string(), "12.50");
}

#[test]
fn sorts_by_value_and_what_has_none_last() {
    let sorted = ["-1e3", "-2.5", "0", "0.1", "1", r#""1""#, "1.5", "10", "1e20", r#""""#, "1e400", r#""many""#];
    let mut numbers = sorted.map(read);
    numbers.reverse();
    numbers.sort();
    assert_eq!(numbers.map(|number| serde_json::to_string(&number).unwrap()), sorted);
}

#[test]
fn order_and_hash_agree_with_equality() {
    let state = RandomState::new();
    let numbers = [
        "0",
        "-0",
        "0.00",
        "1",
        "1.0",
        "1.50",
        "1.5",
        "1e0",
        "10e-1",
        "1e400",
        "1e401",
        r#""1""#,
        r#""1.0""#,
        r#""""#,
        r#""one""#,
        "100",
        "1e2",
        "-1",
        "79228162514264337593543950335",
        "79228162514264337593543950336",
    ]
    .map(read);
    for one in &numbers {
        for two in &numbers {
            assert_eq!(one == two, one.cmp(two).is_eq(), "{one} {two}");
            assert_eq!(one.cmp(two), two.cmp(one).reverse(), "{one} {two}");
            assert_eq!(one == two, state.hash_one(one) == state.hash_one(two), "{one} {two}");
        }
    }
}
