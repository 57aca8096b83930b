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
    /// A key of no field.
    Unknown(String),
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
    if drift::unknown_field(schema.name, key) { Key::Last } else { Key::Unknown(key.to_owned()) }
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

    /// Returns whether no required key is missing, as far as that is known at once.
    #[inline]
    pub(super) fn is_complete<T: Object>(&self) -> bool {
        let required = const { required(T::SCHEMA) };
        required & !self.low == 0 && T::SCHEMA.fields.len() + T::SCHEMA.tags.len() <= 64
    }

    /// Returns the keys with a single value that are missing. Their numbers follow those of the fields.
    pub(super) fn missing_tags(&self, schema: &'static Schema) -> impl Iterator<Item = &'static str> {
        let tags = schema.tags.iter().zip(schema.fields.len()..);
        tags.filter(|(_, number)| !self.contains(*number)).map(|(tag, _)| *tag)
    }

    /// Returns the required fields that are missing, with their numbers.
    pub(super) fn missing_fields(&self, schema: &'static Schema) -> impl Iterator<Item = (usize, &'static Field)> {
        let fields = schema.fields.iter().enumerate();
        fields.filter(|(index, field)| field.required && !self.contains(*index))
    }

    pub(super) fn contains(&self, field: usize) -> bool {
        if field < 64 { self.low & (1 << field) != 0 } else { self.high.contains(&field) }
    }
}

/// Returns the required fields and the tags among the first 64 keys, one bit each.
const fn required(schema: &Schema) -> u64 {
    let (mut required, mut bit, mut fields) = (0, 1, schema.fields);
    while let [field, rest @ ..] = fields {
        if field.required {
            required |= bit;
        }
        bit <<= 1;
        fields = rest;
    }
    let mut tags = schema.tags;
    while let [_, rest @ ..] = tags {
        required |= bit;
        bit <<= 1;
        tags = rest;
    }
    required
}
