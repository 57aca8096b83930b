//! Rewrites OpenAPI 3.1 as OpenAPI 3.0, so that all later stages know a single version.
//!
//! Nodes are rewritten in place and keep their locations. What 3.0 cannot express is removed with a warning.
//! `openapiv3` reads only 3.0, and crates that read 3.1 provide no locations.

mod schema;

use std::collections::HashSet;

use super::grammar::{Kind, Shape};
use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::source::{Entry, NodeId, OwnedValue, Sources, Value, lookup};

/// Rewrites every document of OpenAPI 3.1, and the parts of other files that it refers to.
pub(crate) fn translate(sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) {
    let version = |sources: &Sources, file: FileId| {
        let root = sources.root(file)?;
        sources.get_text(root, "openapi").map(|version| (root, version.starts_with("3.1.")))
    };
    let documents: HashSet<_> = sources.ids().filter(|file| version(sources, *file).is_some()).collect();
    let newer = sources.ids().filter_map(|file| version(sources, file)).filter(|(_, is_newer)| *is_newer);
    let roots: Vec<_> = newer.map(|(root, _)| root).collect();
    let mut walk = Walk { sources, documents, seen: HashSet::new(), diagnostics };
    for root in roots {
        walk.object(root, Kind::Document);
    }
}

struct Walk<'a> {
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
        self.unused(node, &["webhooks"], "the API calls webhooks, a client does not");
        self.fill(node, "paths");
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
