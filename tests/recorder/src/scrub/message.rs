//! Error messages of the API. Only known words of the API are kept, and numbers that identify nobody.

use std::collections::HashSet;
use std::ops::Range;

use super::escape::{ENDS, decoded, encoded_again, unescaped};
use super::kind::Kind;
use super::pattern::{is_harmless_host, is_name, is_uuid};
use super::search::Index;
use super::vocabulary::Vocabulary;

/// This many digits together are a phone, a postal code or a card, unless they are an id of the run.
const LONG: usize = 5;
/// The same for digits with periods, slashes or long separators between them, which may be amounts or several numbers.
const LONG_IF_LOOSE: usize = 7;
/// Fewer digits cannot be distinguished from counts, even if they are sensitive elsewhere.
pub(super) const SHORTEST_DIGITS: usize = 4;
/// The maximum length of a separator within a number.
const WIDEST_GAP: usize = 3;

/// What is known when the parts of messages are classified.
#[derive(Debug)]
pub(super) struct Known<'v> {
    pub(super) vocabulary: &'v Vocabulary,
    /// Numbers and UUIDs that the run keeps.
    pub(super) ids: HashSet<String>,
    /// Sensitive values that consist of digits.
    pub(super) digits: HashSet<String>,
}

/// A part of a message that is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// An occurrence of a sensitive value.
    Original(&'a str),
    /// A value that is not known to be harmless.
    Unknown(Kind),
}

/// Applies a function to the readable form of a message: encoded or escaped parts are decoded first, and keep their
/// encoding unless they change.
pub(super) fn readable(text: &str, replace: &mut dyn FnMut(&str) -> String) -> String {
    let plain = unescaped(text);
    if plain != text {
        let new = readable(&plain, replace);
        return if new == plain { text.to_owned() } else { new };
    }
    let (mut result, mut from, mut at) = (String::new(), 0, 0);
    for part in text.split_inclusive(ENDS) {
        let run = part.trim_end_matches(ENDS);
        let plain = decoded(run);
        if plain != run {
            result += &replace(text.get(from..at).unwrap_or_default());
            let new = readable(&plain, replace);
            result += &if new == plain { run.to_owned() } else { encoded_again(&new) };
            from = at + run.len();
        }
        at += part.len();
    }
    result + &replace(text.get(from..).unwrap_or_default())
}

/// Returns the parts of a readable message to replace, from left to right.
pub(super) fn parts<'i>(text: &str, index: &'i Index<'_>, known: &Known<'_>) -> Vec<(Range<usize>, Part<'i>)> {
    let (mut found, mut from) = (Vec::new(), 0);
    let between = |range: Range<usize>| {
        let unknown_parts = unknown_parts(text.get(range.clone()).unwrap_or_default(), known);
        unknown_parts
            .into_iter()
            .map(move |(part, kind)| (range.start + part.start..range.start + part.end, Part::Unknown(kind)))
    };
    for (range, original) in index.occurrences(text) {
        found.extend(between(from..range.start));
        from = range.end;
        found.push((range, Part::Original(original)));
    }
    found.extend(between(from..text.len()));
    found
}

/// Returns the parts that are not known to be harmless.
fn unknown_parts(text: &str, known: &Known<'_>) -> Vec<(Range<usize>, Kind)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (length, kind) = next(rest, known);
        found.extend(kind.map(|kind| (at..at + length, kind)));
        at += length.max(1);
    }
    found
}

