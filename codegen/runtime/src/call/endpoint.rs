//! From a request to a typed result.

mod finish;
mod several;

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

pub(crate) use self::several::{Called, call};
use self::{
    finish::Finish,
    several::{all_pages, all_parts},
};
use crate::{
    call::{decode::Decoder, errors::ErrorSet},
    transport::{
        answer::Answer,
        error::{Error, OperationError},
        execute::execute,
        request::Request,
        response::Response,
    },
    wire::{listing::Page, spec::Operation},
};

/// A call on its way; made by awaiting a request.
///
/// It is `Send` and `Unpin`, whatever the types of its value and errors.
#[must_use = "futures do nothing until they are awaited"]
pub struct CallFuture<T, E> {
    way: Way<T, E>,
}

type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send>>;

enum Way<T, E> {
    /// One call.
    Single(Boxed<Result<Answer, Error>>, Finish, Decoder<T>),
    /// Several, whose answers are made one.
    Several(Boxed<Result<Response<T>, OperationError<E>>>, &'static Operation),
}

impl<T, E> CallFuture<T, E> {
    #[doc(hidden)]
    #[inline]
    pub fn new(request: Request, decoder: Decoder<T>) -> Self {
        let finish = Finish::of(&request);
        Self { way: Way::Single(Box::pin(execute(request, decoder.accept, decoder.live)), finish, decoder) }
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
        let operation = request.operation();
        Self { way: Way::Several(Box::pin(all_pages(request, decoder)), operation) }
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
        let operation = request.operation();
        Self { way: Way::Several(Box::pin(all_parts(request, decoder)), operation) }
    }
}

#[cfg(feature = "blocking")]
impl<T, E: ErrorSet> CallFuture<T, E> {
    /// Sends the call and blocks until the answer is there. With the feature `blocking`.
    ///
    /// # Errors
    /// Those of the call; and inside an async runtime, or where no thread can be started, one of the kind
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration), with nothing sent.
    pub fn wait(self) -> Result<Response<T>, OperationError<E>> {
        let operation = self.operation();
        crate::transport::blocking::wait(self)
            .unwrap_or_else(|error| Err(OperationError::new(error.of(operation), None)))
    }
}

impl<T, E: ErrorSet> Future for CallFuture<T, E> {
    type Output = Result<Response<T>, OperationError<E>>;

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

impl<T, E> CallFuture<T, E> {
    fn operation(&self) -> &'static Operation {
        match &self.way {
            Way::Single(_, finish, _) => finish.operation(),
            Way::Several(_, operation) => operation,
        }
    }
}

impl<T, E> fmt::Debug for CallFuture<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").field("operation", &self.operation().name).finish_non_exhaustive()
    }
}

