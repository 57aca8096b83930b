//! A successful answer, and what came beside its value.

mod wait;

use std::{fmt, ops::Deref, time::Duration};

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

/// The value of a successful call, with the status, headers, request id and rate budget beside it.
///
/// It derefs to the value; [`into_inner`](Self::into_inner) gives it away. `Debug` shows no personal data.
#[derive(Clone, PartialEq)]
pub struct Response<T> {
    // Private, so that a `value` or `meta` of the decoded body can be reached through `Deref`.
    pub(crate) value: T,
    pub(crate) meta: ResponseMeta,
}

impl<T> Response<T> {
    /// What came beside the value.
    #[must_use]
    pub fn meta(&self) -> &ResponseMeta {
        &self.meta
    }

    /// The value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.meta.status()
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.meta.headers()
    }

    /// The value of a header that the specification describes, if it is there and of its type; as it came it is among
    /// [`headers`](Self::headers). Lines of the same name count as one, with commas between them.
    #[must_use]
    pub fn header<H>(&self, header: &Header<H>) -> Option<H> {
        self.meta.header(header)
    }

    /// Returns where a redirect leads that is the result of the call, as the API wrote it in the header `Location`. It
    /// may be relative, and may hold personal data.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.meta.location()
    }

    /// The id under which the API's support finds the call.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.meta.request_id()
    }

    /// What is left of the rate limit, if the API told it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<&RateLimit> {
        self.meta.rate_limit()
    }

    /// What the answer held beyond the specification.
    #[must_use]
    pub fn drift(&self) -> &[Drift] {
        self.meta.drift()
    }

    /// The elements of arrays that did not decode and were set aside, where the call is lenient: see
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

impl<T: Redact> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response").field("value", &Redacted(&self.value)).field("meta", &self.meta).finish()
    }
}

/// What came beside the body of an answer.
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

    pub(crate) fn set_drift(&mut self, drift: Vec<Drift>) {
        self.drift = drift;
    }

    /// Of several answers as one, of which this is the last.
    pub(crate) fn with_earlier(mut self, earlier: &Self) -> Self {
        let new: Vec<_> = self.drift.drain(..).filter(|drift| !earlier.drift.contains(drift)).collect();
        self.drift = [&earlier.drift[..], &new].concat();
        self.rejected = [&earlier.rejected[..], &self.rejected].concat();
        self
    }

    pub(crate) fn with_rejected(self, rejected: Vec<Rejected>) -> Self {
        Self { rejected, ..self }
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The value of a header that the specification describes, if it is there and of its type; as it came it is among
    /// [`headers`](Self::headers). Lines of the same name count as one, with commas between them.
    #[must_use]
    pub fn header<T>(&self, header: &Header<T>) -> Option<T> {
        let mut lines = self.headers.get_all(header.name()).iter().map(|value| value.to_str().ok());
        let first = lines.next()??.to_owned();
        let text = lines.try_fold(first, |all, line| Some(format!("{all}, {}", line?)))?;
        header.read(&text)
    }

    /// Returns where a redirect leads, as the API wrote it in the header `Location`. It may be relative, and may hold
    /// personal data.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.headers.get(LOCATION)?.to_str().ok()
    }

    /// The id under which the API's support finds the call.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.headers.get(self.request_id?)?.to_str().ok()
    }

    /// What is left of the rate limit, if the API told it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<&RateLimit> {
        self.rate_limit.as_ref()
    }

    /// What the answer held beyond the specification.
    #[must_use]
    pub fn drift(&self) -> &[Drift] {
        &self.drift
    }

    /// The elements of arrays that did not decode and were set aside, where the call is lenient: see
    /// [`ClientBuilder::lenient`](crate::ClientBuilder::lenient).
    #[must_use]
    pub fn rejected(&self) -> &[Rejected] {
        &self.rejected
    }

    pub(crate) fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// How long a 429 asks to wait, if it does.
    pub(crate) fn stated_wait(&self) -> Option<Duration> {
        self.retry_after.filter(|wait| self.status == StatusCode::TOO_MANY_REQUESTS && !wait.is_zero())
    }
}

/// Leaves the headers out: they may hold cookies.
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

/// The rate limit as of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// How many calls a window allows.
    pub quota: u64,
    /// How many of them are left.
    pub left: u64,
    /// How long until the window ends.
    pub reset: Duration,
    /// How long a window lasts.
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

/// A window that is said to end later than it is long ends when it is over.
fn reset(names: &RateLimitHeaders, headers: &HeaderMap) -> Option<Duration> {
    let reset = wait::milliseconds(headers, names.reset_ms)?;
    Some(wait::milliseconds(headers, names.window_ms).map_or(reset, |window| reset.min(window)))
}

/// After a failure, the longer of what the API asks for and, if it was a 429, the rest of the window.
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
