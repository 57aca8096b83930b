//! The input of lint rules: operations with their requests and responses, as the documents declare them.

use std::collections::{HashMap, HashSet};

use super::switches;
use crate::bundle::{self, Documents};
use crate::diagnostic::{Code, Diagnostic, FileId, Location, Severity};
use crate::openapi::Kind;
use crate::openapi::media_type::is_json;
use crate::schema;
use crate::source::{NodeId, Sources};

/// The documents, and what is known about them.
pub(super) struct Review<'a> {
    pub(super) documents: &'a Documents<'a>,
    pub(super) sources: &'a Sources,
    /// In source order, document by document.
    pub(super) operations: Vec<Operation<'a>>,
    /// The root of each document, once.
    pub(super) roots: Vec<Root>,
    /// Whether something could not be read or resolved, so that anything that seems to be missing may exist.
    pub(super) has_gaps: bool,
    /// The main document of the version of each document.
    versions: HashMap<FileId, NodeId>,
    /// The codes that the documents allow, each with the part of a document.
    allowed: Vec<(Code, Location)>,
    /// The locations of problems that are reported already.
    reported: HashSet<(FileId, usize)>,
    /// The locations of wrong keys and values: their objects may lack something only because of them.
    misspelt: HashSet<(FileId, usize)>,
}

/// A document, and the main document of its version.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Root {
    pub(super) node: NodeId,
    pub(super) api: NodeId,
}

/// An operation as the document declares it.
pub(super) struct Operation<'a> {
    pub(super) node: NodeId,
    pub(super) path: &'a str,
    pub(super) path_item: NodeId,
    pub(super) method: &'a str,
    pub(super) root: Root,
}

impl Operation<'_> {
    /// `GET /pets`.
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }

    /// Returns whether the path ends with a parameter that identifies a single thing.
    pub(super) fn is_about_one(&self) -> bool {
        self.path.trim_end_matches('/').ends_with('}')
    }
}

impl<'a> Review<'a> {
    pub(super) fn new(documents: &'a Documents<'a>, found: &[Diagnostic]) -> Self {
        let sources = documents.sources;
        let mut roots: Vec<Root> = Vec::new();
        let mut operations = Vec::new();
        for bundle in &documents.bundles {
            for node in bundle.fragments.iter().map(|fragment| fragment.root).chain([bundle.api]) {
                let root = Root { node, api: bundle.api };
                // Modules of different tags share their document.
                if !roots.contains(&root) {
                    roots.push(root);
                    operations.extend(operations_of(documents, root));
                }
            }
        }
        let is_about_a_key = |problem: &&Diagnostic| {
            problem.severity() == Severity::Error || matches!(problem.code, Code::Unused | Code::SuspiciousExtension)
        };
        let location = |problem: &Diagnostic| {
            problem.primary.as_ref().map(|label| (label.location.file, label.location.span.start))
        };
        let reported = found.iter().filter_map(location).collect();
        let misspelt = found.iter().filter(is_about_a_key).filter_map(location).collect();
        let is_gap =
            |problem: &Diagnostic| problem.code.as_str().starts_with("E00") || problem.code.as_str().starts_with("E02");
        let has_gaps = found.iter().any(is_gap);
        let versions = roots.iter().map(|root| (root.node.file(), root.api)).collect();
        let allowed = switches::allowed(documents);
        Self { documents, sources, operations, roots, has_gaps, versions, allowed, reported, misspelt }
    }

    /// Returns the main document of the version that a file belongs to; `None` if it only contains definitions.
    pub(super) fn version(&self, file: FileId) -> Option<NodeId> {
        self.versions.get(&file).copied()
    }

