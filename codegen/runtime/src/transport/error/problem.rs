//! Reads what an error body says, wherever the API keeps it.

use serde_json::Value;

use super::mask::{HIDDEN, Mask};
use crate::{transport::sent_values::SentValues, types::secret::Secret, wire::spec::ProblemKeys};

/// The maximum length of a title.
const LONGEST: usize = 200;

/// The maximum length of a code.
const LONGEST_CODE: usize = 100;

/// The maximum length of the details that are shown.
const MOST_DETAIL: usize = 4 << 10;

/// The maximum number of names that are shown.
const MOST_KEYS: usize = 10;

/// The readable parts of an error body, without the values that the call sent.
#[derive(Default)]
pub(super) struct Problem {
    /// A short text of the API.
    pub(super) title: Option<String>,
    /// The first of its longer texts, if it has no title.
    pub(super) message: Option<String>,
    /// The names of the fields at fault.
    pub(super) keys: Vec<String>,
    /// Those that may be shown.
    pub(super) shown_keys: Vec<String>,
    /// What programs tell the API's errors apart by.
    pub(super) code: Option<String>,
    /// Longer texts of the API.
    pub(super) details: Vec<Detail>,
    /// How many bytes of the details are left out.
    pub(super) more: usize,
    /// Whether the request id must not be shown.
    pub(super) hides_id: bool,
}

/// A longer text of the API.
pub(super) struct Detail {
    /// The key of the field that it is about, as the API wrote it.
    pub(super) key: Option<String>,
    pub(super) text: String,
}

struct Reader<'a> {
    names: &'a ProblemKeys,
    mask: Mask<'a>,
    problem: Problem,
    /// The bytes that are left for details.
    room: usize,
    first_text: Option<String>,
}

impl Problem {
    /// Reads a body, without the values that were sent. Returns an empty problem for any other body.
    pub(super) fn read(names: &ProblemKeys, body: &[u8], sent: &SentValues) -> Self {
        let Ok(body) = serde_json::from_slice(body) else { return Self::default() };
        let mut reader =
            Reader { names, mask: Mask::of(sent), problem: Self::default(), room: MOST_DETAIL, first_text: None };
        reader.add(&body, true);
        let Reader { mut problem, first_text, .. } = reader;
        if problem.title.is_none() {
            // The same text is not shown twice.
            if problem.details.first().is_some_and(|detail| Some(&detail.text) == first_text.as_ref()) {
                problem.details.remove(0);
            }
            problem.message = first_text;
        }
        problem
    }

    /// Notes whether the request id repeats a value that was sent.
    pub(super) fn hide_id(&mut self, id: Option<&str>, sent: &SentValues) {
        self.hides_id = id.is_some_and(|id| echoes(id, sent));
    }

    /// Returns how many names must not be shown, or are too many.
    pub(super) fn other_keys(&self) -> usize {
        self.keys.len().saturating_sub(self.shown_keys.len())
    }
}

