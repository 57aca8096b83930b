//! Why an HTTP client cannot be built.

use std::error::Error as _;

use super::{Error, Source};

impl Error {
    /// An HTTP client that cannot be built.
    pub(crate) fn http_client(error: reqwest::Error) -> Self {
        let mut failed = Self::configuration(reason(&error));
        failed.0.source = Some(Source::Http(error.without_url()));
        failed
    }
}

/// Returns why an HTTP client cannot be built. Its settings hold no personal data.
pub(crate) fn reason(error: &reqwest::Error) -> String {
    let mut text = "the HTTP client cannot be built".to_owned();
    let mut source = error.source();
    while let Some(error) = source {
        let why = error.to_string();
        if why.contains("No CA certificates") {
            return "no CA certificates were found on this system, so that no server can be trusted: install them (the \
                    package is often called `ca-certificates`), or name them in SSL_CERT_FILE or SSL_CERT_DIR"
                .to_owned();
        }
        text.push_str(": ");
        text.push_str(&why);
        source = error.source();
    }
    text
}
