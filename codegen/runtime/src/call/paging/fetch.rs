//! Reads pages ahead of their consumer, in a task, so that a call in flight makes progress and returns its permits
//! while the consumer is busy.

use std::{
    future::Future as _,
    panic::resume_unwind,
    pin::Pin,
    task::{Context, Poll, ready},
};

use tokio::{
    runtime::Handle,
    sync::mpsc::{self, UnboundedReceiver, UnboundedSender},
    task::{JoinError, JoinHandle},
};

use super::{
    guard::list_text,
    walk::{Mark, Position, Walk},
};
use crate::{
    call::{decode::Decoder, single},
    transport::{error::Error, response::Response, trace},
    wire::listing::Page,
};

/// A page, and the position of the next one.
pub(super) struct Found<P> {
    pub(super) page: Response<P>,
    pub(super) next: Mark,
}

type Outcome<P> = Result<Found<P>, Error>;

/// The task that reads pages; it ends when this is dropped.
pub(super) struct Fetch<P> {
    found: UnboundedReceiver<Outcome<P>>,
    demand: UnboundedSender<()>,
    /// The pages that were asked for and have not arrived yet.
    outstanding: usize,
    task: JoinHandle<()>,
}

impl<P: Page + Send + 'static> Fetch<P> {
    pub(super) fn start(walk: Walk, decoder: Decoder<P>) -> Result<Self, Error> {
        let runtime = Handle::try_current().map_err(|_| Error::no_runtime())?;
        let ((demand, demanded), (send, found)) = (mpsc::unbounded_channel(), mpsc::unbounded_channel());
        let task = runtime.spawn(trace::inherit(run(walk, decoder, demanded, send)));
        Ok(Self { found, demand, outstanding: 0, task })
    }

    /// Polls for the next page, and asks for `ahead` more.
    pub(super) fn poll(&mut self, context: &mut Context<'_>, ahead: usize) -> Poll<Outcome<P>> {
        if self.outstanding == 0 {
            self.ask();
        }
        let outcome = ready!(self.found.poll_recv(context));
        self.outstanding = self.outstanding.saturating_sub(1);
        if let Some(Ok(_)) = outcome {
            while self.outstanding < ahead {
                self.ask();
            }
        }
        if let Some(outcome) = outcome {
            return Poll::Ready(outcome);
        }
        // The task always sends why it ends, unless it panics or its runtime ends.
        match ready!(Pin::new(&mut self.task).poll(context)).map_err(JoinError::try_into_panic) {
            // A layer of the client or the callback for drift has panicked: the caller gets the panic.
            Err(Ok(panic)) => resume_unwind(panic),
            Ok(()) | Err(Err(_)) => Poll::Ready(Err(Error::no_runtime())),
        }
    }

    fn ask(&mut self) {
        self.outstanding += 1;
        // A task that has ended has left its last page or error in the other channel.
        let _ = self.demand.send(());
    }
}

impl<P> Drop for Fetch<P> {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn run<P: Page>(
    mut walk: Walk,
    decoder: Decoder<P>,
    mut demanded: UnboundedReceiver<()>,
    found: UnboundedSender<Outcome<P>>,
) {
    let mut fault = None;
    while demanded.recv().await.is_some() {
        if let Some(error) = fault {
            let _ = found.send(Err(error));
            return;
        }
        let Some(request) = walk.request() else { return };
        let outcome = single::call(request, &decoder).await.map(|called| {
            let page = called.response;
            // Items that were set aside count: without them a full page would be taken for the last one.
            let items = page.items().len() + page.rejected().iter().filter(|it| it.is_item).count();
            fault = walk.advance(page.info(), items, || list_text(P::KEY, &called.text)).err();
            Found { page, next: walk.mark().clone() }
        });
        let is_last = outcome.as_ref().map_or(true, |found| fault.is_none() && found.next.position == Position::End);
        if found.send(outcome).is_err() || is_last {
            return;
        }
    }
}
