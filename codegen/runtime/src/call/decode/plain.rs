//! Answers that are no JSON, or that are read while they arrive.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::Decoder;
use crate::{
    transport::{
        answer::Answer,
        media::EVENTS,
        streaming::{ByteStream, EventStream},
    },
    wire::decode::from_text,
};

const ANYTHING: &str = "*/*";

impl Decoder<Bytes> {
    /// Any body as it came.
    #[must_use]
    #[inline]
    pub fn bytes() -> Self {
        Self { accept: ANYTHING, read: Answer::bytes, lenient: None, live: false }
    }
}

impl Decoder<String> {
    /// A text in UTF-8.
    #[must_use]
    #[inline]
    pub fn text() -> Self {
        Self { accept: ANYTHING, read: Answer::text, lenient: None, live: false }
    }
}

impl Decoder<ByteStream> {
    /// Any body while it arrives.
    #[must_use]
    pub fn byte_stream() -> Self {
        Self { accept: ANYTHING, read: |answer| answer.live().map(|live| live.into_bytes()), lenient: None, live: true }
    }
}

impl<T: DeserializeOwned> Decoder<EventStream<T>> {
    /// Events whose data is JSON.
    #[must_use]
    pub fn events() -> Self {
        let read = |answer: &Answer| answer.live().map(|live| live.into_events(from_text::<T>, Some("[DONE]")));
        Self { accept: EVENTS, read, lenient: None, live: true }
    }
}

impl Decoder<EventStream<String>> {
    /// Events whose data is text.
    #[must_use]
    pub fn text_events() -> Self {
        let read = |answer: &Answer| answer.live().map(|live| live.into_events(|data| Ok(data.to_owned()), None));
        Self { accept: EVENTS, read, lenient: None, live: true }
    }
}
