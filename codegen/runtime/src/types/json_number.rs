//! JSON numbers that keep their text.

use std::{cmp::Ordering, fmt, str::FromStr};

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::value::RawValue;

use crate::types::{
    check::{At, Check, Limits, Violation},
    empty::Empty,
    facts::{Depth, Facts, Kinds},
    number::{Number, ParseNumberError},
    redact::{Privacy, Redact},
    scalar,
};

/// A JSON number that is as easy to use as an `f64`, and keeps the text that it was read from.
///
/// It is written back digit by digit: `5` stays `5`, `5.0` stays `5.0`, and `9007199254740993`, which no `f64` holds,
/// stays as well. [`as_f64`](Self::as_f64) returns the nearest `f64`, [`as_i64`](Self::as_i64) and
/// [`decimal`](Self::decimal) the exact value.
///
/// ```
/// use openapi_client_runtime::JsonNumber;
///
/// let number: JsonNumber = serde_json::from_str("9007199254740993")?;
/// assert_eq!(number.as_i64(), Some(9_007_199_254_740_993));
/// assert_eq!(number.to_string(), "9007199254740993");
/// assert!(number > 9e15 && number.as_f64() < 1e16);
/// assert_eq!(serde_json::to_string(&JsonNumber::from(0.5))?, "0.5");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct JsonNumber {
    value: f64,
    /// The text, if `value` is written differently.
    text: Option<Box<str>>,
}

/// Room for any `f64` as text.
type Room = [u8; 32];

impl JsonNumber {
    /// Returns the nearest `f64`; infinity if the number is too large.
    #[must_use]
    pub fn as_f64(&self) -> f64 {
        self.value
    }

    /// Returns the exact value, if it is an integer that fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.integer()
    }

    /// Returns the exact value, if it is an integer that fits.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.integer()
    }

    /// Returns the exact value, unless it has more digits than a [`Decimal`] can hold.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        self.to_string().parse::<Number>().ok()?.decimal()
    }

    fn integer<T: FromStr>(&self) -> Option<T> {
        scalar::whole(&self.to_string())?.parse().ok()
    }

    /// Keeps `text`, a valid JSON number, unless the value is written like this anyway.
    fn kept(text: &str, own: impl FnOnce() -> Box<str>) -> Self {
        // Every JSON number is one of Rust.
        let value = text.parse().unwrap_or(f64::NAN);
        let is_usual = usual(value, &mut Room::default()) == Some(text);
        Self { value, text: (!is_usual).then(own) }
    }

    /// Compares numbers whose nearest `f64` is the same.
    fn compare_digits(&self, other: &Self) -> Ordering {
        if self.text.is_none() && other.text.is_none() {
            return Ordering::Equal;
        }
        match (self.decimal(), other.decimal()) {
            (Some(one), Some(other)) => one.cmp(&other),
            _ => self.to_string().cmp(&other.to_string()),
        }
    }
}

/// Returns the text that is written for a value: without a fraction for an integer. `None` for what is not finite.
fn usual(value: f64, room: &mut Room) -> Option<&str> {
    if !value.is_finite() {
        return None;
    }
    let size = room.len();
    let mut rest = room.as_mut_slice();
    serde_json::to_writer(&mut rest, &value).ok()?;
    let length = size - rest.len();
    let text = std::str::from_utf8(room.get(..length)?).ok()?;
    // No integer is negative zero.
    Some(text.strip_suffix(".0").filter(|text| *text != "-0").unwrap_or(text))
}

impl From<f64> for JsonNumber {
    fn from(value: f64) -> Self {
        Self { value, text: None }
    }
}

/// Converts into the shortest number that represents the float: `0.1` is one tenth.
impl From<f32> for JsonNumber {
    fn from(value: f32) -> Self {
        value.to_string().parse().map_or(f64::NAN, |value| value).into()
    }
}

macro_rules! from_exact {
    ($($name:ty),+) => {
        $(impl From<$name> for JsonNumber {
            fn from(value: $name) -> Self {
                let text = value.to_string();
                Self::kept(&text, || text.as_str().into())
            }
        })+
    };
}

from_exact!(i64, u64, Decimal);

impl From<i32> for JsonNumber {
    fn from(value: i32) -> Self {
        f64::from(value).into()
    }
}

impl From<u32> for JsonNumber {
    fn from(value: u32) -> Self {
        f64::from(value).into()
    }
}

/// Returns the nearest `f64`.
impl From<JsonNumber> for f64 {
    fn from(number: JsonNumber) -> Self {
        number.value
    }
}

/// Returns the nearest `f64`.
impl From<&JsonNumber> for f64 {
    fn from(number: &JsonNumber) -> Self {
        number.value
    }
}

/// Parses any JSON number, and keeps its text.
impl FromStr for JsonNumber {
    type Err = ParseNumberError;

    fn from_str(text: &str) -> Result<Self, ParseNumberError> {
        if scalar::is_json_number(text) { Ok(Self::kept(text, || text.into())) } else { Err(ParseNumberError::new()) }
    }
}

/// Compares the exact values: `5` equals `5.0`.
impl PartialEq for JsonNumber {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

/// Compares the exact values.
impl PartialOrd for JsonNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.value.partial_cmp(&other.value).map(|order| order.then_with(|| self.compare_digits(other)))
    }
}

macro_rules! compared {
    ($one:ty, $other:ty, $left:expr, $right:expr) => {
        /// Compares the nearest `f64`.
        impl PartialEq<$other> for $one {
            fn eq(&self, other: &$other) -> bool {
                $left(self) == $right(other)
            }
        }

        /// Compares the nearest `f64`.
        impl PartialOrd<$other> for $one {
            fn partial_cmp(&self, other: &$other) -> Option<Ordering> {
                $left(self).partial_cmp(&$right(other))
            }
        }
    };
}

compared!(JsonNumber, f64, |one: &JsonNumber| one.value, |other: &f64| *other);
compared!(f64, JsonNumber, |one: &f64| *one, |other: &JsonNumber| other.value);

/// Writes the text as it came.
impl fmt::Display for JsonNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.text {
            Some(text) => f.pad(text),
            None => match usual(self.value, &mut Room::default()) {
                Some(text) => f.pad(text),
                None => fmt::Display::fmt(&self.value, f),
            },
        }
    }
}

impl fmt::Debug for JsonNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for JsonNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (&self.text, usual(self.value, &mut Room::default())) {
            (Some(text), _) => scalar::write_number(text.clone().into(), serializer),
            (None, Some(text)) => match text.parse() {
                Ok(integer) => serializer.serialize_i64(integer),
                Err(_) => serializer.serialize_f64(self.value),
            },
            (None, None) => Err(ser::Error::custom("not a finite number")),
        }
    }
}

impl<'de> Deserialize<'de> for JsonNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        if scalar::is_json_number(json.get()) {
            return Ok(Self::kept(json.get(), || json.get().into()));
        }
        Err(de::Error::invalid_type(scalar::unexpected(json.get()), &"a number"))
    }
}

impl Empty for JsonNumber {
    fn empty() -> Self {
        Self::default()
    }
}

impl Check for JsonNumber {
    fn facts(_: Depth) -> Vec<Facts<'static>> {
        vec![Facts::of(Kinds::NUMBER)]
    }

    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        match &self.text {
            // What came from the API is sent back unchecked if nothing can hold it.
            Some(_) => self.decimal().map_or(Ok(()), |value| limits.check_range(value, at)),
            None => self.value.check(limits, at),
        }
    }
}

/// Shows the number.
impl Redact for JsonNumber {
    fn redact(&self, f: &mut fmt::Formatter<'_>, _: Privacy) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests;
