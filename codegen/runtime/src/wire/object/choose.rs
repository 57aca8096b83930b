//! What is done with one field of a structure: it is found by its key, and read. The structure gives its fields once for both,
//! which spares generated crates a function for each.

use serde::de::{Deserialize, MapAccess};

use super::{Object, skip};
use crate::wire::{drift, trail};

/// Wants one of the fields that it is shown.
pub trait Choose<'de> {
    /// Whether it is this field, which is then done with.
    fn field<T: Deserialize<'de>>(&mut self, key: &'static str, field: &mut T) -> bool;

    /// Whether it is this tag, which has no field.
    fn tag(&mut self, key: &'static str) -> bool;
}

/// Finds the number of a field by its key. All keys are known when this is compiled, so that it becomes a choice by length
/// and few comparisons.
struct Finder<'a> {
    key: &'a str,
    number: usize,
}

impl<'de> Choose<'de> for Finder<'_> {
    #[inline(always)]
    fn field<T: Deserialize<'de>>(&mut self, key: &'static str, _: &mut T) -> bool {
        self.tag(key)
    }

    #[inline(always)]
    fn tag(&mut self, key: &'static str) -> bool {
        let is_it = self.key == key;
        self.number += usize::from(!is_it);
        is_it
    }
}

/// Reads the next value of a map into the field with a number: a choice by that, once it is optimized.
struct Reader<'a, 'de, A: MapAccess<'de>> {
    map: &'a mut A,
    /// How many fields are left before it.
    before: usize,
    result: Result<(), A::Error>,
}

impl<'de, A: MapAccess<'de>> Choose<'de> for Reader<'_, 'de, A> {
    // Of the reader nothing is given on, so that the count is no matter of memory.
    #[inline(always)]
    fn field<T: Deserialize<'de>>(&mut self, _: &'static str, field: &mut T) -> bool {
        if self.before > 0 {
            self.before -= 1;
            return false;
        }
        self.result = value(self.map, field);
        true
    }

    #[inline]
    fn tag(&mut self, _: &'static str) -> bool {
        false
    }
}

#[inline]
fn value<'de, T: Deserialize<'de>, A: MapAccess<'de>>(map: &mut A, field: &mut T) -> Result<(), A::Error> {
    *field = map.next_value()?;
    Ok(())
}

/// The number of the field of an object with that key; a number that no field has if it is that of a tag.
#[inline]
pub(super) fn find<T: Object>(object: &mut T, key: &str) -> Option<usize> {
    let mut finder = Finder { key, number: 0 };
    object.choose(&mut finder).then_some(finder.number)
}

/// Reads the next value of `map` into the field of an object with that number; passes over it if there is none.
#[inline]
pub(super) fn read<'de, T: Object, A: MapAccess<'de>>(
    object: &mut T,
    field: usize,
    map: &mut A,
) -> Result<(), A::Error> {
    let mut reader = Reader { map, before: field, result: Ok(()) };
    if !object.choose(&mut reader) {
        return skip(reader.map);
    }
    match reader.result {
        Ok(()) => Ok(()),
        Err(error) => forgive(T::SCHEMA.name, T::SCHEMA.fields.get(field).map_or("", |field| field.key), error),
    }
}

/// Reads a `null` in a non-nullable field as the empty value, which the field still holds, if the reading is lenient.
#[cold]
pub(super) fn forgive<E>(type_name: &'static str, key: &str, error: E) -> Result<(), E> {
    let is_forgiven = trail::forgive_null(|| drift::null_value(type_name, key));
    if is_forgiven { Ok(()) } else { Err(error) }
}

/// Tells the key of the field, or of the tag, with a number.
struct Namer {
    before: usize,
    key: &'static str,
}

impl<'de> Choose<'de> for Namer {
    fn field<T: Deserialize<'de>>(&mut self, key: &'static str, _: &mut T) -> bool {
        self.tag(key)
    }

    fn tag(&mut self, key: &'static str) -> bool {
        self.key = key;
        self.before == 0 || {
            self.before -= 1;
            false
        }
    }
}

/// The key of the field, or of the tag, with that number. The object that is being read stays out of this, so that its
/// address goes nowhere.
pub(super) fn key<T: Object>(field: usize) -> &'static str {
    let mut namer = Namer { before: field, key: "" };
    T::blank().choose(&mut namer);
    namer.key
}
