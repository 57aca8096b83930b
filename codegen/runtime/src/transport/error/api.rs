//! The typed body of an error response.

use serde::de::DeserializeOwned;

use super::Error;

impl Error {
    /// Returns the body of the error response, as the type that the operation declares for its status.
    ///
    /// The types are listed under "Errors" in the documentation of each operation. Returns `None` if the API did not
    /// respond with an error, if the operation declares another type or none for the status, and if the body does not
    /// match, such as the HTML page of a gateway. [`body`](Self::body) returns the raw body, and [`json`](Self::json)
    /// decodes it as any type.
    #[must_use]
    pub fn api<T: 'static>(&self) -> Option<&T> {
        self.0.api.as_ref()?.downcast_ref()
    }

    /// Returns the body like [`api`](Self::api), by value.
    #[must_use]
    pub fn into_api<T: 'static>(self) -> Option<T> {
        self.0.api?.downcast().ok().map(|body| *body)
    }

    /// Decodes the body of the response as JSON of any type, whatever the operation declares. Returns `None` if the
    /// body is missing or does not decode as that type.
    #[must_use]
    pub fn json<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(self.body()?).ok()
    }
}
