//! The visitors of a structure's fields: one writes them, one checks their limits, one shows them, one describes them.

use std::{fmt, slice};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Field, Object, Schema};
use crate::{
    types::{
        check::{At, Check, Limits, Violation},
        facts::{self, Depth, Facts, Inner, KeyFacts, Kinds},
        map::Map,
        redact::{Privacy, Redacted},
        unknown_fields::UnknownFields,
    },
    wire::{
        tag::TagValue,
        visit::{Absence, Value, Visit},
    },
};

/// Writes a structure.
///
/// # Errors
/// When the serializer fails.
#[inline]
pub fn serialize<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let unknown = object.unknown();
    let map = serializer.serialize_map(None)?;
    let mut writer = Writer { map, fields: T::SCHEMA.fields.iter(), unknown, failed: None };
    if object.visit(&mut writer) && !unknown.is_unused() {
        writer.unknown(T::SCHEMA);
    }
    match writer.failed {
        None => writer.map.end(),
        Some(error) => Err(error),
    }
}

struct Writer<'a, M: SerializeMap> {
    map: M,
    fields: slice::Iter<'static, Field>,
    unknown: &'a UnknownFields,
    failed: Option<M::Error>,
}

impl<M: SerializeMap> Writer<'_, M> {
    // Only a reference to the map escapes, so that the position among the fields stays in a register.
    #[inline(always)]
    fn entry<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> bool {
        self.failed = self.map.serialize_entry(key, value).err();
        self.failed.is_none()
    }

    /// Writes a tag as it was read.
    #[cold]
    fn other_tag<V: TagValue>(&mut self, key: &'static str, value: V) -> bool {
        match self.unknown.entry(key) {
            Some(Some(other)) => self.entry(key, other),
            // It was missing.
            Some(None) => true,
            None => self.entry(key, &value),
        }
    }

    /// Writes the fields that the structure does not have.
    #[cold]
    fn unknown(&mut self, schema: &Schema) {
        let is_known = |key: &str| schema.tags.contains(&key) || schema.fields.iter().any(|field| field.key == key);
        for (key, value) in self.unknown.iter().filter(|(key, _)| !is_known(key)) {
            if !self.entry(key, value) {
                return;
            }
        }
    }
}

impl<M: SerializeMap> Visit for Writer<'_, M> {
    #[inline(always)]
    fn tag<V: TagValue>(&mut self, key: &'static str, value: V) -> bool {
        if self.unknown.is_unused() { self.entry(key, &value) } else { self.other_tag(key, value) }
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

/// Shows a structure, as `Debug` and [`Redact`](crate::types::redact::Redact) do.
///
/// # Errors
/// When the formatter fails.
#[inline]
pub fn redact<T: Object>(object: &T, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
    let mut shower = Shower { shown: f.debug_struct(T::SCHEMA.name), fields: T::SCHEMA.fields.iter(), privacy };
    object.visit(&mut shower);
    if !object.unknown().is_empty() {
        shower.shown.field("unknown_fields", &format_args!("<{}>", object.unknown().len()));
    }
    shower.shown.finish()
}

struct Shower<'a, 'b> {
    shown: fmt::DebugStruct<'a, 'b>,
    privacy: Privacy,
    fields: slice::Iter<'static, Field>,
}

impl Visit for Shower<'_, '_> {
    #[inline]
    fn required<T: Value>(&mut self, value: &T) -> bool {
        self.fields.next().is_some_and(|field| {
            self.shown.field(field.key, &Redacted(value, self.privacy.inside(field.sensitive)));
            true
        })
    }

    #[inline]
    fn optional<T: Value + Absence>(&mut self, value: &T) -> bool {
        if value.is_absent() { self.fields.next().is_some() } else { self.required(value) }
    }

    #[inline]
    fn rest<T: Value>(&mut self, name: &'static str, rest: &Map<T>) -> bool {
        self.shown.field(name, &Redacted(rest, self.privacy));
        true
    }
}

/// Returns the facts about the JSON of a structure.
#[must_use]
pub fn facts<T: Object>(depth: Depth) -> Vec<Facts<'static>> {
    let mut found = Facts::of(Kinds::OBJECT);
    if depth.with_keys() {
        let mut describer = Describer { depth: depth.of_key(), fields: T::SCHEMA.fields.iter(), found: &mut found };
        T::empty().visit(&mut describer);
    }
    vec![found]
}

/// Describes the fields. It looks at their types, not at their values.
struct Describer<'a> {
    depth: Depth,
    fields: slice::Iter<'static, Field>,
    found: &'a mut Facts<'static>,
}

impl Visit for Describer<'_> {
    fn tag<V: TagValue>(&mut self, key: &'static str, value: V) -> bool {
        let constant = Some(value.into());
        self.found.keys.push(KeyFacts { constant, ..KeyFacts::of(key, V::KINDS) });
        true
    }

    fn required<T: Value>(&mut self, _: &T) -> bool {
        self.key::<T>(Kinds::NONE)
    }

    fn optional<T: Value + Absence>(&mut self, _: &T) -> bool {
        self.key::<T>(if T::KEEPS_NULL { Kinds::NONE } else { Kinds::NULL })
    }

    fn rest<T: Value>(&mut self, _: &'static str, _: &Map<T>) -> bool {
        self.found.rest = Some(facts::together(&T::facts(self.depth)).0);
        true
    }
}

impl Describer<'_> {
    /// Describes the next key, whose values are not of some kinds that its type reads.
    fn key<T: Value>(&mut self, without: Kinds) -> bool {
        self.fields.next().is_some_and(|field| {
            let (kinds, texts) = facts::together(&T::facts(self.depth));
            let Field { key, required, .. } = *field;
            let inner = Inner::Later(T::facts);
            let kinds = kinds.without(without);
            self.found.keys.push(KeyFacts { key, required, kinds, texts, constant: None, inner });
            true
        })
    }
}
