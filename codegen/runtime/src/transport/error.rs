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
use self::problem::Problem;
#[cfg(feature = "tracing")]
pub(crate) use self::problem::repeats;
pub(crate) use self::{
    loss::Loss,
    problem::{KnownKeys, hide_all, one_line},
    setup::reason as setup_reason,
};
use crate::{
    transport::{
        response::{RateLimit, ResponseMeta},
        sent_values::SentValues,
    },
    types::check::Violation,
    wire::{coding, decode::DecodeFailure, drift_kind::Drift, errors::ApiBody, spec::Operation},
};

/// Why a call failed, or a client could not be built.
///
/// Every call returns it, so that one `#[from]` takes the errors of all operations into an error of one's own. What the
/// API responded is keyed by status: [`status`](Self::status) tells which, and [`api`](Self::api) has the typed body.
///
/// `Display` names the operation, the status, the title (or the message) that the API gave, the fields at fault, whether
/// a write may have taken effect, and the request id. `{:#}` adds the API's detail, of at most 4 KiB.
/// Neither they nor `Debug` show a token, a password, a body, or a URL's query. In texts of the API, `***` stands for
/// each value that the call had sent: strings and numbers of four characters and more, in upper or lower case,
/// percent-encoded or in base64, and credentials of any length. Of the fields, those are named that the request has;
/// others are counted.
pub struct Error(Box<Failure>);

struct Failure {
    kind: ErrorKind,
    operation: Option<&'static Operation>,
    /// What happened, in our words; of an API error the status says it, and this why a redirect was not followed.
    message: Cow<'static, str>,
    /// Where in the JSON decoding failed.
    decode_path: Option<String>,
    meta: Option<ResponseMeta>,
    body: Option<Bytes>,
    /// The body as the type that its status declares.
    api: Option<ApiBody>,
    problem: Problem,
    /// How the call was lost, if it was.
    loss: Option<Loss>,
    /// How long the rate limit lets no request be sent, if that is why it failed.
    wait: Option<Duration>,
    /// Of how many parts of the call so many had succeeded.
    parts: Option<(usize, usize)>,
    /// Whether it may have taken effect all the same.
    in_doubt: bool,
    source: Option<Source>,
}

enum Source {
    Http(reqwest::Error),
    /// Whatever somebody gave; it may hold anything.
    Foreign(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation, as in `v1.pets.list`; none while a client is built.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation.map(|operation| operation.name)
    }

    /// The status, if there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.meta().map(ResponseMeta::status)
    }

    /// The headers, if there was an answer.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.meta().map(ResponseMeta::headers)
    }

    /// Returns where a redirect leads, as the API wrote it in the header `Location`. It may be relative, and may hold
    /// personal data.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.meta().and_then(ResponseMeta::location)
    }

    /// The id under which the API's support finds the call.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.meta().and_then(ResponseMeta::request_id)
    }

    /// What is left of the rate limit, if the API told it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<&RateLimit> {
        self.meta().and_then(ResponseMeta::rate_limit)
    }

    /// How long to wait before another try: the longer of what the API asks for and, after a 429, the rest
    /// of its window. Of an error of the kind [`ErrorKind::RateLimit`], how long the rate limit allows no request; both as
    /// of when the call failed.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.wait.or_else(|| self.meta().and_then(ResponseMeta::retry_after))
    }

    /// The body of the answer as it came.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        self.0.body.as_ref()
    }

    /// The title that the API gave to the problem, without the values that the call had sent; with them it is in the
    /// [body](Self::body).
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.0.problem.title.as_deref()
    }

    /// The names of the fields that the API found at fault, without the values that the call had sent.
    #[must_use]
    pub fn field_keys(&self) -> &[String] {
        &self.0.problem.keys
    }

    /// What the answer held beyond the specification.
    #[must_use]
    pub fn drift(&self) -> &[Drift] {
        self.meta().map_or(&[], ResponseMeta::drift)
    }

    /// Where in the JSON the answer could not be decoded, as in `data[3].id`.
    #[must_use]
    pub fn decode_path(&self) -> Option<&str> {
        self.0.decode_path.as_deref()
    }

    /// How many parts of the call had succeeded, and of how many, where it was divided because its filter was too long.
    #[must_use]
    pub fn parts(&self) -> Option<(usize, usize)> {
        self.0.parts
    }

    /// Of a call that was divided, after so many of its parts succeeded: what those wrote has taken effect.
    pub(crate) fn after(mut self, done: usize, count: usize) -> Self {
        self.0.parts = (count > 1).then_some((done, count));
        self.0.in_doubt |= done > 0 && self.0.operation.is_some_and(Operation::writes);
        self
    }

    /// Whether the API may have done what the call asked for, although no answer says so.
    ///
    /// `true` for a call that writes when it was lost on its way there or back, when the API failed over it (a 5xx),
    /// when it was answered with a redirect that may follow a write (300 to 303, not 307 and 308), and when its success is
    /// too large or does not decode; also if that happened to an earlier attempt, and the last one was refused, and if the
    /// call was divided and an earlier [part](Self::parts) succeeded. Then look before you write again. Otherwise nothing
    /// has been done, but for what the answer to a batch says to have succeeded. A call that only reads has nothing to
    /// carry out.
    #[must_use]
    pub fn may_have_taken_effect(&self) -> bool {
        self.0.in_doubt
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
            in_doubt: false,
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
        Self::new(ErrorKind::EndlessPages, "the answer leads on to a page that was there before")
    }

    pub(crate) fn growing_pages() -> Self {
        Self::new(ErrorKind::EndlessPages, "the number of pages grows as fast as they are read")
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn blocks_async() -> Self {
        Self::configuration("it would block a thread of an async runtime; `.await` it there, in place of `.wait()`")
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn no_thread(error: std::io::Error) -> Self {
        Self::configuration("the thread for blocking calls cannot be started").caused_by(error)
    }

    /// A call that was to run beside its caller, on a runtime that is not there or no more.
    pub(crate) fn no_runtime() -> Self {
        Self::configuration("there is no tokio runtime to run it on")
    }

    pub(crate) fn too_large(most: usize, meta: ResponseMeta) -> Self {
        let mut failed = Self::new(ErrorKind::TooLarge, format!("the answer has more than {most} bytes"));
        failed.0.meta = Some(meta);
        failed
    }

    pub(crate) fn transport(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Transport, message)
    }

    /// What a [`Layer`](crate::Layer) fails with: an error of the kind [`ErrorKind::Transport`].
    ///
    /// `source` is kept as the source. Neither `Display` nor `Debug` shows it, because it may hold personal data.
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
            failed.0.problem.details.push(format!("the response {why}"));
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
        failed.0.in_doubt = operation.writes();
        failed.0.meta = Some(meta);
        failed.0.body = Some(body);
        failed
    }

    pub(crate) fn in_doubt(mut self, in_doubt: bool) -> Self {
        self.0.in_doubt = in_doubt;
        self
    }

    /// Names the operation that failed.
    pub(crate) fn of(mut self, operation: &'static Operation) -> Self {
        self.0.operation = Some(operation);
        self
    }
}

#[cfg(test)]
mod tests;
