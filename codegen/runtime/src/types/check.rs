//! The limits of the specification, which are checked before a request is sent.

use std::fmt;

use rust_decimal::Decimal;

use crate::types::{
    facts::{self, Depth, Facts, Kinds, Texts},
    map::Map,
    redact,
};

/// The limits of a value in a request.
///
/// The same limits apply to an array and its elements: `items` to the array, `chars` and `range` to the elements.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    chars: Bounds<usize>,
    items: Bounds<usize>,
    range: Bounds<i128>,
}

impl Limits {
    /// No limits.
    pub const NONE: Self = Self { chars: Bounds::NONE, items: Bounds::NONE, range: Bounds::NONE };

    /// Limits the length of a string, in Unicode scalar values.
    #[must_use]
    pub const fn chars(mut self, min: usize, max: Option<usize>) -> Self {
        self.chars = Bounds { min: Some(min), max };
        self
    }

    /// Limits the number of elements of an array.
    #[must_use]
    pub const fn items(mut self, min: usize, max: Option<usize>) -> Self {
        self.items = Bounds { min: Some(min), max };
        self
    }

    /// Limits a number; both bounds are inclusive.
    #[must_use]
    pub const fn range(mut self, min: Option<i128>, max: Option<i128>) -> Self {
        self.range = Bounds { min, max };
        self
    }

    /// Returns the limits of the elements of an array.
    pub(crate) const fn of_elements(mut self) -> Self {
        self.items = Bounds::NONE;
        self
    }

    /// Checks the length of `text`.
    pub(crate) fn check_chars(&self, text: &str, at: At<'_>) -> Result<(), Violation> {
        if self.chars.is_open() {
            return Ok(());
        }
        let count = text.chars().count();
        self.chars.check(&count, at, || counted(count, "character"))
    }

    /// Checks the number of elements.
    pub(crate) fn check_items(&self, count: usize, at: At<'_>) -> Result<(), Violation> {
        self.items.check(&count, at, || counted(count, "item"))
    }

    /// Returns whether there are more elements than allowed.
    pub(crate) fn is_exceeded_by(&self, count: usize) -> bool {
        self.items.max.is_some_and(|max| count > max)
    }

    /// Checks a number that is compared with the limits as `V`.
    pub(crate) fn check_range<V>(&self, value: V, at: At<'_>) -> Result<(), Violation>
    where
        V: PartialOrd + fmt::Display,
        i128: RangeEnd<V>,
    {
        let ends = Bounds { min: self.range.min.map(RangeEnd::end), max: self.range.max.map(RangeEnd::end) };
        ends.check(&value, at, || value.to_string())
    }
}

/// A bound of a range, as the type that is checked against it.
pub(crate) trait RangeEnd<V> {
    fn end(self) -> V;
}

impl RangeEnd<Self> for i128 {
    fn end(self) -> Self {
        self
    }
}

impl RangeEnd<f64> for i128 {
    // Bounds are small round numbers of a specification; one above 2^53 may be off by one.
    fn end(self) -> f64 {
        self as f64
    }
}

impl RangeEnd<Decimal> for i128 {
    // A bound that no decimal can hold is beyond all of them.
    fn end(self) -> Decimal {
        let beyond = if self < 0 { Decimal::MIN } else { Decimal::MAX };
        Decimal::try_from_i128_with_scale(self, 0).unwrap_or(beyond)
    }
}

#[derive(Clone, Copy, Debug)]
struct Bounds<V> {
    min: Option<V>,
    max: Option<V>,
}

impl<V> Bounds<V> {
    const NONE: Self = Self { min: None, max: None };

    fn is_open(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }
}

impl<V: PartialOrd + fmt::Display> Bounds<V> {
    fn check(&self, value: &V, at: At<'_>, found: impl FnOnce() -> String) -> Result<(), Violation> {
        let too_small = self.min.as_ref().is_some_and(|min| value < min);
        let too_large = self.max.as_ref().is_some_and(|max| value > max);
        if too_small || too_large { Err(self.violation(at, found)) } else { Ok(()) }
    }

