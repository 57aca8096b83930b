//! Operations: their requests and responses.

use std::fmt;

use super::api::Security;
use super::find::Find;
use super::parameter::{FixedParameter, Parameter, Style};
use super::rare::Rare;
use super::types::{Limits, TypeRef};
use crate::bundle::ModuleId;
use crate::name::Ident;
use crate::openapi::{Method, without_fragment};
use crate::source::NodeId;

/// An operation, in one of the ways to call it.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) names: OperationNames,
    pub(crate) request: Request,
    pub(crate) responses: Responses,
    pub(crate) calls: Calls,
    pub(crate) docs: OperationDocs,
    pub(crate) origin: Origin,
}

/// What an operation is called in Rust.
#[derive(Clone, Debug)]
pub(crate) struct OperationNames {
    /// The method of the resource handle.
    pub(crate) method: Ident,
    /// The request builder.
    pub(crate) builder: Ident,
    /// The static that describes it.
    pub(crate) constant: Ident,
}

/// What is sent, and where.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: Method,
    /// As the document has it, of which [`sent_path`](Self::sent_path) is sent.
    pub(crate) path: String,
    /// Where it is not that of the version.
    pub(crate) server: Option<String>,
    /// The credentials it asks for, where these are not those of the version.
    pub(crate) security: Option<Security>,
    /// The scopes that a token needs for it.
    pub(crate) scopes: Vec<String>,
    /// The media type of its body, where it is not `application/json`.
    pub(crate) content_type: Option<String>,
    /// The media types that are asked for, where the success alone does not say.
    pub(crate) accept: Option<String>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) fixed: Vec<FixedParameter>,
    /// The parameters of the query whose values keep reserved characters.
    pub(crate) reserved: Vec<String>,
    pub(crate) body: Option<Box<Body>>,
    /// The query parameters of which one must be given, unless everything is meant.
    pub(crate) guard: Option<Vec<String>>,
    /// Whether sending it twice does what sending it once does.
    pub(crate) idempotent: bool,
}

/// What may come back.
#[derive(Clone, Debug)]
pub(crate) struct Responses {
    pub(crate) success: Success,
    /// The statuses of the successes, in the order of the document.
    pub(crate) statuses: Vec<Status>,
    /// The redirects that are declared beside them.
    pub(crate) redirects: Vec<Status>,
    /// Of events: the media types of successes that belong to other methods.
    pub(crate) other_media: Vec<String>,
    /// Whether the success is a list to the runtime: it has pages, answers batches, is searched, or is an array.
    pub(crate) is_list: bool,
    /// The headers of the successes.
    pub(crate) headers: Vec<Ident>,
    pub(crate) errors: Vec<Answer>,
    /// The successes that the document shows.
    pub(crate) fixtures: Vec<Fixture>,
}

/// How several calls belong together, and how much goes into one.
#[derive(Clone, Debug)]
pub(crate) struct Calls {
    pub(crate) paging: Option<Paging>,
    /// How any number of items is sent.
    pub(crate) batches: Option<Batches>,
    pub(crate) items_per_call: Option<u32>,
    /// How many calls may be in flight.
    pub(crate) concurrency: Option<u32>,
    /// The lists that may be divided among several calls.
    pub(crate) split: Vec<String>,
    /// What forbids that where it is set.
    pub(crate) whole: Vec<String>,
    /// The methods that look an item of its list up.
    pub(crate) finds: Vec<Find>,
}

/// What the document says to readers.
#[derive(Clone, Debug)]
pub(crate) struct OperationDocs {
    pub(crate) summary: String,
    pub(crate) description: String,
    /// About the only success.
    pub(crate) success: String,
    pub(crate) deprecated: Option<Deprecation>,
    /// A page that says more.
    pub(crate) link: Option<Box<Link>>,
}

/// A page about something: its absolute URL, and what it is called, if the document says so.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) url: String,
    pub(crate) title: Option<String>,
}

