//! Points in time that are written back as they were read.

use std::{
    borrow::Cow,
    cmp::Ordering,
    fmt,
    str::FromStr,
    time::{Duration, SystemTime},
};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};

use crate::types::{
    calendar::{
        Stamp,
        layout::{Layout, Separator, Zone},
    },
    check::unlimited,
    date::{Date, DateError},
    empty::Empty,
    facts::{Facts, Texts},
    redact::{Privacy, Redact},
};

/// A point in time that remembers how it was written, so that it is written back unchanged.
///
/// It reads RFC 3339 with any offset and up to nine fractional digits, the same without an offset or with a space instead
/// of the `T`, a date alone, RFC 2822, and seconds since 1970 as a JSON number. Any other string is kept, and no page fails
/// to decode because of it; [`to_unix`](Self::to_unix) then returns `None`.
///
/// ```
/// use openapi_client_runtime::DateTime;
///
/// let text = DateTime::from("Wed, 10 Jan 2018 21:02:23 +0000");
/// assert_eq!(text.to_unix(), Some((1_515_618_143, 0)));
/// assert_eq!(text.to_string(), "Wed, 10 Jan 2018 21:02:23 +0000");
/// assert_eq!(DateTime::from_unix(1_705_314_600, 0).to_string(), "2024-01-15T10:30:00Z");
/// assert!("soon".parse::<DateTime>().is_err());
/// ```
///
/// It converts from a [`SystemTime`], and with features from the types of calendar crates, always into RFC 3339:
///
/// | feature | from | also into, by `TryFrom<&DateTime>` |
/// |:--|:--|:--|
/// | none | [`SystemTime`] | [`SystemTime`] |
/// | `time` | `OffsetDateTime` | `PrimitiveDateTime` |
/// | `jiff` | `Timestamp`, `ZonedDateTime` | `civil::DateTime` |
/// | `chrono` | `DateTime<Utc>`, `DateTime<FixedOffset>` | `NaiveDateTime` |
///
/// Values that RFC 3339 cannot express become the nearest one: a time before the year 0 or after 9999 saturates, and an
/// offset with seconds becomes UTC. In the other direction, a time without an offset is taken as UTC
/// ([`has_offset`](Self::has_offset) tells), and a date alone as its midnight; `PrimitiveDateTime` and the like are the
/// date and time as written, ignoring the offset.
#[cfg_attr(feature = "jiff", doc = "```")]
#[cfg_attr(not(feature = "jiff"), doc = "```ignore")]
/// use openapi_client_runtime::{DateTime, jiff};
///
/// let at: jiff::Timestamp = "2024-01-15T10:30:00Z".parse()?;
/// assert_eq!(DateTime::from(at).to_string(), "2024-01-15T10:30:00Z");
/// assert_eq!(jiff::Timestamp::try_from(&DateTime::from("Mon, 15 Jan 2024 12:30:00 +0200"))?, at);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Two values are equal if they are written alike: the same instant with another offset is not equal. Values are ordered
/// by instant, then by spelling; those that are not dates come last.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DateTime(Repr);

/// Each text has exactly one representation, so that values are equal if their texts are.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Written(Stamp, Layout),
    /// `1705314600`, a JSON number: seconds since 1970.
    Unix(i64),
    /// A string in no known layout. Few are points in time, so it is parsed on demand.
    Text(Box<str>),
}

impl DateTime {
    /// Creates a point in time from seconds since 1970, negative for earlier times, and nanoseconds after these. It is
    /// written in UTC, like `2024-01-15T10:30:00Z`.
    #[must_use]
    pub fn from_unix(seconds: i64, nanoseconds: u32) -> Self {
        Self::nearest(seconds, nanoseconds, 0)
    }

    /// The instant in RFC 3339 with an offset in seconds, or what is nearest to it.
    pub(crate) fn nearest(seconds: i64, nanoseconds: u32, offset: i32) -> Self {
        let seconds = seconds.saturating_add((nanoseconds / NANOSECONDS).into());
        Self::rfc3339(Stamp::nearest(seconds, nanoseconds % NANOSECONDS, offset))
    }

