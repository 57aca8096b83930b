//! The visitors of a structure's fields: one writes them, one checks their limits, one shows them.

use std::{fmt, slice};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Field, Object};
use crate::{
    types::{
        check::{At, Check, Limits, Violation},
        map::Map,
        redact::Redacted,
    },
    wire::visit::{Absence, Value, Visit},
};

/// Writes a structure.
///
/// # Errors
/// When the serializer fails.
#[inline]
pub fn serialize<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer { map: serializer.serialize_map(None)?, fields: T::SCHEMA.fields.iter(), failed: None };
    object.visit(&mut writer);
    match writer.failed {
        None => writer.map.end(),
        Some(error) => Err(error),
    }
}

struct Writer<M: SerializeMap> {
    map: M,
    fields: slice::Iter<'static, Field>,
    failed: Option<M::Error>,
}

impl<M: SerializeMap> Writer<M> {
    // Only a reference to the map escapes, so that the position among the fields stays in a register.
    #[inline(always)]
    fn entry<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> bool {
        self.failed = self.map.serialize_entry(key, value).err();
        self.failed.is_none()
    }
}

impl<M: SerializeMap> Visit for Writer<M> {
    #[inline(always)]
    fn tag<T: Serialize>(&mut self, key: &'static str, value: T) -> bool {
        self.entry(key, &value)
    }

    #[inline(always)]
    fn required<T: Value>(&mut self, value: &T) -> bool {
        self.fields.next().is_some_and(|field| self.entry(field.key, value))
    }

    #[inline(always)]
    fn optional<T: Value + Absence>(&mut self, value: &T) -> bool {
        self.fields.next().is_some_and(|field| value.is_absent() || self.entry(field.key, value))
    }

    #[inline(always)]
    fn rest<T: Value>(&mut self, _: &'static str, rest: &Map<T>) -> bool {
        rest.iter().all(|(key, value)| self.entry(key, value))
    }
}

/// Checks the limits of the fields of a structure, which is at `at`.
///
/// # Errors
/// When one violates its limits.
#[inline]
pub fn check<T: Object>(object: &T, at: At<'_>) -> Result<(), Violation> {
    let mut checker = Checker { at, fields: T::SCHEMA.fields.iter(), found: None };
    object.visit(&mut checker);
    checker.found.map_or(Ok(()), Err)
}

struct Checker<'a> {
    at: At<'a>,
    fields: slice::Iter<'static, Field>,
    found: Option<Violation>,
}

impl Visit for Checker<'_> {
    #[inline]
    fn required<T: Value>(&mut self, value: &T) -> bool {
        self.fields.next().is_some_and(|field| {
            self.found = value.check(field.limits, self.at.key(field.key)).err();
            self.found.is_none()
        })
    }

    #[inline]
    fn optional<T: Value + Absence>(&mut self, value: &T) -> bool {
        self.required(value)
    }

    #[inline]
    fn rest<T: Value>(&mut self, _: &'static str, rest: &Map<T>) -> bool {
        self.found = rest.check(Limits::NONE, self.at).err();
        self.found.is_none()
    }
}

/// Shows a structure without personal data, as `Debug` and [`Redact`](crate::types::redact::Redact) do.
///
/// # Errors
/// When the formatter fails.
#[inline]
pub fn redact<T: Object>(object: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut shower = Shower { shown: f.debug_struct(T::SCHEMA.name), fields: T::SCHEMA.fields.iter() };
    object.visit(&mut shower);
    shower.shown.finish()
}

struct Shower<'a, 'b> {
    shown: fmt::DebugStruct<'a, 'b>,
    fields: slice::Iter<'static, Field>,
}

impl Visit for Shower<'_, '_> {
    #[inline]
    fn required<T: Value>(&mut self, value: &T) -> bool {
        self.fields.next().is_some_and(|field| {
            self.shown.field(field.key, &Redacted(value));
            true
        })
    }

    #[inline]
    fn optional<T: Value + Absence>(&mut self, value: &T) -> bool {
        if value.is_absent() { self.fields.next().is_some() } else { self.required(value) }
    }

    #[inline]
    fn rest<T: Value>(&mut self, name: &'static str, rest: &Map<T>) -> bool {
        self.shown.field(name, &Redacted(rest));
        true
    }
}
