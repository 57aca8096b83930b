//! The ways in which APIs write an instant.

use std::fmt::{self, Write};

use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset, format_description::well_known::Rfc2822};

/// How an instant is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Layout {
    /// `2024-01-15`
    Date,
    /// `2024-01-15T10:30:00.250Z`, and its relatives.
    Iso { separator: Separator, fraction: u8, zone: Zone },
    /// `Mon, 15 Jan 2024 10:30:00 +0000`
    Rfc2822,
    /// `1705314600`, a JSON number: seconds since 1970.
    Unix,
}

/// What stands between date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Separator {
    T,
    Space,
}

/// How the offset from UTC is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Zone {
    /// Not at all.
    Unstated,
    /// `Z`
    Zulu,
    /// `+02:00`
    Colon,
    /// `+0200`
    Compact,
}

impl Layout {
    /// RFC 3339 with as many digits of the second as `at` needs: none, 3, 6 or 9.
    pub(super) fn rfc3339(at: OffsetDateTime) -> Self {
        let fraction = match at.nanosecond() {
            0 => 0,
            n if n % 1_000_000 == 0 => 3,
            n if n % 1_000 == 0 => 6,
            _ => 9,
        };
        let zone = if at.offset().is_utc() { Zone::Zulu } else { Zone::Colon };
        Self::Iso { separator: Separator::T, fraction, zone }
    }

    /// Reads `text`; the result is exact, but need not spell the text letter by letter.
    pub(super) fn parse(text: &str) -> Option<(OffsetDateTime, Self)> {
        parse_iso(text).or_else(|| Some((OffsetDateTime::parse(text, &Rfc2822).ok()?, Self::Rfc2822)))
    }

    /// Whether `at` in this layout is `text`.
    pub(super) fn spells(self, at: OffsetDateTime, text: &str) -> bool {
        /// Consumes the text while it is written again.
        struct Rest<'a>(&'a str);
        impl Write for Rest<'_> {
            fn write_str(&mut self, part: &str) -> fmt::Result {
                self.0 = self.0.strip_prefix(part).ok_or(fmt::Error)?;
                Ok(())
            }
        }
        let mut rest = Rest(text);
        self.write(at, &mut rest).is_ok() && rest.0.is_empty()
    }

    /// Writes `at` in this layout.
    pub(super) fn write(self, at: OffsetDateTime, out: &mut impl Write) -> fmt::Result {
        match self {
            Self::Date => write_date(at, out),
            Self::Iso { separator, fraction, zone } => {
                write_date(at, out)?;
                out.write_char(match separator {
                    Separator::T => 'T',
                    Separator::Space => ' ',
                })?;
                write_time(at, out)?;
                if fraction > 0 {
                    let unit = 10_u32.pow(9_u32.saturating_sub(fraction.into()));
                    write!(out, ".{:0width$}", at.nanosecond() / unit, width = fraction.into())?;
                }
                write_zone(at.offset(), zone, out)
            }
            // By hand: the formatter of `time` refuses years before 1900.
            Self::Rfc2822 => {
                write!(out, "{:.3}, {:02} {:.3} {:04} ", at.weekday(), at.day(), at.month(), at.year())?;
                write_time(at, out)?;
                out.write_char(' ')?;
                write_zone(at.offset(), Zone::Compact, out)
            }
            Self::Unix => write!(out, "{}", at.unix_timestamp()),
        }
    }
}

fn write_date(at: OffsetDateTime, out: &mut impl Write) -> fmt::Result {
    write!(out, "{:04}-{:02}-{:02}", at.year(), u8::from(at.month()), at.day())
}

