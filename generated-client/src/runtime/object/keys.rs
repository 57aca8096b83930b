//! The keys of an object: which field each is, and which are missing.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Visitor};

use super::Schema;
use crate::runtime::{drift, trail};

/// A key, recognized.
pub(super) enum Key {
    /// The field with that index.
    Field(usize),
    /// One that an open structure keeps.
    Rest(String),
    /// One to skip.
    Unknown,
    /// One to skip, after which nothing more is wanted.
    Last,
}

/// Recognizes the keys of one object; not generic, so that there is one copy for all structures.
pub(super) struct Keys {
    schema: &'static Schema,
    seen: Seen,
    /// The field that comes next if the object keeps the order of the schema, as most do.
    next: usize,
}

impl Keys {
    pub(super) fn new(schema: &'static Schema) -> Self {
        Self { schema, seen: Seen::default(), next: 0 }
    }

    fn recognize(&mut self, key: &str) -> Key {
        let fields = self.schema.fields;
        let found = match fields.get(self.next) {
            Some(field) if field.key == key => Some(self.next),
            _ => fields.iter().position(|field| field.key == key),
        };
        match found {
            Some(field) => {
                self.seen.insert(field);
                self.next = field + 1;
                Key::Field(field)
            }
            None if self.schema.open => {
                trail::free_key();
                Key::Rest(key.to_owned())
            }
            None if drift::unknown_field(self.schema.name, key) => Key::Last,
            None => Key::Unknown,
        }
    }

    /// The first required key that did not come.
    pub(super) fn missing(&self) -> Option<&'static str> {
        let mut fields = self.schema.fields.iter().enumerate();
        fields.find(|(index, field)| field.required && !self.seen.contains(*index)).map(|(_, field)| field.key)
    }
}

impl<'de> DeserializeSeed<'de> for &mut Keys {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut Keys {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(self.recognize(key))
    }
}

/// A set of field indices, on the stack for up to 64 fields.
#[derive(Default)]
pub(super) struct Seen {
    low: u64,
    high: Vec<usize>,
}

impl Seen {
    pub(super) fn insert(&mut self, field: usize) {
        if field < 64 {
            self.low |= 1 << field;
        } else if !self.high.contains(&field) {
            self.high.push(field);
        }
    }

    pub(super) fn contains(&self, field: usize) -> bool {
        if field < 64 { self.low & (1 << field) != 0 } else { self.high.contains(&field) }
    }
}
