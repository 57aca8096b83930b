//! The client as its users have it, against scripted answers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

#[cfg(all(feature = "v3", feature = "blocking"))]
mod blocking;
mod docs;
#[cfg(all(feature = "v2", feature = "v3"))]
mod drift;
#[cfg(feature = "v3")]
mod events;
mod features;
#[cfg(feature = "v3")]
mod finds;
#[cfg(all(feature = "v2", feature = "v3"))]
mod fixtures;
#[cfg(all(feature = "v2", feature = "v3"))]
mod raw;
#[cfg(all(feature = "v2", feature = "v3"))]
mod repeats;
#[cfg(feature = "v3")]
mod script;
#[cfg(all(feature = "v3", feature = "tracing"))]
mod spans;
