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
        Err(error) => again(text, &error),
    }
}

/// Reads JSON as the body of a response is read, for tests.
///
/// # Errors
/// When the JSON does not fit the type.
pub fn read<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    serde_json::from_str(text).or_else(|error| json_path::follow(text).result.map_err(|_| error))
}

pub(crate) fn utf8(body: &[u8]) -> Result<&str, DecodeFailure> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    std::str::from_utf8(body).map_err(|error| DecodeFailure::new(None, format!("not UTF-8: {error}")))
}

/// Decodes again, to find the path of the failure and of the drift before it; and to accept integers that are written
/// with a fraction or an exponent, as JSON Schema has them.
#[cold]
fn again<T: DeserializeOwned>(text: &str, error: &serde_json::Error) -> Result<T, DecodeFailure> {
    if text.trim_ascii().is_empty() {
        return Err(DecodeFailure::new(None, "the body is empty"));
    }
    let followed = drift::locate(false, || json_path::follow::<T>(text));
    match followed.result {
        Err(later) if followed.has_whole => Err(failure(followed.path, &later.to_string())),
        Err(_) => Err(failure(followed.path, &error.to_string())),
        // All drift, with its paths.
        Ok(_) => {
            drift::forget();
            let followed = json_path::follow(text);
            followed.result.map_err(|error| failure(followed.path, &error.to_string()))
        }
    }
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
