//! Days that go back as they came.

use std::{borrow::Cow, cmp::Ordering, fmt, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};

use crate::types::{
    calendar::{Day, layout, layout::Layout},
    check::unlimited,
    empty::Empty,
    redact::{self, Redact},
};

/// A calendar date, without a time and without a time zone: `2026-01-02`.
///
/// A date that a program makes has no other spelling. What an API sends instead, such as a date and time, another
/// text, the empty one included, or an integer, is kept as it is and goes back so: no page fails for it.
/// [`ymd`](Self::ymd) is the date of a text that begins with one, and `None` for all else.
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
/// A point in time is no date: which day it is depends on where. So nothing converts one into a `Date`;
/// [`DateTime::date`](crate::DateTime::date) takes the day that its text shows.
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
/// The features `time`, `jiff` and `chrono` convert from and to `time::Date`, `jiff::civil::Date` and
/// `chrono::NaiveDate`. A year that RFC 3339 cannot write becomes the first or the last day that it can, in the year 0
/// or 9999.
///
/// Two dates are equal when they are written alike. They are in the order of their days, and those that are no dates
/// come last; of the same day, `2026-01-02` comes before longer texts.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Date(Repr);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Repr {
    Day(Day),
    /// A text that is no date alone. Few of them have one, which is found when it is asked for.
    Text(Box<str>),
    /// It may mean seconds, days, or eight digits of a date: it stays a number.
    Number(i64),
}

impl Date {
    /// The day of these numbers, if the calendar has it: a year up to 9999, a month from 1 to 12.
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

    /// Year, month and day; `None` for what is no date. Of a date and time it is the date that is written there,
    /// whatever the offset.
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

    /// The text that stands for it.
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

/// Any text: one that is no date is kept as it is, and sent so. `text.parse::<Date>()` takes dates only.
impl From<&str> for Date {
    fn from(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|| Self(Repr::Text(text.into())))
    }
}

/// Any text: one that is no date is kept as it is, and sent so.
impl From<String> for Date {
    fn from(text: String) -> Self {
        Self::parse(&text).unwrap_or_else(|| Self(Repr::Text(text.into())))
    }
}

/// Any text: one that is no date is kept as it is, and sent so.
impl From<&String> for Date {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

/// Takes nothing but `2026-01-02`.
impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text).ok_or(DateError::NO_DATE)
    }
}

/// A text is no date, or a date is outside of what another type can hold.
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

/// By day, then by text; what is no date comes last.
impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        let (day, other_day) = (self.day(), other.day());
        other_day.is_some().cmp(&day.is_some()).then(day.cmp(&other_day)).then_with(|| self.0.cmp(&other.0))
    }
}

/// By day, then by text; what is no date comes last.
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
        self.redact(f)
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

unlimited!(Date);

/// Shows a date, but not a text that is none.
impl Redact for Date {
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Text(_) => f.write_str(redact::TEXT),
            _ => fmt::Display::fmt(self, f),
        }
    }
}

#[cfg(test)]
mod tests;
