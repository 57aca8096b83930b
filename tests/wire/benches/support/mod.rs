//! Shared by the benchmarks: alternating rounds and their medians, tables, memory, and the baseline that is written by
//! hand on reqwest and serde's derives.

#![allow(dead_code, reason = "each benchmark uses some of it")]
#![allow(clippy::unwrap_used, reason = "a failed measurement may end in a panic")]

pub mod by_hand;
pub mod memory;
pub mod page;
pub mod rounds;
pub mod server;
pub mod table;
