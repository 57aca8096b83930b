// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! A single scheme, and an operation that needs none.

mod client;

pub mod api;

pub use self::client::Client;

#[doc(inline)]
pub use openapi_client_runtime::*;