    fn rfc3339(at: Stamp) -> Self {
        Self(Repr::Written(at, Layout::rfc3339(at)))
    }

    /// Creates a value that is a date alone, like `2024-01-15`, for filters that accept either. It stands for its midnight
    /// in UTC.
    #[must_use]
    pub fn from_date(date: impl Into<Date>) -> Self {
        date.into().as_text().as_ref().into()
    }

    /// Writes the value as RFC 2822, like `Wed, 10 Jan 2018 21:02:23 +0000`. A string that is not a date is unchanged.
    #[must_use]
    pub fn rfc2822(at: impl Into<Self>) -> Self {
        let at = at.into();
        at.stamp().map_or(at, |stamp| Self(Repr::Written(stamp.whole_second(), Layout::Rfc2822)))
    }

    /// Writes the value in UTC without an offset and with a space, like `2023-07-17 06:30:41`. A string that is not a date
    /// is unchanged.
    #[must_use]
    pub fn spaced(at: impl Into<Self>) -> Self {
        let at = at.into();
        let layout = Layout::Iso { separator: Separator::Space, fraction: 0, zone: Zone::Unstated };
        // At the ends of the calendar, UTC is out of range: then the time is unchanged.
        at.stamp().map_or(at, |stamp| {
            let Stamp { day, clock, .. } = stamp.to_utc().whole_second();
            Self(Repr::Written(Stamp::utc(day, clock), layout))
        })
    }

    /// Returns the seconds since 1970, and the nanoseconds after these, or `None` if the value is not a date. A time
    /// without an offset is taken as UTC, a date alone as its midnight.
    #[must_use]
    pub fn to_unix(&self) -> Option<(i64, u32)> {
        match self.0 {
            Repr::Unix(seconds) => Some((seconds, 0)),
            _ => self.stamp().map(|at| (at.seconds(), at.clock.nanosecond)),
        }
    }

    /// Returns the day as written, ignoring the offset; for seconds since 1970, the day in UTC. Returns `None` if the value
    /// is not a date.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.stamp().map(|at| Date::of(at.day))
    }

    /// What is written, as numbers.
    pub(crate) fn stamp(&self) -> Option<Stamp> {
        match &self.0 {
            Repr::Written(at, _) => Some(*at),
            Repr::Unix(seconds) => Stamp::at(*seconds, 0, 0),
            Repr::Text(text) => Layout::parse(text).map(|(at, ..)| at),
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

    /// Returns the offset from UTC in minutes, positive in the east, or `None` if it is not stated: for a date alone, a
    /// time without an offset, and a value that is not a date.
    #[must_use]
    pub fn offset_minutes(&self) -> Option<i16> {
        let (at, layout) = match &self.0 {
            Repr::Written(at, layout) => (*at, *layout),
            Repr::Unix(_) => return Some(0),
            Repr::Text(text) => Layout::parse(text).map(|(at, layout, _)| (at, layout))?,
        };
        let is_stated = !matches!(layout, Layout::Date | Layout::Iso { zone: Zone::Unstated, .. });
        is_stated.then(|| at.offset())
    }

    /// Returns whether the offset from UTC is stated: false for a date alone, a time without an offset, and a value that is
    /// not a date.
    #[must_use]
    pub fn has_offset(&self) -> bool {
        self.offset_minutes().is_some()
    }

    /// Returns whether the value is a date alone, without a time.
    #[must_use]
    pub const fn is_date(&self) -> bool {
        matches!(self.0, Repr::Written(_, Layout::Date))
    }

    /// `None` for a text that has to be kept.
    fn parse(text: &str) -> Option<Self> {
        match Layout::parse(text)? {
            (at, layout, true) => Some(Self(Repr::Written(at, layout))),
            (_, _, false) => None,
        }
    }

    /// What comes first in the order of instants, and what decides among those of the same one.
    fn rank(&self) -> (Option<(i64, u32)>, Spelling<'_>) {
        let spelling = match &self.0 {
            Repr::Written(at, layout) => Spelling::Written(*layout, at.offset()),
            Repr::Unix(_) => Spelling::Unix,
            Repr::Text(text) => Spelling::Text(text),
        };
        (self.to_unix(), spelling)
    }
}

const NANOSECONDS: u32 = 1_000_000_000;

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Spelling<'a> {
    Written(Layout, i16),
    Unix,
    Text(&'a str),
}

/// Orders by instant, then by spelling; values that are not dates come last.
impl Ord for DateTime {
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (self.rank(), other.rank());
        two.0.is_some().cmp(&one.0.is_some()).then_with(|| one.cmp(&two))
    }
}

