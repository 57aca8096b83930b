//! Operations: their requests and responses.

use std::fmt;

use super::api::Security;
use super::find::Find;
use super::parameter::{FixedParameter, Parameter, Style};
use super::sparse::Sparse;
use super::types::{Aliases, Limits, TypeRef};
use crate::bundle::ModuleId;
use crate::name::Ident;
use crate::openapi::{Method, without_fragment};
use crate::source::NodeId;

/// An operation, or one of its variants.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub(crate) names: OperationNames,
    pub(crate) request: Request,
    pub(crate) responses: Responses,
    pub(crate) calls: Calls,
    pub(crate) docs: OperationDocs,
    pub(crate) origin: Origin,
}

/// The Rust names of an operation.
#[derive(Clone, Debug)]
pub(crate) struct OperationNames {
    /// The method of the resource handle.
    pub(crate) method: Ident,
    pub(crate) aliases: Aliases,
    /// The request builder.
    pub(crate) builder: Ident,
    /// The static that describes it.
    pub(crate) constant: Ident,
}

/// The request of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: Method,
    /// As written in the document. [`sent_path`](Self::sent_path) returns the part that is sent.
    pub(crate) path: String,
    /// If it differs from that of the version.
    pub(crate) server: Option<String>,
    /// If it differs from that of the version.
    pub(crate) security: Option<Security>,
    /// The scopes that a token requires for it.
    pub(crate) scopes: Vec<String>,
    /// The media type of the body, if it is not `application/json`.
    pub(crate) content_type: Option<String>,
    /// The `Accept` header, if the kind of the success does not imply it.
    pub(crate) accept: Option<String>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) fixed: Vec<FixedParameter>,
    /// The query parameters with `allowReserved`.
    pub(crate) reserved: Vec<String>,
    pub(crate) body: Option<Box<Body>>,
    /// The query parameters of which at least one is required, unless the caller explicitly means everything.
    pub(crate) guard: Option<Vec<String>>,
    /// Whether the operation is idempotent.
    pub(crate) idempotent: bool,
}

/// The responses of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Responses {
    pub(crate) success: Success,
    /// The statuses of the success responses, in the order of the document.
    pub(crate) statuses: Vec<Status>,
    /// The redirects that are declared besides them.
    pub(crate) redirects: Vec<Status>,
    /// For event streams: the media types of success responses that other methods decode.
    pub(crate) other_media: Vec<String>,
    /// Whether the runtime treats the success as a list: it has pages, belongs to a batch or a lookup, or is an array.
    pub(crate) is_list: bool,
    /// The headers of the success responses.
    pub(crate) headers: Vec<Ident>,
    pub(crate) errors: Vec<StatusResponse>,
    /// The examples of success responses.
    pub(crate) fixtures: Vec<Fixture>,
}

/// How several calls are combined, and how large each may be.
#[derive(Clone, Debug)]
pub(crate) struct Calls {
    pub(crate) paging: Option<Paging>,
    /// The method that would send any number of items; see [`Operation::batches`].
    pub(crate) batches: Option<Batches>,
    pub(crate) items_per_call: Option<u32>,
    /// The maximum number of concurrent calls.
    pub(crate) concurrency: Option<u32>,
    /// The array parameters that may be split among several calls.
    pub(crate) split: Vec<String>,
    /// The parameters that rule out splitting when they are set.
    pub(crate) whole: Vec<String>,
    /// The methods that look up one item of the list.
    pub(crate) finds: Vec<Find>,
}

/// The documentation of an operation.
#[derive(Clone, Debug)]
pub(crate) struct OperationDocs {
    pub(crate) summary: String,
    pub(crate) description: String,
    /// The description of the success response, if there is only one.
    pub(crate) success: String,
    pub(crate) deprecated: Option<Deprecation>,
    /// The external documentation.
    pub(crate) link: Option<Box<Link>>,
}

/// The absolute URL of a page, and its title, if the document has one.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) url: String,
    pub(crate) title: Option<String>,
}

/// Where an operation comes from.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) node: NodeId,
    /// The operationId of the document.
    pub(crate) id: String,
    /// Whether it is a variant of another operation, with another kind of body or response: they share the error type.
    pub(crate) is_variant: bool,
}

impl Operation {
    /// Returns the types of what it sends.
    pub(crate) fn sent(&self) -> Vec<&TypeRef> {
        let request = &self.request;
        let parameters = request.parameters.iter().chain(self.calls.finds.iter().map(|find| &find.by));
        parameters.map(|parameter| &parameter.ty).chain(request.body.iter().map(|body| &body.ty)).collect()
    }

