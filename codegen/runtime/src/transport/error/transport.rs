//! Failures below HTTP, in plain words.
//!
//! The errors of HTTP and TLS are types of crates that this one does not depend on, so their texts are searched. A test
//! with real servers notices when these texts change.

use std::error::Error;

/// A part of a text, and what it means.
const REASONS: &[(&str, &str)] = &[
    ("invalid HTTP version parsed", "the server does not speak HTTP"),
    ("invalid HTTP", "the response is not valid HTTP"),
    ("invalid content-length parsed", "the response is not valid HTTP"),
    ("unexpected transfer-encoding parsed", "the response is not valid HTTP"),
    ("message head is too large", "the headers of the response are too large"),
    ("received corrupt message", "the server does not speak TLS"),
    ("UnknownIssuer", "the server's certificate is not signed by an authority that is trusted here"),
    ("certificate expired", "the server's certificate has expired"),
    ("certificate not valid yet", "the server's certificate is not valid yet: is the clock of this machine right?"),
    ("certificate not valid for name", "the server's certificate is for another host name"),
    ("invalid peer certificate", "the server's certificate is not valid"),
    ("received fatal alert", "the server refused the TLS handshake"),
    ("peer is incompatible", "the server refused the TLS handshake"),
];

/// Returns why a request failed, if its text is known.
pub(super) fn reason(error: &(dyn Error + 'static)) -> Option<&'static str> {
    let mut source = Some(error);
    while let Some(error) = source {
        let text = error.to_string();
        if let Some((_, reason)) = REASONS.iter().find(|(part, _)| text.contains(part)) {
            return Some(reason);
        }
        source = error.source();
    }
    None
}
