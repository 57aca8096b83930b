//! JSON objects: one shared visitor, and the macro that describes a structure.

mod field;
mod keys;
mod schema;
mod visitors;

use std::{fmt, marker::PhantomData};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

pub use self::{
    field::FieldVisitor,
    schema::{Field, Schema},
    visitors::{check, facts, redact, serialize},
};
use self::{
    field::read,
    keys::{Key, KeySeed, Seen},
};
use crate::{
    types::{
        empty::Empty,
        facts::{Depth, Kinds},
        json::Json,
        map::Map,
        unknown_fields::UnknownFields,
    },
    wire::{drift, visit::Visit},
};

/// A structure that the shared visitor fills in place.
#[doc(hidden)]
pub trait Object: Empty {
    /// The keys.
    const SCHEMA: &'static Schema;

    /// Passes the fields, in the order of the schema, and the tags to `visitor`, until it finds the one that it wants.
    /// Returns whether it does.
    fn visit_field<'de, F: FieldVisitor<'de>>(&mut self, visitor: &mut F) -> bool;

    /// Passes the tags, the fields, and the map of other keys to `visit`, in this order, until it stops. Returns
    /// whether it wanted all.
    fn visit<V: Visit>(&self, visit: &mut V) -> bool;

    /// Returns the fields that the structure does not have.
    fn unknown(&self) -> &UnknownFields;

    /// Returns the fields that the structure does not have.
    fn unknown_mut(&mut self) -> &mut UnknownFields;

    /// Reads the next value of `map`, whose key is not in the schema; called only for open structures. Returns whether
    /// the key is a duplicate.
    ///
    /// # Errors
    /// When the value is not of the type of the additional properties.
    #[inline]
    fn read_rest<'de, A: MapAccess<'de>>(&mut self, key: String, map: &mut A) -> Result<bool, A::Error> {
        drop(key);
        skip(map).map(|()| false)
    }
}

/// Decodes a structure.
///
/// # Errors
/// When the input is not an object, a value has the wrong type, or a required key is missing.
#[inline]
pub fn deserialize<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::SCHEMA.name)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut object = T::empty();
        let mut seen = Seen::default();
        // Whoever keeps a field is given these by value, and never the object: while no reference to it is passed on,
        // the compiler knows what it holds.
        let mut unknown = UnknownFields::default();
        while let Some(key) = map.next_key_seed(KeySeed(&mut object))? {
            match key {
                Key::Field(field) => {
                    if !seen.insert(field) && is_twice::<T>(field) {
                        return Err(drift::over());
                    }
                    unknown = read(&mut object, unknown, field, &mut map)?;
                }
                Key::Rest(key) => {
                    if object.read_rest(key, &mut map)? && drift::duplicate_key(T::SCHEMA.name, "") {
                        return Err(drift::over());
                    }
                }
                Key::Unknown(key) => unknown = keep(unknown, &key, &mut map)?,
                Key::Last => return Err(drift::over()),
            }
        }
        *object.unknown_mut() = unknown;
        if seen.is_complete::<T>() { Ok(object) } else { complete(object, seen) }
    }
}

/// Keeps the next value of `map`, whose key the structure does not have.
#[cold]
fn keep<'de, A: MapAccess<'de>>(mut unknown: UnknownFields, key: &str, map: &mut A) -> Result<UnknownFields, A::Error> {
    let value: Json = map.next_value()?;
    unknown.set(key, Some(value));
    Ok(unknown)
}

/// Notes which required keys are missing: the value of one is null, if it may be, or its default. A key with a single
/// value has no value then.
///
/// # Errors
/// When another required key is missing.
#[cold]
fn complete<T: Object, E: serde::de::Error>(mut object: T, seen: Seen) -> Result<T, E> {
    for (index, field) in seen.missing_fields(T::SCHEMA) {
        // Fields that may be null are empty already.
        if !set_default(&mut object, index, field) && !may_be_null::<T>(field.key) {
            return Err(E::missing_field(field.key));
        }
        if drift::missing_field(T::SCHEMA.name, field.key) {
            return Err(drift::over());
        }
    }
    for tag in seen.missing_tags(T::SCHEMA) {
        object.unknown_mut().set(tag, None);
        if drift::missing_field(T::SCHEMA.name, tag) {
            return Err(drift::over());
        }
    }
    Ok(object)
}

