//! Numbers: the bounds, what is next to them, and what is hard to keep.

use serde_json::Value;

use super::{Extent, Pieces};
use crate::json::Json;

/// Returns integers, the simplest first.
pub(super) fn integers(pieces: &Pieces<'_>, extent: Extent) -> Vec<Json> {
    let (low, high) = match format(pieces) {
        Some("int32") => (i128::from(i32::MIN), i128::from(i32::MAX)),
        Some("uint8") => (0, i128::from(u8::MAX)),
        Some("uint16") => (0, i128::from(u16::MAX)),
        Some("uint32") => (0, i128::from(u32::MAX)),
        Some(format) if is_unsigned(format) => (0, i128::from(u64::MAX)),
        _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
    };
    // Without a format, only a bound says that integers may be beyond an `i64`.
    let beyond = if format(pieces).is_none() { i128::from(u64::MAX) } else { high };
    let lower = bounds(pieces, ["minimum", "exclusiveMinimum"]).max().map_or(low, |bound| bound.max(low));
    let upper = bounds(pieces, ["maximum", "exclusiveMaximum"]).min().map_or(high, |bound| bound.min(beyond));
    let step = pieces.iter().filter_map(|piece| piece.get("multipleOf")?.as_i64()).map(i128::from).max();
    let mut all: Vec<i128> = vec![1, (1 << 53) + 1, upper, lower, 0, 42, lower + 1, upper - 1, -1];
    if let Some(step) = step {
        all = [0, 1, lower / step, lower / step + 1, upper / step].map(|count| count * step).into();
    }
    all.retain(|number| (lower..=upper).contains(number));
    if extent != Extent::All {
        all.truncate(4);
    }
    // By JSON Schema, a fraction of zero makes no other number.
    let with_fraction = all.first().map(|number| format!("{number}.0")).filter(|_| extent == Extent::All);
    all.into_iter().map(|number| number.to_string()).chain(with_fraction).map(Json::Number).collect()
}

/// Whether a format is that of integers that fit a `u64`, however it is spelled.
fn is_unsigned(format: &str) -> bool {
    const NAMES: &[&str] = &["uint", "uint64", "u64", "ulong", "unsignedlong", "unsignedint64", "unsigned64"];
    let plain: String = format.to_ascii_lowercase().chars().filter(|char| char.is_alphanumeric()).collect();
    NAMES.contains(&plain.as_str())
}

/// Returns the bounds as integers, towards the inside.
fn bounds(pieces: &Pieces<'_>, keys: [&str; 2]) -> impl Iterator<Item = i128> {
    let values = pieces.iter().flat_map(move |piece| keys.map(|key| (key, piece.get(key))));
    let found: Vec<_> = values.filter_map(|(key, bound)| integer(key, bound?)).collect();
    found.into_iter()
}

fn integer(key: &str, bound: &Value) -> Option<i128> {
    let inward = if key.ends_with("inimum") { 1 } else { -1 };
    let (whole, is_exact) = match (bound.as_i64(), bound.as_f64()) {
        (Some(whole), _) => (i128::from(whole), true),
        // What a double makes of the largest integers is one more.
        (None, Some(bound)) if bound == i64::MAX as f64 => (i128::from(i64::MAX), true),
        (None, Some(bound)) if bound == u64::MAX as f64 => (i128::from(u64::MAX), true),
        (None, Some(bound)) if inward > 0 => (bound.ceil() as i128, bound.fract() == 0.0),
        (None, Some(bound)) => (bound.floor() as i128, bound.fract() == 0.0),
        (None, None) => return None,
    };
    Some(whole + if is_exact && key.starts_with("exclusive") { inward } else { 0 })
}

/// Returns numbers, the simplest first.
pub(super) fn numbers(pieces: &Pieces<'_>, extent: Extent) -> Vec<Json> {
    let all = |keys: [&'static str; 2]| {
        pieces.iter().flat_map(move |piece| keys.map(|key| piece.get(key).and_then(Value::as_f64))).flatten()
    };
    let lower = all(["minimum", "exclusiveMinimum"]).fold(f64::NEG_INFINITY, f64::max);
    let upper = all(["maximum", "exclusiveMaximum"]).fold(f64::INFINITY, f64::min);
    let step = pieces.iter().filter_map(|piece| piece.get("multipleOf")?.as_f64()).fold(0.0, f64::max);
    let mut texts: Vec<String> = ["1.5", "0", "1", "-2.25", "0.1", "123456.789", "1e-7"].map(str::to_owned).into();
    if format(pieces).is_none() {
        texts.splice(2..2, ["9007199254740993", "5.0", "1e3", "0.1234567890123456789"].map(str::to_owned));
    }
    if format(pieces) == Some("decimal") {
        texts.splice(1..1, ["12345678901234567890.12", "0.10"].map(str::to_owned));
    }
    let bounds = [lower, upper, f64::midpoint(lower, upper), lower + 1.0, upper - 1.0];
    texts.extend(bounds.iter().filter(|bound| bound.is_finite()).map(f64::to_string));
    if step > 0.0 {
        let start = if lower.is_finite() { (lower / step).ceil() } else { 0.0 };
        texts = [start, start + 1.0, start + 2.0].map(|count| (count * step).to_string()).into();
    }
    texts.retain(|text| text.parse::<f64>().is_ok_and(|number| (lower..=upper).contains(&number)));
    if extent != Extent::All {
        texts.truncate(4);
    }
    texts.into_iter().map(Json::Number).collect()
}

fn format<'a>(pieces: &Pieces<'a>) -> Option<&'a str> {
    pieces.iter().find_map(|piece| piece.get("format")?.as_str())
}
