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
    __client_builder as client_builder, __fixtures as fixtures, __object as object, __outputs as outputs,
    __requires as requires, __statuses as statuses, __string_enum as string_enum, __union as union, BatchAnswer,
    Batches, ByteStream, CallFuture, CallOptions, ClientBuilder, DateTime, Error, Event, EventStream, FilePart, Flag,
    Header, IntoItems, Items, Json, Nullable, Number, Pages, RateLimit, RawRequest, Response, Secret, Server, Text,
    UnknownText,
    call::{decode::Decoder, present::present},
    requires::REVISION,
    transport::{
        core::{Core, FromCore},
        lookup::Match,
        request::{Param, Request},
    },
    types::{Map, blank::Blank, check::Limits},
    wire::{
        errors::{ErrorResponse, json_error},
        listing::{Listing, PageInfo, Place},
        location::Location,
        spec::{
            Api, ClientSpec, Credential, ListStyle, Method, Operation, Pagination, Paging, ProblemKeys,
            RateLimitHeaders, RawOperations, SecretPlace, Security, Split, Variable,
        },
        style::Style,
    },
};

#[cfg(feature = "test-util")]
pub use crate::__examples as examples;

/// What the macros of this module expand to. Generated code does not name it by itself.
pub mod expand {
    pub use serde;
    pub use serde_json;

    pub use crate::{
        call::{decode::no_output, errors::Outputs},
        transport::answer::{Answer, DecodeFailure},
        types::{
            check::{At, Check, Violation},
            redact::{Redact, Redacted},
            value::{PathValue, QueryValue},
        },
        wire::{
            enumeration::{StringEnum, deserialize as deserialize_enum},
            object::{Choose, Field, Object, Schema, deserialize as deserialize_object, read_rest},
            status::StatusRange,
            union::{Guard, JsonType, Union, branch as read_branch, deserialize as deserialize_union, no_branch},
            visit::{Visit, check as check_object, redact as redact_object, serialize as serialize_object},
        },
    };
}
