//! The responses of a script.

use std::{fmt, io, num::NonZeroUsize, time::Duration};

use bytes::Bytes;
use reqwest::{
    Response, StatusCode,
    header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue},
};
use serde::Serialize;

use super::pieces::{Cuts, Pieces};
use crate::transport::error::Error;

/// A scripted response: a status, headers, a body.
///
/// An invalid response, such as one with the status 7, fails the request that takes it. `Debug` shows the status and
/// the length of the body.
#[derive(Clone)]
#[must_use = "a reply does nothing until it is pushed to a script"]
pub struct Reply {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
    cuts: Cuts,
    interval: Duration,
    end: Option<io::ErrorKind>,
    delay: Duration,
    /// The first problem.
    problem: Option<String>,
}

impl Reply {
    /// Creates a response without headers and body.
    pub fn new(status: u16) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            cuts: Cuts::Nowhere,
            interval: Duration::ZERO,
            end: None,
            delay: Duration::ZERO,
            problem: None,
        }
    }

    /// Sets a header, replacing an earlier value.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
                self
            }
            (Err(_), _) => self.note(format!("{name:?} is not a header name")),
            (_, Err(_)) => self.note(format!("no header can carry the value of {name:?}")),
        }
    }

    /// Sets the body to a JSON value, and the content type to JSON.
    pub fn json(self, body: impl Serialize) -> Self {
        match serde_json::to_vec(&body) {
            Ok(json) => self.header(CONTENT_TYPE.as_str(), "application/json").bytes(json),
            Err(error) => self.note(format!("the body cannot be serialized: {error}")),
        }
    }

    /// Sets the body to a string.
    pub fn text(self, body: impl Into<String>) -> Self {
        self.bytes(body.into())
    }

    /// Sets the body.
    pub fn bytes(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends the body in pieces of `bytes` bytes, as from a slow network: reading it waits before each piece, and
    /// before the end. A size of 0 counts as 1.
    pub fn in_pieces(mut self, bytes: usize) -> Self {
        self.cuts = Cuts::Every(NonZeroUsize::new(bytes).unwrap_or(NonZeroUsize::MIN));
        self
    }

    /// Sets the body, which arrives in these pieces: reading it waits before each piece, and before the end.
    pub fn chunks(mut self, chunks: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Self {
        let (mut body, mut lengths) = (Vec::new(), Vec::new());
        for chunk in chunks.into_iter().filter(|chunk| !chunk.as_ref().is_empty()) {
            body.extend_from_slice(chunk.as_ref());
            lengths.push(chunk.as_ref().len());
        }
        self.cuts = Cuts::At(lengths.into());
        self.bytes(body)
    }

    /// Sets how long each wait of a body in pieces lasts, by tokio's clock; no time by default.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// Breaks the response off after the body.
    pub fn broken(mut self) -> Self {
        self.end = Some(io::ErrorKind::UnexpectedEof);
        self
    }

    /// Times out after the body, without waiting.
    pub fn stalled(mut self) -> Self {
        self.end = Some(io::ErrorKind::TimedOut);
        self
    }

    /// Waits before the response, by tokio's clock. A delay longer than the client's timeout makes the call time out;
    /// with paused time (`tokio::time::pause`) that takes no time.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    fn note(mut self, problem: String) -> Self {
        self.problem.get_or_insert(problem);
        self
    }

    pub(super) async fn play(self) -> Result<Response, Error> {
        let invalid = |problem| Error::unsent(format!("the script's reply is not valid: {problem}"));
        if let Some(problem) = self.problem {
            return Err(invalid(problem));
        }
        let status =
            StatusCode::from_u16(self.status).map_err(|_| invalid(format!("{} is not a status", self.status)))?;
        if !self.delay.is_zero() {
            tokio::time::sleep(self.delay).await;
        }
        let body = match (self.cuts, self.end) {
            (Cuts::Nowhere, None) => self.body.into(),
            (cuts, end) => reqwest::Body::wrap(Pieces::new(self.body, cuts, self.interval, end)),
        };
        let mut response = http::Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = self.headers;
        Ok(response.into())
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status)
            .field("body", &format_args!("<{} bytes>", self.body.len()))
            .finish_non_exhaustive()
    }
}
