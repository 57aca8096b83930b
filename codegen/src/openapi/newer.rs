//! Rewrites OpenAPI 3.1 as OpenAPI 3.0, so that all later stages know a single version. OpenAPI 3.2 is read as 3.1,
//! without what is new in it.
//!
//! Nodes are rewritten in place and keep their locations. What 3.0 cannot express is removed with a warning.
//! `openapiv3` reads only 3.0, and crates that read 3.1 provide no locations.

mod payloads;
mod schema;

use std::collections::HashSet;

use super::grammar::{Kind, Shape};
use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::source::{Entry, NodeId, OwnedValue, Sources, Value, lookup};

/// Rewrites every document of OpenAPI 3.1 and 3.2, and the parts of other files that it refers to.
pub(crate) fn translate(sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) {
    let of_file = |file: FileId| {
        let root = sources.root(file)?;
        sources.get(root, "openapi").map(|_| (root, version(sources, root)))
    };
    let documents: HashSet<_> = sources.ids().filter(|file| of_file(*file).is_some()).collect();
    let (roots, others): (Vec<_>, Vec<_>) =
        sources.ids().filter_map(of_file).partition(|(_, version)| *version > Some(Version::V3_0));
    let mut walk = Walk { sources, version: None, documents, seen: HashSet::new(), diagnostics };
    others.into_iter().for_each(|(root, _)| payloads::of_document(&mut walk, root));
    for (root, version) in roots {
        walk.version = version;
        walk.object(root, Kind::Document);
        // References to them are resolved by now.
        if let Some(components) = walk.sources.get(root, "components") {
            walk.rename(components, &["mediaTypes"]);
        }
    }
}

/// Rewrites a schema of a document of OpenAPI 3.0 that is written as in 3.1, but not its descendants.
pub(super) fn rewrite_schema(sources: &mut Sources, node: NodeId, diagnostics: &mut Vec<Diagnostic>) {
    let (documents, seen) = (HashSet::new(), HashSet::new());
    let mut walk = Walk { sources, version: None, documents, seen, diagnostics };
    schema::rewrite(&mut walk, node);
    // What could not be rewritten is not looked at again.
    let is_left = |key: &&str, value: Value<'_>| match *key {
        "type" => matches!(value, Value::List(_)),
        _ => matches!(value, Value::Number(_)),
    };
    for key in ["type", "exclusiveMinimum", "exclusiveMaximum"] {
        if walk.sources.get(node, key).is_some_and(|value| is_left(&key, walk.sources.value(value))) {
            walk.take_out(node, &[key]);
        }
    }
}

/// A version of OpenAPI that is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Version {
    V3_0,
    V3_1,
    V3_2,
}

/// Returns the version of a document, if it is supported. The patch version, which only covers the wording of the
/// specification, may be missing, as may the quotes.
pub(crate) fn version(sources: &Sources, root: NodeId) -> Option<Version> {
    let (Value::Text(text) | Value::Number(text)) = sources.value(sources.get(root, "openapi")?) else { return None };
    let is =
        |version: &str| text.trim().strip_prefix(version).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let versions = [("3.0", Version::V3_0), ("3.1", Version::V3_1), ("3.2", Version::V3_2)];
    versions.into_iter().find(|(version, _)| is(version)).map(|(_, version)| version)
}

/// The keys that are new in OpenAPI 3.2, except those of schemas.
const NEWEST: &[(Kind, &[&str])] = &[
    (Kind::Document, &["$self"]),
    (Kind::Server, &["name"]),
    (Kind::Tag, &["summary", "parent", "kind"]),
    (Kind::PathItem, &["query", "additionalOperations"]),
    (Kind::Response, &["summary"]),
    (Kind::MediaType, &["itemSchema", "prefixEncoding", "itemEncoding"]),
    (Kind::Encoding, &["encoding", "prefixEncoding", "itemEncoding"]),
    (Kind::Example, &["dataValue", "serializedValue"]),
    (Kind::Discriminator, &["defaultMapping"]),
    (Kind::Xml, &["nodeType"]),
    (Kind::SecurityScheme, &["deprecated", "oauth2MetadataUrl"]),
    (Kind::OAuthFlows, &["deviceAuthorization"]),
];

/// A longer chain of references is circular.
const MOST_REFERENCES: usize = 100;

