//! The intermediate representation: what is generated, as plain data, with every name decided and every reference
//! resolved.

mod api;
mod find;
mod operation;
mod parameter;
mod side;
mod sparse;
mod types;

pub(crate) use api::{
    Api, Client, Credential, CredentialLocation, Example, ListedServer, Module, OperationKey, PageFact, PageFactPath,
    Pagination, Problem, RateLimit, Resource, ResponseHeader, Security, Server, TypeAlias, Variable, Version,
};
pub(crate) use find::{Find, Match};
pub(crate) use operation::{
    Batches, Body, BodyKind, Calls, Deprecation, Fixture, Link, Operation, OperationDocs, OperationNames, Origin,
    Paging, Plain, Request, Responses, Status, StatusClass, StatusResponse, Success,
};
pub(crate) use parameter::{EmptyList, FixedParameter, ListStyle, ParamIn, ParamLocation, Parameter, Style};
pub(crate) use side::{Access, Side};
pub(crate) use sparse::Sparse;
pub(crate) use types::{
    Aliases, Annotations, Branch, Constant, Conversion, Field, Guard, JsonType, Limits, MappedType, Presence, Shape,
    Struct, TypeDef, TypeId, TypeRef, Variant,
};

pub(crate) use crate::bundle::ModuleId;
pub(crate) use crate::name::{Ident, Names};
pub(crate) use crate::openapi::Method;
