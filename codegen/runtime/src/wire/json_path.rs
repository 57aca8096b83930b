//! Reads JSON and tracks the path: slower than plain reading, so only for errors and drift that need a location.
//!
//! The current path is thread-local, like drift, because a union decodes its branch from a text of its own.

mod integer;
mod pointer;
mod repair;

use std::{cell::RefCell, fmt};

use self::pointer::path;
pub(crate) use self::pointer::{pointer, push_escaped};
pub(crate) use self::repair::{Failed, Skipped, forgive_null, repair, without_position};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

/// A step into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// To the key of a structure.
    Key(Box<str>),
    /// To an arbitrary key, which may be personal data and is not kept.
    AnyKey,
    Index(usize),
}

/// The placeholder for an arbitrary key.
pub(crate) const ANY_KEY: &str = "*";

#[derive(Default)]
struct CurrentPath {
    steps: Vec<Step>,
    /// Whether the last key is one that an open structure keeps.
    is_free: bool,
    /// Whether an integer was accepted that is written with a fraction or an exponent.
    has_whole: bool,
    /// The state of lenient decoding.
    repair: Option<repair::Repair>,
}

thread_local! {
    static CURRENT: RefCell<Option<CurrentPath>> = const { RefCell::new(None) };
}

/// What [`follow`] found.
pub(crate) struct Read<T> {
    pub(crate) result: Result<T, serde_json::Error>,
    /// The path at which the reading failed, such as `data[3].id`; `None` for the whole.
    pub(crate) path: Option<String>,
    /// Whether an integer was accepted that is written with a fraction or an exponent.
    pub(crate) has_whole: bool,
}

/// Reads `json` as a `T`, and returns the path at which that failed. An integer may be written as `5.0` or `1e3`.
pub(crate) fn follow<T: DeserializeOwned>(json: &str) -> Read<T> {
    CURRENT.set(Some(CurrentPath::default()));
    let result = read(json);
    let current = CURRENT.take().unwrap_or_default();
    Read { result, path: path(&current.steps), has_whole: current.has_whole }
}

/// Reads a value that was kept as text while its surroundings were read: the path continues in it.
pub(crate) fn from_str<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    match CURRENT.with_borrow(|current| current.as_ref().map(|current| current.steps.len())) {
        None => serde_json::from_str(json).or_else(|error| read(json).map_err(|_| error)),
        // A failure here does not fail the whole.
        Some(depth) => {
            // A value that the branch does not accept is kept as raw JSON: there is nothing to repair.
            let repair = with(|current| current.repair.take()).flatten();
            let result = read(json);
            if result.is_err() {
                with(|current| current.steps.truncate(depth));
            }
            with(|current| current.repair = repair);
            result
        }
    }
}

#[cold]
fn read<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(json);
    let value = T::deserialize(Followed::new(&mut json))?;
    json.end().map(|()| value)
}

/// Marks the last key as one of an open structure, which has no field for it.
pub(crate) fn free_key() {
    with(|current| current.is_free = true);
}

fn with<R>(change: impl FnOnce(&mut CurrentPath) -> R) -> Option<R> {
    CURRENT.with_borrow_mut(|current| current.as_mut().map(change))
}

/// Takes a step while `walk` succeeds: after a failure the path shows where it happened.
fn step<R, E>(step: Step, walk: impl FnOnce() -> Result<R, E>) -> Result<R, E> {
    with(|current| current.steps.push(step));
    let value = walk()?;
    with(|current| drop(current.steps.pop()));
    Ok(value)
}

/// A wrapper of any type of serde that tracks the path.
struct Followed<T> {
    inner: T,
    /// For a visitor: whether it asked for a map, whose values can be read separately.
    is_map: bool,
}

impl<T> Followed<T> {
    fn new(inner: T) -> Self {
        Self { inner, is_map: false }
    }
}

/// The deserializer's methods, each as `$each!` has it.
macro_rules! hints {
    ($each:ident) => {
        $each! {
            deserialize_any() deserialize_bool()
            deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i128()
            deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u128()
            deserialize_f32() deserialize_f64() deserialize_char() deserialize_str() deserialize_string()
            deserialize_bytes() deserialize_byte_buf() deserialize_option() deserialize_unit()
            deserialize_unit_struct(name: &'static str) deserialize_newtype_struct(name: &'static str)
            deserialize_seq() deserialize_tuple(len: usize)
            deserialize_tuple_struct(name: &'static str, len: usize)
            deserialize_struct(name: &'static str, fields: &'static [&'static str])
            deserialize_enum(name: &'static str, variants: &'static [&'static str])
        }
    };
}

macro_rules! followed {
    ($($hint:ident($($name:ident: $type:ty),*))*) => {
        $(fn $hint<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$hint($($name,)* Followed::new(visitor))
        })*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Followed<D> {
    type Error = D::Error;

    hints!(followed);

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        integer::read(self.inner, visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        integer::read(self.inner, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_map(Followed { inner: visitor, is_map: true })
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_identifier(Followed::new(visitor))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_ignored_any(visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visits {
    ($($visit:ident($type:ty))*) => {
        $(fn $visit<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.inner.$visit(value)
        })*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Followed<V> {
    type Value = V::Value;

    visits! {
        visit_bool(bool) visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128) visit_f64(f64)
        visit_char(char) visit_str(&str) visit_borrowed_str(&'de str) visit_string(String)
        visit_bytes(&[u8]) visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Followed::new(deserializer))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Followed::new(deserializer))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(Items { seq, next: 0 })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(Entries { map, key: Step::AnyKey, is_map: self.is_map })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(data)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Followed<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Followed::new(deserializer))
    }
}

struct Items<A> {
    seq: A,
    next: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        if repair::is_on() {
            return repair::next_element(&mut self.seq, &mut self.next, seed);
        }
        let index = self.next;
        self.next += 1;
        step(Step::Index(index), || self.seq.next_element_seed(Followed::new(seed)))
    }

    fn size_hint(&self) -> Option<usize> {
        self.seq.size_hint()
    }
}

struct Entries<A> {
    map: A,
    /// The last key.
    key: Step,
    is_map: bool,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.key = Step::AnyKey;
        with(|current| current.is_free = false);
        let key = self.map.next_key_seed(Key { inner: seed, seen: &mut self.key })?;
        with(|current| {
            if current.is_free {
                self.key = Step::AnyKey;
            }
        });
        Ok(key)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        if self.is_map && repair::is_on() {
            return repair::next_value(&mut self.map, self.key.clone(), seed);
        }
        step(self.key.clone(), || self.map.next_value_seed(Followed::new(seed)))
    }

    fn size_hint(&self) -> Option<usize> {
        self.map.size_hint()
    }
}

/// Tracks a key. Structures ask for an identifier, maps for a string: only the former is kept.
struct Key<'a, T> {
    inner: T,
    seen: &'a mut Step,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Key<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Key { inner: deserializer, seen: self.seen })
    }
}

macro_rules! forwarded {
    ($($hint:ident($($name:ident: $type:ty),*))*) => {
        $(fn $hint<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$hint($($name,)* visitor)
        })*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Key<'_, D> {
    type Error = D::Error;

    hints!(forwarded);

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_i64(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_u64(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_map(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_identifier(Key { inner: visitor, seen: self.seen })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_ignored_any(visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Key<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<V::Value, E> {
        *self.seen = Step::Key(key.into());
        self.inner.visit_str(key)
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<V::Value, E> {
        *self.seen = Step::Key(key.into());
        self.inner.visit_borrowed_str(key)
    }
}

#[cfg(test)]
mod tests;
