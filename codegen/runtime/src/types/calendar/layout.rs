//! The ways in which APIs write an instant.

use std::fmt::{self, Write};

use super::{Clock, Day, Stamp};

/// How an instant is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Layout {
    /// `2024-01-15`
    Date,
    /// `2024-01-15T10:30:00.250Z`, and its relatives.
    Iso { separator: Separator, fraction: u8, zone: Zone },
    /// `Mon, 15 Jan 2024 10:30:00 +0000`
    Rfc2822,
}

/// What stands between date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Separator {
    T,
    Space,
}

/// How the offset from UTC is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Zone {
    /// Not at all.
    Unstated,
    /// `Z`
    Zulu,
    /// `+02:00`
    Colon,
    /// `+0200`
    Compact,
}

/// The names of months, as RFC 2822 and HTTP write them.
pub(crate) const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The names of days, from that of the first of January 1970 on.
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/// Zones that RFC 2822 calls obsolete, and how many hours they are from UTC.
const ZONES: [(&str, i16); 12] = [
    ("GMT", 0),
    ("UTC", 0),
    ("UT", 0),
    ("Z", 0),
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
];

impl Layout {
    /// RFC 3339 with as many digits of the second as `at` needs: none, 3, 6 or 9.
    pub(crate) fn rfc3339(at: Stamp) -> Self {
        let fraction = match at.clock.nanosecond {
            0 => 0,
            n if n % 1_000_000 == 0 => 3,
            n if n % 1_000 == 0 => 6,
            _ => 9,
        };
        let zone = if at.offset() == 0 { Zone::Zulu } else { Zone::Colon };
        Self::Iso { separator: Separator::T, fraction, zone }
    }

    /// Reads `text`, and tells whether the layout spells it letter by letter; the instant is exact in any case.
    pub(crate) fn parse(text: &str) -> Option<(Stamp, Self, bool)> {
        parse_iso(text.as_bytes()).or_else(|| {
            let at = parse_rfc2822(text)?;
            Some((at, Self::Rfc2822, Self::Rfc2822.spells(at, text)))
        })
    }

    /// Whether `at` in this layout is `text`.
    fn spells(self, at: Stamp, text: &str) -> bool {
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
    pub(crate) fn write(self, at: Stamp, out: &mut impl Write) -> fmt::Result {
        match self {
            Self::Date => write_day(at.day, out),
            Self::Iso { separator, fraction, zone } => {
                write_day(at.day, out)?;
                out.write_char(match separator {
                    Separator::T => 'T',
                    Separator::Space => ' ',
                })?;
                write_clock(at.clock, out)?;
                if fraction > 0 {
                    let unit = 10_u32.pow(9_u32.saturating_sub(fraction.into()));
                    write!(out, ".{:0width$}", at.clock.nanosecond / unit, width = fraction.into())?;
                }
                write_zone(at.offset(), zone, out)
            }
            Self::Rfc2822 => {
                let (year, month, day) = at.day.ymd();
                let weekday = WEEKDAYS.get(at.day.weekday()).unwrap_or(&"");
                let month = MONTHS.get(usize::from(month).saturating_sub(1)).unwrap_or(&"");
                write!(out, "{weekday}, {day:02} {month} {year:04} ")?;
                write_clock(at.clock, out)?;
                out.write_char(' ')?;
                write_zone(at.offset(), Zone::Compact, out)
            }
        }
    }
}

/// Writes `2024-01-15`.
pub(crate) fn write_day(day: Day, out: &mut impl Write) -> fmt::Result {
    let (year, month, day) = day.ymd();
    write!(out, "{year:04}-{month:02}-{day:02}")
}

fn write_clock(clock: Clock, out: &mut impl Write) -> fmt::Result {
    write!(out, "{:02}:{:02}:{:02}", clock.hour, clock.minute, clock.second)
}

fn write_zone(offset: i16, zone: Zone, out: &mut impl Write) -> fmt::Result {
    let colon = match zone {
        Zone::Unstated => return Ok(()),
        Zone::Zulu => return out.write_char('Z'),
        Zone::Colon => ":",
        Zone::Compact => "",
    };
    let (sign, offset) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs());
    write!(out, "{sign}{:02}{colon}{:02}", offset / 60, offset % 60)
}

/// Reads `2024-01-15` at the beginning of a text, and gives what follows.
#[inline]
pub(crate) fn parse_day(text: &[u8]) -> Option<(Day, &[u8])> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, rest @ ..] = text else { return None };
    let year = u16::from(two(*y1, *y2)?) * 100 + u16::from(two(*y3, *y4)?);
    Some((Day::new(year, two(*m1, *m2)?, two(*d1, *d2)?)?, rest))
}

