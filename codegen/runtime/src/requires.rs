//! Which generated code this runtime understands.

/// The revision of what generated code and the runtime say to each other.
///
/// It goes up by one whenever newly generated code needs what an earlier runtime has not, or when code that was generated
/// before no longer means the same here. The generator writes its own into each crate.
pub const REVISION: u32 = 1;

/// Refuses to compile where generated code and the runtime do not fit.
///
/// ```
/// openapi_client_runtime::rt::requires!(1);
/// ```
///
/// Code that is older does not compile, and code that is newer does not either:
///
/// ```compile_fail
/// openapi_client_runtime::rt::requires!(0);
/// ```
///
/// ```compile_fail
/// openapi_client_runtime::rt::requires!(2);
/// ```
///
/// It is a macro, since macros are expanded before names are looked up: of all the errors that follow from the wrong
/// version, the one that says what to do is among the first.
#[doc(hidden)]
#[macro_export]
macro_rules! __requires {
    (1) => {};
    ($other:literal) => {
        ::core::compile_error!($crate::__requires_problem!($other));
    };
}

/// What is wrong with another revision than [`REVISION`].
#[doc(hidden)]
#[macro_export]
macro_rules! __requires_problem {
    (0) => {
        "this code was generated for an earlier `openapi-client-runtime`: generate it anew, or depend on the version that \
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
        assert!(__requires_problem!(0).contains("an earlier `openapi-client-runtime`: generate it anew"));
        assert!(__requires_problem!(2).ends_with("run `cargo update -p openapi-client-runtime`"));
    }
}
