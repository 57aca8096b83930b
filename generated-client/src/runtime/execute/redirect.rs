//! The head of a response, after the redirects that may be followed.

use reqwest::{
    Method, Response, StatusCode, Url,
    header::{ACCEPT, HeaderValue, LOCATION},
};
use tokio::time::Instant;

use super::Message;
use crate::Error;

/// Redirects beyond this lead nowhere.
const MOST_REDIRECTS: usize = 5;

/// Sends `message` until no redirect is left to follow, and waits for the head of the answer.
pub(super) async fn head(message: &Message<'_>, end: Instant) -> Result<Response, Error> {
    let (core, operation) = (message.request.core(), message.request.operation());
    let method = Method::from(operation.method);
    let mut redirected: Option<Url> = None;
    let mut redirects = 0;
    loop {
        let url = redirected.as_ref().unwrap_or(&message.url);
        let response = core.send(operation, http_request(message, &method, url, end)).await?;
        match redirect(&method, url, &response) {
            Some(next) if redirects < MOST_REDIRECTS => redirected = Some(next),
            _ => return Ok(response),
        }
        redirects += 1;
    }
}

/// What goes to the HTTP client.
fn http_request(message: &Message<'_>, method: &Method, url: &Url, end: Instant) -> reqwest::Request {
    let mut call = reqwest::Request::new(method.clone(), url.clone());
    // It would end a body that is read while it arrives.
    if !message.live {
        *call.timeout_mut() = Some(end.saturating_duration_since(Instant::now()));
    }
    for (name, secret) in &message.query {
        call.url_mut().query_pairs_mut().append_pair(name, secret.expose());
    }
    let headers = call.headers_mut();
    *headers = message.headers.clone();
    headers.insert(ACCEPT, HeaderValue::from_static(message.accept));
    *call.body_mut() = message.body.clone().map(Into::into);
    call
}

/// Where the answer sends the request, if the request may go there as it is.
///
/// It never leaves the host, because the token would go along; and a method that writes is never turned
/// into a GET, whose success would be taken for that of the write.
fn redirect(method: &Method, url: &Url, response: &Response) -> Option<Url> {
    let follows = match response.status() {
        StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT => true,
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND | StatusCode::SEE_OTHER => method.is_safe(),
        _ => false,
    };
    let next = url.join(response.headers().get(LOCATION)?.to_str().ok()?).ok()?;
    (follows && next.origin() == url.origin() && next.username().is_empty() && next.password().is_none())
        .then_some(next)
}
