//! The keys of an object: which field each belongs to, and which are missing.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use super::field::find;
use super::{Field, Object, Schema};
use crate::wire::{drift, json_path};

/// A key that was recognized.
pub(super) enum Key {
    /// The field with that number.
    Field(usize),
    /// A key that an open structure keeps.
    Rest(String),
    /// A key to skip.
    Unknown,
    /// A key to skip, after which the reading ends.
    Last,
}

/// Recognizes a key of a structure.
pub(super) struct KeySeed<'a, T>(pub(super) &'a mut T);

impl<'de, T: Object> DeserializeSeed<'de> for KeySeed<'_, T> {
    type Value = Key;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: Object> Visitor<'_> for KeySeed<'_, T> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(find(self.0, key).map_or_else(|| unknown(T::SCHEMA, key), Key::Field))
    }
}

#[cold]
fn unknown(schema: &'static Schema, key: &str) -> Key {
    if schema.open {
        json_path::free_key();
        return Key::Rest(key.to_owned());
    }
    if drift::unknown_field(schema.name, key) { Key::Last } else { Key::Unknown }
}

/// A set of field numbers, on the stack for up to 64 fields.
#[derive(Default)]
pub(super) struct Seen {
    low: u64,
    high: Vec<usize>,
}

impl Seen {
    /// Returns whether the field is new.
    #[inline]
    pub(super) fn insert(&mut self, field: usize) -> bool {
        if field < 64 {
            let is_new = self.low & (1 << field) == 0;
            self.low |= 1 << field;
            is_new
        } else {
            let is_new = !self.high.contains(&field);
            if is_new {
                self.high.push(field);
            }
            is_new
        }
    }

    /// Returns the first required key that is missing.
    #[inline]
    pub(super) fn missing<T: Object>(&self) -> Option<&'static str> {
        let required = const { required(T::SCHEMA.fields) };
        let is_complete = required & !self.low == 0 && T::SCHEMA.fields.len() <= 64;
        if is_complete { None } else { self.find_missing(T::SCHEMA) }
    }

    #[cold]
    fn find_missing(&self, schema: &'static Schema) -> Option<&'static str> {
        let mut fields = schema.fields.iter().enumerate();
        fields.find(|(index, field)| field.required && !self.contains(*index)).map(|(_, field)| field.key)
    }

    pub(super) fn contains(&self, field: usize) -> bool {
        if field < 64 { self.low & (1 << field) != 0 } else { self.high.contains(&field) }
    }
}

/// Returns the required fields among the first 64, one bit each.
const fn required(mut fields: &[Field]) -> u64 {
    let (mut required, mut bit) = (0, 1);
    while let [field, rest @ ..] = fields {
        if field.required {
            required |= bit;
        }
        bit <<= 1;
        fields = rest;
    }
    required
}
