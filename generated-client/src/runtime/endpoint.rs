//! From a request to a typed result.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;

use super::{Answer, Decoder, ErrorSet, Operation, Page, Request, Violation, drift, execute::execute, trace};
use crate::{Error, OperationError, Pages, Response};

/// A call on its way; made by awaiting a request.
///
/// It is `Send` and `Unpin`, whatever the types of its value and errors.
#[must_use = "futures do nothing until they are awaited"]
pub struct CallFuture<T, E> {
    operation: &'static Operation,
    way: Way<T, E>,
}

type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send>>;

enum Way<T, E> {
    /// One call.
    Single(Boxed<Result<Answer, Error>>, fn(&Answer) -> Result<T, super::DecodeFailure>),
    /// Several, whose answers are made one.
    Several(Boxed<Result<Response<T>, OperationError<E>>>),
}

impl<T, E> CallFuture<T, E> {
    #[doc(hidden)]
    #[inline]
    pub fn new(request: Request, decoder: Decoder<T>) -> Self {
        let operation = request.operation();
        Self { operation, way: Way::Single(Box::pin(execute(request, decoder.accept)), decoder.read) }
    }
}

impl<T: Page + Send + 'static, E: ErrorSet + Send + 'static> CallFuture<T, E> {
    /// Of a list whose filters may be too long for one call: then the answer is everything that they find.
    #[doc(hidden)]
    #[inline]
    pub fn of_pages(request: Request, decoder: Decoder<T>) -> Self {
        if !request.is_long() {
            return Self::new(request, decoder);
        }
        Self { operation: request.operation(), way: Way::Several(Box::pin(all_pages(request, decoder))) }
    }
}

impl<E: ErrorSet + Send + 'static> CallFuture<(), E> {
    /// Of an operation whose filters may be too long for one call.
    #[doc(hidden)]
    #[inline]
    pub fn of_parts(request: Request, decoder: Decoder<()>) -> Self {
        if !request.is_long() {
            return Self::new(request, decoder);
        }
        Self { operation: request.operation(), way: Way::Several(Box::pin(all_parts(request, decoder))) }
    }
}

/// All pages as one, with what came beside the last of them.
async fn all_pages<T: Page + Send + 'static, E: ErrorSet + Send + 'static>(
    request: Request,
    decoder: Decoder<T>,
) -> Result<Response<T>, OperationError<E>> {
    let operation = request.operation();
    let parts = request.clone().into_parts().map_err(|violation| invalid(operation, &violation))?;
    if parts.len() == 1 {
        return call(request, &decoder).await.map(|(response, _)| response);
    }
    let mut pages = Pages::<T, E>::new(request, decoder).prefetch(0);
    let mut whole: Option<Response<T>> = None;
    while let Some(page) = pages.try_next().await? {
        match &mut whole {
            None => whole = Some(page),
            Some(whole) => {
                let (value, meta) = (page.value, page.meta);
                whole.value.add_items(value.into_items());
                whole.meta = meta.with_earlier_drift(whole.meta.drift());
            }
        }
    }
    // There is a page, if only an empty one.
    let mut whole = whole.ok_or_else(|| OperationError::new(Error::endless_pages().of(operation), None))?;
    whole.value.settle();
    Ok(whole)
}

/// One part after the other, until one fails; with what came beside the last.
async fn all_parts<E: ErrorSet>(request: Request, decoder: Decoder<()>) -> Result<Response<()>, OperationError<E>> {
    let operation = request.operation();
    let parts = request.into_parts().map_err(|violation| invalid(operation, &violation))?;
    let count = parts.len();
    let mut last = None;
    for (done, part) in parts.into_iter().enumerate() {
        let (response, _) = call(part, &decoder).await.map_err(|error| error.after(done, count))?;
        last = Some(response);
    }
    last.ok_or_else(|| OperationError::new(Error::endless_pages().of(operation), None))
}

fn invalid<E>(operation: &'static Operation, violation: &Violation) -> OperationError<E> {
    OperationError::new(Error::invalid_request(violation).of(operation), None)
}

/// Makes one call; gives the text of its answer, too.
pub(crate) async fn call<T, E: ErrorSet>(
    request: Request,
    decoder: &Decoder<T>,
) -> Result<(Response<T>, Bytes), OperationError<E>> {
    let operation = request.operation();
    let answer = execute(request, decoder.accept).await;
    let text = answer.as_ref().map(|answer| answer.body.clone()).unwrap_or_default();
    finish(operation, answer, decoder.read).map(|response| (response, text))
}

impl<T, E: ErrorSet> Future for CallFuture<T, E> {
    type Output = Result<Response<T>, OperationError<E>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let operation = self.operation;
        match &mut self.way {
            Way::Single(answer, read) => {
                let answer = ready!(answer.as_mut().poll(context));
                Poll::Ready(finish(operation, answer, *read))
            }
            Way::Several(outcome) => outcome.as_mut().poll(context),
        }
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
/// The decoders are `json T`, `json_or_null T`, `json_or_empty T`, `json_or_none T` (an `Option<T>`), `first T` and `first_or_none T` (an
/// `Option` of what the list `T` holds), `outputs T`, `empty`, `bytes` and `text`. The builder has the request in its
/// field `request`, made for the operation named.
#[doc(hidden)]
#[macro_export]
macro_rules! __endpoint {
    ($($builder:ident: $operation:ident => $decoder:ident $($value:ty)?, $error:ty $(, $several:ident)?;)*) => {
        $($crate::__endpoint!(@more [$($several)?] $builder $decoder [$($value)?] $error);

        impl $builder {
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
                $crate::__endpoint!(@call $($several)?)(self.request, $crate::__endpoint!(@decoder $decoder $($value)?))
            }
        })*
    };

    (@decoder first $list:ty) => { $crate::runtime::Decoder::first::<$list>() };
    (@decoder first_or_none $list:ty) => { $crate::runtime::Decoder::first_or_none::<$list>() };
    (@decoder $decoder:ident $($value:ty)?) => { $crate::runtime::Decoder::$decoder() };

    (@call) => { $crate::CallFuture::new };
    (@call pages) => { $crate::CallFuture::of_pages };
    (@call parts) => { $crate::CallFuture::of_parts };

    (@more [pages] $builder:ident $decoder:ident [$page:ty] $error:ty) => {
        impl $builder {
            /// The pages of the whole list, one after the other.
            #[inline]
            pub fn pages(self) -> $crate::Pages<$page, $error> {
                $crate::Pages::new(self.request, $crate::runtime::Decoder::$decoder())
            }

            /// The items of the whole list, page after page, in constant memory.
            #[inline]
            pub fn stream(self) -> $crate::Items<$page, $error> {
                $crate::Items::new(self.request, $crate::runtime::Decoder::$decoder())
            }
        }
    };
    (@more $($none:tt)*) => {};

    (@value json $value:ty) => { $value };
    (@value json_or_null $value:ty) => { $value };
    (@value json_or_empty $value:ty) => { $value };
    (@value json_or_none $value:ty) => { ::core::option::Option<$value> };
    (@value first $list:ty) => { ::core::option::Option<<$list as $crate::runtime::Listing>::Item> };
    (@value first_or_none $list:ty) => { ::core::option::Option<<$list as $crate::runtime::Listing>::Item> };
    (@value outputs $value:ty) => { $value };
    (@value empty) => { () };
    (@value bytes) => { $crate::runtime::Bytes };
    (@value text) => { ::std::string::String };
}
