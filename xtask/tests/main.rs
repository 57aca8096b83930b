//! Tests of the workspace's commands and documents.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod cli;
mod tidy;

const PROGRAM: &str = env!("CARGO_BIN_EXE_xtask");
