//! Reads how long to wait from the headers of a response.

use std::time::{Duration, SystemTime};

use reqwest::header::{DATE, HeaderMap};

use crate::types::calendar::{Clock, Day, Stamp, layout::MONTHS};

/// Returns the seconds in a header, or the time until the date in it. The date is compared with the date of the
/// response, because the clocks may differ.
pub(super) fn seconds_or_date(headers: &HeaderMap, name: &str) -> Option<Duration> {
    let text = text(headers, name)?;
    if let Some(seconds) = seconds(text) {
        return Some(seconds);
    }
    let now = self::text(headers, DATE.as_str()).and_then(|date| http_date(date, None));
    let now = now.unwrap_or_else(since_1970);
    // In the past: the wait is over.
    Some(http_date(text, Some(now))?.saturating_sub(now))
}

/// Returns the milliseconds in a header.
pub(super) fn milliseconds(headers: &HeaderMap, name: &str) -> Option<Duration> {
    let (whole, nanoseconds) = decimal(text(headers, name)?, 6)?;
    Some(Duration::from_millis(whole).saturating_add(Duration::from_nanos(nanoseconds)))
}

/// Returns the number of calls in a header; a negative one is 0.
pub(super) fn count(headers: &HeaderMap, name: &str) -> Option<u64> {
    decimal(text(headers, name)?, 0).map(|(whole, _)| whole)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

fn seconds(text: &str) -> Option<Duration> {
    let (whole, nanoseconds) = decimal(text, 9)?;
    Some(Duration::from_secs(whole).saturating_add(Duration::from_nanos(nanoseconds)))
}

/// Returns the whole part of a decimal, and `digits` digits of its fraction; both are 0 for a negative one. Saturates
/// instead of overflowing.
fn decimal(text: &str, digits: usize) -> Option<(u64, u64)> {
    let (is_negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    if is_negative {
        return Some((0, 0));
    }
    let fraction: String = fraction.chars().chain("0".chars().cycle()).take(digits).collect();
    // Digits fail to parse only if they are too large, or if there are none.
    Some((whole.parse().unwrap_or(u64::MAX), fraction.parse().unwrap_or(0)))
}

/// What the clock here says, as the time since 1970.
fn since_1970() -> Duration {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

/// An instant in any of the three forms of HTTP (RFC 9110, 5.6.7), as the time since 1970; one before that is long past,
/// and no time. Years of two digits are at most 50 years after `now`, or after what the clock says.
fn http_date(text: &str, now: Option<Duration>) -> Option<Duration> {
    let mut words = text.split([' ', '-', ',']).filter(|word| !word.is_empty());
    let mut next = || words.next();
    // `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, and `Sun Nov  6 08:49:37 1994`.
    let (weekday, second) = (next()?, next()?);
    let is_weekday = weekday.len() >= 3 && weekday.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_day_first = second.starts_with(|first: char| first.is_ascii_digit());
    let (day, month, year, clock) = if is_day_first {
        let (month, year, clock, zone) = (next()?, next()?, next()?, next()?);
        (zone == "GMT").then_some((second, month, year, clock))?
    } else {
        let (day, clock, year) = (next()?, next()?, next()?);
        (day, second, year, clock)
    };
    (is_weekday && next().is_none()).then_some(())?;
    let month = MONTHS.iter().zip(1..).find(|(name, _)| **name == month)?.1;
    let year = match (year.len(), number(year)?) {
        (4, year) => year,
        (2, year) => full_year(year, now),
        _ => return None,
    };
    let mut clock = clock.split(':').map(|part| number(part).filter(|_| part.len() == 2));
    let mut part = || u8::try_from(clock.next()??).ok();
    let (hour, minute, second) = (part()?, part()?, part()?);
    clock.next().is_none().then_some(())?;
    // HTTP has leap seconds, this clock does not.
    let clock = Clock::new(hour, minute, if second == 60 { 59 } else { second }, 0)?;
    let day = Day::new(year, month, u8::try_from(number(day)?).ok()?)?;
    let seconds = Stamp::utc(day, clock).seconds();
    Some(Duration::from_secs(u64::try_from(seconds).unwrap_or_default()))
}

fn number(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

/// The last year that ends so, at most 50 years from now.
fn full_year(year: u16, now: Option<Duration>) -> u16 {
    let now = i64::try_from(now.unwrap_or_else(since_1970).as_secs()).unwrap_or(i64::MAX);
    let (this_year, ..) = Stamp::nearest(now, 0, 0).day.ymd();
    let latest = this_year.saturating_add(50);
    let full = latest / 100 * 100 + year;
    if full > latest { full.saturating_sub(100) } else { full }
}

#[cfg(test)]
mod tests;
