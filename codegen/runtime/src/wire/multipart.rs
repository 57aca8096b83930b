//! Bodies in parts: `multipart/form-data` (RFC 7578), and other types with parts, such as `multipart/related`
//! (RFC 2387).

use bytes::Bytes;
use reqwest::header::HeaderValue;

use crate::{
    types::file_part::FilePart,
    wire::{spec::Operation, style::Node},
};

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
        Self { name, file_name: Some(file_name), content_type: file.content_type, body: file.body }
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

/// A header of the parts with a name.
pub(crate) type PartHeader = (&'static str, &'static str, HeaderValue);

/// Returns the body and its media type: the parts in the order of the document, whatever the order of the calls.
pub(crate) fn encode(parts: &[Part], headers: &[PartHeader], operation: &Operation) -> (Vec<u8>, String) {
    let position = |part: &&Part| operation.parts.iter().position(|(name, _)| *name == part.name);
    let mut parts: Vec<&Part> = parts.iter().collect();
    parts.sort_by_key(|part| position(part).unwrap_or(usize::MAX));
    let media_type = operation.content_type.split(';').next().unwrap_or_default().trim();
    let media_type = if media_type.starts_with("multipart/") { media_type } else { FORM };
    let is_form = media_type == FORM;
    let boundary = boundary(&parts);
    let mut body = Vec::with_capacity(parts.iter().map(|part| part.body.len() + 256).sum());
    for part in &parts {
        body.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        let mut lines = vec![if is_form { part.disposition() } else { format!("Content-ID: <{}>", quoted(part.name)) }];
        let content_type = part.content_type(operation);
        lines.extend(content_type.map(|content_type| format!("Content-Type: {}", in_line(content_type))));
        for line in lines {
            body.extend_from_slice(line.as_bytes());
            body.extend_from_slice(b"\r\n");
        }
        for (_, name, value) in headers.iter().filter(|(of, ..)| *of == part.name) {
            body.extend_from_slice(format!("{name}: ").as_bytes());
            body.extend_from_slice(value.as_bytes());
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"\r\n");
        body.extend_from_slice(&part.body);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    // RFC 2387: `type` is the media type of the first part.
    let root = parts.first().filter(|_| media_type == "multipart/related");
    let root =
        root.map(|part| part.content_type(operation).unwrap_or("text/plain").replace(['"', '\\', '\r', '\n'], ""));
    let root = root.map_or_else(String::new, |root| format!("; type=\"{root}\""));
    (body, format!("{media_type}; boundary={boundary}{root}"))
}

/// The multipart type whose parts are the fields of a form.
const FORM: &str = "multipart/form-data";

impl Part {
    /// Returns the media type: that of the file, or else the one that the document declares.
    fn content_type(&self, operation: &Operation) -> Option<&str> {
        let declared = || {
            let of_part = operation.parts.iter().find(|(name, _)| *name == self.name);
            of_part.map(|(_, media_type)| *media_type).filter(|media_type| !media_type.is_empty())
        };
        let of_file = || self.file_name.is_some().then(|| declared().unwrap_or("application/octet-stream"));
        self.content_type.as_deref().or_else(of_file)
    }

    fn disposition(&self) -> String {
        let name = format!("Content-Disposition: form-data; name=\"{}\"", quoted(self.name));
        match &self.file_name {
            Some(file_name) => format!("{name}; filename=\"{}\"", quoted(file_name)),
            None => name,
        }
    }
}

/// Returns a text that cannot end its line.
fn in_line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}

/// Quotes a name like browsers do.
fn quoted(text: &str) -> String {
    text.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// Returns a boundary that occurs in none of the parts.
fn boundary(parts: &[&Part]) -> String {
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
