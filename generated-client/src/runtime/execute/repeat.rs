//! Whether an attempt is followed by another one.

use std::time::Duration;

use reqwest::StatusCode;

use super::super::{Answer, Operation};
use crate::{Error, RetryPolicy, error::Loss};

/// How long to wait before the next attempt; `None` if there is none. `dice` is from 0 to 1.
pub(super) fn pause(
    policy: RetryPolicy,
    operation: &Operation,
    result: &Result<Answer, Error>,
    attempt: u32,
    dice: f64,
) -> Option<Duration> {
    if attempt >= policy.max_attempts() {
        return None;
    }
    let jitter = policy.delay(attempt, dice);
    match result {
        Ok(answer) => after_answer(policy, operation, answer, attempt, jitter),
        Err(error) => {
            // Without a connection nothing was carried out, whatever it was.
            let is_safe = match error.loss()? {
                Loss::NoConnection => true,
                Loss::Unsent => false,
                Loss::Late | Loss::NoAnswer | Loss::BrokenOff => operation.idempotent,
            };
            is_safe.then_some(jitter)
        }
    }
}

fn after_answer(
    policy: RetryPolicy,
    operation: &Operation,
    answer: &Answer,
    attempt: u32,
    jitter: Duration,
) -> Option<Duration> {
    let asked = answer.meta.retry_after();
    match answer.meta.status() {
        // Refused calls are not carried out.
        StatusCode::TOO_MANY_REQUESTS => Some(jitter),
        // It may pass, or the account is suspended: then asking again and again helps nobody.
        StatusCode::SERVICE_UNAVAILABLE if attempt == 1 && operation.idempotent => {
            Some(asked.unwrap_or(policy.delay(3, 0.5) + jitter))
        }
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::NOT_IMPLEMENTED | StatusCode::HTTP_VERSION_NOT_SUPPORTED => None,
        status if status.is_server_error() && operation.idempotent => {
            Some(asked.map_or(jitter, |asked| asked.max(jitter)))
        }
        _ => None,
    }
}

/// How long to wait after a 429 that says so; `None` if it does not, or the policy is to try once. `refusals`: how often the
/// call has been told so. Neither it nor the retry budget limits this: who waits as long as asked is no burden.
pub(super) fn stated_wait(
    policy: RetryPolicy,
    result: &Result<Answer, Error>,
    refusals: u32,
    dice: f64,
) -> Option<Duration> {
    let wait = result.as_ref().ok()?.meta.stated_wait().filter(|_| policy.max_attempts() > 1)?;
    // All that were refused come back at the same time, but for the jitter; and very short waits do not become a flood.
    let least = policy.delay(refusals.min(2), dice).min(MOST_LEAST_WAIT);
    Some(wait.max(least).saturating_add(policy.delay(1, dice).min(MOST_LEAST_WAIT) / 4))
}

const MOST_LEAST_WAIT: Duration = Duration::from_secs(1);

/// Whether the API may have done what an attempt asked for, although no answer says so.
pub(super) fn leaves_doubt(operation: &Operation, result: &Result<Answer, Error>) -> bool {
    match result {
        Ok(answer) => answer.meta.status().is_server_error(),
        Err(error) => match error.status() {
            // The head alone tells of a refusal, unless it may be one in part.
            Some(status) => {
                let is_refusal = status.is_client_error() || status.is_redirection();
                !is_refusal || operation.partial.contains(&status.as_u16())
            }
            None => !matches!(error.loss(), Some(Loss::NoConnection | Loss::Unsent)),
        },
    }
}

#[cfg(test)]
mod tests;
