//! The fields of request bodies, with errors that name them.

use serde_json::{Map, Number, Value};

use super::data::customer::Text;
use super::response::{Errors, Response, problem, wrong_field};

/// One object of a request.
pub(super) struct Fields<'a> {
    /// `0.` in an array, else empty.
    prefix: String,
    object: &'a Map<String, Value>,
    errors: &'a mut Errors,
}

/// Returns the objects of an array.
///
/// # Errors
/// Fails if it is not an array, is empty, or has more than `most` elements.
pub(super) fn items<'b>(body: &'b Value, most: usize, title: &str) -> Result<&'b [Value], Response> {
    match body.as_array() {
        None => Err(wrong_field(422, title, "data", "must be a list")),
        Some(items) if items.is_empty() => Err(wrong_field(422, title, "0.data", "the list is empty")),
        Some(items) if items.len() > most => Err(problem(413, &format!("No more than {most} fit into one call."))),
        Some(items) => Ok(items),
    }
}

impl<'a> Fields<'a> {
    /// Creates the fields of an array element. If it is not an object, adds an error and returns `None`.
    pub(super) fn item(index: usize, value: &'a Value, errors: &'a mut Errors) -> Option<Self> {
        let Some(object) = value.as_object() else {
            errors.insert(format!("{index}.data"), "must be an object".to_owned());
            return None;
        };
        Some(Self { prefix: format!("{index}."), object, errors })
    }

    /// Creates the fields of an object that is not in an array.
    pub(super) fn alone(object: &'a Map<String, Value>, errors: &'a mut Errors) -> Self {
        Self { prefix: String::new(), object, errors }
    }

    /// Returns the fields of a nested object.
    pub(super) fn within(&mut self, name: &str) -> Option<Fields<'_>> {
        match self.object.get(name)? {
            Value::Object(object) => {
                Some(Fields { prefix: format!("{}{name}.", self.prefix), object, errors: self.errors })
            }
            _ => {
                self.wrong(name, "must be an object");
                None
            }
        }
    }

    pub(super) fn wrong(&mut self, name: &str, why: &str) {
        self.errors.insert(format!("{}{name}", self.prefix), why.to_owned());
    }

    /// Adds an error about the whole call: `.customer_create`.
    pub(super) fn wrong_call(&mut self, name: &str, why: &str) {
        self.errors.insert(format!(".{name}"), why.to_owned());
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.object.get(name)
    }

    /// Returns a string of at most this many characters, if it is present.
    pub(super) fn text(&mut self, name: &str, most: usize) -> Option<Text> {
        match self.object.get(name)? {
            Value::String(text) if text.chars().count() <= most => Some(text.clone().into()),
            Value::String(_) => {
                self.wrong(name, &format!("must have at most {most} letters"));
                None
            }
            _ => {
                self.wrong(name, "must be a text");
                None
            }
        }
    }

    /// The same, but not empty.
    pub(super) fn filled(&mut self, name: &str, most: usize) -> Option<Text> {
        let text = self.text(name, most)?;
        if text.trim().is_empty() {
            self.wrong(name, "must not be empty");
            return None;
        }
        Some(text)
    }

    /// Adds an error if the field is missing.
    pub(super) fn must_have(&mut self, names: &[&str]) {
        for name in names {
            if self.object.get(*name).is_none_or(Value::is_null) {
                self.wrong(name, "is missing");
            }
        }
    }

    pub(super) fn whole(&mut self, name: &str) -> Option<u64> {
        let value = self.object.get(name)?;
        if value.as_u64().is_none() {
            self.wrong(name, "must be a whole number");
        }
        value.as_u64()
    }

    pub(super) fn truth(&mut self, name: &str) -> Option<bool> {
        let value = self.object.get(name)?;
        if !value.is_boolean() {
            self.wrong(name, "must be true or false");
        }
        value.as_bool()
    }

    /// Returns a string that is one of these.
    pub(super) fn one_of(&mut self, name: &str, words: &[&'static str]) -> Option<&'static str> {
        let value = self.object.get(name)?;
        let word = words.iter().find(|word| value.as_str() == Some(word));
        if word.is_none() {
            self.wrong(name, &format!("must be one of {}", words.join(", ")));
        }
        word.copied()
    }

    /// Returns an array, whose elements the caller checks.
    pub(super) fn list(&mut self, name: &str, most: usize) -> Option<&'a [Value]> {
        match self.object.get(name)? {
            Value::Array(items) if items.len() <= most => Some(items),
            Value::Array(_) => {
                self.wrong(name, &format!("must hold at most {most}"));
                None
            }
            _ => {
                self.wrong(name, "must be a list");
                None
            }
        }
    }

    /// Returns a number, or a string that holds one, as version 2 accepts in amounts.
    pub(super) fn amount(&mut self, name: &str) -> Option<Number> {
        let amount = match self.object.get(name)? {
            Value::Number(number) => Some(number.clone()),
            Value::String(text) => text.trim().parse().ok().and_then(Number::from_f64),
            _ => None,
        };
        if amount.is_none() {
            self.wrong(name, "must be an amount");
        }
        amount
    }
}
