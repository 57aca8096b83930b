//! The code of a document, as a test calls it.

/// In a macro, where rustfmt does not follow: these files are as they were generated.
macro_rules! generated {
    ($folder:literal $name:ident $($other:ident)*) => {
        #[allow(dead_code, reason = "what is generated need not all be used here")]
        #[path = $folder]
        mod $name {
            pub mod api;
            $(pub mod $other;)*
            pub mod client;
        }
    };
}
