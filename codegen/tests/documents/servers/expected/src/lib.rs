// @generated from api.yaml, also-night.yaml by `cargo xtask generate`: change that, not this.

//! Servers to choose
//!
//! Servers of the night

mod client;

pub mod api;
pub mod also_night;

pub use self::client::Client;

#[doc(inline)]
pub use openapi_client_runtime::*;
