//! The response of a successful call: its value, and its status, headers and the like.

mod wait;

use std::{
    fmt,
    ops::{Deref, DerefMut},
    time::Duration,
};

use reqwest::{
    StatusCode,
    header::{HeaderMap, LOCATION, RETRY_AFTER},
};

use crate::{
    types::{
        header::Header,
        redact::{self, Redact, Redacted},
        rejected::Rejected,
    },
    wire::{
        drift_kind::Drift,
        spec::{Api, RateLimitHeaders},
    },
};

/// The value of a successful call, together with the status, the headers, the request id and the rate limit.
///
/// It derefs to the value, whose fields and methods it therefore has, also to change it in place;
/// [`into_inner`](Self::into_inner) takes the value out. `Debug` shows no personal data.
///
/// ```
/// # mod zoo { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/zoo.rs")); }
/// # use zoo::{Client, PetPage};
/// # async fn example(client: Client) -> Result<PetPage, openapi_client_runtime::Error> {
/// let mut page = client.list_pets().await?;
/// println!("{} pets, {:?}", page.data.len(), page.rate_limit());
/// page.data.truncate(10);
/// Ok(page.into_inner())
/// # }
/// ```
#[derive(Clone, PartialEq)]
pub struct Response<T> {
    // Private, so that a `value` or `meta` of the decoded body can be reached through `Deref`.
    pub(crate) value: T,
    pub(crate) meta: ResponseMeta,
}

impl<T> Response<T> {
    /// Returns everything but the value.
    #[must_use]
    pub fn meta(&self) -> &ResponseMeta {
        &self.meta
    }

    /// Takes the value out, without its status, headers and the like.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// Returns the status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.meta.status()
    }

    /// Returns the headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.meta.headers()
    }

    /// Returns the value of a header that the specification describes; `None` if it is missing or of another type. Its
    /// raw value is among the [`headers`](Self::headers). Several lines of one name count as one, joined by commas.
    #[must_use]
    pub fn header<H>(&self, header: &Header<H>) -> Option<H> {
        self.meta.header(header)
    }

    /// Returns the target of a redirect that is the result of the call, as the API wrote it in the header `Location`.
    /// It may be relative, and may hold personal data.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.meta.location()
    }

    /// Returns the id by which the support of the API finds the call.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.meta.request_id()
    }

    /// Returns the state of the rate limit, if the API sent it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<&RateLimit> {
        self.meta.rate_limit()
    }

    /// Returns what the response holds beyond the specification.
    #[must_use]
    pub fn drift(&self) -> &[Drift] {
        self.meta.drift()
    }

    /// Returns the array elements that could not be decoded and were set aside, if the call is lenient: see
    /// [`ClientBuilder::lenient`](crate::ClientBuilder::lenient).
    #[must_use]
    pub fn rejected(&self) -> &[Rejected] {
        self.meta.rejected()
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: Redact> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response").field("value", &Redacted(&self.value, T::PRIVACY)).field("meta", &self.meta).finish()
    }
}

/// Everything that a response has besides its body.
#[derive(Clone, PartialEq)]
pub struct ResponseMeta {
    status: StatusCode,
    headers: HeaderMap,
    /// The name of its header.
    request_id: Option<&'static str>,
    rate_limit: Option<RateLimit>,
    retry_after: Option<Duration>,
    drift: Vec<Drift>,
    rejected: Vec<Rejected>,
}

impl ResponseMeta {
    pub(crate) fn new(api: &Api, status: StatusCode, headers: HeaderMap) -> Self {
        let names = api.rate_limit.as_ref();
        Self {
            status,
            request_id: api.request_id,
            rate_limit: names.and_then(|names| RateLimit::read(names, &headers)),
            retry_after: retry_after(names, status, &headers),
            headers,
            drift: Vec::new(),
            rejected: Vec::new(),
        }
    }

    /// Creates the metadata of a response that no call has received.
    #[cfg(feature = "test-util")]
    pub(crate) fn bare(status: StatusCode, headers: HeaderMap) -> Self {
        let (drift, rejected) = (Vec::new(), Vec::new());
        Self { status, headers, request_id: None, rate_limit: None, retry_after: None, drift, rejected }
    }

    pub(crate) fn set_drift(&mut self, drift: Vec<Drift>) {
        self.drift = drift;
    }

