//! Empty values: what a field holds until it is set or read.

use crate::types::map::Map;

/// A value that a field has until the real one is known.
///
/// It allows a constructor to name only the required fields (`Self { id, ..Empty::empty() }`), and the decoder to fill
/// a structure in place, field by field. A required field stays empty only if a lenient call reads a `null` in it:
/// constructors take it as an argument, and the decoder reports it as missing.
#[doc(hidden)]
pub trait Empty {
    /// Returns the empty value.
    fn empty() -> Self;
}

macro_rules! empty_default {
    ($($name:ty),+ $(,)?) => {
        $(impl Empty for $name {
            #[inline]
            fn empty() -> Self {
                Self::default()
            }
        })+
    };
}

empty_default!(bool, i32, i64, u64, f64, String);

impl<T> Empty for Option<T> {
    #[inline]
    fn empty() -> Self {
        None
    }
}

impl<T> Empty for Vec<T> {
    #[inline]
    fn empty() -> Self {
        Self::new()
    }
}

impl<T> Empty for Map<T> {
    #[inline]
    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Empty> Empty for Box<T> {
    #[inline]
    fn empty() -> Self {
        Self::new(T::empty())
    }
}