/// Where an operation comes from.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) node: NodeId,
    /// The official operationId.
    pub(crate) id: String,
    /// Whether it is the same operation as another one, with a body or a response of another kind: their errors are one
    /// type.
    pub(crate) is_variant: bool,
}

impl Request {
    /// The path without its fragment, which tells operations on one path apart and is not sent.
    pub(crate) fn sent_path(&self) -> &str {
        without_fragment(&self.path)
    }

    /// The parameters that a method takes: the required ones, those of the path as they stand there, then the others
    /// sorted by name, since the order in which a document lists them may change without a word from the compiler.
    /// One may be left out.
    pub(crate) fn arguments(&self, without: Option<&Parameter>) -> impl Iterator<Item = &Parameter> {
        let key = |parameter: &Parameter| (parameter.wire_name.clone(), parameter.location.clone());
        let left_out = without.map(key);
        let required = self.parameters.iter().filter(move |parameter| parameter.required);
        let taken: Vec<_> = required.filter(|parameter| left_out.as_ref() != Some(&key(parameter))).collect();
        let (in_path, mut others): (Vec<_>, Vec<_>) =
            taken.into_iter().partition(|parameter| parameter.location.is_path());
        others.sort_by(|one, other| one.name.plain().cmp(other.name.plain()));
        in_path.into_iter().chain(others)
    }
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

#[derive(Clone, Debug)]
pub(crate) struct Body {
    pub(crate) name: Ident,
    pub(crate) ty: TypeRef,
    pub(crate) required: bool,
    pub(crate) limits: Rare<Limits>,
    pub(crate) docs: String,
    pub(crate) example: Option<NodeId>,
    pub(crate) kind: BodyKind,
}

/// How a body is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BodyKind {
    Json,
    /// A form, with the properties that are written in a style of their own.
    Form(Vec<(String, Style)>),
    Text,
    Bytes,
    /// Bytes of a media type that the caller names in this argument.
    BytesOf(Ident),
}

/// What a success brings.
#[derive(Clone, Debug)]
pub(crate) enum Success {
    /// No body.
    Empty,
    /// A body that is no JSON, as it came.
    Plain(Plain),
    /// Events as they arrive, with data of a type; or with text.
    Events(Option<TypeRef>),
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
    /// `None`: no JSON is declared.
    pub(crate) ty: Option<TypeRef>,
    /// What the body is instead.
    pub(crate) plain: Option<Plain>,
    pub(crate) docs: String,
    pub(crate) example: Option<NodeId>,
    /// The module of the component that it refers to, whose description is the component's.
    pub(crate) shared: Option<ModuleId>,
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
    /// All of a class: `4XX`.
    Range(StatusClass),
    /// All that have no answer of their own.
    Default,
}

/// The classes of statuses, as RFC 9110 calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StatusClass {
    Informational,
    Successful,
    Redirection,
    ClientError,
    ServerError,
}

impl Status {
    /// The first digit.
    pub(crate) fn digit(self) -> Option<u16> {
        match self {
            Self::Code(code) => Some(code / 100),
            Self::Range(class) => Some(class.digit()),
            Self::Default => None,
        }
    }
}

impl StatusClass {
    const ALL: [Self; 5] =
        [Self::Informational, Self::Successful, Self::Redirection, Self::ClientError, Self::ServerError];

    /// The class of a first digit.
    pub(crate) fn of(digit: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.digit() == digit)
    }

    /// The first digit of its statuses.
    pub(crate) fn digit(self) -> u16 {
        match self {
            Self::Informational => 1,
            Self::Successful => 2,
            Self::Redirection => 3,
            Self::ClientError => 4,
            Self::ServerError => 5,
        }
    }
}

/// `404`, `4xx` or `default`.
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(class) => write!(f, "{}xx", class.digit()),
            Self::Default => f.write_str("default"),
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
