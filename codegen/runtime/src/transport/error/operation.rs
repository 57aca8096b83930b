//! The error of one operation.

use std::{fmt, ops::Deref};

use super::Error;

/// Why a call failed, with the operation's own errors, keyed by status.
///
/// It derefs to [`Error`], which has the accessors, and converts into it. `Display` and `Debug` are those
/// of [`Error`].
pub struct OperationError<E> {
    error: Error,
    api: Option<Box<E>>,
}

impl<E> OperationError<E> {
    pub(crate) fn new(error: Error, api: Option<E>) -> Self {
        Self { error, api: api.map(Box::new) }
    }

    /// Of a call that was divided, after so many of its parts.
    pub(crate) fn after(mut self, done: usize, count: usize) -> Self {
        self.error = self.error.after(done, count);
        self
    }

    /// Of a call about items whose earlier call is in doubt.
    pub(crate) fn in_doubt_if(mut self, in_doubt: bool) -> Self {
        if in_doubt {
            self.error = self.error.in_doubt(true);
        }
        self
    }

    /// What the API answered, by status; `None` unless the [kind](Error::kind) is [`ErrorKind::Api`](super::ErrorKind::Api).
    #[must_use]
    pub fn api(&self) -> Option<&E> {
        self.api.as_deref()
    }

    /// What the API answered, by status.
    #[must_use]
    pub fn into_api(self) -> Option<E> {
        self.api.map(|api| *api)
    }
}

impl<E> Deref for OperationError<E> {
    type Target = Error;

    fn deref(&self) -> &Error {
        &self.error
    }
}

impl<E> From<OperationError<E>> for Error {
    fn from(error: OperationError<E>) -> Self {
        error.error
    }
}

impl<E> fmt::Display for OperationError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl<E> fmt::Debug for OperationError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.error, f)
    }
}

impl<E> std::error::Error for OperationError<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        std::error::Error::source(&self.error)
    }
}
