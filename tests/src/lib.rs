//! What the tests of the client share: the spec as data, and a server on loopback.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod recording;
mod server;
mod spec;

pub use recording::{RecordedRequest, RecordedResponse, Recording};
pub use server::{STORE, Server, TOKEN, client};
pub use spec::{Operation, operations};
