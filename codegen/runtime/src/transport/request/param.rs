//! The name of a parameter, and the limits of its value.

use crate::types::check::Limits;

/// A parameter by its name, with the limits of its value, if any: `"page"`, or `Param::new("limit").range(Some(1),
/// Some(250))`.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    pub(super) name: &'static str,
    pub(super) limits: Limits,
}

impl Param {
    /// Creates a parameter without limits.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, limits: Limits::NONE }
    }

    /// Limits the length of a string, in Unicode scalar values.
    #[must_use]
    pub const fn chars(self, min: usize, max: Option<usize>) -> Self {
        Self { limits: self.limits.chars(min, max), ..self }
    }

    /// Limits the number of elements of an array.
    #[must_use]
    pub const fn items(self, min: usize, max: Option<usize>) -> Self {
        Self { limits: self.limits.items(min, max), ..self }
    }

    /// Limits a number; both bounds are inclusive.
    #[must_use]
    pub const fn range(self, min: Option<i128>, max: Option<i128>) -> Self {
        Self { limits: self.limits.range(min, max), ..self }
    }
}

impl From<&'static str> for Param {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}
