//! Any number of items, in as many calls as it takes.

mod call;
mod closed;
mod outcome;
mod pair;
mod source;

use std::{
    collections::VecDeque,
    fmt,
    future::poll_fn,
    mem,
    panic::resume_unwind,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use futures_core::Stream;
use serde::Serialize;
use tokio::{runtime::Handle, task::JoinSet};

use self::{
    call::{Call, Sent},
    closed::Closed,
};
pub use self::{
    outcome::{FieldProblem, ItemError, ItemResult, Outcome},
    source::IntoItems,
};
use crate::{
    call::decode::Decoder,
    transport::{error::Error, request::Request, trace},
    types::check::{At, Check, Limits},
    wire::listing::Listing,
};

/// Sends any number of items, in as many calls as it takes: a [`Stream`] of one [`Outcome`] per item.
///
/// It is created by the methods of a resource whose names end in `batches`, from an iterator or a stream of items. It
/// sends nothing before it is polled. The source must own its items (`'static`), because calls run as tasks: collect an
/// iterator that borrows into a `Vec` first. Calls are as large as the API allows, and as many run at once as it allows. Items
/// are taken from their source only when there is room for them, so memory does not grow with their number. Outcomes
/// arrive as the calls end, each with the item and its index.
///
/// - An item that violates the limits of the specification fails on its own, and is not sent.
/// - If the API processes a call as a whole and refuses one because of an item, the other items are sent again without it ([`isolate`](Self::isolate)).
/// - If further calls are pointless, no more are made, and the remaining items are [`NotAttempted`](ItemResult::NotAttempted). That is the case when the token is refused (401, 403), and when three calls in a row end with 503.
///
/// The calls run as tasks of their own, and are cancelled when the stream is dropped. Calls that were in flight may
/// then have taken effect.
#[must_use = "streams do nothing unless polled"]
pub struct Batches<I, A: Listing> {
    source: Pin<Box<dyn Stream<Item = I> + Send>>,
    /// How many items the source has returned.
    taken: usize,
    is_over: bool,
    /// The items of the next call.
    waiting: Vec<(usize, I)>,
    running: JoinSet<Sent<I, A::Item>>,
    ready: VecDeque<Outcome<I, A::Item>>,
    /// Why no more calls are made.
    stopped: Option<Arc<Error>>,
    closed: Closed,
    size: usize,
    at_once: usize,
    call: Call<A>,
}

/// The number of items in a call if the specification does not limit it.
const SIZE: usize = 10;
/// The number of concurrent calls if the specification does not limit it.
const AT_ONCE: usize = 3;

impl<I, A: Listing> Batches<I, A>
where
    I: 'static,
    A::Item: 'static,
{
    #[doc(hidden)]
    pub fn new<M>(request: Request, items: impl IntoItems<I, M>, decoder: Decoder<A>) -> Self {
        let operation = request.operation();
        let number = |count: Option<u32>| count.and_then(|count| usize::try_from(count).ok());
        Self {
            source: items.into_items(),
            taken: 0,
            is_over: false,
            waiting: Vec::new(),
            running: JoinSet::new(),
            ready: VecDeque::new(),
            stopped: None,
            closed: Closed::default(),
            size: number(operation.items_per_call).unwrap_or(SIZE).max(1),
            at_once: number(operation.concurrency).unwrap_or(AT_ONCE).max(1),
            call: Call { request, limits: Limits::NONE, decoder, isolates: true },
        }
    }

    #[doc(hidden)]
    pub fn within(mut self, limits: Limits) -> Self {
        self.call.limits = limits;
        self
    }

    /// Sets the number of items in a call. By default, and at most, it is what the API allows; if no limit is known,
    /// 10.
    pub fn batch_size(mut self, items: usize) -> Self {
        let most = self.call.request.operation().items_per_call.and_then(|most| usize::try_from(most).ok());
        self.size = items.clamp(1, most.unwrap_or(usize::MAX));
        self
    }

    /// Sets the number of concurrent calls. By default it is what the API allows, or 3 if no limit is known. A client
    /// never makes more concurrent calls of an operation than the API allows.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.at_once = calls.max(1);
        self
    }

    /// Sets whether the other items of a call are sent again without the one that was refused, if the API processes a
    /// call as a whole. By default they are. With `false` they are [`NotAttempted`](ItemResult::NotAttempted).
    ///
    /// The response tells which item was refused; if it does not, the call is split in halves until that is found. If
    /// an earlier attempt may have taken effect, only idempotent calls are sent again.
    pub fn isolate(mut self, isolates: bool) -> Self {
        self.call.isolates = isolates;
        self
    }
}

