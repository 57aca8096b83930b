//! The names of the items of modules, as the ledger knows them.

use std::collections::HashSet;

use super::super::known;
use super::Types;
use crate::bundle::ModuleId;
use crate::ir::{Ident, Names, Shape, TypeAlias};
use crate::ledger::{Key, Place, Role, Settled};
use crate::source::{NodeHashMap, NodeId};

/// Takes the known names of the items of all modules.
pub(in crate::lower) fn reserve(types: &mut Types<'_>, components: &HashSet<NodeId>) {
    const BESIDE_TYPES: &[Role] = &[Role::Handle, Role::Builder, Role::Output, Role::LookupBuilder, Role::Header];
    let input = types.input;
    for (heir, name) in input.ledger.heirs() {
        let module = types.module_of(heir);
        types.names(module).claim(name);
    }
    if input.ledger.is_empty() {
        return;
    }
    for (id, fragment) in input.documents.fragments() {
        let place = known::module(input, fragment);
        for role in BESIDE_TYPES {
            input.ledger.reserve(types.names(id), input.report, *role, Place::Text(&place));
        }
    }
    // Several inline schemas may be of one type.
    let mut inline: HashSet<(ModuleId, Ident)> = HashSet::new();
    for role in [Role::Type, Role::Required, Role::Sent] {
        for (node, name) in input.ledger.nodes(role) {
            let (module, key) = (types.module_of(node), known::at(role, Place::Node(node)));
            let is_inline = role == Role::Type && !components.contains(&node);
            if !is_inline || inline.insert((module, name.clone())) {
                input.ledger.reserve_one(types.names(module), input.report, key);
            }
        }
    }
}

/// Adds aliases for the types that were in other modules, unless something else has the name there now.
pub(in crate::lower) fn name_former(types: &mut Types<'_>) {
    let input = types.input;
    // Of a type that became two, the second one is that of requests.
    let by_origin: NodeHashMap<usize> =
        types.defs.iter().enumerate().rev().map(|(index, def)| (def.origin, index)).collect();
    for former in input.ledger.former() {
        let file = input.sources.ids().find(|file| input.ledger.path(input.sources, *file) == former.file);
        let place = file.and_then(|file| types.modules.get(&file).copied());
        let (Some(place), Some(def)) = (place, by_origin.get(&former.node).and_then(|index| types.defs.get(*index)))
        else {
            continue;
        };
        let required = match &def.shape {
            Shape::Struct(object) => object.required.clone().map(|name| (name, object.borrows_required())),
            Shape::Enum(_) | Shape::Union(_) => None,
        };
        let now = if former.is_required { required } else { Some((def.name.clone(), false)) };
        let (Some((name, borrows)), module) = (now, def.module) else { continue };
        let Some(mut kept) = input.ledger.known(former.key()).filter(|_| module != place) else { continue };
        kept.was.retain(|old| types.names(place).claim(old));
        if !types.names(place).claim(&kept.name) {
            continue;
        }
        for old in kept.was.iter().chain([&kept.name]).cloned() {
            types.add_alias(place, TypeAlias { old, name: name.clone(), module: Some(module), borrows });
        }
        input.ledger.choose(former.key(), kept);
    }
}

/// Names an item of a module, with aliases of types for the names that it had.
pub(in crate::lower) fn settle(
    types: &mut Types<'_>,
    module: ModuleId,
    key: Key<'_>,
    wanted: Ident,
    fresh: impl FnOnce(&mut Names, Ident) -> Ident,
) -> Ident {
    let settled = types.input.ledger.settle(types.names(module), key, wanted, fresh);
    renamed(types, module, key.role, settled)
}

/// Returns the name, and remembers the aliases.
pub(in crate::lower) fn renamed(types: &mut Types<'_>, module: ModuleId, role: Role, settled: Settled) -> Ident {
    for old in settled.was {
        types.alias(module, old, &settled.name, role == Role::Handle);
    }
    settled.name
}
