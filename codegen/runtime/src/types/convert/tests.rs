//! The calendar crates check each other: what one of them writes is read here, and converted to the others.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, TimeZone as _, Utc};
use jiff::{Timestamp, ZonedDateTime, civil};
use time::{
    OffsetDateTime, PrimitiveDateTime, UtcOffset,
    format_description::well_known::{Rfc2822, Rfc3339},
    macros::{date, datetime},
};

use crate::types::{
    date::{Date, DateError},
    datetime::DateTime,
    nullable::Nullable,
};

/// Seconds since 1970 at the ends of the calendar, around leap days, before and after 1970, and random ones.
fn instants() -> impl Iterator<Item = (i64, u32, i16)> {
    let ends = [-62_167_219_200, -62_167_219_199, -1, 0, 1, 951_782_399, 951_782_400, 1_709_251_199, 253_402_207_200];
    let random = std::cell::RefCell::new(fastrand::Rng::with_seed(7));
    let any = std::iter::repeat_with(move || {
        let mut random = random.borrow_mut();
        // At least a day from the ends, every offset can be written.
        (random.i64(-62_167_132_800..253_402_114_400), random.u32(..1_000_000_000), random.i16(-1439..=1439))
    });
    ends.into_iter().flat_map(|at| [(at, 0, 0), (at, 120_000_000, 0)]).chain(any.take(4_000))
}

#[test]
fn instants_come_back_from_every_crate() {
    for (seconds, nanosecond, offset) in instants() {
        let east = i32::from(offset) * 60;
        let chronos = FixedOffset::east_opt(east).unwrap().timestamp_opt(seconds, nanosecond).unwrap();
        let ours = DateTime::from(chronos);
        let text = ours.to_string();
        assert_eq!(ours.to_unix(), Some((seconds, nanosecond)), "{text}");
        assert_eq!(ours.offset_minutes(), Some(offset), "{text}");
        assert_eq!(DateTime::from(text.as_str()), ours, "{text}");

        // Each of them reads what is written here, and converts to the same value.
        assert_eq!(chrono::DateTime::parse_from_rfc3339(&text).unwrap(), chronos, "{text}");
        let jiffs: Timestamp = text.parse().unwrap();
        let times = OffsetDateTime::parse(&text, &Rfc3339).unwrap();
        assert_eq!(chrono::DateTime::<FixedOffset>::try_from(&ours), Ok(chronos));
        assert_eq!(chrono::DateTime::<FixedOffset>::try_from(&ours).unwrap().offset(), chronos.offset());
        assert_eq!(chrono::DateTime::<Utc>::try_from(&ours), Ok(chronos.to_utc()));
        assert_eq!(Timestamp::try_from(&ours), Ok(jiffs));
        assert_eq!(OffsetDateTime::try_from(&ours), Ok(times));
        assert_eq!(OffsetDateTime::try_from(&ours).unwrap().offset(), times.offset());

        // And converts back.
        let zoned = ZonedDateTime::try_from(&ours).unwrap();
        assert_eq!((zoned.timestamp(), zoned.offset().seconds()), (jiffs, east));
        assert_eq!([&DateTime::from(&zoned), &DateTime::from(zoned), &DateTime::from(times)], [&ours; 3]);
        let utc = DateTime::from_unix(seconds, nanosecond);
        assert_eq!([&DateTime::from(jiffs), &DateTime::from(chronos.to_utc())], [&utc; 2]);

        // The local time.
        let shown = NaiveDateTime::try_from(&ours).unwrap();
        assert_eq!(shown, chronos.naive_local());
        assert_eq!(PrimitiveDateTime::try_from(&ours), Ok(PrimitiveDateTime::new(times.date(), times.time())));
        assert_eq!(
            civil::DateTime::try_from(&ours).unwrap(),
            text[..text.len() - if offset == 0 { 1 } else { 6 }].parse().unwrap()
        );
        assert_eq!(ours.date(), Some(Date::from(chronos.date_naive())));
    }
}

#[test]
fn rfc_2822_is_read_as_others_read_it() {
    let mut read = 0;
    for (seconds, _, offset) in instants() {
        let ours = DateTime::rfc2822(DateTime::from(
            FixedOffset::east_opt(i32::from(offset) * 60).unwrap().timestamp_opt(seconds, 0).unwrap(),
        ));
        let text = ours.to_string();
        assert_eq!(ours.to_unix(), Some((seconds, 0)), "{text}");
        assert_eq!(DateTime::from(text.as_str()), ours, "{text}");
        assert_eq!(chrono::DateTime::parse_from_rfc2822(&text).map(|at| at.timestamp()), Ok(seconds), "{text}");
        // `time` does not parse years before 1900, and takes `-0025` for `+0025`.
        if let (Ok(theirs), false) = (OffsetDateTime::parse(&text, &Rfc2822), (-59..0).contains(&offset)) {
            assert_eq!(theirs.unix_timestamp(), seconds, "{text}");
            read += 1;
        }
    }
    assert!(read > 2_000);
}

#[test]
fn days_come_back_from_every_crate() {
    for number in (-719_528..=2_932_896).step_by(13).chain([-719_528, 2_932_896, 11_016, 19_782]) {
        let chronos = NaiveDate::from_epoch_days(number).unwrap();
        let ours = Date::from(chronos);
        let text = chronos.to_string();
        assert_eq!((ours.to_string(), Date::from(&text)), (text.clone(), ours.clone()));
        let (jiffs, times) = (civil::Date::try_from(&ours).unwrap(), time::Date::try_from(&ours).unwrap());
        assert_eq!([jiffs.to_string(), times.to_string()], [&*text, &*text]);
        assert_eq!(NaiveDate::try_from(&ours), Ok(chronos));
        assert_eq!([Date::from(jiffs), Date::from(times)], [ours.clone(), ours]);
    }
}

