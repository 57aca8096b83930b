//! The words of the API, which reveal nothing about a store.

use std::collections::HashSet;

use serde_json::Value;

use super::pattern::{is_number, is_uuid};
use test_support::Spec;

/// The words of the spec, in lowercase.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// The words in names of fields, parameters and paths, and in enum values.
    keys: HashSet<String>,
    /// These, and the words of descriptions and errors.
    words: HashSet<String>,
    /// The whole names of fields and parameters.
    names: HashSet<String>,
    /// The literal segments of paths.
    segments: HashSet<String>,
}

impl Vocabulary {
    pub(super) fn of(spec: &Spec) -> Self {
        let mut it = Self::default();
        for (_, document) in spec.documents() {
            it.read(document);
        }
        for operation in spec.operations() {
            it.segments.extend(operation.path.split('/').filter(|part| !part.starts_with('{')).map(str::to_owned));
        }
        it.segments.extend(["v2", "v3", "stores", ""].map(str::to_owned));
        let segments: Vec<_> = it.segments.iter().cloned().collect();
        segments.iter().for_each(|segment| it.key(segment));
        for list in [super::words::API, super::words::ENGLISH] {
            it.words.extend(list.split_whitespace().map(str::to_owned));
        }
        it
    }

    fn read(&mut self, value: &Value) {
        if let Some(name) = value.get("name").and_then(Value::as_str).filter(|_| value.get("in").is_some()) {
            self.name(name);
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.read(item)),
            Value::Object(map) => {
                for (key, value) in map {
                    match (key.as_str(), value) {
                        ("example" | "examples", _) => continue,
                        ("properties", Value::Object(named)) => named.keys().for_each(|name| self.name(name)),
                        ("enum", Value::Array(values)) => {
                            values.iter().filter_map(Value::as_str).for_each(|name| self.key(name));
                        }
                        ("description" | "summary", Value::String(text)) => {
                            let small = |word: &&str| word.chars().all(char::is_lowercase);
                            self.words.extend(words(text).filter(small).map(str::to_owned));
                        }
                        _ => {}
                    }
                    self.read(value);
                }
            }
            _ => {}
        }
    }

    fn name(&mut self, name: &str) {
        self.names.insert(name.to_owned());
        self.key(name);
    }

    fn key(&mut self, name: &str) {
        self.keys.extend(words(name).map(str::to_lowercase));
    }

    /// Whether this is the name of a field or a parameter.
    pub(super) fn is_name(&self, text: &str) -> bool {
        self.names.contains(text)
    }

    /// Whether a single word occurs in fields, paths or enums.
    pub(super) fn is_key(&self, word: &str) -> bool {
        self.keys.contains(&word.to_lowercase())
    }

    /// Whether the API may use this word.
    pub(super) fn knows(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let known = |word: &str| self.keys.contains(word) || self.words.contains(word);
        known(&word) || ["s", "ed", "d", "'s"].iter().any(|end| word.strip_suffix(end).is_some_and(known))
    }

    /// Whether the API may use all words of a text. Numbers of up to three digits are harmless, longer ones may not be.
    pub(super) fn knows_all(&self, text: &str) -> bool {
        words(text).all(|word| self.knows(word) || (word.len() <= 3 && word.chars().all(|c| c.is_ascii_digit())))
    }

    /// Whether a path segment is harmless: a literal of the API, or an id.
    pub(super) fn is_plain_segment(&self, segment: &str) -> bool {
        self.segments.contains(segment)
            || is_uuid(segment)
            || is_number(segment)
            || (segment.is_ascii() && self.knows_all(segment))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
}
