use std::{
    collections::{BTreeSet, HashSet},
    hash::{BuildHasher, RandomState},
};

use super::*;

fn read(json: &str) -> DateTime {
    serde_json::from_str(json).unwrap()
}

/// Texts, with their seconds since 1970 and nanoseconds.
pub(crate) const TEXTS: &[(&str, Option<(i64, u32)>)] = &[
    ("2024-01-15", Some((1_705_276_800, 0))),
    ("0000-01-01", Some((-62_167_219_200, 0))),
    ("9999-12-31T23:59:59.999999999Z", Some((253_402_300_799, 999_999_999))),
    ("9999-12-31T23:59:59-23:59", Some((253_402_387_139, 0))),
    ("0000-01-01T00:00:00+23:59", Some((-62_167_305_540, 0))),
    ("1969-12-31T23:59:59.5Z", Some((-1, 500_000_000))),
    ("2024-02-29T00:00:00Z", Some((1_709_164_800, 0))),
    ("2000-02-29", Some((951_782_400, 0))),
    ("2024-10-24T04:32:20Z", Some((1_729_744_340, 0))),
    ("2024-10-24T04:32:20.5Z", Some((1_729_744_340, 500_000_000))),
    ("2024-10-24T04:32:20.123456789Z", Some((1_729_744_340, 123_456_789))),
    ("2024-10-24T04:32:20.1234567891Z", Some((1_729_744_340, 123_456_789))),
    ("2024-10-24T04:32:20.000Z", Some((1_729_744_340, 0))),
    ("2024-10-24T04:32:20+00:00", Some((1_729_744_340, 0))),
    ("2024-10-24T04:32:20-00:00", Some((1_729_744_340, 0))),
    ("2024-10-24T04:32:20-0000", Some((1_729_744_340, 0))),
    ("2024-10-24T04:32:20-05:30", Some((1_729_764_140, 0))),
    ("2024-10-30T22:30:38-0400", Some((1_730_341_838, 0))),
    ("2024-10-24t04:32:20z", Some((1_729_744_340, 0))),
    ("2024-10-24T04:32:20", Some((1_729_744_340, 0))),
    ("2023-07-17 06:30:41", Some((1_689_575_441, 0))),
    ("2023-07-17 06:30:41+02:00", Some((1_689_568_241, 0))),
    ("Wed, 10 Jan 2018 21:02:23 +0000", Some((1_515_618_143, 0))),
    ("Wed, 10 Jan 2018 21:02:23 -0630", Some((1_515_641_543, 0))),
    ("Wed, 10 Jan 2018 21:02:23 GMT", Some((1_515_618_143, 0))),
    ("Wed, 10 Jan 2018 16:02:23 EST", Some((1_515_618_143, 0))),
    ("Wed, 3 Jan 2018 21:02:23 +0000", Some((1_515_013_343, 0))),
    // The day was a Wednesday, and the text is kept unchanged.
    ("Mon, 10 Jan 2018 21:02:23 +0000", Some((1_515_618_143, 0))),
    ("10 Jan 2018 21:02 +0000", Some((1_515_618_120, 0))),
    ("Wed, 10 Jan 2018 21:02:23 +0000 (UTC)", Some((1_515_618_143, 0))),
    ("", None),
    ("never", None),
    ("0000-00-00 00:00:00", None),
    ("2024-02-30", None),
    ("2023-02-29", None),
    ("1900-02-29", None),
    ("2024-04-31", None),
    ("2024-1-5", None),
    ("2024-10-24T04:32", None),
    ("2024-10-24T04:32:20.Z", None),
    ("2024-10-24T04:32:20Z ", None),
    ("2024-10-24T24:00:00Z", None),
    ("2024-10-24T23:59:60Z", None),
    ("2024-10-24T04:32:20+99:00", None),
    ("2024-10-24T04:32:20+24:00", None),
    ("2024-10-24T04:32:20+01:60", None),
    ("2024-10-24T04:32:20+1", None),
    ("+2024-10-24", None),
    ("1705314600", None),
    ("２０２４-10-24", None),
    ("Som, 10 Jan 2018 21:02:23 +0000", None),
    ("Wed, 10 Jan 2018 21:02:23", None),
    ("Wed, 10 Jan 2018 21:02:23 +00:00", None),
    ("Wed, 10 Jan 2018 21:02:23 XYZ", None),
    ("Wed, 10 Jan 2018 21:02:23 +0000 x", None),
    ("Wed, 10 Jan 118 21:02:23 +0000", None),
    ("Wed, 100 Jan 2018 21:02:23 +0000", None),
    ("Wed, 32 Jan 2018 21:02:23 +0000", None),
    ("Wed, 10 Foo 2018 21:02:23 +0000", None),
    ("Wed, 10 Jan 2018 1:02:23 +0000", None),
];

