//! Responses that are not JSON, or that are read while they arrive.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::Decoder;
use crate::{
    transport::{
        media::EVENTS,
        raw_response::RawResponse,
        streaming::{ByteStream, EventStream},
    },
    wire::decode::from_text,
};

const ANYTHING: &str = "*/*";

impl Decoder<Bytes> {
    /// Returns the raw body.
    #[must_use]
    #[inline]
    pub fn bytes() -> Self {
        Self { accept: ANYTHING, read: RawResponse::bytes, lenient: None, live: false }
    }
}

impl Decoder<String> {
    /// Decodes the body as UTF-8.
    #[must_use]
    #[inline]
    pub fn text() -> Self {
        Self { accept: ANYTHING, read: RawResponse::text, lenient: None, live: false }
    }
}

impl Decoder<ByteStream> {
    /// Streams the body while it arrives.
    #[must_use]
    pub fn byte_stream() -> Self {
        Self {
            accept: ANYTHING,
            read: |response| response.live().map(|live| live.into_bytes()),
            lenient: None,
            live: true,
        }
    }
}

impl<T: DeserializeOwned> Decoder<EventStream<T>> {
    /// Streams events whose data is JSON.
    #[must_use]
    pub fn events() -> Self {
        let read =
            |response: &RawResponse| response.live().map(|live| live.into_events(from_text::<T>, Some("[DONE]")));
        Self { accept: EVENTS, read, lenient: None, live: true }
    }
}

impl Decoder<EventStream<String>> {
    /// Streams events whose data is text.
    #[must_use]
    pub fn text_events() -> Self {
        let read =
            |response: &RawResponse| response.live().map(|live| live.into_events(|data| Ok(data.to_owned()), None));
        Self { accept: EVENTS, read, lenient: None, live: true }
    }
}
