//! The error of every call, and of building a client.

mod api;
mod kind;
mod loss;
mod mask;
mod not_sent;
mod problem;
mod setup;
mod text;
mod transport;
mod unsent;

use std::{borrow::Cow, time::Duration};

use bytes::Bytes;
use reqwest::{StatusCode, header::HeaderMap};

pub use self::kind::ErrorKind;
#[cfg(feature = "tracing")]
pub(crate) use self::problem::echoes;
use self::problem::{Detail, Problem};
pub(crate) use self::{
    loss::Loss,
    problem::{KnownKeys, hide_all, one_line},
    setup::reason as setup_reason,
    text::ItemKeys,
};
use crate::{
    transport::{
        response::{RateLimit, ResponseMeta},
        sent_values::SentValues,
    },
    types::check::Violation,
    wire::{coding, decode::DecodeFailure, drift_kind::Drift, errors::ApiBody, spec::Operation},
};

/// The error of a call, or of building a client.
///
/// All operations return this type, so one `#[from]` is enough to take it into an error of your own.
/// [`status`](Self::status) tells the status that the API responded with, and [`api`](Self::api) returns the body as
/// its declared type.
///
/// `Display` shows the operation, the status, the API's title (or message) and code, the fields at fault, whether a
/// write may have taken effect, and the request id. `{:#}` adds the API's detail, up to 4 KiB.
///
/// Neither `Display` nor `Debug` shows a token, a password, a body, or the query of a URL. In texts of the API, `***`
/// replaces every value that the call sent: strings and numbers of four characters and more, in upper or lower case,
/// percent-encoded or in base64, and credentials of any length. Fields at fault are named if the request has them;
/// others are only counted.
pub struct Error(Box<Failure>);

struct Failure {
    kind: ErrorKind,
    operation: Option<&'static Operation>,
    /// What happened, in our words. For an API error the status says it, and this says why a redirect was not followed.
    message: Cow<'static, str>,
    /// The JSON path at which decoding failed.
    decode_path: Option<String>,
    meta: Option<ResponseMeta>,
    body: Option<Bytes>,
    /// The body as the type that is declared for its status.
    api: Option<ApiBody>,
    problem: Problem,
    /// How the call was lost, if it was.
    loss: Option<Loss>,
    /// How long the rate limit allows no request, if that is why the call failed.
    wait: Option<Duration>,
    /// How many parts of the call had succeeded, and how many it has.
    parts: Option<(usize, usize)>,
    /// Whether the call may have taken effect all the same.
    is_indeterminate: bool,
    source: Option<Source>,
}

enum Source {
    Http(reqwest::Error),
    /// The error of somebody else; it may hold anything.
    Foreign(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// Returns the kind of the failure.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the name of the operation, such as `v1.pets.list`; `None` for an error of building a client.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation.map(|operation| operation.name)
    }

