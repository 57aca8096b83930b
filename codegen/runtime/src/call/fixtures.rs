//! Ready-made responses, for tests of code that uses a client.

/// Adds the responses of a module's operations that the document has examples of:
/// `rt::fixtures! { fixtures { LIST: LIST_PETS => 200 PetPage, r#"{"data":[]}"#; } }`.
///
/// They are in an inner module, which the caller names. It exists only with the feature `test-util` of this crate; the
/// generated crate needs no feature for it. A test in the generated crate decodes each response.
#[cfg(feature = "test-util")]
#[doc(hidden)]
#[macro_export]
macro_rules! __fixtures {
    ($module:ident {
        $($(#[$docs:meta])* $name:ident: $operation:ident => $status:literal $body:ty, $json:literal;)+
    }) => {
        /// Ready-made responses of this module's operations, for tests: the examples of the specification.
        pub mod $module {
            // Not every type needs a name from the outer module.
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

/// Expands to nothing: fixtures require the feature `test-util`.
#[cfg(not(feature = "test-util"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __fixtures {
    ($($any:tt)*) => {};
}

/// Defines a test that decodes and encodes each example of a document; requires the feature `test-util`:
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
