// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! Archive

mod client;

pub mod api;

pub use self::client::{Client, ClientBuilder};

#[doc(inline)]
pub use openapi_client_runtime::*;
