//! Values in URLs, and URL encoding.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::types::{
    base64::Base64, date::Date, datetime::DateTime, flag::Flag, json_number::JsonNumber, number::Number,
    numeric_string::NumericString, text::Text,
};

/// A value of a query parameter.
#[doc(hidden)]
pub trait QueryValue {
    /// Returns the text before it is percent-encoded.
    fn query_text(&self) -> Cow<'_, str>;
}

/// A value of a path parameter.
#[doc(hidden)]
pub trait PathValue {
    /// Returns the text before it is percent-encoded.
    fn path_text(&self) -> Cow<'_, str>;
}

macro_rules! url_values {
    ($($name:ty: $text:expr;)+) => {
        $(
            impl QueryValue for $name {
                fn query_text(&self) -> Cow<'_, str> {
                    let text: fn(&$name) -> Cow<'_, str> = $text;
                    text(self)
                }
            }

            impl PathValue for $name {
                fn path_text(&self) -> Cow<'_, str> {
                    self.query_text()
                }
            }
        )+
    };
}

url_values! {
    bool: |value| Cow::Owned(value.to_string());
    i32: |value| Cow::Owned(value.to_string());
    i64: |value| Cow::Owned(value.to_string());
    u64: |value| Cow::Owned(value.to_string());
    // `Display` of a float writes `50`, never `50.0`.
    f64: |value| Cow::Owned(value.to_string());
    str: |value| Cow::Borrowed(value);
    String: |value| Cow::Borrowed(value);
    Base64: |value| Cow::Borrowed(value.as_str());
    Text: |value| Cow::Borrowed(value.as_str());
    Flag: |value| Cow::Owned(value.to_string());
    Number: |value| Cow::Owned(value.to_string());
    JsonNumber: |value| Cow::Owned(value.to_string());
    NumericString: |value| Cow::Owned(value.to_string());
    Date: |value| value.as_text();
    DateTime: |value| value.as_text();
}

impl<T: QueryValue + ?Sized> QueryValue for &T {
    fn query_text(&self) -> Cow<'_, str> {
        (**self).query_text()
    }
}

impl<T: PathValue + ?Sized> PathValue for &T {
    fn path_text(&self) -> Cow<'_, str> {
        (**self).path_text()
    }
}

/// Encodes everything except the unreserved characters of RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `:` and `,` have no meaning in the query, and are easier to read in a log unencoded.
const QUERY: &AsciiSet = &SEGMENT.remove(b':').remove(b',');

/// Appends `name=value` to the query of `url`.
pub(crate) fn push_query(url: &mut String, name: &str, value: &str) {
    let first = !url.contains('?');
    url.push(if first { '?' } else { '&' });
    url.extend(utf8_percent_encode(name, QUERY));
    url.push('=');
    url.extend(utf8_percent_encode(value, QUERY));
}

/// The characters of `allowReserved`: the reserved ones of RFC 3986, except those that end a value (`&`, `#`) or mean a
/// space (`+`).
const RESERVED: &AsciiSet = &QUERY
    .remove(b'/')
    .remove(b'?')
    .remove(b'[')
    .remove(b']')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b';')
    .remove(b'=');

/// Appends `name=value` to the query of `url`, with the value expanded as in RFC 6570, 3.2.3: percent-encoded
/// characters stay as they are, so that a caller can encode the others.
pub(crate) fn push_reserved_query(url: &mut String, name: &str, value: &str) {
    push_query(url, name, "");
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('%') {
        url.extend(utf8_percent_encode(before, RESERVED));
        let is_encoded = after.as_bytes().first_chunk::<2>().is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit));
        url.push_str(if is_encoded { "%" } else { "%25" });
        rest = after;
    }
    url.extend(utf8_percent_encode(rest, RESERVED));
}

/// Appends `/text` to a path.
pub(crate) fn push_segment(path: &mut String, text: &str) {
    path.push('/');
    path.extend(utf8_percent_encode(text, SEGMENT));
}

/// Percent-encodes everything that may have a meaning in a URL.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

/// Returns the length of `value` in a query, in bytes.
pub(crate) fn query_length(value: &str) -> usize {
    utf8_percent_encode(value, QUERY).map(str::len).sum()
}

/// Returns why `text` cannot be a path segment; `None` if it can.
pub(crate) fn segment_problem(text: &str) -> Option<&'static str> {
    match text {
        "" => Some("empty"),
        // They would be resolved, and the request would go to another path.
        "." | ".." => Some("`.` and `..` are not path segments"),
        _ => None,
    }
}

/// Room for a query, or for percent-encoding in a path.
const ROOM: usize = 128;

/// The value of a name in a path.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Segment<'v> {
    Text(&'v str),
    /// Percent-encoded, with delimiters.
    Encoded(&'v str),
}

/// Replaces the `{names}` of `template`, each by one percent-encoded path segment.
///
/// # Errors
/// With the name that has no value.
pub(crate) fn expand<'t, 'v>(
    template: &'t str,
    value: impl Fn(&str) -> Option<Segment<'v>>,
) -> Result<String, &'t str> {
    let mut url = String::with_capacity(template.len() + ROOM);
    push_expanded(&mut url, template, value)?;
    Ok(url)
}

/// Appends the result of [`expand`] to `url`.
///
/// # Errors
/// With the name that has no value.
pub(crate) fn push_expanded<'t, 'v>(
    url: &mut String,
    template: &'t str,
    value: impl Fn(&str) -> Option<Segment<'v>>,
) -> Result<(), &'t str> {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        url.push_str(before);
        match value(name).ok_or(name)? {
            Segment::Text(text) => url.extend(utf8_percent_encode(text, SEGMENT)),
            Segment::Encoded(text) => url.push_str(text),
        }
        rest = after;
    }
    url.push_str(rest);
    Ok(())
}

#[cfg(test)]
mod tests;
