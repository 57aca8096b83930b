//! The state that the calls of a client share.

use std::{fmt, sync::Arc, time::Duration};

use reqwest::{Request, Response, Url, header::HeaderValue};
use tokio::task::yield_now;

use crate::{
    transport::{
        call_event::OnEvent,
        credentials::Credentials,
        drift_report::OnDrift,
        error::Error,
        http_client::HttpClient,
        layer::{Layer, Next},
        limiter::Limiter,
        redirect::RedirectPolicy,
        response::RateLimit,
        retry::RetryPolicy,
        server::Servers,
    },
    wire::{coding, no_body::state_no_body, spec::Operation},
};

/// The HTTP connections, address and credentials of a client, shared by its clones.
#[derive(Clone)]
pub struct Core(Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) http: HttpClient,
    /// The layers around the HTTP client, the outermost first.
    pub(crate) layers: Vec<Arc<dyn Layer>>,
    pub(crate) servers: Servers,
    pub(crate) credentials: Credentials,
    pub(crate) user_agent: HeaderValue,
    /// The timeout of an attempt.
    pub(crate) timeout: Duration,
    /// The timeout of a call with all its attempts.
    pub(crate) total_timeout: Duration,
    pub(crate) max_body: usize,
    pub(crate) retry: RetryPolicy,
    pub(crate) redirect: RedirectPolicy,
    pub(crate) limiter: Limiter,
    pub(crate) on_drift: Option<OnDrift>,
    pub(crate) on_event: Option<OnEvent>,
    pub(crate) lenient: bool,
}

/// A generated client, which is built from a core.
#[doc(hidden)]
pub trait FromCore {
    /// Creates the client.
    fn from_core(core: Core) -> Self;
}

impl Core {
    pub(crate) fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// Sends a request of `operation` through the layers, and waits for the head of the response.
    pub(crate) async fn send(&self, operation: &'static Operation, mut request: Request) -> Result<Response, Error> {
        if operation.writes() {
            // Lets the runtime notice connections that the server has closed meanwhile: the outcome of a write over one of
            // them would be indeterminate, although it never arrives.
            yield_now().await;
        }
        if self.0.layers.is_empty() {
            // Like the last layer, but without a box.
            state_no_body(&mut request);
            return self.0.http.execute(request).await;
        }
        // The response of a layer may be compressed, too.
        Next::new(&self.0.layers, &self.0.http, operation).run(request).await.map(coding::decoded)
    }

    pub(crate) fn credentials(&self) -> &Credentials {
        &self.0.credentials
    }

    pub(crate) fn user_agent(&self) -> &HeaderValue {
        &self.0.user_agent
    }

    pub(crate) fn timeout(&self) -> Duration {
        self.0.timeout
    }

    pub(crate) fn total_timeout(&self) -> Duration {
        self.0.total_timeout
    }

    pub(crate) fn max_body(&self) -> usize {
        self.0.max_body
    }

    pub(crate) fn redirect(&self) -> RedirectPolicy {
        self.0.redirect
    }

    pub(crate) fn retry(&self) -> RetryPolicy {
        self.0.retry
    }

    pub(crate) fn limiter(&self) -> &Limiter {
        &self.0.limiter
    }

    pub(crate) fn is_lenient(&self) -> bool {
        self.0.lenient
    }

    pub(crate) fn on_drift(&self) -> Option<&OnDrift> {
        self.0.on_drift.as_ref()
    }

    pub(crate) fn on_event(&self) -> Option<&OnEvent> {
        self.0.on_event.as_ref()
    }

    /// Returns the current state of the rate limit, as far as responses have told it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.0.limiter.budget.rate_limit()
    }

    /// Returns the URL of `target`, a path with a query, on the server of `operation`. `variables` are those of the
    /// call alone.
    pub(crate) fn url(
        &self,
        operation: &'static Operation,
        target: &str,
        variables: &[(&'static str, String)],
    ) -> Result<Url, Error> {
        self.0.servers.url(operation, target, variables)
    }

    /// Returns the URL of the server of `operation`.
    pub(crate) fn url_of(
        &self,
        operation: &'static Operation,
        variables: &[(&'static str, String)],
    ) -> Result<Url, Error> {
        self.0.servers.of(operation, variables)
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Core")
            .field("base_url", &self.0.servers.base_url)
            .field("variables", &self.0.servers.variables)
            .field("timeout", &self.0.timeout)
            .finish_non_exhaustive()
    }
}