impl Reader<'_> {
    fn add(&mut self, body: &Value, outermost: bool) {
        match body {
            // Some APIs respond with an array of problems, bare or under the key.
            Value::Array(problems) => problems.iter().for_each(|body| self.add(body, false)),
            Value::Object(fields) => {
                if self.problem.title.is_none() {
                    let title = texts(body, self.names.title).into_iter().next();
                    self.problem.title = title.map(|title| self.mask.text(title, LONGEST));
                }
                if self.problem.code.is_none() {
                    self.problem.code = code(body, self.names.code).map(|code| self.mask.text(&code, LONGEST_CODE));
                }
                texts(body, self.names.detail).into_iter().for_each(|detail| self.add_text(detail));
                match self.names.keys.iter().find_map(|name| fields.get(*name)) {
                    Some(Value::Object(fields)) => fields.iter().for_each(|(key, value)| self.add_field(key, value)),
                    Some(problems) if outermost => self.add(problems, false),
                    _ => {}
                }
            }
            Value::String(text) if !text.is_empty() => self.add_text(text),
            _ => {}
        }
    }

    fn add_text(&mut self, text: &str) {
        if self.first_text.is_none() {
            self.first_text = Some(self.mask.text(text, LONGEST));
        }
        self.add_detail(None, &[text]);
    }

    fn add_field(&mut self, key: &str, value: &Value) {
        match value {
            Value::String(text) => self.add_detail(Some(key), &[key, ": ", text]),
            other => self.add_detail(Some(key), &[key, ": ", &other.to_string()]),
        }
        // A name of the call is still shown if it occurs in a value, too: `.pet_create` of a pet named "Pet".
        let is_known = self.mask.knows(key);
        let shown = if is_known { one_line(key) } else { self.mask.text(key, LONGEST) };
        if is_known && self.problem.shown_keys.len() < MOST_KEYS {
            self.problem.shown_keys.push(shown.clone());
        }
        self.problem.keys.push(shown);
    }

    /// Adds a text, as far as there is room.
    fn add_detail(&mut self, key: Option<&str>, parts: &[&str]) {
        let mut text = String::new();
        for part in parts {
            self.problem.more += self.mask.push(part, self.room, &mut text);
        }
        self.room = self.room.saturating_sub(text.len());
        if !text.is_empty() {
            self.problem.details.push(Detail { key: key.map(str::to_owned), text });
        }
    }
}

/// Returns whether a short text repeats a value that was sent.
pub(crate) fn echoes(text: &str, sent: &SentValues) -> bool {
    Mask::of(sent).text(text, usize::MAX) != text
}

/// Returns the texts at the first of the paths that leads to any.
fn texts<'a>(body: &'a Value, paths: &[&str]) -> Vec<&'a str> {
    let mut all = paths.iter().map(|path| {
        let texts = at(body, path).into_iter().filter_map(Value::as_str);
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>()
    });
    all.find(|texts| !texts.is_empty()).unwrap_or_default()
}

/// Returns the text or number at the first of the paths that leads to one.
fn code(body: &Value, paths: &[&str]) -> Option<String> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    paths.iter().find_map(|path| at(body, path).into_iter().find_map(text))
}

/// Returns the values at a path, with the items of every array on it.
fn at<'a>(body: &'a Value, path: &str) -> Vec<&'a Value> {
    path.split('.').fold(vec![body], |values, name| {
        let inner = values.into_iter().filter_map(|value| value.get(name));
        inner.flat_map(|value| value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)).collect()
    })
}

/// Replaces the secrets everywhere in `body`.
pub(crate) fn hide_all(secrets: &[Secret], body: &mut Value) {
    secrets.iter().for_each(|secret| hide(secret.expose(), body));
}

fn hide(secret: &str, body: &mut Value) {
    match body {
        // It would match everywhere.
        _ if secret.is_empty() => {}
        Value::String(text) if text.contains(secret) => *text = text.replace(secret, HIDDEN),
        Value::Array(items) => items.iter_mut().for_each(|item| hide(secret, item)),
        Value::Object(fields) => {
            if fields.keys().any(|key| key.contains(secret)) {
                let all = std::mem::take(fields).into_iter();
                fields.extend(all.map(|(key, value)| (key.replace(secret, HIDDEN), value)));
            }
            fields.values_mut().for_each(|value| hide(secret, value));
        }
        _ => {}
    }
}

/// Returns the name of a field on one line.
pub(crate) fn one_line(key: &str) -> String {
    key.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Tells which names of fields may be shown.
pub(crate) struct KnownKeys<'a>(Mask<'a>);

impl<'a> KnownKeys<'a> {
    pub(crate) fn of(sent: &'a SentValues) -> Self {
        Self(Mask::of(sent))
    }

    pub(crate) fn knows(&self, key: &str) -> bool {
        self.0.knows(key)
    }
}
