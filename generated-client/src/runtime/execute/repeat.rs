//! Whether an attempt is followed by another one.

use std::time::Duration;

use reqwest::StatusCode;

use super::{
    super::{Answer, Operation},
    early::{self, Early},
};
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
                Loss::Late | Loss::NoAnswer | Loss::BrokenOff => {
                    // The head may have said enough.
                    let early = error.meta().and_then(early::of);
                    early.map_or(operation.idempotent, |early| early.may_retry(operation))
                }
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
    if let Some(early) = early::of(&answer.meta) {
        return early.may_retry(operation).then(|| asked.map_or(jitter, |asked| asked.max(jitter)));
    }
    match answer.meta.status() {
        // Refused calls are not carried out. All who were refused come back at the same time, but for the jitter.
        StatusCode::TOO_MANY_REQUESTS => Some(asked.map_or(jitter, |asked| asked.saturating_add(jitter / 4))),
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

/// Whether the API may have done what an attempt asked for, although no answer says so.
pub(super) fn leaves_doubt(operation: &Operation, result: &Result<Answer, Error>) -> bool {
    match result {
        Ok(answer) => early::of(&answer.meta).map_or(answer.meta.status().is_server_error(), Early::leaves_doubt),
        Err(error) => match (error.meta().and_then(early::of), error.status()) {
            (Some(early), _) => early.leaves_doubt(),
            // The head alone tells of a refusal, unless it may be one in part.
            (None, Some(status)) => {
                let is_refusal = status.is_client_error() || status.is_redirection();
                !is_refusal || operation.partial.contains(&status.as_u16())
            }
            (None, None) => !matches!(error.loss(), Some(Loss::NoConnection | Loss::Unsent)),
        },
    }
}

#[cfg(test)]
mod tests;
