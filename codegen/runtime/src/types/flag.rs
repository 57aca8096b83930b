//! Booleans that may arrive as a string or a number.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};

use crate::types::{
    check::unlimited,
    empty::Empty,
    facts::{Facts, Kinds, Texts},
    redact::{Privacy, Redact},
};

/// A boolean that the API may also send as `"true"`, `"false"`, `"1"`, `"0"`, `1` or `0`.
///
/// It keeps the form, so that it is written back unchanged.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Flag {
    value: bool,
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Boolean,
    Word,
    Digit,
    QuotedDigit,
}

impl Flag {
    /// Returns the value, whatever its form.
    #[must_use]
    pub const fn get(self) -> bool {
        self.value
    }
}

impl From<bool> for Flag {
    fn from(value: bool) -> Self {
        Self { value, form: Form::Boolean }
    }
}

impl From<Flag> for bool {
    fn from(flag: Flag) -> Self {
        flag.value
    }
}

/// Compares the value, whatever its form.
impl PartialEq<bool> for Flag {
    fn eq(&self, other: &bool) -> bool {
        self.value == *other
    }
}

impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value, f)
    }
}

impl fmt::Debug for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.value, f)
    }
}

impl Serialize for Flag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.form {
            Form::Boolean => serializer.serialize_bool(self.value),
            Form::Word => serializer.serialize_str(if self.value { "true" } else { "false" }),
            Form::Digit => serializer.serialize_u8(self.value.into()),
            Form::QuotedDigit => serializer.serialize_str(if self.value { "1" } else { "0" }),
        }
    }
}

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FlagVisitor)
    }
}

struct FlagVisitor;

impl Visitor<'_> for FlagVisitor {
    type Value = Flag;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a boolean, also as a string or as 0 or 1")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Flag, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Flag, E> {
        let (value, form) = match text {
            "true" => (true, Form::Word),
            "false" => (false, Form::Word),
            "1" => (true, Form::QuotedDigit),
            "0" => (false, Form::QuotedDigit),
            _ => return Err(E::invalid_value(Unexpected::Other("another string"), &self)),
        };
        Ok(Flag { value, form })
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Flag, E> {
        match number {
            0 | 1 => Ok(Flag { value: number == 1, form: Form::Digit }),
            _ => Err(E::invalid_value(Unexpected::Unsigned(number), &self)),
        }
    }
}

impl Empty for Flag {
    fn empty() -> Self {
        false.into()
    }
}

unlimited!(Flag: Facts {
    texts: Texts::Values(["true", "false", "1", "0"].as_slice().into()),
    ..Facts::of(Kinds::BOOLEAN | Kinds::INTEGER | Kinds::STRING)
});

impl Redact for Flag {
    fn redact(&self, f: &mut fmt::Formatter<'_>, _: Privacy) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

#[cfg(test)]
mod tests;