    /// Returns `in the document`, or `in the version` if that has several documents.
    pub(super) fn within(&self, file: FileId) -> &'static str {
        let version = self.version(file);
        let of_version = self.roots.iter().filter(|root| Some(root.api) == version);
        if of_version.count() > 1 { "in the version" } else { "in the document" }
    }

    /// Returns whether the document allows a problem at a location.
    pub(super) fn is_allowed(&self, code: Code, location: &Location) -> bool {
        let mut allowed = self.allowed.iter().filter(|(allowed, _)| *allowed == code);
        allowed.any(|(_, reach)| reach.file == location.file && reach.span.contains(&location.span.start))
    }

    /// Returns whether a problem at exactly this location is reported already.
    pub(super) fn is_reported(&self, location: &Location) -> bool {
        self.reported.contains(&(location.file, location.span.start))
    }

    /// Returns whether nothing in an object is misspelt or has the wrong type.
    pub(super) fn is_sound(&self, id: NodeId) -> bool {
        let is_misspelt = |location: Location| self.misspelt.contains(&(location.file, location.span.start));
        let mut entries = self.sources.entries(id).iter();
        !self.documents.is_broken(id)
            && !entries
                .any(|entry| is_misspelt(entry.key_location()) || is_misspelt(self.sources.location(entry.value)))
    }

    /// Returns the sound objects of a kind, of all documents.
    pub(super) fn objects(&self, kind: Kind) -> Vec<NodeId> {
        let all = self.documents.kinds.iter();
        let found = all.filter(|(_, found)| **found == kind).map(|(node, _)| node);
        found.filter(|node| self.is_sound(*node)).collect()
    }

    /// Returns the operations without such problems.
    pub(super) fn sound_operations(&self) -> impl Iterator<Item = &Operation<'a>> {
        self.operations.iter().filter(|operation| self.is_sound(operation.node))
    }

    /// Returns the location of an operation.
    pub(super) fn location(&self, operation: &Operation<'_>) -> Location {
        self.sources.key_location(operation.path_item, operation.method)
    }

    /// Returns the parameters of an operation and of its path item; `None` if one cannot be read.
    pub(super) fn parameters(&self, operation: &Operation<'_>) -> Option<Vec<NodeId>> {
        let all = bundle::parameters(self.sources, operation.node, operation.path_item);
        let parameters: Option<Vec<_>> = all.map(|(parameter, _)| self.documents.resolve(parameter)).collect();
        parameters.filter(|parameters| parameters.iter().all(|parameter| self.is_sound(*parameter)))
    }

    /// Returns the responses of an operation, with their keys.
    pub(super) fn responses(&self, operation: &Operation<'_>) -> impl Iterator<Item = (&'a str, NodeId)> {
        let responses = self.sources.get(operation.node, "responses");
        let entries = responses.map_or(&[][..], |responses| self.sources.entries(responses)).iter();
        entries.filter(|entry| !entry.key.starts_with("x-")).map(|entry| (entry.key.as_str(), entry.value))
    }

    /// Returns the JSON contents of a request body, a response or a parameter.
    pub(super) fn json(&self, holder: NodeId) -> impl Iterator<Item = NodeId> {
        let content = self.sources.get(holder, "content");
        let entries = content.map_or(&[][..], |content| self.sources.entries(content)).iter();
        entries.filter(|entry| is_json(&entry.key)).map(|entry| entry.value)
    }

    /// Returns a schema and all schemas in its `allOf`; `None` if one cannot be read.
    pub(super) fn merged(&self, schema: NodeId) -> Option<Vec<NodeId>> {
        schema::taken_in(self.documents, schema).collect()
    }

    /// Returns the schema that is an array, if it is one.
    pub(super) fn array(&self, schema: NodeId) -> Option<NodeId> {
        self.merged(schema)?.into_iter().find(|part| self.sources.get_text(*part, "type") == Some("array"))
    }
}

fn operations_of<'a>(documents: &Documents<'a>, root: Root) -> Vec<Operation<'a>> {
    let sources = documents.sources;
    let paths = sources.get(root.node, "paths").map_or(&[][..], |paths| sources.entries(paths));
    let paths = paths.iter().filter(|path| path.key.starts_with('/'));
    let of_path = paths.flat_map(|path| sources.entries(path.value).iter().map(move |entry| (path, entry)));
    of_path
        .filter(|(_, entry)| documents.kinds.get(entry.value) == Some(&Kind::Operation))
        .map(|(path, entry)| Operation {
            node: entry.value,
            path: &path.key,
            path_item: path.value,
            method: &entry.key,
            root,
        })
        .collect()
}
