//! Layers: custom code around every HTTP request.

use std::{fmt, future::Future, pin::Pin, sync::Arc};

use reqwest::{Request, Response};

use crate::{
    transport::{error::Error, http_client::HttpClient},
    wire::{no_body::state_no_body, spec::Operation},
};

/// Code around every HTTP request of a client: [`ClientBuilder::layer`](crate::ClientBuilder::layer) adds it.
///
/// A layer may inspect or change the request, and then [run](Next::run) the rest of the stack, again after a failure if it
/// likes; or it may respond itself, since every `http::Response` converts into a [`reqwest::Response`]. It fails with an
/// error of `next`, or with [`Error::from_layer`]. A redirect that is followed is a request of its own.
///
/// The request has all headers of the call. **The credentials are among them**, marked as
/// [sensitive](reqwest::header::HeaderValue::is_sensitive), so that `Debug` does not show them. Its URL and its body may
/// hold personal data. The headers of the connection and of the body's length (`content-length`, `transfer-encoding`) are
/// set below all layers; a layer that adds one of them is responsible for the result. The body of a response is
/// decompressed when a layer reads it.
///
/// The timeout of the request is the time that is left for the attempt. However long a layer waits, the attempt ends with
/// the client's [timeout](crate::ClientBuilder::timeout), unless the layer blocks its thread.
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
    /// Handles `request`, usually by passing it on to `next`.
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a>;
}

/// The future of a [`Layer`]: a response of any status, or an error.
pub type LayerFuture<'a> = Pin<Box<dyn Future<Output = Result<Response, Error>> + Send + 'a>>;

/// The rest of the stack below a [`Layer`]: the layers that were added after it, then the HTTP client.
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

    /// Returns the name of the operation, such as `v1.pets.list`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation.name
    }

    /// Sends the request, and waits for the head of the response.
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
