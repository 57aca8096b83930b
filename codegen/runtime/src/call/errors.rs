//! The several successes of an operation, by status.

use crate::{transport::answer::Answer, wire::decode::DecodeFailure};

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
