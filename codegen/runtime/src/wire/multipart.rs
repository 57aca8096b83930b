//! Bodies in parts: `multipart/form-data`, RFC 7578.

use bytes::Bytes;

use crate::{types::file_part::FilePart, wire::style::Node};

/// One part of a body.
#[derive(Clone)]
pub(crate) struct Part {
    pub(crate) name: &'static str,
    file_name: Option<String>,
    content_type: Option<String>,
    body: Bytes,
}

impl Part {
    pub(crate) fn file(name: &'static str, file: FilePart) -> Self {
        // Servers recognize a file by its file name.
        let file_name = file.file_name.unwrap_or_else(|| name.to_owned());
        let content_type = file.content_type.unwrap_or_else(|| "application/octet-stream".to_owned());
        Self { name, file_name: Some(file_name), content_type: Some(content_type), body: file.body }
    }

    /// Returns what a response may repeat: the value of the part, or the name of its file.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let file_name = self.file_name.as_deref().filter(|name| *name != self.name);
        let value = if self.file_name.is_none() { std::str::from_utf8(&self.body).ok() } else { None };
        file_name.into_iter().chain(value)
    }

    /// Returns the parts of a JSON value: one, or one for each element of an array.
    pub(crate) fn values(name: &'static str, json: &str, content_type: &'static str) -> serde_json::Result<Vec<Self>> {
        let stated = (!content_type.is_empty()).then(|| content_type.to_owned());
        let part = |content_type: Option<String>, body: Bytes| Self { name, file_name: None, content_type, body };
        let json_type = || stated.clone().or_else(|| Some("application/json".to_owned()));
        if json.starts_with('[') {
            let items: Vec<&serde_json::value::RawValue> = serde_json::from_str(json)?;
            let parts = items.into_iter().map(|item| Self::values(name, item.get(), content_type));
            return Ok(parts.collect::<serde_json::Result<Vec<_>>>()?.concat());
        }
        Ok(match Node::read(json)? {
            Node::Null => Vec::new(),
            Node::Text(text) => vec![part(stated, text.into())],
            Node::List(_) | Node::Object(_) => vec![part(json_type(), json.to_owned().into())],
        })
    }
}

/// Returns the body and its media type.
pub(crate) fn encode(parts: &[Part]) -> (Vec<u8>, String) {
    let boundary = boundary(parts);
    let mut body = Vec::with_capacity(parts.iter().map(|part| part.body.len() + 256).sum());
    for part in parts {
        let mut head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"", quoted(part.name));
        if let Some(name) = &part.file_name {
            head.push_str(&format!("; filename=\"{}\"", quoted(name)));
        }
        if let Some(content_type) = &part.content_type {
            head.push_str(&format!("\r\nContent-Type: {}", content_type.replace(['\r', '\n'], " ")));
        }
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(b"\r\n\r\n");
        body.extend_from_slice(&part.body);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    (body, format!("multipart/form-data; boundary={boundary}"))
}

/// Quotes a name like browsers do.
fn quoted(text: &str) -> String {
    text.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// Returns a boundary that occurs in none of the parts.
fn boundary(parts: &[Part]) -> String {
    let is_in = |text: &str| {
        let text = text.as_bytes();
        parts.iter().any(|part| part.body.windows(text.len()).any(|window| window == text))
    };
    let (mut boundary, mut number) = ("part-of-the-body".to_owned(), 0_u64);
    while is_in(&boundary) {
        number += 1;
        boundary = format!("part-of-the-body-{number}");
    }
    boundary
}

#[cfg(test)]
mod tests;
