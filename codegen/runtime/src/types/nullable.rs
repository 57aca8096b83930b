//! Fields that can be absent, null, or a value.

use std::{collections::HashMap, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::types::{
    check::{At, Check, Limits, Violation},
    date::Date,
    datetime::DateTime,
    empty::Empty,
    facts::{Depth, Facts, Kinds},
    json::Json,
    json_number::JsonNumber,
    map::Map,
    number::Number,
    numeric_string::NumericString,
    redact::{Privacy, Redact, Redacted},
    secret::Secret,
    text::Text,
};

/// A field for which absent, `null` and a value mean three different things.
///
/// Setters take anything that converts into it: a value, or `None` for `null`. A field that is not set stays
/// [`Absent`](Self::Absent), and is not sent.
///
/// ```
/// use openapi_client_runtime::Nullable;
///
/// fn set(channels: impl Into<Nullable<Vec<i64>>>) -> Nullable<Vec<i64>> {
///     channels.into()
/// }
/// assert_eq!(set(None), Nullable::Null);
/// assert_eq!(set([1, 2]), Nullable::Value(vec![1, 2]));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nullable<T> {
    /// The field is absent.
    #[default]
    Absent,
    /// The field is `null`.
    Null,
    /// The field has a value.
    Value(T),
}

impl<T> Nullable<T> {
    /// Returns whether the field is absent.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Returns whether the field is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns the value, if there is one.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Returns the value, to change it, if there is one.
    #[must_use]
    pub const fn value_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Converts into an `Option`; absent and null are both `None`.
    #[must_use]
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Converts from `&Nullable<T>` to `Nullable<&T>`.
    #[must_use]
    pub const fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(value),
        }
    }

    /// Applies a function to the value, if there is one.
    #[must_use]
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Nullable<U> {
        match self {
            Self::Absent => Nullable::Absent,
            Self::Null => Nullable::Null,
            Self::Value(value) => Nullable::Value(f(value)),
        }
    }
}

impl<T: std::ops::Deref> Nullable<T> {
    /// Returns the dereferenced value, such as `&str` for a `String`, if there is one.
    #[must_use]
    pub fn as_deref(&self) -> Option<&T::Target> {
        self.value().map(|value| &**value)
    }
}

impl<T> From<T> for Nullable<T> {
    #[inline]
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` becomes `null`.
impl<T> From<Option<T>> for Nullable<T> {
    #[inline]
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl<T, const N: usize> From<[T; N]> for Nullable<Vec<T>> {
    #[inline]
    fn from(values: [T; N]) -> Self {
        Self::Value(values.into())
    }
}

impl<T: Clone> From<&[T]> for Nullable<Vec<T>> {
    #[inline]
    fn from(values: &[T]) -> Self {
        Self::Value(values.into())
    }
}

impl<const N: usize> From<[&str; N]> for Nullable<Vec<String>> {
    #[inline]
    fn from(values: [&str; N]) -> Self {
        Self::Value(values.map(str::to_owned).into())
    }
}

impl From<Vec<&str>> for Nullable<Vec<String>> {
    #[inline]
    fn from(values: Vec<&str>) -> Self {
        Self::Value(values.into_iter().map(str::to_owned).collect())
    }
}

impl<K: Into<String>, V, const N: usize> From<[(K, V); N]> for Nullable<Map<V>> {
    #[inline]
    fn from(entries: [(K, V); N]) -> Self {
        Self::Value(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }
}

impl<K: Into<String>, V> From<HashMap<K, V>> for Nullable<Map<V>> {
    #[inline]
    fn from(entries: HashMap<K, V>) -> Self {
        Self::Value(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }
}

/// The conversions that a setter of the plain type accepts as well.
macro_rules! from_into {
    ($($target:ty: $($source:ty),+;)+) => {
        $($(impl From<$source> for Nullable<$target> {
            #[inline]
            fn from(value: $source) -> Self {
                Self::Value(value.into())
            }
        })+)+
    };
}

from_into! {
    String: &str, &String;
    Text: &str, String, &String, i32, u32, i64, u64;
    Secret: &str, String, &String;
    Number: rust_decimal::Decimal, i32, i64;
    JsonNumber: f64, rust_decimal::Decimal, i32, i64, u64;
    NumericString: rust_decimal::Decimal, i32, u32, i64, u64;
    Json: serde_json::Value;
    Date: &str, String, &String;
    DateTime: std::time::SystemTime, &str, String, &String;
}

#[cfg(feature = "time")]
from_into! {
    Date: time::Date;
    DateTime: time::OffsetDateTime;
}

#[cfg(feature = "jiff")]
from_into! {
    Date: jiff::civil::Date;
    DateTime: jiff::Timestamp, jiff::ZonedDateTime, &jiff::ZonedDateTime;
}

#[cfg(feature = "chrono")]
from_into! {
    Date: chrono::NaiveDate;
    DateTime: chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::FixedOffset>;
}

impl<T: Serialize> Serialize for Nullable<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

impl<T> Empty for Nullable<T> {
    #[inline]
    fn empty() -> Self {
        Self::Absent
    }
}

impl<T: Check> Check for Nullable<T> {
    fn facts(depth: Depth) -> Vec<Facts<'static>> {
        T::facts(depth).into_iter().chain([Facts::of(Kinds::NULL)]).collect()
    }

    #[inline]
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        self.value().map_or(Ok(()), |value| value.check(limits, at))
    }
}

impl<T: Redact> Redact for Nullable<T> {
    const PRIVACY: Privacy = T::PRIVACY;

    #[inline]
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        fmt::Debug::fmt(&self.as_ref().map(|value| Redacted(value, privacy)), f)
    }
}

#[cfg(test)]
mod tests;
