//! Strings that may arrive as a number.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::types::{
    check::{At, Check, Limits, Violation},
    empty::Empty,
    facts::{Depth, Facts, Kinds},
    json_number::JsonNumber,
    number::Number,
    redact::{Privacy, Redact},
    scalar::{self, Form},
};

/// A string that the API may also send as a JSON number, such as a phone number or a postal code.
///
/// It keeps the form and every digit, so that it is written back unchanged. Equal values are equal in both; values are
/// ordered by their text, never as numbers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text {
    text: String,
    form: Form,
}

impl Text {
    /// Returns the string, or the digits of the number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns whether it was a JSON number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.form == Form::Number
    }

    /// Returns the string, or the digits of the number, by value.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        String::from(text).into()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self { text, form: Form::Text }
    }
}

macro_rules! from_integers {
    ($($integer:ty),+) => {
        $(/// Is written as a JSON number.
        impl From<$integer> for Text {
            fn from(number: $integer) -> Self {
                Self { text: number.to_string(), form: Form::Number }
            }
        })+
    };
}

from_integers!(i32, u32, i64, u64);

/// Is written as the same JSON number.
impl From<JsonNumber> for Text {
    fn from(number: JsonNumber) -> Self {
        Self { text: number.to_string(), form: Form::Number }
    }
}

/// Is written as a JSON number, unless the number is one in quotes.
impl From<Number> for Text {
    fn from(number: Number) -> Self {
        let form = if number.is_text() { Form::Text } else { Form::Number };
        Self { text: number.to_string(), form }
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

/// Compares the text, whatever its form.
impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

/// Compares the text, whatever its form.
impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.redact(f, Privacy::Hidden)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.form {
            Form::Text => serializer.serialize_str(&self.text),
            Form::Number => scalar::write_number(self.text.clone(), serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar::read(deserializer).map(|(form, text)| Self { text, form })
    }
}

impl Empty for Text {
    fn empty() -> Self {
        Self { text: String::new(), form: Form::Text }
    }
}

impl Check for Text {
    fn facts(_: Depth) -> Vec<Facts<'static>> {
        vec![Facts::of(Kinds::NUMBER | Kinds::STRING)]
    }

    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        limits.check_chars(&self.text, at)
    }
}

impl Redact for Text {
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        privacy.show(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests;