    #[cold]
    fn violation(&self, at: At<'_>, found: impl FnOnce() -> String) -> Violation {
        let found = found();
        let what = match (&self.min, &self.max) {
            (Some(min), Some(max)) if min == max => format!("{found}, must be {min}"),
            (Some(min), Some(max)) => format!("{found}, must be {min} to {max}"),
            (Some(min), None) => format!("{found}, must be at least {min}"),
            (None, Some(max)) => format!("{found}, must be at most {max}"),
            (None, None) => found,
        };
        Violation::new(at, what)
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Why a request was not sent: the location of the problem, and what is wrong there. It never holds a string value.
#[derive(Clone, Debug)]
pub struct Violation {
    /// Empty if the problem is about the whole request.
    location: String,
    what: String,
}

impl Violation {
    pub(crate) fn new(at: At<'_>, what: impl fmt::Display) -> Self {
        Self { location: at.to_string(), what: what.to_string() }
    }

    /// Adds what to do instead.
    pub(crate) fn help(mut self, help: impl fmt::Display) -> Self {
        self.what = format!("{}: {help}", self.what);
        self
    }

    /// Creates a problem of the whole request.
    pub(crate) fn overall(what: impl fmt::Display) -> Self {
        Self { location: String::new(), what: what.to_string() }
    }

    /// Returns the location relative to `outer`, such as `email` for `body[3].email` in `body[3]`, and what is wrong
    /// there.
    pub(crate) fn within(&self, outer: At<'_>) -> (&str, &str) {
        let location = self.location.strip_prefix(&outer.to_string()).unwrap_or(&self.location);
        (location.strip_prefix('.').unwrap_or(location), &self.what)
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.location.is_empty() {
            write!(f, "{}: ", self.location)?;
        }
        f.write_str(&self.what)
    }
}

/// A location in a request, such as `body[3].email`. It is a linked list on the stack, and formatted only when it is
/// shown.
#[derive(Clone, Copy, Debug)]
pub enum At<'a> {
    /// A parameter, or the body.
    Root(&'a str),
    /// A field of an object.
    Key(&'a At<'a>, &'a str),
    /// An element of an array.
    Index(&'a At<'a>, usize),
}

impl At<'_> {
    /// Returns the field `key` of the object at this location.
    #[must_use]
    #[inline]
    pub const fn key<'a>(&'a self, key: &'a str) -> At<'a> {
        At::Key(self, key)
    }

    /// Returns the element `index` of the array at this location.
    #[must_use]
    #[inline]
    pub const fn index(&self, index: usize) -> At<'_> {
        At::Index(self, index)
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Root(name) => f.write_str(name),
            Self::Key(parent, key) => write!(f, "{parent}.{key}"),
            Self::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// A value whose limits can be checked before it is sent, and whose JSON is known as far as unions need it. It is one
/// trait for both because every implementation of a trait adds to the compilation of generated crates.
#[doc(hidden)]
pub trait Check {
    /// Returns the facts about the JSON that the type reads.
    #[must_use]
    fn facts(depth: Depth) -> Vec<Facts<'static>>
    where
        Self: Sized;

    /// Checks this value, which is at `at`, and everything in it. Returns the first violation.
    ///
    /// # Errors
    /// When the value, or one inside it, violates its limits.
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation>;
}

macro_rules! unlimited {
    ($($name:ty: $facts:expr),+ $(,)?) => {
        $(impl $crate::rt::expand::Check for $name {
            fn facts(_: $crate::rt::expand::Depth) -> ::std::vec::Vec<$crate::rt::expand::Facts<'static>> {
                vec![$facts]
            }

            #[inline]
            fn check(
                &self,
                _: $crate::rt::Limits,
                _: $crate::rt::expand::At<'_>,
            ) -> ::core::result::Result<(), $crate::rt::expand::Violation> {
                Ok(())
            }
        })+
    };
}

pub(crate) use unlimited;

unlimited!(bool: Facts::of(Kinds::BOOLEAN));

macro_rules! integers {
    ($($name:ty),+) => {
        $(impl Check for $name {
            fn facts(_: Depth) -> Vec<Facts<'static>> {
                vec![Facts::of(Kinds::INTEGER)]
            }

            #[inline]
            fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
                limits.check_range(i128::from(*self), at)
            }
        })+
    };
}

integers!(i32, i64, u64);

impl Check for f64 {
    fn facts(_: Depth) -> Vec<Facts<'static>> {
        vec![Facts::of(Kinds::NUMBER)]
    }

    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        // JSON has no such numbers: serde_json would silently write `null`.
        if !self.is_finite() {
            return Err(Violation::new(at, "not a finite number"));
        }
        limits.check_range(*self, at)
    }
}

impl Check for str {
    #[inline]
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        limits.check_chars(self, at)
    }
}

impl Check for String {
    fn facts(_: Depth) -> Vec<Facts<'static>> {
        vec![Facts::texts(Texts::Any)]
    }

    #[inline]
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        limits.check_chars(self, at)
    }
}

impl<T: Check + ?Sized> Check for &T {
    fn facts(_: Depth) -> Vec<Facts<'static>> {
        Vec::new()
    }

    #[inline]
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        (**self).check(limits, at)
    }
}

impl<T: Check> Check for Box<T> {
    fn facts(depth: Depth) -> Vec<Facts<'static>> {
        T::facts(depth)
    }

    #[inline]
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        (**self).check(limits, at)
    }
}

impl<T: Check> Check for Option<T> {
    fn facts(depth: Depth) -> Vec<Facts<'static>> {
        T::facts(depth).into_iter().chain([Facts::of(Kinds::NULL)]).collect()
    }

    #[inline]
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        self.as_ref().map_or(Ok(()), |value| value.check(limits, at))
    }
}

impl<T: Check> Check for [T] {
    #[inline]
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        limits.check_items(self.len(), at)?;
        let limits = Limits { items: Bounds::NONE, ..limits };
        self.iter().enumerate().try_for_each(|(index, value)| value.check(limits, at.index(index)))
    }
}

impl<T: Check> Check for Vec<T> {
    fn facts(depth: Depth) -> Vec<Facts<'static>> {
        vec![Facts::array(depth.inner().map(T::facts).unwrap_or_default())]
    }

    #[inline]
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        self.as_slice().check(limits, at)
    }
}

impl<T: Check> Check for Map<T> {
    fn facts(depth: Depth) -> Vec<Facts<'static>> {
        let Some(depth) = depth.inner() else { return vec![Facts::map(Kinds::ALL, Vec::new())] };
        let items = if depth.with_keys() { T::facts(depth) } else { Vec::new() };
        vec![Facts::map(facts::together(&T::facts(depth.of_key())).0, items)]
    }

    #[inline]
    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        self.iter().try_for_each(|(key, value)| value.check(limits, at.key(redact::key(key))))
    }
}

#[cfg(test)]
mod tests;
