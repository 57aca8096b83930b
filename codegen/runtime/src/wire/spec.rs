//! What generated code states as data: APIs, operations, clients.

use reqwest::StatusCode;

use crate::wire::{
    location::Location,
    status::{ANY_STATUS, StatusRange},
};

/// The success of most operations.
const OK: &[StatusRange] = crate::__statuses![200];

/// One version of an API: what its operations share.
#[derive(Debug)]
pub struct Api {
    /// The short name, such as `v1`.
    pub name: &'static str,
    /// The URL before the paths, with `{variables}`.
    pub server: &'static str,
    /// The response header that identifies a call for the API's support.
    pub request_id: Option<&'static str>,
    /// The request header for an id of the caller's.
    pub correlation_id: Option<&'static str>,
    /// The response headers of the rate limit.
    pub rate_limit: Option<RateLimitHeaders>,
    /// Where error bodies keep what they say.
    pub problem: ProblemKeys,
    /// How pages are asked for.
    pub pagination: Option<Pagination>,
    /// The longest URL that is understood, in bytes.
    pub max_url: Option<usize>,
    /// The credentials of its operations.
    pub security: Security,
}

/// The query parameters by which pages are asked for.
#[derive(Debug)]
pub struct Pagination {
    /// Takes the number of a page, from 1.
    pub page: &'static str,
    /// Takes the most items of a page.
    pub limit: &'static str,
    /// Takes the cursor after which a page begins.
    pub after: Option<&'static str>,
    /// Takes the cursor before which a page ends.
    pub before: Option<&'static str>,
    /// The most items that a page has, whatever is asked for.
    pub largest: Option<i64>,
}

/// The names of the response headers that tell the rate limit.
#[derive(Debug)]
pub struct RateLimitHeaders {
    /// How many calls a window allows.
    pub quota: &'static str,
    /// How many of them are left.
    pub left: &'static str,
    /// Milliseconds until the window ends.
    pub reset_ms: &'static str,
    /// Milliseconds that a window lasts.
    pub window_ms: &'static str,
    /// Whole seconds to wait after a refused call.
    pub retry_after_s: Option<&'static str>,
}

/// The keys under which error bodies keep what they say; the first that is there counts.
#[derive(Debug)]
pub struct ProblemKeys {
    /// A short text without personal data.
    pub title: &'static [&'static str],
    /// An object whose keys are the fields at fault, or a list of further problems.
    pub keys: &'static [&'static str],
    /// A longer text, which may repeat what was sent.
    pub detail: &'static [&'static str],
}

/// One operation of an API.
#[derive(Debug)]
pub struct Operation {
    /// The version that it belongs to.
    pub api: &'static Api,
    /// The `operationId` of the document.
    pub id: &'static str,
    /// The Rust name, as in `v1.pets.list`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path after the server's URL, with `{parameters}`.
    pub path: &'static str,
    /// The parameters with one value only, which every call sends: where, by which name, and the value.
    pub fixed: &'static [(Location, &'static str, &'static str)],
    /// The query parameters whose values keep the characters that RFC 3986 reserves.
    pub reserved: &'static [&'static str],
    /// The server's URL, where it is not that of the version.
    pub server: Option<&'static str>,
    /// The credentials, where they are not those of the version.
    pub security: Option<Security>,
    /// The media type of its body.
    pub content_type: &'static str,
    /// The media types that it answers with, where they are not those that the success is decoded from.
    pub accept: Option<&'static str>,
    /// Of an operation that answers with events: the media types of its successes that belong to other methods.
    pub other_media: &'static [&'static str],
    /// The statuses of its successes.
    pub successes: &'static [StatusRange],
    /// The redirects that are declared beside its successes.
    pub redirects: &'static [StatusRange],
    /// How the pages of a list follow each other.
    pub paging: Option<Paging>,
    /// How many items a call may carry.
    pub items_per_call: Option<u32>,
    /// How many calls may run at the same time.
    pub concurrency: Option<u32>,
    /// Whether a second identical call changes nothing more.
    pub idempotent: bool,
    /// The query parameters of which one must be set, unless the caller asked for everything.
    pub guard: Option<&'static [&'static str]>,
    /// The properties that an item and what is answered about it have in common.
    pub batch_key: &'static [&'static str],
    /// Whether all items of a call are carried out or none.
    pub atomic: bool,
    /// The statuses of a call that was carried out in part, if its answer holds something that was.
    pub partial: &'static [u16],
    /// How a call may be divided whose URL would be too long.
    pub split: Option<Split>,
    /// The OAuth scopes of which the token needs one.
    pub scopes: &'static [&'static str],
}

impl Operation {
    /// Whether a call may change something.
    pub(crate) fn writes(&self) -> bool {
        !matches!(self.method, Method::Get | Method::Head | Method::Options | Method::Trace)
    }

    /// Whether a response of this status is a success: any 2xx, and a redirect that is declared as one.
    pub(crate) fn succeeds_with(&self, status: StatusCode) -> bool {
        status.is_success() || (status.is_redirection() && StatusRange::names(self.successes, status.as_u16()))
    }

    /// Whether a redirect of this status is one of the operation's declared responses.
    pub(crate) fn declares(&self, status: StatusCode) -> bool {
        self.succeeds_with(status) || StatusRange::names(self.redirects, status.as_u16())
    }

