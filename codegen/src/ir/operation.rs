//! Operations: what is sent, and what may be answered.

use std::fmt;

use super::name::Ident;
use super::types::{Limits, TypeRef};
use crate::source::NodeId;

#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// The method of the resource handle.
    pub(crate) name: Ident,
    /// The request builder.
    pub(crate) builder: Ident,
    /// The enum of its error answers.
    pub(crate) error: Ident,
    /// The static that describes it.
    pub(crate) constant: Ident,
    /// The official operationId.
    pub(crate) id: String,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    pub(crate) success: Success,
    /// The statuses of its successes, in the order of the document.
    pub(crate) success_statuses: Vec<Status>,
    /// What the document says about the only success.
    pub(crate) success_docs: String,
    /// The successes that the document shows.
    pub(crate) fixtures: Vec<Fixture>,
    pub(crate) errors: Vec<Answer>,
    pub(crate) paging: Option<Paging>,
    pub(crate) items_per_call: Option<u32>,
    /// How any number of items is sent.
    pub(crate) batches: Option<Batches>,
    pub(crate) concurrency: Option<u32>,
    pub(crate) idempotent: bool,
    /// The query parameters of which one must be given, unless everything is meant.
    pub(crate) guard: Option<Vec<String>>,
    /// The lists that may be divided among several calls.
    pub(crate) split: Vec<String>,
    /// What forbids that where it is set.
    pub(crate) whole: Vec<String>,
    pub(crate) scopes: Vec<String>,
    pub(crate) deprecated: Option<Deprecation>,
    /// The methods that look an item of its list up.
    pub(crate) finds: Vec<Find>,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) origin: NodeId,
}

impl Operation {
    /// The parameters that a method takes: the required ones, those of the path first. One may be left out.
    pub(crate) fn arguments(&self, without: Option<&Parameter>) -> impl Iterator<Item = &Parameter> {
        let left_out = without.map(|parameter| (parameter.wire_name.as_str(), parameter.location));
        let is_taken = move |parameter: &&Parameter| {
            parameter.required && left_out != Some((parameter.wire_name.as_str(), parameter.location))
        };
        let in_path = |parameter: &&Parameter| parameter.location == Location::Path;
        let required = || self.parameters.iter().filter(is_taken);
        required().filter(in_path).chain(required().filter(move |parameter| !in_path(parameter)))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
}

impl Method {
    pub(crate) const ALL: [(&'static str, Self); 7] = [
        ("get", Self::Get),
        ("put", Self::Put),
        ("post", Self::Post),
        ("delete", Self::Delete),
        ("options", Self::Options),
        ("head", Self::Head),
        ("patch", Self::Patch),
    ];

    /// The variant of the runtime's enum.
    pub(crate) fn variant(self) -> &'static str {
        match self {
            Self::Get => "Get",
            Self::Put => "Put",
            Self::Post => "Post",
            Self::Delete => "Delete",
            Self::Options => "Options",
            Self::Head => "Head",
            Self::Patch => "Patch",
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    pub(crate) wire_name: String,
    pub(crate) location: Location,
    pub(crate) ty: TypeRef,
    pub(crate) required: bool,
    /// Whether it narrows down what the operation is about.
    pub(crate) narrows: bool,
    /// Whether a list may be divided among several calls; `false` if nothing may be while this is set.
    pub(crate) split: Option<bool>,
    pub(crate) docs: String,
    pub(crate) limits: Limits,
    pub(crate) deprecated: bool,
    pub(crate) example: Option<NodeId>,
}

/// A method for any number of items, in as many calls as it takes.
#[derive(Clone, Debug)]
pub(crate) struct Batches {
    pub(crate) name: Ident,
    /// The properties that an item and what is answered about it have in common.
    pub(crate) key: Vec<String>,
    /// Whether all items of a call are carried out or none.
    pub(crate) atomic: bool,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    /// A list in the query.
    QueryList(ListStyle, EmptyList),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListStyle {
    Comma,
    Space,
    Pipe,
    Repeat,
}

/// What an empty list means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EmptyList {
    Refuse,
    Omit,
}

#[derive(Clone, Debug)]
pub(crate) struct Body {
    pub(crate) name: Ident,
    pub(crate) ty: TypeRef,
    pub(crate) required: bool,
    pub(crate) limits: Limits,
    pub(crate) docs: String,
    pub(crate) example: Option<NodeId>,
}

/// What a success brings.
#[derive(Clone, Debug)]
pub(crate) enum Success {
    /// No body.
    Empty,
    /// A body that is no JSON, as it came.
    Plain(Plain),
    Json(TypeRef),
    /// A list; an empty body is an empty list.
    JsonOrEmpty(TypeRef),
    /// An empty body is `None`.
    JsonOrNone(TypeRef),
    /// A list of items, all of which were carried out; or, with these statuses, some.
    Partial {
        whole: TypeRef,
        part: TypeRef,
        statuses: Vec<u16>,
    },
    /// One of several, by status.
    Outputs {
        name: Ident,
        answers: Vec<Answer>,
    },
}

/// What a body is that is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plain {
    Text,
    Bytes,
}

/// An answer of one status.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: Status,
    pub(crate) variant: Ident,
    /// `None`: no body is declared.
    pub(crate) ty: Option<TypeRef>,
    pub(crate) docs: String,
    pub(crate) example: Option<NodeId>,
    /// Whether it tells of items that were carried out beside those that were not.
    pub(crate) partial: bool,
}

/// A success for tests, as the document shows it.
#[derive(Clone, Debug)]
pub(crate) struct Fixture {
    /// The constant that holds it.
    pub(crate) name: Ident,
    pub(crate) status: u16,
    pub(crate) ty: TypeRef,
    pub(crate) docs: String,
    pub(crate) example: NodeId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    Code(u16),
    /// All of a hundred: `4XX` is `Range(4)`.
    Range(u16),
}

/// As the tables of the runtime have it.
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(hundred) => write!(f, "{hundred}xx"),
        }
    }
}

/// How a list goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paging {
    Offset,
    Cursor,
    List,
}

#[derive(Clone, Debug)]
pub(crate) struct Deprecation {
    /// The operations to use instead.
    pub(crate) replacements: Vec<NodeId>,
}

/// A method that calls a list with one value of a filter, for the item that is left.
#[derive(Clone, Debug)]
pub(crate) struct Find {
    /// The method of the resource handle.
    pub(crate) name: Ident,
    /// The request builder.
    pub(crate) builder: Ident,
    /// The filter, called as the argument is.
    pub(crate) by: Parameter,
    /// What the list holds.
    pub(crate) item: TypeRef,
    pub(crate) docs: String,
}
