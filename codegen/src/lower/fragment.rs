//! Fragments become modules, bundles become versions.

use super::naming::{OperationNames, operations_of};
use super::{Context, operation, settings};
use crate::bundle::Fragment;
use crate::ir::{Ident, Module, Resource, TypeId, Version};
use crate::source::NodeId;

pub(super) fn versions(cx: &mut Context<'_>, names: &OperationNames) -> Vec<Version> {
    let documents = cx.documents;
    let mut versions = Vec::new();
    for bundle in &documents.bundles {
        let resources: Vec<_> = bundle.fragments.iter().map(|fragment| resource(cx, fragment, names)).collect();
        let mut version = settings::version(cx, bundle);
        for (fragment, resource) in bundle.fragments.iter().zip(resources) {
            version.modules.push(Module {
                name: Ident::snake(&fragment.name),
                docs: info(cx, fragment.root),
                source: path(cx, fragment.root),
                types: types(cx, cx.module_of(fragment.root)),
                resource,
            });
        }
        versions.push(version);
    }
    versions
}

fn resource(cx: &mut Context<'_>, fragment: &Fragment, names: &OperationNames) -> Option<Resource> {
    let name = names.handles.get(&cx.module_of(fragment.root))?.clone();
    let mut operations = Vec::new();
    for found in operations_of(cx.documents.sources, fragment.root) {
        if let Some(names) = names.operations.get(&found.node) {
            operations.extend(operation::lower(cx, &found, names));
        }
    }
    Some(Resource { name, operations })
}

/// The types of a module, in source order.
fn types(cx: &Context<'_>, module: (usize, usize)) -> Vec<TypeId> {
    let mut types: Vec<_> = cx.types.iter().enumerate().filter(|(_, def)| def.module == module).collect();
    types.sort_by_key(|(_, def)| cx.sources.place(def.origin).span.start);
    types.into_iter().map(|(index, _)| TypeId(index)).collect()
}

/// The description of a document.
pub(super) fn info(cx: &Context<'_>, root: NodeId) -> String {
    cx.sources.get(root, "info").map_or_else(String::new, |info| cx.description(info))
}

/// The path of a document, as headers show it.
pub(super) fn path(cx: &Context<'_>, root: NodeId) -> String {
    cx.sources.file(root.file()).map_or_else(String::new, |file| file.path.clone())
}
