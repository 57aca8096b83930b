//! Settings of a single call.

use std::{fmt, time::Duration};

use reqwest::header::{ACCEPT, HeaderMap, HeaderName, HeaderValue};

use crate::{
    transport::{error::Error, redirect::RedirectPolicy, retry::RetryPolicy},
    wire::{framing, spec::Api},
};

/// Settings of a single call, which override those of the client: `list().with(CallOptions::new().timeout(…))`.
///
/// `Debug` shows the names of the headers, never their values.
#[derive(Clone, Default)]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
    pub(crate) lenient: Option<bool>,
    pub(crate) redirect: Option<RedirectPolicy>,
    pub(crate) redirect_writes: bool,
    headers: HeaderMap,
    accept: Option<HeaderValue>,
    correlation_id: Option<HeaderValue>,
    /// The first problem with a header.
    invalid: Option<String>,
}

impl CallOptions {
    /// Creates options that override nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets how long each attempt may take, including the body of the response.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets how long the call may take, with all attempts and everything that it waits for.
    #[must_use]
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.total_timeout = Some(timeout);
        self
    }

    /// Sets how often the call is retried.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = Some(policy);
        self
    }

    /// Sets whether items of a list that cannot be decoded are set aside: see
    /// [`ClientBuilder::lenient`](crate::ClientBuilder::lenient).
    #[must_use]
    pub fn lenient(mut self, lenient: bool) -> Self {
        self.lenient = Some(lenient);
        self
    }

    /// Sets which redirects of the call are followed, if it is a GET or HEAD.
    #[must_use]
    pub fn redirect(mut self, policy: RedirectPolicy) -> Self {
        self.redirect = Some(policy);
        self
    }

    /// Sets whether redirects of a call that is neither GET nor HEAD are followed. By default they are not.
    ///
    /// Only a 307 or 308 to the same origin with the same query is followed, with the same method and body, whatever
    /// the [`RedirectPolicy`]. After any other redirect the API may have done already what was asked for.
    #[must_use]
    pub fn redirect_writes(mut self, follow: bool) -> Self {
        self.redirect_writes = follow;
        self
    }

    /// Sets the media types to ask for, instead of those that the operation declares and decodes: the `Accept` header.
    ///
    /// The response is decoded as usual, so one of another kind is an error unless the operation returns text or bytes.
    #[must_use]
    pub fn accept(mut self, media_types: impl AsRef<str>) -> Self {
        match HeaderValue::from_str(media_types.as_ref()) {
            Ok(value) if media_types.as_ref().contains('/') => self.accept = Some(value),
            _ => self.note("what is to be accepted is not a media type such as `image/png`".to_owned()),
        }
        self
    }

    /// Adds a header. Its value is treated as a secret and marked as [sensitive](HeaderValue::is_sensitive).
    ///
    /// An invalid header, such as a value with a line break, fails the call before it is sent. So does a header of the
    /// HTTP connection: `Host`, `Content-Length`, `Transfer-Encoding`, `Connection`, `Keep-Alive`, `Upgrade`, `TE`,
    /// `Trailer`, `Expect`, `HTTP2-Settings` and `Proxy-…`. Credentials and headers that the call sets itself cannot be
    /// replaced, except `Accept`: see [`accept`](Self::accept).
    #[must_use]
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let name = name.as_ref();
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value.as_ref())) {
            (Ok(name), _) if framing::is_framing(&name) => {
                self.note(format!("the header \"{name}\" {}", framing::REFUSED));
            }
            (Ok(name), Ok(value)) if name == ACCEPT => self.accept = Some(value),
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive(true);
                self.headers.append(name, value);
            }
            // The invalid name is not shown: it may be a value in the wrong place.
            (Err(_), _) => self.note("the name of a header has characters that none can have".to_owned()),
            (Ok(name), Err(_)) => self.note(format!("the header \"{name}\" has characters that no header can carry")),
        }
        self
    }

    /// Sends an id of your choice, by which the call can be found in the logs of both sides. Every attempt of the call
    /// carries it, and with the feature `tracing` the span of the call shows it.
    ///
    /// The call fails before it is sent if the id is empty or has characters other than printable ASCII, or if the API
    /// has no header for it.
    #[must_use]
    pub fn correlation_id(mut self, id: impl AsRef<str>) -> Self {
        match HeaderValue::from_str(id.as_ref()) {
            Ok(id) if !id.is_empty() && id.to_str().is_ok() => self.correlation_id = Some(id),
            _ => self.note("the correlation id is empty, or has characters that no header can carry".to_owned()),
        }
        self
    }

    /// Returns the headers of a call of `api`.
    pub(crate) fn headers(&self, api: &Api) -> Result<HeaderMap, Error> {
        if let Some(problem) = &self.invalid {
            return Err(Error::invalid_header(problem));
        }
        let mut headers = self.headers.clone();
        if let Some(id) = &self.correlation_id {
            let name = api.correlation_id.and_then(|name| HeaderName::from_bytes(name.as_bytes()).ok());
            headers.insert(name.ok_or_else(Error::no_correlation_id)?, id.clone());
        }
        Ok(headers)
    }

    /// Returns the `Accept` header, if the caller set one.
    pub(crate) fn accepted(&self) -> Option<&HeaderValue> {
        self.accept.as_ref()
    }

    /// Returns the values of the headers that the caller set.
    pub(crate) fn header_values(&self) -> impl Iterator<Item = &str> {
        self.headers.values().chain(&self.correlation_id).filter_map(|value| value.to_str().ok())
    }

    /// The correlation id as text.
    #[cfg(feature = "tracing")]
    pub(crate) fn correlation_text(&self) -> Option<&str> {
        self.correlation_id.as_ref()?.to_str().ok()
    }

    fn note(&mut self, problem: String) {
        self.invalid.get_or_insert(problem);
    }
}

impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("timeout", &self.timeout)
            .field("total_timeout", &self.total_timeout)
            .field("retry", &self.retry)
            .field("redirect", &self.redirect)
            .field("redirect_writes", &self.redirect_writes)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("accept", &self.accept)
            .field("correlation_id", &self.correlation_id)
            .field("invalid", &self.invalid)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{sample, transport::error::ErrorKind};

    fn outcome(options: &CallOptions, header: Option<&'static str>) -> Result<Vec<(String, String)>, String> {
        let api = Api {
            name: "v1",
            server: "",
            request_id: None,
            correlation_id: header,
            rate_limit: None,
            problem: crate::wire::spec::ProblemKeys { title: &[], keys: &[], detail: &[], code: &[] },
            pagination: None,
            max_url: None,
            security: &[],
        };
        let headers = options.headers(&api).map_err(|error| {
            assert_eq!(error.kind(), ErrorKind::InvalidRequest);
            error.to_string()
        })?;
        let text = |value: &HeaderValue| value.to_str().unwrap().to_owned();
        Ok(headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect())
    }

    #[test]
    fn headers_go_along_or_fail_the_call() {
        const NO_ID: &str = "the correlation id is empty, or has characters that no header can carry";
        const NO_MEDIA: &str = "what is to be accepted is not a media type such as `image/png`";
        const NO_NAME: &str = "the name of a header has characters that none can have";
        const NO_VALUE: &str = "the header \"a\" has characters that no header can carry";
        let new = CallOptions::new;
        let pairs = |pairs: &[(&str, &str)]| {
            Ok(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>())
        };
        let framing =
            |name: &str| Err(format!("the header \"{name}\" belongs to the HTTP connection, which sets it itself"));
        let header = sample::API.correlation_id;
        for (options, header, expected) in [
            (new(), header, pairs(&[])),
            (new(), None, pairs(&[])),
            (new().header("x-a", "1").header("X-A", "2"), None, pairs(&[("x-a", "1"), ("x-a", "2")])),
            (new().correlation_id("job 7/a"), header, pairs(&[("x-chain", "job 7/a")])),
            // The later id counts, and an id before a header of the same name.
            (new().correlation_id("1").correlation_id("2"), header, pairs(&[("x-chain", "2")])),
            (new().correlation_id("1").header("X-Chain", "2"), header, pairs(&[("x-chain", "1")])),
            (new().correlation_id("1"), None, Err("the API has no header for a correlation id".to_owned())),
            // `Accept` is what the call asks for, wherever it is set.
            (new().accept("image/png").header("accept", "text/csv"), None, pairs(&[])),
            (new().accept("image/\npng"), None, Err(NO_MEDIA.to_owned())),
            (new().accept("png"), None, Err(NO_MEDIA.to_owned())),
            (new().header("a\nb", ""), header, Err(NO_NAME.to_owned())),
            (new().header("a", "1\r\nb: 2").header("\0", ""), header, Err(NO_VALUE.to_owned())),
            (new().header("Content-Length", "0"), header, framing("content-length")),
            (new().header("host", "a"), header, framing("host")),
            (new().header("Transfer-Encoding", "chunked"), header, framing("transfer-encoding")),
            (new().header("CONNECTION", "a\nb"), header, framing("connection")),
            (new().header("proxy-authorization", "a"), header, framing("proxy-authorization")),
            (new().correlation_id(""), header, Err(NO_ID.to_owned())),
            (new().correlation_id("1\r\nb: 2"), header, Err(NO_ID.to_owned())),
            (new().correlation_id("ü"), header, Err(NO_ID.to_owned())),
        ] {
            assert_eq!(outcome(&options, header), expected, "{options:?}");
        }
    }
}
