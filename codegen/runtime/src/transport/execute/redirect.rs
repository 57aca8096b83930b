//! The head of a response, after following redirects.

mod refusal;

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use reqwest::{
    Method, Response, StatusCode, Url,
    header::{ACCEPT, AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue, LOCATION, PROXY_AUTHORIZATION},
};
use tokio::time::Instant;

use self::refusal::Refusal;
use super::message::Message;
use crate::{
    transport::{credentials::Chosen, error::Error, redirect::RedirectPolicy},
    types::secret::Secret,
};

/// The maximum number of redirects.
const MOST_REDIRECTS: usize = 5;

/// The head of the last response.
pub(super) struct Head {
    pub(super) response: Response,
    /// For a redirect: where it leads, and why it was not followed.
    pub(super) not_followed: Option<String>,
}

/// Sends `message`, follows redirects, and returns the head of the last response.
pub(super) async fn head(message: &Message<'_>, end: Instant) -> Result<Head, Error> {
    let (core, operation) = (message.request.core(), message.request.operation());
    let method = Method::from(operation.method);
    let mut hop = Hop::first(message);
    let mut followed = 0;
    loop {
        let response = core.send(operation, http_request(message, &method, &hop, end)).await?;
        match next(message, &method, &hop, followed, &response) {
            Next::Follow(next) => hop = next,
            Next::Stop(refusal) => {
                let not_followed = refusal.map(|refusal| refusal.text(&message.request.secrets()));
                return Ok(Head { response, not_followed });
            }
        }
        followed += 1;
    }
}

/// A target of the request.
#[derive(Debug)]
struct Hop {
    /// The URL with the credentials of the query.
    url: Url,
    /// Whether the request has left the first origin: then no credential is sent, not even on the way back.
    is_foreign: bool,
}

impl Hop {
    fn first(message: &Message<'_>) -> Self {
        let mut url = message.url.clone();
        for (name, secret) in message.credentials.query() {
            url.query_pairs_mut().append_pair(name, secret.expose());
        }
        Self { url, is_foreign: false }
    }
}

/// Builds the request for the HTTP client.
fn http_request(message: &Message<'_>, method: &Method, hop: &Hop, end: Instant) -> reqwest::Request {
    let mut call = reqwest::Request::new(method.clone(), hop.url.clone());
    // The timeout would end a body that is read while it arrives.
    if !message.live {
        *call.timeout_mut() = Some(end.saturating_duration_since(Instant::now()));
    }
    let headers = call.headers_mut();
    *headers = if hop.is_foreign { harmless_headers(message) } else { message.headers.clone() };
    headers.insert(ACCEPT, message.accept.clone());
    *call.body_mut() = message.body.clone().map(Into::into);
    call
}

/// Returns the headers that may be sent to another origin.
fn harmless_headers(message: &Message<'_>) -> HeaderMap {
    let request = message.request;
    let correlation_id = request.operation().api.correlation_id;
    let is_harmless = |name: &HeaderName, value: &HeaderValue| {
        !value.is_sensitive()
            && ![AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION].contains(name)
            // A parameter of the operation may have replaced a credential.
            && !message.credentials.has_header(name)
            && !correlation_id.is_some_and(|id| name.as_str().eq_ignore_ascii_case(id))
    };
    let harmless = message.headers.iter().filter(|(name, value)| is_harmless(name, value));
    harmless.map(|(name, value)| (name.clone(), value.clone())).collect()
}

enum Next {
    Follow(Hop),
    /// With the reason, if the response is a redirect.
    Stop(Option<Refusal>),
}

/// Decides what to do after a response.
fn next(message: &Message<'_>, method: &Method, hop: &Hop, followed: usize, response: &Response) -> Next {
    let status = response.status();
    // RFC 9110, 15.4: the others let the user choose, or have no location.
    if !matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Next::Stop(None);
    }
    let Some(location) = response.headers().get(LOCATION) else { return Next::Stop(None) };
    let target = location.to_str().ok().and_then(|location| hop.url.join(location).ok());
    let decided = target.ok_or(Refusal::Unreadable).and_then(|mut target| {
        target.set_fragment(None);
        if followed >= MOST_REDIRECTS { Err(Refusal::TooMany) } else { follow(message, method, hop, status, target) }
    });
    match decided {
        Ok(next) => Next::Follow(next),
        Err(refusal) => Next::Stop(Some(refusal)),
    }
}

/// Returns the hop to `target`, if the request may be sent there.
///
/// A write is never turned into a GET, whose success would be mistaken for that of the write. With another query, it
/// would be another request.
fn follow(message: &Message<'_>, method: &Method, hop: &Hop, status: StatusCode, target: Url) -> Result<Hop, Refusal> {
    let request = message.request;
    let options = request.options();
    let policy = options.and_then(|options| options.redirect).unwrap_or(request.core().redirect());
    let only_reads = matches!(*method, Method::GET | Method::HEAD);
    if only_reads {
        if policy == RedirectPolicy::None {
            return Err(Refusal::Policy);
        }
        if policy != RedirectPolicy::Follow && request.operation().declares(status) {
            return Err(Refusal::Declared);
        }
    } else {
        if !options.is_some_and(|options| options.redirect_writes) {
            return Err(Refusal::Write(method.clone()));
        }
        if !matches!(status, StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT) {
            return Err(Refusal::NoWrite(method.clone()));
        }
    }
    if !target.username().is_empty() || target.password().is_some() {
        return Err(Refusal::UserInfo);
    }
    let is_same_origin = target.origin() == hop.url.origin();
    if !(only_reads && policy == RedirectPolicy::Follow) {
        return match () {
            () if !is_same_origin => Err(Refusal::Origin(target)),
            () if target.query() != hop.url.query() => Err(Refusal::Query),
            () => Ok(Hop { url: target, is_foreign: false }),
        };
    }
    if is_same_origin && !hop.is_foreign {
        return Ok(Hop { url: with_credentials(target, &message.credentials), is_foreign: false });
    }
    match () {
        () if !matches!(target.scheme(), "http" | "https") => Err(Refusal::Origin(target)),
        () if hop.url.scheme() == "https" && target.scheme() == "http" => Err(Refusal::Insecure(target)),
        () if message.body.is_some() => Err(Refusal::Body(target)),
        () if holds_any(&target, &request.secrets()) => Err(Refusal::Credential),
        () => Ok(Hop { url: target, is_foreign: true }),
    }
}

/// Adds the credentials of the query to a URL of the API, each once.
fn with_credentials(mut url: Url, credentials: &Chosen<'_>) -> Url {
    for (name, secret) in credentials.query() {
        if !url.query_pairs().any(|(known, value)| known == name && value == secret.expose()) {
            url.query_pairs_mut().append_pair(name, secret.expose());
        }
    }
    url
}

/// Returns whether a URL contains a secret.
fn holds_any(url: &Url, secrets: &[Secret]) -> bool {
    let decoded = percent_decode_str(url.as_str()).decode_utf8_lossy();
    let pairs: Vec<Cow<'_, str>> = url.query_pairs().flat_map(|(name, value)| [name, value]).collect();
    secrets.iter().map(Secret::expose).filter(|secret| !secret.is_empty()).any(|secret| {
        url.as_str().contains(secret) || decoded.contains(secret) || pairs.iter().any(|text| text.contains(secret))
    })
}

#[cfg(test)]
mod tests;
