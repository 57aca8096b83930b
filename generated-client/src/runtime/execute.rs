//! Makes a call: as many attempts as it takes, each when it may go. Nothing here is generic.

mod repeat;

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use bytes::Bytes;
use reqwest::{
    Method, Response, StatusCode, Url,
    header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue, LOCATION},
};
use tokio::time::{Instant, sleep, timeout, timeout_at};

use super::{Answer, Request, trace};
use crate::{Error, ResponseMeta, error::Loss};

/// Redirects beyond this lead nowhere.
const MOST_REDIRECTS: usize = 5;

/// Sends `request`; an answer of any status is a success here.
pub(super) async fn execute(request: Request, accept: &'static str) -> Result<Answer, Error> {
    let operation = request.operation();
    trace::call(operation, request.options(), call(&request, accept)).await.map_err(|error| error.of(operation))
}

/// What every attempt of a call sends.
struct Message<'a> {
    request: &'a Request,
    url: Url,
    /// Those of this call alone.
    headers: HeaderMap,
    accept: &'static str,
}

async fn call(request: &Request, accept: &'static str) -> Result<Answer, Error> {
    let (core, options) = (request.core(), request.options());
    let target = request.target().map_err(|violation| Error::invalid_request(&violation))?;
    let api = request.operation().api;
    let headers = options.map(|options| options.headers(api)).transpose()?.unwrap_or_default();
    let message = Message { request, url: core.url(api, &target)?, headers, accept };
    let total = options.and_then(|options| options.total_timeout).unwrap_or(core.total_timeout());
    let doubt = AtomicBool::new(false);
    let deadline = Instant::now().checked_add(total);
    let attempts = attempts(&message, deadline, &doubt);
    let outcome = match deadline {
        Some(deadline) => timeout_at(deadline, attempts).await.unwrap_or_else(|_| Err(Error::lost(Loss::Late, None))),
        None => attempts.await,
    };
    let in_doubt = request.operation().writes() && doubt.load(Ordering::Relaxed);
    match outcome {
        Ok(answer) if answer.meta.status().is_success() => Ok(answer),
        Ok(answer) => Ok(Answer { in_doubt, secrets: request.secrets(), ..answer }),
        Err(error) => Err(error.in_doubt(in_doubt)),
    }
}

/// Tries until there is nothing to try again for; gives what the last attempt brought. `doubt` is, at any time, whether
/// something may have been carried out that no answer told of.
async fn attempts(message: &Message<'_>, deadline: Option<Instant>, doubt: &AtomicBool) -> Result<Answer, Error> {
    let request = message.request;
    let (core, operation) = (request.core(), request.operation());
    let policy = request.options().and_then(|options| options.retry).unwrap_or(core.retry());
    let traffic = core.traffic();
    traffic.repeats.add();
    let mut attempt = 1;
    loop {
        let permit = traffic.enter(operation).await;
        // Until the answer is there, and for good once one was lost.
        let before = doubt.swap(true, Ordering::Relaxed);
        let result = trace::attempt(attempt, one(message)).await;
        doubt.store(before || repeat::leaves_doubt(operation, &result), Ordering::Relaxed);
        if let Some(meta) = meta(&result) {
            traffic.budget.observe(meta);
        }
        drop(permit);
        let Some(pause) = repeat::pause(policy, operation, &result, attempt, fastrand::f64()) else { return result };
        // A pause beyond all time is never in time.
        let end = Instant::now().checked_add(pause);
        let is_in_time = end.is_some_and(|end| deadline.is_none_or(|deadline| end < deadline));
        if !is_in_time || !traffic.repeats.take() {
            return result;
        }
        sleep(pause).await;
        attempt += 1;
    }
}

fn meta(result: &Result<Answer, Error>) -> Option<&ResponseMeta> {
    match result {
        Ok(answer) => Some(&answer.meta),
        Err(error) => error.meta(),
    }
}

/// One attempt. The timeouts here hold whatever a layer does: that of a request reaches only as far as the HTTP client.
async fn one(message: &Message<'_>) -> Result<Answer, Error> {
    let (started, request) = (Instant::now(), message.request);
    let core = request.core();
    let limit = request.options().and_then(|options| options.timeout).unwrap_or(core.timeout());
    let late = |_| Error::lost(Loss::Late, None);
    let response = timeout(limit, head(message, started, limit)).await.map_err(late)??;
    let meta = ResponseMeta::new(request.operation().api, response.status(), response.headers().clone());
    match timeout(limit.saturating_sub(started.elapsed()), body(response, core.max_body())).await {
        Ok(Ok(body)) => Ok(Answer::new(meta, body)),
        Ok(Err(NoBody::Lost(error))) => Err(Error::http(error, Some(meta))),
        Ok(Err(NoBody::TooLarge)) => Err(Error::too_large(core.max_body(), meta)),
        Err(_) => Err(Error::lost(Loss::Late, Some(meta))),
    }
}

enum NoBody {
    Lost(reqwest::Error),
    TooLarge,
}

/// The whole body, if it is not larger than `most`, decompressed.
async fn body(mut response: Response, most: usize) -> Result<Bytes, NoBody> {
    let is_too_large = |length: u64| usize::try_from(length).map_or(true, |length| length > most);
    if response.content_length().is_some_and(is_too_large) {
        return Err(NoBody::TooLarge);
    }
    let (mut chunks, mut length) = (Vec::<Bytes>::new(), 0);
    while let Some(chunk) = response.chunk().await.map_err(NoBody::Lost)? {
        length += chunk.len();
        if length > most {
            return Err(NoBody::TooLarge);
        }
        chunks.push(chunk);
    }
    Ok(match &chunks[..] {
        // Most answers are one chunk, which needs no copy.
        [whole] => whole.clone(),
        chunks => chunks.concat().into(),
    })
}

/// Sends `message` until no redirect is left to follow, and waits for the head of the answer.
async fn head(message: &Message<'_>, started: Instant, limit: Duration) -> Result<Response, Error> {
    let request = message.request;
    let (core, operation) = (request.core(), request.operation());
    let mut url = message.url.clone();
    let method = Method::from(operation.method);
    let mut redirects = 0;
    loop {
        let call = core.http().request(method.clone(), url.clone());
        // Those of the client take the place of the call's.
        let mut call = call
            .headers(message.headers.clone())
            .headers(core.headers())
            .header(ACCEPT, HeaderValue::from_static(message.accept))
            .timeout(limit.saturating_sub(started.elapsed()));
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
