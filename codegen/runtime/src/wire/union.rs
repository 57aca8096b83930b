//! Unions: the branch is selected by what the JSON shows, never by trial.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error as _};
use serde_json::value::RawValue;

use crate::{
    types::{
        check::Check,
        facts::{Constant, Depth, Facts, Kinds},
        json::Json,
    },
    wire::{
        choice::{self, Choice},
        drift, json_path,
    },
};

/// A union.
#[doc(hidden)]
pub trait Union: Sized {
    /// The name of the union, for messages.
    const NAME: &'static str;

    /// Returns the facts about the JSON of each branch.
    #[must_use]
    fn branches(depth: Depth) -> Vec<Vec<Facts<'static>>>;

    /// Returns what selects a branch, which is prepared once.
    #[must_use]
    fn choice() -> &'static Choice<'static>;

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
        && let Some(branch) = T::choice().choose(json.get())
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

/// Returns the facts about the JSON of a union: those of all its branches.
#[must_use]
pub fn facts<T: Union>(depth: Depth) -> Vec<Facts<'static>> {
    // Unions may hold each other.
    let Some(inner) = depth.inner() else { return vec![Facts::of(Kinds::ALL)] };
    T::branches(inner).into_iter().flatten().collect()
}

/// Returns the facts about the JSON of a branch with these values of discriminators.
#[must_use]
pub fn branch_facts<T: Check>(depth: Depth, tags: &[(&'static str, &[Constant<'static>])]) -> Vec<Facts<'static>> {
    choice::tagged(T::facts(depth), tags)
}

/// Prepares the selection of a branch.
#[must_use]
pub fn choice<T: Union>() -> Choice<'static> {
    Choice::new(T::branches(Depth::BRANCH))
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

/// Implements the conversions of strings into the branch of a union that holds them:
/// `rt::text_branch! { FieldValue::Text; }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_branch {
    ($name:ident::$variant:ident;) => {
        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                Self::$variant(text)
            }
        }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                Self::$variant(text.into())
            }
        }

        impl ::core::convert::From<&::std::string::String> for $name {
            #[inline]
            fn from(text: &::std::string::String) -> Self {
                Self::$variant(text.into())
            }
        }
    };
}

/// Implements the conversions into branches of a union from what converts into their types, which are types of the
/// runtime: `rt::branch_from! { FieldValue::Number: i32, f64; }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __branch_from {
    ($($name:ident::$variant:ident: $($source:ty),+;)+) => {
        $($(impl ::core::convert::From<$source> for $name {
            #[inline]
            fn from(value: $source) -> Self {
                Self::$variant(value.into())
            }
        })+)+
    };
}

/// Implements the conversions into branches of a union that are arrays, from arrays of such elements, and from vectors of
/// what converts into them: `rt::branch_from_arrays! { FieldValue::List: String, &str; }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __branch_from_arrays {
    ($($name:ident::$variant:ident: $own:ty $(, $source:ty)*;)+) => {
        $(impl<const N: usize> ::core::convert::From<[$own; N]> for $name {
            #[inline]
            fn from(values: [$own; N]) -> Self {
                Self::$variant(values.into())
            }
        }

        $(impl<const N: usize> ::core::convert::From<[$source; N]> for $name {
            #[inline]
            fn from(values: [$source; N]) -> Self {
                Self::$variant(values.into_iter().map(::core::convert::Into::into).collect())
            }
        }

        impl ::core::convert::From<::std::vec::Vec<$source>> for $name {
            #[inline]
            fn from(values: ::std::vec::Vec<$source>) -> Self {
                Self::$variant(values.into_iter().map(::core::convert::Into::into).collect())
            }
        })*)+
    };
}

/// Describes a union: one row per branch, with its guard.
///
/// ```text
/// rt::union! {
///     FieldValue {
///         Text(String),
///         Owner(OwnerValue),
///         Rule(Rule) if "type" = "a" | "b",
///     }
/// }
/// ```
///
/// A row has the values of a discriminator for its branch, if there is one. Everything else by which the branches are
/// told apart is known from their types: see [`Choice`].
///
/// The enum has these variants and `Unknown(rt::Json)`. Implements `Debug`, `Serialize`, `Deserialize`, and the traits of
/// the runtime.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    ($name:ident $(with $privacy:ident)? {
        $($variant:ident($branch:ty) $(if $($key:literal = $($value:literal)|+)&+)?),* $(,)?
    }) => {
        impl $crate::rt::expand::Union for $name {
            const NAME: &'static str = ::core::stringify!($name);

            fn branches(
                depth: $crate::rt::expand::Depth,
            ) -> ::std::vec::Vec<::std::vec::Vec<$crate::rt::expand::Facts<'static>>> {
                ::std::vec![$($crate::rt::expand::branch_facts::<$branch>(
                    depth,
                    &[$($(($key, &[$($crate::rt::expand::Constant::from($value)),+])),+)?],
                )),*]
            }

            #[inline]
            fn choice() -> &'static $crate::rt::expand::Choice<'static> {
                static CHOICE: ::std::sync::OnceLock<$crate::rt::expand::Choice<'static>> =
                    ::std::sync::OnceLock::new();
                CHOICE.get_or_init($crate::rt::expand::choice::<$name>)
            }

            #[inline]
            fn read(branch: usize, json: &str) -> ::core::result::Result<Self, $crate::rt::expand::serde_json::Error> {
                // The variants number the branches as the facts do.
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
            fn facts(depth: $crate::rt::expand::Depth) -> ::std::vec::Vec<$crate::rt::expand::Facts<'static>> {
                $crate::rt::expand::union_facts::<Self>(depth)
            }

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
            $(const PRIVACY: $crate::rt::expand::Privacy = $crate::rt::expand::Privacy::$privacy;)?

            #[inline]
            fn redact(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
                privacy: $crate::rt::expand::Privacy,
            ) -> ::core::fmt::Result {
                match self {
                    $(Self::$variant(value) => f
                        .debug_tuple(::core::stringify!($variant))
                        .field(&$crate::rt::expand::Redacted(value, privacy))
                        .finish(),)*
                    Self::Unknown(json) => {
                        f.debug_tuple("Unknown").field(&$crate::rt::expand::Redacted(json, privacy)).finish()
                    }
                }
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::rt::expand::Redact::redact(self, f, <Self as $crate::rt::expand::Redact>::PRIVACY)
            }
        }
    };
}

#[cfg(test)]
mod tests;
