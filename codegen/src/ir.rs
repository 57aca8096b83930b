//! The intermediate representation: what is generated, as plain data, with every name decided and every reference
//! resolved.

mod api;
mod find;
mod operation;
mod parameter;
mod rare;
mod types;

pub(crate) use api::{
    Api, Client, Credential, Example, ListedServer, Module, OperationKey, PageFact, PagePlace, Pagination, Problem,
    RateLimit, Resource, ResponseHeader, SecretPlace, Security, Server, Variable, Version,
};
pub(crate) use find::{Find, Match};
pub(crate) use operation::{
    Answer, Batches, Body, BodyKind, Calls, Deprecation, Fixture, Link, Operation, OperationDocs, OperationNames,
    Origin, Paging, Plain, Request, Responses, Status, StatusClass, Success,
};
pub(crate) use parameter::{EmptyList, FixedParameter, ListStyle, Location, Parameter, Place, Style};
pub(crate) use rare::Rare;
pub(crate) use types::{
    Branch, Constant, Conversion, Field, Guard, JsonType, Limits, Presence, Remarks, Shape, Struct, TypeDef, TypeId,
    TypeRef, Variant,
};

pub(crate) use crate::bundle::ModuleId;
pub(crate) use crate::name::{Ident, Names};
pub(crate) use crate::openapi::Method;
