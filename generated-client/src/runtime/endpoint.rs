//! From a request to a typed result.

use std::{
    fmt,
    future::Future,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use super::{Answer, Decoder, ErrorSet, Operation, Request, drift, execute::execute, trace};
use crate::{Error, OperationError, Response};

/// A call on its way; made by awaiting a request.
///
/// It is `Send` and `Unpin`, whatever the types of its value and errors.
#[must_use = "futures do nothing until they are awaited"]
pub struct CallFuture<T, E> {
    operation: &'static Operation,
    answer: Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>,
    read: fn(&Answer) -> Result<T, super::DecodeFailure>,
    error: PhantomData<fn() -> E>,
}

impl<T, E> CallFuture<T, E> {
    #[doc(hidden)]
    #[inline]
    pub fn new(request: Request, decoder: Decoder<T>) -> Self {
        Self {
            operation: request.operation(),
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
        Poll::Ready(finish(self.operation, answer, self.read))
    }
}

/// Makes of an answer what the operation promises.
fn finish<T, E: ErrorSet>(
    operation: &'static Operation,
    answer: Result<Answer, Error>,
    read: fn(&Answer) -> Result<T, super::DecodeFailure>,
) -> Result<Response<T>, OperationError<E>> {
    let answer = answer.map_err(|error| OperationError::new(error, None))?;
    if !answer.meta.status().is_success() {
        let api = E::read(answer.status(), &answer.body);
        return Err(OperationError::new(Error::api(operation, answer), Some(api)));
    }
    let (value, drift) = drift::collect(|| read(&answer));
    trace::drift(operation, &drift);
    match value {
        Ok(value) => Ok(Response { value, meta: answer.meta.with_drift(drift) }),
        Err(failure) => Err(OperationError::new(Error::decode(operation, answer, failure), None)),
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
/// The decoders are `json T`, `json_or_empty T`, `json_or_none T` (an `Option<T>`), `first T` and `first_or_none T` (an
/// `Option` of what the list `T` holds), `outputs T`, `empty`, `bytes` and `text`. The builder has the request in its field `request`, made for the operation named.
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
                $crate::CallFuture::new(self.request, $crate::__endpoint!(@decoder $decoder $($value)?))
            }
        })*
    };

    (@decoder first $list:ty) => { $crate::runtime::Decoder::first::<$list>() };
    (@decoder first_or_none $list:ty) => { $crate::runtime::Decoder::first_or_none::<$list>() };
    (@decoder $decoder:ident $($value:ty)?) => { $crate::runtime::Decoder::$decoder() };

    (@value json $value:ty) => { $value };
    (@value json_or_empty $value:ty) => { $value };
    (@value json_or_none $value:ty) => { ::core::option::Option<$value> };
    (@value first $list:ty) => { ::core::option::Option<<$list as $crate::runtime::Listing>::Item> };
    (@value first_or_none $list:ty) => { ::core::option::Option<<$list as $crate::runtime::Listing>::Item> };
    (@value outputs $value:ty) => { $value };
    (@value empty) => { () };
    (@value bytes) => { $crate::runtime::Bytes };
    (@value text) => { ::std::string::String };
}
