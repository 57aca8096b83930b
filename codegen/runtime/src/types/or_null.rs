//! What setters of fields that may be null take.

use crate::types::nullable::Nullable;

/// A value for a field that may be null: the value itself, whatever converts into it, or `None` for `null`.
///
/// `Field` is the type of the field, `Option<T>` or `Nullable<T>`. `By` is inferred: it only keeps the three ways apart.
///
/// ```
/// use openapi_client_runtime::{Nullable, rt::OrNull};
///
/// # #[derive(Debug, PartialEq)]
/// enum Id {
///     Number(u64),
///     Text(String),
/// }
/// # impl From<u64> for Id { fn from(number: u64) -> Self { Self::Number(number) } }
/// # impl From<&str> for Id { fn from(text: &str) -> Self { Self::Text(text.to_owned()) } }
///
/// fn set<By>(id: impl OrNull<Nullable<Id>, By>) -> Nullable<Id> {
///     id.or_null()
/// }
/// assert_eq!(set(7), Nullable::Value(Id::Number(7)));
/// assert_eq!(set("a"), Nullable::Value(Id::Text("a".to_owned())));
/// assert_eq!(set(Some(Id::Number(7))), Nullable::Value(Id::Number(7)));
/// assert_eq!(set(None), Nullable::Null);
/// assert_eq!(set(Nullable::Absent), Nullable::Absent);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not convert into the value of a `{Field}`",
    note = "pass the value, something with a conversion into it, or `None` for null"
)]
#[doc(hidden)]
pub trait OrNull<Field, By> {
    /// Converts into the value of the field.
    fn or_null(self) -> Field;
}

/// Something that converts into the value.
#[derive(Debug)]
pub enum ByValue {}

/// An `Option`: `None` is null.
#[derive(Debug)]
pub enum ByOption {}

/// The value of such a field.
#[derive(Debug)]
pub enum ByField {}

impl<T, V: Into<T>> OrNull<Nullable<T>, ByValue> for V {
    #[inline]
    fn or_null(self) -> Nullable<T> {
        Nullable::Value(self.into())
    }
}

impl<T> OrNull<Nullable<T>, ByOption> for Option<T> {
    #[inline]
    fn or_null(self) -> Nullable<T> {
        self.into()
    }
}

impl<T> OrNull<Self, ByField> for Nullable<T> {
    #[inline]
    fn or_null(self) -> Self {
        self
    }
}

impl<T, V: Into<T>> OrNull<Option<T>, ByValue> for V {
    #[inline]
    fn or_null(self) -> Option<T> {
        Some(self.into())
    }
}

impl<T> OrNull<Self, ByOption> for Option<T> {
    #[inline]
    fn or_null(self) -> Self {
        self
    }
}
