//! Layers: one's own code around every HTTP request.

use std::{fmt, future::Future, pin::Pin, sync::Arc};

use reqwest::{Request, Response};

use crate::{
    transport::{error::Error, http_client::HttpClient},
    wire::{no_body::state_no_body, spec::Operation},
};

/// Code around every HTTP request of a client: [`ClientBuilder::layer`](crate::ClientBuilder::layer) adds it.
///
/// A layer may look at the request or change it, and then [run](Next::run) what is below; it may do so again
/// after a failure; or it may answer by itself, as every `http::Response` makes a [`reqwest::Response`]. It fails
/// with an error of `next`, or with [`Error::from_layer`]. A redirect that is followed is a request of its own.
///
/// The request has all headers of the call. **The credentials are among them**, marked as
/// [sensitive](reqwest::header::HeaderValue::is_sensitive), so that `Debug` does not show them; its URL and its
/// body may hold personal data. Headers that say where the body ends (`content-length`, `transfer-encoding`) and what
/// becomes of the connection are set below all layers; a layer that adds one of them answers for what arrives.
/// The body of a response is decompressed when a layer reads it. What is left of the call's time is the request's timeout.
/// However long a layer
/// waits, the call ends when the client's [timeout](crate::ClientBuilder::timeout) is over; only a layer
/// that blocks its thread delays that.
///
/// ```
/// use std::time::Instant;
///
/// use openapi_client_runtime::{
///     ClientBuilder, Layer, LayerFuture, Next,
///     reqwest::{Request, header::HeaderValue},
/// };
///
/// /// Names the caller, and tells how long the API took.
/// struct Trace {
///     caller: HeaderValue,
/// }
///
/// impl Layer for Trace {
///     fn call<'a>(&'a self, mut request: Request, next: Next<'a>) -> LayerFuture<'a> {
///         Box::pin(async move {
///             request.headers_mut().insert("x-caller", self.caller.clone());
///             let started = Instant::now();
///             let result = next.run(request).await;
///             let status = result.as_ref().ok().map(|response| response.status());
///             println!("{}: {status:?} after {:?}", next.operation(), started.elapsed());
///             result
///         })
///     }
/// }
///
/// fn traced<C>(builder: ClientBuilder<C>) -> ClientBuilder<C> {
///     builder.layer(Trace { caller: HeaderValue::from_static("nightly-import") })
/// }
/// ```
pub trait Layer: Send + Sync + 'static {
    /// Answers `request`, as a rule with what `next` answers.
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a>;
}

/// What a [`Layer`] gives: an answer of any status, or an error.
pub type LayerFuture<'a> = Pin<Box<dyn Future<Output = Result<Response, Error>> + Send + 'a>>;

/// What is below a [`Layer`]: the layers that were added after it, then the HTTP client.
#[derive(Clone, Copy)]
pub struct Next<'a> {
    layers: &'a [Arc<dyn Layer>],
    http: &'a HttpClient,
    operation: &'static Operation,
}

impl<'a> Next<'a> {
    pub(crate) fn new(layers: &'a [Arc<dyn Layer>], http: &'a HttpClient, operation: &'static Operation) -> Self {
        Self { layers, http, operation }
    }

    /// The operation that is called, as in `v1.pets.list`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation.name
    }

    /// Sends the request on its way, and waits for the head of the answer.
    pub fn run(self, mut request: Request) -> LayerFuture<'a> {
        match self.layers.split_first() {
            Some((layer, layers)) => layer.call(request, Self { layers, ..self }),
            None => {
                state_no_body(&mut request);
                Box::pin(self.http.execute(request))
            }
        }
    }
}

impl fmt::Debug for Next<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Next")
            .field("operation", &self.operation())
            .field("layers", &self.layers.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
