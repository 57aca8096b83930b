//! The types of `time`.

use time::{Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

use super::{day, stamp};
use crate::types::{
    calendar::{Day, Stamp},
    date::{Date, DateError},
    datetime::DateTime,
};

/// A date before the year 0 becomes its first day, one after 9999 its last.
impl From<time::Date> for Date {
    fn from(date: time::Date) -> Self {
        Self::of(Day::nearest(date.year(), date.month().into(), date.day()))
    }
}

/// In RFC 3339, with the same offset; what that cannot write becomes what is nearest.
impl From<OffsetDateTime> for DateTime {
    fn from(at: OffsetDateTime) -> Self {
        Self::nearest(at.unix_timestamp(), at.nanosecond(), at.offset().whole_seconds())
    }
}

/// Fails if the text is not a date.
impl TryFrom<&Date> for time::Date {
    type Error = DateError;

    fn try_from(date: &Date) -> Result<Self, DateError> {
        calendar_date(day(date)?)
    }
}

/// Fails if the text is not a date. A time without an offset is taken as UTC.
impl TryFrom<&DateTime> for OffsetDateTime {
    type Error = DateError;

    fn try_from(date: &DateTime) -> Result<Self, DateError> {
        let stamp = stamp(date)?;
        let offset = UtcOffset::from_whole_seconds(i32::from(stamp.offset()) * 60);
        Ok(shown(stamp)?.assume_offset(offset.map_err(|_| DateError::OUT_OF_RANGE)?))
    }
}

/// Converts the date and time as written, ignoring the offset. Fails if the text is not a date.
impl TryFrom<&DateTime> for PrimitiveDateTime {
    type Error = DateError;

    fn try_from(date: &DateTime) -> Result<Self, DateError> {
        shown(stamp(date)?)
    }
}

fn shown(Stamp { day, clock, .. }: Stamp) -> Result<PrimitiveDateTime, DateError> {
    let time = Time::from_hms_nano(clock.hour, clock.minute, clock.second, clock.nanosecond);
    Ok(calendar_date(day)?.with_time(time.map_err(|_| DateError::OUT_OF_RANGE)?))
}

fn calendar_date(day: Day) -> Result<time::Date, DateError> {
    let (year, month, day) = day.ymd();
    let date = Month::try_from(month).and_then(|month| time::Date::from_calendar_date(year.into(), month, day));
    date.map_err(|_| DateError::OUT_OF_RANGE)
}
