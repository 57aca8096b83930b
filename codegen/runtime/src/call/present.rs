//! Conversion between two types, of which the source may lack required values.

use crate::{
    transport::error::Error,
    types::check::{At, Violation},
};

/// Returns a value that a request requires, from one that was read.
///
/// # Errors
/// When the value is absent; the error names the `key`.
pub fn present<T>(key: &str, value: Option<T>) -> Result<T, Error> {
    value.ok_or_else(|| Error::invalid_request(&Violation::new(At::Root(key), "is absent from what was read")))
}
