//! The generated part of the crate.

// Written by `cargo xtask regen`, in its own layout.
#[rustfmt::skip]
mod client;
#[rustfmt::skip]
pub mod v2;
#[rustfmt::skip]
pub mod v3;

pub use self::client::Client;