    /// Returns the types of what it sends.
    pub(crate) fn sent_mut(&mut self) -> Vec<&mut TypeRef> {
        let request = &mut self.request;
        let parameters = request.parameters.iter_mut().chain(self.calls.finds.iter_mut().map(|find| &mut find.by));
        parameters.map(|parameter| &mut parameter.ty).chain(request.body.iter_mut().map(|body| &mut body.ty)).collect()
    }

    /// Returns the types of what it receives.
    pub(crate) fn received(&self) -> Vec<&TypeRef> {
        let success = match &self.responses.success {
            Success::Empty | Success::Plain(_) | Success::Events(None) => Vec::new(),
            Success::Events(Some(ty)) | Success::Json(ty) | Success::JsonOrEmpty(ty) | Success::JsonOrNone(ty) => {
                vec![ty]
            }
            Success::Partial { whole, part, .. } => vec![whole, part],
            Success::Outputs { responses, .. } => responses.iter().filter_map(|one| one.ty.as_ref()).collect(),
        };
        success.into_iter().chain(self.responses.errors.iter().filter_map(|error| error.ty.as_ref())).collect()
    }

    /// Returns the method that sends any number of items: it needs a list on the way back as well.
    pub(crate) fn batches(&self) -> Option<&Batches> {
        self.calls.batches.as_ref().filter(|_| self.responses.is_list)
    }
}

impl Request {
    /// Returns the path without its fragment, which distinguishes operations with the same path and is not sent.
    pub(crate) fn sent_path(&self) -> &str {
        without_fragment(&self.path)
    }

    /// Returns the parameters that are arguments of the method: the required ones except `without`, those of the path
    /// in its order, then the others sorted by name, because reordering the document would otherwise swap arguments of
    /// equal types without a compiler error.
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

/// A method that sends any number of items, in as many calls as necessary.
#[derive(Clone, Debug)]
pub(crate) struct Batches {
    pub(crate) name: Ident,
    pub(crate) aliases: Aliases,
    /// The properties that identify an item in both the request and the response.
    pub(crate) key: Vec<String>,
    /// Whether a call takes effect for all of its items or for none.
    pub(crate) atomic: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Body {
    pub(crate) name: Ident,
    /// Of the setter.
    pub(crate) aliases: Aliases,
    pub(crate) ty: TypeRef,
    pub(crate) required: bool,
    pub(crate) limits: Sparse<Limits>,
    pub(crate) docs: String,
    pub(crate) example: Option<NodeId>,
    pub(crate) kind: BodyKind,
}

/// How a body is encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BodyKind {
    Json,
    /// A form, with the properties that have an explicit style.
    Form(Vec<(String, Style)>),
    Text,
    Bytes,
    /// Bytes whose media type the caller passes in this argument.
    BytesOf(Ident),
}

/// The success of an operation.
#[derive(Clone, Debug)]
pub(crate) enum Success {
    /// No body.
    Empty,
    /// A body that is not JSON, returned unchanged.
    Plain(Plain),
    /// A stream of events whose data has this type, or is text.
    Events(Option<TypeRef>),
    Json(TypeRef),
    /// A list; an empty body is an empty list.
    JsonOrEmpty(TypeRef),
    /// An empty body is `None`.
    JsonOrNone(TypeRef),
    /// A list of items. With these statuses, only some of them took effect.
    Partial {
        whole: TypeRef,
        part: TypeRef,
        statuses: Vec<u16>,
    },
    /// One of several responses, by status.
    Outputs {
        name: Ident,
        responses: Vec<StatusResponse>,
    },
}

/// The kind of a body that is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plain {
    Text,
    Bytes,
}

/// The response with a status.
#[derive(Clone, Debug)]
pub(crate) struct StatusResponse {
    pub(crate) status: Status,
    pub(crate) variant: Ident,
    /// `None` if the document declares no JSON.
    pub(crate) ty: Option<TypeRef>,
    /// The kind of the body in that case.
    pub(crate) plain: Option<Plain>,
    pub(crate) docs: String,
    pub(crate) example: Option<NodeId>,
    /// The module of the component response that it refers to, which has the description.
    pub(crate) shared: Option<ModuleId>,
    /// Whether the body also lists the items that took effect.
    pub(crate) partial: bool,
}

/// An example of a success response, as a constant for tests.
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
    /// All statuses of a class: `4XX`.
    Range(StatusClass),
    /// All statuses that are not declared.
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
    /// Returns the first digit.
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

    /// Returns the class with this first digit.
    pub(crate) fn of(digit: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.digit() == digit)
    }

    /// Returns the first digit of its statuses.
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

/// How the pages of a list are requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paging {
    Offset,
    Cursor,
    List,
    Skip,
}

#[derive(Clone, Debug)]
pub(crate) struct Deprecation {
    /// The operations to use instead.
    pub(crate) replacements: Vec<NodeId>,
}