    /// Merges the responses of several calls, of which this is the last.
    pub(crate) fn with_earlier(mut self, earlier: &Self) -> Self {
        let new: Vec<_> = self.drift.drain(..).filter(|drift| !earlier.drift.contains(drift)).collect();
        self.drift = [&earlier.drift[..], &new].concat();
        self.rejected = [&earlier.rejected[..], &self.rejected].concat();
        self
    }

    pub(crate) fn with_rejected(self, rejected: Vec<Rejected>) -> Self {
        Self { rejected, ..self }
    }

    /// Returns the status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the value of a header that the specification describes; `None` if it is missing or of another type. Its
    /// raw value is among the [`headers`](Self::headers). Several lines of one name count as one, joined by commas.
    #[must_use]
    pub fn header<T>(&self, header: &Header<T>) -> Option<T> {
        let mut lines = self.headers.get_all(header.name()).iter().map(|value| value.to_str().ok());
        let first = lines.next()??.to_owned();
        let text = lines.try_fold(first, |all, line| Some(format!("{all}, {}", line?)))?;
        header.read(&text)
    }

    /// Returns the target of a redirect, as the API wrote it in the header `Location`. It may be relative, and may hold
    /// personal data.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.headers.get(LOCATION)?.to_str().ok()
    }

    /// Returns the id by which the support of the API finds the call.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.headers.get(self.request_id?)?.to_str().ok()
    }

    /// Returns the state of the rate limit, if the API sent it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<&RateLimit> {
        self.rate_limit.as_ref()
    }

    /// Returns what the response holds beyond the specification.
    #[must_use]
    pub fn drift(&self) -> &[Drift] {
        &self.drift
    }

    /// Returns the array elements that could not be decoded and were set aside, if the call is lenient: see
    /// [`ClientBuilder::lenient`](crate::ClientBuilder::lenient).
    #[must_use]
    pub fn rejected(&self) -> &[Rejected] {
        &self.rejected
    }

    pub(crate) fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Returns how long a 429 asks to wait, if it does.
    pub(crate) fn stated_wait(&self) -> Option<Duration> {
        self.retry_after.filter(|wait| self.status == StatusCode::TOO_MANY_REQUESTS && !wait.is_zero())
    }
}

/// Does not show the headers: they may hold cookies.
impl fmt::Debug for ResponseMeta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseMeta")
            .field("status", &self.status)
            .field("request_id", &self.request_id().map(redact::id))
            .field("rate_limit", &self.rate_limit)
            .field("drift", &self.drift)
            .field("rejected", &self.rejected)
            .finish_non_exhaustive()
    }
}

/// The state of the rate limit at the time of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// How many calls a window allows.
    pub quota: u64,
    /// How many of them are left.
    pub left: u64,
    /// The time until the window ends.
    pub reset: Duration,
    /// The length of a window.
    pub window: Duration,
}

impl RateLimit {
    fn read(names: &RateLimitHeaders, headers: &HeaderMap) -> Option<Self> {
        Some(Self {
            quota: wait::count(headers, names.quota)?,
            left: wait::count(headers, names.left)?,
            reset: reset(names, headers)?,
            window: wait::milliseconds(headers, names.window_ms)?,
        })
    }
}

/// Returns the time until the window ends, at most the length of a window.
fn reset(names: &RateLimitHeaders, headers: &HeaderMap) -> Option<Duration> {
    let reset = wait::milliseconds(headers, names.reset_ms)?;
    Some(wait::milliseconds(headers, names.window_ms).map_or(reset, |window| reset.min(window)))
}

/// Returns how long to wait after a failure: the longer of what the API asks for and, after a 429, the rest of the
/// window.
fn retry_after(names: Option<&RateLimitHeaders>, status: StatusCode, headers: &HeaderMap) -> Option<Duration> {
    if status.is_success() {
        return None;
    }
    let asked = [names.and_then(|names| names.retry_after_s), Some(RETRY_AFTER.as_str())]
        .into_iter()
        .flatten()
        .filter_map(|name| wait::seconds_or_date(headers, name))
        .max();
    let window_end = names.filter(|_| status == StatusCode::TOO_MANY_REQUESTS).and_then(|names| reset(names, headers));
    asked.max(window_end)
}

#[cfg(test)]
mod tests;
