//! Answers keyed by status: the errors of an operation, and its several successes.

use std::fmt;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::{
    call::decode,
    transport::answer::{Answer, DecodeFailure},
    wire::status::{ANY_STATUS, StatusRange},
};

/// The errors of an operation.
pub trait ErrorSet: Sized {
    /// The name of the enum, for messages.
    const NAME: &'static str;
    /// The statuses that the operation declares.
    const STATUSES: &'static [StatusRange];

    /// The error for a status.
    fn read(status: u16, body: &Bytes) -> Self;
}

/// Of an operation that declares no error: the body, whatever the status.
impl<T: DeserializeOwned> ErrorSet for ErrorBody<T> {
    const NAME: &'static str = "ErrorBody";
    const STATUSES: &'static [StatusRange] = ANY_STATUS;

    fn read(_: u16, body: &Bytes) -> Self {
        Self::read(body)
    }
}

/// The several successes of an operation.
pub trait Outputs: Sized {
    /// Decodes an answer by its status.
    ///
    /// # Errors
    /// When the body is no JSON of the type that belongs to the status.
    fn read(answer: &Answer) -> Result<Self, DecodeFailure>;
}

/// The body of an error, decoded if it is what the specification says, and as it came.
///
/// `Debug` hides the body: it may repeat what was sent.
#[derive(Clone)]
pub struct ErrorBody<T> {
    value: Option<T>,
    raw: Bytes,
}

impl<T> ErrorBody<T> {
    /// The decoded body; `None` when it is empty or something else, such as a gateway's HTML.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// The body as it came.
    #[must_use]
    pub fn raw(&self) -> &Bytes {
        &self.raw
    }

    /// The body as text, if it is UTF-8.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.raw).ok()
    }

    /// Whether there was no body.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }
}

impl<T: DeserializeOwned> ErrorBody<T> {
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn read(body: &Bytes) -> Self {
        Self { value: decode::json_or_nothing(body), raw: body.clone() }
    }
}

impl<T> fmt::Debug for ErrorBody<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.value.is_some() { "decoded" } else { "undecoded" };
        write!(f, "ErrorBody(<{} bytes, {kind}>)", self.raw.len())
    }
}

/// Describes the errors of an operation by status:
/// `rt::errors! { UpdateError { 422 => UnprocessableEntity(Problem), 5xx => ServerError(Problem) } }`.
///
/// The enum itself has these variants around `rt::ErrorBody<…>`, and `Undeclared(rt::ErrorBody<rt::Json>)`. Where the
/// document says what all other statuses bring, its variant stands for that one: `UpdateError or Default { … }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __errors {
    ($name:ident { $($rows:tt)* }) => {
        $crate::__errors! { @set $name Undeclared [] $($rows)* }
    };
    ($name:ident or $other:ident { $($rows:tt)* }) => {
        $crate::__errors! { @set $name $other [default] $($rows)* }
    };
    (@set $name:ident $other:ident [$($default:tt)?] $($status:tt => $variant:ident($body:ty)),* $(,)?) => {
        impl $crate::rt::expand::ErrorSet for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const STATUSES: &'static [$crate::rt::expand::StatusRange] =
                $crate::__statuses![$($status,)* $($default)?];

            #[inline]
            fn read(status: u16, body: &$crate::rt::Bytes) -> Self {
                // The variants number the errors as the statuses do.
                #[allow(dead_code, clippy::enum_variant_names)]
                enum Index {
                    $($variant,)*
                }
                match $crate::rt::expand::StatusRange::choose(Self::STATUSES, status) {
                    $(::core::option::Option::Some(index) if index == Index::$variant as usize => {
                        Self::$variant($crate::rt::ErrorBody::read(body))
                    })*
                    _ => Self::$other($crate::rt::ErrorBody::read(body)),
                }
            }
        }
    };
}

/// Describes the several successes of an operation by status:
/// `rt::outputs! { CreateOutput { 200 => Ok(Group), 207 => MultiStatus(Notice), 204 => NoContent } }`.
///
/// The enum itself has these variants. A success that is not listed is read as the first. What is no JSON has a word behind
/// it: `200 => Ok(String) as text`, `200 => Ok(rt::Bytes) as bytes`.
/// Gives `Debug`, `Serialize` (of the body alone; a success without one is null) and the traits of the runtime.
#[doc(hidden)]
#[macro_export]
macro_rules! __outputs {
    ($name:ident { $($status:tt => $variant:ident $(($body:ty) $(as $kind:ident)?)?),+ $(,)? }) => {
        impl $crate::rt::expand::Outputs for $name {
            #[inline]
            fn read(
                answer: &$crate::rt::expand::Answer,
            ) -> ::core::result::Result<Self, $crate::rt::expand::DecodeFailure> {
                // The variants number the successes as the statuses do.
                #[allow(clippy::enum_variant_names)]
                enum Index {
                    $($variant,)+
                }
                const STATUSES: &[$crate::rt::expand::StatusRange] = $crate::__statuses![$($status),+];
                let index = $crate::rt::expand::StatusRange::choose(STATUSES, answer.status()).unwrap_or(0);
                $(if index == Index::$variant as usize {
                    $crate::__outputs!(@check answer $($body)?);
                    return ::core::result::Result::Ok(
                        Self::$variant $(($crate::__outputs!(@read answer $($kind)? as $body)))?
                    );
                })+
                ::core::result::Result::Err($crate::rt::expand::no_output())
            }
        }

        impl $crate::rt::expand::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::rt::expand::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $($crate::__outputs!(@write self serializer $variant $($($kind)? $body)?);)+
                serializer.serialize_unit()
            }
        }

        impl $crate::rt::expand::Redact for $name {
            #[inline]
            fn redact(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $($crate::__outputs!(@show self f $variant $($body)?);)+
                ::core::result::Result::Ok(())
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::rt::expand::Redact::redact(self, f)
            }
        }
    };

    (@check $answer:ident) => { $answer.no_body()? };
    (@check $answer:ident $body:ty) => {};

    (@read $answer:ident as $body:ty) => { $answer.json::<$body>()? };
    (@read $answer:ident $kind:ident as $body:ty) => { $answer.$kind()? };

    (@write $output:ident $serializer:ident $variant:ident text $body:ty) => {
        if let Self::$variant(value) = $output {
            return $serializer.serialize_str(value);
        }
    };
    (@write $output:ident $serializer:ident $variant:ident bytes $body:ty) => {
        if let Self::$variant(value) = $output {
            return $serializer.serialize_bytes(value);
        }
    };
    (@write $output:ident $serializer:ident $variant:ident $body:ty) => {
        if let Self::$variant(value) = $output {
            return $crate::rt::expand::serde::Serialize::serialize(value, $serializer);
        }
    };
    (@write $output:ident $serializer:ident $variant:ident) => {};

    (@show $output:ident $f:ident $variant:ident $body:ty) => {
        if let Self::$variant(value) = $output {
            return $f
                .debug_tuple(::core::stringify!($variant))
                .field(&$crate::rt::expand::Redacted(value))
                .finish();
        }
    };
    (@show $output:ident $f:ident $variant:ident) => {
        if let Self::$variant = $output {
            return $f.write_str(::core::stringify!($variant));
        }
    };
}

#[cfg(test)]
mod tests;
