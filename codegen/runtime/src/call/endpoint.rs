//! Calls as futures.

mod several;

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use self::several::{all_pages, all_parts};
use crate::{
    call::{decode::Decoder, single::DecodeContext},
    transport::{error::Error, execute::execute, raw_response::RawResponse, request::Request, response::Response},
    wire::{listing::Page, spec::Operation},
};

/// The future of a call; created by awaiting a request.
///
/// It is `Send` and `Unpin`, whatever the type of its value.
#[must_use = "futures do nothing until they are awaited"]
pub struct CallFuture<T> {
    state: State<T>,
}

type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// The kinds of calls.
enum State<T> {
    /// One call.
    Single(Boxed<Result<RawResponse, Error>>, DecodeContext, Decoder<T>),
    /// Several calls, whose responses are merged.
    Several(Boxed<Result<Response<T>, Error>>, &'static Operation),
}

impl<T> CallFuture<T> {
    #[doc(hidden)]
    #[inline]
    pub fn new(request: Request, decoder: Decoder<T>) -> Self {
        let context = DecodeContext::of(&request);
        Self { state: State::Single(Box::pin(execute(request, decoder.accept, decoder.live)), context, decoder) }
    }
}

impl<T: Page + Send + 'static> CallFuture<T> {
    /// Creates the call of a list whose filters may be too long for one URL. If it is split, the response has
    /// everything that the parts find.
    #[doc(hidden)]
    #[inline]
    pub fn of_pages(request: Request, decoder: Decoder<T>) -> Self {
        if !request.is_long() {
            return Self::new(request, decoder);
        }
        let operation = request.operation();
        Self { state: State::Several(Box::pin(all_pages(request, decoder)), operation) }
    }
}

impl CallFuture<()> {
    /// Creates the call of an operation whose filters may be too long for one URL.
    #[doc(hidden)]
    #[inline]
    pub fn of_parts(request: Request, decoder: Decoder<()>) -> Self {
        if !request.is_long() {
            return Self::new(request, decoder);
        }
        let operation = request.operation();
        Self { state: State::Several(Box::pin(all_parts(request, decoder)), operation) }
    }
}

#[cfg(feature = "blocking")]
impl<T> CallFuture<T> {
    /// Sends the call, and blocks until the response arrives. Requires the feature `blocking`.
    ///
    /// # Errors
    /// Those of the call. Inside an async runtime, or if no thread can be started, an error of the kind
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration); nothing was sent then.
    pub fn wait(self) -> Result<Response<T>, Error> {
        let operation = self.operation();
        crate::transport::blocking::wait(self).unwrap_or_else(|error| Err(error.of(operation)))
    }
}

impl<T> Future for CallFuture<T> {
    type Output = Result<Response<T>, Error>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.state {
            State::Single(call, decoding, decoder) => {
                let response = ready!(call.as_mut().poll(context));
                Poll::Ready(decoding.decode(response, decoder))
            }
            State::Several(outcome, _) => outcome.as_mut().poll(context),
        }
    }
}

impl<T> CallFuture<T> {
    fn operation(&self) -> &'static Operation {
        match &self.state {
            State::Single(_, context, _) => context.operation(),
            State::Several(_, operation) => operation,
        }
    }
}

impl<T> fmt::Debug for CallFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").field("operation", &self.operation().name).finish_non_exhaustive()
    }
}
