//! Values that most items do not have.

use std::ops::Deref;

/// Something that has a value for "nothing".
pub(crate) trait Nothing: PartialEq + 'static {
    /// That value.
    const NOTHING: &'static Self;
}

/// A value that mostly is [`Nothing::NOTHING`], and then needs no room: a large document has a hundred
/// thousand fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rare<T>(Option<Box<T>>);

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Nothing> From<T> for Rare<T> {
    fn from(value: T) -> Self {
        Self((value != *T::NOTHING).then(|| Box::new(value)))
    }
}

impl<T: Nothing> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::NOTHING)
    }
}
