//! Unions: the branch is selected by what the JSON shows, never by trial alone.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor,
};
use serde_json::value::RawValue;

use crate::{
    types::json::Json,
    wire::{drift, json_path},
};

/// The condition for a JSON value to be read as a branch.
#[derive(Debug)]
pub enum Guard {
    /// It has this type.
    Type(JsonType),
    /// It is an object with this key.
    Key(&'static str),
    /// It is an object in which this key has one of these strings.
    Tag(&'static str, &'static [&'static str]),
}

/// The types of JSON values that a union can distinguish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// `"text"`
    String,
    /// `12.5`
    Number,
    /// `true`
    Boolean,
    /// `[…]`
    Array,
    /// `{…}`
    Object,
}

impl JsonType {
    /// Returns the type of a JSON text; `None` for `null`.
    fn of(json: &str) -> Option<Self> {
        Some(match json.bytes().next()? {
            b'"' => Self::String,
            b'{' => Self::Object,
            b'[' => Self::Array,
            b't' | b'f' => Self::Boolean,
            b'-' | b'0'..=b'9' => Self::Number,
            _ => return None,
        })
    }
}

/// A union.
pub trait Union: Sized {
    /// The name of the union, for messages.
    const NAME: &'static str;
    /// The guards of the branches, in the order in which they are tried.
    const GUARDS: &'static [Guard];

    /// Reads the branch with that number.
    ///
    /// # Errors
    /// When the JSON does not match the branch.
    fn read(branch: usize, json: &str) -> Result<Self, serde_json::Error>;

    /// Keeps a value that matches no branch.
    fn unknown(json: Json) -> Self;
}

/// Decodes a union. A value that matches no branch is kept as raw JSON, and reported as drift.
///
/// # Errors
/// When the input is not JSON.
#[inline]
pub fn deserialize<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    if depth(json.get()) <= DEEPEST
        && let Some(branch) = candidate(T::GUARDS, json.get())
        && let Some(value) = drift::attempt(|| T::read(branch, json.get()))?
    {
        return Ok(value);
    }
    if drift::unknown_shape(T::NAME) {
        return Err(drift::over());
    }
    Ok(T::unknown(Json::from(json)))
}

/// Deeper values are kept as raw JSON. Each union reads a text of its own, so serde_json's limit, which protects the
/// stack, would start again in each.
const DEEPEST: usize = 64;

/// Returns how deep the arrays and objects of a JSON text are nested.
pub(crate) fn depth(json: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut is_text, mut is_escaped) = (false, false);
    for byte in json.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            _ if is_text => {}
            b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Returns the first branch whose guard accepts the value.
fn candidate(guards: &'static [Guard], json: &str) -> Option<usize> {
    let json_type = JsonType::of(json)?;
    let by_type = guards.iter().position(|guard| matches!(guard, Guard::Type(t) if *t == json_type));
    if json_type != JsonType::Object {
        return by_type;
    }
    let by_keys = serde_json::Deserializer::from_str(json).deserialize_map(CandidateVisitor(guards)).ok()?;
    [by_type, by_keys].into_iter().flatten().min()
}

/// Looks through the keys of an object once, for the first guard that they satisfy.
struct CandidateVisitor(&'static [Guard]);

impl<'de> Visitor<'de> for CandidateVisitor {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<usize>, A::Error> {
        let mut best = None;
        while let Some(key) = map.next_key_seed(KeySeed(self.0))? {
            let by_tag = match key.tag {
                Some(tag) => self.tagged(tag, map.next_value::<&RawValue>()?),
                None => map.next_value::<IgnoredAny>().map(|_| None)?,
            };
            best = [best, key.by_key, by_tag].into_iter().flatten().min();
        }
        Ok(best)
    }
}

impl CandidateVisitor {
    fn tagged(&self, tag: &str, value: &RawValue) -> Option<usize> {
        let text: String = serde_json::from_str(value.get()).ok()?;
        self.0.iter().position(
            |guard| matches!(guard, Guard::Tag(name, texts) if *name == tag && texts.contains(&text.as_str())),
        )
    }
}

/// What a key of the object says about the branch.
struct KeyMatch {
    /// The first branch that requires this key.
    by_key: Option<usize>,
    /// The key itself, if it is a discriminator of some branch.
    tag: Option<&'static str>,
}

struct KeySeed(&'static [Guard]);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = KeyMatch;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<KeyMatch, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = KeyMatch;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<KeyMatch, E> {
        Ok(KeyMatch {
            by_key: self.0.iter().position(|guard| matches!(guard, Guard::Key(name) if *name == key)),
            tag: self.0.iter().find_map(|guard| match guard {
                Guard::Tag(name, _) if *name == key => Some(*name),
                _ => None,
            }),
        })
    }
}

/// Reads the text of a union as one of its branches.
///
/// # Errors
/// When the JSON does not match the branch.
#[doc(hidden)]
#[inline]
pub fn branch<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    json_path::from_str(json)
}

