//! Makes a call: as many attempts as it takes, each when it may go. Nothing here is generic.

mod attempt;
mod redirect;
mod repeat;

use std::{
    borrow::Cow,
    pin::pin,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use bytes::Bytes;
use reqwest::{
    Url,
    header::{CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue},
};
use tokio::time::{Instant, sleep, timeout_at};

use super::{Answer, Location, Request, trace};
use crate::{Error, ResponseMeta, error::Loss};

/// Sends `request`; an answer of any status is a success here.
///
/// `live`: the body of a success is not read.
pub(super) async fn execute(request: Request, accept: &'static str, live: bool) -> Result<Answer, Error> {
    let operation = request.operation();
    let call = pin!(call(&request, accept, live));
    trace::call(operation, request.options(), call).await.map_err(|error| error.of(operation))
}

/// What every attempt of a call sends.
struct Message<'a> {
    request: &'a Request,
    url: Url,
    /// Those of this call alone.
    headers: HeaderMap,
    accept: &'static str,
    body: Option<Bytes>,
    live: bool,
}

async fn call(request: &Request, accept: &'static str, live: bool) -> Result<Answer, Error> {
    let (core, options) = (request.core(), request.options());
    let target = request.target().map_err(|violation| Error::invalid_request(&violation))?;
    let operation = request.operation();
    let mut headers = options.map(|options| options.headers(operation.api)).transpose()?.unwrap_or_default();
    let body = put_headers(request, &mut headers)?;
    let accept = operation.accept.unwrap_or(accept);
    let message = Message {
        request,
        url: core.url(operation, &target, request.server_variables())?,
        headers,
        accept,
        body,
        live,
    };
    let total = options.and_then(|options| options.total_timeout).unwrap_or(core.total_timeout());
    let doubt = AtomicBool::new(false);
    let outcome = attempts(&message, after(Instant::now(), total), &doubt).await;
    let in_doubt = operation.writes() && doubt.load(Ordering::Relaxed);
    match outcome {
        Ok(answer) if answer.meta.status().is_success() => Ok(answer),
        Ok(answer) => Ok(Answer { in_doubt, secrets: request.secrets(), ..answer }),
        Err(error) => Err(error.in_doubt(in_doubt)),
    }
}

/// Adds to the headers of a call those of its client, of its operation and of its body, each in place of the ones before
/// it; gives the body.
fn put_headers(request: &Request, headers: &mut HeaderMap) -> Result<Option<Bytes>, Error> {
    for (name, value) in request.core().headers() {
        headers.insert(name.clone(), value.clone());
    }
    for (name, value) in request.own_headers() {
        headers.insert(name.clone(), value.clone());
    }
    for (name, value) in request.fixed(Location::Header) {
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

/// Tries until there is nothing to try again for; gives what the last attempt brought. `doubt` is, at any time, whether
/// something may have been carried out that no answer told of.
async fn attempts(message: &Message<'_>, deadline: Instant, doubt: &AtomicBool) -> Result<Answer, Error> {
    let request = message.request;
    let (core, operation) = (request.core(), request.operation());
    let policy = request.options().and_then(|options| options.retry).unwrap_or(core.retry());
    let traffic = core.traffic();
    traffic.repeats.add();
    let mut attempt = 1;
    loop {
        let permit = timeout_at(deadline, traffic.enter(operation)).await.map_err(|_| Error::lost(Loss::Late, None))?;
        // Until the answer is there, and for good once one was lost.
        let before = doubt.swap(true, Ordering::Relaxed);
        let result = trace::attempt(attempt, pin!(attempt::send(message, deadline))).await;
        doubt.store(before || repeat::leaves_doubt(operation, &result), Ordering::Relaxed);
        if let Some(meta) = meta(&result) {
            traffic.budget.observe(meta);
        }
        drop(permit);
        let Some(pause) = repeat::pause(policy, operation, &result, attempt, fastrand::f64()) else { return result };
        // A pause beyond all time is never in time.
        let is_in_time = Instant::now().checked_add(pause).is_some_and(|end| end < deadline);
        if !is_in_time || !traffic.repeats.take() {
            return result;
        }
        sleep(pause).await;
        attempt += 1;
    }
}

/// A time that no clock shows is so far away that nobody will see it.
fn after(now: Instant, duration: Duration) -> Instant {
    const FAR_AWAY: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
    now.checked_add(duration).unwrap_or_else(|| now + FAR_AWAY)
}

fn meta(result: &Result<Answer, Error>) -> Option<&ResponseMeta> {
    match result {
        Ok(answer) => Some(&answer.meta),
        Err(error) => error.meta(),
    }
}