fn write_time(at: OffsetDateTime, out: &mut impl Write) -> fmt::Result {
    write!(out, "{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
}

fn write_zone(offset: UtcOffset, zone: Zone, out: &mut impl Write) -> fmt::Result {
    let colon = match zone {
        Zone::Unstated => return Ok(()),
        Zone::Zulu => return out.write_char('Z'),
        Zone::Colon => ":",
        Zone::Compact => "",
    };
    let (hours, minutes, _) = offset.as_hms();
    let sign = if offset.is_negative() { '-' } else { '+' };
    write!(out, "{sign}{:02}{colon}{:02}", hours.unsigned_abs(), minutes.unsigned_abs())
}

fn parse_iso(text: &str) -> Option<(OffsetDateTime, Layout)> {
    let mut rest = text.as_bytes();
    let year = digits(&mut rest, 4)?;
    literal(&mut rest, b'-')?;
    let month = Month::try_from(u8::try_from(digits(&mut rest, 2)?).ok()?).ok()?;
    literal(&mut rest, b'-')?;
    let day = u8::try_from(digits(&mut rest, 2)?).ok()?;
    let date = Date::from_calendar_date(i32::try_from(year).ok()?, month, day).ok()?;
    let separator = match rest {
        [] => return Some((date.midnight().assume_utc(), Layout::Date)),
        [b'T' | b't', ..] => Separator::T,
        [b' ', ..] => Separator::Space,
        _ => return None,
    };
    rest = rest.get(1..)?;
    let (time, fraction) = parse_time(&mut rest)?;
    let (offset, zone) = parse_zone(rest)?;
    let at = PrimitiveDateTime::new(date, time).assume_offset(offset);
    Some((at, Layout::Iso { separator, fraction, zone }))
}

fn parse_time(rest: &mut &[u8]) -> Option<(Time, u8)> {
    let hour = digits(rest, 2)?;
    literal(rest, b':')?;
    let minute = digits(rest, 2)?;
    literal(rest, b':')?;
    let second = digits(rest, 2)?;
    let mut fraction = 0;
    let mut nanosecond = 0;
    if literal(rest, b'.').is_some() {
        // The unit of the next digit; digits beyond the ninth are beyond the type.
        let mut unit = 100_000_000;
        while let Some(digit) = digits(rest, 1) {
            nanosecond += digit * unit;
            unit /= 10;
            fraction = 9.min(fraction + 1);
        }
        if fraction == 0 {
            return None;
        }
    }
    let byte = |value| u8::try_from(value).ok();
    let time = Time::from_hms_nano(byte(hour)?, byte(minute)?, byte(second)?, nanosecond).ok()?;
    Some((time, fraction))
}

fn parse_zone(mut rest: &[u8]) -> Option<(UtcOffset, Zone)> {
    let sign = match rest {
        [] => return Some((UtcOffset::UTC, Zone::Unstated)),
        [b'Z' | b'z'] => return Some((UtcOffset::UTC, Zone::Zulu)),
        [b'+', ..] => 1,
        [b'-', ..] => -1,
        _ => return None,
    };
    rest = rest.get(1..)?;
    let hours = i8::try_from(digits(&mut rest, 2)?).ok()?;
    let zone = if literal(&mut rest, b':').is_some() { Zone::Colon } else { Zone::Compact };
    let minutes = i8::try_from(digits(&mut rest, 2)?).ok()?;
    let offset = UtcOffset::from_hms(sign * hours, sign * minutes, 0).ok()?;
    rest.is_empty().then_some((offset, zone))
}

/// Takes exactly `count` digits.
fn digits(rest: &mut &[u8], count: usize) -> Option<u32> {
    let (digits, after) = rest.split_at_checked(count)?;
    let value = digits.iter().try_fold(0, |value, digit| {
        let digit = char::from(*digit).to_digit(10)?;
        Some(value * 10 + digit)
    })?;
    *rest = after;
    Some(value)
}

/// Takes one byte, if it is the wanted one.
fn literal(rest: &mut &[u8], wanted: u8) -> Option<()> {
    *rest = rest.strip_prefix(&[wanted])?;
    Some(())
}
