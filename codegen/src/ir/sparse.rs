//! Values that most items do not have.

use std::ops::Deref;

/// A type with a constant default.
pub(crate) trait ConstDefault: PartialEq + 'static {
    /// The default.
    const DEFAULT: &'static Self;
}

/// A value that usually is [`ConstDefault::DEFAULT`], and then takes no memory of its own: a large document has a
/// hundred thousand fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sparse<T>(Option<Box<T>>);

impl<T> Default for Sparse<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: ConstDefault> From<T> for Sparse<T> {
    fn from(value: T) -> Self {
        Self((value != *T::DEFAULT).then(|| Box::new(value)))
    }
}

impl<T: ConstDefault> Deref for Sparse<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::DEFAULT)
    }
}
