//! Spans of calls and attempts, with the feature `tracing`; without it, nothing.
//!
//! They name operations, statuses, request ids and what is left of the quota: never a URL, a header or a body.

#[cfg(feature = "tracing")]
pub(super) use self::with::{attempt, call, drift};
#[cfg(not(feature = "tracing"))]
pub(super) use self::without::{attempt, call, drift};

#[cfg(feature = "tracing")]
mod with {
    use tracing::{Instrument as _, Span, debug_span, field::Empty, info_span, warn};

    use super::super::{Answer, Operation};
    use crate::{Drift, Error, ResponseMeta};

    type Outcome = Result<Answer, Error>;

    /// A call with all its attempts and all that it waits for.
    pub(in super::super) async fn call(operation: &Operation, call: impl Future<Output = Outcome>) -> Outcome {
        let span = info_span!("call", operation = operation.name, status = Empty, request_id = Empty, error = Empty);
        finish(span, call).await
    }

    /// One attempt of it, counted from 1.
    pub(in super::super) async fn attempt(number: u32, attempt: impl Future<Output = Outcome>) -> Outcome {
        let span = debug_span!("attempt", number, status = Empty, request_id = Empty, left = Empty, error = Empty);
        finish(span, attempt).await
    }

    async fn finish(span: Span, work: impl Future<Output = Outcome>) -> Outcome {
        let outcome = work.instrument(span.clone()).await;
        let meta: Option<&ResponseMeta> = match &outcome {
            Ok(answer) => Some(&answer.meta),
            Err(error) => {
                span.record("error", tracing::field::debug(error.kind()));
                error.meta()
            }
        };
        if let Some(meta) = meta {
            span.record("status", meta.status().as_u16());
            meta.request_id().map(|id| span.record("request_id", id));
            meta.rate_limit().map(|limit| span.record("left", limit.left));
        }
        outcome
    }

    /// What an answer held beyond the specification.
    pub(in super::super) fn drift(operation: &Operation, drift: &[Drift]) {
        for drift in drift {
            warn!(operation = operation.name, %drift, "the answer holds what the specification does not know");
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod without {
    use super::super::Operation;
    use crate::Drift;

    pub(in super::super) fn call<F>(_: &Operation, call: F) -> F {
        call
    }

    pub(in super::super) fn attempt<F>(_: u32, attempt: F) -> F {
        attempt
    }

    pub(in super::super) fn drift(_: &Operation, _: &[Drift]) {}
}
