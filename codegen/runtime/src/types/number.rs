//! Exact numbers that keep their spelling.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::types::{
    check::{At, Check, Limits, Violation},
    empty::Empty,
    facts::{Depth, Facts, Kinds, Texts},
    redact::{Privacy, Redact},
    scalar::{self, Form},
};

/// An exact number, such as an amount of money: a decimal that keeps its spelling.
///
/// It is read from the digits in the JSON, never through `f64`, and written back digit by digit, as a JSON number or a
/// string. A number that no [`Decimal`] can hold, and a string that is not a number, are kept as well;
/// [`decimal`](Self::decimal) returns `None` for these.
///
/// ```
/// use openapi_client_runtime::Number;
///
/// let price: Number = serde_json::from_str("59.990")?;
/// assert_eq!(price.decimal(), Some("59.99".parse()?));
/// assert_eq!(serde_json::to_string(&price)?, "59.990");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Number {
    form: Form,
    value: Value,
}

#[derive(Clone)]
enum Value {
    /// The decimal is formatted with the same digits.
    Plain(Decimal),
    /// The original text, which the decimal would not be formatted as.
    Spelled(Box<str>, Option<Decimal>),
}

impl Number {
    /// Creates a number that is sent as a JSON string, as some APIs write money: `"12.50"`.
    #[must_use]
    pub const fn text(value: Decimal) -> Self {
        Self { form: Form::Text, value: Value::Plain(value) }
    }

    /// Returns the same number as a JSON string.
    pub(super) fn quoted(self) -> Self {
        Self { form: Form::Text, ..self }
    }

    /// Returns a JSON string, which may not be a number.
    pub(super) fn quoted_text(text: String) -> Self {
        Self::spelled(Form::Text, text)
    }

    /// Returns the value, unless it is a string that is not a number, or has more digits than a [`Decimal`] can hold.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        match self.value {
            Value::Plain(value) => Some(value),
            Value::Spelled(_, value) => value,
        }
    }

    /// Returns the value, if it is an integer that fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.decimal().filter(Decimal::is_integer)?.to_i64()
    }

    /// Returns whether the number is read from, and sent as, a JSON string.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.form == Form::Text
    }

    /// What is compared: the value, or else the spelling.
    fn comparable(&self) -> Result<Decimal, &str> {
        match &self.value {
            Value::Plain(value) | Value::Spelled(_, Some(value)) => Ok(*value),
            Value::Spelled(text, None) => Err(text),
        }
    }

    fn spelled(form: Form, text: String) -> Self {
        let value = match parse(&text) {
            Some(value) if is_plain(value, &text) => Value::Plain(value),
            value => Value::Spelled(text.into(), value),
        };
        Self { form, value }
    }
}

/// Returns whether `value`, which was parsed from `text`, is formatted the same. A decimal keeps trailing zeros, but
/// neither an exponent nor the sign of a zero.
fn is_plain(value: Decimal, text: &str) -> bool {
    !(text.contains(['e', 'E']) || value.is_zero() && text.starts_with('-'))
}

/// Returns the decimal that is exactly `text`, if there is one.
fn parse(text: &str) -> Option<Decimal> {
    // `Decimal` itself would also accept `1_000` and `.5`, and round a number that is too long.
    if !scalar::is_json_number(text) {
        return None;
    }
    match text.split_once(['e', 'E']) {
        None => Decimal::from_str_exact(text).ok(),
        Some((mantissa, exponent)) => {
            let mantissa = Decimal::from_str_exact(mantissa).ok()?;
            if mantissa.is_zero() {
                return Some(mantissa);
            }
            let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
            Decimal::from_scientific(&format!("{mantissa}e{exponent}")).ok()
        }
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self { form: Form::Number, value: Value::Plain(value) }
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Decimal::from(value).into()
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Decimal::from(value).into()
    }
}

/// Converts into the shortest decimal that represents the float: `0.1` is one tenth.
impl TryFrom<f64> for Number {
    type Error = ParseNumberError;

    fn try_from(value: f64) -> Result<Self, ParseNumberError> {
        value.to_string().parse()
    }
}

/// Parses any JSON number, and keeps its spelling.
impl FromStr for Number {
    type Err = ParseNumberError;

    fn from_str(text: &str) -> Result<Self, ParseNumberError> {
        if scalar::is_json_number(text) {
            Ok(Self::spelled(Form::Number, text.to_owned()))
        } else {
            Err(ParseNumberError::new())
        }
    }
}

/// The error for a string or a float that is not a valid JSON number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseNumberError(());

impl ParseNumberError {
    pub(crate) const fn new() -> Self {
        Self(())
    }
}

impl fmt::Display for ParseNumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a valid JSON number")
    }
}

impl std::error::Error for ParseNumberError {}

/// Compares the form and the value; the spelling only if there is no decimal value.
impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.form == other.form && self.comparable() == other.comparable()
    }
}

impl Eq for Number {}

/// By value; then numbers before texts. What has no decimal value comes last, by its spelling.
impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_value = match (self.comparable(), other.comparable()) {
            (Ok(value), Ok(other)) => value.cmp(&other),
            (Ok(_), Err(_)) => Ordering::Less,
            (Err(_), Ok(_)) => Ordering::Greater,
            (Err(text), Err(other)) => text.cmp(other),
        };
        by_value.then_with(|| self.form.cmp(&other.form))
    }
}

/// By value; then numbers before texts. What has no decimal value comes last, by its spelling.
impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.comparable().hash(state);
        self.form.hash(state);
    }
}

/// Writes the digits as they came.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Value::Plain(value) => fmt::Display::fmt(value, f),
            Value::Spelled(text, _) => f.pad(text),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.redact(f, Privacy::Hidden)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.form, &self.value) {
            (Form::Text, Value::Plain(value)) => serializer.collect_str(value),
            (Form::Text, Value::Spelled(text, _)) => serializer.serialize_str(text),
            (Form::Number, _) => scalar::write_number(self.to_string(), serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        scalar::read(deserializer).map(|(form, text)| Self::spelled(form, text))
    }
}

impl Empty for Number {
    fn empty() -> Self {
        Decimal::ZERO.into()
    }
}

impl Check for Number {
    fn facts(_: Depth) -> Vec<Facts<'static>> {
        vec![Facts { texts: Texts::Number, ..Facts::of(Kinds::NUMBER | Kinds::STRING) }]
    }

    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        // A number that no decimal can hold came from the API, and is sent back unchecked.
        self.decimal().map_or(Ok(()), |value| limits.check_range(value, at))
    }
}

/// Shows a number, but not a string that is not a number.
impl Redact for Number {
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        match &self.value {
            Value::Spelled(text, None) if self.is_text() => privacy.show(text, f),
            _ => fmt::Display::fmt(self, f),
        }
    }
}

#[cfg(test)]
mod tests;
