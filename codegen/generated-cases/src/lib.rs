//! The code of the generator's cases, generated when this is built.
//!
//! Whatever the generator makes has to be Rust here, without a warning, and tests call it. Nothing has to be registered:
//! each folder in `codegen/tests/good/` and `codegen/tests/documents/` is a module. The generated tests of all of them are
//! run, too: they decode the fixtures, and the examples of one document.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        reason = "a test may panic"
    )
)]

#[cfg(test)]
mod calls;

// What the generated tests of a crate call it, and the module that they look into.
#[cfg(test)]
extern crate self as zoo_client;
#[cfg(test)]
use documents::examples::api;

include!(concat!(env!("OUT_DIR"), "/cases.rs"));
