//! A layer that sends requests to Prism, and collects its objections.

use std::sync::{Arc, Mutex, PoisonError};

use generated_client::reqwest::{Request, Response};
use generated_client::{Error, Layer, LayerFuture, Next};
use serde_json::Value;

/// The beginning of `type` in Prism's own responses; those of a document do not have it.
const OF_PRISM: &str = "https://stoplight.io/prism/errors#";

/// Collects objections. Clones share them.
#[derive(Clone)]
pub struct Watch {
    /// The base path of the fragments' server, which Prism does not expect.
    prefix: String,
    seen: Arc<Mutex<(usize, Vec<String>)>>,
}

impl Watch {
    pub fn new(prefix: String) -> Self {
        Self { prefix, seen: Arc::default() }
    }

    /// Returns the number of requests, and Prism's objections to them or to its own responses.
    pub fn seen(&self) -> (usize, Vec<String>) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether there were no objections.
    pub fn is_clean(&self) -> bool {
        self.seen().1.is_empty()
    }
}

impl Layer for Watch {
    fn call<'a>(&'a self, mut request: Request, next: Next<'a>) -> LayerFuture<'a> {
        Box::pin(async move {
            let path = request.url().path().strip_prefix(&self.prefix).map(str::to_owned);
            let path =
                path.ok_or_else(|| Error::from_layer(format!("{} is not below {}", request.url(), self.prefix)))?;
            request.url_mut().set_path(&path);
            let response = next.run(request).await?;
            let (status, headers) = (response.status(), response.headers().clone());
            let body = response.bytes().await.map_err(Error::from_layer)?;
            let violations =
                headers.get("sl-violations").map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
            let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.0 += 1;
            seen.1.extend(objections(violations.as_deref(), &body));
            let mut response = http::Response::new(body);
            *response.status_mut() = status;
            *response.headers_mut() = headers;
            Ok(Response::from(response))
        })
    }
}

fn objections(violations: Option<&str>, body: &[u8]) -> Vec<String> {
    let listed = violations.map(|text| serde_json::from_str::<Vec<Value>>(text).map_err(|_| text.to_owned()));
    let mut found = match listed {
        Some(Ok(list)) => list.iter().map(line).collect(),
        Some(Err(text)) => vec![text],
        None => Vec::new(),
    };
    let problem: Value = serde_json::from_slice(body).unwrap_or_default();
    if let Some(kind) = problem["type"].as_str().and_then(|kind| kind.strip_prefix(OF_PRISM)) {
        let list = problem["validation"].as_array().into_iter().flatten();
        found.extend(list.map(line).filter(|line| !found.contains(line)).collect::<Vec<_>>());
        if found.is_empty() {
            found.push(format!("{kind}: {}", problem["detail"].as_str().unwrap_or_default()));
        }
    }
    found
}

/// Formats a violation as `query.page type: Request query parameter page must be integer`.
fn line(violation: &Value) -> String {
    let location = violation["location"].as_array().into_iter().flatten();
    let location: Vec<_> = location.map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned)).collect();
    let [code, message] = ["code", "message"].map(|key| violation[key].as_str().unwrap_or_default());
    // `request` in front is dropped, because the message says it anyway.
    let location = location.join(".");
    format!("{} {code}: {message}", location.strip_prefix("request.").unwrap_or(&location))
}
