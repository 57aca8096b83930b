//! Successes without a declared body, and how an unexpected body is treated.
//!
//! A 200 with the HTML page of a gateway, or with an error of the API, is an error whose outcome is indeterminate. Any
//! other body is drift.

use reqwest::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use super::{Decoder, JSON};
use crate::{
    transport::raw_response::RawResponse,
    wire::{
        decode::{DecodeFailure, utf8},
        spec::ProblemKeys,
    },
};

impl Decoder<()> {
    /// Expects no body. HTML and errors of the API are failures, and any other body is drift.
    #[must_use]
    #[inline]
    pub fn empty() -> Self {
        Self { accept: JSON, read: RawResponse::no_body, lenient: None, live: false }
    }
}

impl RawResponse {
    /// Checks that the body, if there is one, does not contradict a success.
    ///
    /// # Errors
    /// When the body is HTML, or an error of the API.
    pub fn no_body(&self) -> Result<(), DecodeFailure> {
        if self.is_empty() {
            return Ok(());
        }
        let text = utf8(&self.body).unwrap_or_default().trim_start();
        let json: Option<Value> = serde_json::from_str(text).ok();
        let found = match &json {
            Some(json) if self.is_problem(json) => "an error",
            None if self.has_media_type(is_problem_type) => "an error",
            None if text.starts_with('<') || self.has_media_type(is_html) => "HTML",
            _ => {
                self.undeclared_body.set(true);
                return Ok(());
            }
        };
        Err(DecodeFailure::new(None, format!("the body is {found}, where a success has none")))
    }

    fn is_problem(&self, body: &Value) -> bool {
        self.has_media_type(is_problem_type) || self.problem.is_some_and(|names| is_problem(names, body))
    }

    fn has_media_type(&self, is: impl FnOnce(&str) -> bool) -> bool {
        let value = self.meta.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| is(value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str()))
    }
}

fn is_html(media_type: &str) -> bool {
    matches!(media_type, "text/html" | "application/xhtml+xml")
}

/// RFC 9457.
fn is_problem_type(media_type: &str) -> bool {
    media_type.starts_with("application/problem+")
}

/// Returns whether a body is an error: by a `status` of an error (RFC 9457), or by something under the keys that the
/// API uses for fields at fault and further problems. An array is one if any of its elements is.
fn is_problem(names: &ProblemKeys, body: &Value) -> bool {
    match body {
        Value::Array(items) => items.iter().any(|item| item.is_object() && is_problem(names, item)),
        Value::Object(body) => has_status(body) || names.keys.iter().any(|key| body.get(*key).is_some_and(says)),
        _ => false,
    }
}

fn has_status(body: &Map<String, Value>) -> bool {
    body.get("status").and_then(Value::as_u64).is_some_and(|status| (400..600).contains(&status))
}

/// Returns whether a value holds anything.
fn says(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
