//! Drives the built command in temporary workspaces: good runs, and every way to go wrong.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test ends by panicking")]

mod check;
mod formats;
mod generate;
mod line;
mod lint;
mod one_process;
mod refuse;
mod support;
mod write;
