//! Interprets plain scalars.
//!
//! Common scalars are decided here; anything else that might be a number is passed to serde_yaml, so that there is a
//! single authority on YAML's unusual spellings (`0x1F`, `.inf`, `+1`, `1_000`).

use std::borrow::Cow;

use super::tree::Scalar;

pub(super) fn plain(text: &str) -> Scalar<'_> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Scalar::Null,
        "true" | "True" | "TRUE" => Scalar::Bool(true),
        "false" | "False" | "FALSE" => Scalar::Bool(false),
        _ if is_json_number(text) => Scalar::Number(Cow::Borrowed(text)),
        _ if text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first)) => unusual(text),
        _ => Scalar::Text(Cow::Borrowed(text)),
    }
}

fn unusual(text: &str) -> Scalar<'_> {
    match serde_yaml::from_str(text) {
        Ok(serde_yaml::Value::Number(number)) => Scalar::Number(Cow::Owned(number.to_string())),
        // A date, a version or a host name, for example: a string.
        _ => Scalar::Text(Cow::Borrowed(text)),
    }
}

/// Whether a text matches JSON's grammar of numbers. Such a text has the same meaning in YAML.
pub(super) fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

/// Converts a number for serde_json: exactly if possible, else to the nearest `f64`.
pub(super) fn json_number(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|_| serde_json::Value::String(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_scalars_mean_what_serde_yaml_says() {
        for text in [
            "null",
            "~",
            "true",
            "True",
            "yes",
            "on",
            "0",
            "-1",
            "12.50",
            "1e3",
            "1E-3",
            "007",
            "0x1F",
            "0o17",
            "+5",
            ".5",
            "5.",
            ".inf",
            "-.inf",
            ".nan",
            "1_000",
            "2024-01-15",
            "3.0.3",
            "1.2.3.4",
            "12:30",
            "-",
            "abc",
            "é",
            "- 1x",
            "NULL",
            "FALSE",
            "nUll",
        ] {
            let ours = match plain(text) {
                Scalar::Null => serde_yaml::Value::Null,
                Scalar::Bool(value) => value.into(),
                Scalar::Text(text) => text.as_ref().into(),
                Scalar::Number(spelling) => serde_yaml::from_str(&spelling).unwrap(),
            };
            // In brackets: `- 1x` alone would be a list.
            let theirs: serde_yaml::Value = match serde_yaml::from_str(&format!("[{text}]")) {
                Ok(serde_yaml::Value::Sequence(items)) => items.into_iter().next().unwrap(),
                _ => text.into(),
            };
            assert_eq!(ours, theirs, "{text}");
        }
    }

    #[test]
    fn spelling_of_a_number_is_kept() {
        for text in ["12.50", "18446744073709551616", "1e400"] {
            assert_eq!(plain(text), Scalar::Number(text.into()));
        }
        assert_eq!(json_number("12.50"), serde_json::json!(12.5));
    }
}
