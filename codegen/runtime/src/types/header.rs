//! Response headers by name and type.

use std::fmt;

use crate::types::{
    date::Date, datetime::DateTime, json_number::JsonNumber, number::Number, numeric_string::NumericString,
};

/// A response header that the specification describes: `response.header(&X_TOTAL)`.
///
/// Generated modules have a constant for each.
pub struct Header<T> {
    name: &'static str,
    read: fn(&str) -> Option<T>,
}

impl<T: FromHeader> Header<T> {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, read: T::from_header }
    }
}

impl<T> Header<T> {
    /// Returns the name, as the specification writes it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    pub(crate) fn read(&self, text: &str) -> Option<T> {
        (self.read)(text.trim_ascii())
    }
}

impl<T> fmt::Debug for Header<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Header").field(&self.name).finish()
    }
}

/// A value that can be read from a header.
pub trait FromHeader: Sized {
    /// Parses the text; returns `None` if it is not valid.
    fn from_header(text: &str) -> Option<Self>;
}

macro_rules! parsed {
    ($($name:ty),+) => {
        $(impl FromHeader for $name {
            fn from_header(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        })+
    };
}

parsed!(i64, u64, f64, bool, String, Number, NumericString, JsonNumber);

macro_rules! kept {
    ($($name:ty),+) => {
        $(
            /// Keeps text that is not a date, as in a body.
            impl FromHeader for $name {
                fn from_header(text: &str) -> Option<Self> {
                    Some(text.into())
                }
            }
        )+
    };
}

kept!(Date, DateTime);

/// What stands between commas.
impl<T: FromHeader> FromHeader for Vec<T> {
    fn from_header(text: &str) -> Option<Self> {
        let items = text.split(',').map(str::trim_ascii).filter(|item| !item.is_empty());
        items.map(T::from_header).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_by_type() {
        assert_eq!(Header::<i64>::new("x").read(" 42 "), Some(42));
        assert_eq!(Header::<i64>::new("x").read("many"), None);
        assert_eq!(Header::<f64>::new("x").read("0.5"), Some(0.5));
        assert_eq!(Header::<bool>::new("x").read("true"), Some(true));
        assert_eq!(Header::<bool>::new("x").read("yes"), None);
        assert_eq!(Header::<String>::new("x").read("a, b"), Some("a, b".to_owned()));
        assert_eq!(Header::<Vec<i64>>::new("x").read("1, 2,3"), Some(vec![1, 2, 3]));
        assert_eq!(Header::<Vec<i64>>::new("x").read("1, two"), None);
        let date = Header::<DateTime>::new("x").read("Tue, 03 Mar 2026 10:00:00 GMT").unwrap();
        assert_eq!(date.as_text(), "Tue, 03 Mar 2026 10:00:00 GMT");
        assert_eq!(Header::<Date>::new("x").read(" 2026-03-03 "), Date::new(2026, 3, 3));
        assert_eq!(Header::<Date>::new("x").read("soon"), Some(Date::from("soon")));
    }
}
