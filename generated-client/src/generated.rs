//! The generated part of the crate.

// Written by `cargo xtask regen`, in its own layout.
#[rustfmt::skip]
mod client;
#[cfg(feature = "v2")]
#[rustfmt::skip]
pub mod v2;
#[cfg(feature = "v3")]
#[rustfmt::skip]
pub mod v3;

pub use self::client::Client;
