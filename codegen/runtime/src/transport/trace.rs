//! Spans of calls and attempts, with the feature `tracing`; without it, nothing.
//!
//! They show operations, hosts, statuses, correlation and request ids, and what is left of the quota: never a path, a
//! query, a header or a body. Fields that OpenTelemetry's conventions for HTTP clients know have their names.
//!
//! Futures are passed pinned: a future that takes another one by value is twice its size, and a call would be copied
//! again and again.

#[cfg(feature = "tracing")]
pub(crate) use self::with::{attempt, call, drift, inherit};
#[cfg(not(feature = "tracing"))]
pub(crate) use self::without::{attempt, call, drift, inherit};

#[cfg(feature = "tracing")]
mod with {
    use std::pin::Pin;

    use reqwest::{Method, Url};
    use tracing::{
        Instrument as _, Span, debug_span,
        field::{Empty, display},
        info_span, warn,
    };

    use crate::{
        transport::{
            call_event::{error_type, resent},
            call_options::CallOptions,
            drift_report::DriftReport,
            error::{self, Error, ErrorKind},
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
            "http.request.method" = method(request).as_str(),
            "server.address" = server(request).as_deref(),
            "http.response.status_code" = Empty,
            request_id = Empty,
            "error.type" = Empty
        );
        record(span, request, call).await
    }

    fn server(request: &Request) -> Option<String> {
        let url = request.core().url_of(request.operation(), request.server_variables()).ok()?;
        url.host_str().map(str::to_owned)
    }

    /// Runs a task in the span of its caller.
    pub(crate) fn inherit<F: Future>(work: F) -> impl Future<Output = F::Output> {
        work.in_current_span()
    }

    /// The span of one attempt, counted from 1.
    pub(crate) async fn attempt(
        request: &Request,
        url: &Url,
        number: u32,
        attempt: Pin<&mut impl Future<Output = Outcome>>,
    ) -> Outcome {
        let span = debug_span!(
            "attempt",
            "otel.kind" = "client",
            "http.request.method" = method(request).as_str(),
            "http.request.resend_count" = resent(number),
            "server.address" = url.host_str(),
            "server.port" = url.port_or_known_default(),
            "http.response.status_code" = Empty,
            request_id = Empty,
            quota_left = Empty,
            "error.type" = Empty
        );
        record(span, request, attempt).await
    }

    async fn record(span: Span, request: &Request, work: Pin<&mut impl Future<Output = Outcome>>) -> Outcome {
        let outcome = work.instrument(span.clone()).await;
        if span.is_disabled() {
            return outcome;
        }
        let meta: Option<&ResponseMeta> = match &outcome {
            Ok(response) => Some(&response.meta),
            Err(error) => error.meta(),
        };
        if let Some(meta) = meta {
            span.record("http.response.status_code", meta.status().as_u16());
            // Only errors echo what was sent.
            let is_hidden = |id: &str| !meta.status().is_success() && error::echoes(id, &request.sent_values());
            meta.request_id().map(|id| span.record("request_id", if is_hidden(id) { "***" } else { redact::id(id) }));
            meta.rate_limit().map(|limit| span.record("quota_left", limit.left));
        }
        let failed = match &outcome {
            Ok(response) if request.operation().succeeds_with(response.meta.status()) => None,
            Ok(_) => Some(ErrorKind::Api),
            Err(error) => Some(error.kind()),
        };
        if let Some(kind) = failed {
            span.record("error.type", display(error_type(kind, meta.map(ResponseMeta::status))));
        }
        outcome
    }

    fn method(request: &Request) -> Method {
        request.operation().method.into()
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
    use reqwest::Url;

    use crate::transport::{drift_report::DriftReport, request::Request};

    pub(crate) fn call<F>(_: &Request, call: F) -> F {
        call
    }

    pub(crate) fn inherit<F: Future>(work: F) -> F {
        work
    }

    pub(crate) fn attempt<F>(_: &Request, _: &Url, _: u32, attempt: F) -> F {
        attempt
    }

    pub(crate) fn drift(_: &DriftReport<'_>) {}
}
