// @generated from api.yaml, also-keepers.yaml by `cargo xtask generate`: change that, not this.

//! Animals
//!
//! Keepers

mod client;

pub mod api;
pub mod also_keepers;

pub use self::client::Client;

#[doc(inline)]
pub use openapi_client_runtime::*;
