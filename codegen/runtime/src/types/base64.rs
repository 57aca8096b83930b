//! Bytes that JSON holds as base64.

use std::fmt;

use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::types::{
    check::{At, Check, Limits, Violation},
    empty::Empty,
    facts::{Depth, Facts, Kinds},
    redact::{Privacy, Redact},
};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes that JSON holds as a string in base64 (RFC 4648).
///
/// Bytes are encoded when a value is created from them. A string that was read is kept as it is, even if it is not
/// base64, and written back unchanged; [`decode`](Self::decode) returns its bytes.
///
/// ```
/// use openapi_client_runtime::Base64;
///
/// let value = Base64::from(b"zoo");
/// assert_eq!(serde_json::to_string(&value)?, "\"em9v\"");
///
/// let value: Base64 = serde_json::from_str("\"em9v\"")?;
/// assert_eq!(value.decode().as_deref(), Some(&b"zoo"[..]));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Base64(String);

impl Base64 {
    /// Creates a value from a string that is base64 already.
    #[must_use]
    pub fn from_encoded(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the bytes, unless the string is not base64. Both alphabets of RFC 4648 are read, with or without padding;
    /// line breaks and spaces are skipped.
    #[must_use]
    pub fn decode(&self) -> Option<Vec<u8>> {
        let is_skipped = |byte: &u8| byte.is_ascii_whitespace();
        let text: Vec<u8> = self.0.bytes().filter(|byte| !is_skipped(byte)).collect();
        let padding = text.iter().rev().take_while(|byte| **byte == b'=').count();
        let digits = text.get(..text.len() - padding)?;
        // One digit holds six bits: no byte ends there.
        if padding > 2 || digits.len() % 4 == 1 || (padding > 0 && !text.len().is_multiple_of(4)) {
            return None;
        }
        let (mut bytes, mut bits, mut count) = (Vec::with_capacity(digits.len() * 3 / 4), 0_u32, 0);
        for digit in digits {
            bits = (bits << 6) | u32::from(value(*digit)?);
            count += 6;
            if count >= 8 {
                count -= 8;
                bytes.push(u8::try_from(bits >> count & 0xff).ok()?);
                bits &= (1 << count) - 1;
            }
        }
        Some(bytes)
    }
}

/// Returns the six bits of a digit.
fn value(digit: u8) -> Option<u8> {
    Some(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}

fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - chunk.len()));
        for index in 0..4 {
            let digit = ALPHABET.get(bits >> (18 - 6 * index) & 0x3f).copied().unwrap_or(b'A');
            text.push(if index > chunk.len() { '=' } else { char::from(digit) });
        }
    }
    text
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Self(encode(bytes))
    }
}

impl<const N: usize> From<&[u8; N]> for Base64 {
    fn from(bytes: &[u8; N]) -> Self {
        Self(encode(bytes))
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(encode(&bytes))
    }
}

impl From<&Vec<u8>> for Base64 {
    fn from(bytes: &Vec<u8>) -> Self {
        Self(encode(bytes))
    }
}

impl From<Bytes> for Base64 {
    fn from(bytes: Bytes) -> Self {
        Self(encode(&bytes))
    }
}

/// Writes the string.
impl fmt::Display for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.redact(f, Privacy::Hidden)
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

impl Empty for Base64 {
    fn empty() -> Self {
        Self(String::new())
    }
}

impl Check for Base64 {
    fn facts(_: Depth) -> Vec<Facts<'static>> {
        vec![Facts::of(Kinds::STRING)]
    }

    fn check(&self, limits: Limits, at: At<'_>) -> Result<(), Violation> {
        limits.check_chars(&self.0, at)
    }
}

impl Redact for Base64 {
    fn redact(&self, f: &mut fmt::Formatter<'_>, privacy: Privacy) -> fmt::Result {
        privacy.show(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648, section 10.
    #[test]
    fn the_vectors_of_the_rfc() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(Base64::from(bytes.as_bytes()).as_str(), text);
            assert_eq!(Base64::from_encoded(text).decode().as_deref(), Some(bytes.as_bytes()), "{text}");
            let bare = text.trim_end_matches('=');
            assert_eq!(Base64::from_encoded(bare).decode().as_deref(), Some(bytes.as_bytes()), "{bare}");
        }
        let all: Vec<u8> = (0..=255).collect();
        let encoded = Base64::from(&all);
        let url_safe = Base64::from_encoded(encoded.as_str().replace('+', "-").replace('/', "_"));
        assert_eq!((encoded.decode(), url_safe.decode()), (Some(all.clone()), Some(all)));
    }

    #[test]
    fn what_is_not_base64_is_kept() {
        assert_eq!(Base64::from_encoded("Zm9v\r\nYg==").decode().as_deref(), Some(&b"foob"[..]));
        for text in ["Z", "Zm9vY", "Zg=", "Zg===", "Z=g=", "Zm9v!", "ü"] {
            let json = serde_json::to_string(text).unwrap();
            let value: Base64 = serde_json::from_str(&json).unwrap();
            assert_eq!(value.decode(), None, "{text}");
            assert_eq!(serde_json::to_string(&value).unwrap(), json);
        }
        assert!(serde_json::from_str::<Base64>("7").is_err());
        assert!(!format!("{:?}", Base64::from_encoded("Zg==")).contains("Zg"));
    }
}
