//! An answer of a script.

use std::{fmt, io, num::NonZeroUsize, time::Duration};

use bytes::Bytes;
use reqwest::{
    Response, StatusCode,
    header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue},
};
use serde::Serialize;

use super::pieces::{Cuts, Pieces};
use crate::transport::error::Error;

/// An answer: a status, headers, a body.
///
/// What cannot be an answer, such as the status 7, is told by the error of the request that meets it. `Debug`
/// shows the status and the length of the body.
#[derive(Clone)]
#[must_use = "an answer does nothing until it is pushed to a script"]
pub struct Reply {
    status: u16,
    headers: HeaderMap,
    body: Bytes,
    cuts: Cuts,
    interval: Duration,
    end: Option<io::ErrorKind>,
    delay: Duration,
    /// The first one.
    problem: Option<String>,
}

impl Reply {
    /// An answer without headers and body.
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

    /// Sets a header; a later value takes the place of an earlier one.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
                self
            }
            (Err(_), _) => self.note(format!("{name:?} is no name of a header")),
            (_, Err(_)) => self.note(format!("no header can carry the value of {name:?}")),
        }
    }

    /// Sets the body to a JSON value, and the content type to that of JSON.
    pub fn json(self, body: impl Serialize) -> Self {
        match serde_json::to_vec(&body) {
            Ok(json) => self.header(CONTENT_TYPE.as_str(), "application/json").bytes(json),
            Err(error) => self.note(format!("the body does not become JSON: {error}")),
        }
    }

    /// Sets the body to a text.
    pub fn text(self, body: impl Into<String>) -> Self {
        self.bytes(body.into())
    }

    /// Sets the body.
    pub fn bytes(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// Lets the body that is set arrive in pieces of so many bytes, as from a slow network: whoever reads it has to wait
    /// before each piece, and before the end. A size of 0 counts as 1.
    pub fn in_pieces(mut self, bytes: usize) -> Self {
        self.cuts = Cuts::Every(NonZeroUsize::new(bytes).unwrap_or(NonZeroUsize::MIN));
        self
    }

    /// Sets the body, which arrives in these pieces: whoever reads it has to wait before each piece, and before the end.
    pub fn chunks(mut self, chunks: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Self {
        let (mut body, mut lengths) = (Vec::new(), Vec::new());
        for chunk in chunks.into_iter().filter(|chunk| !chunk.as_ref().is_empty()) {
            body.extend_from_slice(chunk.as_ref());
            lengths.push(chunk.as_ref().len());
        }
        self.cuts = Cuts::At(lengths.into());
        self.bytes(body)
    }

    /// Sets how long each wait of a body in pieces lasts, by tokio's clock; unless set it takes no time.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// Lets the answer break off after the body that was set.
    pub fn broken(mut self) -> Self {
        self.end = Some(io::ErrorKind::UnexpectedEof);
        self
    }

    /// Lets the time be over after the body that was set, without waiting for it.
    pub fn stalled(mut self) -> Self {
        self.end = Some(io::ErrorKind::TimedOut);
        self
    }

    /// Waits before the answer, by tokio's clock. With more than the client's timeout the call fails when that is
    /// over; under paused time (`tokio::time::pause`) that takes no time at all.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    fn note(mut self, problem: String) -> Self {
        self.problem.get_or_insert(problem);
        self
    }

    pub(super) async fn play(self) -> Result<Response, Error> {
        let invalid = |problem| Error::unsent(format!("the script's answer is none: {problem}"));
        if let Some(problem) = self.problem {
            return Err(invalid(problem));
        }
        let status = StatusCode::from_u16(self.status).map_err(|_| invalid(format!("{} is no status", self.status)))?;
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
