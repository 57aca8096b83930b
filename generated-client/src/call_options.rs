//! Settings of a single call.

use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use crate::RetryPolicy;

/// What a single call does otherwise than its client: `list().with(CallOptions::new().timeout(…))`.
#[derive(Clone, Debug, Default)]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
    pub(crate) headers: HeaderMap,
    /// The first header that cannot be sent.
    pub(crate) invalid_header: Option<String>,
}

impl CallOptions {
    /// Nothing otherwise.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How long each attempt may take, the answer's body included.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How long the call may take, with all its attempts and everything that it waits for.
    #[must_use]
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.total_timeout = Some(timeout);
        self
    }

    /// How often it is tried again.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = Some(policy);
        self
    }

    /// Adds a header. One that no request can carry, such as a value with a line break, fails the call before it
    /// is sent; credentials and headers that the call sets itself cannot be replaced.
    #[must_use]
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let name = name.as_ref();
        let parsed = HeaderName::from_bytes(name.as_bytes()).ok().zip(HeaderValue::from_str(value.as_ref()).ok());
        match parsed {
            Some((name, value)) => {
                self.headers.append(name, value);
            }
            None => {
                self.invalid_header.get_or_insert_with(|| name.escape_debug().to_string());
            }
        }
        self
    }
}
