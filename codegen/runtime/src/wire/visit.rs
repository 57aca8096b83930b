//! What is done with all fields of a structure: a walk that the structure gives once, and a visitor for each use of it.
//!
//! Generated crates hold one list of fields for each structure in place of one for each use, which is most of what keeps
//! their compilation short.

use serde::Serialize;

use crate::types::{check::Check, map::Map, nullable::Nullable, redact::Redact};

/// What any field is.
pub trait Value: Serialize + Check + Redact {}

impl<T: Serialize + Check + Redact> Value for T {}

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

/// Sees the members of a structure, the fields in the order of its schema. Each answer is whether it wants the next.
pub trait Visit {
    /// A constant, which has no field; passed over unless it is overridden.
    #[inline]
    fn tag<T: Serialize>(&mut self, _key: &'static str, _value: T) -> bool {
        true
    }

    /// A field that is always there.
    fn required<T: Value>(&mut self, value: &T) -> bool;

    /// A field that may be left out.
    fn optional<T: Value + Absence>(&mut self, value: &T) -> bool;

    /// The keys that no field has, and the name of the member that holds them.
    fn rest<T: Value>(&mut self, name: &'static str, rest: &Map<T>) -> bool;
}
