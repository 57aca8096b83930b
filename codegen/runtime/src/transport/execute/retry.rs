//! Whether an attempt is retried.

use std::time::Duration;

use reqwest::StatusCode;

use super::early;
use crate::{
    transport::{
        error::{Error, Loss},
        raw_response::RawResponse,
        response::ResponseMeta,
        retry::RetryPolicy,
    },
    wire::spec::Operation,
};

/// Returns how long to wait before the next attempt; `None` if there is none. `dice` is from 0 to 1.
pub(super) fn pause(
    policy: RetryPolicy,
    operation: &Operation,
    result: &Result<RawResponse, Error>,
    attempt: u32,
    dice: f64,
) -> Option<Duration> {
    if attempt >= policy.max_attempts() {
        return None;
    }
    let jitter = policy.delay(attempt, dice);
    match result {
        Ok(response) => after_response(policy, operation, response, attempt, jitter),
        Err(error) => {
            // Without a connection nothing has taken effect.
            let is_safe = match error.loss()? {
                Loss::NoConnection => true,
                Loss::Unsent => false,
                Loss::Timeout | Loss::NoResponse | Loss::Interrupted => {
                    // The head may be enough.
                    let early = error.meta().and_then(early::of);
                    early.map_or(operation.is_idempotent(), |early| early.may_retry(operation))
                }
            };
            is_safe.then_some(jitter)
        }
    }
}

fn after_response(
    policy: RetryPolicy,
    operation: &Operation,
    response: &RawResponse,
    attempt: u32,
    jitter: Duration,
) -> Option<Duration> {
    let asked = response.meta.retry_after();
    if let Some(early) = early::of(&response.meta) {
        return early.may_retry(operation).then(|| asked.map_or(jitter, |asked| asked.max(jitter)));
    }
    match response.meta.status() {
        // A refused call has not taken effect.
        StatusCode::TOO_MANY_REQUESTS => Some(jitter),
        // It may be temporary; if the account is suspended, further retries are pointless.
        StatusCode::SERVICE_UNAVAILABLE if attempt == 1 && operation.is_idempotent() => {
            Some(asked.unwrap_or(policy.delay(3, 0.5) + jitter))
        }
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::NOT_IMPLEMENTED | StatusCode::HTTP_VERSION_NOT_SUPPORTED => None,
        status if status.is_server_error() && operation.is_idempotent() => {
            Some(asked.map_or(jitter, |asked| asked.max(jitter)))
        }
        _ => None,
    }
}

/// Returns how long to wait after a 429 that states a wait; `None` if it does not, or if the policy allows only one
/// attempt. `refusals`: how often the call was refused in this way. Neither the number of attempts nor the retry budget
/// limits this: a call that waits as long as the API asks adds no load.
pub(super) fn stated_wait(
    policy: RetryPolicy,
    result: &Result<RawResponse, Error>,
    refusals: u32,
    dice: f64,
) -> Option<Duration> {
    let wait = result.as_ref().ok()?.meta.stated_wait().filter(|_| policy.max_attempts() > 1)?;
    // Jitter spreads calls that were refused together; a minimum keeps very short waits from becoming a flood.
    let least = policy.delay(refusals.min(2), dice).min(MOST_LEAST_WAIT);
    Some(wait.max(least).saturating_add(policy.delay(1, dice).min(MOST_LEAST_WAIT) / 4))
}

const MOST_LEAST_WAIT: Duration = Duration::from_secs(1);

/// Returns whether the API may have done what an attempt asked for, although no response says so.
pub(super) fn leaves_indeterminate(operation: &Operation, result: &Result<RawResponse, Error>) -> bool {
    match result {
        Ok(response) => !operation.succeeds_with(response.meta.status()) && !nothing_was_done(&response.meta),
        Err(error) => match error.meta() {
            // The head alone shows a refusal, unless it may be a partial success.
            Some(meta) => !nothing_was_done(meta) || operation.partial.contains(&meta.status().as_u16()),
            None => !matches!(error.loss(), Some(Loss::NoConnection | Loss::Unsent)),
        },
    }
}

/// Returns whether the head of a response says that a write has not taken effect, and will not.
fn nothing_was_done(meta: &ResponseMeta) -> bool {
    early::of(meta).map_or_else(|| tells_that_nothing_was_done(meta.status()), |early| !early.leaves_indeterminate())
}

/// Whether a status says that a write has not taken effect, and will not. Sections are those of RFC 9110.
///
/// | status | says | taken effect? |
/// |:--|:--|:--|
/// | 101 | the response follows in another protocol (15.2.2), which nobody reads | unknown |
/// | 300 | there are several representations (15.4.1), perhaps of what was made | unknown |
/// | 301, 302 | another URI; clients go on by GET, so servers send it after a write as well (15.4.2, 15.4.3) | unknown |
/// | 303 | an indirect response to the write (15.4.4) | probably |
/// | 304 | a condition was false, and then the method is not performed (13.1, 15.4.5) | no |
/// | 305 | the request has to be sent through a proxy (RFC 2616, 10.3.6) | no |
/// | 307, 308 | the same request has to be sent to another URI (15.4.8, 15.4.9) | no |
/// | 4xx | the request is at fault, and refused (15.5) | no |
/// | 5xx, others | the server failed over a request that seems valid (15.6), or nobody knows what it says | unknown |
fn tells_that_nothing_was_done(status: StatusCode) -> bool {
    status.is_client_error() || matches!(status.as_u16(), 304 | 305 | 307 | 308)
}

#[cfg(test)]
mod tests;
