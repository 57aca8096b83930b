//! Integers that are written with a fraction or an exponent: by JSON Schema, `5.0` and `1e3` are integers.

use serde::{
    Deserialize,
    de::{Deserializer, Error, Unexpected, Visitor},
};
use serde_json::value::RawValue;

use super::{with, without_position};
use crate::types::scalar;

/// Reads an integer, exactly.
pub(super) fn read<'de, D: Deserializer<'de>, V: Visitor<'de>>(json: D, visitor: V) -> Result<V::Value, D::Error> {
    let text = <&'de RawValue>::deserialize(json)?.get();
    let has_point = scalar::is_json_number(text) && text.contains(['.', 'e', 'E']);
    let Some(whole) = has_point.then(|| scalar::whole(text)).flatten() else {
        let mut json = serde_json::Deserializer::from_str(text);
        return json.deserialize_any(visitor).map_err(|error| D::Error::custom(without_position(&error)));
    };
    with(|current| current.has_whole = true);
    match (whole.parse(), whole.parse()) {
        (Ok(number), _) => visitor.visit_i64(number),
        (_, Ok(number)) => visitor.visit_u64(number),
        _ => Err(D::Error::invalid_value(Unexpected::Other("integer"), &visitor)),
    }
}
