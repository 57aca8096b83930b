//! Fragments become modules, and bundles become versions.

use std::collections::HashMap;

use super::input::Input;
use super::naming::OperationNames;
use super::operation::Common;
use super::security::Silence;
use super::types::Types;
use super::{operation, settings};
use crate::bundle::{Fragment, ModuleId, Share, operations_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Ident, Module, Names, OperationKey, Resource, TypeId, Version};
use crate::source::NodeId;

/// Returns the versions, and the operations that are left out.
pub(super) fn versions(
    types: &mut Types<'_>,
    silence: &Silence,
    mut names: OperationNames,
) -> (Vec<Version>, Vec<OperationKey>) {
    let input = types.input;
    let documents = input.documents;
    let mut versions = Vec::new();
    let mut folders = HashMap::new();
    for (version, bundle) in documents.bundles.iter().enumerate() {
        unique(input, &mut folders, Ident::snake(&bundle.name), bundle.api);
        let mut files = HashMap::new();
        for fragment in &bundle.fragments {
            unique(input, &mut files, Ident::snake(&fragment.name), fragment.root);
        }
        // Modules refer to each other by name, so an inner one needs a distinct name.
        let mut modules = Names::default();
        for name in files.keys() {
            modules.claim(name);
        }
        let fixtures = modules.free(Ident::snake("fixtures"));
        let raw = modules.free(Ident::snake("raw"));
        let servers = modules.free(Ident::snake("servers"));
        let fragments =
            || bundle.fragments.iter().enumerate().map(|(fragment, part)| (ModuleId { version, fragment }, part));
        let resources: Vec<_> = fragments()
            .map(|(module, fragment)| resource(types, module, fragment, silence, &mut names, &fixtures))
            .collect();
        let mut lowered = settings::version(input, bundle, raw, servers);
        for ((module, fragment), resource) in fragments().zip(resources) {
            lowered.modules.push(Module {
                name: Ident::snake(&fragment.name),
                file: fragment.file,
                docs: docs(input, fragment),
                responses: responses(input, fragment),
                source: path(input, fragment.root),
                types: types_of(types, module),
                resource,
            });
        }
        versions.push(lowered);
    }
    (versions, names.left_out)
}

/// Reports two folders or documents with the same module name.
fn unique(input: Input<'_>, taken: &mut HashMap<Ident, NodeId>, name: Ident, node: NodeId) {
    let message = format!("two modules would be named `{name}`");
    if let Some(first) = taken.insert(name, node) {
        let problem = Diagnostic::new(Code::DuplicateName, input.sources.location(node), message);
        let problem = problem.also(input.sources.location(first), "first here");
        input.report.add(problem.help("rename the folder or the file"));
    }
}

fn resource(
    types: &mut Types<'_>,
    module: ModuleId,
    fragment: &Fragment,
    silence: &Silence,
    names: &mut OperationNames,
    fixtures: &Ident,
) -> Option<Resource> {
    let input = types.input;
    let name = names.handles.get(&module)?.clone();
    let mut operations = Vec::new();
    let mut common = Common { module, silence, fixtures: Names::default(), headers: Vec::new() };
    let of_module = names.operations.remove(&module).unwrap_or_default();
    for (found, name) in operations_of(input.sources, fragment).iter().zip(of_module) {
        let lowered = operation::lower(types, found, &name, &mut common);
        if lowered.operations.is_empty() && lowered.is_left_out {
            let (path, method) = (found.path.to_owned(), found.method.key());
            names.left_out.push(OperationKey { file: fragment.file, path, method });
        }
        operations.extend(lowered.operations);
    }
    // All operations may have been left out.
    (!operations.is_empty()).then(|| Resource { name, fixtures: fixtures.clone(), operations, headers: common.headers })
}

/// The types of a module, in source order.
fn types_of(types: &Types<'_>, module: ModuleId) -> Vec<TypeId> {
    let input = types.input;
    let mut types: Vec<_> = types.defs().iter().enumerate().filter(|(_, def)| def.module == module).collect();
    types.sort_by_key(|(_, def)| input.sources.location(def.origin).span.start);
    types.into_iter().map(|(index, _)| TypeId(index)).collect()
}

/// The documentation of a module.
fn docs(input: Input<'_>, fragment: &Fragment) -> String {
    let of_tag = |tag: &str| {
        let tags = input.sources.items(input.sources.get(fragment.root, "tags")?);
        let node = tags.iter().find(|node| input.sources.get_text(**node, "name") == Some(tag))?;
        Some(input.description(*node)).filter(|text| !text.is_empty())
    };
    match &fragment.share {
        Share::Whole => input.documents.info(fragment.root).to_owned(),
        Share::Types => "The types that the document defines.".to_owned(),
        Share::Tag { tag: Some(tag), .. } => of_tag(tag).unwrap_or_else(|| tag.clone()),
        Share::Tag { tag: None, .. } => "The operations without a tag.".to_owned(),
    }
}

/// The names and descriptions of the responses that operations refer to.
fn responses(input: Input<'_>, fragment: &Fragment) -> Vec<(String, String)> {
    let components = input.sources.get(fragment.root, "components").filter(|_| fragment.has_types());
    let responses = components.and_then(|node| input.sources.get(node, "responses"));
    let entries = responses.map_or(&[][..], |node| input.sources.entries(node));
    let described = entries.iter().map(|entry| (entry.key.to_string(), input.description(entry.value)));
    described.filter(|(_, docs)| !docs.is_empty()).collect()
}

/// The path of a document in file headers.
pub(super) fn path(input: Input<'_>, root: NodeId) -> String {
    input.sources.file(root.file()).map_or_else(String::new, |file| file.path.clone())
}
