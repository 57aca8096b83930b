//! Where references lead.

use codegen::plan::Document;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::At;

/// Longer chains are circular.
const MOST: usize = 64;

/// The reference of JSON Schema 2019-09 to a schema around it.
const ITSELF: &str = "#";

/// Returns the object that a reference in a document leads to, through other references.
pub(super) fn follow(documents: &[Document], document: usize, reference: &str) -> Option<At> {
    let mut at = step(documents, document, reference)?;
    for _ in 0..MOST {
        let value = documents.get(at.0)?.json.pointer(&at.1)?;
        match only_reference(value, documents.get(at.0)?.is_3_0) {
            Some(next) => at = step(documents, at.0, next)?,
            None => return Some(at),
        }
    }
    None
}

/// Returns the object that a reference at a pointer leads to. One such as `#/$defs/…` that leads nowhere may be relative to
/// a schema around it.
pub(super) fn follow_from(documents: &[Document], document: usize, pointer: &str, reference: &str) -> Option<At> {
    const INNER: &[&str] = &["#/$defs/", "#/definitions/", "#/properties/", "#/items/"];
    if reference == ITSELF {
        return recursive(documents.get(document)?, pointer).map(|pointer| (document, pointer.to_owned()));
    }
    if let Some(at) = follow(documents, document, reference) {
        return Some(at);
    }
    let inner = reference.strip_prefix('#').filter(|_| INNER.iter().any(|start| reference.starts_with(start)))?;
    let mut around = pointer;
    loop {
        around = around.rsplit_once('/')?.0;
        if let Some(at) = follow(documents, document, &format!("#{around}{inner}")) {
            return Some(at);
        }
    }
}

/// Returns the pointer of the schema around another one that a `$recursiveRef` of that one means.
fn recursive<'p>(document: &Document, pointer: &'p str) -> Option<&'p str> {
    let is_anchor = |pointer: &&str| {
        let schema = document.json.pointer(pointer);
        schema.and_then(|schema| schema.get("$recursiveAnchor")) == Some(&Value::Bool(true))
    };
    std::iter::successors(Some(pointer), |pointer| Some(pointer.rsplit_once('/')?.0)).find(is_anchor)
}

/// Returns the reference of an object that is nothing else. OpenAPI 3.0 ignores what stands beside it.
pub(super) fn only_reference(value: &Value, is_3_0: bool) -> Option<&str> {
    let entries = value.as_object()?;
    stated(entries, is_3_0).filter(|_| is_3_0 || entries.len() == 1)
}

/// Returns the reference of an object. OpenAPI 3.0 has no other key for one than `$ref`.
pub(super) fn stated(entries: &Map<String, Value>, is_3_0: bool) -> Option<&str> {
    let recursive = || entries.get("$recursiveRef").filter(|_| !is_3_0);
    entries.get("$ref").or_else(recursive)?.as_str()
}

fn step(documents: &[Document], document: usize, reference: &str) -> Option<At> {
    let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
    let document = if file.is_empty() { document } else { other(documents, document, file)? };
    let pointer = percent_decode_str(pointer).decode_utf8_lossy().into_owned();
    documents.get(document)?.json.pointer(&pointer)?;
    Some((document, pointer))
}

/// Returns the document at a path relative to another one.
fn other(documents: &[Document], from: usize, relative: &str) -> Option<usize> {
    let mut parts: Vec<&str> = documents.get(from)?.path.split('/').collect();
    parts.pop();
    let relative = percent_decode_str(relative).decode_utf8_lossy();
    for part in relative.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    documents.iter().position(|document| document.path == path)
}
