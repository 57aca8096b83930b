//! Visits all fields of a structure: the structure lists them once, and each use of them is a visitor.
//!
//! Generated crates contain one list of fields for each structure instead of one for each use, which is most of what
//! keeps their compilation short.

use serde::Serialize;

use crate::{
    types::{check::Check, map::Map, nullable::Nullable, redact::Redact},
    wire::tag::TagValue,
};

/// The traits of every field.
#[doc(hidden)]
pub trait Value: Serialize + Check + Redact {}

impl<T: Serialize + Check + Redact> Value for T {}

/// A field that can be left out of an object.
#[doc(hidden)]
pub trait Absence {
    /// Whether a `null` is another value than an absent one.
    const KEEPS_NULL: bool;

    /// Returns whether the field is left out.
    fn is_absent(&self) -> bool;
}

impl<T> Absence for Option<T> {
    const KEEPS_NULL: bool = false;

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absence for Nullable<T> {
    const KEEPS_NULL: bool = true;

    #[inline]
    fn is_absent(&self) -> bool {
        Nullable::is_absent(self)
    }
}

/// Visits the members of a structure, the fields in the order of its schema. Each method returns whether to continue.
#[doc(hidden)]
pub trait Visit {
    /// Visits a constant, which has no field; ignored by default.
    #[inline]
    fn tag<V: TagValue>(&mut self, _key: &'static str, _value: V) -> bool {
        true
    }

    /// Visits a field that is always present.
    fn required<T: Value>(&mut self, value: &T) -> bool;

    /// Visits a field that may be absent.
    fn optional<T: Value + Absence>(&mut self, value: &T) -> bool;

    /// Visits the map of the keys that have no field, and the name of its member.
    fn rest<T: Value>(&mut self, name: &'static str, rest: &Map<T>) -> bool;
}
