use super::*;
use crate::types::nullable::Nullable;

fn read(text: &str) -> JsonNumber {
    serde_json::from_str(text).unwrap()
}

/// RFC 8259 allows each of these texts, and says nothing about how a receiver would write them: as they came.
#[test]
fn numbers_are_written_as_they_were_read() {
    for text in [
        "0",
        "-0",
        "5",
        "-5",
        "5.0",
        "5.50",
        "0.1",
        "1e3",
        "1E+3",
        "1e-7",
        "1.5e300",
        "1e400",
        "9007199254740993",
        "18446744073709551615",
        "-9223372036854775808",
        "123456789012345678901234567890.5",
        "1e16",
        "10000000000000000",
        "0.0000001",
        "3.141592653589793238",
    ] {
        let number = read(text);
        assert_eq!(serde_json::to_string(&number).unwrap(), text);
        assert_eq!(number.to_string(), text);
        assert_eq!(text.parse::<JsonNumber>().unwrap(), number);
    }
    for text in ["\"5\"", "null", "true", "[5]", "{}"] {
        assert!(serde_json::from_str::<JsonNumber>(text).is_err(), "{text}");
    }
    for text in ["", "05", "+5", "5.", ".5", "NaN", "1_000"] {
        assert!(text.parse::<JsonNumber>().is_err(), "{text}");
    }
}

#[test]
fn numbers_of_callers_are_written_without_a_needless_fraction() {
    let written = |number: JsonNumber| serde_json::to_string(&number).unwrap();
    assert_eq!(written(5.0.into()), "5");
    assert_eq!(written(5.into()), "5");
    assert_eq!(written(0.1f32.into()), "0.1");
    assert_eq!(written(u64::MAX.into()), "18446744073709551615");
    assert_eq!(written(i64::MIN.into()), "-9223372036854775808");
    assert_eq!(written(Decimal::new(1250, 2).into()), "12.50");
    assert_eq!(written(1e300.into()), "1e+300");
    assert!(serde_json::to_string(&JsonNumber::from(f64::NAN)).is_err());
}

#[test]
fn values_are_exact() {
    assert_eq!(read("9007199254740993").as_i64(), Some(9_007_199_254_740_993));
    assert_eq!(read("18446744073709551615").as_u64(), Some(u64::MAX));
    assert_eq!(read("18446744073709551615").as_i64(), None);
    assert_eq!(read("1e3").as_i64(), Some(1000));
    assert_eq!(read("5.0").as_u64(), Some(5));
    assert_eq!((read("5.5").as_i64(), read("-1").as_u64()), (None, None));
    assert_eq!(read("0.10").decimal(), Some(Decimal::new(1, 1)));
    assert_eq!(f64::from(read("2.5")), 2.5);
}

#[test]
fn numbers_are_compared_by_value() {
    assert_eq!(read("5"), read("5.0"));
    assert_eq!(read("5"), 5.0);
    assert!(read("0.5") < 1.0 && 1.0 > read("0.5"));
    assert_ne!(read("9007199254740993"), read("9007199254740992"));
    assert!(read("9007199254740993") > read("9007199254740992"));
    assert_ne!(JsonNumber::from(f64::NAN), JsonNumber::from(f64::NAN));
}

#[test]
fn limits_hold_for_the_exact_value() {
    let at = At::Root("body");
    let limits = Limits::NONE.range(Some(0), Some(u64::MAX.into()));
    assert!(JsonNumber::from(u64::MAX).check(limits, at).is_ok());
    let problem = read("18446744073709551616").check(limits, at).unwrap_err();
    assert_eq!(problem.to_string(), "body: 18446744073709551616, must be 0 to 18446744073709551615");
    assert!(JsonNumber::from(f64::INFINITY).check(Limits::NONE, at).is_err());
}

#[test]
fn numbers_convert_for_setters() {
    assert_eq!(Nullable::from(5), Nullable::Value(JsonNumber::from(5.0)));
    assert_eq!(Nullable::from(0.5), Nullable::Value(JsonNumber::from(0.5)));
}
