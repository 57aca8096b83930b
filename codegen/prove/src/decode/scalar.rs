//! Scalars, by the types that generated crates use.

use codegen::plan::Kind;
use openapi_client_runtime as runtime;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::shown;
use crate::finding::Reason;
use crate::json::{Json, is_same_number};

/// What comes back, and how it differs.
type Passed = (Json, Option<(Reason, String)>);

/// Decodes and encodes a scalar.
///
/// # Errors
/// With the reason why it is refused.
pub(super) fn pass(kind: &Kind, value: &Json) -> Result<Passed, String> {
    let encoded = match kind {
        Kind::Integer => through::<i64>(&value.whole()),
        Kind::Unsigned => through::<u64>(&value.whole()),
        Kind::Float => through::<f64>(value),
        Kind::JsonNumber => through::<runtime::JsonNumber>(value),
        Kind::Boolean => through::<bool>(value),
        Kind::String => through::<String>(value),
        Kind::Number => through::<runtime::Number>(value),
        Kind::NumericString => through::<runtime::NumericString>(value),
        Kind::Base64 => through::<runtime::Base64>(value),
        Kind::Text => through::<runtime::Text>(value),
        Kind::Flag => through::<runtime::Flag>(value),
        Kind::Date => through::<runtime::Date>(value),
        Kind::DateTime => through::<runtime::DateTime>(value),
        Kind::Secret => through::<runtime::Secret>(value),
        _ => Ok(value.clone()),
    };
    let encoded = encoded.map_err(|why| format!("{} is refused: {why}", shown(value)))?;
    let reason = match (value, &encoded) {
        (Json::Number(before), Json::Number(after)) => {
            // An `f64` holds no more than the nearest number; but what is written as an integer is meant as one.
            let is_fraction = *kind == Kind::Float && before.contains(['.', 'e', 'E']);
            let is_nearest = is_fraction && before.parse::<f64>() == after.parse::<f64>();
            if is_nearest || is_same_number(before, after) {
                return Ok((value.clone(), None));
            }
            Some(Reason::Number)
        }
        (before, after) => (before != after).then_some(Reason::Changed),
    };
    let changed = reason.map(|reason| (reason, format!("{} becomes {}", shown(value), shown(&encoded))));
    Ok((encoded, changed))
}

fn through<T: DeserializeOwned + Serialize>(value: &Json) -> Result<Json, String> {
    let decoded: T = serde_json::from_str(&value.to_string()).map_err(|error| without_position(&error))?;
    let text = serde_json::to_string(&decoded).map_err(|error| error.to_string())?;
    Json::parse(&text).ok_or_else(|| format!("{text} is not JSON"))
}

/// The message without the position, which is that in a scalar.
fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split_once(" at line ").map_or(text.as_str(), |(message, _)| message).to_owned()
}
