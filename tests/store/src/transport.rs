//! How responses are sent: the version of HTTP, the end of bodies, the size of the pieces.

use std::num::NonZeroUsize;

use generated_client::HttpClient;
use generated_client::reqwest;

/// How a store sends its responses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Transport {
    /// The version of HTTP. The server supports only this one, which clients have to know.
    pub protocol: Protocol,
    /// The maximum number of bytes of a piece, of heads and bodies alike. Each piece arrives before the next one is
    /// sent. If it is not set, responses are not split.
    pub piece: Option<NonZeroUsize>,
}

/// A version of HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// HTTP/1.1.
    Http1(Framing),
    /// HTTP/2 without TLS, by prior knowledge.
    Http2,
}

/// How a client of HTTP/1.1 learns where a body ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// By its length.
    Length,
    /// By the last of its chunks.
    Chunked,
    /// By the end of the connection.
    UntilClose,
}

impl Default for Protocol {
    fn default() -> Self {
        Self::Http1(Framing::Length)
    }
}

impl Transport {
    /// Sends pieces of this many bytes.
    ///
    /// # Panics
    /// Panics if it is 0.
    pub fn dribbling(protocol: Protocol, bytes: usize) -> Self {
        Self { protocol, piece: Some(NonZeroUsize::new(bytes).expect("a piece has bytes")) }
    }

    /// Returns the transport of a test file that is compiled once by itself, and once more in a module named `http1` or
    /// `http2` for each transport: by the path of its module.
    pub fn of(module: &str) -> Self {
        match module.split("::").find(|name| ["http1", "http2"].contains(name)) {
            Some("http1") => Self::dribbling(Protocol::Http1(Framing::Chunked), 997),
            Some("http2") => Self::dribbling(Protocol::Http2, 997),
            _ => Self::default(),
        }
    }

    /// Returns an HTTP client for this transport.
    ///
    /// # Panics
    /// Panics if TLS cannot be set up.
    pub fn http_client(self) -> HttpClient {
        let builder = reqwest::Client::builder();
        let builder = if self.protocol == Protocol::Http2 { builder.http2_prior_knowledge() } else { builder };
        HttpClient::from_builder(builder).expect("the HTTP client can be built")
    }
}
