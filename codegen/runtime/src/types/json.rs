//! JSON that is kept as it came.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::types::{blank::Blank, check::unlimited, redact::Redact};

/// A JSON value that is kept as text, and written back letter by letter.
///
/// It stands where the specification names no type, and keeps what a union does not know. Two values are
/// equal when their texts are. `Debug` shows only the length.
#[derive(Clone, Default)]
pub struct Json(
    /// `None` is `null`, so that a blank value allocates nothing.
    Option<Box<RawValue>>,
);

impl Json {
    /// The JSON text.
    #[must_use]
    pub fn get(&self) -> &str {
        self.0.as_deref().map_or("null", RawValue::get)
    }

    /// The value as a tree. A number beyond `f64` loses digits there: [`get`](Self::get) has all of them.
    ///
    /// # Errors
    /// When a number exceeds what `f64` holds.
    pub fn to_value(&self) -> Result<serde_json::Value, serde_json::Error> {
        serde_json::from_str(self.get())
    }

    /// Parses a JSON text.
    ///
    /// # Errors
    /// When the text is no JSON.
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
        // A tree always serializes: its keys are texts, and its numbers are finite.
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

impl Blank for Json {
    fn blank() -> Self {
        Self(None)
    }
}

unlimited!(Json);

impl Redact for Json {
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

#[cfg(test)]
mod tests;