/// Orders by instant, then by spelling; values that are not dates come last.
impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// In RFC 3339; a time beyond the years 0 to 9999 becomes the first or the last of them.
impl From<SystemTime> for DateTime {
    fn from(at: SystemTime) -> Self {
        let seconds = |span: Duration| i64::try_from(span.as_secs()).unwrap_or(i64::MAX);
        match at.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Self::from_unix(seconds(after), after.subsec_nanos()),
            Err(before) => {
                let before = before.duration();
                match before.subsec_nanos() {
                    0 => Self::from_unix(-seconds(before), 0),
                    // Nanoseconds are counted from the second before.
                    nanoseconds => Self::from_unix(-1 - seconds(before), NANOSECONDS - nanoseconds),
                }
            }
        }
    }
}

impl TryFrom<&DateTime> for SystemTime {
    type Error = DateError;

    fn try_from(date: &DateTime) -> Result<Self, DateError> {
        let (seconds, nanoseconds) = date.to_unix().ok_or(DateError::NO_DATE)?;
        let span = Duration::from_secs(seconds.unsigned_abs());
        let second = match seconds {
            0.. => Self::UNIX_EPOCH.checked_add(span),
            ..0 => Self::UNIX_EPOCH.checked_sub(span),
        };
        let at = second.and_then(|second| second.checked_add(Duration::from_nanos(nanoseconds.into())));
        at.ok_or(DateError::OUT_OF_RANGE)
    }
}

/// Accepts any string: one that is not a date is kept and sent unchanged. `text.parse::<DateTime>()` accepts only dates.
impl From<&str> for DateTime {
    fn from(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|| Self(Repr::Text(text.into())))
    }
}

/// Accepts any string: one that is not a date is kept and sent unchanged.
impl From<String> for DateTime {
    fn from(text: String) -> Self {
        Self::parse(&text).unwrap_or_else(|| Self(Repr::Text(text.into())))
    }
}

/// Accepts any string: one that is not a date is kept and sent unchanged.
impl From<&String> for DateTime {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

/// Takes every text that is a date, and keeps its spelling.
impl FromStr for DateTime {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let date = Self::from(text);
        date.stamp().map(|_| date).ok_or(DateError::NO_DATE)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Written(at, layout) => layout.write(*at, f),
            Repr::Unix(seconds) => fmt::Display::fmt(seconds, f),
            Repr::Text(text) => f.write_str(text),
        }
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.redact(f, Privacy::Hidden)
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Repr::Written(..) => serializer.collect_str(self),
            Repr::Unix(seconds) => serializer.serialize_i64(*seconds),
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

    fn visit_i64<E>(self, seconds: i64) -> Result<DateTime, E> {
        Ok(DateTime(Repr::Unix(seconds)))
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

unlimited!(DateTime: Facts::texts(Texts::DateTime));

/// Shows a date, but not a text that is none.
impl Redact for DateTime {
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        match &self.0 {
            Repr::Text(text) => privacy.show(text, f),
            _ => fmt::Display::fmt(self, f),
        }
    }
}

#[cfg(test)]
mod tests;
