//! What generated code states as data: APIs, operations, clients.

use super::{Location, StatusRange, errors::ANY_STATUS};

/// The success of most operations.
const OK: &[StatusRange] = crate::__statuses![200];

/// One version of an API: what its operations share.
#[derive(Debug)]
pub struct Api {
    /// The short name, such as `v3`.
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
    /// The Rust name, as in `v3.customers.list`.
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
    /// The media type of its body.
    pub content_type: &'static str,
    /// The media types that it answers with, where they are not those that the success is decoded from.
    pub accept: Option<&'static str>,
    /// The statuses of its successes.
    pub successes: &'static [StatusRange],
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
            content_type: "application/json",
            accept: None,
            successes: OK,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// The operations, all of this name.
    #[must_use]
    pub const fn new(api: &'static Api, name: &'static str) -> Self {
        const fn operation(api: &'static Api, name: &'static str, method: Method, idempotent: bool) -> Operation {
            Operation { name, method, idempotent, successes: ANY_STATUS, ..Operation::new(api) }
        }
        Self([
            operation(api, name, Method::Get, true),
            operation(api, name, Method::Head, true),
            operation(api, name, Method::Options, true),
            operation(api, name, Method::Put, true),
            operation(api, name, Method::Delete, true),
            operation(api, name, Method::Post, false),
            operation(api, name, Method::Patch, false),
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

/// What a client needs to be told.
#[derive(Debug)]
pub struct ClientSpec {
    /// The variables in the servers' URLs.
    pub variables: &'static [Variable],
    /// The credentials.
    pub credentials: &'static [Credential],
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

/// A secret that goes along with each request.
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
