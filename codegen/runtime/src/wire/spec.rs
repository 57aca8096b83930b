//! The data of generated code: APIs, operations, clients.

use reqwest::StatusCode;

use crate::wire::{
    errors::{ANY_ERROR, ErrorResponse},
    param_location::ParamLocation,
    status::{ANY_STATUS, StatusRange},
};

/// The successes of most operations.
const OK: &[StatusRange] = crate::__statuses![200];

/// A version of an API: what its operations have in common.
#[derive(Debug)]
pub struct Api {
    /// The short name, such as `v1`.
    pub name: &'static str,
    /// The URL before the paths, with `{variables}`.
    pub server: &'static str,
    /// The response header with the id by which the support of the API finds a call.
    pub request_id: Option<&'static str>,
    /// The request header for an id of the caller.
    pub correlation_id: Option<&'static str>,
    /// The response headers of the rate limit.
    pub rate_limit: Option<RateLimitHeaders>,
    /// The keys of error bodies.
    pub problem: ProblemKeys,
    /// The parameters of pages.
    pub pagination: Option<Pagination>,
    /// The maximum length of a URL, in bytes.
    pub max_url: Option<usize>,
    /// The credentials of its operations.
    pub security: Security,
}

/// The query parameters of pages.
#[derive(Debug)]
pub struct Pagination {
    /// The number of a page, from 1.
    pub page: Option<&'static str>,
    /// The number of items before a page.
    pub skip: Option<&'static str>,
    /// The maximum number of items of a page.
    pub limit: &'static str,
    /// The cursor after which a page begins.
    pub after: Option<&'static str>,
    /// The cursor before which a page ends.
    pub before: Option<&'static str>,
    /// The maximum number of items of a page that the API allows.
    pub largest: Option<i64>,
}

/// The names of the response headers of the rate limit.
#[derive(Debug)]
pub struct RateLimitHeaders {
    /// How many calls a window allows.
    pub quota: &'static str,
    /// How many of them are left.
    pub left: &'static str,
    /// Milliseconds until the window ends.
    pub reset_ms: &'static str,
    /// The length of a window in milliseconds.
    pub window_ms: &'static str,
    /// Whole seconds to wait after a refused call.
    pub retry_after_s: Option<&'static str>,
}

/// The properties of error bodies; the first one that is present counts. All but those in `keys` may be paths, with dots
/// between the names of properties; a path leads through arrays to each of their items.
#[derive(Debug)]
pub struct ProblemKeys {
    /// A short text without personal data.
    pub title: &'static [&'static str],
    /// An object whose keys are the fields at fault, or an array of further problems.
    pub keys: &'static [&'static str],
    /// A longer text, which may repeat what was sent.
    pub detail: &'static [&'static str],
    /// What programs tell errors apart by: a text or a number.
    pub code: &'static [&'static str],
}

/// An operation of an API.
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
    /// The parameters with a fixed value, which every call sends: location, name and value.
    pub fixed: &'static [(ParamLocation, &'static str, &'static str)],
    /// The query parameters whose values may contain the reserved characters of RFC 3986.
    pub reserved: &'static [&'static str],
    /// The URL of the server, if it is not that of the version.
    pub server: Option<&'static str>,
    /// The credentials, if they are not those of the version.
    pub security: Option<Security>,
    /// The media type of its body.
    pub content_type: &'static str,
    /// The parts of a multipart body in their order, each with the media type of its files if it has only one.
    pub parts: &'static [(&'static str, &'static str)],
    /// The media types to accept, if they are not those that the success is decoded from.
    pub accept: Option<&'static str>,
    /// For an operation that responds with events: the media types of its successes that belong to other methods.
    pub other_media: &'static [&'static str],
    /// The statuses of its successes.
    pub successes: &'static [StatusRange],
    /// Its error responses.
    pub errors: &'static [ErrorResponse],
    /// The redirects that are declared besides its successes.
    pub redirects: &'static [StatusRange],
    /// How to get the next page of a list.
    pub paging: Option<Paging>,
    /// The maximum number of items of a call.
    pub items_per_call: Option<u32>,
    /// The maximum number of concurrent calls.
    pub concurrency: Option<u32>,
    /// Whether a POST or PATCH is idempotent: an identical second call changes nothing more. The other methods always are
    /// (RFC 9110, section 9.2.2).
    pub idempotent: bool,
    /// The query parameters one of which must be set, unless the caller asked for everything.
    pub guard: Option<&'static [&'static str]>,
    /// The method that takes any number of items.
    pub batches: Option<&'static str>,
    /// The properties that an item and its result have in common.
    pub batch_key: &'static [&'static str],
    /// Whether the items of a call succeed all or not at all.
    pub atomic: bool,
    /// The statuses of a partial success, if the response holds an item that succeeded.
    pub partial: &'static [u16],
    /// How to split a call whose URL would be too long.
    pub split: Option<Split>,
    /// The OAuth scopes one of which the token needs.
    pub scopes: &'static [&'static str],
}