#[test]
fn goes_back_as_it_came() {
    for (text, unix) in TEXTS {
        let json = serde_json::to_string(text).unwrap();
        let date = read(&json);
        assert_eq!(date.to_unix(), *unix, "{text}");
        assert_eq!(date.as_text(), *text);
        assert_eq!(serde_json::to_string(&date).unwrap(), json);
        assert_eq!(date, DateTime::from(text.to_string()));
        assert_eq!(date, DateTime::from(&text.to_string()));
        assert_eq!(text.parse().ok(), unix.map(|_| date), "{text}");
    }
}

#[test]
fn reads_seconds_as_a_number() {
    let date = read("1705314600");
    assert_eq!(date.to_unix(), Some((1_705_314_600, 0)));
    assert_eq!(date.date(), Date::new(2024, 1, 15));
    assert_eq!(serde_json::to_string(&date).unwrap(), "1705314600");
    assert_eq!(serde_json::to_string(&read("-1")).unwrap(), "-1");
    // A number this large may be milliseconds: it is not a date, but is sent back unchanged.
    for json in ["9000000000000", "9223372036854775807", "-9223372036854775808"] {
        let far = read(json);
        assert_eq!(serde_json::to_string(&far).unwrap(), json);
        assert_eq!((far.date(), far.to_string()), (None, json.to_owned()));
        assert_eq!(far.to_unix().map(|(seconds, _)| seconds.to_string()).as_deref(), Some(json));
    }
    for json in ["1.5", "null", "true", "[]", "18446744073709551615"] {
        assert!(serde_json::from_str::<DateTime>(json).is_err(), "{json}");
    }
}

#[test]
fn tells_what_is_certain() {
    for (text, offset, is_date) in [
        ("2024-01-15", None, true),
        ("2024-01-15T10:30:00", None, false),
        ("2023-07-17 06:30:41", None, false),
        ("2024-01-15T10:30:00Z", Some(0), false),
        ("2024-01-15T10:30:00-03:30", Some(-210), false),
        ("Mon, 15 Jan 2024 10:30:00 GMT", Some(0), false),
        ("2024-01-15t10:30:00z", Some(0), false),
        ("2024-01-15t10:30:00+0130", Some(90), false),
        ("2024-01-15t10:30:00", None, false),
        ("soon", None, false),
    ] {
        let date = DateTime::from(text);
        assert_eq!((date.offset_minutes(), date.is_date()), (offset, is_date), "{text}");
        assert_eq!(date.has_offset(), offset.is_some());
    }
    assert_eq!(read("1705314600").offset_minutes(), Some(0));
}

#[test]
fn the_date_is_the_one_that_is_written() {
    for (text, day) in [
        ("2024-01-15", Some("2024-01-15")),
        ("2024-01-15T23:30:00-05:00", Some("2024-01-15")),
        ("2024-01-15T00:30:00+05:00", Some("2024-01-15")),
        ("Mon, 15 Jan 2024 23:30:00 EST", Some("2024-01-15")),
        ("2024-01-15t10:30:00z", Some("2024-01-15")),
        ("soon", None),
    ] {
        assert_eq!(DateTime::from(text).date(), day.map(Date::from), "{text}");
    }
}

#[test]
fn writes_typed_values() {
    let at = || DateTime::from("2024-01-15T10:30:00.75+02:00");
    for (date, text) in [
        (DateTime::from_unix(1_705_314_600, 0), "2024-01-15T10:30:00Z"),
        (DateTime::from_unix(1_705_314_600, 250_000_000), "2024-01-15T10:30:00.250Z"),
        (DateTime::from_unix(1_705_314_600, 1_000), "2024-01-15T10:30:00.000001Z"),
        (DateTime::from_unix(1_705_314_600, 1), "2024-01-15T10:30:00.000000001Z"),
        (DateTime::from_unix(1_705_314_600, 1_500_000_000), "2024-01-15T10:30:01.500Z"),
        (DateTime::from_unix(-1, 500_000_000), "1969-12-31T23:59:59.500Z"),
        (DateTime::from_unix(i64::MIN, 0), "0000-01-01T00:00:00Z"),
        (DateTime::from_unix(-62_167_219_201, 999_999_999), "0000-01-01T00:00:00Z"),
        (DateTime::from_unix(-62_167_219_200, 0), "0000-01-01T00:00:00Z"),
        (DateTime::from_unix(253_402_300_799, 0), "9999-12-31T23:59:59Z"),
        (DateTime::from_unix(253_402_300_800, 0), "9999-12-31T23:59:59.999999999Z"),
        (DateTime::from_unix(i64::MAX, u32::MAX), "9999-12-31T23:59:59.999999999Z"),
        // Neither an offset with seconds nor a local year 10000 can be written.
        (DateTime::nearest(0, 0, 3_630), "1970-01-01T00:00:00Z"),
        (DateTime::nearest(0, 0, 24 * 3_600), "1970-01-01T00:00:00Z"),
        (DateTime::nearest(0, 0, -3_600), "1969-12-31T23:00:00-01:00"),
        (DateTime::nearest(253_402_300_799, 0, 60), "9999-12-31T23:59:59Z"),
        (DateTime::nearest(253_402_300_800, 0, -60), "9999-12-31T23:59:00-00:01"),
        (DateTime::from(SystemTime::UNIX_EPOCH), "1970-01-01T00:00:00Z"),
        (DateTime::from(SystemTime::UNIX_EPOCH - Duration::from_millis(1_250)), "1969-12-31T23:59:58.750Z"),
        (DateTime::from(SystemTime::UNIX_EPOCH - Duration::from_secs(1)), "1969-12-31T23:59:59Z"),
        (DateTime::from_date(Date::new(2024, 1, 15).unwrap()), "2024-01-15"),
        (DateTime::from_date("someday"), "someday"),
        (DateTime::rfc2822(at()), "Mon, 15 Jan 2024 10:30:00 +0200"),
        (DateTime::rfc2822("0800-01-02T03:04:05Z"), "Sun, 02 Jan 0800 03:04:05 +0000"),
        (DateTime::rfc2822(SystemTime::UNIX_EPOCH), "Thu, 01 Jan 1970 00:00:00 +0000"),
        (DateTime::rfc2822("soon"), "soon"),
        (DateTime::spaced(at()), "2024-01-15 08:30:00"),
        (DateTime::spaced("9999-12-31T23:00:00-02:00"), "9999-12-31 23:00:00"),
        (DateTime::spaced(""), ""),
    ] {
        assert_eq!(date.to_string(), text);
        // Created and parsed values are equal.
        assert_eq!(date, DateTime::from(text));
    }
}

