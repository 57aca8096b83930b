//! Calendar dates that are written back as they were read.

use std::{borrow::Cow, cmp::Ordering, fmt, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};

use crate::types::{
    calendar::{Day, layout, layout::Layout},
    check::unlimited,
    empty::Empty,
    facts::{Facts, Texts},
    redact::{Privacy, Redact},
};

/// A calendar date, without a time and without a time zone: `2026-01-02`.
///
/// A date that a program creates is always written like this. If an API sends something else (a date and time, any
/// other string, an integer), it is kept and written back unchanged, so no page fails to decode because of it.
/// [`ymd`](Self::ymd) returns the date of a string that starts with one, and `None` otherwise.
///
/// ```
/// use openapi_client_runtime::Date;
///
/// let born = Date::new(2026, 1, 2).ok_or("no such day")?;
/// assert_eq!(serde_json::to_string(&born)?, r#""2026-01-02""#);
/// assert!("2026-02-30".parse::<Date>().is_err());
///
/// let sent: Date = serde_json::from_str(r#""2026-01-02T10:30:00Z""#)?;
/// assert_eq!(sent.ymd(), Some((2026, 1, 2)));
/// assert_eq!(sent.to_string(), "2026-01-02T10:30:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A point in time is not a date: which day it is depends on the time zone. So it does not convert into a `Date`;
/// [`DateTime::date`](crate::DateTime::date) returns the day as written.
///
/// ```compile_fail,E0277
/// use openapi_client_runtime::{Date, DateTime};
///
/// fn born(day: impl Into<Date>) {}
/// born(DateTime::from("2026-01-02T10:30:00Z"));
/// ```
///
/// ```compile_fail,E0277
/// use openapi_client_runtime::Date;
///
/// let today = Date::from(std::time::SystemTime::now());
/// ```
///
/// ```
/// use openapi_client_runtime::DateTime;
///
/// let today = DateTime::from(std::time::SystemTime::now()).date();
/// assert!(today.is_some_and(|today| today.to_string().len() == "2026-01-02".len()));
/// ```
///
/// The features `time`, `jiff` and `chrono` add conversions from and to `time::Date`, `jiff::civil::Date` and
/// `chrono::NaiveDate`. A date before the year 0 or after 9999, which RFC 3339 cannot express, saturates to the first or
/// last day of that range.
///
/// Two dates are equal if they are written alike. They are ordered by day, and values that are not dates come last; for
/// the same day, `2026-01-02` comes before longer strings.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Date(Repr);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Repr {
    Day(Day),
    /// A string that is more or less than a date. Few contain a date, so it is parsed on demand.
    Text(Box<str>),
    /// It may mean seconds, days, or eight digits of a date: it stays a number.
    Number(i64),
}

impl Date {
    /// Creates a date, or returns `None` if the calendar does not have it. The year is at most 9999, months start at 1.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        match Day::new(year, month, day) {
            Some(day) => Some(Self::of(day)),
            None => None,
        }
    }

    pub(crate) const fn of(day: Day) -> Self {
        Self(Repr::Day(day))
    }

    /// Returns year, month and day, or `None` if the value is not a date. For a date and time, this is the date as
    /// written, ignoring the offset.
    #[must_use]
    pub fn ymd(&self) -> Option<(u16, u8, u8)> {
        self.day().map(Day::ymd)
    }

    pub(crate) fn day(&self) -> Option<Day> {
        match &self.0 {
            Repr::Day(day) => Some(*day),
            Repr::Text(text) => Layout::parse(text).map(|(at, ..)| at.day),
            Repr::Number(_) => None,
        }
    }

    /// Returns the text as it is written.
    #[must_use]
    pub fn as_text(&self) -> Cow<'_, str> {
        match &self.0 {
            Repr::Text(text) => Cow::Borrowed(text),
            _ => Cow::Owned(self.to_string()),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match layout::parse_day(text.as_bytes())? {
            (day, []) => Some(Self::of(day)),
            _ => None,
        }
    }
}

/// Accepts any string: one that is not a date is kept and sent unchanged. `text.parse::<Date>()` accepts only dates.
impl From<&str> for Date {
    fn from(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|| Self(Repr::Text(text.into())))
    }
}

/// Accepts any string: one that is not a date is kept and sent unchanged.
impl From<String> for Date {
    fn from(text: String) -> Self {
        Self::parse(&text).unwrap_or_else(|| Self(Repr::Text(text.into())))
    }
}

/// Accepts any string: one that is not a date is kept and sent unchanged.
impl From<&String> for Date {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

/// Accepts only dates like `2026-01-02`.
impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text).ok_or(DateError::NO_DATE)
    }
}

/// A string is not a date, or a date is outside the range of the other type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError(&'static str);

impl DateError {
    pub(crate) const NO_DATE: Self = Self("not a date");
    pub(crate) const OUT_OF_RANGE: Self = Self("out of the range of the type that a date is converted into");
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for DateError {}

/// Orders by day, then by text; values that are not dates come last.
impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        let (day, other_day) = (self.day(), other.day());
        other_day.is_some().cmp(&day.is_some()).then(day.cmp(&other_day)).then_with(|| self.0.cmp(&other.0))
    }
}

/// Orders by day, then by text; values that are not dates come last.
impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Day(day) => layout::write_day(*day, f),
            Repr::Text(text) => f.write_str(text),
            Repr::Number(number) => fmt::Display::fmt(number, f),
        }
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.redact(f, Privacy::Hidden)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Repr::Day(_) => serializer.collect_str(self),
            Repr::Text(text) => serializer.serialize_str(text),
            Repr::Number(number) => serializer.serialize_i64(*number),
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DateVisitor)
    }
}

struct DateVisitor;

impl Visitor<'_> for DateVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date")
    }

    fn visit_str<E>(self, text: &str) -> Result<Date, E> {
        Ok(text.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Date, E> {
        Ok(Date(Repr::Number(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Date, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(number), &self)),
        }
    }
}

impl Empty for Date {
    fn empty() -> Self {
        Self(Repr::Text(Box::default()))
    }
}

unlimited!(Date: Facts::texts(Texts::Date));

/// Shows a date, but hides any other string.
impl Redact for Date {
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        match &self.0 {
            Repr::Text(text) => privacy.show(text, f),
            _ => fmt::Display::fmt(self, f),
        }
    }
}

#[cfg(test)]
mod tests;
