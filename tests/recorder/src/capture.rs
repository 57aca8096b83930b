//! Captures exchanges, by a layer of the client.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use generated_client::reqwest::{Request, Response, header::HeaderMap};
use generated_client::{Bytes, Error, Layer, LayerFuture, Next};
use indexmap::IndexMap;

use replay::Exact;
use replay::recording::{RecordedRequest, RecordedResponse, Recording};

/// Lets no request through, and remembers whether there was one. Clones share what they remember.
#[derive(Clone, Default)]
pub struct Wall(Arc<AtomicBool>);

impl Layer for Wall {
    fn call<'a>(&'a self, _: Request, _: Next<'a>) -> LayerFuture<'a> {
        self.0.store(true, Ordering::SeqCst);
        Box::pin(async { Err(Error::from_layer("nothing is sent")) })
    }
}

impl Wall {
    /// Whether a request came here since this was asked before.
    #[must_use]
    pub fn take(&self) -> bool {
        self.0.swap(false, Ordering::SeqCst)
    }
}

/// Keeps every exchange of a client. Clones share what they keep.
#[derive(Clone, Default)]
pub struct Tap(Arc<Mutex<Vec<Exchange>>>);

/// What went over the wire.
struct Exchange {
    method: String,
    path: String,
    query: String,
    sent: HeaderMap,
    body: Bytes,
    status: u16,
    received: HeaderMap,
    answer: Bytes,
}

impl Layer for Tap {
    fn call<'a>(&'a self, request: Request, next: Next<'a>) -> LayerFuture<'a> {
        let (method, url, sent) = (request.method().to_string(), request.url().clone(), request.headers().clone());
        let body = request.body().and_then(|body| body.as_bytes()).map(Bytes::copy_from_slice).unwrap_or_default();
        Box::pin(async move {
            let response = next.run(request).await?;
            let (status, received) = (response.status(), response.headers().clone());
            let answer = response.bytes().await.map_err(|error| Error::from_layer(error.without_url()))?;
            let mut again = http::Response::new(answer.clone());
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
                answer,
            };
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(exchange);
            Ok(Response::from(again))
        })
    }
}

impl Tap {
    /// The last exchange since this was asked before, as a recording; of a redirect, only where it led.
    #[must_use]
    pub fn take(&self, store: &str, date: &str) -> Option<Recording> {
        let exchanges = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let last = exchanges.into_iter().next_back()?;
        let (_, path) = last.path.split_once(&format!("/stores/{store}")).unwrap_or(("", &last.path));
        let json = |bytes: &[u8]| std::str::from_utf8(bytes).ok().and_then(|text| Exact::parse(text).ok());
        let body = json(&last.answer);
        let is_text = body.is_none() && !last.answer.is_empty();
        let text = is_text.then(|| String::from_utf8_lossy(&last.answer).into_owned());
        let mut received = headers(&last.received);
        if last.answer.is_empty() {
            // Some answers name a type for nothing.
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
