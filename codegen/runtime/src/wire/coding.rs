//! Content codings: compressed responses.
//!
//! The HTTP client could decompress itself, but accepts only `gzip`, in this spelling, and drops all but the first
//! member.

use std::{
    error::Error as StdError,
    fmt,
    io::{self, Write},
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::{Buf, Bytes};
use flate2::write::GzDecoder;
use http_body::Frame;
use reqwest::{
    Body, Response, ResponseBuilderExt,
    header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, HeaderValue, RANGE},
};

/// The maximum number of layers of compression: more of them are an attack.
const MOST_LAYERS: usize = 3;
/// How much is decompressed at once: it may become a thousand times as much.
const PIECE: usize = 1024;

/// Requests a compressed response, unless the request says otherwise. A range refers to the body as it is sent.
pub(crate) fn accept(headers: &mut HeaderMap) {
    if !headers.contains_key(ACCEPT_ENCODING) && !headers.contains_key(RANGE) {
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    }
}

/// Decompresses the body of a response while it is read. A body in an unknown coding is unchanged.
pub(crate) fn decoded(response: Response) -> Response {
    let Some(Codings { layers, unknown: None }) = Codings::of(response.headers()) else { return response };
    // Keeps the URL of the response.
    let from = http::Response::builder().url(response.url().clone()).body(());
    let (mut parts, body) = http::Response::<Body>::from(response).into_parts();
    parts.headers.remove(CONTENT_ENCODING);
    if layers > 0 {
        parts.headers.remove(CONTENT_LENGTH);
    }
    if let Ok(from) = from {
        parts.extensions.extend(from.into_parts().0.extensions);
    }
    let body = (0..layers).fold(body, |body, _| Body::wrap(Gzip::new(body)));
    http::Response::from_parts(parts, body).into()
}

/// Returns what is wrong with a response in an unknown coding; `None` if all codings are known.
pub(crate) fn unknown(headers: &HeaderMap) -> Option<String> {
    let name = Codings::of(headers)?.unknown?;
    Some(format!("is encoded with `{name}`, which this client cannot decode"))
}

/// Returns what is wrong with a compressed body, if that made the HTTP client fail.
pub(crate) fn failure(error: &reqwest::Error) -> Option<&'static str> {
    let mut source = error.source();
    while let Some(error) = source {
        if let Some(Undecodable(why)) = error.downcast_ref() {
            return Some(why);
        }
        source = error.source();
    }
    None
}

/// The codings of a response.
struct Codings {
    /// How often gzip was applied.
    layers: usize,
    /// The first one that is neither gzip nor `identity`.
    unknown: Option<String>,
}

impl Codings {
    /// Returns `None` if there is no such header.
    fn of(headers: &HeaderMap) -> Option<Self> {
        let mut found = None;
        for line in headers.get_all(CONTENT_ENCODING) {
            let found = found.get_or_insert(Self { layers: 0, unknown: None });
            let text = line.to_str().unwrap_or("?");
            for name in text.split(',').map(str::trim_ascii).filter(|name| !name.is_empty()) {
                match name.to_ascii_lowercase().as_str() {
                    "gzip" | "x-gzip" if found.layers < MOST_LAYERS => found.layers += 1,
                    "identity" => {}
                    "gzip" | "x-gzip" => {
                        found.unknown.get_or_insert_with(|| ["gzip"; MOST_LAYERS + 1].join(", "));
                    }
                    other => {
                        found.unknown.get_or_insert_with(|| shown(other));
                    }
                }
            }
        }
        found
    }
}

/// Returns the name of a coding, if it looks like one: a header may hold anything.
fn shown(name: &str) -> String {
    let is_name = name.len() <= 32 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_name { name.to_owned() } else { "<coding>".to_owned() }
}

/// Why a compressed body cannot be decoded.
#[derive(Debug)]
struct Undecodable(&'static str);

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl StdError for Undecodable {}

/// An error before the end.
fn broken(_: io::Error) -> Undecodable {
    Undecodable("the response is not valid gzip")
}

/// A body that is decompressed while it is read.
struct Gzip {
    body: Body,
    input: Bytes,
    state: State,
}

enum State {
    /// Before the first member.
    Start,
    Member(Box<GzDecoder<Vec<u8>>>),
    /// After a member, which may be followed by another one.
    Between,
    /// Data that is not a gzip member; it is ignored, as gunzip does.
    Rest,
}

impl Gzip {
    fn new(body: Body) -> Self {
        Self { body, input: Bytes::new(), state: State::Start }
    }

    /// Decompresses a piece of the input, possibly to nothing.
    fn step(&mut self) -> Result<Vec<u8>, Undecodable> {
        const MAGIC: u8 = 0x1f;
        match &mut self.state {
            State::Start => self.state = State::Member(Box::new(GzDecoder::new(Vec::new()))),
            State::Between if self.input.first() == Some(&MAGIC) => {
                self.state = State::Member(Box::new(GzDecoder::new(Vec::new())));
            }
            State::Between | State::Rest => {
                self.state = State::Rest;
                self.input.clear();
            }
            State::Member(decoder) => {
                let piece = self.input.get(..PIECE).unwrap_or(&self.input);
                let taken = decoder.write(piece).map_err(broken)?;
                self.input.advance(taken);
                if taken == 0 {
                    // The member has ended, and its checksum is compared now.
                    return self.end();
                }
                decoder.flush().map_err(broken)?;
                return Ok(std::mem::take(decoder.get_mut()));
            }
        }
        Ok(Vec::new())
    }

    /// Ends the current member, if there is one.
    fn end(&mut self) -> Result<Vec<u8>, Undecodable> {
        match std::mem::replace(&mut self.state, State::Between) {
            State::Member(decoder) => {
                decoder.finish().map_err(|_| Undecodable("the compressed response broke off, or is not valid gzip"))
            }
            other => {
                self.state = other;
                Ok(Vec::new())
            }
        }
    }
}

impl http_body::Body for Gzip {
    type Data = Bytes;
    type Error = Box<dyn StdError + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let this = &mut *self;
        loop {
            let output = if this.input.is_empty() {
                match ready!(Pin::new(&mut this.body).poll_frame(context)) {
                    Some(Ok(frame)) => match frame.into_data() {
                        Ok(data) => {
                            this.input = data;
                            continue;
                        }
                        Err(other) => return Poll::Ready(Some(Ok(other))),
                    },
                    Some(Err(error)) => return Poll::Ready(Some(Err(error.into()))),
                    None => match this.end() {
                        Ok(output) if output.is_empty() => return Poll::Ready(None),
                        outcome => outcome,
                    },
                }
            } else {
                this.step()
            };
            match output {
                Ok(output) if output.is_empty() => {}
                Ok(output) => return Poll::Ready(Some(Ok(Frame::data(output.into())))),
                Err(error) => {
                    // Nothing follows an error.
                    this.input.clear();
                    this.state = State::Rest;
                    return Poll::Ready(Some(Err(error.into())));
                }
            }
        }
    }
}
