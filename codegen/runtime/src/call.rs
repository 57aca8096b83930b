//! Calls of operations: single ones, lists, batches; and the clients that make them.

pub(crate) mod batch;
pub(crate) mod batch_response;
#[cfg(feature = "blocking")]
pub(crate) mod blocking;
mod client_builder;
pub(crate) mod config;
pub(crate) mod decode;
pub(crate) mod endpoint;
pub(crate) mod errors;
mod fixtures;
pub(crate) mod paging;
pub(crate) mod present;
pub(crate) mod raw;
mod single;
mod split;