#[test]
fn what_cannot_be_written_becomes_what_is_nearest() {
    let (first, last) = ("0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z");
    for (date, text) in [
        (DateTime::from(chrono::DateTime::<Utc>::MIN_UTC), first),
        (DateTime::from(chrono::DateTime::<Utc>::MAX_UTC), last),
        (DateTime::from(Timestamp::MIN), first),
        (DateTime::from(Timestamp::MAX), "9999-12-30T22:00:00.999999999Z"),
        (DateTime::from(datetime!(-0001-12-31 23:59:59 UTC)), first),
        (DateTime::from(datetime!(9999-12-31 23:59:59.999999999 UTC)), last),
        (DateTime::from(datetime!(9999-12-31 23:30 -1)), "9999-12-31T23:30:00-01:00"),
        // RFC 3339 has no seconds in offsets, which existed before time zones.
        (DateTime::from(datetime!(1890-01-01 00:00 +0:53:28)), "1889-12-31T23:06:32Z"),
        (DateTime::from(datetime!(2026-01-02 00:00 +25)), "2025-12-31T23:00:00Z"),
        (DateTime::from(jiff::Timestamp::new(-1, -250_000_000).unwrap()), "1969-12-31T23:59:58.750Z"),
        // A leap second of `chrono`.
        (
            DateTime::from(
                NaiveDate::from_ymd_opt(2016, 12, 31)
                    .unwrap()
                    .and_hms_nano_opt(23, 59, 59, 1_500_000_000)
                    .unwrap()
                    .and_utc(),
            ),
            "2017-01-01T00:00:00.500Z",
        ),
    ] {
        assert_eq!(date.to_string(), text);
    }
    for (date, text) in [
        (Date::from(NaiveDate::MIN), "0000-01-01"),
        (Date::from(NaiveDate::MAX), "9999-12-31"),
        (Date::from(civil::Date::MIN), "0000-01-01"),
        (Date::from(civil::Date::MAX), "9999-12-31"),
        (Date::from(date!(-0001 - 12 - 31)), "0000-01-01"),
    ] {
        assert_eq!(date.to_string(), text);
    }
}

#[test]
fn what_is_no_date_does_not_convert() {
    for text in ["", "soon", "0000-00-00 00:00:00", "2026-02-30"] {
        let (at, day) = (DateTime::from(text), Date::from(text));
        assert_eq!(OffsetDateTime::try_from(&at), Err(DateError::NO_DATE), "{text}");
        assert_eq!(Timestamp::try_from(&at), Err(DateError::NO_DATE), "{text}");
        assert_eq!(chrono::DateTime::<Utc>::try_from(&at), Err(DateError::NO_DATE), "{text}");
        assert_eq!(time::Date::try_from(&day), Err(DateError::NO_DATE), "{text}");
        assert_eq!(civil::Date::try_from(&day), Err(DateError::NO_DATE), "{text}");
        assert_eq!(NaiveDate::try_from(&day), Err(DateError::NO_DATE), "{text}");
    }
    let far: DateTime = serde_json::from_str("9000000000000").unwrap();
    assert_eq!(OffsetDateTime::try_from(&far), Err(DateError::OUT_OF_RANGE));
    assert_eq!(Timestamp::try_from(&DateTime::from("9999-12-31T00:00:00Z")), Err(DateError::OUT_OF_RANGE));
    assert_eq!(
        OffsetDateTime::try_from(&DateTime::from("9999-12-31T23:00:00-02:00")).map(|at| at.offset()),
        Ok(UtcOffset::from_hms(-2, 0, 0).unwrap())
    );
}

#[test]
fn a_date_where_a_time_was_sent_converts_into_its_day() {
    let sent = Date::from("2026-01-02T23:30:00-05:00");
    assert_eq!(time::Date::try_from(&sent), Ok(date!(2026 - 01 - 02)));
    assert_eq!(civil::Date::try_from(&sent), Ok(civil::date(2026, 1, 2)));
    assert_eq!(NaiveDate::try_from(&sent), Ok(NaiveDate::from_ymd_opt(2026, 1, 2).unwrap()));
}

#[test]
fn setters_take_the_types_of_every_crate() {
    fn day(day: impl Into<Nullable<Date>>) -> String {
        day.into().value().map(ToString::to_string).unwrap_or_default()
    }
    fn at(at: impl Into<Nullable<DateTime>>) -> String {
        at.into().value().map(ToString::to_string).unwrap_or_default()
    }
    let text = "2026-01-02T00:00:00Z".to_owned();
    let zoned = ZonedDateTime::try_from(&DateTime::from(&text)).unwrap();
    assert_eq!(
        [day(date!(2026 - 01 - 02)), day(civil::date(2026, 1, 2)), day(NaiveDate::from_ymd_opt(2026, 1, 2).unwrap())],
        ["2026-01-02"; 3]
    );
    assert_eq!(
        [
            at(datetime!(2026-01-02 0:00 UTC)),
            at(zoned.timestamp()),
            at(&zoned),
            at(zoned),
            at(chrono::DateTime::<Utc>::from_timestamp_secs(1_767_312_000).unwrap()),
            at(chrono::DateTime::<Utc>::from_timestamp_secs(1_767_312_000).unwrap().fixed_offset()),
            at(&text),
        ],
        ["2026-01-02T00:00:00Z"; 7]
    );
}
