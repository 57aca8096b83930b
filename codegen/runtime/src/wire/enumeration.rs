//! String enums that keep unknown values.

use std::{fmt, marker::PhantomData};

use serde::de::{Deserializer, Error, Visitor};

use crate::{
    types::{
        facts::{Facts, Texts},
        redact::{Privacy, Redact},
    },
    wire::drift,
};

/// An enum value that the specification does not list.
///
/// It is created only by `From<&str>` of an enum, so that a listed value always becomes its own variant.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownText(Box<str>);

impl UnknownText {
    #[doc(hidden)]
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// Returns the value.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(crate::types::redact::TEXT)
    }
}

impl Redact for UnknownText {
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        privacy.show(&self.0, f)
    }
}

impl fmt::Display for UnknownText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A string enum.
#[doc(hidden)]
pub trait StringEnum: for<'a> From<&'a str> {
    /// The name of the enum, for messages.
    const NAME: &'static str;
    /// The values that the specification lists.
    const VALUES: &'static [&'static str];

    /// Returns whether the specification does not list the value.
    fn is_unknown(&self) -> bool;
}

/// Returns the facts about the JSON of an enum.
#[must_use]
pub fn facts<T: StringEnum>() -> Vec<Facts<'static>> {
    vec![Facts::texts(Texts::Values(T::VALUES.into()))]
}

/// Decodes an enum value.
///
/// # Errors
/// When the input is not a string.
#[inline]
pub fn deserialize<'de, T: StringEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(EnumVisitor(PhantomData))
}

struct EnumVisitor<T>(PhantomData<T>);

impl<T: StringEnum> Visitor<'_> for EnumVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a string ({})", T::NAME)
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let value = T::from(text);
        if value.is_unknown() && drift::unknown_value(T::NAME, text) {
            return Err(drift::over());
        }
        Ok(value)
    }
}

/// Implements a string enum: `rt::string_enum! { AddressType { Residential = "residential" } }`.
///
/// The enum has these variants and `Unknown(rt::UnknownText)`. Implements `as_str`, `Debug`, `Display`, `Ord`,
/// `From<&str>`, `From<&String>`, `From<String>`, `Serialize`, `Deserialize`, and the traits of the runtime.
#[doc(hidden)]
#[macro_export]
macro_rules! __string_enum {
    ($name:ident $(with $privacy:ident)? { $($variant:ident = $text:literal),* $(,)? }) => {
        impl $name {
            /// Returns the value as it is written in JSON and in a URL.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text.as_str(),
                }
            }
        }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    _ => Self::Unknown($crate::rt::UnknownText::new(text)),
                }
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::core::convert::From<&::std::string::String> for $name {
            #[inline]
            fn from(text: &::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        /// In the order of the texts.
        impl ::core::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(self.as_str(), other.as_str())
            }
        }

        /// In the order of the texts.
        impl ::core::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        impl $crate::rt::expand::StringEnum for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const VALUES: &'static [&'static str] = &[$($text),*];

            #[inline]
            fn is_unknown(&self) -> bool {
                ::core::matches!(self, Self::Unknown(_))
            }
        }

        impl<'de> $crate::rt::expand::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::rt::expand::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::rt::expand::deserialize_enum(deserializer)
            }
        }

        impl $crate::rt::expand::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::rt::expand::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        /// Shows the name of the variant; an unknown value stays hidden.
        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::rt::expand::Redact::redact(self, f, <Self as $crate::rt::expand::Redact>::PRIVACY)
            }
        }

        /// Writes the value as in JSON and in a URL.
        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::rt::Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self::Unknown($crate::rt::UnknownText::new(""))
            }
        }

        impl $crate::rt::expand::Check for $name {
            fn facts(_: $crate::rt::expand::Depth) -> ::std::vec::Vec<$crate::rt::expand::Facts<'static>> {
                $crate::rt::expand::enum_facts::<Self>()
            }

            #[inline]
            fn check(
                &self,
                _: $crate::rt::Limits,
                _: $crate::rt::expand::At<'_>,
            ) -> ::core::result::Result<(), $crate::rt::expand::Violation> {
                ::core::result::Result::Ok(())
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
                    $(Self::$variant => f.write_str(::core::stringify!($variant)),)*
                    Self::Unknown(text) => {
                        f.debug_tuple("Unknown").field(&$crate::rt::expand::Redacted(text, privacy)).finish()
                    }
                }
            }
        }

        impl $crate::rt::expand::QueryValue for $name {
            #[inline]
            fn query_text(&self) -> ::std::borrow::Cow<'_, str> {
                ::std::borrow::Cow::Borrowed(self.as_str())
            }
        }

        impl $crate::rt::expand::PathValue for $name {
            #[inline]
            fn path_text(&self) -> ::std::borrow::Cow<'_, str> {
                ::std::borrow::Cow::Borrowed(self.as_str())
            }
        }
    };
}

#[cfg(test)]
mod tests;
