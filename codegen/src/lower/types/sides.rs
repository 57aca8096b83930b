//! Types of which requests have other properties than responses: a required property that is read-only is in none of
//! the former, and one that is write-only in none of the latter.
//!
//! A type that is used in one direction loses these properties of the other one. A type that is used in both, and is or
//! contains such a type, becomes two, neither of which has any property of the other direction.

use std::collections::{HashMap, HashSet};

use super::super::known;
use super::{Types, names};
use crate::ir::{Access, Branch, Ident, Names, Operation, Shape, Side, TypeDef, TypeId, TypeRef, Version};
use crate::ledger::{Place, Role};

/// What the name of a type of requests ends with; the first that is free.
const ENDINGS: &[&str] = &["Input", "Request"];

/// Which types requests and responses have, where they differ.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sides {
    /// The types of what requests have of other types.
    sent: HashMap<TypeId, TypeId>,
    /// The types that only requests have.
    of_requests: HashSet<TypeId>,
}

impl Sides {
    /// Whether requests and responses have the same types.
    pub(crate) fn are_equal(&self) -> bool {
        self.of_requests.is_empty() && self.sent.is_empty()
    }

    /// Returns the type of what requests have of a type.
    pub(crate) fn sent(&self, id: TypeId) -> TypeId {
        self.sent.get(&id).copied().unwrap_or(id)
    }

    /// Whether requests have a type of their own instead of this one.
    pub(super) fn is_divided(&self, id: TypeId) -> bool {
        self.sent.contains_key(&id)
    }

    /// Returns the direction of the values of a type, as far as directions matter.
    pub(crate) fn of(&self, id: TypeId) -> Side {
        if self.of_requests.contains(&id) { Side::Sent } else { Side::Received }
    }
}

/// Divides the types, and lets requests refer to their own.
pub(in crate::lower) fn divide(types: &mut Types<'_>, versions: &mut [Version]) {
    keep_tags(&mut types.defs);
    let is_of_one = |def: &TypeDef| leaves_out(def, Side::Sent) || leaves_out(def, Side::Received);
    let differs: Vec<_> = types.defs.iter().map(is_of_one).collect();
    if !differs.contains(&true) {
        return;
    }
    let roots = |of: fn(&Operation) -> Vec<&TypeRef>| {
        let named = operations(versions).flat_map(of).filter_map(TypeRef::named);
        reached(&types.defs, named.collect())
    };
    let (sent, received) = (roots(Operation::sent), roots(Operation::received));
    let differs = containers(&types.defs, &differs);
    let is = |list: &[bool], id: TypeId| list.get(id.0) == Some(&true);
    let ids = || (0..differs.len()).map(TypeId);
    for id in ids().filter(|id| is(&sent, *id) && is(&received, *id) && is(&differs, *id)).collect::<Vec<_>>() {
        add(types, id);
    }
    let sent_only = ids().filter(|id| is(&sent, *id) && !is(&received, *id));
    types.sides.of_requests = sent_only.chain(types.sides.sent.values().copied()).collect();
    let sides = &types.sides;
    for id in &sides.of_requests {
        let parts = types.defs.get_mut(id.0).map_or_else(Vec::new, TypeDef::parts_mut);
        parts.into_iter().for_each(|ty| ty.replace(|id| sides.sent(id)));
    }
    for module in versions.iter_mut().flat_map(|version| &mut version.modules) {
        let both = |id: &TypeId| [Some(*id), sides.sent.get(id).copied()];
        module.types = module.types.iter().flat_map(both).flatten().collect();
        let operations = module.resource.iter_mut().flat_map(|resource| &mut resource.operations);
        operations.flat_map(Operation::sent_mut).for_each(|ty| ty.replace(|id| sides.sent(id)));
    }
    let pairs: HashSet<_> = sides.sent.iter().flat_map(|(received, sent)| [*received, *sent]).collect();
    for (index, def) in types.defs.iter_mut().enumerate() {
        let side = sides.of(TypeId(index));
        if let Shape::Struct(object) = &mut def.shape {
            // Two types share no property of one direction, required or not.
            let is_pair = pairs.contains(&TypeId(index));
            object.fields.retain(|field| if is_pair { !field.access.is_not(side) } else { !field.is_left_out(side) });
            object.constants.retain(|constant| !constant.access.is_not(side));
        }
    }
}

