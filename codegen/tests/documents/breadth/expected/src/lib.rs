// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Everything that can be sent and read

mod client;

pub mod api;

pub use self::client::{Client, ClientBuilder};

#[doc(inline)]
pub use openapi_client_runtime::*;
