//! Lists that are longer than a page.

mod fetch;
mod guard;
mod token;
mod walk;

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

use futures_core::Stream;

pub use self::token::{ParseResumeTokenError, ResumeToken};
use self::{
    fetch::Fetch,
    walk::{Mark, Position, Walk},
};
use crate::{
    call::decode::Decoder,
    transport::{error::Error, request::Request, response::Response},
    types::rejected::Rejected,
    wire::listing::{Listing, Page},
};

/// The pages of a list, one after the other: a [`Stream`] of responses.
///
/// It is created by `pages()` of the request of a list. Numbered pages, cursors and bare arrays are handled alike. Long
/// filters are split among several calls, whose pages follow each other. The pages are as large as the API allows,
/// unless the request sets a limit.
///
/// While a page is processed, the next one is read by a task, which ends when the stream is dropped. At most
/// [`prefetch`](Self::prefetch) pages are held in memory besides the current one. After an error the stream ends; a
/// [`ResumeToken`] continues at the page that failed. If pages repeat, or if the number of pages grows as fast as they
/// are read, the stream ends with [`ErrorKind::EndlessPages`](crate::ErrorKind::EndlessPages).
#[must_use = "streams do nothing unless polled"]
pub struct Pages<P> {
    state: State<P>,
    decoder: Decoder<P>,
    ahead: usize,
    operation: &'static str,
    filters: u64,
    next: Mark,
}

enum State<P> {
    Ready(Box<Walk>),
    Refused(Error),
    Running(Fetch<P>),
    Over,
}

/// How many pages are read ahead by default.
const AHEAD: usize = 1;

impl<P> Pages<P> {
    #[doc(hidden)]
    pub fn new(request: Request, decoder: Decoder<P>) -> Self {
        let operation = request.operation().name;
        let (state, filters, next) = match Walk::new(request) {
            Ok(walk) => {
                let (filters, next) = (walk.filters(), walk.mark().clone());
                (State::Ready(Box::new(walk)), filters, next)
            }
            Err(error) => (State::Refused(error), 0, Mark { part: 0, position: Position::First }),
        };
        Self { state, decoder, ahead: AHEAD, operation, filters, next }
    }

    /// Sets how many pages are read ahead of the current one; 1 by default. With 0, a page is read when it is asked
    /// for.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.ahead = pages;
        self
    }

    /// Continues where another stream ended. The request must have the same filters and the same limit: the token of
    /// another list fails the first page. Call this before the first page is read.
    pub fn resume(mut self, token: &ResumeToken) -> Self {
        if let State::Ready(walk) = &mut self.state {
            match walk.resume(token) {
                Ok(()) => self.next = walk.mark().clone(),
                Err(error) => self.state = State::Refused(error),
            }
        }
        self
    }

    /// Returns the position of the next page of this stream.
    #[must_use]
    pub fn resume_token(&self) -> ResumeToken {
        self.token(self.next.clone(), 0)
    }

    fn token(&self, mark: Mark, skip: usize) -> ResumeToken {
        ResumeToken { operation: self.operation.into(), filters: self.filters, mark, skip }
    }
}

impl<P: Page + Send + 'static> Pages<P> {
    /// Returns the next page, or `None` after the last one.
    ///
    /// Cancel safe: if the future is dropped, the next call returns the same page.
    pub async fn next(&mut self) -> Option<Result<Response<P>, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// Returns the next page, or `Ok(None)` after the last one: for `while let Some(page) = pages.try_next().await?`.
    ///
    /// # Errors
    /// When a call fails after all its retries.
    pub async fn try_next(&mut self) -> Result<Option<Response<P>>, Error> {
        self.next().await.transpose()
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Response<P>, Error>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Over) {
                State::Over => return Poll::Ready(None),
                State::Refused(error) => return Poll::Ready(Some(Err(error))),
                State::Ready(walk) if walk.mark().position == Position::End => {}
                State::Ready(walk) => match Fetch::start(*walk, self.decoder) {
                    Ok(fetch) => self.state = State::Running(fetch),
                    Err(error) => self.state = State::Refused(error),
                },
                State::Running(mut fetch) => {
                    let Poll::Ready(outcome) = fetch.poll(context, self.ahead) else {
                        self.state = State::Running(fetch);
                        return Poll::Pending;
                    };
                    return Poll::Ready(Some(outcome.map(|found| {
                        self.next = found.next;
                        if self.next.position != Position::End {
                            self.state = State::Running(fetch);
                        }
                        found.page
                    })));
                }
            }
        }
    }
}

