//! Streams as iterators, with the feature `blocking`.

use std::{fmt, future::poll_fn, ops::Deref};

use serde::Serialize;

use crate::{
    call::{
        batch::{Batches, Outcome},
        errors::ErrorSet,
        paging::{Items, Pages},
    },
    transport::{
        blocking::wait,
        error::{Error, OperationError},
        response::Response,
        streaming::{ByteStream, Event, EventStream},
    },
    types::check::Check,
    wire::listing::{Listing, Page},
};
use bytes::Bytes;

/// A stream as an iterator that blocks until the next item is there: `for pet in ….stream().wait()`. With the
/// feature `blocking`.
///
/// It derefs to the stream, whose [`resume_token`](Items::resume_token) it thus has. Inside an async runtime it ends with
/// an error: await the stream there.
#[must_use = "iterators do nothing until they are asked for an item"]
pub struct Blocking<S> {
    stream: S,
    is_over: bool,
}

impl<S> Blocking<S> {
    fn new(stream: S) -> Self {
        Self { stream, is_over: false }
    }

    /// The stream, to go on with it.
    pub fn into_inner(self) -> S {
        self.stream
    }

    /// The next item; what is wrong comes once, and is the last.
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

/// What kept a stream from being waited for, as an error of its operation.
fn refused<T, E>(item: Option<Result<Result<T, OperationError<E>>, Error>>) -> Option<Result<T, OperationError<E>>> {
    item.map(|item| item.unwrap_or_else(|error| Err(OperationError::new(error, None))))
}

impl<P: Page + Send + 'static, E: ErrorSet + Send + 'static> Iterator for Blocking<Items<P, E>> {
    type Item = Result<P::Item, OperationError<E>>;

    fn next(&mut self) -> Option<Self::Item> {
        refused(self.item(|stream| wait(stream.next())))
    }
}

impl<P: Page + Send + 'static, E: ErrorSet + Send + 'static> Iterator for Blocking<Pages<P, E>> {
    type Item = Result<Response<P>, OperationError<E>>;

    fn next(&mut self) -> Option<Self::Item> {
        refused(self.item(|stream| wait(stream.next())))
    }
}

/// An error is not an item's: the stream cannot be waited for.
impl<I, A, E> Iterator for Blocking<Batches<I, A, E>>
where
    I: Serialize + Check + Send + Sync + 'static,
    A: Listing + 'static,
    A::Item: Serialize + Send + 'static,
    E: ErrorSet + Send + Sync + 'static,
{
    type Item = Result<Outcome<I, A::Item, E>, Error>;

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

/// An event that does not decode is not the last.
impl<T> Iterator for Blocking<EventStream<T>> {
    type Item = Result<Event<T>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.item(|stream| Ok(wait(stream.try_next())?.transpose())).map(|item| item.and_then(|event| event))
    }
}

impl ByteStream {
    /// The bytes as an iterator that blocks.
    pub fn wait(self) -> Blocking<Self> {
        Blocking::new(self)
    }
}

impl<T> EventStream<T> {
    /// The events as an iterator that blocks.
    pub fn wait(self) -> Blocking<Self> {
        Blocking::new(self)
    }
}

impl<P: Listing, E> Items<P, E> {
    /// The items as an iterator that blocks.
    pub fn wait(self) -> Blocking<Self> {
        Blocking::new(self)
    }
}

impl<P, E> Pages<P, E> {
    /// The pages as an iterator that blocks.
    pub fn wait(self) -> Blocking<Self> {
        Blocking::new(self)
    }
}

impl<I, A: Listing, E> Batches<I, A, E> {
    /// The outcomes as an iterator that blocks.
    pub fn wait(self) -> Blocking<Self> {
        Blocking::new(self)
    }
}