impl Operation {
    /// Returns whether a call may change something.
    pub(crate) fn writes(&self) -> bool {
        !matches!(self.method, Method::Get | Method::Head | Method::Options | Method::Trace)
    }

    /// Returns whether a response of this status is a success: any 2xx, or a redirect that is declared as one.
    pub(crate) fn succeeds_with(&self, status: StatusCode) -> bool {
        status.is_success() || (status.is_redirection() && StatusRange::names(self.successes, status.as_u16()))
    }

    /// Returns whether this status is one of the declared responses of the operation.
    pub(crate) fn declares(&self, status: StatusCode) -> bool {
        self.succeeds_with(status) || StatusRange::names(self.redirects, status.as_u16())
    }

    /// Creates an operation with default values.
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
            parts: &[],
            accept: None,
            other_media: &[],
            successes: OK,
            errors: &[],
            redirects: &[],
            paging: None,
            items_per_call: None,
            concurrency: None,
            idempotent: false,
            guard: None,
            batches: None,
            batch_key: &[],
            atomic: false,
            partial: &[],
            split: None,
            scopes: &[],
        }
    }

    /// Returns whether an identical second call changes nothing more.
    pub(crate) const fn is_idempotent(&self) -> bool {
        self.idempotent || !matches!(self.method, Method::Post | Method::Patch)
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

/// The operations of raw calls, one for each method.
#[derive(Debug)]
pub struct RawOperations([Operation; 7]);

impl RawOperations {
    /// Creates the operations with this name and the credentials of the API.
    #[must_use]
    pub const fn new(api: &'static Api, name: &'static str) -> Self {
        Self::with(api, name, None)
    }

    /// Creates the operations with this name and other credentials.
    #[must_use]
    pub const fn with_security(api: &'static Api, name: &'static str, security: Security) -> Self {
        Self::with(api, name, Some(security))
    }

    const fn with(api: &'static Api, name: &'static str, security: Option<Security>) -> Self {
        macro_rules! operation {
            ($method:ident) => {
                Operation {
                    name,
                    method: Method::$method,
                    security,
                    successes: ANY_STATUS,
                    errors: ANY_ERROR,
                    ..Operation::new(api)
                }
            };
        }
        Self([
            operation!(Get),
            operation!(Head),
            operation!(Options),
            operation!(Put),
            operation!(Delete),
            operation!(Post),
            operation!(Patch),
        ])
    }

    /// Returns the operation of a method.
    pub(crate) fn get(&self, method: &reqwest::Method) -> Option<&Operation> {
        self.0.iter().find(|operation| reqwest::Method::from(operation.method) == *method)
    }

    /// Returns any of them.
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

/// How a call is split into several that together ask for the same.
#[derive(Clone, Copy, Debug)]
pub struct Split {
    /// The array parameters that can be split: the results of the parts are the result of the whole.
    pub lists: &'static [&'static str],
    /// The parameters that are about the response as a whole: if one is set, the call is not split.
    pub whole: &'static [&'static str],
}

/// How to get the next page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paging {
    /// By page number, with the totals in the response.
    Offset,
    /// By cursor, or by page number if the API returns no cursor but takes such a number.
    Cursor,
    /// By page number, until a bare array ends.
    List,
    /// By the number of items before the page, until a page is not full.
    Skip,
}

/// How an array is written into the query.
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

/// Alternative sets of credentials. An empty set allows calls without credentials. Without any set, none are sent.
pub type Security = &'static [&'static [&'static Credential]];

/// The description of a client.
#[derive(Debug)]
pub struct ClientSpec {
    /// The default `User-Agent`: name and version of the crate that describes the client.
    pub user_agent: &'static str,
    /// The variables of the server URLs.
    pub variables: &'static [Variable],
    /// The credentials that can be set.
    pub credentials: &'static [&'static Credential],
    /// The credentials without which no operation can be called.
    pub needs: Security,
}

/// A variable of the server URLs.
#[derive(Debug)]
pub struct Variable {
    /// Its name in the URL.
    pub name: &'static str,
    /// The environment variable that holds it.
    pub env: Option<&'static str>,
    /// The default value.
    pub default: Option<&'static str>,
}

/// A secret that is sent with the calls of the operations that require it. Each is a single static, which is identified
/// by its address.
#[derive(Debug)]
pub struct Credential {
    /// The name of the scheme in the document.
    pub scheme: &'static str,
    /// Where it is sent.
    pub location: CredentialLocation,
    /// The name of the header, of the query parameter or of the cookie.
    pub name: &'static str,
    /// The environment variable that holds it.
    pub env: Option<&'static str>,
}

/// Where a credential is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CredentialLocation {
    /// In a header.
    Header,
    /// In a header, after `Bearer `.
    Bearer,
    /// In a header, as a user name and a password with a colon between them.
    Basic,
    /// In a query parameter.
    Query,
    /// In a cookie.
    Cookie,
}
