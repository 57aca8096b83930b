//! Operations with several successes, by status.

use crate::{transport::raw_response::RawResponse, wire::decode::DecodeFailure};

/// The successes of an operation that declares several.
#[doc(hidden)]
pub trait Outputs: Sized {
    /// Decodes a response by its status.
    ///
    /// # Errors
    /// When the body is not JSON of the type that belongs to the status.
    fn read(response: &RawResponse) -> Result<Self, DecodeFailure>;
}

/// Implements decoding for an enum of the successes of an operation:
/// `rt::outputs! { CreateOutput { 200 => Ok(Group), 207 => MultiStatus(Notice), 204 => NoContent } }`.
///
/// The enum has these variants. A success that is not listed is read as the first one. Bodies other than JSON are marked:
/// `200 => Ok(String) as text`, `200 => Ok(rt::Bytes) as bytes`.
///
/// Implements `Debug`, `Serialize` (of the body; a success without one is null) and the traits of the runtime.
#[doc(hidden)]
#[macro_export]
macro_rules! __outputs {
    ($name:ident { $($status:tt => $variant:ident $(($body:ty) $(as $kind:ident)?)?),+ $(,)? }) => {
        impl $crate::rt::expand::Outputs for $name {
            #[inline]
            fn read(
                response: &$crate::rt::expand::RawResponse,
            ) -> ::core::result::Result<Self, $crate::rt::expand::DecodeFailure> {
                // The variants number the successes as the statuses do.
                #[allow(clippy::enum_variant_names)]
                enum Index {
                    $($variant,)+
                }
                const STATUSES: &[$crate::rt::expand::StatusRange] = $crate::__statuses![$($status),+];
                let index = $crate::rt::expand::StatusRange::narrowest(STATUSES, response.status()).unwrap_or(0);
                $(if index == Index::$variant as usize {
                    $crate::__outputs!(@check response $($body)?);
                    return ::core::result::Result::Ok(
                        Self::$variant $(($crate::__outputs!(@read response $($kind)? as $body)))?
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
            fn redact(
                &self,
                f: &mut ::core::fmt::Formatter<'_>,
                privacy: $crate::rt::expand::Privacy,
            ) -> ::core::fmt::Result {
                $($crate::__outputs!(@show self f privacy $variant $($body)?);)+
                ::core::result::Result::Ok(())
            }
        }

        impl ::core::fmt::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::rt::expand::Redact::redact(self, f, <Self as $crate::rt::expand::Redact>::PRIVACY)
            }
        }
    };

    (@check $response:ident) => { $response.no_body()? };
    (@check $response:ident $body:ty) => {};

    (@read $response:ident as $body:ty) => { $response.json::<$body>()? };
    (@read $response:ident $kind:ident as $body:ty) => { $response.$kind()? };

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

    (@show $output:ident $f:ident $privacy:ident $variant:ident $body:ty) => {
        if let Self::$variant(value) = $output {
            return $f
                .debug_tuple(::core::stringify!($variant))
                .field(&$crate::rt::expand::Redacted(value, $privacy))
                .finish();
        }
    };
    (@show $output:ident $f:ident $privacy:ident $variant:ident) => {
        if let Self::$variant = $output {
            return $f.write_str(::core::stringify!($variant));
        }
    };
}

#[cfg(test)]
mod tests;
