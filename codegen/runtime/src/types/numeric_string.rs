//! Numbers that JSON holds as strings.

use std::{fmt, str::FromStr};

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::types::{
    check::{At, Check, Limits, Violation},
    empty::Empty,
    facts::{Depth, Facts, Kinds, Texts},
    number::{Number, ParseNumberError},
    redact::{Privacy, Redact},
};

/// A number that JSON holds as a string, such as `"9007199254740993"`: most programs read a JSON number of that size as
/// a float, and lose digits.
///
/// It is written as a string with the same digits as it was read. A string that is not a number, and a number where the
/// API forgot the quotes, are kept as they are.
///
/// ```
/// use openapi_client_runtime::NumericString;
///
/// let id = NumericString::from(9007199254740993_i64);
/// assert_eq!(serde_json::to_string(&id)?, "\"9007199254740993\"");
///
/// let amount: NumericString = serde_json::from_str("\"12.50\"")?;
/// assert_eq!(amount.decimal(), Some("12.5".parse()?));
/// assert_eq!(amount.to_string(), "12.50");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NumericString(Number);

impl NumericString {
    /// Returns the value, unless it is not a number, or has more digits than a [`Decimal`] can hold.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        self.0.decimal()
    }

    /// Returns the value, if it is an integer that fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }

    /// Returns the value, if it is an integer that fits.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.decimal().filter(Decimal::is_integer)?.try_into().ok()
    }

    /// Returns the value as the nearest float, unless it is not a number.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.0.to_string().parse().ok()
    }
}

macro_rules! from_integers {
    ($($integer:ty)+) => {
        $(
            impl From<$integer> for NumericString {
                fn from(value: $integer) -> Self {
                    Decimal::from(value).into()
                }
            }
        )+
    };
}

from_integers!(i32 u32 i64 u64);

impl From<Decimal> for NumericString {
    fn from(value: Decimal) -> Self {
        Self(Number::text(value))
    }
}

/// Keeps the digits, and writes them as a string.
impl From<Number> for NumericString {
    fn from(number: Number) -> Self {
        Self(number.quoted())
    }
}

/// Keeps the text, even if it is not a number: some APIs write `NaN`.
impl From<&str> for NumericString {
    fn from(text: &str) -> Self {
        Self(Number::quoted_text(text.to_owned()))
    }
}

/// Keeps the text, even if it is not a number: some APIs write `NaN`.
impl From<String> for NumericString {
    fn from(text: String) -> Self {
        Self(Number::quoted_text(text))
    }
}

/// Converts into the shortest decimal that represents the float: `0.1` is one tenth.
impl From<&String> for NumericString {
    #[inline]
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl TryFrom<f64> for NumericString {
    type Error = ParseNumberError;

    fn try_from(value: f64) -> Result<Self, ParseNumberError> {
        Number::try_from(value).map(Self::from)
    }
}

/// Parses any JSON number, and keeps its spelling.
impl FromStr for NumericString {
    type Err = ParseNumberError;

    fn from_str(text: &str) -> Result<Self, ParseNumberError> {
        text.parse::<Number>().map(Self::from)
    }
}

/// Writes the digits as they came.
impl fmt::Display for NumericString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for NumericString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.redact(f, Privacy::Hidden)
    }
}

impl Serialize for NumericString {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for NumericString {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Number::deserialize(deserializer).map(Self)
    }
}

impl Empty for NumericString {
    fn empty() -> Self {
        Decimal::ZERO.into()
    }
}

impl Check for NumericString {
    fn facts(_: Depth) -> Vec<Facts<'static>> {
        vec![Facts { texts: Texts::Number, ..Facts::of(Kinds::STRING) }]
    }

    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        limits.check_chars(&self.to_string(), at)
    }
}

/// Shows a number, but not a string that is not a number.
impl Redact for NumericString {
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        self.0.redact(f, privacy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_kept_in_quotes() {
        for (value, expected) in [
            (NumericString::from(9_007_199_254_740_993_i64), "\"9007199254740993\""),
            (NumericString::from(u64::MAX), "\"18446744073709551615\""),
            (NumericString::from(-7_i32), "\"-7\""),
            (NumericString::from(Decimal::new(1250, 2)), "\"12.50\""),
            (NumericString::from("12.500".parse::<Number>().unwrap()), "\"12.500\""),
            (NumericString::from("0012"), "\"0012\""),
            (NumericString::from("NaN"), "\"NaN\""),
            (NumericString::try_from(0.1).unwrap(), "\"0.1\""),
            ("1e3".parse().unwrap(), "\"1e3\""),
        ] {
            assert_eq!(serde_json::to_string(&value).unwrap(), expected);
            let again: NumericString = serde_json::from_str(expected).unwrap();
            assert_eq!(again, value, "{expected}");
        }
    }

    #[test]
    fn what_comes_goes_back_as_it_was() {
        for (json, integer, float) in [
            ("\"18446744073709551615\"", Some(u64::MAX), Some(18_446_744_073_709_551_615.0)),
            ("\"12.50\"", None, Some(12.5)),
            ("\"-1\"", None, Some(-1.0)),
            ("7", Some(7), Some(7.0)),
            ("\"many\"", None, None),
        ] {
            let value: NumericString = serde_json::from_str(json).unwrap();
            assert_eq!((value.as_u64(), value.as_f64()), (integer, float), "{json}");
            assert_eq!(serde_json::to_string(&value).unwrap(), json);
        }
        for json in ["null", "true", "[1]", "{}"] {
            assert!(serde_json::from_str::<NumericString>(json).is_err(), "{json}");
        }
        assert!("0x1F".parse::<NumericString>().is_err() && NumericString::try_from(f64::NAN).is_err());
    }

    #[test]
    fn debug_shows_numbers_only() {
        assert_eq!(format!("{:?}", NumericString::from(7)), "7");
        assert!(!format!("{:?}", NumericString::from("secret")).contains("secret"));
    }
}
