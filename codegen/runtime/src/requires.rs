//! Which generated code this runtime supports.

/// The revision of the interface between generated code and the runtime.
///
/// It is incremented whenever newly generated code needs something that an earlier runtime lacks, or when code that was
/// generated before has another meaning. The generator writes its own revision into each crate.
pub const REVISION: u32 = 1;

/// Fails to compile if generated code and the runtime do not match.
///
/// ```
/// openapi_client_runtime::rt::requires!(1);
/// ```
///
/// Neither older nor newer code compiles:
///
/// ```compile_fail
/// openapi_client_runtime::rt::requires!(0);
/// ```
///
/// ```compile_fail
/// openapi_client_runtime::rt::requires!(2);
/// ```
///
/// It is a macro because macros are expanded before names are resolved: its error, which says what to do, is among the
/// first of those that a wrong version causes.
#[doc(hidden)]
#[macro_export]
macro_rules! __requires {
    (1) => {};
    ($other:literal) => {
        ::core::compile_error!($crate::__requires_problem!($other));
    };
}

/// The error for a revision other than [`REVISION`].
#[doc(hidden)]
#[macro_export]
macro_rules! __requires_problem {
    (0) => {
        "this code was generated for an earlier `openapi-client-runtime`: generate it again, or depend on the version that \
         it was generated for"
    };
    ($newer:literal) => {
        "this code was generated for a later `openapi-client-runtime`: run `cargo update -p openapi-client-runtime`"
    };
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_does_not_fit_says_what_to_do() {
        crate::__requires!(1);
        assert_eq!(super::REVISION, 1);
        assert!(__requires_problem!(0).contains("an earlier `openapi-client-runtime`: generate it again"));
        assert!(__requires_problem!(2).ends_with("run `cargo update -p openapi-client-runtime`"));
    }
}