    /// Returns the status of the response, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.meta().map(ResponseMeta::status)
    }

    /// Returns the headers of the response, if there was one.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.meta().map(ResponseMeta::headers)
    }

    /// Returns the target of a redirect, as the API wrote it in the header `Location`. It may be relative, and may hold
    /// personal data.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.meta().and_then(ResponseMeta::location)
    }

    /// Returns the id by which the support of the API finds the call.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.meta().and_then(ResponseMeta::request_id)
    }

    /// Returns the state of the rate limit, if the API sent it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<&RateLimit> {
        self.meta().and_then(ResponseMeta::rate_limit)
    }

    /// Returns how long to wait before a retry: the longer of the wait that the API asks for and, after a 429, the rest
    /// of its window. For [`ErrorKind::RateLimit`], returns how long the rate limit allows no request. Both are counted
    /// from the moment at which the call failed.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.wait.or_else(|| self.meta().and_then(ResponseMeta::retry_after))
    }

    /// Returns the raw body of the response.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        self.0.body.as_ref()
    }

    /// Returns the title that the API gave the problem, without values that the call sent. The [body](Self::body) has
    /// it unchanged.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.0.problem.title.as_deref()
    }

    /// Returns the code by which programs tell the API's errors apart, such as `invalid_api_key`, without values that
    /// the call sent.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.problem.code.as_deref()
    }

    /// Returns the names of the fields that the API found at fault, without values that the call sent. It is empty for
    /// [`ErrorKind::InvalidRequest`], whose message names the field.
    #[must_use]
    pub fn field_keys(&self) -> &[String] {
        &self.0.problem.keys
    }

    /// Returns what the response holds beyond the specification.
    #[must_use]
    pub fn drift(&self) -> &[Drift] {
        self.meta().map_or(&[], ResponseMeta::drift)
    }

    /// Returns the JSON path at which the response could not be decoded, such as `data[3].id`.
    #[must_use]
    pub fn decode_path(&self) -> Option<&str> {
        self.0.decode_path.as_deref()
    }

    /// Returns how many parts of the call had succeeded, and how many it has, if it was split because its filter was
    /// too long.
    #[must_use]
    pub fn parts(&self) -> Option<(usize, usize)> {
        self.0.parts
    }

    /// Marks the error of a call that was split, after `done` of its parts succeeded: what those wrote has taken
    /// effect.
    pub(crate) fn after(mut self, done: usize, count: usize) -> Self {
        self.0.parts = (count > 1).then_some((done, count));
        self.0.is_indeterminate |= done > 0 && self.0.operation.is_some_and(Operation::writes);
        self
    }

    /// Returns whether the API may have done what the call asked for, although no response says so.
    ///
    /// This is `true` for a call that writes if the connection was lost, if the API failed with a 5xx, if it responded
    /// with a redirect that may follow a write (300 to 303, not 307 or 308), and if the response of a success is too
    /// large or cannot be decoded. It stays `true` if that happened to an earlier attempt and the last one was refused,
    /// and if the call was split and an earlier [part](Self::parts) succeeded. Check before you write again.
    ///
    /// Otherwise nothing was done, except what the response to a batch reports as successful. For a call that only
    /// reads, this is always `false`.
    #[must_use]
    pub fn may_have_taken_effect(&self) -> bool {
        self.0.is_indeterminate
    }

    pub(crate) fn loss(&self) -> Option<Loss> {
        self.0.loss
    }

    pub(crate) fn meta(&self) -> Option<&ResponseMeta> {
        self.0.meta.as_ref()
    }

    fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Failure {
            kind,
            operation: None,
            message: message.into(),
            decode_path: None,
            meta: None,
            body: None,
            api: None,
            problem: Problem::default(),
            loss: None,
            wait: None,
            parts: None,
            is_indeterminate: false,
            source: None,
        }))
    }

    pub(crate) fn configuration(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    pub(crate) fn invalid_request(violation: &Violation) -> Self {
        Self::new(ErrorKind::InvalidRequest, violation.to_string())
    }

    pub(crate) fn invalid_header(problem: &str) -> Self {
        Self::new(ErrorKind::InvalidRequest, problem.to_owned())
    }

    pub(crate) fn no_correlation_id() -> Self {
        Self::new(ErrorKind::InvalidRequest, "the API has no header for a correlation id")
    }

    pub(crate) fn endless_pages() -> Self {
        Self::new(ErrorKind::EndlessPages, "the response leads to a page that was read before")
    }

    pub(crate) fn growing_pages() -> Self {
        Self::new(ErrorKind::EndlessPages, "the number of pages grows as fast as they are read")
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn blocks_async() -> Self {
        Self::configuration("this would block a thread of an async runtime: use `.await` instead of `.wait()` there")
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn no_thread(error: std::io::Error) -> Self {
        Self::configuration("cannot start the thread for blocking calls").caused_by(error)
    }

    /// A call that needs a task of its own, without a tokio runtime, or after it was shut down.
    pub(crate) fn no_runtime() -> Self {
        Self::configuration("there is no tokio runtime to run the call on")
    }

    pub(crate) fn too_large(most: usize, meta: ResponseMeta) -> Self {
        let mut failed = Self::new(ErrorKind::TooLarge, format!("the response has more than {most} bytes"));
        failed.0.meta = Some(meta);
        failed
    }

    pub(crate) fn transport(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Transport, message)
    }

    /// Creates the error of a [`Layer`](crate::Layer) that failed, of the kind [`ErrorKind::Transport`].
    ///
    /// Neither `Display` nor `Debug` shows `source`, which may hold personal data; it is available as the error's
    /// source.
    #[must_use]
    pub fn from_layer(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::transport("a layer failed").caused_by(source)
    }

    pub(crate) fn caused_by(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.source = Some(Source::Foreign(source.into()));
        self
    }

    /// A response that is not a success. `api` is its body, as the type that its status declares.
    pub(crate) fn refused(
        operation: &'static Operation,
        meta: ResponseMeta,
        body: Bytes,
        api: Option<ApiBody>,
        sent: &SentValues,
    ) -> Self {
        let mut failed = Self::new(ErrorKind::Api, "").of(operation);
        failed.0.problem = Problem::read(&operation.api.problem, &body, sent);
        if let Some(why) = coding::unknown(meta.headers()) {
            failed.0.problem.details.push(Detail { key: None, text: format!("the response {why}") });
        }
        failed.0.problem.hide_id(meta.request_id(), sent);
        failed.0.meta = Some(meta);
        failed.0.body = Some(body);
        failed.0.api = api;
        failed
    }

    /// Says why a redirect was not followed.
    pub(crate) fn not_followed(mut self, why: Option<String>) -> Self {
        self.0.message = why.unwrap_or_default().into();
        self
    }

    /// A success that does not decode.
    pub(crate) fn decode(
        operation: &'static Operation,
        meta: ResponseMeta,
        body: Bytes,
        failure: DecodeFailure,
    ) -> Self {
        let mut failed = Self::new(ErrorKind::Decode, failure.message).of(operation);
        failed.0.decode_path = failure.path;
        failed.0.is_indeterminate = operation.writes();
        failed.0.meta = Some(meta);
        failed.0.body = Some(body);
        failed
    }

    pub(crate) fn with_indeterminate(mut self, is_indeterminate: bool) -> Self {
        self.0.is_indeterminate = is_indeterminate;
        self
    }

    /// Sets the operation that failed.
    pub(crate) fn of(mut self, operation: &'static Operation) -> Self {
        self.0.operation = Some(operation);
        self
    }
}

#[cfg(test)]
mod tests;
