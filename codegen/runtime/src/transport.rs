//! How a request is sent, with its retries, until there is a response or an error.

#[cfg(feature = "blocking")]
pub(crate) mod blocking;
mod budget;
pub(crate) mod call_event;
pub(crate) mod call_options;
pub(crate) mod core;
pub(crate) mod credentials;
pub(crate) mod drift_report;
pub(crate) mod error;
pub(crate) mod execute;
pub(crate) mod http_client;
pub(crate) mod layer;
mod lenient;
pub(crate) mod limiter;
mod log;
pub(crate) mod lookup;
pub(crate) mod media;
mod observer;
mod operation_gate;
pub(crate) mod pacing;
mod queue;
pub(crate) mod raw_response;
pub(crate) mod redirect;
pub(crate) mod request;
pub(crate) mod response;
pub(crate) mod retry;
pub(crate) mod sent_values;
pub(crate) mod server;
pub(crate) mod streaming;
pub(crate) mod trace;
