//! Answers that are read while they arrive.

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
    types::redact::{Redact, Redacted},
    wire::{decode::DecodeFailure, spec::Operation, sse::Parser},
};

/// A body on its way.
pub(crate) struct Live {
    pub(crate) response: reqwest::Response,
    pub(crate) operation: &'static Operation,
    pub(crate) meta: ResponseMeta,
    /// The longest silence.
    pub(crate) patience: Duration,
    /// The most bytes of an event.
    pub(crate) most: usize,
}

type Step = Pin<Box<dyn Future<Output = (Box<Live>, Result<Option<Bytes>, Error>)> + Send>>;

/// A body, chunk by chunk.
enum Chunks {
    /// The future of the next chunk. It owns the body, and is kept until it has ended: dropping it ends the connection.
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

/// Waits for one chunk. The silence is measured from the first poll, so that time between two polls of a stream does not
/// count.
async fn next(mut live: Box<Live>) -> (Box<Live>, Result<Option<Bytes>, Error>) {
    let chunk = match timeout(live.patience, live.response.chunk()).await {
        Ok(chunk) => chunk.map_err(|error| Error::http(error, Some(live.meta.clone()))),
        Err(_) => Err(Error::lost(Loss::Late, Some(live.meta.clone()))),
    };
    let chunk = chunk.map_err(|error| live.operation.interrupted(error));
    (live, chunk)
}

impl Operation {
    /// A failure after the head of a success: a write has taken effect, most likely.
    fn interrupted(&'static self, error: Error) -> Error {
        error.of(self).in_doubt(self.writes())
    }
}

/// The bytes of an answer as they arrive, in constant memory; of any length.
///
/// It is a stream, too, for the combinators of the `futures` crate. A silence as long as the client's timeout ends it with
/// an error. `Debug` shows nothing of the body.
#[must_use = "streams do nothing until they are asked for an item"]
pub struct ByteStream(Chunks);

impl ByteStream {
    /// The next bytes; none at the end.
    ///
    /// # Errors
    /// When the connection breaks off, or is silent for too long. The stream is over then.
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
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// An event of an [`EventStream`]. `Debug` shows no personal data.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What it says.
    pub data: T,
    /// Its kind, where the API names it.
    pub event: Option<String>,
    /// The id of this event, or of the last one before it that had one.
    pub id: Option<String>,
    /// How long the API asks to wait before the stream is opened again.
    pub retry: Option<Duration>,
}

impl<T: Redact> fmt::Debug for Event<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event").field("data", &Redacted(&self.data)).finish_non_exhaustive()
    }
}

/// Server-sent events as they arrive.
///
/// It is a stream, too, for the combinators of the `futures` crate. It ends when the API closes the connection, or, where
/// data is JSON, with an event whose data is `[DONE]`, as many APIs have it. A silence as long as the client's timeout ends
/// it with an error. It does not open the connection again: the last [`Event::id`] says from where to go on.
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
    /// The next event; none at the end.
    ///
    /// # Errors
    /// When the connection breaks off or is silent for too long: the stream is over then. When the data of an event is not
    /// what the specification says: the next event may be.
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
    fn redact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
