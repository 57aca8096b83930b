//! Strings, by pattern, format and length.

use serde_json::Value;

use super::{Extent, Pieces, pattern};
use crate::json::Json;

/// Values of each format, the usual one first.
const FORMATS: &[(&str, &[&str])] = &[
    ("date", &["2024-02-29", "1999-12-31"]),
    (
        "date-time",
        &[
            "2024-01-15T10:30:00Z",
            "2024-01-15T10:30:00.250+02:00",
            "1999-12-31T23:59:59.123456789-08:00",
            "2024-01-15T10:30:00.000Z",
        ],
    ),
    ("time", &["10:30:00Z", "10:30:00.5+02:00"]),
    ("duration", &["P3D", "PT1H30M"]),
    ("uuid", &["0b3e1f3e-5a0f-4f8e-9d3f-1f1b6c1d2e3f"]),
    ("email", &["ada@example.com"]),
    ("idn-email", &["ada@example.com"]),
    ("hostname", &["api.example.com"]),
    ("idn-hostname", &["api.example.com"]),
    ("ipv4", &["192.0.2.1"]),
    ("ipv6", &["2001:db8::1"]),
    ("uri", &["https://example.com/a?b=c#d"]),
    ("url", &["https://example.com/a?b=c#d"]),
    ("uri-reference", &["/a?b=c", "https://example.com/"]),
    ("iri", &["https://example.com/é"]),
    ("uri-template", &["/pets/{id}"]),
    ("json-pointer", &["/a/0"]),
    ("regex", &["^a+$"]),
    ("byte", &["aGVsbG8="]),
    ("base64", &["aGVsbG8="]),
    ("decimal", &["12.3400", "-0.1", "7"]),
    ("int64", &["9007199254740993", "1"]),
    ("int32", &["7"]),
    ("rfc2822", &["Wed, 10 Jan 2018 21:02:23 +0000"]),
];

/// Strings without a format.
const TEXTS: &[&str] = &["text", "a", "", "é😀", "x y", "1.10", "true", "a\nb\"\\", "0"];

/// Longer strings show nothing more.
const LONGEST: usize = 1_000;

/// Returns strings, the usual one first.
pub(super) fn texts(pieces: &Pieces<'_>, extent: Extent, seed: u64) -> Vec<Json> {
    let count =
        |key: &'static str| pieces.iter().filter_map(|piece| piece.get(key)?.as_u64()).map(|count| count as usize);
    let shortest = count("minLength").max().unwrap_or_default();
    let longest = count("maxLength").min().unwrap_or(usize::MAX);
    let mut texts: Vec<String> = Vec::new();
    let patterns = pieces.iter().filter_map(|piece| piece.get("pattern").and_then(Value::as_str));
    texts.extend(patterns.flat_map(|text| pattern::texts(text, shortest, longest)));
    let formats = pieces.iter().filter_map(|piece| piece.get("format").and_then(Value::as_str));
    let known = formats.filter_map(|format| FORMATS.iter().find(|(name, _)| *name == format));
    texts.extend(known.flat_map(|(_, values)| values.iter().map(|value| (*value).to_owned())));
    texts.extend(TEXTS.iter().map(|text| (*text).to_owned()));
    let boundaries = [shortest, shortest + 1, longest.min(LONGEST)];
    texts.extend(boundaries.into_iter().filter(|length| *length <= LONGEST).map(|length| of_length(length, seed)));
    texts.retain(|text| (shortest..=longest).contains(&text.chars().count()));
    if extent != Extent::All {
        // The usual ones, and those at the end for lengths that the usual ones do not have.
        texts.truncate(6);
    }
    texts.into_iter().map(Json::Text).collect()
}

/// Returns a string of letters that depends on the seed.
fn of_length(length: usize, seed: u64) -> String {
    let letters = ('a'..='z').cycle().skip((seed % 26) as usize);
    letters.take(length).collect()
}
