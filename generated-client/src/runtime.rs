//! The plumbing under generated code.
//!
//! Generated modules name it as `rt`, and describe an API to it as data; it knows no API by itself. It is
//! public for them alone: the types that people meet are at the root of the crate.

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

pub use self::{
    blank::Blank,
    check::{At, Check, Limits, Violation},
    core::{Core, FromCore},
    decode::{Answer, DecodeFailure, Decoder},
    endpoint::CallFuture,
    enumeration::{StringEnum, UnknownText},
    errors::{ErrorResponse, Outputs, StatusRange, json_error},
    listing::{Listing, Page, Place},
    lookup::Match,
    object::{Field, Object, Schema},
    redact::{Redact, Redacted},
    request::{Location, Param, Request},
    security::Security,
    spec::{
        Api, ClientSpec, Credential, ListStyle, Method, Operation, Pagination, Paging, ProblemKeys, RateLimitHeaders,
        RawOperations, SecretPlace, Split, Variable,
    },
    style::Style,
    union::{Guard, JsonType, Union},
    value::{PathValue, QueryValue},
    visit::Visit,
};
pub(crate) use self::{
    errors::ApiBody,
    request::{SentNames, SentValues},
};
pub use crate::{
    __client_builder as client_builder, __fixtures as fixtures, __listing as listing, __object as object,
    __outputs as outputs, __page as page, __statuses as statuses, __string_enum as string_enum, __union as union,
    BatchAnswer, Batches, ByteStream, CallOptions, ClientBuilder, DateTime, Error, Event, EventStream, FilePart, Flag,
    Header, IntoItems, Items, Json, Nullable, Number, Pages, RateLimit, RawRequest, Response, Secret, Server, Text,
};

#[cfg(feature = "test-util")]
pub use crate::__examples as examples;

/// An object with keys of its own choice, sorted by them.
pub type Map<T> = std::collections::BTreeMap<String, T>;

pub(crate) mod sample;
