//! The types of `jiff`.

use jiff::{
    Timestamp, ZonedDateTime, civil,
    tz::{Offset, TimeZone},
};

use super::{day, stamp};
use crate::types::{
    calendar::{Day, Stamp},
    date::{Date, DateError},
    datetime::DateTime,
};

/// A date before the year 0 becomes its first day.
impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        // Months and days are above zero.
        let part = |part: i8| part.unsigned_abs();
        Self::of(Day::nearest(date.year().into(), part(date.month()), part(date.day())))
    }
}

/// In RFC 3339, in UTC; a time before the year 0 becomes its beginning.
impl From<Timestamp> for DateTime {
    fn from(at: Timestamp) -> Self {
        from_parts(at, 0)
    }
}

/// In RFC 3339, with the same offset, but without the name of the zone; what that cannot write becomes what is nearest.
impl From<ZonedDateTime> for DateTime {
    fn from(at: ZonedDateTime) -> Self {
        Self::from(&at)
    }
}

/// In RFC 3339, with the same offset, but without the name of the zone; what that cannot write becomes what is nearest.
impl From<&ZonedDateTime> for DateTime {
    fn from(at: &ZonedDateTime) -> Self {
        from_parts(at.timestamp(), at.offset().seconds())
    }
}

fn from_parts(at: Timestamp, offset: i32) -> DateTime {
    // Before 1970, both are negative.
    let nanosecond = at.subsec_nanosecond();
    let (second, nanosecond) = match u32::try_from(nanosecond) {
        Ok(nanosecond) => (at.as_second(), nanosecond),
        Err(_) => (at.as_second() - 1, 1_000_000_000 - nanosecond.unsigned_abs()),
    };
    DateTime::nearest(second, nanosecond, offset)
}

/// Fails if the text is not a date.
impl TryFrom<&Date> for civil::Date {
    type Error = DateError;

    fn try_from(date: &Date) -> Result<Self, DateError> {
        civil_date(day(date)?)
    }
}

/// Fails if the text is not a date, or is after [`Timestamp::MAX`]. A time without an offset is taken as UTC.
impl TryFrom<&DateTime> for Timestamp {
    type Error = DateError;

    fn try_from(date: &DateTime) -> Result<Self, DateError> {
        let stamp = stamp(date)?;
        offset(stamp)?.to_timestamp(shown(stamp)?).map_err(|_| DateError::OUT_OF_RANGE)
    }
}

/// The zone has the offset of the text, and no name. Fails if the text is not a date, or is after [`Timestamp::MAX`]. A
/// time without an offset is taken as UTC.
impl TryFrom<&DateTime> for ZonedDateTime {
    type Error = DateError;

    fn try_from(date: &DateTime) -> Result<Self, DateError> {
        let zone = TimeZone::fixed(offset(stamp(date)?)?);
        Timestamp::try_from(date).map(|at| at.to_zoned_datetime(zone))
    }
}

/// Converts the date and time as written, ignoring the offset. Fails if the text is not a date.
impl TryFrom<&DateTime> for civil::DateTime {
    type Error = DateError;

    fn try_from(date: &DateTime) -> Result<Self, DateError> {
        shown(stamp(date)?)
    }
}

fn offset(stamp: Stamp) -> Result<Offset, DateError> {
    Offset::from_seconds(i32::from(stamp.offset()) * 60).map_err(|_| DateError::OUT_OF_RANGE)
}

fn shown(Stamp { day, clock, .. }: Stamp) -> Result<civil::DateTime, DateError> {
    let (hour, minute, second) = (number(clock.hour)?, number(clock.minute)?, number(clock.second)?);
    let time = civil::Time::new(hour, minute, second, number(clock.nanosecond)?);
    Ok(civil_date(day)?.to_datetime(time.map_err(|_| DateError::OUT_OF_RANGE)?))
}

fn civil_date(day: Day) -> Result<civil::Date, DateError> {
    let (year, month, day) = day.ymd();
    civil::Date::new(number(year)?, number(month)?, number(day)?).map_err(|_| DateError::OUT_OF_RANGE)
}

/// A number as another type has it; those of a calendar fit.
fn number<T, U: TryFrom<T>>(number: T) -> Result<U, DateError> {
    U::try_from(number).map_err(|_| DateError::OUT_OF_RANGE)
}
