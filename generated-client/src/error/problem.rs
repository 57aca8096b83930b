//! What an error body says, wherever the API keeps it.

use serde_json::{Map, Value};

use crate::{Secret, runtime::ProblemKeys};

/// Stands for what is not shown.
const HIDDEN: &str = "***";

/// A title longer than this is no title.
const LONGEST: usize = 200;

/// The parts of an error body that people read.
#[derive(Default)]
pub(super) struct Problem {
    /// A short text of the API.
    pub(super) title: Option<String>,
    /// The names of the fields at fault.
    pub(super) keys: Vec<String>,
    /// Longer texts of the API, which may repeat what was sent.
    pub(super) details: Vec<String>,
}

impl Problem {
    /// Reads a body, and leaves `secrets` out; one of another shape says nothing.
    pub(super) fn read(names: &ProblemKeys, body: &[u8], secrets: &[Secret]) -> Self {
        let mut problem = Self::default();
        if let Ok(mut body) = serde_json::from_slice(body) {
            secrets.iter().for_each(|secret| hide(secret.expose(), &mut body));
            problem.add(names, &body, true);
        }
        problem
    }

    fn add(&mut self, names: &ProblemKeys, body: &Value, outermost: bool) {
        match body {
            // Some APIs answer a list of problems, bare or under the key.
            Value::Array(problems) => problems.iter().for_each(|body| self.add(names, body, false)),
            Value::Object(body) => {
                if self.title.is_none() {
                    self.title = text(body, names.title).map(|title| tidy(title, LONGEST));
                }
                if let Some(detail) = text(body, names.detail) {
                    self.details.push(tidy(detail, usize::MAX));
                }
                match first(body, names.keys) {
                    Some(Value::Object(fields)) => fields.iter().for_each(|(key, value)| self.add_field(key, value)),
                    Some(problems) if outermost => self.add(names, problems, false),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn add_field(&mut self, key: &str, value: &Value) {
        let key = shown_key(key);
        let value = match value {
            Value::String(text) => tidy(text, usize::MAX),
            other => other.to_string(),
        };
        self.details.push(format!("{key}: {value}"));
        self.keys.push(key);
    }
}

fn first<'a>(body: &'a Map<String, Value>, names: &[&str]) -> Option<&'a Value> {
    names.iter().find_map(|name| body.get(*name))
}

fn text<'a>(body: &'a Map<String, Value>, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| body.get(*name)?.as_str().filter(|text| !text.is_empty()))
}

/// Replaces a text wherever it is in `body`.
pub(crate) fn hide(secret: &str, body: &mut Value) {
    match body {
        // Nothing would be between any two letters.
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

/// The name of a field as it may be shown.
pub(crate) fn shown_key(key: &str) -> String {
    tidy(key, LONGEST)
}

/// One line of at most `longest` characters, so that a body cannot forge lines of a log.
fn tidy(text: &str, longest: usize) -> String {
    text.chars().take(longest).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