#[test]
fn converts_from_and_to_the_time_of_the_system() {
    for (seconds, nanoseconds) in [(0, 0), (0, 1), (-1, 999_999_999), (-1, 0), (1_705_314_600, 5), (-62_135_596_800, 7)]
    {
        let date = DateTime::from_unix(seconds, nanoseconds);
        let at = SystemTime::try_from(&date).unwrap();
        assert_eq!(DateTime::from(at), date, "{seconds}.{nanoseconds}");
    }
    for (text, problem) in [("soon", "not a date"), ("", "not a date")] {
        assert_eq!(SystemTime::try_from(&DateTime::from(text)).unwrap_err().to_string(), problem);
    }
}

#[test]
fn compares_what_is_written() {
    assert_ne!(DateTime::from("2024-01-15T10:00:00+02:00"), DateTime::from("2024-01-15T08:00:00+00:00"));
    assert_ne!(DateTime::from("2024-01-15T08:00:00Z"), DateTime::from("2024-01-15T08:00:00+00:00"));
    assert_ne!(DateTime::from("2024-01-15T08:00:00Z"), DateTime::from("2024-01-15T08:00:00.0Z"));
    assert_eq!(DateTime::from("soon"), DateTime::from("soon"));
}

#[test]
fn sorts_by_instant_and_what_is_no_date_last() {
    let sorted = [
        "0000-01-01",
        "1969-12-31T23:59:59Z",
        "2024-01-15T09:59:59+02:00",
        "2024-01-15T08:00:00Z",
        "2024-01-15T08:00:00.0000Z",
        "2024-01-15t08:00:00z",
        "2024-01-15T08:00:00.1Z",
        "2024-01-15T10:01:00+02:00",
        "",
        "1705314600",
        "soon",
    ];
    let dates: Vec<_> = sorted.iter().copied().map(DateTime::from).collect();
    let set: BTreeSet<_> = dates.iter().rev().cloned().collect();
    assert_eq!(set.iter().map(DateTime::as_text).collect::<Vec<_>>(), sorted);
    assert!(read("0") > DateTime::from("1969-12-31T23:59:59Z") && read("1") > read("0"));
}

#[test]
fn order_and_hash_agree_with_equality() {
    let numbers = [read("1705276800"), read("0"), read("9223372036854775807")];
    let dates: Vec<_> = TEXTS.iter().map(|(text, _)| DateTime::from(*text)).chain(numbers).collect();
    let state = RandomState::new();
    for one in &dates {
        for two in &dates {
            assert_eq!(one == two, one.cmp(two).is_eq(), "{one} {two}");
            assert_eq!(one.cmp(two), two.cmp(one).reverse(), "{one} {two}");
            assert_eq!(one == two, state.hash_one(one) == state.hash_one(two), "{one} {two}");
            for three in &dates {
                assert!(!(one < two && two < three) || one < three, "{one} {two} {three}");
            }
        }
    }
    assert_eq!(dates.iter().collect::<HashSet<_>>().len(), dates.len());
}

#[test]
fn debug_shows_dates_but_no_words() {
    assert_eq!(format!("{:?}", DateTime::from("2024-01-15")), "2024-01-15");
    assert_eq!(format!("{:?}", read("1705314600")), "1705314600");
    assert_eq!(format!("{:?}", DateTime::from("Jane's birthday")), "<text>");
}
