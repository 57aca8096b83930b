//! What every attempt of a call sends, and deadlines.

use std::{borrow::Cow, time::Duration};

use bytes::Bytes;
use reqwest::{
    Url,
    header::{CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue, USER_AGENT},
};
use tokio::time::Instant;

use crate::{
    transport::{credentials::Chosen, error::Error, media, request::Request},
    wire::param_location::ParamLocation,
};

/// What every attempt of a call sends.
pub(super) struct Message<'a> {
    pub(super) request: &'a Request,
    pub(super) url: Url,
    pub(super) credentials: Chosen<'a>,
    pub(super) headers: HeaderMap,
    pub(super) accept: HeaderValue,
    /// Whether the success is a stream of events, and nothing else is asked for.
    pub(super) wants_events: bool,
    pub(super) body: Option<Bytes>,
    pub(super) live: bool,
}

impl<'a> Message<'a> {
    /// Checks the request against its limits, and prepares what is sent.
    pub(super) fn new(request: &'a Request, accept: &'static str, live: bool) -> Result<Self, Error> {
        let (core, options, operation) = (request.core(), request.options(), request.operation());
        let target = request.target().map_err(|violation| Error::invalid_request(&violation))?;
        let mut headers = options.map(|options| options.headers(operation.api)).transpose()?.unwrap_or_default();
        let credentials = core.credentials().of(operation)?;
        credentials.put(&mut headers)?;
        let body = put_headers(request, &mut headers)?;
        let implied = operation.accept.unwrap_or(accept);
        let chosen = options.and_then(|options| options.accepted()).cloned();
        let wants_events = implied == media::EVENTS && chosen.is_none();
        let accept = chosen.unwrap_or(HeaderValue::from_static(implied));
        let url = core.url(operation, &target, request.server_variables())?;
        request.check_length(&url).map_err(|violation| Error::invalid_request(&violation))?;
        Ok(Self { request, url, credentials, headers, accept, wants_events, body, live })
    }
}

/// Adds the headers of the client, the parameters and the body to those of the call, each replacing earlier ones.
/// Returns the body.
fn put_headers(request: &Request, headers: &mut HeaderMap) -> Result<Option<Bytes>, Error> {
    headers.insert(USER_AGENT, request.core().user_agent().clone());
    for (name, value) in request.own_headers() {
        headers.insert(name.clone(), value.clone());
    }
    for (name, value) in request.fixed(ParamLocation::Header) {
        let pair = HeaderName::from_bytes(name.as_bytes()).ok().zip(HeaderValue::from_str(value).ok());
        let invalid = || Error::invalid_header("a header of the operation has characters that no header can carry");
        let (name, value) = pair.ok_or_else(invalid)?;
        headers.insert(name, value);
    }
    let invalid = |_| Error::invalid_header("a cookie has characters that no header can carry");
    let cookies = request.own_cookies();
    if !cookies.is_empty() {
        let earlier = headers.get(COOKIE).and_then(|value| value.to_str().ok());
        let all = earlier.map_or_else(|| cookies.clone(), |earlier| format!("{earlier}; {cookies}"));
        let mut value = HeaderValue::from_str(&all).map_err(invalid)?;
        value.set_sensitive(true);
        headers.insert(COOKIE, value);
    }
    let Some((body, content_type)) = request.content_with_type() else { return Ok(None) };
    let content_type = match content_type {
        Cow::Borrowed(text) => HeaderValue::from_static(text),
        Cow::Owned(text) => HeaderValue::from_str(&text).map_err(invalid)?,
    };
    headers.insert(CONTENT_TYPE, content_type);
    Ok(Some(body))
}

/// Adds a duration to a time. Saturates instead of overflowing.
pub(super) fn after(now: Instant, duration: Duration) -> Instant {
    const FAR_AWAY: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
    now.checked_add(duration).unwrap_or_else(|| now + FAR_AWAY)
}