    /// The values that an operation has unless it states others.
    #[must_use]
    pub const fn new(api: &'static Api) -> Self {
        Self {
            api,
            id: "",
            name: "",
            method: Method::Get,
            path: "",
            fixed: &[],
            reserved: &[],
            server: None,
            security: None,
            content_type: "application/json",
            accept: None,
            other_media: &[],
            successes: OK,
            redirects: &[],
            paging: None,
            items_per_call: None,
            concurrency: None,
            idempotent: false,
            guard: None,
            batch_key: &[],
            atomic: false,
            partial: &[],
            split: None,
            scopes: &[],
        }
    }
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// `GET`
    Get,
    /// `HEAD`
    Head,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
    /// `OPTIONS`
    Options,
    /// `TRACE`
    Trace,
}

/// Operations of an API that stand for whatever it has beyond the specification, one for each method.
#[derive(Debug)]
pub struct RawOperations([Operation; 7]);

impl RawOperations {
    /// The operations, all of this name, with the API's credentials.
    #[must_use]
    pub const fn new(api: &'static Api, name: &'static str) -> Self {
        Self::with(api, name, None)
    }

    /// The operations, all of this name, with credentials that are not those of the API.
    #[must_use]
    pub const fn with_security(api: &'static Api, name: &'static str, security: Security) -> Self {
        Self::with(api, name, Some(security))
    }

    const fn with(api: &'static Api, name: &'static str, security: Option<Security>) -> Self {
        macro_rules! operation {
            ($method:ident, $idempotent:literal) => {
                Operation {
                    name,
                    method: Method::$method,
                    idempotent: $idempotent,
                    security,
                    successes: ANY_STATUS,
                    ..Operation::new(api)
                }
            };
        }
        Self([
            operation!(Get, true),
            operation!(Head, true),
            operation!(Options, true),
            operation!(Put, true),
            operation!(Delete, true),
            operation!(Post, false),
            operation!(Patch, false),
        ])
    }

    /// The one for a method.
    pub(crate) fn get(&self, method: &reqwest::Method) -> Option<&Operation> {
        self.0.iter().find(|operation| reqwest::Method::from(operation.method) == *method)
    }

    /// Any of them.
    pub(crate) fn any(&self) -> &Operation {
        let Self([first, ..]) = self;
        first
    }
}

impl From<Method> for reqwest::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Head => Self::HEAD,
            Method::Post => Self::POST,
            Method::Put => Self::PUT,
            Method::Patch => Self::PATCH,
            Method::Delete => Self::DELETE,
            Method::Options => Self::OPTIONS,
            Method::Trace => Self::TRACE,
        }
    }
}

/// How a call is divided into several that together ask for the same.
#[derive(Clone, Copy, Debug)]
pub struct Split {
    /// The lists of the query that may be divided: what is found for the parts is what is found for the whole.
    pub lists: &'static [&'static str],
    /// The parameters that are about the answer as a whole: where one is set, nothing is divided.
    pub whole: &'static [&'static str],
}

/// How the pages of a list follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paging {
    /// By page number, with the totals in the answer.
    Offset,
    /// By cursor, with page numbers where the API gives no cursor.
    Cursor,
    /// By page number, until a bare list ends.
    List,
}

/// How a list is written into the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListStyle {
    /// `x=a,b`
    Comma,
    /// `x=a%20b`
    Space,
    /// `x=a%7Cb`
    Pipe,
    /// `x=a&x=b`
    Repeat,
}

/// What an empty list in the query means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnEmpty {
    /// A filter: left out, it would select everything, so it is refused.
    Refuse,
    /// A selection of nothing more: it is left out.
    Omit,
}

/// Sets of credentials, any one of which suffices. An empty set: the call may go without credentials. No set at all: it
/// goes without.
pub type Security = &'static [&'static [&'static Credential]];

/// What a client needs to be told.
#[derive(Debug)]
pub struct ClientSpec {
    /// What the client calls itself, unless it is told otherwise: name and version of the crate that describes it.
    pub user_agent: &'static str,
    /// The variables in the servers' URLs.
    pub variables: &'static [Variable],
    /// The credentials that it may be given.
    pub credentials: &'static [&'static Credential],
    /// Those without which no operation can be called.
    pub needs: Security,
}

/// A variable in the servers' URLs.
#[derive(Debug)]
pub struct Variable {
    /// Its name in the URL.
    pub name: &'static str,
    /// The environment variable that holds it.
    pub env: Option<&'static str>,
    /// What it is unless it is set.
    pub default: Option<&'static str>,
}

/// A secret that goes with the calls of the operations that ask for it. Each is one static, by whose address it is known.
#[derive(Debug)]
pub struct Credential {
    /// What the document calls the scheme.
    pub scheme: &'static str,
    /// Where it goes.
    pub place: SecretPlace,
    /// The name of the header, of the query parameter or of the cookie.
    pub name: &'static str,
    /// The environment variable that holds it.
    pub env: Option<&'static str>,
}

/// Where a secret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretPlace {
    /// Into a header as it is.
    Header,
    /// Into a header, behind `Bearer `.
    Bearer,
    /// Into a header as a user name and a password, both in one text with a colon between them.
    Basic,
    /// Into a parameter of the query.
    Query,
    /// Into a cookie.
    Cookie,
}
