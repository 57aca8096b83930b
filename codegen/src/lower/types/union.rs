//! Lowers `oneOf` and `anyOf`.

use std::rc::Rc;

use openapiv3::ReferenceOr;

use super::enumeration::{self, UNKNOWN};
use super::union_names::{called, without_common_end};
use super::union_scalars::{self as scalars, Candidate};
use super::{Types, composed, kind, scalar, union_guards};
use crate::ir::{Branch, Guard, JsonType, Names, Shape, TypeRef};
use crate::ledger::{Key, Place, Role};
use crate::openapi;
use crate::schema::{self, Schema};
use crate::source::NodeId;

pub(super) fn lower(
    types: &mut Types<'_>,
    union: &Schema,
    branches: &[ReferenceOr<openapiv3::Schema>],
    hint: &str,
) -> TypeRef {
    let input = types.input;
    let nodes: Vec<_> = branches.iter().filter_map(openapi::node_of).collect();
    let mut parts = Vec::new();
    let mut nodes_are_null = true;
    let is_tagged = input.sources.get(union.id, "discriminator").is_some();
    for node in nodes {
        let part = if is_tagged { tagged_branch(types, node) } else { branch(types, node) };
        let Some(part) = part else { return TypeRef::Json };
        // Null makes the whole union nullable, and a branch that leads back to the union adds nothing.
        let is_known = part.id == union.id || parts.iter().any(|(_, known): &(_, Rc<Schema>)| known.id == part.id);
        nodes_are_null &= schema::is_only_null(&part);
        if !schema::is_only_null(&part) && !is_known {
            parts.push((node, part));
        }
    }
    without_null_object(types, &mut parts);
    match parts.as_slice() {
        [] if !nodes_are_null => {
            input.inexpressible(union.id, "this schema refers only to itself", "make it an object with properties");
            return TypeRef::Json;
        }
        [] => return TypeRef::Json,
        [(single, _)] => return kind::lower(types, *single, hint).ty,
        _ => {}
    }
    let parts: Vec<_> = parts.into_iter().map(|(_, part)| part).collect();
    if let Some(scalar) = scalar::lenient(&parts) {
        return scalar;
    }
    if !is_tagged && scalars::is_enum(&parts) {
        let schemas: Vec<_> = parts.iter().map(|part| part.id).collect();
        return kind::named(types, union, hint, |_, _, _| enumeration::of_all(input, union.id, &schemas));
    }
    let candidates = match is_tagged {
        true => parts.into_iter().map(|schema| Candidate { schema, ty: None, merged: None }).collect(),
        false => scalars::together(types, parts, hint),
    };
    if let Some(ty) = scalars::alone(&candidates) {
        return ty;
    }
    let parts: Vec<_> = candidates.iter().map(|candidate| Rc::clone(&candidate.schema)).collect();
    if parts.iter().any(|part| schema::is_anything(part)) {
        let help = "say what the values of that branch are";
        input.inexpressible(union.id, "this union has a branch that accepts any value", help);
        return TypeRef::Json;
    }
    if let Some(ty) = composed::any_of(types, union, &parts, hint) {
        return ty;
    }
    match union_guards::guards(types, union.id, &parts) {
        Some(guards) => {
            kind::named(types, union, hint, |types, _, hint| shape(types, union.id, candidates, guards, hint))
        }
        // The reason is reported already.
        None => TypeRef::Json,
    }
}

/// Leaves out a nullable object without properties beside a single reference. Some documents write null like this, because
/// OpenAPI 3.0 has no other way.
fn without_null_object(types: &Types<'_>, parts: &mut Vec<(NodeId, Rc<Schema>)>) {
    let is_reference = |node: NodeId| types.input.sources.get(node, "$ref").is_some();
    let only = match parts.as_slice() {
        [(node, _), (_, other)] if is_reference(*node) && schema::is_null_object(other) => 0,
        [(_, other), (node, _)] if is_reference(*node) && schema::is_null_object(other) => 1,
        _ => return,
    };
    *parts = vec![parts.swap_remove(only)];
}

/// The schema of a branch, through schemas that only refer to another one.
pub(super) fn branch(types: &mut Types<'_>, node: NodeId) -> Option<Rc<Schema>> {
    let mut parts = schema::read(&mut types.schemas, node)?;
    // A chain cannot be longer than the number of schemas, but it may be circular.
    for _ in 0..16 {
        match schema::transparent(&parts) {
            Some(inner) => parts = schema::read(&mut types.schemas, inner)?,
            None => break,
        }
    }
    Some(parts)
}

/// The schema of a branch whose name may be its value of the discriminator: a component that only refers to an object is
/// a branch of its own.
fn tagged_branch(types: &mut Types<'_>, node: NodeId) -> Option<Rc<Schema>> {
    let inner = branch(types, node)?;
    let is_union = !inner.any.one_of.is_empty() || !inner.any.any_of.is_empty();
    match composed::is_object(&inner) && !is_union {
        true => schema::read(&mut types.schemas, node),
        false => Some(inner),
    }
}

/// Returns the union of these branches.
pub(super) fn shape(
    types: &mut Types<'_>,
    union: NodeId,
    candidates: Vec<Candidate>,
    guards: Vec<Guard>,
    hint: &str,
) -> Shape {
    let input = types.input;
    let mut guarded: Vec<_> = candidates.into_iter().zip(guards).collect();
    // A guard that accepts any object comes after the more specific ones.
    let closer = guarded.iter().any(|(_, guard)| !matches!(guard, Guard::Type(_)));
    guarded.sort_by_key(|(_, guard)| closer && *guard == Guard::Type(JsonType::Object));
    let called = called(types, &guarded);
    let mut names = Names::reserving(&[UNKNOWN]);
    let place = Place::Node(union);
    input.ledger.reserve(&mut names, input.report, Role::Branch, place);
    let mut branches = Vec::new();
    for (((candidate, guard), name), short) in guarded.into_iter().zip(&called).zip(without_common_end(&called)) {
        let id = candidate.schema.id;
        let (ty, docs) = match (candidate.ty, candidate.merged) {
            (Some(ty), _) => (ty, String::new()),
            (None, Some(merged)) => (composed::lower_merged(types, &merged, hint, name), input.description(id)),
            (None, None) => (kind::lower(types, id, &format!("{hint}{}", name.plain())).ty, input.description(id)),
        };
        // A component has the same key wherever the branch is, and whatever tells it from the others.
        let identity = match types.component_names.get(&id) {
            Some(component) => component.key.to_string(),
            None => guard.to_string(),
        };
        let key = Key { role: Role::Branch, place, detail: [&identity, ""] };
        let name = input.ledger.settle(&mut names, key, short, Names::free).name;
        branches.push(Branch { name, ty, guard, docs });
    }
    Shape::Union(branches)
}
