//! Days and times as RFC 3339 can write them: the calendar that the types of dates share.
//!
//! It is small enough to be its own. A calendar crate would be a dependency of every client, of which there are several,
//! each with its users: conversions to and from them are features.

pub(crate) mod layout;

const DAY: i64 = 86_400;

/// A day of the Gregorian calendar, in the years 0000 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    pub(crate) const MIN: Self = Self { year: 0, month: 1, day: 1 };
    pub(crate) const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// Returns the day, or `None` if the calendar does not have it.
    pub(crate) const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => return None,
        };
        if year <= Self::MAX.year && 1 <= day && day <= last { Some(Self { year, month, day }) } else { None }
    }

    /// The day with any numbers: one before the year 0 is the first, one after the year 9999 the last.
    #[cfg(any(feature = "time", feature = "jiff", feature = "chrono"))]
    pub(crate) fn nearest(year: i32, month: u8, day: u8) -> Self {
        let limit = if year < 0 { Self::MIN } else { Self::MAX };
        u16::try_from(year).ok().and_then(|year| Self::new(year, month, day)).unwrap_or(limit)
    }

    /// Year, month and day.
    pub(crate) const fn ymd(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The number of days since the first of January 1970.
    pub(crate) fn number(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        // Years that begin in March end with the leap day, and the lengths of their months follow a rule.
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + year * 365 + year / 4 - year / 100 + day_of_year - 719_468
    }

    /// The day with this [`number`](Self::number), if it is in the calendar.
    pub(crate) fn numbered(number: i64) -> Option<Self> {
        let number = number.checked_add(719_468)?;
        let (era, day) = (number.div_euclid(146_097), number.rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let month = (month + 2) % 12 + 1;
        let year = era.checked_mul(400)? + year + i64::from(month <= 2);
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The day of the week; Thursday is 0, as that of the first of January 1970 was.
    fn weekday(self) -> usize {
        usize::try_from(self.number().rem_euclid(7)).unwrap_or_default()
    }
}

/// A time of a day, as a clock shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Clock {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
    pub(crate) nanosecond: u32,
}

impl Clock {
    const MIDNIGHT: Self = Self { hour: 0, minute: 0, second: 0, nanosecond: 0 };

    /// `None` if no clock shows it; leap seconds are none.
    pub(crate) fn new(hour: u8, minute: u8, second: u8, nanosecond: u32) -> Option<Self> {
        let is_shown = hour < 24 && minute < 60 && second < 60 && nanosecond < 1_000_000_000;
        is_shown.then_some(Self { hour, minute, second, nanosecond })
    }
}

/// A day, the clock there, and how far that is from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Stamp {
    pub(crate) day: Day,
    pub(crate) clock: Clock,
    offset: i16,
}

impl Stamp {
    pub(crate) fn utc(day: Day, clock: Clock) -> Self {
        Self { day, clock, offset: 0 }
    }

    /// With an offset in minutes, if it is less than a day.
    pub(crate) fn new(day: Day, clock: Clock, offset: i16) -> Option<Self> {
        (offset.unsigned_abs() < 24 * 60).then_some(Self { day, clock, offset })
    }

    /// The offset from UTC in minutes; it is positive in the east.
    pub(crate) const fn offset(&self) -> i16 {
        self.offset
    }

    /// The seconds since 1970; nanoseconds come on top of them.
    pub(crate) fn seconds(&self) -> i64 {
        let Clock { hour, minute, second, .. } = self.clock;
        let minutes = i64::from(hour) * 60 + i64::from(minute) - i64::from(self.offset);
        self.day.number() * DAY + minutes * 60 + i64::from(second)
    }

    /// What a clock with this offset in minutes shows so many seconds after 1970, if it can be written.
    pub(crate) fn at(seconds: i64, nanosecond: u32, offset: i16) -> Option<Self> {
        let local = seconds.checked_add(i64::from(offset) * 60)?;
        let second = u32::try_from(local.rem_euclid(DAY)).ok()?;
        let part = |part: u32| u8::try_from(part).ok();
        let clock = Clock::new(part(second / 3600)?, part(second / 60 % 60)?, part(second % 60)?, nanosecond)?;
        Self::new(Day::numbered(local.div_euclid(DAY))?, clock, offset)
    }

    /// The same for any numbers: UTC stands for an offset (in seconds) that cannot be written, and the first or last
    /// instant for one that is before or after them.
    pub(crate) fn nearest(seconds: i64, nanosecond: u32, offset: i32) -> Self {
        let minutes = i16::try_from(offset / 60).ok().filter(|_| offset % 60 == 0);
        let local = minutes.and_then(|minutes| Self::at(seconds, nanosecond, minutes));
        let limit = || match seconds {
            ..0 => Self::utc(Day::MIN, Clock::MIDNIGHT),
            0.. => Self::utc(Day::MAX, Clock { hour: 23, minute: 59, second: 59, nanosecond: 999_999_999 }),
        };
        local.or_else(|| Self::at(seconds, nanosecond, 0)).unwrap_or_else(limit)
    }

    /// The same instant in UTC, where that can be written.
    pub(crate) fn to_utc(self) -> Self {
        Self::at(self.seconds(), self.clock.nanosecond, 0).unwrap_or(self)
    }

    /// Without a fraction of the second.
    pub(crate) fn whole_second(self) -> Self {
        Self { clock: Clock { nanosecond: 0, ..self.clock }, ..self }
    }
}

#[cfg(test)]
mod tests;
