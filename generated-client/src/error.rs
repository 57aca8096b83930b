//! Errors: one type for each operation, and one for the crate.

mod operation;
mod problem;

use std::{borrow::Cow, fmt, time::Duration};

use bytes::Bytes;
use reqwest::{StatusCode, header::HeaderMap};

pub use self::operation::OperationError;
use self::problem::Problem;
use crate::{
    RateLimit, ResponseMeta,
    runtime::{Answer, DecodeFailure, Operation, Violation},
};

/// Why a call failed, or a client could not be built.
///
/// Every operation's error converts into it, so that `?` works anywhere.
///
/// `Display` names the operation, the status, the title that the API gave, the names of the fields at
/// fault, and the request id. `{:#}` adds the API's own words, which may repeat what was sent. Neither it
/// nor `Debug` shows a token, a password, a body, or a URL's query.
pub struct Error(Box<Failure>);

struct Failure {
    kind: ErrorKind,
    operation: Option<&'static Operation>,
    /// What happened, in our words; of an API error the status says it.
    message: Cow<'static, str>,
    /// Where in the JSON decoding failed.
    decode_path: Option<String>,
    meta: Option<ResponseMeta>,
    body: Option<Bytes>,
    problem: Problem,
    /// How the call was lost, if it was.
    loss: Option<Loss>,
    source: Option<Source>,
}

enum Source {
    Http(reqwest::Error),
    /// Whatever somebody gave; it may hold anything.
    Foreign(Box<dyn std::error::Error + Send + Sync>),
}

/// How a call is lost on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loss {
    Late,
    NoConnection,
    NoAnswer,
    BrokenOff,
}

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The API answered with a status that is no success.
    Api,
    /// The API answered with success, but the body is not what the specification says.
    Decode,
    /// The call did not get through, the answer broke off, or a [`Layer`](crate::Layer) failed.
    Transport,
    /// The call took longer than the client allows.
    Timeout,
    /// The answer is larger than the client allows.
    TooLarge,
    /// The request breaks the specification, and was not sent.
    InvalidRequest,
    /// The client lacks something, and nothing was sent.
    Configuration,
}

