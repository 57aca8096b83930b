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

    /// Reads `text`, and tells whether the layout spells it letter by letter; the instant is exact in any case.
    pub(super) fn parse(text: &str) -> Option<(OffsetDateTime, Self, bool)> {
        parse_iso(text.as_bytes()).or_else(|| {
            let at = OffsetDateTime::parse(text, &Rfc2822).ok()?;
            Some((at, Self::Rfc2822, Self::Rfc2822.spells(at, text)))
        })
    }

    /// Whether `at` in this layout is `text`.
    fn spells(self, at: OffsetDateTime, text: &str) -> bool {
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

/// Most dates come this way, a page of a list has hundreds of them: whether the layout spells the text is therefore
/// found while it is read, not by writing it again.
fn parse_iso(text: &[u8]) -> Option<(OffsetDateTime, Layout, bool)> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, rest @ ..] = text else { return None };
    let year = i32::from(two(*y1, *y2)?) * 100 + i32::from(two(*y3, *y4)?);
    let month = Month::try_from(two(*m1, *m2)?).ok()?;
    let date = Date::from_calendar_date(year, month, two(*d1, *d2)?).ok()?;
    let (separator, rest) = match rest {
        [] => return Some((date.midnight().assume_utc(), Layout::Date, true)),
        [b'T' | b't', rest @ ..] => (Separator::T, rest),
        [b' ', rest @ ..] => (Separator::Space, rest),
        _ => return None,
    };
    let [h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = rest else { return None };
    let (nanosecond, digits, rest) = parse_fraction(rest)?;
    let time = Time::from_hms_nano(two(*h1, *h2)?, two(*m1, *m2)?, two(*s1, *s2)?, nanosecond).ok()?;
    let (offset, zone, is_zone_spelled) = parse_zone(rest)?;
    let layout = Layout::Iso { separator, fraction: digits.min(9), zone };
    let is_spelled = digits <= 9 && is_zone_spelled && text.get(10) != Some(&b't');
    Some((PrimitiveDateTime::new(date, time).assume_offset(offset), layout, is_spelled))
}

/// The nanoseconds, the number of digits, and what follows them. Digits beyond the ninth are beyond the type.
#[inline]
fn parse_fraction(rest: &[u8]) -> Option<(u32, u8, &[u8])> {
    let [b'.', rest @ ..] = rest else { return Some((0, 0, rest)) };
    let end = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, rest) = rest.split_at_checked(end)?;
    let (nanosecond, _) =
        digits.iter().fold((0, 100_000_000), |(sum, unit), digit| (sum + u32::from(digit - b'0') * unit, unit / 10));
    (!digits.is_empty()).then_some((nanosecond, u8::try_from(digits.len()).unwrap_or(u8::MAX), rest))
}

/// The offset, and whether `zone` spells it: `z` and `-00:00` are not what is written.
#[inline]
fn parse_zone(rest: &[u8]) -> Option<(UtcOffset, Zone, bool)> {
    let (sign, [h1, h2, rest @ ..]) = (match rest {
        [] => return Some((UtcOffset::UTC, Zone::Unstated, true)),
        [zulu @ (b'Z' | b'z')] => return Some((UtcOffset::UTC, Zone::Zulu, *zulu == b'Z')),
        [b'+', rest @ ..] => (1, rest),
        [b'-', rest @ ..] => (-1, rest),
        _ => return None,
    }) else {
        return None;
    };
    let (zone, [m1, m2]) = (match rest {
        [b':', rest @ ..] => (Zone::Colon, rest),
        _ => (Zone::Compact, rest),
    }) else {
        return None;
    };
    let part = |tens, ones| Some(sign * i8::try_from(two(tens, ones)?).ok()?);
    let offset = UtcOffset::from_hms(part(*h1, *h2)?, part(*m1, *m2)?, 0).ok()?;
    Some((offset, zone, sign > 0 || !offset.is_utc()))
}

/// The number that two digits make.
#[inline]
fn two(tens: u8, ones: u8) -> Option<u8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| (tens - b'0') * 10 + (ones - b'0'))
}
