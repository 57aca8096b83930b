//! Replaces what the call sent in texts of the API.

use base64::{
    Engine as _, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

use crate::{
    transport::sent_values::{SentNames, SentValues},
    types::secret::Secret,
};

/// Replaces a hidden value.
pub(super) const HIDDEN: &str = "***";

/// Shorter values are not hidden: they identify nobody, and are part of too many words.
const SHORTEST: usize = 4;

/// The longest run of base64 that is searched. What follows it would not be shown in any case.
const LONGEST_RUN: usize = 8 << 10;

/// The values and names that a call sent.
pub(super) struct Mask<'a> {
    /// Case-folded and sorted, so that values with a common prefix are adjacent.
    values: Vec<Vec<u8>>,
    /// The length of the shortest value, in bytes.
    shortest: usize,
    names: &'a SentNames,
    operation: &'static str,
}

/// How a text may be written.
#[derive(Clone, Copy)]
enum View {
    /// Unchanged.
    Plain,
    /// Percent-encoded, or with the escapes of JSON.
    Escaped,
    /// The same, and `+` is a space.
    Form,
}

impl<'a> Mask<'a> {
    pub(super) fn of(sent: &'a SentValues) -> Self {
        let is_long = |value: &String| value.chars().nth(SHORTEST - 1).is_some();
        // `true` identifies nobody.
        let is_word = |value: &String| matches!(value.as_str(), "true" | "false" | "null");
        let values = sent.values.iter().filter(|value| is_long(value) && !is_word(value)).map(String::as_str);
        let secrets = sent.secrets.iter().map(Secret::expose).filter(|secret| !secret.is_empty());
        let mut values: Vec<Vec<u8>> = values.chain(secrets).map(|value| folded(value.trim())).collect();
        values.sort_unstable();
        values.dedup();
        values.retain(|value| !value.is_empty());
        let shortest = values.iter().map(Vec::len).min().unwrap_or(usize::MAX);
        Self { values, shortest, names: &sent.names, operation: sent.operation }
    }

    /// Appends `text` without the values that were sent, on one line, so that a body cannot forge lines of a log. Stops
    /// when `into` has `most` bytes, and returns how many bytes of `text` are left.
    pub(super) fn push(&self, text: &str, most: usize, into: &mut String) -> usize {
        let mut at = 0;
        let mut run_end = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            if into.len() >= most {
                return text.len() - at;
            }
            if let Some(end) = self.hidden(text, at, &mut run_end) {
                into.push_str(HIDDEN);
                at = end;
            } else {
                into.push(if c.is_control() { ' ' } else { c });
                at += c.len_utf8();
            }
        }
        0
    }

    /// Returns the beginning of `text`, of about `most` bytes.
    pub(super) fn text(&self, text: &str, most: usize) -> String {
        let mut shown = String::new();
        self.push(text, most, &mut shown);
        shown
    }

    /// Returns whether a key consists of names and indexes of the call; others may be somebody's words.
    pub(super) fn knows(&self, key: &str) -> bool {
        let mut parts = key.split(['.', '[', ']', '/']).filter(|part| !part.is_empty()).peekable();
        parts.peek().is_some() && parts.all(|part| self.knows_part(part))
    }

    fn knows_part(&self, part: &str) -> bool {
        if let Ok(index) = part.parse::<usize>() {
            return index <= self.names.items;
        }
        self.names.names.contains(part) || part.split('_').all(|word| self.is_of_operation(word))
    }

    /// Returns whether a word is part of the name of the operation: `pet` and `create` are part of `v1.pets.create`.
    fn is_of_operation(&self, word: &str) -> bool {
        let same = |own: &str| own == word || own.strip_suffix('s') == Some(word);
        !word.is_empty() && self.operation.split(['.', '_']).any(same)
    }

    /// Returns where a value ends that begins at `at`. `run_end` is where the last run of base64 ended.
    fn hidden(&self, text: &str, at: usize, run_end: &mut usize) -> Option<usize> {
        if self.values.is_empty() {
            return None;
        }
        let views = [View::Plain, View::Escaped, View::Form].into_iter();
        let longest = views.filter_map(|view| self.longest(text, at, view)).max();
        longest.or_else(|| self.encoded(text, at, run_end))
    }

    /// Returns where the longest value ends that begins at `start`.
    fn longest(&self, text: &str, start: usize, view: View) -> Option<usize> {
        let (mut candidates, mut depth, mut at) = (&self.values[..], 0, start);
        let mut found = None;
        while let Some((c, end)) = next(text, at, view) {
            let mut buffer = [0; 4];
            for folded in fold(c) {
                for byte in folded.encode_utf8(&mut buffer).bytes() {
                    let first = candidates.partition_point(|value| value.get(depth) < Some(&byte));
                    let rest = candidates.get(first..)?;
                    let last = rest.partition_point(|value| value.get(depth) <= Some(&byte));
                    candidates = rest.get(..last)?;
                    depth += 1;
                }
            }
            at = end;
            match candidates.first() {
                None => break,
                // The first of those with this prefix.
                Some(value) if value.len() == depth && is_whole(value, text, start, end) => found = Some(end),
                Some(_) => {}
            }
        }
        found
    }

    /// Returns where a run of base64 ends that begins at `at` and holds a value.
    fn encoded(&self, text: &str, at: usize, run_end: &mut usize) -> Option<usize> {
        if at < *run_end {
            return None;
        }
        let rest = text.get(at..)?;
        let length_of = |is_of: fn(u8) -> bool| rest.bytes().take(LONGEST_RUN).take_while(|byte| is_of(*byte)).count();
        let standard = length_of(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
        let url_safe = length_of(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        // A character of the other alphabet ends the run of the one, and the next may begin behind it.
        *run_end = at + standard.min(url_safe);
        let runs = [(standard, alphabet::STANDARD), (url_safe, alphabet::URL_SAFE)];
        let holds = |(length, alphabet): &(usize, alphabet::Alphabet)| {
            rest.get(..*length).is_some_and(|run| self.is_in_base64(run, alphabet))
        };
        let (length, _) = runs.into_iter().filter(holds).max_by_key(|(length, _)| *length)?;
        let padding = rest.get(length..)?.bytes().take_while(|byte| *byte == b'=').count();
        Some(at + length + padding)
    }

    /// Returns whether `run` decodes to text that holds a value, from any offset.
    fn is_in_base64(&self, run: &str, alphabet: &alphabet::Alphabet) -> bool {
        const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true);
        let engine = GeneralPurpose::new(alphabet, LENIENT);
        (0..4).filter_map(|skipped| run.get(skipped..)).any(|run| {
            // A last single character encodes nothing.
            let run = if run.len() % 4 == 1 { run.get(..run.len() - 1).unwrap_or(run) } else { run };
            if run.len() < SHORTEST || run.len() / 4 * 3 + 2 < self.shortest {
                return false;
            }
            let Ok(bytes) = engine.decode(run) else { return false };
            let text = String::from_utf8_lossy(&bytes);
            text.char_indices().any(|(at, _)| self.longest(&text, at, View::Plain).is_some())
        })
    }
}

