//! Raw JSON values.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};
use serde_json::value::RawValue;

use crate::types::{
    check::unlimited,
    empty::Empty,
    facts::{Facts, Kinds},
    redact::{Privacy, Redact},
};

/// A raw JSON value, which is kept as text and written back byte by byte.
///
/// It is used where the specification names no type, and for values that no branch of a union accepts. Two values are
/// equal if their texts are. `Debug` shows only the length. [`decode`](Self::decode) reads it as a type, and
/// [`to_value`](Self::to_value) as a tree; a tree, such as `json!("gold")`, converts into it.
#[derive(Clone, Default)]
pub struct Json(
    /// `None` is `null`, so that an empty value allocates nothing.
    Option<Box<RawValue>>,
);

impl Json {
    /// Returns the JSON text.
    #[must_use]
    pub fn get(&self) -> &str {
        self.0.as_deref().map_or("null", RawValue::get)
    }

    /// Parses the value into a tree. Numbers lose the digits that `f64` cannot hold; [`get`](Self::get) has all of
    /// them.
    ///
    /// # Errors
    /// When a number is too large for `f64`.
    pub fn to_value(&self) -> Result<serde_json::Value, serde_json::Error> {
        serde_json::from_str(self.get())
    }

    /// Decodes the value as any type, such as a `String` or a type of your own: `json.decode::<String>()?`.
    ///
    /// # Errors
    /// When the value does not decode as `T`.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.get())
    }

    /// Parses a JSON text.
    ///
    /// # Errors
    /// When the text is not valid JSON.
    pub fn parse(text: impl Into<String>) -> Result<Self, serde_json::Error> {
        RawValue::from_string(text.into()).map(Self::from)
    }
}

impl From<Box<RawValue>> for Json {
    fn from(json: Box<RawValue>) -> Self {
        Self((json.get() != "null").then_some(json))
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        // A tree can always be serialized: its keys are strings, and its numbers are finite.
        serde_json::value::to_raw_value(&value).map_or(Self(None), Self::from)
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for Json {}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Json(<{} bytes>)", self.get().len())
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::deserialize(deserializer).map(|json: Box<RawValue>| Self::from(json))
    }
}

impl Empty for Json {
    fn empty() -> Self {
        Self(None)
    }
}

unlimited!(Json: Facts::of(Kinds::ALL));

impl Redact for Json {
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        match privacy {
            Privacy::Hidden => fmt::Debug::fmt(self, f),
            Privacy::Shown | Privacy::Revealed => f.write_str(self.get()),
        }
    }
}

#[cfg(test)]
mod tests;
