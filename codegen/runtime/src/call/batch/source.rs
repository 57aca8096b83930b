//! Sources of items.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;

/// A source of items: anything that is an iterator, or a [`Stream`].
///
/// It must be `Send` and own what it returns (`'static`): collect an iterator that borrows into a `Vec` first. `M`
/// distinguishes the two kinds, and need not be named.
pub trait IntoItems<I, M> {
    #[doc(hidden)]
    fn into_items(self) -> Pin<Box<dyn Stream<Item = I> + Send>>;
}

#[doc(hidden)]
#[derive(Debug)]
pub struct ByIterator(());

#[doc(hidden)]
#[derive(Debug)]
pub struct ByStream(());

impl<I: 'static, T> IntoItems<I, ByIterator> for T
where
    T: IntoIterator<Item = I>,
    T::IntoIter: Send + 'static,
{
    fn into_items(self) -> Pin<Box<dyn Stream<Item = I> + Send>> {
        Box::pin(Iter(self.into_iter()))
    }
}

impl<I, T: Stream<Item = I> + Send + 'static> IntoItems<I, ByStream> for T {
    fn into_items(self) -> Pin<Box<dyn Stream<Item = I> + Send>> {
        Box::pin(self)
    }
}

/// Turns an iterator into a stream.
struct Iter<T>(T);

// It is not structurally pinned.
impl<T> Unpin for Iter<T> {}

impl<T: Iterator> Stream for Iter<T> {
    type Item = T::Item;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T::Item>> {
        Poll::Ready(self.0.next())
    }
}
