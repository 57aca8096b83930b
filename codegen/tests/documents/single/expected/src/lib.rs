// @generated from api.json by `cargo xtask generate`: change that, not this.

//! Lamp

mod client;

pub mod api;

pub use self::client::{Client, ClientBuilder};

pub use generated_client::*;
