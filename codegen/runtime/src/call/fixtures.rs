//! Ready-made answers, for the tests of those who use a client.

/// Gives a module the answers of its operations that the document shows examples of:
/// `rt::fixtures! { fixtures { LIST: LIST_PETS => 200 PetPage, r#"{"data":[]}"#; } }`.
///
/// They are in an inner module, which the caller names. There is none without this crate's feature `test-util`;
/// the crate of the generated code needs no feature for it. Every answer is a test of its own in that crate: it
/// has to decode.
#[cfg(feature = "test-util")]
#[doc(hidden)]
#[macro_export]
macro_rules! __fixtures {
    ($module:ident {
        $($(#[$docs:meta])* $name:ident: $operation:ident => $status:literal $body:ty, $json:literal;)+
    }) => {
        /// Ready-made answers of this module's operations, for tests: the examples of the specification.
        pub mod $module {
            // Not all types have a name that has to be known here.
            #[allow(unused_imports)]
            use super::*;

            $(
                $(#[$docs])*
                #[doc = ::core::concat!("\n```json\n", $json, "\n```")]
                pub const $name: $crate::test_util::Fixture<$body> =
                    $crate::test_util::Fixture::new(&super::$operation, $status, $json);
            )+

            #[cfg(test)]
            mod __decode {
                $(
                    #[allow(non_snake_case)]
                    #[test]
                    fn $name() -> ::core::result::Result<(), $crate::Error> {
                        super::$name.decode().map(::core::mem::drop)
                    }
                )+
            }
        }
    };
}

/// There are no ready-made answers without the feature `test-util`.
#[cfg(not(feature = "test-util"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __fixtures {
    ($($any:tt)*) => {};
}

/// The examples of documents as a test, which decodes and encodes each of them; it needs the feature `test-util`:
/// `rt::examples! { pets { "pets.yaml#/…" => kennel::pets::Pet, r#"{"name":"Aiko"}"#; } }`.
#[cfg(feature = "test-util")]
#[doc(hidden)]
#[macro_export]
macro_rules! __examples {
    ($name:ident { $($place:literal => $type:ty, $json:literal;)+ }) => {
        #[test]
        fn $name() -> ::core::result::Result<(), $crate::test_util::Failed> {
            const EXAMPLES: &[$crate::test_util::Example] = &[
                $($crate::test_util::Example {
                    place: $place,
                    json: $json,
                    type_name: ::core::stringify!($type),
                    round_trip: $crate::test_util::round_trip::<$type>,
                },)+
            ];
            $crate::test_util::round_trips(EXAMPLES)
        }
    };
}
