//! Declared error responses: the type of a body by its status.

use std::{any::Any, fmt};

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::{
    types::json::Json,
    wire::{
        drift, json_path,
        status::{ANY_STATUS, StatusRange},
    },
};

/// The body of an error response, as the type that is declared for its status.
pub(crate) type ApiBody = Box<dyn Any + Send + Sync>;

/// Error responses that an operation declares: their statuses, and the type of their body.
pub struct ErrorResponse {
    statuses: &'static [StatusRange],
    read: fn(&Bytes) -> Option<ApiBody>,
}

/// Declares error responses with a JSON body.
#[must_use]
pub const fn json_error<T: DeserializeOwned + Send + Sync + 'static>(
    statuses: &'static [StatusRange],
) -> ErrorResponse {
    ErrorResponse { statuses, read: |body| Some(Box::new(json::<T>(body)?)) }
}

/// For an operation that is not in the specification: any JSON, whatever the status.
pub(crate) const ANY_ERROR: &[ErrorResponse] = &[json_error::<Json>(ANY_STATUS)];

impl ErrorResponse {
    /// Returns the response that is declared for a status: the one with the narrowest range that includes it.
    pub(crate) fn of(all: &'static [Self], status: u16) -> Option<&'static Self> {
        let ranges = |response: &'static Self| response.statuses.iter().map(move |range| (range, response));
        let holding = all.iter().flat_map(ranges).filter(|(range, _)| range.holds(status));
        holding.min_by_key(|(range, _)| range.width()).map(|(_, response)| response)
    }

    /// Decodes a body; returns `None` if it is of another type.
    pub(crate) fn read(&self, body: &Bytes) -> Option<ApiBody> {
        (self.read)(body)
    }
}

impl fmt::Debug for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorResponse").field("statuses", &self.statuses).finish_non_exhaustive()
    }
}

/// Decodes a JSON body; the reason of a failure does not matter.
#[inline]
pub(super) fn json<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    let text = std::str::from_utf8(body).ok()?;
    match serde_json::from_str(text) {
        Ok(value) => {
            if drift::is_met() {
                let _ = drift::locate(true, || json_path::follow::<T>(text));
            }
            Some(value)
        }
        Err(_) => {
            drift::forget();
            // An integer that is written as `5.0` is accepted by this reading.
            let read = json_path::follow(text);
            if read.result.is_err() {
                drift::forget();
            }
            read.result.ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{LIST, Owner};

    /// The type of the body that a status has, by what is declared for it.
    fn kind(status: u16, body: &'static str) -> Option<&'static str> {
        let body = ErrorResponse::of(LIST.errors, status)?.read(&Bytes::from_static(body.as_bytes()))?;
        Some(if body.is::<Owner>() { "Owner" } else { body.downcast_ref::<Json>().map(|_| "Json").unwrap() })
    }

    #[test]
    fn bodies_are_keyed_by_status() {
        const OWNER: &str = r#"{"name":"Jane","phone":null}"#;
        for (status, body, expected) in [
            // The narrowest of the ranges, wherever it is declared.
            (404, OWNER, Some("Owner")),
            (429, OWNER, Some("Json")),
            (509, OWNER, None),
            // Another shape than the declared one.
            (404, "", None),
            (404, "<html>", None),
            (404, "[]", None),
            (400, "[]", Some("Json")),
        ] {
            assert_eq!(kind(status, body), expected, "{status} {body}");
        }
    }
}
