//! Dates that go back as they came.

mod layout;

use std::{borrow::Cow, fmt, time::SystemTime};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};
use time::{Date, Duration, OffsetDateTime, UtcOffset};

use self::layout::{Layout, Separator, Zone};
use crate::types::{
    check::unlimited,
    empty::Empty,
    redact::{self, Redact},
};

/// An instant that remembers how it was written, so that it goes back as it came.
///
/// It reads RFC 3339 with any offset and up to nine digits of the second, the same without an offset or
/// with a space for the `T`, a date alone, RFC 2822, and seconds since 1970 as a JSON number. Any other
/// text, the empty one included, is kept as it is: [`instant`](Self::instant) is `None` then, and no page
/// fails for it.
///
/// ```
/// use openapi_client_runtime::DateTime;
/// use time::macros::datetime;
///
/// let text = DateTime::from("Wed, 10 Jan 2018 21:02:23 +0000");
/// assert_eq!(text.instant(), Some(datetime!(2018-01-10 21:02:23 UTC)));
/// assert_eq!(text.to_string(), "Wed, 10 Jan 2018 21:02:23 +0000");
/// assert_eq!(DateTime::from(datetime!(2024-01-15 10:30 UTC)).to_string(), "2024-01-15T10:30:00Z");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DateTime(Repr);

#[derive(Clone)]
enum Repr {
    Written(OffsetDateTime, Layout),
    /// A text that no layout spells; few of them have an instant, which is found when it is asked for.
    Text(Box<str>),
}

impl DateTime {
    /// The instant; `None` for a text that is no date. Without an offset it is taken as UTC
    /// ([`has_offset`](Self::has_offset) tells), a date alone as its midnight.
    #[must_use]
    pub fn instant(&self) -> Option<OffsetDateTime> {
        match &self.0 {
            Repr::Written(at, _) => Some(*at),
            Repr::Text(text) => Layout::parse(text).map(|(at, ..)| at),
        }
    }

    /// The text that stands for it.
    #[must_use]
    pub fn as_text(&self) -> Cow<'_, str> {
        match &self.0 {
            Repr::Written(..) => Cow::Owned(self.to_string()),
            Repr::Text(text) => Cow::Borrowed(text),
        }
    }

    /// Whether the offset from UTC is certain: false for a date alone, a time without an offset, and a
    /// text that is no date.
    #[must_use]
    pub fn has_offset(&self) -> bool {
        let layout = match &self.0 {
            Repr::Written(_, layout) => Some(*layout),
            Repr::Text(text) => Layout::parse(text).map(|(_, layout, _)| layout),
        };
        !matches!(layout, None | Some(Layout::Date | Layout::Iso { zone: Zone::Unstated, .. }))
    }

    /// Whether it is a date alone, without a time.
    #[must_use]
    pub const fn is_date(&self) -> bool {
        matches!(self.0, Repr::Written(_, Layout::Date))
    }

    /// The instant in the layout of RFC 2822: `Wed, 10 Jan 2018 21:02:23 +0000`.
    #[must_use]
    pub const fn rfc2822(at: OffsetDateTime) -> Self {
        Self(Repr::Written(at, Layout::Rfc2822))
    }

    /// The instant in UTC without its offset, and with a space: `2023-07-17 06:30:41`.
    #[must_use]
    pub const fn spaced(at: OffsetDateTime) -> Self {
        let layout = Layout::Iso { separator: Separator::Space, fraction: 0, zone: Zone::Unstated };
        // At the far ends of the calendar there is no UTC for it: then it stays where it is.
        let utc = match at.checked_to_offset(UtcOffset::UTC) {
            Some(utc) => utc,
            None => at,
        };
        Self(Repr::Written(utc, layout))
    }

    /// `None` for a text that has to be kept.
    fn parse(text: &str) -> Option<Self> {
        match Layout::parse(text)? {
            (at, layout, true) => Some(Self(Repr::Written(at, layout))),
            (_, _, false) => None,
        }
    }
}

/// In RFC 3339.
impl From<OffsetDateTime> for DateTime {
    fn from(at: OffsetDateTime) -> Self {
        Self(Repr::Written(at, Layout::rfc3339(at)))
    }
}

/// In RFC 3339; a time beyond the year 9999 becomes the last one before.
impl From<SystemTime> for DateTime {
    fn from(at: SystemTime) -> Self {
        let epoch = OffsetDateTime::UNIX_EPOCH;
        let span = |span| Duration::try_from(span).unwrap_or(Duration::MAX);
        match at.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => epoch.saturating_add(span(after)),
            Err(before) => epoch.saturating_sub(span(before.duration())),
        }
        .into()
    }
}

/// A date alone.
impl From<Date> for DateTime {
    fn from(date: Date) -> Self {
        Self(Repr::Written(date.midnight().assume_utc(), Layout::Date))
    }
}

/// Any text: one that is no date is kept as it is.
impl From<&str> for DateTime {
    fn from(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|| Self(Repr::Text(text.into())))
    }
}

/// Any text: one that is no date is kept as it is.
impl From<String> for DateTime {
    fn from(text: String) -> Self {
        Self::parse(&text).unwrap_or_else(|| Self(Repr::Text(text.into())))
    }
}

/// Compares what is written: the same instant with another offset is not equal.
impl PartialEq for Repr {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Written(at, layout), Self::Written(other_at, other_layout)) => {
                at == other_at && at.offset() == other_at.offset() && layout == other_layout
            }
            (Self::Text(text), Self::Text(other)) => text == other,
            _ => false,
        }
    }
}

impl Eq for Repr {}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Written(at, layout) => layout.write(*at, f),
            Repr::Text(text) => f.write_str(text),
        }
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.redact(f)
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Repr::Written(at, Layout::Unix) => serializer.serialize_i64(at.unix_timestamp()),
            Repr::Written(..) => serializer.collect_str(self),
            Repr::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DateTimeVisitor)
    }
}

struct DateTimeVisitor;

impl Visitor<'_> for DateTimeVisitor {
    type Value = DateTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date")
    }

    fn visit_str<E>(self, text: &str) -> Result<DateTime, E> {
        Ok(text.into())
    }

    fn visit_i64<E: Error>(self, seconds: i64) -> Result<DateTime, E> {
        match OffsetDateTime::from_unix_timestamp(seconds) {
            Ok(at) => Ok(DateTime(Repr::Written(at, Layout::Unix))),
            Err(_) => Err(E::invalid_value(Unexpected::Signed(seconds), &self)),
        }
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<DateTime, E> {
        match i64::try_from(seconds) {
            Ok(seconds) => self.visit_i64(seconds),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(seconds), &self)),
        }
    }
}

impl Empty for DateTime {
    fn empty() -> Self {
        Self(Repr::Text(Box::default()))
    }
}

unlimited!(DateTime);

/// Shows a date, but not a text that is none.
impl Redact for DateTime {
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Written(..) => fmt::Display::fmt(self, f),
            Repr::Text(..) => f.write_str(redact::TEXT),
        }
    }
}

#[cfg(test)]
mod tests;
