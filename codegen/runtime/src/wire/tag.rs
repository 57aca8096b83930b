//! Reads the value of a key that has a single value.

use std::fmt;

use serde::{
    Serialize,
    de::{
        Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};
use serde_json::Value;

use crate::{
    types::{
        facts::{Constant, Kinds},
        json::Json,
    },
    wire::drift,
};

/// The only value of a key.
#[doc(hidden)]
pub trait TagValue: Copy + Serialize + Into<Constant<'static>> {
    /// The kinds of JSON that it is.
    const KINDS: Kinds;

    /// Reads the next value of `map`. Returns it if it is another one, and reports it as drift.
    ///
    /// # Errors
    /// When it is not JSON.
    fn read<'de, A: MapAccess<'de>>(self, map: &mut A, type_name: &'static str) -> Result<Option<Json>, A::Error> {
        let json: Json = map.next_value()?;
        let constant: Constant<'static> = self.into();
        if constant.is(json.get()) { Ok(None) } else { other(type_name, json) }
    }
}

impl TagValue for i64 {
    const KINDS: Kinds = Kinds::INTEGER;
}

impl TagValue for f64 {
    const KINDS: Kinds = Kinds::NUMBER;
}

impl TagValue for bool {
    const KINDS: Kinds = Kinds::BOOLEAN;
}

impl TagValue for &'static str {
    const KINDS: Kinds = Kinds::STRING;

    #[inline]
    fn read<'de, A: MapAccess<'de>>(self, map: &mut A, type_name: &'static str) -> Result<Option<Json>, A::Error> {
        map.next_value_seed(Tag { type_name, value: self })
    }
}

/// Reports another value. Where a number or a boolean is expected, another one tells nothing private; a string may.
#[cold]
fn other<E: Error>(type_name: &'static str, json: Json) -> Result<Option<Json>, E> {
    let text = json.get();
    let is_shown = !text.starts_with(['"', '[', '{']);
    let is_last = drift::unknown_value(type_name, if is_shown { text } else { "" });
    if is_last { Err(drift::over()) } else { Ok(Some(json)) }
}

struct Tag {
    type_name: &'static str,
    value: &'static str,
}

impl Tag {
    #[cold]
    fn other<E: Error>(&self, other: Value) -> Result<Option<Json>, E> {
        let is_last = match &other {
            Value::String(text) => drift::unknown_value(self.type_name, text),
            Value::Null => drift::unknown_value(self.type_name, "null"),
            _ => drift::unknown_value(self.type_name, ""),
        };
        if is_last { Err(drift::over()) } else { Ok(Some(other.into())) }
    }
}

impl<'de> DeserializeSeed<'de> for Tag {
    type Value = Option<Json>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Json>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tag {
    type Value = Option<Json>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<Option<Json>, E> {
        if text == self.value { Ok(None) } else { self.other(text.into()) }
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Option<Json>, E> {
        self.other(value.into())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Option<Json>, E> {
        self.other(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Option<Json>, E> {
        self.other(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Option<Json>, E> {
        self.other(number.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Json>, E> {
        self.other(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Option<Json>, A::Error> {
        let list = Value::deserialize(SeqAccessDeserializer::new(seq))?;
        self.other(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<Json>, A::Error> {
        let object = Value::deserialize(MapAccessDeserializer::new(map))?;
        self.other(object)
    }
}
