//! Responses that are read while they arrive.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::timeout;

use crate::{
    transport::{
        error::{Error, Loss},
        response::ResponseMeta,
    },
    types::redact::{Privacy, Redact, Redacted},
    wire::{decode::DecodeFailure, spec::Operation, sse::Parser},
};

/// The body of a response that is still arriving.
pub(crate) struct Live {
    pub(crate) response: reqwest::Response,
    pub(crate) operation: &'static Operation,
    pub(crate) meta: ResponseMeta,
    /// How long no data may arrive.
    pub(crate) idle_timeout: Duration,
    /// The maximum length of an event, in bytes.
    pub(crate) most: usize,
}

type Step = Pin<Box<dyn Future<Output = (Box<Live>, Result<Option<Bytes>, Error>)> + Send>>;

/// The chunks of a body.
enum Chunks {
    /// The future of the next chunk. It owns the body, and is kept until it ends: dropping it would close the
    /// connection.
    Next(Step),
    Over,
}

impl Chunks {
    fn of(live: Box<Live>) -> Self {
        Self::Next(Box::pin(next(live)))
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Error>> {
        let Self::Next(step) = self else { return Poll::Ready(Ok(None)) };
        let (live, chunk) = ready!(step.as_mut().poll(context));
        *self = if matches!(chunk, Ok(Some(_))) { Self::of(live) } else { Self::Over };
        Poll::Ready(chunk)
    }
}

/// Waits for a chunk. The timeout runs from the first poll, so that time between two polls of a stream does not count.
async fn next(mut live: Box<Live>) -> (Box<Live>, Result<Option<Bytes>, Error>) {
    let chunk = match timeout(live.idle_timeout, live.response.chunk()).await {
        Ok(chunk) => chunk.map_err(|error| Error::http(error, Some(live.meta.clone()))),
        Err(_) => Err(Error::lost(Loss::Timeout, Some(live.meta.clone()))),
    };
    let chunk = chunk.map_err(|error| live.operation.interrupted(error));
    (live, chunk)
}

impl Operation {
    /// A failure after the head of a success: a write has probably taken effect.
    fn interrupted(&'static self, error: Error) -> Error {
        error.of(self).with_indeterminate(self.writes())
    }
}

/// The bytes of a response as they arrive, in constant memory.
///
/// It implements [`Stream`] for the combinators of the `futures` crate. It ends with an error if no data arrives for as
/// long as the client's timeout. `Debug` shows nothing of the body.
#[must_use = "streams do nothing until they are asked for an item"]
pub struct ByteStream(Chunks);

impl ByteStream {
    /// Returns the next bytes, or `None` at the end.
    ///
    /// # Errors
    /// When the connection breaks off, or no data arrives for too long. The stream has ended then.
    pub async fn try_next(&mut self) -> Result<Option<Bytes>, Error> {
        std::future::poll_fn(|context| self.0.poll(context)).await
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll(context).map(Result::transpose)
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream").finish_non_exhaustive()
    }
}

impl Redact for ByteStream {
    fn redact(&self, f: &mut fmt::Formatter<'_>, _: Privacy) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// An event of an [`EventStream`]. `Debug` shows no personal data.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The data of the event.
    pub data: T,
    /// The type of the event, if the API names it.
    pub event: Option<String>,
    /// The id of this event, or of the last one before it that has one.
    pub id: Option<String>,
    /// How long the API asks to wait before the stream is opened again.
    pub retry: Option<Duration>,
}

impl<T: Redact> fmt::Debug for Event<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event").field("data", &Redacted(&self.data, T::PRIVACY)).finish_non_exhaustive()
    }
}

/// Server-sent events as they arrive.
///
/// It implements [`Stream`] for the combinators of the `futures` crate. It ends when the API closes the connection or,
/// for JSON data, with an event whose data is `[DONE]`, as many APIs send it. It ends with an error if no data arrives
/// for as long as the client's timeout. It does not reconnect; the last [`Event::id`] says where to continue.
#[must_use = "streams do nothing until they are asked for an item"]
pub struct EventStream<T> {
    chunks: Chunks,
    parser: Parser,
    decode: fn(&str) -> Result<T, DecodeFailure>,
    end: Option<&'static str>,
    operation: &'static Operation,
    meta: ResponseMeta,
    most: usize,
    is_over: bool,
}

impl<T> EventStream<T> {
    /// Returns the next event, or `None` at the end.
    ///
    /// # Errors
    /// When the connection breaks off or no data arrives for too long: the stream has ended then. When the data of an event does not match the specification: the next event can still be read.
    pub async fn try_next(&mut self) -> Result<Option<Event<T>>, Error> {
        std::future::poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Event<T>>, Error>> {
        loop {
            let is_last = matches!(self.chunks, Chunks::Over);
            if !self.is_over
                && let Some(raw) = self.parser.next()
            {
                if self.end == Some(raw.data.trim_ascii()) {
                    self.is_over = true;
                    self.chunks = Chunks::Over;
                    return Poll::Ready(Ok(None));
                }
                return Poll::Ready(match (self.decode)(&raw.data) {
                    Ok(data) => Ok(Some(Event { data, event: raw.event, id: raw.id, retry: raw.retry })),
                    Err(failure) => Err(Error::decode(self.operation, self.meta.clone(), raw.data.into(), failure)),
                });
            }
            if is_last || self.is_over {
                return Poll::Ready(Ok(None));
            }
            match ready!(self.chunks.poll(context)) {
                Ok(Some(bytes)) => self.parser.push(&bytes),
                Ok(None) => {}
                Err(error) => {
                    self.is_over = true;
                    return Poll::Ready(Err(error));
                }
            }
            if self.parser.pending() > self.most {
                self.is_over = true;
                self.chunks = Chunks::Over;
                let error = Error::too_large(self.most, self.meta.clone());
                return Poll::Ready(Err(self.operation.interrupted(error)));
            }
        }
    }
}

impl<T> Stream for EventStream<T> {
    type Item = Result<Event<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context).map(Result::transpose)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").field("operation", &self.operation.name).finish_non_exhaustive()
    }
}

impl<T> Redact for EventStream<T> {
    fn redact(&self, f: &mut fmt::Formatter<'_>, _: Privacy) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Live {
    pub(crate) fn into_bytes(self: Box<Self>) -> ByteStream {
        ByteStream(Chunks::of(self))
    }

    pub(crate) fn into_events<T>(
        self: Box<Self>,
        decode: fn(&str) -> Result<T, DecodeFailure>,
        end: Option<&'static str>,
    ) -> EventStream<T> {
        let (operation, meta, most) = (self.operation, self.meta.clone(), self.most);
        let chunks = Chunks::of(self);
        EventStream { chunks, parser: Parser::default(), decode, end, operation, meta, most, is_over: false }
    }
}
