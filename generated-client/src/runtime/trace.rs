//! Spans of calls and attempts, with the feature `tracing`; without it, nothing.
//!
//! They name operations, statuses, correlation and request ids, and what is left of the quota: never a URL, a header or a body.
//!
//! The work comes pinned: a future that takes another one by value is twice its size, and a call would be copied again
//! and again.

#[cfg(feature = "tracing")]
pub(crate) use self::with::inherit;
#[cfg(feature = "tracing")]
pub(super) use self::with::{attempt, call, drift};
#[cfg(not(feature = "tracing"))]
pub(crate) use self::without::inherit;
#[cfg(not(feature = "tracing"))]
pub(super) use self::without::{attempt, call, drift};

#[cfg(feature = "tracing")]
mod with {
    use std::pin::Pin;

    use tracing::{Instrument as _, Span, debug_span, field::Empty, info_span, warn};

    use super::super::{Answer, Operation};
    use crate::{CallOptions, DriftReport, Error, ResponseMeta};

    type Outcome = Result<Answer, Error>;

    /// A call with all its attempts and all that it waits for.
    pub(in super::super) async fn call(
        operation: &Operation,
        options: Option<&CallOptions>,
        call: Pin<&mut impl Future<Output = Outcome>>,
    ) -> Outcome {
        let span = info_span!(
            "call",
            operation = operation.name,
            correlation_id = options.and_then(CallOptions::correlation_text),
            status = Empty,
            request_id = Empty,
            error = Empty
        );
        finish(span, call).await
    }

    /// What runs beside its caller belongs to the caller's span.
    pub(crate) fn inherit<F: Future>(work: F) -> impl Future<Output = F::Output> {
        work.in_current_span()
    }

    /// One attempt of it, counted from 1.
    pub(in super::super) async fn attempt(number: u32, attempt: Pin<&mut impl Future<Output = Outcome>>) -> Outcome {
        let span = debug_span!("attempt", number, status = Empty, request_id = Empty, left = Empty, error = Empty);
        finish(span, attempt).await
    }

    async fn finish(span: Span, work: Pin<&mut impl Future<Output = Outcome>>) -> Outcome {
        let outcome = work.instrument(span.clone()).await;
        if span.is_disabled() {
            return outcome;
        }
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
    pub(in super::super) fn drift(report: &DriftReport<'_>) {
        for drift in report.drift() {
            warn!(
                operation = report.operation(),
                request_id = report.request_id(),
                kind = ?drift.kind(),
                pointer = drift.shown_pointer().as_deref(),
                %drift,
                "the answer holds what the specification does not know"
            );
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod without {
    use super::super::Operation;
    use crate::{CallOptions, DriftReport};

    pub(in super::super) fn call<F>(_: &Operation, _: Option<&CallOptions>, call: F) -> F {
        call
    }

    pub(crate) fn inherit<F: Future>(work: F) -> F {
        work
    }

    pub(in super::super) fn attempt<F>(_: u32, attempt: F) -> F {
        attempt
    }

    pub(in super::super) fn drift(_: &DriftReport<'_>) {}
}
