//! The operations of the documents, and what they inherit from their path items.

use super::Fragment;
use crate::openapi::Method;
use crate::source::{NodeId, Sources};

/// An operation as the document declares it.
pub(crate) struct DeclaredOperation<'a> {
    pub(crate) path: &'a str,
    pub(crate) path_item: NodeId,
    pub(crate) method: Method,
    pub(crate) node: NodeId,
}

/// Returns the operations of a module, in source order.
pub(crate) fn operations_of<'a>(sources: &'a Sources, fragment: &Fragment) -> Vec<DeclaredOperation<'a>> {
    let mut found = Vec::new();
    for path in fragment.paths(sources) {
        for entry in sources.entries(path.value) {
            if let Some((_, method)) = Method::ALL.iter().find(|(name, _)| *name == entry.key)
                && fragment.has(sources, entry.value)
            {
                let (path, path_item) = (path.key.as_str(), path.value);
                found.push(DeclaredOperation { path, path_item, method: *method, node: entry.value });
            }
        }
    }
    found
}

/// Returns the parameters that an operation declares, then those of its path item, each with whether it is inherited.
pub(crate) fn parameters(
    sources: &Sources,
    operation: NodeId,
    path_item: NodeId,
) -> impl Iterator<Item = (NodeId, bool)> {
    let list = |node| sources.get(node, "parameters").map_or(&[][..], |list| sources.items(list));
    let own = list(operation).iter().map(|parameter| (*parameter, false));
    own.chain(list(path_item).iter().map(|parameter| (*parameter, true)))
}

/// Returns the server of an operation or else of its path item, if either declares one.
pub(crate) fn server(sources: &Sources, operation: NodeId, path_item: NodeId) -> Option<NodeId> {
    first_server(sources, operation).or_else(|| first_server(sources, path_item))
}

/// Returns the first server of a document, a path item or an operation, which is the one that is used.
pub(crate) fn first_server(sources: &Sources, holder: NodeId) -> Option<NodeId> {
    sources.items(sources.get(holder, "servers")?).first().copied()
}
