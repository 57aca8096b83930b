//! Decodes the JSON of a body, and locates failures.

use serde::de::DeserializeOwned;

use crate::wire::{drift, json_path};

/// Why a body could not be decoded.
#[derive(Debug)]
pub struct DecodeFailure {
    /// The JSON path, such as `data[3].id`.
    pub(crate) path: Option<String>,
    /// What is wrong there, without the value.
    pub(crate) message: String,
    /// For a response that is not a success: whether it may report something that took effect.
    pub(crate) hides_success: bool,
}

impl DecodeFailure {
    pub(crate) fn new(path: Option<String>, message: impl Into<String>) -> Self {
        Self { path, message: message.into(), hides_success: false }
    }
}

#[inline]
pub(crate) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, DecodeFailure> {
    match serde_json::from_str(text) {
        Ok(value) => {
            if drift::is_met() {
                locate_drift::<T>(text);
            }
            Ok(value)
        }
        Err(error) => Err(locate::<T>(text, &error)),
    }
}

pub(crate) fn utf8(body: &[u8]) -> Result<&str, DecodeFailure> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    std::str::from_utf8(body).map_err(|error| DecodeFailure::new(None, format!("not UTF-8: {error}")))
}

/// Decodes again, to find the path of the failure and of the drift before it.
#[cold]
fn locate<T: DeserializeOwned>(text: &str, error: &serde_json::Error) -> DecodeFailure {
    if text.trim_ascii().is_empty() {
        return DecodeFailure::new(None, "the body is empty");
    }
    let (_, path) = drift::locate(false, || json_path::follow::<T>(text));
    failure(path, &error.to_string())
}

pub(crate) fn failure(path: Option<String>, message: &str) -> DecodeFailure {
    DecodeFailure::new(path, without_value(message))
}

/// Decodes again, up to the last drift.
#[cold]
pub(crate) fn locate_drift<T: DeserializeOwned>(text: &str) {
    let _ = drift::locate(true, || json_path::follow::<T>(text));
}

/// Removes the value from a message of serde, because it may be personal data.
fn without_value(message: &str) -> String {
    let mismatch = ["invalid type: ", "invalid value: "]
        .into_iter()
        .find_map(|prefix| Some((prefix, message.strip_prefix(prefix)?.rsplit_once(", expected ")?)));
    match mismatch {
        Some((prefix, (found, expected))) => {
            let kind = found.split(['"', '`']).next().unwrap_or_default().trim_end();
            format!("{prefix}{kind}, expected {expected}")
        }
        None => message.to_owned(),
    }
}
