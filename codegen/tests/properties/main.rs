//! What holds of every run, whatever goes in: of the spec of this workspace, of damaged documents, and of the fuzzer's.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod comparison;
mod conventions;
mod digest;
mod drift;
mod fragment_schema;
mod fuzz_replay;
#[path = "../fuzzing/mod.rs"]
mod fuzzing;
mod moves;
mod mutations;
mod names;
mod selection;
mod sides;
mod spec;
mod traffic;
mod typical_edits;
