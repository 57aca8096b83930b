//! An answer of a script.

use std::{
    fmt, io,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use http_body::Frame;
use reqwest::{
    Response, StatusCode,
    header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue},
};
use serde::Serialize;

use crate::Error;

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
    end: Option<io::ErrorKind>,
    delay: Duration,
    /// The first one.
    problem: Option<String>,
}

impl Reply {
    /// An answer without headers and body.
    pub fn new(status: u16) -> Self {
        let headers = HeaderMap::new();
        Self { status, headers, body: Bytes::new(), end: None, delay: Duration::ZERO, problem: None }
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
        let body = match self.end {
            None => self.body.into(),
            Some(end) => reqwest::Body::wrap(Fragment { sent: Some(self.body), end }),
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

/// A body that fails after what was sent of it.
struct Fragment {
    sent: Option<Bytes>,
    end: io::ErrorKind,
}

impl http_body::Body for Fragment {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let sent = self.sent.take().filter(|sent| !sent.is_empty());
        Poll::Ready(Some(sent.map_or_else(|| Err(self.end.into()), |sent| Ok(Frame::data(sent)))))
    }
}