/// Returns the error for a number that no branch has, which never happens.
#[doc(hidden)]
#[must_use]
pub fn no_branch() -> serde_json::Error {
    serde_json::Error::custom("no such branch")
}

/// Describes a union: one row per branch, with its guard.
///
/// ```text
/// rt::union! {
///     FieldValue {
///         Text(String) if type string,
///         Owner(OwnerValue) if key "owner_id",
///         Rule(Rule) if tag "type" = "a" | "b",
///     }
/// }
/// ```
///
/// The enum has these variants and `Unknown(rt::Json)`. Implements `Debug`, `Serialize`, `Deserialize`, and the traits of
/// the runtime.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    (@guard type string) => { $crate::rt::expand::Guard::Type($crate::rt::expand::JsonType::String) };
    (@guard type number) => { $crate::rt::expand::Guard::Type($crate::rt::expand::JsonType::Number) };
    (@guard type boolean) => { $crate::rt::expand::Guard::Type($crate::rt::expand::JsonType::Boolean) };
    (@guard type array) => { $crate::rt::expand::Guard::Type($crate::rt::expand::JsonType::Array) };
    (@guard type object) => { $crate::rt::expand::Guard::Type($crate::rt::expand::JsonType::Object) };
    (@guard key $key:literal) => { $crate::rt::expand::Guard::Key($key) };
    (@guard tag $key:literal = $($text:literal)|+) => { $crate::rt::expand::Guard::Tag($key, &[$($text),+]) };

    ($name:ident {
        $($variant:ident($branch:ty) if $guard:ident $($json_type:ident)? $($key:literal $(= $($text:literal)|+)?)?),*
        $(,)?
    }) => {
        impl $crate::rt::expand::Union for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const GUARDS: &'static [$crate::rt::expand::Guard] = &[
                $($crate::__union!(@guard $guard $($json_type)? $($key $(= $($text)|+)?)?),)*
            ];

            #[inline]
            fn read(branch: usize, json: &str) -> ::core::result::Result<Self, $crate::rt::expand::serde_json::Error> {
                // The variants number the branches as the guards do.
                #[allow(clippy::enum_variant_names)]
                enum Index {
                    $($variant,)*
                }
                $(if branch == Index::$variant as usize {
                    return $crate::rt::expand::read_branch(json).map(Self::$variant);
                })*
                ::core::result::Result::Err($crate::rt::expand::no_branch())
            }

            #[inline]
            fn unknown(json: $crate::Json) -> Self {
                Self::Unknown(json)
            }
        }

        impl<'de> $crate::rt::expand::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::rt::expand::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::rt::expand::deserialize_union(deserializer)
            }
        }

        impl $crate::rt::expand::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::rt::expand::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::rt::expand::serde::Serialize::serialize(value, serializer),)*
                    Self::Unknown(json) => $crate::rt::expand::serde::Serialize::serialize(json, serializer),
                }
            }
        }

        impl $crate::rt::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self::Unknown($crate::rt::Empty::empty())
            }
        }

        impl $crate::rt::expand::Check for $name {
            #[inline]
            fn check(
                &self,
                limits: $crate::rt::Limits,
                at: $crate::rt::expand::At<'_>,
            ) -> ::core::result::Result<(), $crate::rt::expand::Violation> {
                match self {
                    $(Self::$variant(value) => $crate::rt::expand::Check::check(value, limits, at),)*
                    Self::Unknown(json) => $crate::rt::expand::Check::check(json, limits, at),
                }
            }
        }

        impl $crate::rt::expand::Redact for $name {
            #[inline]
            fn redact(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $(Self::$variant(value) => f
                        .debug_tuple(::core::stringify!($variant))
                        .field(&$crate::rt::expand::Redacted(value))
                        .finish(),)*
                    Self::Unknown(json) => f.debug_tuple("Unknown").field(json).finish(),
                }
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::rt::expand::Redact::redact(self, f)
            }
        }
    };
}

#[cfg(test)]
mod tests;
