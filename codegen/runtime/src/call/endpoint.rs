//! From a request to a typed result.

mod several;

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use self::several::{all_pages, all_parts};
use crate::{
    call::{decode::Decoder, single::Finish},
    transport::{answer::Answer, error::Error, execute::execute, request::Request, response::Response},
    wire::{listing::Page, spec::Operation},
};

/// A call on its way; made by awaiting a request.
///
/// It is `Send` and `Unpin`, whatever the type of its value.
#[must_use = "futures do nothing until they are awaited"]
pub struct CallFuture<T> {
    way: Way<T>,
}

type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send>>;

enum Way<T> {
    /// One call.
    Single(Boxed<Result<Answer, Error>>, Finish, Decoder<T>),
    /// Several, whose answers are made one.
    Several(Boxed<Result<Response<T>, Error>>, &'static Operation),
}

impl<T> CallFuture<T> {
    #[doc(hidden)]
    #[inline]
    pub fn new(request: Request, decoder: Decoder<T>) -> Self {
        let finish = Finish::of(&request);
        Self { way: Way::Single(Box::pin(execute(request, decoder.accept, decoder.live)), finish, decoder) }
    }
}

impl<T: Page + Send + 'static> CallFuture<T> {
    /// Of a list whose filters may be too long for one call: then the answer is everything that they find.
    #[doc(hidden)]
    #[inline]
    pub fn of_pages(request: Request, decoder: Decoder<T>) -> Self {
        if !request.is_long() {
            return Self::new(request, decoder);
        }
        let operation = request.operation();
        Self { way: Way::Several(Box::pin(all_pages(request, decoder)), operation) }
    }
}

impl CallFuture<()> {
    /// Of an operation whose filters may be too long for one call.
    #[doc(hidden)]
    #[inline]
    pub fn of_parts(request: Request, decoder: Decoder<()>) -> Self {
        if !request.is_long() {
            return Self::new(request, decoder);
        }
        let operation = request.operation();
        Self { way: Way::Several(Box::pin(all_parts(request, decoder)), operation) }
    }
}

#[cfg(feature = "blocking")]
impl<T> CallFuture<T> {
    /// Sends the call and blocks until the answer is there. With the feature `blocking`.
    ///
    /// # Errors
    /// Those of the call; and inside an async runtime, or where no thread can be started, one of the kind
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), with nothing sent.
    pub fn wait(self) -> Result<Response<T>, Error> {
        let operation = self.operation();
        crate::transport::blocking::wait(self).unwrap_or_else(|error| Err(error.of(operation)))
    }
}

impl<T> Future for CallFuture<T> {
    type Output = Result<Response<T>, Error>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.way {
            Way::Single(answer, finish, decoder) => {
                let answer = ready!(answer.as_mut().poll(context));
                Poll::Ready(finish.apply(answer, decoder))
            }
            Way::Several(outcome, _) => outcome.as_mut().poll(context),
        }
    }
}

impl<T> CallFuture<T> {
    fn operation(&self) -> &'static Operation {
        match &self.way {
            Way::Single(_, finish, _) => finish.operation(),
            Way::Several(_, operation) => operation,
        }
    }
}

impl<T> fmt::Debug for CallFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").field("operation", &self.operation().name).finish_non_exhaustive()
    }
}
