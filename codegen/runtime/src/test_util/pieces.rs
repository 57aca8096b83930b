//! The body of a scripted response: whole, or in pieces with a wait before each.

use std::{
    collections::VecDeque,
    future::Future as _,
    io,
    num::NonZeroUsize,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use http_body::Frame;
use tokio::time::{Sleep, sleep};

/// Where a body is cut.
#[derive(Clone)]
pub(super) enum Cuts {
    Nowhere,
    /// After each `n` bytes.
    Every(NonZeroUsize),
    /// Into pieces of these lengths; the rest is one more.
    At(VecDeque<usize>),
}

/// A body that arrives in pieces, or fails after a part of it.
pub(super) struct Pieces {
    rest: Bytes,
    cuts: Cuts,
    interval: Duration,
    end: Option<io::ErrorKind>,
    wait: Wait,
}

/// The state of the wait before the next piece.
enum Wait {
    /// The body arrives all at once.
    Never,
    /// The wait has not begun.
    Due,
    /// The task was woken once.
    Yielded,
    Sleeping(Pin<Box<Sleep>>),
    /// The wait is over.
    Done,
}

impl Pieces {
    pub(super) fn new(body: Bytes, cuts: Cuts, interval: Duration, end: Option<io::ErrorKind>) -> Self {
        let wait = if matches!(cuts, Cuts::Nowhere) { Wait::Never } else { Wait::Due };
        Self { rest: body, cuts, interval, end, wait }
    }

    /// Is pending once before each piece, and once before the end.
    fn poll_wait(&mut self, context: &mut Context<'_>) -> Poll<()> {
        loop {
            match &mut self.wait {
                Wait::Never | Wait::Done => return Poll::Ready(()),
                Wait::Due if self.interval.is_zero() => {
                    self.wait = Wait::Yielded;
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Wait::Due => self.wait = Wait::Sleeping(Box::pin(sleep(self.interval))),
                Wait::Yielded => self.wait = Wait::Done,
                Wait::Sleeping(sleep) => {
                    std::task::ready!(sleep.as_mut().poll(context));
                    self.wait = Wait::Done;
                }
            }
        }
    }

    fn piece(&mut self) -> Option<Bytes> {
        let length = match &mut self.cuts {
            Cuts::Nowhere => self.rest.len(),
            Cuts::Every(length) => length.get(),
            Cuts::At(lengths) => lengths.pop_front().unwrap_or(self.rest.len()),
        };
        let piece = self.rest.split_to(length.min(self.rest.len()));
        (!piece.is_empty()).then_some(piece)
    }
}

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        std::task::ready!(self.poll_wait(context));
        if let Some(piece) = self.piece() {
            if matches!(self.wait, Wait::Done) {
                self.wait = Wait::Due;
            }
            return Poll::Ready(Some(Ok(Frame::data(piece))));
        }
        Poll::Ready(self.end.map(|end| Err(end.into())))
    }
}
