//! The plumbing under generated code, which knows it as [`rt`](crate::rt).

#![allow(unused_imports, reason = "tests name some of it")]

pub mod blank;
#[cfg(feature = "blocking")]
pub(crate) mod blocking;
mod budget;
pub mod check;
mod client_builder;
pub(crate) mod coding;
pub mod core;
pub mod decode;
pub(crate) mod drift;
pub mod endpoint;
pub mod enumeration;
pub mod errors;
mod execute;
mod fixtures;
pub(crate) mod framing;
pub mod lenient;
pub mod listing;
pub mod lookup;
mod media;
mod multipart;
pub(crate) mod no_body;
pub mod object;
mod operation_gate;
mod queue;
pub mod redact;
pub mod request;
pub mod security;
pub(crate) mod server;
pub mod spec;
mod split;
pub(crate) mod sse;
pub mod style;
pub(crate) mod trace;
pub(crate) mod traffic;
mod trail;
pub mod union;
pub mod value;
pub mod visit;

pub use bytes::Bytes;
pub use reqwest;
pub use serde;
pub use serde_json;

pub(crate) use self::request::{SentNames, SentValues};
pub use self::{
    blank::Blank,
    check::{At, Check, Limits, Violation},
    core::{Core, FromCore},
    decode::{Answer, DecodeFailure, Decoder},
    endpoint::CallFuture,
    enumeration::{StringEnum, UnknownText},
    errors::{ErrorBody, ErrorSet, Outputs, StatusRange},
    listing::{Listing, Page, Place},
    lookup::Match,
    object::{Field, Object, Schema},
    redact::{Redact, Redacted},
    request::{Location, Request},
    security::Security,
    spec::{
        Api, ClientSpec, Credential, ListStyle, Method, OnEmpty, Operation, Pagination, Paging, ProblemKeys,
        RateLimitHeaders, RawOperations, SecretPlace, Split, Variable,
    },
    style::Style,
    union::{Guard, JsonType, Union},
    value::{PathValue, QueryValue},
    visit::Visit,
};
pub use crate::{
    __client_builder as client_builder, __endpoint as endpoint, __errors as errors, __fixtures as fixtures,
    __listing as listing, __object as object, __outputs as outputs, __page as page, __statuses as statuses,
    __string_enum as string_enum, __union as union, BatchAnswer, Batches, ByteStream, ClientBuilder, DateTime, Error,
    Event, EventStream, FilePart, Flag, Header, IntoItems, Json, Nullable, Number, OperationError, RateLimit,
    RawRequest, Response, Secret, Server, Text,
};

#[cfg(feature = "test-util")]
pub use crate::__examples as examples;

/// An object with keys of its own choice, sorted by them.
pub type Map<T> = std::collections::BTreeMap<String, T>;

pub(crate) mod sample;