struct Walk<'a> {
    /// That of the document that is being rewritten.
    version: Option<Version>,
    sources: &'a mut Sources,
    documents: HashSet<FileId>,
    seen: HashSet<NodeId>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Walk<'_> {
    /// Rewrites an object, and then its children. It is not recursive: schemas may be nested as deep as a text allows.
    fn object(&mut self, node: NodeId, kind: Kind) {
        let mut todo = vec![(node, kind)];
        while let Some((node, kind)) = todo.pop() {
            if !self.seen.insert(node) {
                continue;
            }
            if self.version == Some(Version::V3_2) {
                self.newest(node, kind);
            }
            match kind {
                Kind::Document => self.document(node),
                Kind::Operation => self.fill(node, "responses"),
                Kind::Info => self.take_out(node, &["summary"]),
                Kind::License => self.take_out(node, &["identifier"]),
                // References to them are resolved before.
                Kind::Components => self.rename(node, &["pathItems"]),
                Kind::SecurityScheme => self.security_scheme(node),
                Kind::Schema => schema::rewrite(self, node),
                _ => {}
            }
            for key in kind.keys() {
                if let Some(value) = self.sources.get(node, key.name) {
                    self.below(value, key.shape, &mut todo);
                }
            }
        }
    }

    /// Collects the objects to rewrite in the value of a key.
    fn below(&mut self, id: NodeId, shape: Shape, todo: &mut Vec<(NodeId, Kind)>) {
        match shape {
            Shape::One(Kind::MediaType) if self.version == Some(Version::V3_2) => {
                self.inline(id);
                todo.push((id, Kind::MediaType));
            }
            // A reference that OpenAPI does not allow is followed later.
            Shape::One(kind) if self.sources.reference(id).is_some() => self.or_reference(id, kind, todo),
            Shape::One(kind) => todo.push((id, kind)),
            Shape::OrRef(kind) => self.or_reference(id, kind, todo),
            Shape::SchemaOrBool if matches!(self.sources.value(id), Value::Bool(_)) => {}
            Shape::SchemaOrBool => self.or_reference(id, Kind::Schema, todo),
            Shape::List(shape) => {
                for item in self.sources.items(id).to_vec() {
                    self.below(item, *shape, todo);
                }
            }
            Shape::Map(shape) => self.values(id).into_iter().for_each(|value| self.below(value, *shape, todo)),
            Shape::Paths => todo.extend(self.values(id).into_iter().map(|value| (value, Kind::PathItem))),
            Shape::Responses => {
                for value in self.values(id) {
                    self.or_reference(value, Kind::Response, todo);
                }
            }
            Shape::Text | Shape::Bool | Shape::Count | Shape::Number | Shape::Any | Shape::Word(_) => {}
        }
    }

    fn values(&self, map: NodeId) -> Vec<NodeId> {
        self.sources.entries(map).iter().map(|entry| entry.value).collect()
    }

    fn or_reference(&mut self, id: NodeId, kind: Kind, todo: &mut Vec<(NodeId, Kind)>) {
        let Some(reference) = self.sources.reference(id) else { return todo.push((id, kind)) };
        // A file that is not a document has the version of the document that refers to it.
        if let Ok(target) = lookup(self.sources, id.file(), reference)
            && !self.documents.contains(&target.file())
        {
            todo.push((target, kind));
        }
        match kind {
            Kind::Schema => schema::beside_reference(self, id, todo),
            // A summary or description next to a `$ref`, which is not used.
            _ => self.take_out(id, &["summary", "description"]),
        }
    }

    fn document(&mut self, node: NodeId) {
        self.take_out(node, &["jsonSchemaDialect"]);
        payloads::of_document(self, node);
        self.unused(
            node,
            &["webhooks"],
            "the API calls webhooks, a client does not; the bodies that they send become types",
        );
        self.fill(node, "paths");
    }

    /// Leaves out what is new in OpenAPI 3.2.
    fn newest(&mut self, node: NodeId, kind: Kind) {
        if kind == Kind::Response && self.sources.get(node, "description").is_none() {
            let text = self.push(node, OwnedValue::Text(String::new()));
            self.set(node, "description", text);
        }
        if kind == Kind::Parameter && self.sources.get_text(node, "style") == Some("cookie") {
            self.unused(node, &["style"], "its value is new in OpenAPI 3.2");
        }
        if matches!(kind, Kind::Operation | Kind::PathItem | Kind::Components) {
            self.without_query_strings(node);
        }
        for (_, keys) in NEWEST.iter().filter(|(known, _)| *known == kind) {
            self.unused(node, keys, "it is new in OpenAPI 3.2");
        }
    }

    /// Leaves out the parameters that are whole query strings.
    fn without_query_strings(&mut self, holder: NodeId) {
        let Some(parameters) = self.sources.get(holder, "parameters") else { return };
        let all = [self.values(parameters), self.sources.items(parameters).to_vec()].concat();
        let is_new = |node: &NodeId| self.sources.get_text(*node, "in") == Some("querystring");
        for node in all.into_iter().filter(is_new).collect::<Vec<_>>() {
            let message = "the parameter is left out: a whole query string is new in OpenAPI 3.2";
            self.diagnostics.push(Diagnostic::new(Code::Unused, self.sources.location(node), message));
            match self.sources.value_mut(parameters) {
                OwnedValue::List(items) => items.retain(|item| *item != node),
                OwnedValue::Map(entries) => entries.retain(|entry| entry.value != node),
                _ => {}
            }
        }
    }

    /// Replaces a media type that is a reference, as OpenAPI 3.2 allows, by its target.
    fn inline(&mut self, node: NodeId) {
        let mut target = node;
        for _ in 0..MOST_REFERENCES {
            let Some(reference) = self.sources.reference(target) else { break };
            let Ok(next) = lookup(self.sources, target.file(), reference) else { return };
            target = next;
        }
        if target != node {
            *self.sources.value_mut(node) = self.sources.value(target).into();
        }
    }

    /// Adds an empty map under a key that is required in 3.0 but not in 3.1.
    fn fill(&mut self, node: NodeId, key: &str) {
        if self.sources.get(node, key).is_none() {
            let map = self.push(node, OwnedValue::Map(Vec::new()));
            self.set(node, key, map);
        }
    }

    fn security_scheme(&mut self, node: NodeId) {
        if self.sources.get_text(node, "type") == Some("mutualTLS") {
            // The HTTP client handles the certificate.
            self.replace(node, "type", "http");
            let scheme = self.push(node, OwnedValue::Text("mutual-tls".to_owned()));
            self.set(node, "scheme", scheme);
        }
    }

    /// Removes keys that do not affect requests and responses.
    fn take_out(&mut self, map: NodeId, keys: &[&str]) {
        if !self.has_any(map, keys) {
            return;
        }
        if let OwnedValue::Map(entries) = self.sources.value_mut(map) {
            entries.retain(|entry| !keys.contains(&entry.key.as_str()));
        }
    }

    /// Turns unsupported keys into extensions, so that what they refer to counts as used.
    fn unused(&mut self, map: NodeId, keys: &[&str], why: &str) {
        for key in keys.iter().filter(|key| self.sources.get(map, key).is_some()) {
            let location = self.sources.key_location(map, key);
            self.diagnostics.push(Diagnostic::new(Code::Unused, location, format!("`{key}` is ignored: {why}")));
        }
        self.rename(map, keys);
    }

    /// An unchanged map needs less memory.
    fn has_any(&self, map: NodeId, keys: &[&str]) -> bool {
        self.sources.entries(map).iter().any(|entry| keys.contains(&entry.key.as_str()))
    }

    fn rename(&mut self, map: NodeId, keys: &[&str]) {
        if !self.has_any(map, keys) {
            return;
        }
        if let OwnedValue::Map(entries) = self.sources.value_mut(map) {
            for entry in entries.iter_mut().filter(|entry| keys.contains(&entry.key.as_str())) {
                entry.key = format!("x-{}", entry.key).as_str().into();
            }
        }
    }

    /// Adds a node with the location of another one.
    fn push(&mut self, beside: NodeId, value: OwnedValue) -> NodeId {
        let location = self.sources.location(beside);
        self.sources.grow(beside.file(), location, value)
    }

    /// Sets a key of a map, at its end if it is new.
    fn set(&mut self, map: NodeId, key: &str, value: NodeId) {
        let key_location = self.sources.location(value);
        if let OwnedValue::Map(entries) = self.sources.value_mut(map) {
            match entries.iter_mut().find(|entry| entry.key == key) {
                Some(entry) => entry.value = value,
                None => entries.push(Entry::new(key, key_location, value)),
            }
        }
    }

    /// Sets a key to another string.
    fn replace(&mut self, map: NodeId, key: &str, text: &str) {
        let beside = self.sources.get(map, key).unwrap_or(map);
        let value = self.push(beside, OwnedValue::Text(text.to_owned()));
        self.set(map, key, value);
    }
}
