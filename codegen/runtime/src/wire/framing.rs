//! Headers that belong to the HTTP connection.

use reqwest::header::HeaderName;

/// They define the end of a message and the state of its connection. The HTTP client writes them; a wrong one changes what
/// arrives: `content-length: 0` sends an empty body.
const NAMES: &[&str] = &[
    "connection",
    "content-length",
    "expect",
    "host",
    "http2-settings",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Why such a header is refused.
pub(crate) const REFUSED: &str = "belongs to the HTTP connection, which sets it itself";

/// Returns whether only the HTTP client may set the header.
pub(crate) fn is_framing(name: &HeaderName) -> bool {
    NAMES.contains(&name.as_str())
}
