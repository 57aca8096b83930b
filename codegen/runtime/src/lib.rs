//! What a typed client of an HTTP API runs on.
//!
//! A client describes its operations as data: method, path, parameters, limits, and what each status brings. This crate
//! executes them. It knows no API by itself; generated crates stand on it, and so can a client
//! that is written by hand: the README shows one.
//!
//! The rest of this page says what every client that stands on it can do. `client.pets()` is a resource of such a client.
//!
//! # Calls
//!
//! A method of a resource takes what its operation requires, and returns a builder with a setter for everything else. The
//! builder is plain data until it is awaited: then it is checked against the limits of the specification, sent, and becomes
//! a [`Response`] that derefs to its value, or an [`Error`]. What is wrong with a request is reported without
//! sending it, and names the parameter or the field, as in `body[3].email: 2 characters, must be 3 to 250`.
//!
//! An operation that would delete everything wants a filter, or `.all()`. A filter such as `id_in` may be of any length: a
//! list that would make the URL too long is divided among several calls, whose responses become one.
//!
//! An endpoint that has no method is called by its path: see [`RawRequest`].
//!
//! # Lists
//!
//! Awaiting a list returns a page. `stream()` gives every item of all pages ([`Items`]), `pages()` the pages with what came
//! beside them ([`Pages`]); numbered pages, cursors and bare lists are the same to the caller. The next page is read while
//! one is worked on, memory does not grow with the list, and a [`ResumeToken`] takes it up again in another process.
//!
//! # Many items
//!
//! Operations that take a list have a method for any number of items, an iterator or a stream: [`Batches`] sends calls of
//! the size that the API takes, as many at once as it allows, and is a stream of one [`Outcome`] an item, so that a failed
//! call never hides what the others achieved. Where the API does one item and refuses another in one call, the call is a
//! success: its value is a [`BatchAnswer`].
//!
//! # Values
//!
//! What a response holds beyond the specification never fails a call: an unknown enum value or union branch is kept as it
//! came and goes back so, an unknown field is skipped. [`Response::drift`] and [`Error::drift`] list it, and
//! [`ClientBuilder::on_drift`] is told of each such response. Scalars that an API writes in more than one way remember how:
//! [`Number`], [`Text`], [`Flag`], [`Date`], [`DateTime`]. A field that can be absent, null or a value is a [`Nullable`].
//!
//! # Errors
//!
//! Every call returns an [`Error`]. Its [`status`](Error::status) tells what the API responded, [`api`](Error::api) has the
//! body as the type that the operation declares for it, and the raw body stays at hand. No `Debug` or `Display` shows a token, a password, a body or personal data.
//! [`Error::may_have_taken_effect`] tells a write that was lost on its way, and may be done all the same, from one that
//! surely is not.
//!
//! # Quota and failures
//!
//! A client keeps to the rate limit that the API tells it ([`Pacing`]), and runs no more calls of an operation at a time
//! than the API allows. What fails is retried where that cannot do harm ([`RetryPolicy`]). All this is shared by the clones
//! of a client, can be set when it is built ([`ClientBuilder`]), and for a single call ([`CallOptions`]).
//!
//! Clients can share one [`HttpClient`]. A [`Layer`] stands around every HTTP request. Calls run on tokio, as reqwest does.
//!
//! # Features
//!
//! | feature | brings |
//! |:--|:--|
//! | `blocking` | `.wait()` on every call and stream, for programs without an async runtime |
//! | `tracing` | spans of calls and attempts, and a warning for what the specification does not know |
//! | `test-util` | the module `test_util`: a script that answers in place of the API |
//! | `time`, `jiff`, `chrono` | conversions of [`Date`] and [`DateTime`] from and to the types of that crate |

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
        batch::{BatchAnswer, Batches, FieldProblem, IntoItems, ItemError, ItemResult, Outcome},
        config::ClientBuilder,
        endpoint::CallFuture,
        paging::{Items, Pages, ParseResumeTokenError, ResumeToken},
        raw::RawRequest,
    },
    transport::{
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
        date::{Date, DateError},
        datetime::DateTime,
        file_part::FilePart,
        flag::Flag,
        header::{FromHeader, Header},
        json::Json,
        nullable::Nullable,
        number::{Number, ParseNumberError},
        rejected::Rejected,
        secret::Secret,
        text::Text,
    },
    wire::{
        drift_kind::{Drift, DriftKind},
        enumeration::UnknownText,
    },
};
