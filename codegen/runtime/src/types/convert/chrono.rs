//! The types of `chrono`.

use chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Utc};

use super::{day, stamp};
use crate::types::{
    calendar::{Day, Stamp},
    date::{Date, DateError},
    datetime::DateTime,
};

/// A date before the year 0 becomes its first day, one after 9999 its last.
impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        let part = |part: u32| u8::try_from(part).unwrap_or_default();
        Self::of(Day::nearest(date.year(), part(date.month()), part(date.day())))
    }
}

/// In RFC 3339; a time beyond the years 0 to 9999 becomes the first or the last of them.
impl From<chrono::DateTime<Utc>> for DateTime {
    fn from(at: chrono::DateTime<Utc>) -> Self {
        Self::nearest(at.timestamp(), at.timestamp_subsec_nanos(), 0)
    }
}

/// In RFC 3339, with the same offset; what that cannot write becomes what is nearest.
impl From<chrono::DateTime<FixedOffset>> for DateTime {
    fn from(at: chrono::DateTime<FixedOffset>) -> Self {
        Self::nearest(at.timestamp(), at.timestamp_subsec_nanos(), at.offset().local_minus_utc())
    }
}

/// Fails if the text is not a date.
impl TryFrom<&Date> for NaiveDate {
    type Error = DateError;

    fn try_from(date: &Date) -> Result<Self, DateError> {
        naive_date(day(date)?)
    }
}

/// Fails if the text is not a date. A time without an offset is taken as UTC.
impl TryFrom<&DateTime> for chrono::DateTime<Utc> {
    type Error = DateError;

    fn try_from(date: &DateTime) -> Result<Self, DateError> {
        chrono::DateTime::<FixedOffset>::try_from(date).map(|at| at.to_utc())
    }
}

/// Fails if the text is not a date. A time without an offset is taken as UTC.
impl TryFrom<&DateTime> for chrono::DateTime<FixedOffset> {
    type Error = DateError;

    fn try_from(date: &DateTime) -> Result<Self, DateError> {
        let stamp = stamp(date)?;
        let offset = FixedOffset::east_opt(i32::from(stamp.offset()) * 60).ok_or(DateError::OUT_OF_RANGE)?;
        offset.from_local_datetime(&shown(stamp)?).single().ok_or(DateError::OUT_OF_RANGE)
    }
}

/// Converts the date and time as written, ignoring the offset. Fails if the text is not a date.
impl TryFrom<&DateTime> for NaiveDateTime {
    type Error = DateError;

    fn try_from(date: &DateTime) -> Result<Self, DateError> {
        shown(stamp(date)?)
    }
}

fn shown(Stamp { day, clock, .. }: Stamp) -> Result<NaiveDateTime, DateError> {
    let (hour, minute, second) = (clock.hour.into(), clock.minute.into(), clock.second.into());
    naive_date(day)?.and_hms_nano_opt(hour, minute, second, clock.nanosecond).ok_or(DateError::OUT_OF_RANGE)
}

fn naive_date(day: Day) -> Result<NaiveDate, DateError> {
    let (year, month, day) = day.ymd();
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).ok_or(DateError::OUT_OF_RANGE)
}
