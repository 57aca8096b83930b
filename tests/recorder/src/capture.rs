//! Captures exchanges, by a layer of the client.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use generated_client::reqwest::{Request, Response, header::HeaderMap};
use generated_client::{Bytes, Error, Layer, LayerFuture, Next};
use indexmap::IndexMap;

use replay::Exact;
use replay::recording::{RecordedRequest, RecordedResponse, Recording};

/// Refuses every request, and remembers whether there was one. Clones share their state.
#[derive(Clone, Default)]
pub struct Wall(Arc<AtomicBool>);

impl Layer for Wall {
    fn call<'a>(&'a self, _: Request, _: Next<'a>) -> LayerFuture<'a> {
        self.0.store(true, Ordering::SeqCst);
        Box::pin(async { Err(Error::from_layer("nothing is sent")) })
    }
}

impl Wall {
    /// Whether a request has arrived since the last call of this function.
    #[must_use]
    pub fn take(&self) -> bool {
        self.0.swap(false, Ordering::SeqCst)
    }
}

/// Keeps every exchange of a client. Clones share the exchanges.
#[derive(Clone, Default)]
pub struct Tap(Arc<Mutex<Vec<Exchange>>>);

/// The request and the response.
struct Exchange {
    method: String,
    path: String,
    query: String,
    sent: HeaderMap,
    body: Bytes,
    status: u16,
    received: HeaderMap,
    response: Bytes,
}

impl Layer for Tap {
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a> {
        let (method, url, sent) = (request.method().to_string(), request.url().clone(), request.headers().clone());
        let body = request.body().and_then(|body| body.as_bytes()).map(Bytes::copy_from_slice).unwrap_or_default();
        Box::pin(async move {
            let response = next.run(request).await?;
            let (status, received) = (response.status(), response.headers().clone());
            let bytes = response.bytes().await.map_err(|error| Error::from_layer(error.without_url()))?;
            let mut again = http::Response::new(bytes.clone());
            *again.status_mut() = status;
            *again.headers_mut() = received.clone();
            let exchange = Exchange {
                method,
                path: url.path().to_owned(),
                query: url.query().unwrap_or_default().to_owned(),
                sent,
                body,
                status: status.as_u16(),
                received,
                response: bytes,
            };
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(exchange);
            Ok(Response::from(again))
        })
    }
}

impl Tap {
    /// Takes the last exchange since the previous call, as a recording. If it was redirected, that is the final one.
    #[must_use]
    pub fn take(&self, store: &str, date: &str) -> Option<Recording> {
        let exchanges = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let last = exchanges.into_iter().next_back()?;
        let (_, path) = last.path.split_once(&format!("/stores/{store}")).unwrap_or(("", &last.path));
        let json = |bytes: &[u8]| std::str::from_utf8(bytes).ok().and_then(|text| Exact::parse(text).ok());
        let body = json(&last.response);
        let is_text = body.is_none() && !last.response.is_empty();
        let text = is_text.then(|| String::from_utf8_lossy(&last.response).into_owned());
        let mut received = headers(&last.received);
        if last.response.is_empty() {
            // Some empty responses have a content type.
            received.shift_remove("content-type");
        }
        Some(Recording {
            source: "recorded from a store, scrubbed".to_owned(),
            date: date.to_owned(),
            request: Some(RecordedRequest {
                method: last.method,
                path: path.to_owned(),
                query: last.query,
                headers: headers(&last.sent),
                body: json(&last.body),
            }),
            response: RecordedResponse { status: last.status, headers: received, body, text },
        })
    }
}

fn headers(headers: &HeaderMap) -> IndexMap<String, String> {
    let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value.as_bytes()))).collect()
}