impl Error {
    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation, as in `v3.customers.list`; none while a client is built.
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
    /// of its window.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.meta().and_then(ResponseMeta::retry_after)
    }

    /// The body of the answer as it came.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        self.0.body.as_ref()
    }

    /// The title that the API gave to the problem.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.0.problem.title.as_deref()
    }

    /// The names of the fields that the API found at fault.
    #[must_use]
    pub fn field_keys(&self) -> &[String] {
        &self.0.problem.keys
    }

    /// Where in the JSON the answer could not be decoded, as in `data[3].id`.
    #[must_use]
    pub fn decode_path(&self) -> Option<&str> {
        self.0.decode_path.as_deref()
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
            problem: Problem::default(),
            loss: None,
            source: None,
        }))
    }

    pub(crate) fn configuration(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    pub(crate) fn http_client(error: reqwest::Error) -> Self {
        let mut failed = Self::configuration("the HTTP client cannot be built");
        failed.0.source = Some(Source::Http(error.without_url()));
        failed
    }

    pub(crate) fn invalid_request(violation: &Violation) -> Self {
        Self::new(ErrorKind::InvalidRequest, violation.to_string())
    }

    pub(crate) fn invalid_header(what: &str) -> Self {
        Self::new(ErrorKind::InvalidRequest, format!("{what} has characters that no header can carry"))
    }

    pub(crate) fn no_correlation_id() -> Self {
        Self::new(ErrorKind::InvalidRequest, "the API has no header for a correlation id")
    }

    pub(crate) fn too_large(most: usize, meta: ResponseMeta) -> Self {
        let mut failed = Self::new(ErrorKind::TooLarge, format!("the answer has more than {most} bytes"));
        failed.0.meta = Some(meta);
        failed
    }

    /// A failure of the HTTP client; its URL is dropped, because the query may hold personal data.
    pub(crate) fn http(error: reqwest::Error, meta: Option<ResponseMeta>) -> Self {
        let loss = if error.is_timeout() {
            Loss::Late
        } else if error.is_connect() {
            Loss::NoConnection
        } else if meta.is_some() {
            Loss::BrokenOff
        } else {
            Loss::NoAnswer
        };
        let is_unsent = error.is_connect();
        let mut failed = Self::lost(loss, meta);
        if is_unsent {
            // Even if it is time that ran out.
            failed.0.loss = Some(Loss::NoConnection);
        }
        failed.0.source = Some(Source::Http(error.without_url()));
        failed
    }

    pub(crate) fn lost(loss: Loss, meta: Option<ResponseMeta>) -> Self {
        let mut failed = match loss {
            Loss::Late => Self::new(ErrorKind::Timeout, "no complete answer in time"),
            Loss::NoConnection => Self::transport("no connection"),
            Loss::NoAnswer => Self::transport("the request did not get through"),
            Loss::BrokenOff => Self::transport("the answer broke off"),
        };
        failed.0.loss = Some(loss);
        failed.0.meta = meta;
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

    pub(crate) fn api(operation: &'static Operation, answer: Answer) -> Self {
        let mut failed = Self::new(ErrorKind::Api, "").of(operation);
        failed.0.problem = Problem::read(&operation.api.problem, &answer.body);
        failed.0.meta = Some(answer.meta);
        failed.0.body = Some(answer.body);
        failed
    }

    pub(crate) fn decode(operation: &'static Operation, answer: Answer, failure: DecodeFailure) -> Self {
        let mut failed = Self::new(ErrorKind::Decode, failure.message).of(operation);
        failed.0.decode_path = failure.path;
        failed.0.meta = Some(answer.meta);
        failed.0.body = Some(answer.body);
        failed
    }

    /// Names the operation that failed.
    pub(crate) fn of(mut self, operation: &'static Operation) -> Self {
        self.0.operation = Some(operation);
        self
    }

    fn write_outcome(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failure = &*self.0;
        let message = &failure.message;
        let Some(operation) = failure.operation else { return f.write_str(message) };
        let name = operation.name;
        match failure.kind {
            ErrorKind::InvalidRequest | ErrorKind::Configuration => write!(f, "{name} was not sent: {message}"),
            ErrorKind::Transport | ErrorKind::Timeout | ErrorKind::TooLarge => write!(f, "{name} failed: {message}"),
            ErrorKind::Api => {
                write!(f, "{name} failed: ")?;
                self.write_status(f)?;
                self.title().map_or(Ok(()), |title| write!(f, ": {title}"))?;
                write_keys(f, self.field_keys())
            }
            ErrorKind::Decode => {
                write!(f, "{name} failed: the answer (")?;
                self.write_status(f)?;
                f.write_str(") does not decode")?;
                self.decode_path().map_or(Ok(()), |path| write!(f, " at {path}"))?;
                write!(f, ": {message}")
            }
        }
    }

    fn write_status(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(status) = self.status() else { return Ok(()) };
        match status.canonical_reason() {
            Some(reason) => write!(f, "{} {reason}", status.as_u16()),
            None => write!(f, "{}", status.as_u16()),
        }
    }
}

fn write_keys(f: &mut fmt::Formatter<'_>, keys: &[String]) -> fmt::Result {
    /// More names make no line that people read.
    const SHOWN: usize = 10;
    if keys.is_empty() {
        return Ok(());
    }
    let shown: Vec<&str> = keys.iter().take(SHOWN).map(String::as_str).collect();
    write!(f, " (fields: {}", shown.join(", "))?;
    match keys.len().saturating_sub(SHOWN) {
        0 => f.write_str(")"),
        more => write!(f, ", and {more} more)"),
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_outcome(f)?;
        if let Some(id) = self.request_id() {
            write!(f, " [request {id}]")?;
        }
        if f.alternate() {
            self.0.problem.details.iter().try_for_each(|detail| write!(f, "; {detail}"))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug.field("kind", &self.kind()).field("message", &format_args!("{self}"));
        if let Some(Source::Http(source)) = &self.0.source {
            debug.field("source", source);
        }
        debug.finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_ref().map(|source| match source {
            Source::Http(error) => error as _,
            Source::Foreign(error) => &**error as _,
        })
    }
}

#[cfg(test)]
mod tests;
