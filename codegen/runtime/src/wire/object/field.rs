//! Finds a field of a structure by its key, and reads it. A structure lists its fields once for both, which saves
//! generated crates a function for each.

use serde::de::{Deserialize, MapAccess};

use super::Object;
use crate::{
    types::{json::Json, unknown_fields::UnknownFields},
    wire::{drift, json_path, tag::TagValue},
};

/// Looks for one of the fields of a structure.
#[doc(hidden)]
pub trait FieldVisitor<'de> {
    /// Returns whether this is the field, after processing it.
    fn field<T: Deserialize<'de>>(&mut self, key: &'static str, field: &mut T) -> bool;

    /// Returns whether this is the tag, which has no field but a single value, after processing it.
    fn tag<V: TagValue>(&mut self, key: &'static str, value: V) -> bool;
}

/// Finds the number of a field by its key. All keys are known at compile time, so this becomes a branch by length and a
/// few comparisons.
struct Finder<'a> {
    key: &'a str,
    number: usize,
}

impl<'de> FieldVisitor<'de> for Finder<'_> {
    #[inline(always)]
    fn field<T: Deserialize<'de>>(&mut self, key: &'static str, _: &mut T) -> bool {
        self.tag(key, "")
    }

    #[inline(always)]
    fn tag<V: TagValue>(&mut self, key: &'static str, _: V) -> bool {
        let is_it = self.key == key;
        self.number += usize::from(!is_it);
        is_it
    }
}

/// Reads the next value of a map into the field with a number; optimized into a branch by that number.
struct Reader<'a, 'de, A: MapAccess<'de>> {
    map: &'a mut A,
    /// How many fields are before it.
    before: usize,
    result: Result<(), A::Error>,
    type_name: &'static str,
    /// A tag that has another value, and that value.
    other: Option<(&'static str, Json)>,
}

impl<'de, A: MapAccess<'de>> FieldVisitor<'de> for Reader<'_, 'de, A> {
    // No reference to the reader escapes, so that the count stays in a register.
    #[inline(always)]
    fn field<T: Deserialize<'de>>(&mut self, _: &'static str, field: &mut T) -> bool {
        if self.before > 0 {
            self.before -= 1;
            return false;
        }
        self.result = value(self.map, field);
        true
    }

    #[inline(always)]
    fn tag<V: TagValue>(&mut self, key: &'static str, value: V) -> bool {
        if self.before > 0 {
            self.before -= 1;
            return false;
        }
        match value.read(self.map, self.type_name) {
            Ok(other) => self.other = other.map(|other| (key, other)),
            Err(error) => self.result = Err(error),
        }
        true
    }
}

#[inline]
fn value<'de, T: Deserialize<'de>, A: MapAccess<'de>>(map: &mut A, field: &mut T) -> Result<(), A::Error> {
    *field = map.next_value()?;
    Ok(())
}

/// Returns the number of the field of an object with that key; for a tag, a number that no field has.
#[inline]
pub(super) fn find<T: Object>(object: &mut T, key: &str) -> Option<usize> {
    let mut finder = Finder { key, number: 0 };
    object.visit_field(&mut finder).then_some(finder.number)
}

/// Reads the next value of `map` into the field with that number. Adds it to `unknown` if it is that of a tag, but
/// another one.
#[inline]
pub(super) fn read<'de, T: Object, A: MapAccess<'de>>(
    object: &mut T,
    mut unknown: UnknownFields,
    field: usize,
    map: &mut A,
) -> Result<UnknownFields, A::Error> {
    let mut reader = Reader { map, before: field, result: Ok(()), type_name: T::SCHEMA.name, other: None };
    object.visit_field(&mut reader);
    if let Some((key, other)) = reader.other {
        unknown.set(key, Some(other));
    }
    if let Err(error) = reader.result {
        forgive(T::SCHEMA.name, T::SCHEMA.fields.get(field).map_or("", |field| field.key), error)?;
    }
    Ok(unknown)
}

/// Reads a `null` in a field that is not nullable as the empty value, which the field still holds, if decoding is
/// lenient.
#[cold]
pub(super) fn forgive<E>(type_name: &'static str, key: &str, error: E) -> Result<(), E> {
    let is_forgiven = json_path::forgive_null(|| drift::null_value(type_name, key));
    if is_forgiven { Ok(()) } else { Err(error) }
}

/// Reads JSON into the field with a number.
struct Setter {
    before: usize,
    json: &'static str,
    is_set: bool,
}

impl FieldVisitor<'static> for Setter {
    fn field<T: Deserialize<'static>>(&mut self, _: &'static str, field: &mut T) -> bool {
        if self.before > 0 {
            self.before -= 1;
            return false;
        }
        if let Ok(value) = serde_json::from_str(self.json) {
            *field = value;
            self.is_set = true;
        }
        true
    }

    fn tag<V: TagValue>(&mut self, _: &'static str, _: V) -> bool {
        self.before = self.before.saturating_sub(1);
        false
    }
}

/// Sets the field with that number. Returns whether it can have the value.
pub(super) fn set<T: Object>(object: &mut T, field: usize, json: &'static str) -> bool {
    let mut setter = Setter { before: field, json, is_set: false };
    object.visit_field(&mut setter);
    setter.is_set
}

/// Returns the key of the field or tag with a number.
struct Namer {
    before: usize,
    key: &'static str,
}

impl<'de> FieldVisitor<'de> for Namer {
    fn field<T: Deserialize<'de>>(&mut self, key: &'static str, _: &mut T) -> bool {
        self.tag(key, "")
    }

    fn tag<V: TagValue>(&mut self, key: &'static str, _: V) -> bool {
        self.key = key;
        self.before == 0 || {
            self.before -= 1;
            false
        }
    }
}

/// Returns the key of the field or tag with that number. It does not use the object that is being read, whose address
/// must not escape.
pub(super) fn key<T: Object>(field: usize) -> &'static str {
    let mut namer = Namer { before: field, key: "" };
    T::empty().visit_field(&mut namer);
    namer.key
}
