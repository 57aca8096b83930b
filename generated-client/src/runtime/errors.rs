//! Responses keyed by status: the errors of an operation, and its several successes.

use std::{any::Any, fmt};

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::{Answer, DecodeFailure, decode};
use crate::Json;

/// A status, or a range of them, as documents write it: `422`, `5xx`, `default`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusRange {
    first: u16,
    last: u16,
}

impl StatusRange {
    /// Reads the notation of documents; what is no status stands for any.
    #[must_use]
    pub const fn parse(text: &str) -> Self {
        match text.as_bytes() {
            [hundreds @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] => {
                let first = (*hundreds - b'0') as u16 * 100;
                Self { first, last: first + 99 }
            }
            [hundreds @ b'1'..=b'9', tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
                let status = (*hundreds - b'0') as u16 * 100 + (*tens - b'0') as u16 * 10 + (*ones - b'0') as u16;
                Self { first: status, last: status }
            }
            _ => Self { first: 0, last: u16::MAX },
        }
    }

    /// Whether one of the ranges, other than `default`, holds `status`.
    pub(crate) fn names(ranges: &[Self], status: u16) -> bool {
        ranges.iter().any(|range| range.last < u16::MAX && range.holds(status))
    }

    /// The index of the narrowest range that holds `status`.
    #[must_use]
    pub fn choose(ranges: &[Self], status: u16) -> Option<usize> {
        let holding = ranges.iter().enumerate().filter(|(_, range)| range.holds(status));
        holding.min_by_key(|(_, range)| range.width()).map(|(index, _)| index)
    }

    fn holds(self, status: u16) -> bool {
        (self.first..=self.last).contains(&status)
    }

    /// The narrower of two ranges is the more exact one.
    fn width(self) -> u16 {
        self.last - self.first
    }
}

/// Of an operation that nothing is known of.
pub(crate) const ANY_STATUS: &[StatusRange] = &[StatusRange::parse("default")];
/// The same: an error response of any status has a body of any JSON.
pub(crate) const ANY_ERROR: &[ErrorResponse] = &[json_error::<Json>(ANY_STATUS)];

/// Statuses as documents write them: `rt::statuses![200, 4xx]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __statuses {
    ($($status:tt),* $(,)?) => { &[$($crate::runtime::StatusRange::parse(::core::stringify!($status))),*] };
}

/// The body of an error response, as the type that its status declares.
pub(crate) type ApiBody = Box<dyn Any + Send + Sync>;

/// Error responses that an operation declares: their statuses, and the type of their body.
pub struct ErrorResponse {
    statuses: &'static [StatusRange],
    read: fn(&Bytes) -> Option<ApiBody>,
}

/// Error responses with a body of JSON.
#[must_use]
pub const fn json_error<T: DeserializeOwned + Send + Sync + 'static>(
    statuses: &'static [StatusRange],
) -> ErrorResponse {
    ErrorResponse { statuses, read: |body| Some(Box::new(decode::json_or_nothing::<T>(body)?)) }
}

impl ErrorResponse {
    /// The response that is declared for a status: by the narrowest of the ranges that hold it.
    pub(crate) fn of(all: &'static [Self], status: u16) -> Option<&'static Self> {
        let ranges = |response: &'static Self| response.statuses.iter().map(move |range| (range, response));
        let holding = all.iter().flat_map(ranges).filter(|(range, _)| range.holds(status));
        holding.min_by_key(|(range, _)| range.width()).map(|(_, response)| response)
    }

    /// Decodes a body; `None` if it is something else.
    pub(crate) fn read(&self, body: &Bytes) -> Option<ApiBody> {
        (self.read)(body)
    }
}

impl fmt::Debug for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorResponse").field("statuses", &self.statuses).finish_non_exhaustive()
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
        impl $crate::runtime::Outputs for $name {
            #[inline]
            fn read(
                answer: &$crate::runtime::Answer,
            ) -> ::core::result::Result<Self, $crate::runtime::DecodeFailure> {
                // The variants number the successes as the statuses do.
                #[allow(clippy::enum_variant_names)]
                enum Index {
                    $($variant,)+
                }
                const STATUSES: &[$crate::runtime::StatusRange] = $crate::runtime::statuses![$($status),+];
                let index = $crate::runtime::StatusRange::choose(STATUSES, answer.status()).unwrap_or(0);
                $(if index == Index::$variant as usize {
                    $crate::__outputs!(@check answer $($body)?);
                    return ::core::result::Result::Ok(
                        Self::$variant $(($crate::__outputs!(@read answer $($kind)? as $body)))?
                    );
                })+
                ::core::result::Result::Err($crate::runtime::decode::no_output())
            }
        }

        impl $crate::runtime::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $($crate::__outputs!(@write self serializer $variant $($($kind)? $body)?);)+
                serializer.serialize_unit()
            }
        }

        impl $crate::runtime::Redact for $name {
            #[inline]
            fn redact(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $($crate::__outputs!(@show self f $variant $($body)?);)+
                ::core::result::Result::Ok(())
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::Redact::redact(self, f)
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
            return $crate::runtime::serde::Serialize::serialize(value, $serializer);
        }
    };
    (@write $output:ident $serializer:ident $variant:ident) => {};

    (@show $output:ident $f:ident $variant:ident $body:ty) => {
        if let Self::$variant(value) = $output {
            return $f
                .debug_tuple(::core::stringify!($variant))
                .field(&$crate::runtime::Redacted(value))
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
