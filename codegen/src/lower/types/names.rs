//! The names of the items of modules, as the ledger knows them.

use std::collections::HashSet;

use super::super::known;
use super::Types;
use crate::bundle::ModuleId;
use crate::ir::{Ident, Names};
use crate::ledger::{Key, Place, Role, Settled};
use crate::source::NodeId;

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
    for role in [Role::Type, Role::Required] {
        for (node, name) in input.ledger.nodes(role) {
            let (module, key) = (types.module_of(node), known::at(role, Place::Node(node)));
            let is_inline = role == Role::Type && !components.contains(&node);
            if !is_inline || inline.insert((module, name.clone())) {
                input.ledger.reserve_one(types.names(module), input.report, key);
            }
        }
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
