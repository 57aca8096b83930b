//! JSON scalars that keep their spelling.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, Unexpected},
};
use serde_json::value::RawValue;

/// The two forms of such a scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Form {
    /// A JSON number.
    Number,
    /// A JSON string.
    Text,
}

/// Reads a JSON string or number: the string without its quotes, the number with all its digits.
///
/// It reads the raw JSON, because a parsed number has lost its spelling.
pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(Form, String), D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    match json.get().bytes().next() {
        Some(b'"') => unquote(json).map(|text| (Form::Text, text)).map_err(D::Error::custom),
        Some(b'-' | b'0'..=b'9') => Ok((Form::Number, Box::<str>::from(json).into())),
        found => Err(D::Error::invalid_type(
            match found {
                Some(b'n') => Unexpected::Unit,
                Some(b't') => Unexpected::Bool(true),
                Some(b'f') => Unexpected::Bool(false),
                Some(b'[') => Unexpected::Seq,
                _ => Unexpected::Map,
            },
            &"a string or a number",
        )),
    }
}

/// Returns the string without its quotes; without escapes it keeps its allocation.
fn unquote(json: Box<RawValue>) -> Result<String, serde_json::Error> {
    if json.get().contains('\\') {
        return serde_json::from_str(json.get());
    }
    let mut text = String::from(Box::<str>::from(json));
    text.pop();
    text.remove(0);
    Ok(text)
}

/// Writes `text` as a JSON number, digit by digit.
pub(crate) fn write_number<S: Serializer>(text: String, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::Error as _;
    RawValue::from_string(text).map_err(S::Error::custom)?.serialize(serializer)
}

/// Returns whether `text` is a number by the grammar of JSON.
pub(crate) fn is_json_number(text: &str) -> bool {
    let rest = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (rest, None),
    };
    let (integer, fraction) = match mantissa.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits(integer)
        && (integer == "0" || !integer.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}
