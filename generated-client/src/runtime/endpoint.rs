//! From a request to a typed result.

use std::{
    fmt,
    future::Future,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use super::{Answer, Decoder, ErrorSet, Operation, Request, StatusRange, drift, execute::execute, trace};
use crate::{Drift, DriftReport, Error, OperationError, Response, drift::OnDrift};

/// A call on its way; made by awaiting a request.
///
/// It is `Send` and `Unpin`, whatever the types of its value and errors.
#[must_use = "futures do nothing until they are awaited"]
pub struct CallFuture<T, E> {
    operation: &'static Operation,
    answer: Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>,
    read: fn(&Answer) -> Result<T, super::DecodeFailure>,
    on_drift: Option<OnDrift>,
    error: PhantomData<fn() -> E>,
}

impl<T, E> CallFuture<T, E> {
    #[doc(hidden)]
    #[inline]
    pub fn new(request: Request, decoder: Decoder<T>) -> Self {
        Self {
            operation: request.operation(),
            on_drift: request.core().on_drift().cloned(),
            answer: Box::pin(execute(request, decoder.accept)),
            read: decoder.read,
            error: PhantomData,
        }
    }
}

impl<T, E: ErrorSet> Future for CallFuture<T, E> {
    type Output = Result<Response<T>, OperationError<E>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = ready!(self.answer.as_mut().poll(context));
        Poll::Ready(finish(self.operation, answer, self.read, self.on_drift.as_ref()))
    }
}

/// Makes of an answer what the operation promises.
fn finish<T, E: ErrorSet>(
    operation: &'static Operation,
    answer: Result<Answer, Error>,
    read: fn(&Answer) -> Result<T, super::DecodeFailure>,
    on_drift: Option<&OnDrift>,
) -> Result<Response<T>, OperationError<E>> {
    let mut answer = answer.map_err(|error| OperationError::new(error, None))?;
    if !answer.meta.status().is_success() {
        let (api, drift) = drift::collect(|| E::read(answer.status(), &answer.body));
        note(operation, &mut answer, drift, E::STATUSES, E::NAME, on_drift);
        return Err(OperationError::new(Error::api(operation, answer), Some(api)));
    }
    let (value, drift) = drift::collect(|| read(&answer));
    note(operation, &mut answer, drift, operation.successes, E::NAME, on_drift);
    match value {
        Ok(value) => Ok(Response { value, meta: answer.meta }),
        Err(failure) => Err(OperationError::new(Error::decode(operation, answer, failure), None)),
    }
}

/// Keeps the drift of an answer with it, and tells of it.
fn note(
    operation: &'static Operation,
    answer: &mut Answer,
    mut drift: Vec<Drift>,
    declared: &[StatusRange],
    error: &'static str,
    on_drift: Option<&OnDrift>,
) {
    let status = answer.meta.status();
    if StatusRange::choose(declared, status.as_u16()).is_none() {
        drift.insert(0, Drift::undeclared_status(error, status));
    }
    if drift.is_empty() {
        return;
    }
    answer.meta.set_drift(drift);
    let report = DriftReport { operation, meta: &answer.meta };
    trace::drift(&report);
    if let Some(tell) = on_drift {
        tell(&report);
    }
}

impl<T, E> fmt::Debug for CallFuture<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").field("operation", &self.operation.name).finish_non_exhaustive()
    }
}

/// Lets a request builder be awaited:
/// `rt::endpoint! { ListCustomers: LIST_CUSTOMERS => json CustomerPage, ListCustomersError; }`.
///
/// The decoders are `json T`, `json_or_empty T`, `json_or_none T` (an `Option<T>`), `outputs T`, `empty`,
/// `bytes` and `text`. The builder has the request in its field `request`, made for the operation named.
#[doc(hidden)]
#[macro_export]
macro_rules! __endpoint {
    ($($builder:ident: $operation:ident => $decoder:ident $($value:ty)?, $error:ty;)*) => {
        $(impl $builder {
            /// Settings of this call alone, in place of those of the client.
            #[inline]
            pub fn with(mut self, options: $crate::CallOptions) -> Self {
                self.request.set_options(options);
                self
            }
        }

        impl ::core::future::IntoFuture for $builder {
            type Output = ::core::result::Result<
                $crate::Response<$crate::__endpoint!(@value $decoder $($value)?)>,
                $crate::OperationError<$error>,
            >;
            type IntoFuture = $crate::CallFuture<$crate::__endpoint!(@value $decoder $($value)?), $error>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                $crate::CallFuture::new(self.request, $crate::runtime::Decoder::$decoder())
            }
        })*
    };

    (@value json $value:ty) => { $value };
    (@value json_or_empty $value:ty) => { $value };
    (@value json_or_none $value:ty) => { ::core::option::Option<$value> };
    (@value outputs $value:ty) => { $value };
    (@value empty) => { () };
    (@value bytes) => { $crate::runtime::Bytes };
    (@value text) => { ::std::string::String };
}
