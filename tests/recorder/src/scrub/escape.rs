//! Text as encoded in URLs, HTML and JSON.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The characters that the client encodes in a path segment.
pub(super) const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The characters that the client encodes in a query, where arrays are separated by commas.
pub(super) const QUERY: &AsciiSet = &SEGMENT.remove(b':').remove(b',');
/// Encodes as little as possible, so that a URL stays a URL.
const URL: &AsciiSet = &QUERY.remove(b'/').remove(b'?').remove(b'&').remove(b'=').remove(b';').remove(b'#');

/// Decodes percent-encoding. Invalid UTF-8 is lost, which is as good as replaced.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Decodes escapes of HTML and JSON.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\\']) {
        let (before, escape) = rest.split_at(at);
        plain += before;
        let (meant, length) = entity(escape).or_else(|| unit(escape)).unwrap_or_else(|| {
            let first = escape.chars().next();
            (first.map(String::from).unwrap_or_default(), first.map_or(1, char::len_utf8))
        });
        plain += &meant;
        rest = escape.get(length..).unwrap_or_default();
    }
    plain + rest
}

/// Decodes `&amp;`, `&#39;` or `&#x27;`. Returns the character and the length of the escape.
fn entity(text: &str) -> Option<(String, usize)> {
    let (name, _) = text.strip_prefix('&')?.split_once(';')?;
    let meant = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
            char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?)?
        }
    };
    Some((meant.to_string(), name.len() + 2))
}

/// Decodes `\\u00f6`, `\\"` or `\\/`. Returns the character and the length of the escape.
fn unit(text: &str) -> Option<(String, usize)> {
    let escape = text.strip_prefix('\\')?;
    let mark = escape.chars().next().filter(|c| "\"\\/u".contains(*c))?;
    if mark != 'u' {
        return Some((mark.to_string(), 2));
    }
    let units = text.split("\\u").skip(1).map_while(|unit| u16::from_str_radix(unit.get(..4)?, 16).ok());
    // Surrogate pairs.
    let meant = char::decode_utf16(units.take(2)).next()?.ok()?;
    Some((meant.to_string(), 6 * meant.len_utf16()))
}

/// The characters that end a part of a longer text that may be percent-encoded.
pub(super) const ENDS: fn(char) -> bool = |c| c.is_whitespace() || "\"'<>()".contains(c);

/// Percent-encodes a text as part of a longer one.
pub(super) fn encoded_again(text: &str) -> String {
    utf8_percent_encode(text, URL).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_mean_characters() {
        for (text, plain) in [
            ("O&#39;Brien &amp; S&#xf6;hne &lt;&quot;&nope;&", "O'Brien & Söhne <\"&nope;&"),
            (r#"{\"a\":\"S\u00f6hne \ud83c\udffa\/\n\""#, "{\"a\":\"Söhne 🏺/\\n\""),
            (r"\u12 \ud83c! \", r"\u12 \ud83c! \"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(unescaped(text), plain, "{text}");
        }
    }
}
