//! A layer that sends requests where Prism expects them, and reads what it objects to.

use std::sync::{Arc, Mutex, PoisonError};

use generated_client::reqwest::{Request, Response};
use generated_client::{Error, Layer, LayerFuture, Next};
use serde_json::Value;

/// Prism's own answers have a `type` that begins so; those of a document do not.
const OF_PRISM: &str = "https://stoplight.io/prism/errors#";

/// Clones see the same.
#[derive(Clone)]
pub struct Watch {
    /// The path of the fragments' server: Prism has their paths alone.
    prefix: String,
    seen: Arc<Mutex<(usize, Vec<String>)>>,
}

impl Watch {
    pub fn new(prefix: String) -> Self {
        Self { prefix, seen: Arc::default() }
    }

    /// How many requests there were, and what Prism objected to in them or in its answers.
    pub fn seen(&self) -> (usize, Vec<String>) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether it objected to nothing.
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
            let mut answer = http::Response::new(body);
            *answer.status_mut() = status;
            *answer.headers_mut() = headers;
            Ok(Response::from(answer))
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

/// A violation as `query.page type: Request query parameter page must be integer`.
fn line(violation: &Value) -> String {
    let location = violation["location"].as_array().into_iter().flatten();
    let location: Vec<_> = location.map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned)).collect();
    let [code, message] = ["code", "message"].map(|key| violation[key].as_str().unwrap_or_default());
    // Where it stands in an answer decides whether Prism begins with `request`, which the message says anyway.
    let location = location.join(".");
    format!("{} {code}: {message}", location.strip_prefix("request.").unwrap_or(&location))
}
