//! The media types of bodies and responses.

use super::Documents;
use crate::openapi::media_type::{Kind, essence, is_media_type};
use crate::source::{Entry, NodeId};

/// An entry of a `content` object.
#[derive(Clone, Debug)]
pub(crate) struct Media {
    pub(crate) key: String,
    pub(crate) kind: Kind,
    pub(crate) node: NodeId,
    pub(crate) schema: Option<NodeId>,
}

impl Media {
    /// Returns the media type without parameters.
    pub(crate) fn essence(&self) -> String {
        essence(&self.key)
    }

    /// Returns whether it is a range, such as `image/*`.
    pub(crate) fn is_range(&self) -> bool {
        self.key.contains('*')
    }
}

/// Returns the media types of a body or a response, the most specific kind first, and in the order of the document
/// within a kind.
pub(crate) fn media(documents: &Documents<'_>, node: NodeId) -> Vec<Media> {
    let sources = documents.sources;
    let entries = sources.get(node, "content").map_or(&[][..], |content| sources.entries(content));
    let media = |entry: &Entry| {
        let schema = sources.get(entry.value, "schema");
        let kind = match Kind::of(&entry.key) {
            // A document that describes any media type as an object means JSON.
            Kind::Bytes if entry.key.contains('*') && schema.is_some_and(|schema| !is_text(documents, schema)) => {
                Kind::Json
            }
            kind => kind,
        };
        Media { key: entry.key.to_string(), kind, node: entry.value, schema }
    };
    let mut all: Vec<_> = entries.iter().filter(|entry| is_media_type(&entry.key)).map(media).collect();
    // `application/json` comes before other media types of JSON, and a form before other bodies in parts.
    let is_other = |media: &Media, usual: &str| media.essence() != usual;
    all.sort_by_key(|media| match media.kind {
        Kind::Json => (media.kind, is_other(media, "application/json")),
        Kind::Multipart => (media.kind, is_other(media, "multipart/form-data")),
        kind => (kind, false),
    });
    all
}

/// Returns the entry of `content` that is JSON: `application/json` or any `+json`.
pub(crate) fn json_content(documents: &Documents<'_>, node: NodeId) -> Option<NodeId> {
    media(documents, node).into_iter().find(|media| media.kind == Kind::Json).map(|media| media.node)
}

/// Returns whether the schema of a body describes a structure.
pub(crate) fn is_structured(documents: &Documents<'_>, media: &Media) -> bool {
    media.schema.is_some_and(|schema| !is_text(documents, schema))
}

/// Whether a schema is a string, or has neither a type nor a structure, like that of a file.
fn is_text(documents: &Documents<'_>, schema: NodeId) -> bool {
    let Some(schema) = documents.resolve(schema) else { return true };
    let of_others = ["properties", "items", "allOf", "oneOf", "anyOf"];
    let sources = documents.sources;
    match sources.get_text(schema, "type") {
        Some(typ) => typ == "string",
        None => !of_others.iter().any(|key| sources.get(schema, key).is_some()),
    }
}
