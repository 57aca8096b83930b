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
        _ => Err(D::Error::invalid_type(unexpected(json.get()), &"a string or a number")),
    }
}

/// Returns what a JSON text is, for a message.
pub(crate) fn unexpected(json: &str) -> Unexpected<'static> {
    match json.bytes().next() {
        Some(b'n') => Unexpected::Unit,
        Some(b't') => Unexpected::Bool(true),
        Some(b'f') => Unexpected::Bool(false),
        Some(b'[') => Unexpected::Seq,
        Some(b'{') => Unexpected::Map,
        Some(b'"') => Unexpected::Other("string"),
        _ => Unexpected::Other("number"),
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

/// The most digits that an integer of Rust can have.
const DIGITS: usize = 39;

/// Returns the digits of a JSON number that is an integer, however it is written: `1000` for `1e3` and `1000.0`. `None`
/// if it has a fraction, or more digits than any integer of Rust.
pub(crate) fn whole(text: &str) -> Option<String> {
    let (sign, number) = text.strip_prefix('-').map_or(("", text), |number| ("-", number));
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{before}{after}");
    let digits = digits.trim_start_matches('0');
    let Some(last) = digits.rfind(|digit| digit != '0') else { return Some("0".to_owned()) };
    let zeros = exponent.parse::<i64>().ok()?.checked_sub(i64::try_from(after.len()).ok()?)?;
    let digits = match usize::try_from(zeros) {
        Ok(zeros) if digits.len().checked_add(zeros)? <= DIGITS => format!("{digits}{}", "0".repeat(zeros)),
        Ok(_) => return None,
        // Only zeros are after the point.
        Err(_) => {
            let length = digits.len().checked_sub(usize::try_from(zeros.unsigned_abs()).ok()?)?;
            digits.get(..length).filter(|_| last < length)?.to_owned()
        }
    };
    Some(format!("{sign}{digits}"))
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

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn integers_are_recognized_however_they_are_written() {
        for (text, expected) in [
            ("5", Some("5")),
            ("5.0", Some("5")),
            ("-5.00", Some("-5")),
            ("1e3", Some("1000")),
            ("1.5E+3", Some("1500")),
            ("1500e-2", Some("15")),
            ("0.0", Some("0")),
            ("-0.0", Some("0")),
            ("0e999999999999999999999", Some("0")),
            ("18446744073709551615.0", Some("18446744073709551615")),
            ("5.5", None),
            ("15e-1", None),
            ("1e-400", None),
            ("1e400", None),
            ("1e99999999999999999999", None),
        ] {
            assert_eq!(whole(text).as_deref(), expected, "{text}");
        }
    }
}
