//! Sends a request, and waits for the whole answer. Nothing here is generic.

use reqwest::{
    Method, Response, StatusCode, Url,
    header::{ACCEPT, CONTENT_TYPE, HeaderValue, LOCATION},
};
use tokio::time::{Instant, timeout};

use super::{Answer, Request};
use crate::{Error, ResponseMeta, error::Loss};

/// Redirects beyond this lead nowhere.
const MOST_REDIRECTS: usize = 5;

/// Sends `request`; an answer of any status is a success here.
pub(super) async fn execute(request: Request, accept: &'static str) -> Result<Answer, Error> {
    let operation = request.operation();
    send(&request, accept).await.map_err(|error| error.of(operation))
}

/// The timeouts here hold whatever a layer does: that of a request reaches only as far as the HTTP client.
async fn send(request: &Request, accept: &'static str) -> Result<Answer, Error> {
    let started = Instant::now();
    let target = request.target().map_err(|violation| Error::invalid_request(&violation))?;
    let url = request.core().url(request.operation().api, &target)?;
    let limit = request.core().timeout();
    let late = |_| Error::lost(Loss::Late, None);
    let response = timeout(limit, head(request, url, accept, started)).await.map_err(late)??;
    let meta = ResponseMeta::new(request.operation().api, response.status(), response.headers().clone());
    match timeout(limit.saturating_sub(started.elapsed()), response.bytes()).await {
        Ok(Ok(body)) => Ok(Answer { meta, body }),
        Ok(Err(error)) => Err(Error::http(error, Some(meta))),
        Err(_) => Err(Error::lost(Loss::Late, Some(meta))),
    }
}

/// Sends `request` until no redirect is left to follow, and waits for the head of the answer.
async fn head(request: &Request, mut url: Url, accept: &'static str, started: Instant) -> Result<Response, Error> {
    let core = request.core();
    let operation = request.operation();
    let method = Method::from(operation.method);
    let mut redirects = 0;
    loop {
        let mut call = core
            .http()
            .request(method.clone(), url.clone())
            .headers(core.headers())
            .header(ACCEPT, HeaderValue::from_static(accept))
            .timeout(core.timeout().saturating_sub(started.elapsed()));
        if let Some(body) = request.body() {
            call = call.header(CONTENT_TYPE, HeaderValue::from_static("application/json")).body(body.clone());
        }
        let call = call.build().map_err(|error| Error::http(error, None))?;
        let response = core.way(operation).run(call).await?;
        match redirect(&method, &url, &response) {
            Some(next) if redirects < MOST_REDIRECTS => url = next,
            _ => return Ok(response),
        }
        redirects += 1;
    }
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
