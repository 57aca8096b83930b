//! Everything that generated code uses, and nothing else.
//!
//! Generated modules import it as `rt`, and describe an API as data: [`Api`], [`Operation`], and a table for each
//! structure, enum and set of errors. A generated crate uses no other path of this crate; the types that users meet are
//! at the root.
//!
//! Generated code and this module have to match: see [`requires!`](crate::rt::requires).

pub use bytes::Bytes;
pub use reqwest;
pub use rust_decimal::Decimal;

pub use crate::{
    __branch_from as branch_from, __branch_from_arrays as branch_from_arrays, __client_builder as client_builder,
    __fixtures as fixtures, __object as object, __outputs as outputs, __requires as requires, __statuses as statuses,
    __string_enum as string_enum, __text_branch as text_branch, __union as union, Base64, BatchResponse, Batches,
    ByteStream, CallFuture, CallOptions, ClientBuilder, Date, DateTime, Error, Event, EventStream, FilePart, Flag,
    Header, IntoItems, Items, Json, JsonNumber, Mapped, Nullable, Number, NumericString, Pages, RateLimit, RawRequest,
    Response, Secret, Server, Text, UnknownFields, UnknownText,
    call::{decode::Decoder, present::present},
    requires::REVISION,
    transport::{
        core::{Core, FromCore},
        lookup::Match,
        request::{Param, Request},
    },
    types::{check::Limits, empty::Empty, map::Map, or_null::OrNull},
    wire::{
        errors::{ErrorResponse, json_error},
        listing::{Listing, PageInfo, Paged},
        param_location::ParamLocation,
        spec::{
            Api, ClientSpec, Credential, CredentialLocation, ListStyle, Method, Operation, Pagination, Paging,
            ProblemKeys, RateLimitHeaders, RawOperations, Security, Split, Variable,
        },
        style::Style,
    },
};

#[cfg(feature = "test-util")]
pub use crate::__examples as examples;

/// The items that the macros of this module expand to. Generated code does not use them directly.
pub mod expand {
    pub use serde;
    pub use serde_json;

    pub use crate::{
        call::{decode::no_output, errors::Outputs},
        transport::raw_response::RawResponse,
        types::{
            check::{At, Check, Violation},
            facts::{Constant, Depth, Facts, Inner, KeyFacts, Kinds, Tag, Texts},
            redact::{Privacy, Redact, Redacted},
            value::{PathValue, QueryValue},
        },
        wire::{
            choice::Choice,
            decode::{DecodeFailure, read},
            enumeration::{StringEnum, deserialize as deserialize_enum, facts as enum_facts},
            object::{
                Field, FieldVisitor, Object, Schema, check as check_object, deserialize as deserialize_object,
                facts as object_facts, read_rest, redact as redact_object, serialize as serialize_object,
            },
            status::StatusRange,
            style::{Unwritable, written as write_style},
            union::{
                Union, branch as read_branch, branch_facts, choice, deserialize as deserialize_union,
                facts as union_facts, no_branch,
            },
            visit::Visit,
        },
    };
}
