//! Whether a response can be the stream of events that was asked for.

use reqwest::header::{CONTENT_TYPE, HeaderMap};

use crate::{transport::response::ResponseMeta, wire::spec::Operation};

/// The media type of server-sent events.
pub(crate) const EVENTS: &str = "text/event-stream";

/// Returns whether the content type of a response rules out events: it is recognizably something else, or belongs to
/// another method of the operation.
///
/// A missing, malformed or unknown type does not: servers and proxies omit it, or send `text/plain`.
pub(crate) fn replaces_events(operation: &Operation, headers: &HeaderMap) -> bool {
    let Some(essence) = essence(headers) else { return false };
    let belongs_elsewhere = operation.other_media.iter().any(|other| other.eq_ignore_ascii_case(&essence));
    essence != EVENTS && (belongs_elsewhere || is_something_else(&essence))
}

/// Returns why a response cannot be streamed.
pub(crate) fn no_stream(meta: &ResponseMeta) -> String {
    match essence(meta.headers()) {
        Some(essence) => format!("its content type is `{essence}` instead of `{EVENTS}`"),
        None => "there is no body to stream".to_owned(),
    }
}

/// Returns the content type without its parameters, which may hold anything; `None` if it is missing or malformed.
fn essence(headers: &HeaderMap) -> Option<String> {
    /// RFC 6838, section 4.2: 127 characters on either side, of which nobody uses half.
    const MOST: usize = 127;
    let is_token = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    let essence = headers.get(CONTENT_TYPE)?.to_str().ok()?.split(';').next()?.trim().to_ascii_lowercase();
    let (typ, subtype) = essence.split_once('/')?;
    (essence.len() <= MOST && is_token(typ) && is_token(subtype)).then_some(essence)
}

/// Returns whether a media type names a format other than lines with fields.
fn is_something_else(essence: &str) -> bool {
    let (typ, subtype) = essence.split_once('/').unwrap_or((essence, ""));
    let format = subtype.rsplit('+').next().unwrap_or(subtype);
    let format = format.strip_prefix("x-").unwrap_or(format);
    match typ {
        "image" | "audio" | "video" | "font" | "model" | "multipart" | "message" => true,
        _ => matches!(
            format,
            "html"
                | "xhtml"
                | "xml"
                | "csv"
                | "css"
                | "javascript"
                | "yaml"
                | "pdf"
                | "zip"
                | "gzip"
                | "tar"
                | "wasm"
                | "json"
                | "json5"
                | "jsonl"
                | "ndjson"
                | "jsonlines"
                | "json-seq"
                | "www-form-urlencoded"
                | "grpc"
                | "protobuf"
                | "cbor"
                | "msgpack"
        ),
    }
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;

    use super::*;
    use crate::sample::LIST;

    /// With the types of the media registry's own examples, and what proxies make of them.
    #[test]
    fn only_what_is_recognizably_something_else_is_refused() {
        static BESIDE_TEXT: Operation =
            Operation { other_media: &["text/plain", "application/vnd.zoo.Bits"], ..Operation::new(LIST.api) };
        let seen = |operation: &Operation, value: &[u8]| {
            let mut headers = HeaderMap::new();
            headers.insert(CONTENT_TYPE, HeaderValue::from_bytes(value).unwrap());
            replaces_events(operation, &headers).then(|| essence(&headers).unwrap())
        };
        assert!(!replaces_events(&LIST, &HeaderMap::new()));
        for taken in [
            "text/event-stream",
            "Text/Event-Stream; charset=UTF-8",
            "text/plain",
            "text/plain; charset=utf-8",
            "application/octet-stream",
            "binary/octet-stream",
            "text/x-events",
            "application/vnd.zoo.bits",
            "",
            "json",
            "text/",
            "*/*",
            "text/event-stream, application/json",
            "caf\u{e9}/json",
        ] {
            assert_eq!(seen(&LIST, taken.as_bytes()), None, "{taken}");
        }
        for (refused, named) in [
            ("application/json", "application/json"),
            ("Application/JSON;charset=utf-8;note=noor", "application/json"),
            ("text/json", "text/json"),
            ("application/problem+json", "application/problem+json"),
            ("application/x-ndjson", "application/x-ndjson"),
            ("text/html; charset=utf-8", "text/html"),
            ("application/xhtml+xml", "application/xhtml+xml"),
            ("application/xml", "application/xml"),
            ("image/png", "image/png"),
            ("image/svg+xml", "image/svg+xml"),
            ("multipart/mixed; boundary=x", "multipart/mixed"),
            ("application/pdf", "application/pdf"),
            ("application/x-www-form-urlencoded", "application/x-www-form-urlencoded"),
        ] {
            assert_eq!(seen(&LIST, refused.as_bytes()).as_deref(), Some(named), "{refused}");
        }
        // A type that another method of the operation decodes is not guessed at.
        for (refused, named) in
            [("text/plain;x=y", "text/plain"), ("application/VND.zoo.bits", "application/vnd.zoo.bits")]
        {
            assert_eq!(seen(&BESIDE_TEXT, refused.as_bytes()).as_deref(), Some(named), "{refused}");
        }
        assert_eq!(seen(&BESIDE_TEXT, b"text/event-stream"), None);
    }
}
