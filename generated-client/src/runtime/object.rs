//! JSON objects: one shared visitor, and the macro that describes a structure to it.

mod keys;

use std::{fmt, marker::PhantomData};

use serde::{
    Serialize,
    de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor},
    ser::SerializeMap,
};

use self::keys::{Key, KeySeed, Seen};
use super::{Blank, Redact, drift};
use crate::Nullable;

/// What the decoder knows about a structure.
#[derive(Debug)]
pub struct Schema {
    /// The name of the structure, for messages.
    pub name: &'static str,
    /// The fields in the order of the specification.
    pub fields: &'static [Field],
    /// Whether the structure keeps the keys that it does not know.
    pub open: bool,
}

/// A key of an object.
#[derive(Debug)]
pub struct Field {
    /// The key in JSON.
    pub key: &'static str,
    /// Whether an object without it is refused.
    pub required: bool,
}

/// A structure that is filled in place by the shared visitor.
pub trait Object: Blank {
    /// The keys.
    const SCHEMA: &'static Schema;

    /// The index of the field with that key; for a constant tag, which has no field, any other index.
    fn find(key: &str) -> Option<usize>;

    /// Reads the next value of `map` into the field with that index in the schema.
    ///
    /// # Errors
    /// When the value has not the type of the field.
    fn read<'de, A: MapAccess<'de>>(&mut self, field: usize, map: &mut A) -> Result<(), A::Error>;

    /// Reads the next value of `map`, whose key the schema does not know; only open structures are asked.
    ///
    /// # Errors
    /// When the value has not the type of the additional properties.
    #[inline]
    fn read_rest<'de, A: MapAccess<'de>>(&mut self, key: String, map: &mut A) -> Result<(), A::Error> {
        drop(key);
        map.next_value::<IgnoredAny>().map(drop)
    }
}

/// Reads a structure.
///
/// # Errors
/// When the input is no object, a value has a wrong type, or a required key is missing.
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
        let mut object = T::blank();
        let mut seen = Seen::default();
        while let Some(key) = map.next_key_seed(KeySeed::<T>(PhantomData))? {
            match key {
                Key::Field(field) => {
                    seen.insert(field);
                    object.read(field, &mut map)?;
                }
                Key::Rest(key) => object.read_rest(key, &mut map)?,
                Key::Unknown => drop(map.next_value::<IgnoredAny>()?),
                Key::Last => return Err(drift::over()),
            }
        }
        match seen.missing::<T>() {
            None => Ok(object),
            Some(key) => Err(A::Error::missing_field(key)),
        }
    }
}

/// A field that can be left out of an object.
pub trait Absence {
    /// Whether the field is left out.
    fn is_absent(&self) -> bool;
}

impl<T> Absence for Option<T> {
    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absence for Nullable<T> {
    #[inline]
    fn is_absent(&self) -> bool {
        Nullable::is_absent(self)
    }
}

/// How `object!` treats a field that it calls `required`.
pub mod required {
    use super::{Redact, Serialize, SerializeMap, fmt};

    /// An object without the key is refused.
    pub const REQUIRED: bool = true;

    /// Writes the field, whatever it holds.
    ///
    /// # Errors
    /// When the serializer fails.
    #[inline]
    pub fn write<M: SerializeMap, T: Serialize>(map: &mut M, key: &'static str, value: &T) -> Result<(), M::Error> {
        map.serialize_entry(key, value)
    }

    /// Shows the field.
    #[inline]
    pub fn show<T: Redact>(object: &mut fmt::DebugStruct<'_, '_>, key: &'static str, value: &T) {
        object.field(key, &crate::runtime::Redacted(value));
    }
}

/// How `object!` treats a field that it calls `optional`.
pub mod optional {
    use super::{Absence, Redact, Serialize, SerializeMap, fmt};

    /// An object without the key is accepted.
    pub const REQUIRED: bool = false;

    /// Writes the field unless it is absent.
    ///
    /// # Errors
    /// When the serializer fails.
    #[inline]
    pub fn write<M: SerializeMap, T: Serialize + Absence>(
        map: &mut M,
        key: &'static str,
        value: &T,
    ) -> Result<(), M::Error> {
        if value.is_absent() { Ok(()) } else { map.serialize_entry(key, value) }
    }

