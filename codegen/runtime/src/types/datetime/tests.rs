use time::macros::{date, datetime};

use super::*;

fn read(json: &str) -> DateTime {
    serde_json::from_str(json).unwrap()
}

#[test]
fn goes_back_as_it_came() {
    for (text, instant) in [
        ("2024-01-15", Some(datetime!(2024-01-15 00:00 UTC))),
        ("2024-10-24T04:32:20Z", Some(datetime!(2024-10-24 04:32:20 UTC))),
        ("2024-10-24T04:32:20.5Z", Some(datetime!(2024-10-24 04:32:20.5 UTC))),
        ("2024-10-24T04:32:20.123456789Z", Some(datetime!(2024-10-24 04:32:20.123456789 UTC))),
        ("2024-10-24T04:32:20.1234567891Z", Some(datetime!(2024-10-24 04:32:20.123456789 UTC))),
        ("2024-10-24T04:32:20.000Z", Some(datetime!(2024-10-24 04:32:20 UTC))),
        ("2024-10-24T04:32:20+00:00", Some(datetime!(2024-10-24 04:32:20 UTC))),
        ("2024-10-24T04:32:20-00:00", Some(datetime!(2024-10-24 04:32:20 UTC))),
        ("2024-10-24T04:32:20-0000", Some(datetime!(2024-10-24 04:32:20 UTC))),
        ("2024-10-24T04:32:20-05:30", Some(datetime!(2024-10-24 04:32:20 -5:30))),
        ("2024-10-30T22:30:38-0400", Some(datetime!(2024-10-30 22:30:38 -4))),
        ("2024-10-24t04:32:20z", Some(datetime!(2024-10-24 04:32:20 UTC))),
        ("2024-10-24T04:32:20", Some(datetime!(2024-10-24 04:32:20 UTC))),
        ("2023-07-17 06:30:41", Some(datetime!(2023-07-17 06:30:41 UTC))),
        ("2023-07-17 06:30:41+02:00", Some(datetime!(2023-07-17 06:30:41 +2))),
        ("Wed, 10 Jan 2018 21:02:23 +0000", Some(datetime!(2018-01-10 21:02:23 UTC))),
        ("Wed, 10 Jan 2018 21:02:23 -0630", Some(datetime!(2018-01-10 21:02:23 -6:30))),
        ("Wed, 10 Jan 2018 21:02:23 GMT", Some(datetime!(2018-01-10 21:02:23 UTC))),
        ("Wed, 3 Jan 2018 21:02:23 +0000", Some(datetime!(2018-01-03 21:02:23 UTC))),
        ("", None),
        ("never", None),
        ("0000-00-00 00:00:00", None),
        ("2024-02-30", None),
        ("2024-1-5", None),
        ("2024-10-24T04:32", None),
        ("2024-10-24T04:32:20.Z", None),
        ("2024-10-24T04:32:20Z ", None),
        ("2024-10-24T24:00:00Z", None),
        ("2024-10-24T04:32:20+99:00", None),
        ("+2024-10-24", None),
        ("1705314600", None),
        ("２０２４-10-24", None),
    ] {
        let json = serde_json::to_string(text).unwrap();
        let date = read(&json);
        assert_eq!(date.instant(), instant, "{text}");
        assert_eq!(date.as_text(), text);
        assert_eq!(serde_json::to_string(&date).unwrap(), json);
        assert_eq!(date, DateTime::from(text.to_owned()));
    }
}

#[test]
fn reads_seconds_as_a_number() {
    let date = read("1705314600");
    assert_eq!(date.instant(), Some(datetime!(2024-01-15 10:30 UTC)));
    assert_eq!(serde_json::to_string(&date).unwrap(), "1705314600");
    assert_eq!(serde_json::to_string(&read("-1")).unwrap(), "-1");
    for json in ["1.5", "null", "true", "[]", "18446744073709551615", "9000000000000"] {
        assert!(serde_json::from_str::<DateTime>(json).is_err(), "{json}");
    }
}

#[test]
fn tells_what_is_certain() {
    for (text, has_offset, is_date) in [
        ("2024-01-15", false, true),
        ("2024-01-15T10:30:00", false, false),
        ("2023-07-17 06:30:41", false, false),
        ("2024-01-15T10:30:00Z", true, false),
        ("Mon, 15 Jan 2024 10:30:00 GMT", true, false),
        ("2024-01-15t10:30:00z", true, false),
        ("2024-01-15t10:30:00", false, false),
        ("soon", false, false),
    ] {
        let date = DateTime::from(text);
        assert_eq!((date.has_offset(), date.is_date()), (has_offset, is_date), "{text}");
    }
}

#[test]
fn writes_typed_values() {
    let at = datetime!(2024-01-15 10:30 +2);
    for (date, text) in [
        (DateTime::from(at), "2024-01-15T10:30:00+02:00"),
        (DateTime::from(datetime!(2024-01-15 10:30:00.25 UTC)), "2024-01-15T10:30:00.250Z"),
        (DateTime::from(datetime!(2024-01-15 10:30:00.000001 UTC)), "2024-01-15T10:30:00.000001Z"),
        (DateTime::from(date!(2024 - 01 - 15)), "2024-01-15"),
        (DateTime::from(SystemTime::UNIX_EPOCH), "1970-01-01T00:00:00Z"),
        (DateTime::rfc2822(at), "Mon, 15 Jan 2024 10:30:00 +0200"),
        (DateTime::rfc2822(datetime!(0800-01-02 03:04:05 UTC)), "Sun, 02 Jan 0800 03:04:05 +0000"),
        (DateTime::spaced(at), "2024-01-15 08:30:00"),
    ] {
        assert_eq!(date.to_string(), text);
    }
}

#[test]
fn compares_what_is_written() {
    assert_ne!(DateTime::from("2024-01-15T10:00:00+02:00"), DateTime::from("2024-01-15T08:00:00+00:00"));
    assert_ne!(DateTime::from("2024-01-15T08:00:00Z"), DateTime::from("2024-01-15T08:00:00+00:00"));
    assert_eq!(DateTime::from("soon"), DateTime::from("soon"));
}

#[test]
fn debug_shows_dates_but_no_words() {
    assert_eq!(format!("{:?}", DateTime::from("2024-01-15")), "2024-01-15");
    assert_eq!(format!("{:?}", DateTime::from("Jane's birthday")), "<text>");
}