/// Returns the length of the first part of a text, and its kind unless it is harmless.
fn next(text: &str, known: &Known<'_>) -> (usize, Option<Kind>) {
    let Some(first) = text.chars().next().filter(|c| c.is_alphanumeric()) else {
        return (text.find(char::is_alphanumeric).unwrap_or(text.len()), None);
    };
    if let Some(length) = moment(text) {
        return (length, None);
    }
    if let Some(id) = text.get(..36).filter(|id| is_uuid(id)).filter(|id| ends_word(text, id.len())) {
        return (id.len(), (!known.ids.contains(id)).then_some(Kind::Secret));
    }
    if let Some(host) = host(text) {
        if is_harmless_host(host) {
            return (host.len(), None);
        }
        // `addresses.country` is a path to a field.
        if !words(host).all(|word| says(known.vocabulary, word)) {
            return (host.len(), Some(Kind::Host));
        }
    }
    if first.is_ascii_digit()
        && let Some(found) = number(text, known)
    {
        return found;
    }
    word(text, known.vocabulary)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn ends_word(text: &str, at: usize) -> bool {
    !text.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// Returns the length of a word, with the end of a contraction if it has one.
fn word(text: &str, vocabulary: &Vocabulary) -> (usize, Option<Kind>) {
    let length = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let (word, rest) = text.split_at(length);
    let short = rest.strip_prefix(['\'', '’']).and_then(|end| words(end).next().filter(|word| end.starts_with(word)));
    // `isn't` is `is` and `n't`.
    let said = if short == Some("t") { word.strip_suffix('n').filter(|it| says(vocabulary, it)) } else { None };
    if says(vocabulary, said.unwrap_or(word)) {
        let mark = rest.chars().next().map_or(0, char::len_utf8);
        let end = short.filter(|end| ["t", "s", "re", "ve", "ll", "d", "m"].contains(end));
        return (length + end.map_or(0, |end| mark + end.len()), None);
    }
    let kind = match word {
        _ if word.contains(|c: char| c.is_ascii_digit()) => Kind::Code,
        _ if is_name(word) => Kind::LastName,
        _ => Kind::Prose,
    };
    (length, Some(kind))
}

/// Whether the API uses a word: one of its own, or an identifier of several, as in `customerGroup2`.
fn says(vocabulary: &Vocabulary, word: &str) -> bool {
    if vocabulary.knows(word) {
        return true;
    }
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let mut humps: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in word.chars() {
        let same = c.is_ascii_digit() == before.is_ascii_digit() && (before.is_uppercase() || !c.is_uppercase());
        match humps.last_mut().filter(|_| same) {
            Some(hump) => hump.push(c),
            None => humps.push(c.to_string()),
        }
        before = c;
    }
    let is_count = |hump: &str| hump.chars().all(|c| c.is_ascii_digit());
    digits < LONG && humps.iter().all(|hump| is_count(hump) || vocabulary.knows(hump))
}

/// Matches `shop.acme.de`: at least two labels, the last of which has letters only. Indexes such as `0.email` are not
/// hosts.
fn host(text: &str) -> Option<&str> {
    let length = text.find(|c: char| !(c.is_alphanumeric() || ".-".contains(c))).unwrap_or(text.len());
    let host = text.get(..length)?.trim_end_matches(['.', '-']);
    let (front, last) = host.rsplit_once('.')?;
    let is_label =
        |label: &str| !label.starts_with('-') && !label.ends_with('-') && label.contains(char::is_alphabetic);
    let fits = last.chars().count() >= 2
        && last.chars().all(char::is_alphabetic)
        && front.split('.').all(is_label)
        && !text.get(host.len()..).unwrap_or_default().starts_with('_');
    fits.then_some(host)
}

/// Matches digits with the separators of a phone number; nothing if they are part of a word.
fn number(text: &str, known: &Known<'_>) -> Option<(usize, Option<Kind>)> {
    let (mut digits, mut end, mut longest, mut loose) = (String::new(), 0, 0, false);
    while let Some((gap, group)) = group(text.get(end..).unwrap_or_default()) {
        let is_id = group.len() >= LONG && known.ids.contains(group);
        let begins = end + gap.len();
        let starts_other = !digits.is_empty() && (is_id || moment(text.get(begins..).unwrap_or_default()).is_some());
        if starts_other || (digits.is_empty() && !gap.is_empty()) {
            break;
        }
        if is_id {
            return Some((begins + group.len(), None));
        }
        loose |= !gap.is_empty() && (gap.contains(['.', '/']) || (gap.len() > 1 && !gap.contains(['(', ')'])));
        longest = longest.max(group.len());
        digits += group;
        end = begins + group.len();
    }
    let written = text.get(..end).filter(|written| !written.is_empty())?;
    let long = longest >= LONG || digits.len() >= if loose { LONG_IF_LOOSE } else { LONG };
    let sensitive = (long || known.digits.contains(&digits)) && !known.ids.contains(written);
    Some((end, sensitive.then_some(if digits.len() >= LONG_IF_LOOSE { Kind::Phone } else { Kind::Code })))
}

/// Matches a separator and the digits after it, if these are not part of a word.
fn group(text: &str) -> Option<(&str, &str)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (gap, rest) = text.split_at(start);
    let separates = |c: char| {
        let is_dash = ('\u{2010}'..='\u{2015}').contains(&c) || c == '\u{2212}';
        let is_invisible = ('\u{200b}'..='\u{200f}').contains(&c) || "\u{ad}\u{2060}\u{feff}".contains(c);
        c.is_whitespace() || is_dash || is_invisible || "-()./_·".contains(c)
    };
    // A period alone is part of a number; with a space after it, it ends a sentence.
    let fits = gap.chars().all(separates) && gap.chars().count() <= WIDEST_GAP && (gap == "." || !gap.contains('.'));
    let group = rest.get(..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()))?;
    (fits && ends_word(rest, group.len())).then_some((gap, group))
}

