//! Writes the JSON of requests.

use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

/// Returns the JSON of a value. A float without a fraction is written as an integer, as in a URL: what came as `5`
/// goes back as `5`.
///
/// # Errors
/// When the value has no JSON.
pub(crate) fn to_vec<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<Vec<u8>> {
    let mut json = Vec::with_capacity(128);
    value.serialize(&mut Serializer::with_formatter(&mut json, Whole))?;
    Ok(json)
}

/// Returns the JSON of a value, as [`to_vec`] writes it.
///
/// # Errors
/// When the value has no JSON.
pub(crate) fn to_string<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<String> {
    String::from_utf8(to_vec(value)?).map_err(serde::ser::Error::custom)
}

/// Above, an `f64` does not hold all integers.
const EXACT: f64 = 9_007_199_254_740_992.0;

struct Whole;

impl Formatter for Whole {
    #[inline]
    fn write_f64<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        let is_whole = value.fract() == 0.0 && value.abs() < EXACT && (value != 0.0 || value.is_sign_positive());
        if is_whole { self.write_i64(writer, value as i64) } else { CompactFormatter.write_f64(writer, value) }
    }

    #[inline]
    fn write_f32<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f32) -> io::Result<()> {
        let is_whole = value.fract() == 0.0 && f64::from(value.abs()) < EXACT;
        if is_whole && (value != 0.0 || value.is_sign_positive()) {
            self.write_i64(writer, value as i64)
        } else {
            CompactFormatter.write_f32(writer, value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_without_a_fraction_are_integers() {
        let floats = [5.0, -5.0, 0.0, -0.0, 0.5, 1e15, 1e16, 1e300];
        assert_eq!(to_string(&floats).unwrap(), "[5,-5,0,-0.0,0.5,1000000000000000,1e+16,1e+300]");
        assert_eq!(to_string(&[5_f32, 0.1]).unwrap(), "[5,0.1]");
        assert_eq!(to_string(&f64::NAN).unwrap(), "null");
        // What is written as text already stays.
        let json = crate::types::json::Json::parse("[5.0, 1e3]").unwrap();
        assert_eq!(to_string(&json).unwrap(), "[5.0, 1e3]");
    }
}
