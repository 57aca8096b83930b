//! Any bytes as a document.

#![no_main]

#[path = "../../codegen/tests/fuzzing/mod.rs"]
mod fuzzing;

libfuzzer_sys::fuzz_target!(|input: &[u8]| drop(fuzzing::check(input)));
