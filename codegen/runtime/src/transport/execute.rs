//! Makes a call: as many attempts as it takes, each when it may go. Nothing here is generic.

mod attempt;
mod early;
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
    StatusCode, Url,
    header::{CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue, USER_AGENT},
};
use tokio::time::{Instant, sleep};

use crate::{
    transport::{
        answer::Answer, credentials::Chosen, error::Error, request::Request, response::ResponseMeta, trace,
        traffic::NotSent,
    },
    wire::location::Location,
};

/// Sends `request`; an answer of any status is a success here.
///
/// `live`: the body of a success is not read.
pub(crate) async fn execute(request: Request, accept: &'static str, live: bool) -> Result<Answer, Error> {
    let operation = request.operation();
    let call = pin!(call(&request, accept, live));
    trace::call(&request, call).await.map_err(|error| error.of(operation))
}

/// What every attempt of a call sends.
struct Message<'a> {
    request: &'a Request,
    url: Url,
    credentials: Chosen<'a>,
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
    let credentials = core.credentials().of(operation)?;
    credentials.put(&mut headers)?;
    let body = put_headers(request, &mut headers)?;
    let accept = operation.accept.unwrap_or(accept);
    let url = core.url(operation, &target, request.server_variables())?;
    request.check_length(&url).map_err(|violation| Error::invalid_request(&violation))?;
    let message = Message { request, url, credentials, headers, accept, body, live };
    let total = options.and_then(|options| options.total_timeout).unwrap_or(core.total_timeout());
    let doubt = AtomicBool::new(false);
    let outcome = attempts(&message, after(Instant::now(), total), &doubt).await;
    let in_doubt = operation.writes() && doubt.load(Ordering::Relaxed);
    match outcome {
        Ok(answer) if operation.succeeds_with(answer.meta.status()) => {
            Ok(Answer { wanted: request.wanted(), ..answer })
        }
        Ok(answer) => Ok(Answer { in_doubt, sent: request.sent_values(), ..answer }),
        Err(error) => Err(error.in_doubt(in_doubt)),
    }
}

/// Adds to the headers of a call those of its client, of its parameters and of its body, each in place of the ones before
/// it; gives the body.
fn put_headers(request: &Request, headers: &mut HeaderMap) -> Result<Option<Bytes>, Error> {
    headers.insert(USER_AGENT, request.core().user_agent().clone());
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
/// something may have taken effect that no answer told of.
async fn attempts(message: &Message<'_>, deadline: Instant, doubt: &AtomicBool) -> Result<Answer, Error> {
    let request = message.request;
    let (core, operation) = (request.core(), request.operation());
    let policy = request.options().and_then(|options| options.retry).unwrap_or(core.retry());
    let traffic = core.traffic();
    traffic.repeats.add();
    let (mut sent, mut attempt, mut refusals) = (0, 1, 0);
    let mut last = None;
    loop {
        let permit = match traffic.enter(operation, deadline).await {
            Ok(permit) => permit,
            // What the API has said about this call says more than that there is no time for another attempt.
            Err(reason) => return last.unwrap_or_else(|| Err(not_sent(reason, sent > 0))),
        };
        sent += 1;
        // Until the answer is there, and for good once one was lost.
        let before = doubt.swap(true, Ordering::Relaxed);
        let result = trace::attempt(request, sent, pin!(attempt::send(message, deadline))).await;
        doubt.store(before || repeat::leaves_doubt(operation, &result), Ordering::Relaxed);
        if let Some(meta) = meta(&result) {
            permit.observe(meta);
        }
        drop(permit);
        let stated = repeat::stated_wait(policy, &result, refusals + 1, fastrand::f64());
        let pause = stated.or_else(|| repeat::pause(policy, operation, &result, attempt, fastrand::f64()));
        let Some(pause) = pause else { return result };
        // A pause beyond all time is never in time.
        let is_in_time = Instant::now().checked_add(pause).is_some_and(|end| end < deadline);
        if !is_in_time || !(is_refusal(&result) || traffic.repeats.take()) {
            return result;
        }
        sleep(pause).await;
        match stated {
            Some(_) => refusals += 1,
            None => attempt += 1,
        }
        last = result.is_ok().then_some(result);
    }
}

/// The API has not begun with it, so that the retry budget, which spares a server in trouble, has nothing to spare: what
/// bounds retries of a 429 is its wait, or the concurrency that it halves.
fn is_refusal(result: &Result<Answer, Error>) -> bool {
    result.as_ref().is_ok_and(|answer| answer.meta.status() == StatusCode::TOO_MANY_REQUESTS)
}

/// `sent`: whether an earlier attempt was.
fn not_sent(reason: NotSent, sent: bool) -> Error {
    match reason {
        NotSent::RateLimit { until } => Error::rate_limited(until.saturating_duration_since(Instant::now()), sent),
        NotSent::Busy => Error::crowded_out(sent),
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
