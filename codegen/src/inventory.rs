//! The operations of the generated client as plain data, for texts about it.

use crate::ir::{Api, Operation};
use crate::source::{NodeId, Sources, lookup};

/// An operation of the generated client.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OperationSummary {
    /// The module of its version, such as `v3`.
    pub version: String,
    /// The module of its resource, such as `customers`.
    pub module: String,
    /// Its method, such as `list`.
    pub method: String,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Whether it is refused without a filter, unless the caller explicitly means everything.
    pub requires_filter: bool,
    /// Whether it has a request body.
    pub has_body: bool,
    /// The responses that its document declares, in the order of the document.
    pub responses: Vec<DeclaredResponse>,
}

/// A response that an operation declares.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeclaredResponse {
    /// A status or a range, such as `404` or `5XX`, or `default`.
    pub status: String,
    /// The response in `components` that the operation refers to.
    pub shared: Option<SharedResponse>,
}

/// A response in the `components` of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SharedResponse {
    /// The name of the document's file, without its extension.
    pub document: String,
    /// The key of the response.
    pub name: String,
}

/// Returns all operations, in the order of the modules. Variants of an operation count as one.
pub(crate) fn operations(api: &Api, sources: &Sources) -> Vec<OperationSummary> {
    let modules = api.versions.iter().flat_map(|version| version.modules.iter().map(move |module| (version, module)));
    let operations = modules.flat_map(|(version, module)| {
        let operations = module.resource.iter().flat_map(|resource| &resource.operations);
        operations.map(move |operation| (version, module, operation))
    });
    let counted = operations.filter(|(.., operation)| !operation.origin.is_variant);
    counted
        .map(|(version, module, operation)| OperationSummary {
            version: version.name.plain().to_owned(),
            module: module.name.plain().to_owned(),
            method: operation.names.method.plain().to_owned(),
            deprecated: operation.docs.deprecated.is_some(),
            requires_filter: operation.request.guard.is_some(),
            has_body: operation.request.body.is_some(),
            responses: responses(sources, operation),
        })
        .collect()
}

fn responses(sources: &Sources, operation: &Operation) -> Vec<DeclaredResponse> {
    let declared = sources.get(operation.origin.node, "responses").map_or(&[][..], |all| sources.entries(all));
    let declared = declared.iter().filter(|entry| !entry.key.starts_with("x-"));
    let one = |status: String, node| DeclaredResponse { status, shared: shared(sources, node) };
    declared.map(|entry| one(entry.key.to_string(), entry.value)).collect()
}

/// Returns the component at the end of a chain of references; `None` if the response is not a reference.
fn shared(sources: &Sources, node: NodeId) -> Option<SharedResponse> {
    let (mut name, mut node) = (None, node);
    while let Some(reference) = sources.reference(node) {
        name = reference.rsplit('/').next();
        node = lookup(sources, node.file(), reference).ok()?;
    }
    let path = &sources.file(node.file())?.path;
    let file = path.rsplit('/').next()?;
    let document = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned();
    Some(SharedResponse { document, name: name?.to_owned() })
}
