//! Blank values: what a field holds until it is set or read.

use crate::types::map::Map;

/// A value that stands in a field until the real one is known.
///
/// It lets a constructor name the required fields only (`Self { id, ..Blank::blank() }`), and the
/// decoder fill a structure in place, field by field. A required field stays blank only where a
/// lenient call reads a `null` as the empty value: constructors take it as an argument, and the
/// decoder reports it missing.
pub trait Blank {
    /// The blank value.
    fn blank() -> Self;
}

macro_rules! blank_default {
    ($($name:ty),+ $(,)?) => {
        $(impl Blank for $name {
            #[inline]
            fn blank() -> Self {
                Self::default()
            }
        })+
    };
}

blank_default!(bool, i32, i64, f64, String);

impl<T> Blank for Option<T> {
    #[inline]
    fn blank() -> Self {
        None
    }
}

impl<T> Blank for Vec<T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}

impl<T> Blank for Map<T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Blank> Blank for Box<T> {
    #[inline]
    fn blank() -> Self {
        Self::new(T::blank())
    }
}