/// Sets a field to its default. Returns whether it has one.
fn set_default<T: Object>(object: &mut T, index: usize, field: &'static Field) -> bool {
    // Without any default, nothing of this is compiled for the structure.
    if const { has_defaults(T::SCHEMA) } {
        field.default.is_some_and(|json| field::set(object, index, json))
    } else {
        false
    }
}

const fn has_defaults(schema: &Schema) -> bool {
    let mut fields = schema.fields;
    while let [field, rest @ ..] = fields {
        if field.default.is_some() {
            return true;
        }
        fields = rest;
    }
    false
}

/// Returns whether the field with this key may be null.
fn may_be_null<T: Object>(key: &str) -> bool {
    let facts = facts::<T>(Depth::BRANCH);
    let mut keys = facts.iter().flat_map(|facts| &facts.keys);
    keys.any(|known| known.key == key && known.kinds.meets(Kinds::NULL))
}

/// Reports a duplicate key. The last of its values counts.
#[cold]
fn is_twice<T: Object>(field: usize) -> bool {
    drift::duplicate_key(T::SCHEMA.name, field::key::<T>(field))
}

/// Reads the next value of `map` into the map of additional properties. Returns whether the key is a duplicate.
///
/// # Errors
/// When the value is not of the type of the additional properties.
#[inline]
pub fn read_rest<'de, T: Deserialize<'de> + Empty, A: MapAccess<'de>>(
    type_name: &'static str,
    rest: &mut Map<T>,
    key: String,
    map: &mut A,
) -> Result<bool, A::Error> {
    let value = match map.next_value() {
        Ok(value) => value,
        Err(error) => field::forgive(type_name, "", error).map(|()| T::empty())?,
    };
    Ok(rest.insert(key, value).is_some())
}

/// Skips the next value of `map`.
///
/// # Errors
/// When it is not JSON.
#[inline]
pub fn skip<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<IgnoredAny>().map(drop)
}

