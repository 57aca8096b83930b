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
    call::{decode::Decoder, errors::ErrorSet},
    transport::{
        error::{Error, OperationError},
        request::Request,
        response::Response,
    },
    types::rejected::Rejected,
    wire::listing::{Listing, Page},
};

/// The pages of a list, one after the other, with what came beside each: a [`Stream`].
///
/// It is made by `pages()` of a list's request. Numbered pages, cursors and bare lists are walked alike; long filters are
/// divided among several calls, whose pages follow each other. The pages are as large as the API allows unless the
/// request has a limit.
///
/// While a page is worked on, the next one is read: by a task of its own, which ends when the stream is dropped. Only
/// [`prefetch`](Self::prefetch) pages are held in memory beside it. After an error the stream ends; it can be taken up
/// at the page that failed by a [`ResumeToken`]. A list whose pages come round again, or whose number of pages grows as fast
/// as they are read, ends with [`ErrorKind::EndlessPages`](crate::ErrorKind::EndlessPages).
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<P, E> {
    state: State<P, E>,
    decoder: Decoder<P>,
    ahead: usize,
    operation: &'static str,
    filters: u64,
    next: Mark,
}

enum State<P, E> {
    Ready(Box<Walk>),
    Refused(Error),
    Running(Fetch<P, E>),
    Over,
}

/// How many pages are read ahead unless set.
const AHEAD: usize = 1;

impl<P, E> Pages<P, E> {
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

    /// Reads so many pages ahead of the one that is worked on; 1 unless set. With 0, a page is read when it is asked for.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.ahead = pages;
        self
    }

    /// Begins where another stream was. The request must be the same, with the same filters and the same limit: a token
    /// of another list is refused with the first page. It takes effect before the first page is asked for.
    pub fn resume(mut self, token: &ResumeToken) -> Self {
        if let State::Ready(walk) = &mut self.state {
            match walk.resume(token) {
                Ok(()) => self.next = walk.mark().clone(),
                Err(error) => self.state = State::Refused(error),
            }
        }
        self
    }

    /// Where the next page is that this stream would give.
    #[must_use]
    pub fn resume_token(&self) -> ResumeToken {
        self.token(self.next.clone(), 0)
    }

    fn token(&self, mark: Mark, skip: usize) -> ResumeToken {
        ResumeToken { operation: self.operation.into(), filters: self.filters, mark, skip }
    }
}

impl<P: Page + Send + 'static, E: ErrorSet + Send + 'static> Pages<P, E> {
    /// The next page; `None` behind the last one.
    ///
    /// Dropping the future loses nothing: the next one gives the same page.
    pub async fn next(&mut self) -> Option<Result<Response<P>, OperationError<E>>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// The next page, or `Ok(None)` behind the last one: for `while let Some(page) = pages.try_next().await?`.
    ///
    /// # Errors
    /// When a call fails for good.
    pub async fn try_next(&mut self) -> Result<Option<Response<P>>, OperationError<E>> {
        self.next().await.transpose()
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Response<P>, OperationError<E>>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Over) {
                State::Over => return Poll::Ready(None),
                State::Refused(error) => return Poll::Ready(Some(Err(OperationError::new(error, None)))),
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

impl<P: Page + Send + 'static, E: ErrorSet + Send + 'static> Stream for Pages<P, E> {
    type Item = Result<Response<P>, OperationError<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<P, E> fmt::Debug for Pages<P, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.operation)
            .field("prefetch", &self.ahead)
            .finish_non_exhaustive()
    }
}

/// The items of a list, page after page, in constant memory: a [`Stream`].
///
/// It is made by `stream()` of a list's request, and reads the list as [`Pages`] does.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<P: Listing, E> {
    pages: Pages<P, E>,
    page: vec::IntoIter<P::Item>,
    /// Where the present page is.
    here: Mark,
    /// Items of it that were given, or are not to be.
    done: usize,
    rejected: Vec<Rejected>,
}

impl<P: Listing, E> Items<P, E> {
    #[doc(hidden)]
    pub fn new(request: Request, decoder: Decoder<P>) -> Self {
        let pages = Pages::new(request, decoder);
        let (here, page) = (pages.next.clone(), Vec::new().into_iter());
        Self { pages, page, here, done: 0, rejected: Vec::new() }
    }

    /// Reads so many pages ahead of the one that is worked on; 1 unless set.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.pages = self.pages.prefetch(pages);
        self
    }

    /// Begins behind the last item of another stream. The request must be the same, with the same filters and the same
    /// limit: a token of another list is refused with the first item. It takes effect before the first item is asked for.
    pub fn resume(mut self, token: &ResumeToken) -> Self {
        self.pages = self.pages.resume(token);
        if let State::Ready(walk) = &self.pages.state {
            (self.here, self.done) = (walk.mark().clone(), token.skip);
        }
        self
    }

    /// What was set aside since this was asked last, on the pages that were read: with a
    /// [lenient](crate::ClientBuilder::lenient) call, items that do not decode. They are held until they are asked for.
    #[must_use]
    pub fn take_rejected(&mut self) -> Vec<Rejected> {
        std::mem::take(&mut self.rejected)
    }

    /// The place behind the last item that this stream gave.
    #[must_use]
    pub fn resume_token(&self) -> ResumeToken {
        if self.page.as_slice().is_empty() && self.here != self.pages.next {
            return self.pages.resume_token();
        }
        self.pages.token(self.here.clone(), self.done)
    }
}

impl<P: Page + Send + 'static, E: ErrorSet + Send + 'static> Items<P, E> {
    /// The next item; `None` behind the last one.
    ///
    /// Dropping the future loses nothing: the next one gives the same item.
    pub async fn next(&mut self) -> Option<Result<P::Item, OperationError<E>>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// The next item, or `Ok(None)` behind the last one: for `while let Some(item) = items.try_next().await?`.
    ///
    /// # Errors
    /// When a call fails for good.
    pub async fn try_next(&mut self) -> Result<Option<P::Item>, OperationError<E>> {
        self.next().await.transpose()
    }

    /// All that is left, in memory.
    ///
    /// # Errors
    /// When a call fails for good: then nothing of what was read is given.
    pub async fn collect(mut self) -> Result<Vec<P::Item>, OperationError<E>> {
        let mut items = Vec::new();
        while let Some(item) = self.try_next().await? {
            items.push(item);
        }
        Ok(items)
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P::Item, OperationError<E>>>> {
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
                    // The items that were done before, where a list is taken up again.
                    self.page.by_ref().take(skipped).for_each(drop);
                    (self.here, self.done) = (before, skipped);
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<P: Page + Send + 'static, E: ErrorSet + Send + 'static> Stream for Items<P, E> {
    type Item = Result<P::Item, OperationError<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<P: Listing, E> fmt::Debug for Items<P, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).finish_non_exhaustive()
    }
}

// Nothing in it is pinned.
impl<P: Listing, E> Unpin for Items<P, E> {}