    /// Shows the field unless it is absent.
    #[inline]
    pub fn show<T: Redact + Absence>(object: &mut fmt::DebugStruct<'_, '_>, key: &'static str, value: &T) {
        if !value.is_absent() {
            object.field(key, &crate::runtime::Redacted(value));
        }
    }
}

/// Describes a structure: one row a field.
///
/// ```text
/// rt::object! {
///     CustomerUpdate {
///         id: "id" required,                              // always written, must be present when read
///         email: "email" optional [chars(3, Some(255))],  // an `Option` or `Nullable`: left out when absent
///         const "type" = "price_list",                    // a tag without a field: always written, accepted when read
///         ..additional_properties,                        // takes the keys that no row names
///     }
/// }
/// ```
///
/// Gives `Serialize`, `Deserialize`, `Debug`, and the traits of the runtime. Tags are written first.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    // Sorts the rows by their kind. `$head` is the field's name, or the keyword `const` of a tag.
    ($name:ident {
        $(
            $head:ident
            $(: $key:literal $kind:ident $([$($limit:ident $bounds:tt)*])?)?
            $($tag:literal = $value:literal)?
        ,)*
        $(.. $rest:ident $(,)?)?
    }) => {
        $crate::__object! {
            @impls $name
            fields { $($($head $key $kind [$($($limit $bounds)*)?])?)* }
            tags { $($($tag $value)?)* }
            rest { $($rest)? }
        }
    };

    (
        @impls $name:ident
        fields { $($field:ident $key:literal $kind:ident [$($limit:ident $bounds:tt)*])* }
        tags { $($tag:literal $value:literal)* }
        rest { $($rest:ident)? }
    ) => {
        impl $crate::runtime::Blank for $name {
            #[inline]
            fn blank() -> Self {
                Self {
                    $($field: $crate::runtime::Blank::blank(),)*
                    $($rest: $crate::runtime::Blank::blank(),)?
                }
            }
        }

        const _: () = {
            // The variants number the fields as the schema does.
            #[allow(dead_code, non_camel_case_types, clippy::enum_variant_names)]
            enum Index {
                $($field,)*
                Tag,
            }

            impl $crate::runtime::Object for $name {
                const SCHEMA: &'static $crate::runtime::Schema = &$crate::runtime::Schema {
                    name: ::core::stringify!($name),
                    fields: &[
                        $($crate::runtime::Field { key: $key, required: $crate::runtime::object::$kind::REQUIRED },)*
                    ],
                    open: !<[&str]>::is_empty(&[$(::core::stringify!($rest))?]),
                };

                // Known when it is compiled, so that it becomes a choice by length and few comparisons.
                #[inline]
                fn find(key: &str) -> ::core::option::Option<usize> {
                    #[allow(clippy::match_single_binding)]
                    match key {
                        $($key => ::core::option::Option::Some(Index::$field as usize),)*
                        $($tag => ::core::option::Option::Some(Index::Tag as usize),)*
                        _ => ::core::option::Option::None,
                    }
                }

                #[inline]
                fn read<'de, A: $crate::runtime::serde::de::MapAccess<'de>>(
                    &mut self,
                    field: usize,
                    map: &mut A,
                ) -> ::core::result::Result<(), A::Error> {
                    $(if field == Index::$field as usize {
                        self.$field = map.next_value()?;
                        return ::core::result::Result::Ok(());
                    })*
                    let _ = field;
                    map.next_value::<$crate::runtime::serde::de::IgnoredAny>().map(::core::mem::drop)
                }

                $(#[inline]
                fn read_rest<'de, A: $crate::runtime::serde::de::MapAccess<'de>>(
                    &mut self,
                    key: ::std::string::String,
                    map: &mut A,
                ) -> ::core::result::Result<(), A::Error> {
                    let value = map.next_value()?;
                    self.$rest.insert(key, value);
                    ::core::result::Result::Ok(())
                })?
            }
        };

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::object::deserialize(deserializer)
            }
        }

        impl $crate::runtime::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                use $crate::runtime::serde::ser::SerializeMap as _;
                #[allow(unused_mut)]
                let mut map = serializer.serialize_map(::core::option::Option::None)?;
                $(map.serialize_entry($tag, $value)?;)*
                $($crate::runtime::object::$kind::write(&mut map, $key, &self.$field)?;)*
                $(for (key, value) in &self.$rest {
                    map.serialize_entry(key, value)?;
                })?
                map.end()
            }
        }

        impl $crate::runtime::Check for $name {
            #[inline]
            fn check(
                &self,
                _: $crate::runtime::Limits,
                at: $crate::runtime::At<'_>,
            ) -> ::core::result::Result<(), $crate::runtime::Violation> {
                $($crate::runtime::Check::check(
                    &self.$field,
                    $crate::runtime::Limits::NONE $(.$limit $bounds)*,
                    at.key($key),
                )?;)*
                $($crate::runtime::Check::check(&self.$rest, $crate::runtime::Limits::NONE, at)?;)?
                let _ = at;
                ::core::result::Result::Ok(())
            }
        }

        impl $crate::runtime::Redact for $name {
            #[inline]
            fn redact(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut object = f.debug_struct(::core::stringify!($name));
                $($crate::runtime::object::$kind::show(&mut object, $key, &self.$field);)*
                $($crate::runtime::object::required::show(&mut object, ::core::stringify!($rest), &self.$rest);)?
                object.finish()
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::Redact::redact(self, f)
            }
        }
    };
}

#[cfg(test)]
mod tests;
