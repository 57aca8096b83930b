//! A typed client for BigCommerce's customer APIs (REST V3 and V2), generated from OpenAPI.

mod config;
mod datetime;
mod drift;
mod error;
mod flag;
#[cfg(feature = "bigcommerce")]
mod generated;
mod http_client;
mod json;
mod nullable;
mod number;
mod response;
#[doc(hidden)]
pub mod runtime;
mod scalar;
mod secret;
mod text;

pub use bytes::Bytes;
pub use reqwest;
pub use rust_decimal::{self, Decimal};
pub use time;

#[cfg(feature = "bigcommerce")]
pub use self::generated::{Client, v2, v3};
pub use self::{
    config::ClientBuilder,
    datetime::DateTime,
    drift::{Drift, DriftKind},
    error::{Error, ErrorKind, OperationError},
    flag::Flag,
    http_client::HttpClient,
    json::Json,
    nullable::Nullable,
    number::{Number, ParseNumberError},
    response::{RateLimit, Response, ResponseMeta},
    runtime::{CallFuture, ErrorBody, UnknownText},
    secret::Secret,
    text::Text,
};
