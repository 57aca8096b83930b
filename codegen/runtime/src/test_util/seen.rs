//! The requests that a script has seen.

use std::fmt;

use bytes::Bytes;
use reqwest::{Method, Request, Url, header::HeaderMap};

/// A request as it would have been sent.
///
/// `Debug` shows the method, the path, and the length of the body: the rest may be personal data.
#[derive(Clone)]
pub struct SeenRequest {
    method: Method,
    url: Url,
    headers: HeaderMap,
    body: Bytes,
}

impl SeenRequest {
    pub(super) fn new(request: &Request) -> Self {
        let body = request.body().and_then(|body| body.as_bytes()).map(Bytes::copy_from_slice);
        Self {
            method: request.method().clone(),
            url: request.url().clone(),
            headers: request.headers().clone(),
            body: body.unwrap_or_default(),
        }
    }

    /// Returns the method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the path, percent-encoded as on the wire.
    #[must_use]
    pub fn path(&self) -> &str {
        self.url.path()
    }

    /// Returns the query, percent-encoded as on the wire; empty if there is none.
    #[must_use]
    pub fn query(&self) -> &str {
        self.url.query().unwrap_or_default()
    }

    /// Returns the decoded names and values of the query, in order.
    #[must_use]
    pub fn query_pairs(&self) -> Vec<(String, String)> {
        self.url.query_pairs().into_owned().collect()
    }

    /// Returns the headers that the client set, including the credentials.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the value of a header, if it is present and text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Returns the body; empty if there is none, or if a layer replaced it by a stream.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Parses the body as JSON.
    ///
    /// # Errors
    /// When the body is not JSON.
    pub fn json(&self) -> Result<serde_json::Value, serde_json::Error> {
        serde_json::from_slice(&self.body)
    }
}

impl fmt::Debug for SeenRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SeenRequest")
            .field("method", &self.method)
            .field("path", &self.path())
            .field("body", &format_args!("<{} bytes>", self.body.len()))
            .finish_non_exhaustive()
    }
}
