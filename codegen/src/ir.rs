//! What is to be written in Rust, as plain data: every name decided, every reference resolved.

mod api;
mod find;
mod method;
mod name;
mod operation;
mod rare;
mod types;

pub(crate) use api::{
    Api, Client, Credential, Example, Module, OperationKey, PagePlace, Pagination, Problem, RateLimit, Resource,
    ResponseHeader, SecretPlace, Security, Server, Variable, Version,
};
pub(crate) use find::{Find, Match};
pub(crate) use method::{Method, without_fragment};
pub(crate) use name::{Ident, Names, is_keyword};
pub(crate) use operation::{
    Answer, Batches, Body, BodyKind, Deprecation, EmptyList, FixedParameter, Fixture, ListStyle, Location, Operation,
    Paging, Parameter, Place, Plain, Status, Style, Success,
};
pub(crate) use rare::Rare;
pub(crate) use types::{
    Branch, Constant, Conversion, Field, Guard, JsonType, Limits, Presence, Remarks, Shape, Struct, TypeDef, TypeId,
    TypeRef, Variant,
};
