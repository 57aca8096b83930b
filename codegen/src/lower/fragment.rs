//! Fragments become modules, bundles become versions.

use std::collections::HashMap;

use super::naming::{OperationNames, operations_of};
use super::operation::Common;
use super::{Context, operation, settings};
use crate::bundle::{Fragment, Share};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Ident, Module, Names, Resource, TypeId, Version};
use crate::source::NodeId;

pub(super) fn versions(cx: &mut Context<'_>, mut names: OperationNames) -> Vec<Version> {
    let documents = cx.documents;
    let mut versions = Vec::new();
    let mut folders = HashMap::new();
    for (version, bundle) in documents.bundles.iter().enumerate() {
        unique(cx, &mut folders, Ident::snake(&bundle.name), bundle.api);
        let mut files = HashMap::new();
        for fragment in &bundle.fragments {
            unique(cx, &mut files, Ident::snake(&fragment.name), fragment.root);
        }
        // Modules mention each other by name: an inner one has a name of its own.
        let mut modules = Names::default();
        for name in files.keys() {
            modules.claim(name);
        }
        let fixtures = modules.free(Ident::snake("fixtures"));
        let raw = modules.free(Ident::snake("raw"));
        let servers = modules.free(Ident::snake("servers"));
        let fragments = || bundle.fragments.iter().enumerate().map(|(index, fragment)| ((version, index), fragment));
        let resources: Vec<_> =
            fragments().map(|(module, fragment)| resource(cx, module, fragment, &mut names, &fixtures)).collect();
        let mut lowered = settings::version(cx, bundle, raw, servers);
        for ((module, fragment), resource) in fragments().zip(resources) {
            lowered.modules.push(Module {
                name: Ident::snake(&fragment.name),
                file: fragment.file,
                docs: docs(cx, fragment),
                responses: responses(cx, fragment),
                source: path(cx, fragment.root),
                types: types(cx, module),
                resource,
            });
        }
        versions.push(lowered);
    }
    versions
}

/// A module stands for one folder or document.
fn unique(cx: &mut Context<'_>, taken: &mut HashMap<Ident, NodeId>, name: Ident, node: NodeId) {
    let message = format!("`{name}` would be the name of two modules");
    if let Some(first) = taken.insert(name, node) {
        let problem = Diagnostic::new(Code::DuplicateName, cx.sources.place(node), message);
        let problem = problem.also(cx.sources.place(first), "first here");
        cx.report(problem.help("give the folder or the file another name"));
    }
}

fn resource(
    cx: &mut Context<'_>,
    module: (usize, usize),
    fragment: &Fragment,
    names: &mut OperationNames,
    fixtures: &Ident,
) -> Option<Resource> {
    let name = names.handles.get(&module)?.clone();
    let mut operations = Vec::new();
    let mut common = Common { module, fixtures: Names::default(), headers: Vec::new() };
    let names = names.operations.remove(&module).unwrap_or_default();
    for (found, names) in operations_of(cx.documents.sources, fragment).iter().zip(names) {
        let before = cx.diagnostics.len();
        let lowered = operation::lower(cx, found, &names, &mut common);
        let is_told = cx.diagnostics.iter().skip(before).any(|problem| problem.code == Code::LeftOut);
        if lowered.is_empty() && is_told {
            cx.left_out.push((fragment.file, found.path.to_owned(), found.method.key()));
        }
        operations.extend(lowered);
    }
    // What was left out may be all there was.
    (!operations.is_empty()).then(|| Resource { name, fixtures: fixtures.clone(), operations, headers: common.headers })
}

/// The types of a module, in source order.
fn types(cx: &Context<'_>, module: (usize, usize)) -> Vec<TypeId> {
    let mut types: Vec<_> = cx.types.iter().enumerate().filter(|(_, def)| def.module == module).collect();
    types.sort_by_key(|(_, def)| cx.sources.place(def.origin).span.start);
    types.into_iter().map(|(index, _)| TypeId(index)).collect()
}

/// What a module is about.
fn docs(cx: &Context<'_>, fragment: &Fragment) -> String {
    let of_tag = |tag: &str| {
        let tags = cx.sources.items(cx.sources.get(fragment.root, "tags")?);
        let node = tags.iter().find(|node| cx.sources.get_text(**node, "name") == Some(tag))?;
        Some(cx.description(*node)).filter(|text| !text.is_empty())
    };
    match &fragment.share {
        Share::Whole => info(cx, fragment.root),
        Share::Types => "The types that the document names.".to_owned(),
        Share::Tag { tag: Some(tag), .. } => of_tag(tag).unwrap_or_else(|| tag.clone()),
        Share::Tag { tag: None, .. } => "The operations without a tag.".to_owned(),
    }
}

/// What the document says about each response that operations refer to.
fn responses(cx: &Context<'_>, fragment: &Fragment) -> Vec<(String, String)> {
    let components = cx.sources.get(fragment.root, "components").filter(|_| fragment.has_types());
    let responses = components.and_then(|node| cx.sources.get(node, "responses"));
    let entries = responses.map_or(&[][..], |node| cx.sources.entries(node));
    let described = entries.iter().map(|entry| (entry.key.to_string(), cx.description(entry.value)));
    described.filter(|(_, docs)| !docs.is_empty()).collect()
}

/// The description of a document, or at least its title.
pub(super) fn info(cx: &Context<'_>, root: NodeId) -> String {
    let Some(info) = cx.sources.get(root, "info") else { return String::new() };
    match cx.description(info) {
        text if text.is_empty() => cx.sources.get_text(info, "title").unwrap_or_default().trim().to_owned(),
        text => text,
    }
}

/// The path of a document, as headers show it.
pub(super) fn path(cx: &Context<'_>, root: NodeId) -> String {
    cx.sources.file(root.file()).map_or_else(String::new, |file| file.path.clone())
}
