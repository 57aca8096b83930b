//! What a script was asked for.

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

    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path, percent-encoded as on the wire.
    #[must_use]
    pub fn path(&self) -> &str {
        self.url.path()
    }

    /// The query, percent-encoded as on the wire; empty if there is none.
    #[must_use]
    pub fn query(&self) -> &str {
        self.url.query().unwrap_or_default()
    }

    /// The query as decoded names and values, in the order of the wire.
    #[must_use]
    pub fn query_pairs(&self) -> Vec<(String, String)> {
        self.url.query_pairs().into_owned().collect()
    }

    /// The headers that the client sets; the credentials are among them.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The value of a header, if it is there and a text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body; empty if there is none, or if a layer made it a stream.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// When the body is no JSON.
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
