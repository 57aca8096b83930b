//! Sends a request, and waits for the whole answer. Nothing here is generic.

use std::time::Instant;

use reqwest::{
    Method, StatusCode, Url,
    header::{ACCEPT, CONTENT_TYPE, HeaderValue, LOCATION},
};

use super::{Answer, Request};
use crate::{Error, ResponseMeta};

/// Redirects beyond this lead nowhere.
const MOST_REDIRECTS: usize = 5;

/// Sends `request`; an answer of any status is a success here.
pub(super) async fn execute(request: Request, accept: &'static str) -> Result<Answer, Error> {
    let operation = request.operation();
    send(&request, accept).await.map_err(|error| error.of(operation))
}

async fn send(request: &Request, accept: &'static str) -> Result<Answer, Error> {
    let started = Instant::now();
    let target = request.target().map_err(|violation| Error::invalid_request(&violation))?;
    let core = request.core();
    let operation = request.operation();
    let method = Method::from(operation.method);
    let mut url = core.url(operation.api, &target)?;
    let mut redirects = 0;
    let response = loop {
        let mut call = core
            .http()
            .request(method.clone(), url.clone())
            .headers(core.headers())
            .header(ACCEPT, HeaderValue::from_static(accept))
            .timeout(core.timeout().saturating_sub(started.elapsed()));
        if let Some(body) = request.body() {
            call = call.header(CONTENT_TYPE, HeaderValue::from_static("application/json")).body(body.clone());
        }
        let response = call.send().await.map_err(|error| Error::http(error, None))?;
        match redirect(&method, &url, &response) {
            Some(next) if redirects < MOST_REDIRECTS => url = next,
            _ => break response,
        }
        redirects += 1;
    };
    let meta = ResponseMeta::new(operation.api, response.status(), response.headers().clone());
    match response.bytes().await {
        Ok(body) => Ok(Answer { meta, body }),
        Err(error) => Err(Error::http(error, Some(meta))),
    }
}

/// Where the answer sends the request, if the request may go there as it is.
///
/// It never leaves the host, because the token would go along; and a method that writes is never turned
/// into a GET, whose success would be taken for that of the write.
fn redirect(method: &Method, url: &Url, response: &reqwest::Response) -> Option<Url> {
    let follows = match response.status() {
        StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT => true,
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND | StatusCode::SEE_OTHER => method.is_safe(),
        _ => false,
    };
    let next = url.join(response.headers().get(LOCATION)?.to_str().ok()?).ok()?;
    (follows && next.origin() == url.origin() && next.username().is_empty() && next.password().is_none())
        .then_some(next)
}
