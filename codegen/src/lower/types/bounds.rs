//! The bounds of integers, and the integers that Rust needs for them.

use super::super::input::Input;
use crate::ir::TypeRef;
use crate::schema::{self, Schema};
use crate::source::Value;

/// A bound beyond this may have been rounded: an `f64` does not hold all integers.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The largest `i64`, and as JavaScript rounds and writes it.
const I64_MAX: i128 = 9_223_372_036_854_776_000;

/// The largest `u64`, and as JavaScript rounds and writes it.
const U64_MAX: i128 = 18_446_744_073_709_552_000;

/// The smallest and the largest integer that a schema allows. Both are inclusive.
pub(super) type Range = (Option<i128>, Option<i128>);

/// Returns the bounds of the integers of a schema.
pub(super) fn of(input: Input<'_>, parts: &Schema) -> Range {
    let any = &parts.any;
    let bound = |key, limit: Option<f64>, exclusive: Option<bool>, inward: i128| {
        let limit = limit?;
        // The nearest integer inside a fractional bound.
        let whole = if inward > 0 { limit.ceil() } else { limit.floor() };
        let integer = if limit.abs() < EXACT { whole as i128 } else { written(input, parts, key, limit) };
        let is_open = exclusive == Some(true) && whole == limit;
        Some(if is_open { integer.saturating_add(inward) } else { integer })
    };
    (bound("minimum", any.minimum, any.exclusive_minimum, 1), bound("maximum", any.maximum, any.exclusive_maximum, -1))
}

/// Returns a large bound with all digits of the document.
fn written(input: Input<'_>, parts: &Schema, key: &str, rounded: f64) -> i128 {
    let exact = schema::taken_in(input.documents, parts.id).flatten().find_map(|schema| {
        let Value::Number(text) = input.sources.value(input.sources.get(schema, key)?) else { return None };
        text.parse::<i128>().ok().filter(|_| text.parse() == Ok(rounded))
    });
    exact.unwrap_or(rounded as i128)
}

/// Returns the type of the integers of a schema, if its bounds ask for another one than the format.
pub(super) fn wide(input: Input<'_>, parts: &Schema) -> Option<TypeRef> {
    let (least, most) = of(input, parts);
    let has_format = parts.any.format.is_some();
    let fits = |bound: Option<i128>| bound.is_none_or(|bound| (-I64_MAX..=I64_MAX).contains(&bound));
    if let Some(wide) = of_values(parts) {
        return Some(wide);
    }
    if fits(least) && fits(most) {
        return None;
    }
    let is_unsigned = least.is_some_and(|least| least >= 0) && most.is_none_or(|most| most <= U64_MAX);
    match is_unsigned {
        true => Some(TypeRef::Unsigned),
        // Such a bound says nothing about the integers of a format.
        false => (!has_format).then_some(TypeRef::JsonNumber),
    }
}

/// Returns the type of the values of an enum, if some are beyond `i64`.
fn of_values(parts: &Schema) -> Option<TypeRef> {
    let numbers = || parts.any.enumeration.iter().filter(|value| value.is_number());
    if numbers().all(|number| number.is_i64() || is_small(number)) {
        return None;
    }
    Some(if numbers().all(|number| number.as_u64().is_some()) { TypeRef::Unsigned } else { TypeRef::JsonNumber })
}

/// Whether a number that is written with a fraction or an exponent is within `i64`, such as `5.0`.
fn is_small(number: &serde_json::Value) -> bool {
    number.is_f64() && number.as_f64().is_some_and(|number| number.abs() < EXACT)
}
