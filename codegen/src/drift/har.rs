//! Reads recorded traffic: HAR 1.2, as browsers and proxies export it.
//!
//! Nothing of the traffic gets into an error: not even a value of the wrong type.

use std::fmt;

use serde_json::Value as Json;

/// An exchange.
#[derive(Debug)]
pub(super) struct Entry {
    /// The position in the log.
    pub(super) index: usize,
    /// The HTTP method, in lower case.
    pub(super) method: String,
    pub(super) url: String,
    /// 0 if there was no response.
    pub(super) status: u16,
    pub(super) body: Body,
}

/// The body of a response.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// It was not recorded.
    Unknown,
    Empty,
    Text(String),
}

/// Why a file is not HAR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HarError(String);

impl fmt::Display for HarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for HarError {}

/// Reads a file.
pub(super) fn entries(bytes: &[u8]) -> Result<Vec<Entry>, HarError> {
    // Some tools write a byte order mark.
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let log: Json = serde_json::from_slice(bytes).map_err(|error| {
        // Its own text could show a part of the traffic.
        HarError(format!("it is not JSON (line {}, column {})", error.line(), error.column()))
    })?;
    let list = log.pointer("/log/entries").and_then(Json::as_array);
    let list = list.ok_or_else(|| HarError("it has no list `log.entries`".to_owned()))?;
    list.iter().enumerate().map(|(index, entry)| one(index, entry)).collect()
}

fn one(index: usize, entry: &Json) -> Result<Entry, HarError> {
    let bad = |path: &str, wanted: &str| HarError(format!("`log.entries[{index}].{path}` is not {wanted}"));
    let text = |path: &str| {
        let value = entry.pointer(&format!("/{}", path.replace('.', "/"))).and_then(Json::as_str);
        value.map(str::to_owned).ok_or_else(|| bad(path, "a string"))
    };
    let status = entry.pointer("/response/status").and_then(Json::as_u64).and_then(|status| status.try_into().ok());
    Ok(Entry {
        index,
        method: text("request.method")?.to_ascii_lowercase(),
        url: text("request.url")?,
        status: status.ok_or_else(|| bad("response.status", "a status"))?,
        body: body(entry.pointer("/response/content"))
            .ok_or_else(|| bad("response.content.text", "text, or base64 as `encoding` says"))?,
    })
}

fn body(content: Option<&Json>) -> Option<Body> {
    let Some(content) = content else { return Some(Body::Unknown) };
    let Some(text) = content.get("text") else {
        let is_empty = content.get("size").and_then(Json::as_i64) == Some(0);
        return Some(if is_empty { Body::Empty } else { Body::Unknown });
    };
    let text = text.as_str()?;
    let text = match content.get("encoding").and_then(Json::as_str) {
        Some("base64") => String::from_utf8_lossy(&decoded(text)?).into_owned(),
        _ => text.to_owned(),
    };
    Some(if text.trim().is_empty() { Body::Empty } else { Body::Text(text) })
}

/// Decodes base64, with or without padding.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let (mut bits, mut count, mut bytes) = (0_u32, 0_u32, Vec::new());
    for byte in text.trim_end().trim_end_matches('=').bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0xff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_decoded() {
        for (text, expected) in [
            ("", Some("")),
            ("Zg==", Some("f")),
            ("Zm8=", Some("fo")),
            ("Zm9v", Some("foo")),
            ("Zm9v\nYmFy", Some("foobar")),
            ("Zm9vYg", Some("foob")),
            ("Zm9*", None),
        ] {
            assert_eq!(decoded(text), expected.map(|text| text.as_bytes().to_vec()), "{text}");
        }
    }

    #[test]
    fn errors_say_where_and_show_nothing_of_the_traffic() {
        let entry = |request: &str, response: &str| {
            format!(r#"{{"log": {{"entries": [{{"request": {request}, "response": {response}}}]}}}}"#)
        };
        let request = r#"{"method": "GET", "url": "https://zoo.example/pets"}"#;
        for (text, expected) in [
            ("secret".to_owned(), "it is not JSON (line 1, column 1)"),
            (r#"{"log": {"entries": "secret"}}"#.to_owned(), "it has no list `log.entries`"),
            (r#"["secret"]"#.to_owned(), "it has no list `log.entries`"),
            (entry(r#"{"method": "GET", "url": 77}"#, "{}"), "`log.entries[0].request.url` is not a string"),
            (entry(r#"{"url": "secret"}"#, "{}"), "`log.entries[0].request.method` is not a string"),
            (entry(request, r#"{"status": "secret"}"#), "`log.entries[0].response.status` is not a status"),
            (entry(request, r#"{"status": 70000}"#), "`log.entries[0].response.status` is not a status"),
            (
                entry(request, r#"{"status": 200, "content": {"text": "secret!", "encoding": "base64"}}"#),
                "`log.entries[0].response.content.text` is not text, or base64 as `encoding` says",
            ),
        ] {
            let error = entries(text.as_bytes()).err().map(|error| error.to_string()).unwrap_or_default();
            assert_eq!(error, expected, "{text}");
        }
    }

    #[test]
    fn bodies_are_there_or_not() {
        for (content, expected) in [
            ("null", Body::Unknown),
            (r#"{"size": 12}"#, Body::Unknown),
            (r#"{"size": 0}"#, Body::Empty),
            (r#"{"text": ""}"#, Body::Empty),
            (r#"{"text": "{}"}"#, Body::Text("{}".to_owned())),
            (r#"{"text": "e30=", "encoding": "base64"}"#, Body::Text("{}".to_owned())),
        ] {
            let content: Json = serde_json::from_str(content).unwrap();
            assert_eq!(body(Some(&content)), Some(expected), "{content}");
        }
        assert_eq!(body(None), Some(Body::Unknown));
    }
}