/// Lets a request builder be awaited:
/// `rt::endpoint! { ListPets: LIST_PETS => json PetPage, ListPetsError; }`.
///
/// The decoders are `json T`, `json_or_null T`, `json_or_empty T`, `json_or_none T` (an `Option<T>`); of a `Listing`
/// `list T`, `list_or_empty T`, and `first T as I` or `first_or_none T as I` (an `Option<I>`, what it holds); `partial
/// BatchAnswer<T, P>`, `outputs T`, `events T` (an `EventStream<T>`), `text_events`, `empty`, `bytes` and `text`. A last word says how several calls become one: `pages` of
/// a list, `parts` of a long filter. The builder has the request in its field `request`, made for the operation named.
#[doc(hidden)]
#[macro_export]
macro_rules! __endpoint {
    ($(
        $builder:ident: $operation:ident => $decoder:ident $($value:ty $(as $item:ty)?)?, $error:ty
        $(, $several:ident)?;
    )*) => {
        $($crate::__endpoint!(@more [$($several)?] $builder $decoder [$($value)?] $error);

        impl $builder {
            /// Settings of this call alone, in place of those of the client.
            #[inline]
            pub fn with(mut self, options: $crate::CallOptions) -> Self {
                self.request.set_options(options);
                self
            }
        }

        $crate::__blocking! {
            impl $builder {
                /// Sends the call and blocks until the answer is there, in place of `.await`. With the feature
                /// `blocking`.
                ///
                /// # Errors
                /// Those of the call; and inside an async runtime an error of the kind `Configuration`, with nothing
                /// sent.
                #[inline]
                pub fn wait(
                    self,
                ) -> ::core::result::Result<
                    $crate::Response<$crate::__endpoint!(@value $decoder $($value $(as $item)?)?)>,
                    $crate::OperationError<$error>,
                > {
                    ::core::future::IntoFuture::into_future(self).wait()
                }
            }
        }

        impl ::core::future::IntoFuture for $builder {
            type Output = ::core::result::Result<
                $crate::Response<$crate::__endpoint!(@value $decoder $($value $(as $item)?)?)>,
                $crate::OperationError<$error>,
            >;
            type IntoFuture = $crate::CallFuture<$crate::__endpoint!(@value $decoder $($value $(as $item)?)?), $error>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                $crate::__endpoint!(@call $($several)?)(self.request, $crate::__endpoint!(@decoder $decoder $($value)?))
            }
        })*
    };

    (@decoder first $list:ty) => { $crate::rt::Decoder::first::<$list>() };
    (@decoder first_or_none $list:ty) => { $crate::rt::Decoder::first_or_none::<$list>() };
    (@decoder $decoder:ident $($value:ty)?) => { $crate::rt::Decoder::$decoder() };

    (@call) => { $crate::CallFuture::new };
    (@call pages) => { $crate::CallFuture::of_pages };
    (@call parts) => { $crate::CallFuture::of_parts };

    (@more [pages] $builder:ident $decoder:ident [$page:ty] $error:ty) => {
        impl $builder {
            /// The pages of the whole list, one after the other.
            #[inline]
            pub fn pages(self) -> $crate::Pages<$page, $error> {
                $crate::Pages::new(self.request, $crate::rt::Decoder::$decoder())
            }

            /// The items of the whole list, page after page, in constant memory.
            #[inline]
            pub fn stream(self) -> $crate::Items<$page, $error> {
                $crate::Items::new(self.request, $crate::rt::Decoder::$decoder())
            }
        }
    };
    (@more [] $builder:ident bytes [] $error:ty) => {
        impl $builder {
            /// Sends the call, and gives the body while it arrives: it may be of any length.
            #[inline]
            pub fn bytes_stream(self) -> $crate::CallFuture<$crate::ByteStream, $error> {
                $crate::CallFuture::new(self.request, $crate::rt::Decoder::byte_stream())
            }
        }
    };
    (@more $($none:tt)*) => {};

    (@value json $value:ty) => { $value };
    (@value json_or_null $value:ty) => { $value };
    (@value partial $value:ty) => { $value };
    (@value list $value:ty) => { $value };
    (@value list_or_empty $value:ty) => { $value };
    (@value json_or_empty $value:ty) => { $value };
    (@value json_or_none $value:ty) => { ::core::option::Option<$value> };
    (@value first $list:ty as $item:ty) => { ::core::option::Option<$item> };
    (@value first_or_none $list:ty as $item:ty) => { ::core::option::Option<$item> };
    (@value outputs $value:ty) => { $value };
    (@value events $value:ty) => { $crate::EventStream<$value> };
    (@value text_events) => { $crate::EventStream<::std::string::String> };
    (@value empty) => { () };
    (@value bytes) => { $crate::rt::Bytes };
    (@value text) => { ::std::string::String };
}

/// Items that are there with the feature `blocking` of this crate, whichever crate they are in.
#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
macro_rules! __blocking {
    ($($item:item)*) => { $($item)* };
}

/// Items that are there with the feature `blocking` of this crate, whichever crate they are in.
#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __blocking {
    ($($item:item)*) => {};
}