impl<I, A> Batches<I, A>
where
    I: Serialize + Check + Send + Sync + 'static,
    A: Listing + 'static,
    A::Item: Serialize + Send + 'static,
{
    /// Returns the next outcome, or `None` when all items have theirs.
    ///
    /// Cancel safe: if the future is dropped, the next call returns the same outcome.
    pub async fn next(&mut self) -> Option<Outcome<I, A::Item>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// Returns all outcomes, in the order of the items. They are held in memory, with their items.
    pub async fn collect(mut self) -> Vec<Outcome<I, A::Item>> {
        let mut outcomes = Vec::new();
        while let Some(outcome) = self.next().await {
            outcomes.push(outcome);
        }
        outcomes.sort_unstable_by_key(|outcome| outcome.index);
        outcomes
    }

    pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Outcome<I, A::Item>>> {
        loop {
            if let Some(outcome) = self.ready.pop_front() {
                return Poll::Ready(Some(outcome));
            }
            self.fill(context);
            if !self.ready.is_empty() {
                continue;
            }
            match self.running.poll_join_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(Ok(sent))) => {
                    self.ready.extend(sent.outcomes);
                    self.closed.add(sent.closed);
                    self.stopped = self.stopped.take().or(sent.stop).or_else(|| self.closed.error().cloned());
                }
                Poll::Ready(Some(Err(ended))) => match ended.try_into_panic() {
                    // A layer of the client or the code of an item has panicked: the caller gets the panic.
                    Ok(panic) => resume_unwind(panic),
                    // The runtime of the task has shut down, and the stream is polled from another one.
                    Err(_) => self.stopped = Some(Arc::new(self.call.fails(Error::no_runtime()))),
                },
                Poll::Ready(None) if self.is_over && self.waiting.is_empty() => return Poll::Ready(None),
                // The source has registered the waker.
                Poll::Ready(None) => return Poll::Pending,
            }
        }
    }

    /// Takes items for as many calls as may run, and starts these.
    fn fill(&mut self, context: &mut Context<'_>) {
        while self.ready.is_empty() && (self.running.len() < self.at_once || self.stopped.is_some()) {
            if let Some(error) = &self.stopped {
                let skipped = |(index, item)| Outcome::not_attempted(index, item, error);
                self.ready.extend(mem::take(&mut self.waiting).into_iter().map(skipped));
                if !self.ready.is_empty() {
                    return;
                }
            }
            if self.is_over {
                return;
            }
            match self.source.as_mut().poll_next(context) {
                Poll::Ready(Some(item)) => self.take(item),
                Poll::Ready(None) => {
                    self.is_over = true;
                    self.start();
                }
                Poll::Pending => {
                    // A slow source does not delay items until a call is full, as long as no call is running.
                    if self.running.is_empty() {
                        self.start();
                    }
                    // Items of a call that will not be made get their outcomes now.
                    if self.waiting.is_empty() || self.stopped.is_none() {
                        return;
                    }
                }
            }
        }
    }

    fn take(&mut self, item: I) {
        let index = self.taken;
        self.taken += 1;
        if self.stopped.is_some() {
            return self.waiting.push((index, item));
        }
        let limits = self.call.limits.of_elements();
        let body = At::Root("body");
        if let Err(violation) = item.check(limits, body.index(index)) {
            let (field, text) = violation.within(body.index(index));
            let problem =
                FieldProblem { field: field.to_owned(), text: text.to_owned(), key: String::new(), is_known: true };
            let error = Arc::new(self.call.fails(Error::invalid_request(&violation)));
            return self.ready.push_back(Outcome::failed(index, item, &error, vec![problem]));
        }
        self.waiting.push((index, item));
        if self.waiting.len() >= self.size {
            self.start();
        }
    }

    fn start(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        match Handle::try_current() {
            Ok(runtime) => {
                let call = self.call.clone().send(mem::take(&mut self.waiting));
                self.running.spawn_on(trace::inherit(call), &runtime);
            }
            Err(_) => self.stopped = Some(Arc::new(self.call.fails(Error::no_runtime()))),
        }
    }
}

impl<I, A> Stream for Batches<I, A>
where
    I: Serialize + Check + Send + Sync + 'static,
    A: Listing + 'static,
    A::Item: Serialize + Send + 'static,
{
    type Item = Outcome<I, A::Item>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

// None of its fields is structurally pinned.
impl<I, A: Listing> Unpin for Batches<I, A> {}

impl<I, A: Listing> fmt::Debug for Batches<I, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batches")
            .field("operation", &self.call.request.operation().name)
            .field("batch_size", &self.size)
            .field("concurrency", &self.at_once)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