/// Adds the type of what requests have of a type.
fn add(types: &mut Types<'_>, id: TypeId) {
    let Some(def) = types.defs.get(id.0).cloned() else { return };
    let key = known::at(Role::Sent, Place::Node(def.origin));
    let endings = ENDINGS.iter().map(|ending| def.name.with_suffix(ending)).collect::<Vec<_>>();
    let Some(wanted) = endings.first().cloned() else { return };
    let fresh = |names: &mut Names, wanted: Ident| {
        let free = endings.iter().find(|name| names.claim(name)).cloned();
        free.unwrap_or_else(|| names.free(wanted))
    };
    let name = names::settle(types, def.module, key, wanted, fresh);
    let docs = format!("{}\n\nThis is what requests have of `{}`.", def.docs, def.name).trim().to_owned();
    let sent = TypeId(types.defs.len());
    types.defs.push(TypeDef { name, docs, ..def });
    types.sides.sent.insert(id, sent);
}

/// Makes the properties that tell the branches of unions apart those of both directions, whatever their schemas say.
fn keep_tags(defs: &mut [TypeDef]) {
    let mut tags = Vec::new();
    for def in &*defs {
        let Shape::Union(branches) = &def.shape else { continue };
        let tag = |branch: &Branch| Some((branch.ty.named()?, branch.guard.tag()?.0.to_owned()));
        tags.extend(branches.iter().filter_map(tag));
    }
    for (id, property) in tags {
        if let Some(Shape::Struct(object)) = defs.get_mut(id.0).map(|def| &mut def.shape) {
            let fields = object.fields.iter_mut().filter(|field| field.wire_name == property);
            fields.for_each(|field| field.access = Access::Both);
            let constants = object.constants.iter_mut().filter(|constant| constant.wire_name == property);
            constants.for_each(|constant| constant.access = Access::Both);
        }
    }
}

fn leaves_out(def: &TypeDef, side: Side) -> bool {
    let Shape::Struct(object) = &def.shape else { return false };
    object.fields.iter().any(|field| field.is_left_out(side))
        || object.constants.iter().any(|constant| constant.access.is_not(side))
}

fn operations(versions: &[Version]) -> impl Iterator<Item = &Operation> {
    let modules = versions.iter().flat_map(|version| &version.modules);
    modules.filter_map(|module| module.resource.as_ref()).flat_map(|resource| &resource.operations)
}

/// Returns whether each type is one of these, or a part of one.
fn reached(defs: &[TypeDef], mut todo: Vec<TypeId>) -> Vec<bool> {
    let mut reached = vec![false; defs.len()];
    while let Some(id) = todo.pop() {
        let Some(is_reached) = reached.get_mut(id.0).filter(|is_reached| !**is_reached) else { continue };
        *is_reached = true;
        let parts = defs.get(id.0).map_or_else(Vec::new, TypeDef::parts);
        todo.extend(parts.into_iter().filter_map(TypeRef::named));
    }
    reached
}

/// Returns whether each type is one of these, or contains one.
fn containers(defs: &[TypeDef], of: &[bool]) -> Vec<bool> {
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); defs.len()];
    for (index, def) in defs.iter().enumerate() {
        for part in def.parts().into_iter().filter_map(TypeRef::named) {
            holders.get_mut(part.0).into_iter().for_each(|holders| holders.push(index));
        }
    }
    let mut found = of.to_vec();
    let mut todo: Vec<usize> = (0..found.len()).filter(|index| found.get(*index) == Some(&true)).collect();
    while let Some(index) = todo.pop() {
        for holder in holders.get(index).into_iter().flatten() {
            if let Some(is_found) = found.get_mut(*holder).filter(|is_found| !**is_found) {
                *is_found = true;
                todo.push(*holder);
            }
        }
    }
    found
}
