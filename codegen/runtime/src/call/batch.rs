//! More items than fit into one call.

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

/// Any number of items, sent in as many calls as it takes: a [`Stream`] of one [`Outcome`] an item.
///
/// It is made by the methods of a resource whose names end in `batches`, of an iterator or a stream of items, and sends
/// nothing before it is polled. Calls are as large as the API allows, and as many run at once as it allows. Items are
/// taken from their source only when there is room for them, so that memory does not grow with their number. Outcomes
/// come as the calls end, each with the index of its item, and the item.
///
/// - An item that breaks the limits of the specification fails by itself, and is not sent.
/// - Where the API does all of a call or nothing, and refuses one because of an item, the other items are sent again
///   without it ([`isolate`](Self::isolate)).
/// - When there is no point in going on, because the token is refused (401, 403) or three calls in a row, in the order in
///   which they end, end with 503, no more calls are made: the rest is [`NotAttempted`](ItemResult::NotAttempted).
///
/// The calls run as tasks of their own, and are cut off when this is dropped: what they were about may have been
/// carried out or not.
#[must_use = "a stream does nothing until it is polled"]
pub struct Batches<I, A: Listing> {
    source: Pin<Box<dyn Stream<Item = I> + Send>>,
    /// How many items it has given, and whether that is all.
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

/// Items of a call where the specification does not limit them.
const SIZE: usize = 10;
/// Calls at once where the specification does not limit them.
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

    /// Sends so many items in a call; as many as the API allows unless set, and 10 where no limit is known. More than the
    /// API allows are not sent.
    pub fn batch_size(mut self, items: usize) -> Self {
        let most = self.call.request.operation().items_per_call.and_then(|most| usize::try_from(most).ok());
        self.size = items.clamp(1, most.unwrap_or(usize::MAX));
        self
    }

    /// Makes so many calls at once; as many as the API allows unless set, and 3 where no limit is known. A client never
    /// makes more calls of an operation than the API allows, whatever is set here.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.at_once = calls.max(1);
        self
    }

    /// Whether the other items of a call are sent again without the bad one, where the API carries out all of a call or
    /// nothing. They are unless set. With `false` they are [`NotAttempted`](ItemResult::NotAttempted).
    ///
    /// The API's answer tells which item was bad; if it does not, the call is halved until it shows. Where an earlier
    /// attempt may have taken effect, only idempotent calls are sent again.
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
    /// The outcome of one more item; `None` when all have theirs.
    ///
    /// Dropping the future loses nothing: the next one gives the same outcome.
    pub async fn next(&mut self) -> Option<Outcome<I, A::Item>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// All outcomes, in the order of the items. They are held in memory, with their items.
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
                    // Of a layer of the client, or of an item's own code: it is the caller's.
                    Ok(panic) => resume_unwind(panic),
                    // Its runtime has shut down, and this one is polled from another.
                    Err(_) => self.stopped = Some(Arc::new(self.call.fails(Error::no_runtime()))),
                },
                Poll::Ready(None) if self.is_over && self.waiting.is_empty() => return Poll::Ready(None),
                // The source has registered to be asked again.
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
                    // Whoever is slow need not wait for a call to be full, as long as nothing else is on its way.
                    if self.running.is_empty() {
                        self.start();
                    }
                    // What waits for a call that will not be made is told so now.
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
            let problem = FieldProblem { field: field.to_owned(), text: text.to_owned(), is_known: true };
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

// Nothing in it is pinned by itself.
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
