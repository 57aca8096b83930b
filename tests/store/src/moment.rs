//! Points in time, as the API writes and reads them.

use std::fmt;

use serde::{Serialize, Serializer};

const DAY: i64 = 86_400;
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Seconds since 1970. Serialized as in most of version 3: `2024-10-24T04:32:20Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment(pub(super) i64);

impl Moment {
    /// Parses what the API accepts in a filter: a date with or without time and offset, UNIX time, RFC 2822.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse().ok().map(Self);
        }
        if let Some((_, rest)) = text.split_once(", ") {
            return rfc2822(rest);
        }
        let (date, time) = text.split_once(['T', ' ']).unwrap_or((text, ""));
        let mut parts = date.split('-');
        let (year, month, day) = (number(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?);
        Some(Self(days(year, month, day)? * DAY + clock(time)?))
    }

    /// Returns year, month, day, and seconds of the day.
    fn civil(self) -> (i64, i64, i64, i64) {
        let (days, seconds) = (self.0.div_euclid(DAY) + 719_468, self.0.rem_euclid(DAY));
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        (year + era * 400 + i64::from(month <= 2), month, day, seconds)
    }

    /// Formats `Thu, 24 Oct 2024 04:32:20 +0000`, as customers of version 2 have it.
    pub(super) fn rfc2822(self) -> String {
        let (year, month, day, seconds) = self.civil();
        let weekday = WEEKDAYS[self.0.div_euclid(DAY).rem_euclid(7) as usize];
        let month = MONTHS[(month - 1) as usize];
        format!("{weekday}, {day:02} {month} {year} {} +0000", Time(seconds))
    }

    /// Formats `2024-10-24 04:32:20`, as customer groups have it.
    pub(super) fn plain(self) -> String {
        let (year, month, day, seconds) = self.civil();
        format!("{year:04}-{month:02}-{day:02} {}", Time(seconds))
    }

    /// Formats `2024-10-24T04:32:20+00:00`, as metafields have it.
    pub(super) fn with_offset(self) -> String {
        let mut text = self.plain().replace(' ', "T");
        text.push_str("+00:00");
        text
    }
}

impl Serialize for Moment {
    /// Each customer has two of these, and pages have hundreds of customers, so this uses neither a formatter nor an
    /// allocation.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (year, month, day, seconds) = self.civil();
        let mut text = *b"0000-00-00T00:00:00Z";
        let fields = [(0, year / 100), (2, year), (5, month), (8, day), (11, seconds / 3600), (14, seconds / 60 % 60)];
        for (at, value) in fields.into_iter().chain([(17, seconds % 60)]) {
            text[at] += (value / 10 % 10) as u8;
            text[at + 1] += (value % 10) as u8;
        }
        serializer.serialize_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

struct Time(i64);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60, self.0 % 60)
    }
}

fn number(text: &str) -> Option<i64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) { None } else { text.parse().ok() }
}

/// Returns the days since 1970.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = year - i64::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719_468)
}

/// Parses `04:32:20`, `04:32:20.507-0400`, or nothing, into seconds.
fn clock(text: &str) -> Option<i64> {
    if text.is_empty() {
        return Some(0);
    }
    let zone = text.find(['Z', '+', '-', ' ']).unwrap_or(text.len());
    let (time, zone) = text.split_at(zone);
    let mut parts = time.split('.').next()?.split(':');
    let (hour, minute) = (number(parts.next()?)?, number(parts.next()?)?);
    let second = parts.next().map_or(Some(0), number)?;
    Some(hour * 3600 + minute * 60 + second - offset(zone)?)
}

fn offset(text: &str) -> Option<i64> {
    let mut letters = text.trim().chars();
    let sign = match letters.next() {
        None | Some('Z') => return Some(0),
        Some('-') => -1,
        Some(_) => 1,
    };
    let digits: String = letters.filter(|letter| *letter != ':').collect();
    let digits = number(&digits).filter(|_| digits.len() == 4)?;
    Some(sign * (digits / 100 * 3600 + digits % 100 * 60))
}

/// Parses what follows the weekday.
fn rfc2822(text: &str) -> Option<Moment> {
    let mut parts = text.split_whitespace();
    let day = number(parts.next()?)?;
    let month = parts.next()?;
    let month = MONTHS.iter().position(|name| *name == month)? as i64 + 1;
    let year = number(parts.next()?)?;
    let time: String = parts.collect();
    Some(Moment(days(year, month, day)? * DAY + clock(&time)?))
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn every_form_of_a_date_is_the_same_moment() {
        let moment = Moment(1_729_744_340);
        assert_eq!(serde_json::to_string(&moment).unwrap(), "\"2024-10-24T04:32:20Z\"");
        assert_eq!(moment.rfc2822(), "Thu, 24 Oct 2024 04:32:20 +0000");
        assert_eq!(moment.plain(), "2024-10-24 04:32:20");
        assert_eq!(moment.with_offset(), "2024-10-24T04:32:20+00:00");
        let forms = [
            "2024-10-24T04:32:20Z",
            "2024-10-24T04:32:20",
            "2024-10-24 04:32:20",
            "2024-10-24T04:32:20.507+00:00",
            "2024-10-24T00:32:20-0400",
            "2024-10-24T06:32:20+02:00",
            "1729744340",
            "Thu, 24 Oct 2024 04:32:20 +0000",
        ];
        for form in forms {
            assert_eq!(Moment::parse(form), Some(moment), "{form}");
        }
        assert_eq!(Moment::parse("2024-10-24"), Some(Moment(1_729_728_000)));
        for wrong in ["", "yesterday", "2024-13-01", "24", "2024-10-24T04:32:20+2"] {
            assert!(Moment::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn leap_days_and_ends_of_years_survive_both_ways() {
        for text in ["2000-02-29T23:59:59Z", "2100-03-01T00:00:00Z", "1969-12-31T23:59:59Z", "2024-12-31T12:00:00Z"] {
            let moment = Moment::parse(text).unwrap();
            assert_eq!(serde_json::to_string(&moment).unwrap(), format!("\"{text}\""));
        }
    }
}