/// Returns the length of the date at the start of a text, in a format of the API, with the time that may follow.
fn moment(text: &str) -> Option<usize> {
    // Other formats were entered by somebody, such as a birthday.
    const DATES: [&str; 3] = ["0000-00-00", "00 aaa 0000", "0 aaa 0000"];
    const TIMES: [&str; 4] = ["T00:00:00", "T00:00", " 00:00:00", " 00:00"];
    const FRACTIONS: [&str; 6] = [".000000", ".00000", ".0000", ".000", ".00", ".0"];
    const ZONES: [&str; 6] = ["+00:00", "-00:00", "+0000", "-0000", " +0000", " -0000"];
    const WEEKDAYS: [&str; 7] = ["Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, ", "Sun, "];
    if let Some(rest) = WEEKDAYS.iter().find_map(|day| text.strip_prefix(day)) {
        return moment(rest).map(|length| text.len() - rest.len() + length);
    }
    let begins = |at: usize, shapes: &[&str]| {
        let rest = text.get(at..).unwrap_or_default();
        shapes.iter().find(|shape| has_shape(rest, shape)).map_or(0, |shape| shape.len())
    };
    let mut end = begins(0, &DATES);
    let date = text.get(..end).filter(|date| !date.is_empty() && is_day(date))?;
    let time = begins(date.len(), &TIMES);
    if time > 0 {
        end += time;
        end += begins(end, &FRACTIONS);
        end += begins(end, &ZONES);
        end += usize::from(text.get(end..).is_some_and(|rest| rest.starts_with('Z')));
    }
    ends_word(text, end).then_some(end)
}

/// A pattern: `0` stands for a digit, `a` for a letter.
fn has_shape(text: &str, shape: &str) -> bool {
    let mut characters = text.chars();
    shape.chars().all(|wanted| {
        characters.next().is_some_and(|c| match wanted {
            '0' => c.is_ascii_digit(),
            'a' => c.is_ascii_alphabetic(),
            _ => c == wanted,
        })
    })
}

/// Whether the digits are a date that exists, and not just grouped digits.
fn is_day(date: &str) -> bool {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    words(date).all(|part| match part.parse::<u16>() {
        Ok(number) if part.len() == 4 => (1900..2100).contains(&number),
        Ok(number) => (1..=31).contains(&number),
        Err(_) => MONTHS.contains(&part),
    })
}
