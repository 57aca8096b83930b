//! Executes a call: as many attempts as it takes, each when it may be sent. Nothing here is generic.

mod attempt;
mod early;
mod message;
mod redirect;
mod retry;

use std::{
    pin::pin,
    sync::atomic::{AtomicBool, Ordering},
};

use reqwest::StatusCode;
use tokio::time::Instant;

use self::message::{Message, after};
use crate::transport::{
    error::Error, limiter::NotSent, observer::Observer, raw_response::RawResponse, request::Request,
    response::ResponseMeta, trace,
};

/// Sends `request`; a response of any status is a success here.
///
/// `live`: whether the body of a success is left unread.
pub(crate) async fn execute(request: Request, accept: &'static str, live: bool) -> Result<RawResponse, Error> {
    let operation = request.operation();
    let call = pin!(call(&request, accept, live));
    trace::call(&request, call).await.map_err(|error| error.of(operation))
}

async fn call(request: &Request, accept: &'static str, live: bool) -> Result<RawResponse, Error> {
    let (core, options) = (request.core(), request.options());
    let operation = request.operation();
    let message = Message::new(request, accept, live)?;
    let total = options.and_then(|options| options.total_timeout).unwrap_or(core.total_timeout());
    let indeterminate = AtomicBool::new(false);
    let mut observer = Observer::new(core.on_event(), &core.limiter().budget, operation, message.url.host_str());
    let outcome = attempts(&message, after(Instant::now(), total), &indeterminate, &mut observer).await;
    observer.completed(&outcome);
    let is_indeterminate = operation.writes() && indeterminate.load(Ordering::Relaxed);
    match outcome {
        Ok(response) if operation.succeeds_with(response.meta.status()) => {
            Ok(RawResponse { wanted: request.wanted(), ..response })
        }
        Ok(response) => Ok(RawResponse { is_indeterminate, sent: request.sent_values(), ..response }),
        Err(error) => Err(error.with_indeterminate(is_indeterminate)),
    }
}

/// Makes attempts for as long as a retry is due, and returns the result of the last one. `indeterminate` tells, at any
/// time, whether an attempt without a response may have taken effect.
async fn attempts(
    message: &Message<'_>,
    deadline: Instant,
    indeterminate: &AtomicBool,
    observer: &mut Observer<'_>,
) -> Result<RawResponse, Error> {
    let request = message.request;
    let (core, operation) = (request.core(), request.operation());
    let policy = request.options().and_then(|options| options.retry).unwrap_or(core.retry());
    let limiter = core.limiter();
    limiter.retry_budget.add();
    let (mut sent, mut attempt, mut refusals) = (0, 1, 0);
    let mut last = None;
    loop {
        let permit = match limiter.acquire(operation, deadline, observer).await {
            Ok(permit) => permit,
            // The last response says more about this call than that there is no time for another attempt.
            Err(reason) => return last.unwrap_or_else(|| Err(not_sent(reason, sent > 0))),
        };
        sent += 1;
        // Until the response arrives, and for good once one was lost.
        let before = indeterminate.swap(true, Ordering::Relaxed);
        observer.sends();
        let result = trace::attempt(request, &message.url, sent, pin!(attempt::send(message, deadline))).await;
        indeterminate.store(before || retry::leaves_indeterminate(operation, &result), Ordering::Relaxed);
        if let Some(meta) = meta(&result) {
            permit.observe(meta);
        }
        drop(permit);
        observer.attempted(&result);
        let stated = retry::stated_wait(policy, &result, refusals + 1, fastrand::f64());
        let pause = stated.or_else(|| retry::pause(policy, operation, &result, attempt, fastrand::f64()));
        let Some(pause) = pause else { return result };
        // An overflow is never in time.
        let is_in_time = Instant::now().checked_add(pause).is_some_and(|end| end < deadline);
        if !is_in_time || !(is_refusal(&result) || limiter.retry_budget.take()) {
            return result;
        }
        observer.retries(&result, pause);
        observer.pause(pause).await;
        match stated {
            Some(_) => refusals += 1,
            None => attempt += 1,
        }
        last = result.is_ok().then_some(result);
    }
}

/// The API has not begun to process it, so the retry budget, which protects a server in trouble, does not apply.
/// Retries of a 429 are limited by its wait, or by the concurrency that it halves.
fn is_refusal(result: &Result<RawResponse, Error>) -> bool {
    result.as_ref().is_ok_and(|response| response.meta.status() == StatusCode::TOO_MANY_REQUESTS)
}

/// `sent`: whether an earlier attempt was sent.
fn not_sent(reason: NotSent, sent: bool) -> Error {
    match reason {
        NotSent::RateLimit { until } => Error::rate_limited(until.saturating_duration_since(Instant::now()), sent),
        NotSent::Busy => Error::crowded_out(sent),
    }
}

fn meta(result: &Result<RawResponse, Error>) -> Option<&ResponseMeta> {
    match result {
        Ok(response) => Some(&response.meta),
        Err(error) => error.meta(),
    }
}
