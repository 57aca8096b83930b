// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Archive

mod client;

pub mod api;

pub use self::client::{Client, ClientBuilder};

pub use generated_client::*;
