// @generated from api.json by `cargo xtask generate`: change that, not this.

//! Lamp

mod client;

pub mod api;

pub use self::client::{Client, ClientBuilder};

#[doc(inline)]
pub use openapi_client_runtime::*;
