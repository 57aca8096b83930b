//! The body of a response, which may stall or be cut off.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::time::{Sleep, sleep};

/// A body in parts.
pub(super) struct Body<T> {
    parts: VecDeque<Part>,
    /// The declared length, if any.
    length: Option<u64>,
    /// Dropped when the last part has been polled.
    until_sent: Option<T>,
}

enum Part {
    Bytes(Bytes),
    Wait(Pin<Box<Sleep>>),
    Cut,
}

/// The error that cuts the connection.
#[derive(Debug)]
pub(super) struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a fault cuts the connection")
    }
}

impl std::error::Error for Cut {}

impl<T> Body<T> {
    pub(super) fn whole(bytes: Bytes, until_sent: T) -> Self {
        let length = bytes.len() as u64;
        let parts = if bytes.is_empty() { VecDeque::new() } else { VecDeque::from([Part::Bytes(bytes)]) };
        // hyper does not poll an empty body.
        let until_sent = Some(until_sent).filter(|_| length > 0);
        Self { parts, length: Some(length), until_sent }
    }

    /// Sends one half, and the other after a while.
    pub(super) fn stalled(mut bytes: Bytes, pause: Duration, until_sent: T) -> Self {
        let length = bytes.len() as u64;
        let half = bytes.split_to(bytes.len() / 2);
        let parts = VecDeque::from([Part::Bytes(half), Part::Wait(Box::pin(sleep(pause))), Part::Bytes(bytes)]);
        Self { parts, length: Some(length), until_sent: Some(until_sent) }
    }

    /// Removes the declared length.
    pub(super) fn without_length(self) -> Self {
        Self { length: None, ..self }
    }

    /// Sends one half, and then fails.
    pub(super) fn cut(bytes: Bytes, until_sent: T) -> Self {
        let mut body = Self::stalled(bytes, Duration::from_millis(20), until_sent);
        // The pause lets the half go out before the connection ends.
        body.parts.pop_back();
        body.parts.push_back(Part::Cut);
        body
    }
}

impl<T: Unpin> http_body::Body for Body<T> {
    type Data = Bytes;
    type Error = Cut;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Cut>>> {
        let body = self.get_mut();
        loop {
            let part = match body.parts.front_mut() {
                None => None,
                Some(Part::Wait(pause)) => {
                    if pause.as_mut().poll(context).is_pending() {
                        return Poll::Pending;
                    }
                    body.parts.pop_front();
                    continue;
                }
                Some(Part::Bytes(bytes)) => Some(Ok(Frame::data(std::mem::take(bytes)))),
                Some(Part::Cut) => Some(Err(Cut)),
            };
            body.parts.pop_front();
            if body.parts.is_empty() {
                body.until_sent = None;
            }
            return Poll::Ready(part);
        }
    }

    fn is_end_stream(&self) -> bool {
        self.parts.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
