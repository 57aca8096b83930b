//! One type made of another, which may lack what is required.

use crate::{
    transport::error::Error,
    types::check::{At, Violation},
};

/// Returns the value that a request needs from what was read.
///
/// # Errors
/// Names the `key` of a value that is absent.
pub fn present<T>(key: &str, value: Option<T>) -> Result<T, Error> {
    value.ok_or_else(|| Error::invalid_request(&Violation::new(At::Root(key), "is absent from what was read")))
}