/// Describes a structure: one row per field.
///
/// ```text
/// rt::object! {
///     PetUpdate {
///         id: "id" required,                              // always written, must be present when read
///         legs: "legs" required [default("2")],           // the value of a field that is missing when read
///         email: "email" optional [chars(3, Some(255))],  // an `Option` or `Nullable`: left out when absent
///         const "type" = "parrot",                        // a tag without a field: written, unless it was read otherwise;
///                                                        // a string, `1_i64`, `1.5_f64` or `true`
///         ..additional_properties,                        // a map of all other keys
///     }
/// }
/// ```
///
/// `PetUpdate with Shown { … }` makes `Debug` show texts. A row with `[sensitive(true)]` hides them anyway.
///
/// Implements `Serialize`, `Deserialize`, `Debug`, and the traits of the runtime. Tags are written first. The structure
/// has a field `_unknown_fields: rt::UnknownFields` besides, for what the rows do not name, with the methods
/// `unknown_fields` and `unknown_fields_mut`.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    // Sorts the rows by kind. `$head` is the name of a field, or the keyword `const` of a tag.
    ($name:ident $(with $privacy:ident)? {
        $(
            $head:ident
            $(: $key:literal $kind:ident $([$($limit:ident $bounds:tt)*])?)?
            $($tag:literal = $value:literal)?
        ,)*
        $(.. $rest:ident $(,)?)?
    }) => {
        $crate::__object! {
            @impls $name { $($privacy)? }
            fields { $($($head $key $kind [$($($limit $bounds)*)?])?)* }
            tags { $($($tag $value)?)* }
            rest { $($rest)? }
        }
    };

    (
        @impls $name:ident { $($privacy:ident)? }
        fields { $($field:ident $key:literal $kind:ident [$($limit:ident $bounds:tt)*])* }
        tags { $($tag:literal $value:literal)* }
        rest { $($rest:ident)? }
    ) => {
        #[allow(dead_code, reason = "not every program asks for them")]
        impl $name {
            /// Returns the fields that were read, although the type does not have them.
            #[inline]
            #[must_use]
            pub fn unknown_fields(&self) -> &$crate::rt::UnknownFields {
                &self._unknown_fields
            }

            /// Returns the fields that are written besides those of the type.
            #[inline]
            pub fn unknown_fields_mut(&mut self) -> &mut $crate::rt::UnknownFields {
                &mut self._unknown_fields
            }
        }

        impl $crate::rt::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self {
                    $($field: $crate::rt::Empty::empty(),)*
                    $($rest: $crate::rt::Empty::empty(),)?
                    _unknown_fields: $crate::rt::Empty::empty(),
                }
            }
        }

        impl $crate::rt::expand::Object for $name {
            const SCHEMA: &'static $crate::rt::expand::Schema = &$crate::rt::expand::Schema {
                name: ::core::stringify!($name),
                fields: &[
                    $($crate::rt::expand::Field::$kind($key) $(.$limit $bounds)*,)*
                ],
                tags: &[$($tag),*],
                open: !<[&str]>::is_empty(&[$(::core::stringify!($rest))?]),
            };

            // Keeps the state of the visitor in registers.
            #[inline(always)]
            fn visit_field<'de, F: $crate::rt::expand::FieldVisitor<'de>>(&mut self, visitor: &mut F) -> bool {
                let _ = &visitor;
                $(visitor.field($key, &mut self.$field) ||)* $(visitor.tag($tag, $value) ||)* false
            }

            #[inline]
            fn unknown(&self) -> &$crate::rt::UnknownFields {
                &self._unknown_fields
            }

            #[inline]
            fn unknown_mut(&mut self) -> &mut $crate::rt::UnknownFields {
                &mut self._unknown_fields
            }

            $(#[inline]
            fn read_rest<'de, A: $crate::rt::expand::serde::de::MapAccess<'de>>(
                &mut self,
                key: ::std::string::String,
                map: &mut A,
            ) -> ::core::result::Result<bool, A::Error> {
                $crate::rt::expand::read_rest(::core::stringify!($name), &mut self.$rest, key, map)
            })?

            #[inline]
            fn visit<V: $crate::rt::expand::Visit>(&self, visit: &mut V) -> bool {
                let _ = &visit;
                $(visit.tag($tag, $value) &&)*
                    $(visit.$kind(&self.$field) &&)*
                    $(visit.rest(::core::stringify!($rest), &self.$rest) &&)?
                    true
            }
        }

        impl<'de> $crate::rt::expand::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::rt::expand::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::rt::expand::deserialize_object(deserializer)
            }
        }

        impl $crate::rt::expand::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::rt::expand::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::rt::expand::serialize_object(self, serializer)
            }
        }

        impl $crate::rt::expand::Check for $name {
            fn facts(depth: $crate::rt::expand::Depth) -> ::std::vec::Vec<$crate::rt::expand::Facts<'static>> {
                $crate::rt::expand::object_facts::<Self>(depth)
            }

            #[inline]
            fn check(
                &self,
                _: $crate::rt::Limits,
                at: $crate::rt::expand::At<'_>,
            ) -> ::core::result::Result<(), $crate::rt::expand::Violation> {
                $crate::rt::expand::check_object(self, at)
            }
        }

        impl $crate::rt::expand::Redact for $name {
            $(const PRIVACY: $crate::rt::expand::Privacy = $crate::rt::expand::Privacy::$privacy;)?

            #[inline]
            fn redact(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
                privacy: $crate::rt::expand::Privacy,
            ) -> ::core::fmt::Result {
                $crate::rt::expand::redact_object(self, f, privacy)
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::rt::expand::redact_object(self, f, <Self as $crate::rt::expand::Redact>::PRIVACY)
            }
        }
    };
}

#[cfg(test)]
mod tests;
