//! Spans of calls and attempts, with the feature `tracing`; without it, nothing.
//!
//! They show operations, statuses, correlation and request ids, and what is left of the quota: never a URL, a header or
//! a body.
//!
//! Futures are passed pinned: a future that takes another one by value is twice its size, and a call would be copied
//! again and again.

#[cfg(feature = "tracing")]
pub(crate) use self::with::inherit;
#[cfg(feature = "tracing")]
pub(crate) use self::with::{attempt, call, drift};
#[cfg(not(feature = "tracing"))]
pub(crate) use self::without::inherit;
#[cfg(not(feature = "tracing"))]
pub(crate) use self::without::{attempt, call, drift};

#[cfg(feature = "tracing")]
mod with {
    use std::pin::Pin;

    use tracing::{Instrument as _, Span, debug_span, field::Empty, info_span, warn};

    use crate::{
        transport::{
            call_options::CallOptions,
            drift_report::DriftReport,
            error::{self, Error},
            raw_response::RawResponse,
            request::Request,
            response::ResponseMeta,
        },
        types::redact,
    };

    type Outcome = Result<RawResponse, Error>;

    /// The span of a call, with all its attempts and everything that it waits for.
    pub(crate) async fn call(request: &Request, call: Pin<&mut impl Future<Output = Outcome>>) -> Outcome {
        let span = info_span!(
            "call",
            operation = request.operation().name,
            correlation_id = request.options().and_then(CallOptions::correlation_text),
            status = Empty,
            request_id = Empty,
            error = Empty
        );
        record(span, request, call).await
    }

    /// Runs a task in the span of its caller.
    pub(crate) fn inherit<F: Future>(work: F) -> impl Future<Output = F::Output> {
        work.in_current_span()
    }

    /// The span of one attempt, counted from 1.
    pub(crate) async fn attempt(
        request: &Request,
        number: u32,
        attempt: Pin<&mut impl Future<Output = Outcome>>,
    ) -> Outcome {
        let span = debug_span!("attempt", number, status = Empty, request_id = Empty, left = Empty, error = Empty);
        record(span, request, attempt).await
    }

    async fn record(span: Span, request: &Request, work: Pin<&mut impl Future<Output = Outcome>>) -> Outcome {
        let outcome = work.instrument(span.clone()).await;
        if span.is_disabled() {
            return outcome;
        }
        let meta: Option<&ResponseMeta> = match &outcome {
            Ok(response) => Some(&response.meta),
            Err(error) => {
                span.record("error", tracing::field::debug(error.kind()));
                error.meta()
            }
        };
        if let Some(meta) = meta {
            span.record("status", meta.status().as_u16());
            // Only errors echo what was sent.
            let is_hidden = |id: &str| !meta.status().is_success() && error::echoes(id, &request.sent_values());
            meta.request_id().map(|id| span.record("request_id", if is_hidden(id) { "***" } else { redact::id(id) }));
            meta.rate_limit().map(|limit| span.record("left", limit.left));
        }
        outcome
    }

    /// Logs what a response holds beyond the specification.
    pub(crate) fn drift(report: &DriftReport<'_>) {
        for drift in report.drift() {
            warn!(
                operation = report.operation(),
                request_id = report.request_id().map(redact::id),
                kind = ?drift.kind(),
                pointer = drift.shown_pointer().as_deref(),
                %drift,
                "the response holds something that is not in the specification"
            );
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod without {
    use crate::transport::{drift_report::DriftReport, request::Request};

    pub(crate) fn call<F>(_: &Request, call: F) -> F {
        call
    }

    pub(crate) fn inherit<F: Future>(work: F) -> F {
        work
    }

    pub(crate) fn attempt<F>(_: &Request, _: u32, attempt: F) -> F {
        attempt
    }

    pub(crate) fn drift(_: &DriftReport<'_>) {}
}
