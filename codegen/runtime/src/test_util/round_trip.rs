//! Checks that JSON that is decoded and encoded again is unchanged.

use std::{collections::BTreeMap, fmt, io};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{ser, value::RawValue};

use crate::wire::decode;

/// An example of a document, for generated code.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Example {
    /// The file, and a JSON pointer into it.
    pub place: &'static str,
    /// The JSON of the example.
    pub json: &'static str,
    /// The name of the type.
    pub type_name: &'static str,
    /// [`round_trip`] of the type.
    pub round_trip: fn(&str) -> Result<(), Vec<Difference>>,
}

/// The examples that are changed by a round trip; `Debug`, which tests print, is readable text.
#[doc(hidden)]
#[derive(PartialEq, Eq)]
pub struct Failed(String);

impl fmt::Debug for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Decodes and encodes all examples.
///
/// # Errors
/// With all that have changed.
#[doc(hidden)]
pub fn round_trips(examples: &[Example]) -> Result<(), Failed> {
    let mut text = String::new();
    let mut count = 0_usize;
    for example in examples {
        let Err(differences) = (example.round_trip)(example.json) else { continue };
        count += 1;
        text.push_str(&format!("\n\n{} as {}:", example.place, example.type_name));
        text.extend(differences.iter().map(|difference| format!("\n  {difference}")));
    }
    if count == 0 {
        return Ok(());
    }
    Err(Failed(format!("{count} of {} examples do not come back as they went in{text}", examples.len())))
}

/// A value that a round trip changes.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The JSON path, such as `data[3].id`; empty for the whole.
    pub path: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "the whole" } else { &self.path };
        write!(f, "{path}: {}", self.message)
    }
}

/// Decodes JSON and encodes it again: the same values have to come back. The order of keys does not count, nor how a
/// number is spelt; an `f64`, which holds no more, has to be the one that is nearest to what went in.
///
/// # Errors
/// With every difference.
#[doc(hidden)]
pub fn round_trip<T: DeserializeOwned + Serialize>(json: &str) -> Result<(), Vec<Difference>> {
    match decode::read::<T>(json) {
        Ok(value) => {
            let mut written = Vec::new();
            let encoded = value.serialize(&mut serde_json::Serializer::with_formatter(&mut written, Marking));
            compare(json, encoded.map(|()| written))
        }
        Err(error) => Err(vec![Difference { path: place(json, &error), message: format!("is not decoded: {error}") }]),
    }
}

/// Does not depend on the type, so that it is compiled once.
fn compare(json: &str, encoded: Result<Vec<u8>, serde_json::Error>) -> Result<(), Vec<Difference>> {
    let whole = |message: String| vec![Difference { path: String::new(), message }];
    let written = encoded.map_err(|error| whole(format!("is not encoded: {error}")))?;
    let raw = |json| serde_json::from_slice::<&RawValue>(json).map_err(|error| whole(error.to_string()));
    let mut differences = Vec::new();
    walk(raw(json.as_bytes())?, raw(&written)?, "", &mut differences);
    if differences.is_empty() { Ok(()) } else { Err(differences) }
}

