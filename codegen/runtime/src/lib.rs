//! The runtime of typed clients for HTTP APIs.
//!
//! A client describes its operations as data: method, path, parameters, limits, and the type of each response. This
//! crate executes them. It knows no API itself; generated crates depend on it, and a client can also be written by
//! hand, as the README shows.
//!
//! The rest of this page describes what every such client can do. `client.pets()` stands for a resource.
//!
//! # Calls
//!
//! A method of a resource takes the required arguments of its operation, and returns a builder with a setter for
//! everything else. The builder is plain data until it is awaited. Then it is checked against the limits of the
//! specification and sent, and returns a [`Response`], which derefs to its value, or an [`Error`]. An invalid request
//! is reported without sending it, with the parameter or field at fault, such as `body[3].email: 2 characters, must be
//! 3 to 250`.
//!
//! An operation that would delete everything requires a filter, or `.all()`. A filter such as `id_in` may be of any
//! length: if it would make the URL too long, the call is split into several, whose responses are merged.
//!
//! An endpoint without a method is called by its path: see [`RawRequest`].
//!
//! # Lists
//!
//! Awaiting a list returns a page. `stream()` returns the items of all pages ([`Items`]), `pages()` the pages with
//! their metadata ([`Pages`]). Numbered pages, cursors and bare arrays are handled alike. The next page is read while
//! the current one is processed, memory does not grow with the list, and a [`ResumeToken`] continues in another
//! process.
//!
//! # Many items
//!
//! Operations that take an array have a method for any number of items, from an iterator or a stream: [`Batches`] sends
//! calls of the size that the API accepts, as many at once as it allows. It is a stream of one [`Outcome`] per item, so
//! that a failed call does not hide the success of others. If the API accepts one item and refuses another in the same
//! call, the call is a success: its value is a [`BatchResponse`].
//!
//! # Values
//!
//! What a response holds beyond the specification never fails a call: an unknown enum value, union branch or field is kept
//! and written back unchanged. [`Response::drift`] and [`Error::drift`] list it, and
//! [`ClientBuilder::on_drift`] is called for each such response. Scalars that an API writes in several forms keep their
//! form: [`JsonNumber`], [`Number`], [`NumericString`], [`Text`], [`Flag`], [`Date`], [`DateTime`], [`Base64`] and
//! [`Mapped`]. A field that can be absent, null or a value is a [`Nullable`].
//!
//! # Errors
//!
//! Every call returns an [`Error`]. [`status`](Error::status) returns the status of the response, [`api`](Error::api)
//! the body as the type that the operation declares for it, and [`body`](Error::body) the raw body. No `Debug` or
//! `Display` shows a token, a password, a body or personal data. [`Error::may_have_taken_effect`] tells whether a write
//! that failed may have taken effect all the same.
//!
//! # Quota and failures
//!
//! A client observes the rate limit that the API reports ([`Pacing`]), and makes no more concurrent calls of an
//! operation than the API allows. Failed calls are retried if that is safe ([`RetryPolicy`]). All this is shared by the
//! clones of a client, and can be set when it is built ([`ClientBuilder`]) and for a single call ([`CallOptions`]).
//!
//! Waits, retries, attempts and calls are told to [`ClientBuilder::on_event`], for metrics.
//!
//! Clients can share an [`HttpClient`]. A [`Layer`] wraps every HTTP request. Calls run on tokio, as those of reqwest
//! do.
//!
//! # Features
//!
//! | feature | adds |
//! |:--|:--|
//! | `rustls` (default) | TLS, with the cryptography of aws-lc-rs |
//! | `rustls-no-provider` | TLS, with the cryptography that the program installs: see [`HttpClient`] |
//! | `blocking` | `.wait()` on every call and stream, for programs without an async runtime |
//! | `tracing` | spans of calls and attempts, events of waits and retries, and a warning for everything beyond the specification |
//! | `test-util` | the module `test_util`: a script that responds instead of the API |
//! | `time`, `jiff`, `chrono` | conversions of [`Date`] and [`DateTime`] to and from the types of that crate |

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod call;
mod requires;
#[doc(hidden)]
pub mod rt;
mod sample;
#[cfg(feature = "test-util")]
pub mod test_util;
mod transport;
mod types;
mod wire;

pub use bytes::Bytes;
#[cfg(feature = "chrono")]
pub use chrono;
#[cfg(feature = "jiff")]
pub use jiff;
pub use reqwest;
pub use rust_decimal::{self, Decimal};
#[cfg(feature = "time")]
pub use time;

#[cfg(feature = "blocking")]
pub use self::call::blocking::Blocking;
pub use self::{
    call::{
        batch::{Batches, FieldProblem, IntoItems, ItemError, ItemResult, Outcome},
        batch_response::BatchResponse,
        config::ClientBuilder,
        endpoint::CallFuture,
        paging::{Items, Pages, ParseResumeTokenError, ResumeToken},
        raw::RawRequest,
    },
    transport::{
        call_event::{CallEvent, CallEventKind, WaitReason},
        call_options::CallOptions,
        drift_report::DriftReport,
        error::{Error, ErrorKind},
        http_client::HttpClient,
        layer::{Layer, LayerFuture, Next},
        pacing::Pacing,
        redirect::RedirectPolicy,
        response::{RateLimit, Response, ResponseMeta},
        retry::RetryPolicy,
        server::Server,
        streaming::{ByteStream, Event, EventStream},
    },
    types::{
        base64::Base64,
        date::{Date, DateError},
        datetime::DateTime,
        file_part::FilePart,
        flag::Flag,
        header::{FromHeader, Header},
        json::Json,
        json_number::JsonNumber,
        mapped::{Mapped, MappedType},
        nullable::Nullable,
        number::{Number, ParseNumberError},
        numeric_string::NumericString,
        rejected::Rejected,
        secret::Secret,
        text::Text,
        unknown_fields::UnknownFields,
    },
    wire::{
        drift_kind::{Drift, DriftKind},
        enumeration::UnknownText,
    },
};
