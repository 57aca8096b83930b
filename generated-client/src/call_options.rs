//! Settings of a single call.

use std::{fmt, time::Duration};

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use crate::RetryPolicy;

/// What a single call does otherwise than its client: `list().with(CallOptions::new().timeout(…))`.
///
/// `Debug` shows the names of the headers, never their values.
#[derive(Clone, Default)]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
    pub(crate) lenient: Option<bool>,
    pub(crate) headers: HeaderMap,
    /// What is wrong with the first header that cannot be sent.
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

    /// Whether items of a list that do not decode are set aside: see
    /// [`ClientBuilder::lenient`](crate::ClientBuilder::lenient).
    #[must_use]
    pub fn lenient(mut self, lenient: bool) -> Self {
        self.lenient = Some(lenient);
        self
    }

    /// Adds a header. One that no request can carry, such as a value with a line break, fails the call before it
    /// is sent; credentials and headers that the call sets itself cannot be replaced. The value is taken for a secret:
    /// it is marked as [sensitive](HeaderValue::is_sensitive).
    #[must_use]
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let name = name.as_ref();
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value.as_ref())) {
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive(true);
                self.headers.append(name, value);
            }
            // What is no name may be a value that came first by mistake.
            (Err(_), _) => self.note("the name of a header has characters that none can have".to_owned()),
            (Ok(name), Err(_)) => self.note(format!("the header \"{name}\" has characters that no header can carry")),
        }
        self
    }

    fn note(&mut self, problem: String) {
        self.invalid_header.get_or_insert(problem);
    }
}

impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("timeout", &self.timeout)
            .field("total_timeout", &self.total_timeout)
            .field("retry", &self.retry)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("invalid_header", &self.invalid_header)
            .finish()
    }
}
