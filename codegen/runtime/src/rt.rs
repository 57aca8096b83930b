//! What generated code names, and nothing else.
//!
//! Generated modules import it as `rt`, and describe an API to it as data: [`Api`], [`Operation`], a table for each
//! structure, enum and set of errors. A crate that is generated knows no other path of this one; the types that people
//! meet are at the root.
//!
//! What generated code says, and what this module understands, belong together: see [`requires!`](crate::rt::requires).

pub use bytes::Bytes;
pub use reqwest;

pub use crate::{
    __client_builder as client_builder, __endpoint as endpoint, __errors as errors, __fixtures as fixtures,
    __listing as listing, __object as object, __outputs as outputs, __page as page, __requires as requires,
    __statuses as statuses, __string_enum as string_enum, __union as union, BatchAnswer, Batches, ByteStream,
    ClientBuilder, DateTime, Error, ErrorBody, Event, EventStream, FilePart, Flag, Header, IntoItems, Json, Nullable,
    Number, OperationError, RateLimit, RawRequest, Response, Secret, Server, Text, UnknownText,
    requires::REVISION,
    runtime::{
        blank::Blank,
        check::Limits,
        core::{Core, FromCore},
        decode::Decoder,
        lookup::Match,
        object::present,
        request::{Location, Request},
        security::Security,
        spec::{
            Api, ClientSpec, Credential, ListStyle, Method, OnEmpty, Operation, Pagination, Paging, ProblemKeys,
            RateLimitHeaders, RawOperations, SecretPlace, Split, Variable,
        },
        style::Style,
    },
};

#[cfg(feature = "test-util")]
pub use crate::__examples as examples;

/// An object with keys of its own choice, sorted by them.
pub type Map<T> = std::collections::BTreeMap<String, T>;

/// What the macros of this module expand to. Generated code does not name it by itself.
pub mod expand {
    pub use serde;
    pub use serde_json;

    pub use crate::runtime::{
        check::{At, Check, Violation},
        decode::{Answer, DecodeFailure, no_output},
        enumeration::{StringEnum, deserialize as deserialize_enum},
        errors::{ErrorSet, Outputs, StatusRange},
        listing::{Listing, Maybe, Page, Place},
        object::{Choose, Field, Object, Schema, deserialize as deserialize_object, read_rest},
        redact::{Redact, Redacted},
        union::{Guard, JsonType, Union, branch as read_branch, deserialize as deserialize_union, no_branch},
        value::{PathValue, QueryValue},
        visit::{Visit, check as check_object, redact as redact_object, serialize as serialize_object},
    };
}