/// Most dates come this way, a page of a list has hundreds of them: whether the layout spells the text is therefore
/// found while it is read, not by writing it again.
fn parse_iso(text: &[u8]) -> Option<(Stamp, Layout, bool)> {
    let (day, rest) = parse_day(text)?;
    let (separator, rest) = match rest {
        [] => return Some((Stamp::utc(day, Clock::MIDNIGHT), Layout::Date, true)),
        [b'T' | b't', rest @ ..] => (Separator::T, rest),
        [b' ', rest @ ..] => (Separator::Space, rest),
        _ => return None,
    };
    let [h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = rest else { return None };
    let (nanosecond, digits, rest) = parse_fraction(rest)?;
    let clock = Clock::new(two(*h1, *h2)?, two(*m1, *m2)?, two(*s1, *s2)?, nanosecond)?;
    let (offset, zone, is_zone_spelled) = parse_zone(rest)?;
    let layout = Layout::Iso { separator, fraction: digits.min(9), zone };
    let is_spelled = digits <= 9 && is_zone_spelled && text.get(10) != Some(&b't');
    Some((Stamp::new(day, clock, offset)?, layout, is_spelled))
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

/// The offset in minutes, and whether `zone` spells it: `z` and `-00:00` are not what is written.
#[inline]
fn parse_zone(rest: &[u8]) -> Option<(i16, Zone, bool)> {
    let (sign, rest) = match rest {
        [] => return Some((0, Zone::Unstated, true)),
        [zulu @ (b'Z' | b'z')] => return Some((0, Zone::Zulu, *zulu == b'Z')),
        [b'+', rest @ ..] => (1, rest),
        [b'-', rest @ ..] => (-1, rest),
        _ => return None,
    };
    let (zone, [h1, h2, m1, m2]) = match rest {
        [h1, h2, b':', m1, m2] => (Zone::Colon, [h1, h2, m1, m2]),
        [h1, h2, m1, m2] => (Zone::Compact, [h1, h2, m1, m2]),
        _ => return None,
    };
    let (hours, minutes) = (two(*h1, *h2)?, two(*m1, *m2)?);
    let offset = sign * (i16::from(hours) * 60 + i16::from(minutes));
    (hours < 24 && minutes < 60).then_some((offset, zone, sign > 0 || offset != 0))
}

/// `Mon, 15 Jan 2024 10:30:00 +0000`, also without the day of the week or the seconds, with names of zones, and with a
/// comment at the end, as e-mail has it. Whether it was that day of the week is not checked: what was meant is the date.
fn parse_rfc2822(text: &str) -> Option<Stamp> {
    let text = match text.trim_ascii_end().strip_suffix(')') {
        Some(text) => text.split_once('(')?.0,
        None => text,
    };
    let date = match text.split_once(',') {
        Some((weekday, date)) => WEEKDAYS.iter().any(|name| name.eq_ignore_ascii_case(weekday)).then_some(date)?,
        None => text,
    };
    let mut words = date.split_ascii_whitespace();
    let (day, month, year, clock, zone) = (words.next()?, words.next()?, words.next()?, words.next()?, words.next()?);
    words.next().is_none().then_some(())?;
    let day = match day.as_bytes() {
        [ones] => two(b'0', *ones)?,
        [tens, ones] => two(*tens, *ones)?,
        _ => return None,
    };
    let month = MONTHS.iter().zip(1..).find(|(name, _)| name.eq_ignore_ascii_case(month))?.1;
    let year = match year.as_bytes() {
        [y1, y2, y3, y4] => u16::from(two(*y1, *y2)?) * 100 + u16::from(two(*y3, *y4)?),
        _ => return None,
    };
    let (hour, minute, second) = match clock.as_bytes() {
        [h1, h2, b':', m1, m2] => (two(*h1, *h2)?, two(*m1, *m2)?, 0),
        [h1, h2, b':', m1, m2, b':', s1, s2] => (two(*h1, *h2)?, two(*m1, *m2)?, two(*s1, *s2)?),
        _ => return None,
    };
    let offset = match ZONES.iter().find(|(name, _)| name.eq_ignore_ascii_case(zone)) {
        Some((_, hours)) => hours * 60,
        None => match parse_zone(zone.as_bytes())? {
            (offset, Zone::Compact, _) => offset,
            _ => return None,
        },
    };
    Stamp::new(Day::new(year, month, day)?, Clock::new(hour, minute, second, 0)?, offset)
}

/// The number that two digits make.
#[inline]
pub(crate) fn two(tens: u8, ones: u8) -> Option<u8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| (tens - b'0') * 10 + (ones - b'0'))
}