/// A JSON value, one level of it.
enum Node<'a> {
    Object(BTreeMap<String, &'a RawValue>),
    List(Vec<&'a RawValue>),
    Text(String),
    Number(&'a str),
    /// `true`, `false`, `null`.
    Word(&'a str),
}

fn node(raw: &RawValue) -> Option<Node<'_>> {
    let text = raw.get();
    Some(match text.bytes().next()? {
        b'{' => Node::Object(serde_json::from_str(text).ok()?),
        b'[' => Node::List(serde_json::from_str(text).ok()?),
        b'"' => Node::Text(serde_json::from_str(text).ok()?),
        b't' | b'f' | b'n' => Node::Word(text),
        _ => Node::Number(text),
    })
}

fn walk(before: &RawValue, after: &RawValue, path: &str, differences: &mut Vec<Difference>) {
    let same = match (node(before), node(after)) {
        (Some(Node::Object(before)), Some(Node::Object(after))) => {
            for (key, value) in &before {
                match after.get(key) {
                    Some(after) => walk(value, after, &of_key(path, key), differences),
                    None => {
                        let message = format!("{} got lost", shown(value.get()));
                        differences.push(Difference { path: of_key(path, key), message });
                    }
                }
            }
            for (key, value) in after.iter().filter(|(key, _)| !before.contains_key(*key)) {
                let message = format!("{} appeared", shown(value.get()));
                differences.push(Difference { path: of_key(path, key), message });
            }
            true
        }
        (Some(Node::List(before)), Some(Node::List(after))) if before.len() == after.len() => {
            for (index, (before, after)) in before.iter().zip(after).enumerate() {
                walk(before, after, &format!("{path}[{index}]"), differences);
            }
            true
        }
        (Some(Node::Text(before)), Some(Node::Text(after))) => before == after,
        (Some(Node::Number(before)), Some(Node::Number(after))) => same_number(before, after),
        (Some(Node::Word(before)), Some(Node::Word(after))) => before == after,
        _ => false,
    };
    if !same {
        let (before, after) = (shown(before.get()), shown(&after.get().replace(MARK, "E")));
        let message = format!("{before} went in, {after} came back");
        differences.push(Difference { path: path.to_owned(), message });
    }
}

fn of_key(path: &str, key: &str) -> String {
    let is_plain = !key.is_empty() && key.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-'));
    match (is_plain, path) {
        (true, "") => key.to_owned(),
        (true, path) => format!("{path}.{key}"),
        (false, path) => format!("{path}[{key:?}]"),
    }
}

/// Returns the beginning of a value for a message.
fn shown(json: &str) -> String {
    const MOST: usize = 120;
    let line: String = json.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

/// The exponent of an `f64`, distinguished from others by zeros that nobody writes.
const MARK: &str = "E0000";

/// Marks each number that was an `f64`.
struct Marking;

impl ser::Formatter for Marking {
    fn write_f64<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        let text = format!("{value:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        match exponent.strip_prefix('-') {
            Some(exponent) => write!(writer, "{digits}E-0000{exponent}"),
            None => write!(writer, "{digits}{MARK}{exponent}"),
        }
    }
}

fn same_number(before: &str, after: &str) -> bool {
    let is_float = after.contains(MARK) || after.contains("E-0000");
    if is_float {
        return before.parse::<f64>().is_ok_and(|before| after.parse() == Ok(before));
    }
    digits(before).is_some_and(|before| Some(before) == digits(after))
}

/// Returns the sign, the significant digits, and the power of ten of the last of them.
fn digits(number: &str) -> Option<(bool, String, i64)> {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let unsigned = mantissa.trim_start_matches('-');
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_start_matches('0');
    let counting = digits.trim_end_matches('0');
    if counting.is_empty() {
        return Some((false, String::new(), 0));
    }
    let dropped = (digits.len() - counting.len()) as i64;
    let exponent = exponent.parse::<i64>().ok()? - fraction.len() as i64 + dropped;
    Some((mantissa.len() != unsigned.len(), counting.to_owned(), exponent))
}

/// Returns the path at which a text could not be decoded.
fn place(json: &str, error: &serde_json::Error) -> String {
    let lines = json.split_inclusive('\n').take(error.line().saturating_sub(1));
    // The column is that of the byte last read, which is the end of an object that lacks a key; of a value that was read
    // as a whole it is the one behind.
    let behind = if error.to_string().starts_with("missing field") { 1 } else { 2 };
    let offset = (lines.map(str::len).sum::<usize>() + error.column()).saturating_sub(behind);
    let mut path = String::new();
    if let Ok(raw) = serde_json::from_str::<&RawValue>(json) {
        follow(json, raw, offset, &mut path);
    }
    path
}

fn follow(json: &str, raw: &RawValue, offset: usize, path: &mut String) {
    let holds = |inner: &RawValue| {
        let begin = inner.get().as_ptr() as usize - json.as_ptr() as usize;
        (begin..begin + inner.get().len()).contains(&offset)
    };
    let inner = match node(raw) {
        Some(Node::Object(entries)) => {
            entries.into_iter().find(|(_, inner)| holds(inner)).map(|(key, inner)| (of_key(path, &key), inner))
        }
        Some(Node::List(items)) => {
            let found = items.into_iter().enumerate().find(|(_, inner)| holds(inner));
            found.map(|(index, inner)| (format!("{path}[{index}]"), inner))
        }
        _ => None,
    };
    if let Some((longer, inner)) = inner {
        *path = longer;
        follow(json, inner, offset, path);
    }
}

#[cfg(test)]
mod tests;
