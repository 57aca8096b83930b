use super::*;
use crate::Nullable;

#[test]
fn goes_back_as_it_came() {
    for (json, text, is_number) in [
        (r#""""#, "", false),
        (r#""0712 345""#, "0712 345", false),
        (r#""a\"b\\c\u00e9""#, "a\"b\\cé", false),
        ("5551234567", "5551234567", true),
        ("1.50", "1.50", true),
        ("123456789012345678901234567890", "123456789012345678901234567890", true),
    ] {
        let read: Text = serde_json::from_str(json).unwrap();
        assert_eq!((read.as_str(), read.is_number()), (text, is_number));
        let back = serde_json::to_string(&read).unwrap();
        assert_eq!(serde_json::from_str::<Text>(&back).unwrap(), read);
        if !json.contains('\\') {
            assert_eq!(back, json);
        }
    }
}

#[test]
fn refuses_what_is_no_scalar() {
    for json in ["null", "false", "[1]", "{}"] {
        assert!(serde_json::from_str::<Text>(json).is_err(), "{json}");
    }
}

#[test]
fn compares_with_text_and_hides_it() {
    let phone = Text::from("555");
    assert_eq!(phone, "555");
    assert_ne!(phone, serde_json::from_str::<Text>("555").unwrap());
    assert_eq!(format!("{phone} {phone:?}"), "555 <text>");
}

#[test]
fn sorts_by_text_and_takes_any_string() {
    let number: Text = serde_json::from_str("10").unwrap();
    let owned = "10".to_owned();
    assert_eq!([Text::from(&owned), Text::from(owned.clone())], [Text::from("10"), Text::from("10")]);
    let mut texts = [Text::from("9"), Text::from(&owned), number, Text::from("")];
    texts.sort();
    assert_eq!(
        texts.each_ref().map(|text| (text.as_str(), text.is_number())),
        [("", false), ("10", true), ("10", false), ("9", false)]
    );
}

#[test]
fn numbers_are_written_digit_by_digit() {
    let texts =
        [Text::from(7), Text::from(u32::MAX), Text::from(i64::MIN), Text::from(u64::MAX), JsonNumber::from(0.5).into()];
    let json = serde_json::to_string(&texts).unwrap();
    assert_eq!(json, "[7,4294967295,-9223372036854775808,18446744073709551615,0.5]");
    assert_eq!(serde_json::to_string(&Nullable::<Text>::from(u64::MAX)).unwrap(), "18446744073709551615");
}
