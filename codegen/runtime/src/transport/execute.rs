//! Makes a call: as many attempts as it takes, each when it may go. Nothing here is generic.

mod attempt;
mod early;
mod message;
mod redirect;
mod repeat;

use std::{
    pin::pin,
    sync::atomic::{AtomicBool, Ordering},
};

use reqwest::StatusCode;
use tokio::time::{Instant, sleep};

use self::message::{Message, after};
use crate::transport::{
    answer::Answer, error::Error, request::Request, response::ResponseMeta, trace, traffic::NotSent,
};

/// Sends `request`; an answer of any status is a success here.
///
/// `live`: the body of a success is not read.
pub(crate) async fn execute(request: Request, accept: &'static str, live: bool) -> Result<Answer, Error> {
    let operation = request.operation();
    let call = pin!(call(&request, accept, live));
    trace::call(&request, call).await.map_err(|error| error.of(operation))
}

async fn call(request: &Request, accept: &'static str, live: bool) -> Result<Answer, Error> {
    let (core, options) = (request.core(), request.options());
    let operation = request.operation();
    let message = Message::new(request, accept, live)?;
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

fn meta(result: &Result<Answer, Error>) -> Option<&ResponseMeta> {
    match result {
        Ok(answer) => Some(&answer.meta),
        Err(error) => error.meta(),
    }
}