/// Returns the character that begins at `at`, and where it ends.
fn next(text: &str, at: usize, view: View) -> Option<(char, usize)> {
    let rest = text.get(at..)?;
    let c = rest.chars().next()?;
    let decoded = match (view, c) {
        (View::Plain, _) => None,
        (View::Form, '+') => Some((' ', 1)),
        (_, '%') => percent(rest),
        (_, '\\') => escape(rest),
        _ => None,
    };
    let (c, length) = decoded.unwrap_or((c, c.len_utf8()));
    Some((c, at + length))
}

/// Decodes a percent-encoded character such as `%C3%A4`.
fn percent(text: &str) -> Option<(char, usize)> {
    let byte = |index: usize| {
        let digits = text.get(index * 3..index * 3 + 3)?.strip_prefix('%')?;
        u8::from_str_radix(digits, 16).ok()
    };
    let count = match byte(0)? {
        ..0x80 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
        _ => return None,
    };
    let bytes: Vec<u8> = (0..count).map(byte).collect::<Option<_>>()?;
    Some((std::str::from_utf8(&bytes).ok()?.chars().next()?, count * 3))
}

/// Decodes an escape of JSON such as `\"` or `\u00e4`.
fn escape(text: &str) -> Option<(char, usize)> {
    let c = text.chars().nth(1)?;
    match c {
        'u' => Some((char::from_u32(u32::from_str_radix(text.get(2..6)?, 16).ok()?)?, 6)),
        'n' => Some(('\n', 2)),
        't' => Some(('\t', 2)),
        '"' | '\\' | '/' => Some((c, 2)),
        _ => None,
    }
}

/// Returns whether a match is not a part of a longer number.
fn is_whole(value: &[u8], text: &str, start: usize, end: usize) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let before = || text.get(..start).and_then(|text| text.chars().next_back());
    let after = || text.get(end..).and_then(|text| text.chars().next());
    !value.iter().all(u8::is_ascii_digit) || !(is_digit(before()) || is_digit(after()))
}

fn folded(text: &str) -> Vec<u8> {
    text.chars().flat_map(fold).collect::<String>().into_bytes()
}

/// Folds the case of a character.
fn fold(c: char) -> impl Iterator<Item = char> {
    c.to_uppercase().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests;
