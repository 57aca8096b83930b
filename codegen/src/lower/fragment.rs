//! Fragments become modules, and bundles become versions.

use std::collections::HashMap;

use super::input::Input;
use super::known;
use super::naming::OperationNames;
use super::operation::Common;
use super::security::Silence;
use super::types::Types;
use super::{operation, settings};
use crate::bundle::{Bundle, Fragment, Group, ModuleId, Share, operations_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Ident, Module, Names, Operation, OperationKey, Resource, Shape, Success, TypeId, Version};
use crate::ledger::{Key, Place, Role};
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
        // The name of a document may get a number or a suffix; that of a folder is its own.
        if bundle.fragments.iter().any(|fragment| fragment.root == bundle.api) {
            let place = known::version(input, bundle.api);
            let key = known::at(Role::Version, Place::Text(&place));
            input.ledger.known(key);
            input.ledger.choose(key, Ident::snake(&bundle.name).into());
        }
        let (own, [fixtures, raw, servers]) = module_names(input, bundle);
        let fragments =
            || bundle.fragments.iter().enumerate().map(|(fragment, part)| (ModuleId { version, fragment }, part));
        let resources: Vec<_> = fragments()
            .map(|(module, fragment)| resource(types, module, fragment, silence, &mut names, &fixtures))
            .collect();
        let mut lowered = settings::version(input, bundle, raw, servers);
        for (((module, fragment), resource), name) in fragments().zip(resources).zip(own) {
            lowered.modules.push(Module {
                name,
                file: fragment.file,
                docs: docs(input, fragment),
                responses: responses(input, fragment),
                source: path(input, fragment.root),
                types: types_of(types, module),
                aliases: Vec::new(),
                resource,
            });
        }
        versions.push(lowered);
    }
    (versions, names.left_out)
}

/// Adds the names that items of each module had before, after all have their names.
pub(super) fn name_aliases(types: &mut Types<'_>, versions: &mut [Version]) {
    for (version, lowered) in versions.iter_mut().enumerate() {
        for (fragment, module) in lowered.modules.iter_mut().enumerate() {
            let mut aliases = types.take_aliases(ModuleId { version, fragment });
            // An operation that is left out has no builder.
            aliases.retain(|alias| alias.module.is_some() || has(types, module, &alias.name));
            module.aliases = aliases;
        }
    }
}

/// Whether a module has a type with this name.
fn has(types: &Types<'_>, module: &Module, name: &Ident) -> bool {
    let is_type = |id: &TypeId| {
        let Some(def) = types.defs().get(id.0) else { return false };
        def.name == *name || matches!(&def.shape, Shape::Struct(object) if object.required.as_ref() == Some(name))
    };
    let is_of = |operation: &Operation| {
        let output = matches!(&operation.responses.success, Success::Outputs { name: output, .. } if output == name);
        output || operation.names.builder == *name || operation.calls.finds.iter().any(|find| find.builder == *name)
    };
    let resource = module.resource.as_ref();
    module.types.iter().any(is_type)
        || resource.is_some_and(|resource| resource.name == *name || resource.operations.iter().any(is_of))
}

/// Names the modules of a version: those of its fragments, and the inner ones. Modules refer to each other by name, so
/// all have distinct names.
fn module_names(input: Input<'_>, bundle: &Bundle) -> (Vec<Ident>, [Ident; 3]) {
    let (ledger, version, mut names) = (input.ledger, known::version(input, bundle.api), Names::default());
    let places: Vec<_> = bundle.fragments.iter().map(|fragment| known::module(input, fragment)).collect();
    for place in &places {
        ledger.reserve_one(&mut names, input.report, known::at(Role::Module, Place::Text(place)));
    }
    ledger.reserve(&mut names, input.report, Role::Inner, Place::Text(&version));
    let mut files = HashMap::new();
    let own = bundle.fragments.iter().zip(&places).map(|(fragment, place)| {
        let fresh = |names: &mut Names, name: Ident| {
            unique(input, &mut files, name.clone(), fragment.root);
            if ledger.is_empty() {
                names.claim(&name);
                return name;
            }
            names.free(name)
        };
        let wanted = Ident::snake(&fragment.name);
        ledger.settle(&mut names, known::at(Role::Module, Place::Text(place)), wanted, fresh).name
    });
    let own: Vec<_> = own.collect();
    let inner = ["fixtures", "raw", "servers"].map(|inner| {
        let key = Key { role: Role::Inner, place: Place::Text(&version), detail: [inner, ""] };
        // A resource may have the name.
        let fresh = |names: &mut Names, wanted: Ident| match names.claim(&wanted) {
            true => wanted,
            false => names.free(wanted.with_suffix("_of_api")),
        };
        ledger.settle(&mut names, key, Ident::snake(inner), fresh).name
    });
    (own, inner)
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
    let place = known::module(input, fragment);
    let mut constants = Names::default();
    input.ledger.reserve(&mut constants, input.report, Role::Fixture, Place::Text(&place));
    let mut common = Common { module, place, silence, fixtures: constants, headers: Vec::new() };
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
        Share::Part { group: Group::Tag(Some(tag)), .. } => of_tag(tag).unwrap_or_else(|| tag.clone()),
        Share::Part { group: Group::Tag(None), .. } => "The operations without a tag.".to_owned(),
        Share::Part { group: Group::Path(Some(segment)), .. } => format!("The operations below `/{segment}`."),
        Share::Part { group: Group::Path(None), .. } => "The operations below no name.".to_owned(),
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
