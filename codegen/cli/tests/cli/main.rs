//! Runs the program in temporary folders: successes, and every kind of failure.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test ends by panicking")]

mod config;
mod diff;
mod drift;
mod formats;
mod generate;
mod guide;
mod line;
mod lint;
mod prove;
mod support;

const PROGRAM: &str = env!("CARGO_BIN_EXE_openapi-client");
