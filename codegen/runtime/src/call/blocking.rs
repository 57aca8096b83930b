//! Streams as iterators, with the feature `blocking`.

use std::{fmt, future::poll_fn, ops::Deref};

use serde::Serialize;

use crate::{
    call::{
        batch::{Batches, Outcome},
        paging::{Items, Pages},
    },
    transport::{
        blocking::wait,
        error::Error,
        response::Response,
        streaming::{ByteStream, Event, EventStream},
    },
    types::check::Check,
    wire::listing::{Listing, Page},
};
use bytes::Bytes;

/// A stream as an iterator that blocks until the next item arrives: `for pet in ….stream().wait()`. Requires the
/// feature `blocking`.
///
/// It derefs to the stream, such as for its [`resume_token`](Items::resume_token). Inside an async runtime it ends with
/// an error: await the stream there.
#[must_use = "iterators do nothing unless consumed"]
pub struct Blocking<S> {
    stream: S,
    is_over: bool,
}

impl<S> Blocking<S> {
    fn new(stream: S) -> Self {
        Self { stream, is_over: false }
    }

    /// Returns the stream.
    pub fn into_inner(self) -> S {
        self.stream
    }

    /// Returns the next item. An error is the last item.
    fn item<T>(&mut self, next: impl FnOnce(&mut S) -> Result<Option<T>, Error>) -> Option<Result<T, Error>> {
        if self.is_over {
            return None;
        }
        let item = next(&mut self.stream).transpose();
        self.is_over = !matches!(item, Some(Ok(_)));
        item
    }
}

impl<S> Deref for Blocking<S> {
    type Target = S;

    fn deref(&self) -> &S {
        &self.stream
    }
}

impl<S: fmt::Debug> fmt::Debug for Blocking<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Blocking").field(&self.stream).finish()
    }
}

/// Returns an error of waiting as an error of the stream.
fn refused<T>(item: Option<Result<Result<T, Error>, Error>>) -> Option<Result<T, Error>> {
    item.map(|item| item.unwrap_or_else(|error| Err(error)))
}

impl<P: Page + Send + 'static> Iterator for Blocking<Items<P>> {
    type Item = Result<P::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        refused(self.item(|stream| wait(stream.next())))
    }
}

impl<P: Page + Send + 'static> Iterator for Blocking<Pages<P>> {
    type Item = Result<Response<P>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        refused(self.item(|stream| wait(stream.next())))
    }
}

/// An error means that the stream cannot be waited for; it does not belong to an item.
impl<I, A> Iterator for Blocking<Batches<I, A>>
where
    I: Serialize + Check + Send + Sync + 'static,
    A: Listing + 'static,
    A::Item: Serialize + Send + 'static,
{
    type Item = Result<Outcome<I, A::Item>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.item(|stream| wait(poll_fn(|context| stream.poll(context))))
    }
}

impl Iterator for Blocking<ByteStream> {
    type Item = Result<Bytes, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.item(|stream| wait(stream.try_next())?)
    }
}

/// An event that cannot be decoded does not end the iterator.
impl<T> Iterator for Blocking<EventStream<T>> {
    type Item = Result<Event<T>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.item(|stream| Ok(wait(stream.try_next())?.transpose())).map(|item| item.and_then(|event| event))
    }
}

impl ByteStream {
    /// Returns a blocking iterator over the bytes.
    pub fn wait(self) -> Blocking<Self> {
        Blocking::new(self)
    }
}

impl<T> EventStream<T> {
    /// Returns a blocking iterator over the events.
    pub fn wait(self) -> Blocking<Self> {
        Blocking::new(self)
    }
}

impl<P: Listing> Items<P> {
    /// Returns a blocking iterator over the items.
    pub fn wait(self) -> Blocking<Self> {
        Blocking::new(self)
    }
}

impl<P> Pages<P> {
    /// Returns a blocking iterator over the pages.
    pub fn wait(self) -> Blocking<Self> {
        Blocking::new(self)
    }
}

impl<I, A: Listing> Batches<I, A> {
    /// Returns a blocking iterator over the outcomes.
    pub fn wait(self) -> Blocking<Self> {
        Blocking::new(self)
    }
}