impl<P: Page + Send + 'static> Stream for Pages<P> {
    type Item = Result<Response<P>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<P> fmt::Debug for Pages<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.operation)
            .field("prefetch", &self.ahead)
            .finish_non_exhaustive()
    }
}

/// The items of a list, page after page, in constant memory: a [`Stream`].
///
/// It is created by `stream()` of the request of a list, and reads the list like [`Pages`].
#[must_use = "streams do nothing unless polled"]
pub struct Items<P: Listing> {
    pages: Pages<P>,
    page: vec::IntoIter<P::Item>,
    /// The position of the current page.
    here: Mark,
    /// How many of its items were returned, or are skipped.
    done: usize,
    rejected: Vec<Rejected>,
}

impl<P: Listing> Items<P> {
    #[doc(hidden)]
    pub fn new(request: Request, decoder: Decoder<P>) -> Self {
        let pages = Pages::new(request, decoder);
        let (here, page) = (pages.next.clone(), Vec::new().into_iter());
        Self { pages, page, here, done: 0, rejected: Vec::new() }
    }

    /// Sets how many pages are read ahead of the current one; 1 by default.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.pages = self.pages.prefetch(pages);
        self
    }

    /// Continues after the last item of another stream. The request must have the same filters and the same limit: the
    /// token of another list fails the first item. Call this before the first item is read.
    pub fn resume(mut self, token: &ResumeToken) -> Self {
        self.pages = self.pages.resume(token);
        if let State::Ready(walk) = &self.pages.state {
            (self.here, self.done) = (walk.mark().clone(), token.skip);
        }
        self
    }

    /// Returns the items that were set aside since the last call of this method, on the pages that were read: with a
    /// [lenient](crate::ClientBuilder::lenient) call, items that cannot be decoded. They are held in memory until then.
    #[must_use]
    pub fn take_rejected(&mut self) -> Vec<Rejected> {
        std::mem::take(&mut self.rejected)
    }

    /// Returns the position after the last item that this stream returned.
    #[must_use]
    pub fn resume_token(&self) -> ResumeToken {
        if self.page.as_slice().is_empty() && self.here != self.pages.next {
            return self.pages.resume_token();
        }
        self.pages.token(self.here.clone(), self.done)
    }
}

impl<P: Page + Send + 'static> Items<P> {
    /// Returns the next item, or `None` after the last one.
    ///
    /// Cancel safe: if the future is dropped, the next call returns the same item.
    pub async fn next(&mut self) -> Option<Result<P::Item, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// Returns the next item, or `Ok(None)` after the last one: for `while let Some(item) = items.try_next().await?`.
    ///
    /// # Errors
    /// When a call fails after all its retries.
    pub async fn try_next(&mut self) -> Result<Option<P::Item>, Error> {
        self.next().await.transpose()
    }

    /// Returns all remaining items, in memory.
    ///
    /// # Errors
    /// When a call fails after all its retries. The items that were read are lost then.
    pub async fn collect(mut self) -> Result<Vec<P::Item>, Error> {
        let mut items = Vec::new();
        while let Some(item) = self.try_next().await? {
            items.push(item);
        }
        Ok(items)
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P::Item, Error>>> {
        loop {
            if let Some(item) = self.page.next() {
                self.done += 1;
                return Poll::Ready(Some(Ok(item)));
            }
            let before = self.pages.next.clone();
            match ready!(self.pages.poll(context)) {
                Some(Ok(page)) => {
                    self.rejected.extend_from_slice(page.rejected());
                    let skipped = if self.here == before { self.done } else { 0 };
                    self.page = page.into_inner().into_items().into_iter();
                    // When the list is resumed, the items that were returned before.
                    self.page.by_ref().take(skipped).for_each(drop);
                    (self.here, self.done) = (before, skipped);
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<P: Page + Send + 'static> Stream for Items<P> {
    type Item = Result<P::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<P: Listing> fmt::Debug for Items<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).finish_non_exhaustive()
    }
}

// It is not structurally pinned.
impl<P: Listing> Unpin for Items<P> {}
