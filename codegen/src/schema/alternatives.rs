//! Objects whose properties come from several schemas, not all of which hold.

use std::rc::Rc;

use super::{Object, Schema, Schemas, object, read};
use crate::openapi;
use crate::source::NodeId;

/// Nested unions are followed no deeper.
const DEEPEST: usize = 8;

/// Returns the properties of two schemas that both hold. Those of the second one are more specific.
pub(crate) fn together(base: &Object, branch: &Object) -> Object {
    let mut all = base.clone();
    all.unions.clear();
    for (name, node) in &branch.properties {
        let mut less_specific = None;
        add(&mut all, name, *node, |known, node| less_specific = Some(std::mem::replace(known, node)));
        all.also.extend(less_specific.map(|known| (name.clone(), known)));
    }
    all.also.extend(branch.also.iter().cloned());
    all.or.extend(branch.or.iter().cloned());
    all.required.extend(branch.required.iter().filter(|(name, _)| !base.requires(name)).cloned());
    all.sometimes.extend(branch.sometimes.iter().cloned());
    all.rest = branch.rest.or(base.rest);
    all
}

fn add(object: &mut Object, name: &str, node: NodeId, known: impl FnOnce(&mut NodeId, NodeId)) {
    match object.properties.iter_mut().find(|(property, _)| property == name) {
        Some((_, found)) => known(found, node),
        None => object.properties.push((name.to_owned(), node)),
    }
}

/// Adds the properties of all branches of unions. None of them is required.
pub(crate) fn with_alternatives(
    schemas: &mut Schemas<'_>,
    mut all: Object,
    unions: Vec<(NodeId, Vec<NodeId>)>,
) -> Object {
    all.unions.clear();
    let own: Vec<_> = all.properties.iter().map(|(name, _)| name.clone()).collect();
    let mut or = Vec::new();
    let mut todo: Vec<_> = unions.into_iter().map(|(_, branches)| (branches, 0)).collect();
    while let Some((branches, depth)) = todo.pop() {
        for branch in branches {
            let Some(schema) = read(schemas, branch) else { continue };
            let branch = object(schemas, &schema);
            for (name, node) in &branch.properties {
                // What the object says itself holds in any case.
                add(&mut all, name, *node, |_, node| or.extend((!own.contains(name)).then(|| (name.clone(), node))));
            }
            all.sometimes.extend(branch.required.iter().chain(&branch.sometimes).cloned());
            // An object that names no keys at all may have any.
            let is_free = schema.any.typ.as_deref() == Some("object")
                && schema.any.additional_properties.is_none()
                && branch.properties.is_empty()
                && branch.required.is_empty()
                && branch.unions.is_empty();
            all.rest = all.rest.or(branch.rest).or(is_free.then_some(None));
            let nested = [&schema.any.one_of, &schema.any.any_of].into_iter().flatten().filter_map(openapi::node_of);
            let nested: Vec<_> = nested.collect();
            if depth < DEEPEST {
                todo.extend(branch.unions.into_iter().map(|(_, branches)| (branches, depth + 1)));
                todo.push((nested, depth + 1));
            }
        }
    }
    all.or.extend(or);
    all
}

/// Returns the properties of schemas of which some hold, required where all require them. `None` if they exclude each
/// other: a property has another type, or might have it because one of them keeps all keys.
pub(crate) fn any_of(schemas: &mut Schemas<'_>, parts: &[Rc<Schema>]) -> Option<Object> {
    let mut all = Object::default();
    let mut objects = Vec::new();
    for part in parts {
        let object = object(schemas, part);
        // What keeps any key may have the others' properties with values of another type.
        if !object.unions.is_empty() || object.rest.is_some() {
            return None;
        }
        objects.push(object);
    }
    for object in &objects {
        for (name, node) in &object.properties {
            let known = all.properties.iter().find(|(property, _)| property == name).map(|(_, node)| *node);
            match known {
                Some(known) if !is_alike(schemas, known, *node) => return None,
                Some(_) => all.or.push((name.clone(), *node)),
                None => all.properties.push((name.clone(), *node)),
            }
        }
    }
    let (first, others) = objects.split_first()?;
    let required = first.required.iter().filter(|(name, _)| others.iter().all(|other| other.requires(name)));
    all.required = required.cloned().collect();
    Some(all)
}

/// Whether two schemas have the same type.
fn is_alike(schemas: &mut Schemas<'_>, one: NodeId, other: NodeId) -> bool {
    let (Some(one), Some(other)) = (read(schemas, one), read(schemas, other)) else { return false };
    if one.id == other.id {
        return true;
    }
    let is_plain = |schema: &Schema| {
        matches!(schema.any.typ.as_deref(), Some("string" | "integer" | "number" | "boolean"))
            && schema.any.enumeration.is_empty()
    };
    let (left, right) = (&one.any, &other.any);
    one.nullable == other.nullable
        && is_plain(&one)
        && is_plain(&other)
        && left.typ == right.typ
        && left.format == right.format
}
