//! What rules look at: operations with their requests and responses, as the documents declare them.

use std::collections::HashSet;

use crate::bundle::{self, Documents};
use crate::diagnostic::{Code, Diagnostic, FileId, Location, Severity};
use crate::openapi::Kind;
use crate::openapi::media_type::is_json;
use crate::schema;
use crate::source::{NodeId, Sources};

/// Documents, with what is known about them.
pub(super) struct Review<'a> {
    pub(super) documents: &'a Documents<'a>,
    pub(super) sources: &'a Sources,
    /// In source order, document by document.
    pub(super) operations: Vec<Operation<'a>>,
    /// Each document once.
    pub(super) roots: Vec<Root>,
    /// Whether there is something that could not be read or followed: what seems to be missing may be there.
    pub(super) has_gaps: bool,
    /// Where problems were found before.
    reported: HashSet<(FileId, usize)>,
    /// Where a key is wrong, or its value: the object may lack something only because of that.
    misspelt: HashSet<(FileId, usize)>,
}

/// A document, and the one that speaks for its version.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Root {
    pub(super) node: NodeId,
    pub(super) api: NodeId,
}

/// An operation where the document has it.
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

    /// Whether it is about one thing that its address names.
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
                // The tags of a document share it.
                if !roots.contains(&root) {
                    roots.push(root);
                    operations.extend(operations_of(documents, root));
                }
            }
        }
        let is_about_a_key = |problem: &&Diagnostic| {
            problem.severity() == Severity::Error || matches!(problem.code, Code::Unused | Code::SuspiciousExtension)
        };
        let place = |problem: &Diagnostic| {
            problem.primary.as_ref().map(|label| (label.location.file, label.location.span.start))
        };
        let reported = found.iter().filter_map(place).collect();
        let misspelt = found.iter().filter(is_about_a_key).filter_map(place).collect();
        let is_gap =
            |problem: &Diagnostic| problem.code.as_str().starts_with("E00") || problem.code.as_str().starts_with("E02");
        let has_gaps = found.iter().any(is_gap);
        Self { documents, sources, operations, roots, has_gaps, reported, misspelt }
    }

    /// Whether something was said about that very place before.
    pub(super) fn is_reported(&self, place: &Location) -> bool {
        self.reported.contains(&(place.file, place.span.start))
    }

    /// Whether an object can be taken at its word: nothing in it is misspelt or of the wrong kind.
    pub(super) fn is_sound(&self, id: NodeId) -> bool {
        let is_misspelt = |place: Location| self.misspelt.contains(&(place.file, place.span.start));
        let mut entries = self.sources.entries(id).iter();
        !self.documents.is_broken(id)
            && !entries.any(|entry| is_misspelt(entry.key_place()) || is_misspelt(self.sources.place(entry.value)))
    }

    /// The sound objects of a kind, of all documents.
    pub(super) fn objects(&self, kind: Kind) -> Vec<NodeId> {
        let all = self.documents.kinds.iter();
        let found = all.filter(|(_, found)| **found == kind).map(|(node, _)| node);
        found.filter(|node| self.is_sound(*node)).collect()
    }

    /// The operations that can be taken at their word.
    pub(super) fn sound_operations(&self) -> impl Iterator<Item = &Operation<'a>> {
        self.operations.iter().filter(|operation| self.is_sound(operation.node))
    }

    /// Where an operation is.
    pub(super) fn place(&self, operation: &Operation<'_>) -> Location {
        self.sources.key_place(operation.path_item, operation.method)
    }

    /// The parameters of an operation and of its path; `None` where one cannot be read.
    pub(super) fn parameters(&self, operation: &Operation<'_>) -> Option<Vec<NodeId>> {
        let all = bundle::parameters(self.sources, operation.node, operation.path_item);
        let parameters: Option<Vec<_>> = all.map(|(parameter, _)| self.documents.resolve(parameter)).collect();
        parameters.filter(|parameters| parameters.iter().all(|parameter| self.is_sound(*parameter)))
    }

    /// The responses of an operation, by what stands before them.
    pub(super) fn responses(&self, operation: &Operation<'_>) -> impl Iterator<Item = (&'a str, NodeId)> {
        let responses = self.sources.get(operation.node, "responses");
        let entries = responses.map_or(&[][..], |responses| self.sources.entries(responses)).iter();
        entries.filter(|entry| !entry.key.starts_with("x-")).map(|entry| (entry.key.as_str(), entry.value))
    }

    /// The contents of a request body, a response or a parameter that are JSON.
    pub(super) fn json(&self, holder: NodeId) -> impl Iterator<Item = NodeId> {
        let content = self.sources.get(holder, "content");
        let entries = content.map_or(&[][..], |content| self.sources.entries(content)).iter();
        entries.filter(|entry| is_json(&entry.key)).map(|entry| entry.value)
    }

    /// A schema and all that it takes in by `allOf`; `None` where one cannot be read.
    pub(super) fn merged(&self, schema: NodeId) -> Option<Vec<NodeId>> {
        schema::taken_in(self.documents, schema).collect()
    }

    /// The array that a schema is, if it is one.
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
