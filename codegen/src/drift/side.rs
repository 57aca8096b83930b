//! One side of a comparison: documents, with their operations by where they are on the wire.

use crate::bundle::{self, Bundle, DeclaredOperation, Documents, Fragment, first_server, operations_of};
use crate::diagnostic::Report;
use crate::openapi::without_fragment;
use crate::schema::Schemas;
use crate::source::{NodeId, Sources};

/// Documents that can be read.
pub(super) struct Side<'a> {
    pub(super) documents: &'a Documents<'a>,
    pub(super) sources: &'a Sources,
    pub(super) schemas: Schemas<'a>,
    /// The headers that a client sends by itself, in lower case.
    pub(super) own_headers: &'a [String],
}

impl<'a> Side<'a> {
    pub(super) fn new(documents: &'a Documents<'a>, report: &'a Report, own_headers: &'a [String]) -> Self {
        Self { documents, sources: documents.sources, schemas: Schemas::new(documents, report), own_headers }
    }

    /// Returns the definition that a node is or refers to.
    pub(super) fn resolve(&self, node: NodeId) -> NodeId {
        self.documents.resolve(node).unwrap_or(node)
    }
}

/// An operation of a document.
pub(super) struct Operation<'a> {
    pub(super) declared: DeclaredOperation<'a>,
    /// The URL of the server, with its variables.
    pub(super) server: &'a str,
    /// The path of the server, without names of variables.
    pub(super) prefix: String,
    /// The path of the document, without names of parameters.
    pub(super) path: String,
    pub(super) fragment: &'a Fragment,
}

impl Operation<'_> {
    /// Returns the HTTP method and the path as the document writes them.
    pub(super) fn shown(&self) -> String {
        format!("{} {}", self.declared.method.key().to_uppercase(), self.declared.path)
    }

    /// Returns whether both have the same method and path below their servers.
    pub(super) fn is_like(&self, other: &Operation<'_>) -> bool {
        self.declared.method == other.declared.method && self.path == other.path
    }
}

/// Returns the operations of a version.
pub(super) fn operations<'a>(sources: &'a Sources, bundle: &'a Bundle) -> Vec<Operation<'a>> {
    let mut all = Vec::new();
    for fragment in &bundle.fragments {
        for declared in operations_of(sources, fragment) {
            let own = bundle::server(sources, declared.node, declared.path_item);
            let server = own.or_else(|| first_server(sources, bundle.api));
            let server = server.and_then(|server| sources.get_text(server, "url")).unwrap_or_default();
            let (prefix, path) = (nameless(server_path(server)), nameless(without_fragment(declared.path)));
            all.push(Operation { declared, server, prefix, path, fragment });
        }
    }
    all
}

/// Returns the path of a URL, without a slash at its end.
pub(super) fn server_path(url: &str) -> &str {
    let address = url.split_once("://").map_or(url, |(_, address)| address);
    let path = if url.contains("://") { address.find('/').and_then(|at| address.get(at..)) } else { Some(address) };
    let path = path.unwrap_or_default();
    path.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/')
}

/// Returns a path without the names of its parameters, `/pets/{}`, and without a slash at its end.
pub(super) fn nameless(path: &str) -> String {
    let mut parts = path.trim_end_matches('/').split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str("{}");
        text.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    text
}

/// Returns the names of the parameters in a path, in order.
pub(super) fn path_parameters(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_compared_without_names() {
        for (path, expected, names) in [
            ("/pets", "/pets", &[][..]),
            ("/pets/{petId}/toys/{toy}.json", "/pets/{}/toys/{}.json", &["petId", "toy"]),
            ("/pets/", "/pets", &[]),
            ("/pets/{open", "/pets/{}", &[]),
        ] {
            assert_eq!((nameless(path).as_str(), path_parameters(path).as_slice()), (expected, names), "{path}");
        }
    }

    #[test]
    fn servers_have_paths() {
        for (url, expected) in [
            ("https://api.zoo.example/stores/{hash}/v3/", "/stores/{hash}/v3"),
            ("https://api.zoo.example", ""),
            ("/v3", "/v3"),
            ("", ""),
            ("https://zoo.example/v1?x=/y", "/v1"),
        ] {
            assert_eq!(server_path(url), expected, "{url}");
        }
    }
}
