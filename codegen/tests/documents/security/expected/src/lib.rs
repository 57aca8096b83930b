// @generated from api.yaml, also-partners.yaml by `cargo xtask generate`: change that, not this.

//! Every way to ask for credentials.
//!
//! Somewhere else, with a ticket of its own.

mod client;

pub mod api;
pub mod also_partners;

pub use self::client::{Client, ClientBuilder};

#[doc(inline)]
pub use openapi_client_runtime::*;
