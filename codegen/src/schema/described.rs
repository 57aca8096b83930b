//! Properties that several schemas of an `allOf` describe.

use std::rc::Rc;

use super::{Object, Schema, Schemas, object, read, together};
use crate::openapi;
use crate::source::NodeId;

/// Schemas are compared no deeper.
const DEEPEST: usize = 4;

/// What describes the values of a property.
pub(crate) enum Described {
    /// This schema.
    By(NodeId),
    /// These properties together, which no schema has alone. The schemas are those without references.
    Together(Object, Vec<NodeId>),
    /// One of the branches of this schema, each with these properties. The schemas are those without references.
    With(Object, NodeId, Vec<NodeId>),
    /// Arrays, of which this schema is the most specific one: what describes their elements.
    Items(NodeId, NodeId, Box<Described>),
}

/// Returns what describes a property. The last schema that names it is the most specific, but what it leaves out of an
/// object holds as well.
pub(crate) fn described(schemas: &mut Schemas<'_>, object: &Object, name: &str, last: NodeId) -> Described {
    let earlier: Vec<_> = object.also.iter().filter(|(known, _)| known == name).map(|(_, node)| *node).collect();
    by_all(schemas, &earlier, last, 0)
}

fn by_all(schemas: &mut Schemas<'_>, earlier: &[NodeId], last: NodeId, depth: usize) -> Described {
    if depth >= DEEPEST || earlier.is_empty() {
        return Described::By(last);
    }
    if let Some(items) = items_of(schemas, last) {
        let others: Vec<_> = earlier.iter().filter_map(|node| items_of(schemas, *node)).collect();
        return match by_all(schemas, &others, items, depth + 1) {
            Described::By(node) if node == items => Described::By(last),
            described => Described::Items(last, items, Box::new(described)),
        };
    }
    let Some(whole) = plain_object(schemas, last) else { return with_branches(schemas, earlier, last) };
    let Some((all, mut nodes)) = all_of(schemas, earlier, whole.id) else { return Described::By(last) };
    let own = object(schemas, &whole);
    if !own.unions.is_empty() || !adds(schemas, &all, &own, depth) && !keeps_more(&all, &whole) {
        return Described::By(last);
    }
    match (earlier, is_empty(&own)) {
        ([only], true) => Described::By(*only),
        _ => {
            nodes.push(whole.id);
            Described::Together(together(&all, &own), nodes)
        }
    }
}

/// Returns the properties of plain objects together, and the objects, without the one that is known; `None` if one of
/// them includes a union.
fn all_of(schemas: &mut Schemas<'_>, all: &[NodeId], known: NodeId) -> Option<(Object, Vec<NodeId>)> {
    let (mut merged, mut nodes) = (Object::default(), Vec::new());
    for node in all {
        // What is no object contradicts the last one.
        let Some(schema) = plain_object(schemas, *node) else { continue };
        if schema.id == known || nodes.contains(&schema.id) {
            continue;
        }
        let object = object(schemas, &schema);
        if !object.unions.is_empty() {
            return None;
        }
        nodes.push(schema.id);
        merged = together(&merged, &object);
    }
    Some((merged, nodes))
}

/// Describes a union of objects that others describe as well: these hold for each branch.
fn with_branches(schemas: &mut Schemas<'_>, earlier: &[NodeId], last: NodeId) -> Described {
    let Some(union) = read(schemas, last) else { return Described::By(last) };
    let any = &union.any;
    let is_only_union =
        any.properties.is_empty() && any.all_of.is_empty() && any.typ.as_deref().is_none_or(|it| it == "object");
    let branches: Vec<_> = any.one_of.iter().chain(&any.any_of).filter_map(openapi::node_of).collect();
    let is_of_objects = branches.iter().all(|branch| plain_object(schemas, *branch).is_some());
    if !is_only_union || branches.is_empty() || !is_of_objects {
        return Described::By(last);
    }
    let Some((all, mut nodes)) = all_of(schemas, earlier, union.id) else { return Described::By(last) };
    let lacks_some = branches.iter().any(|branch| {
        let own = read(schemas, *branch).map(|branch| object(schemas, &branch));
        own.is_some_and(|own| adds(schemas, &all, &own, DEEPEST - 1))
    });
    if !lacks_some {
        return Described::By(last);
    }
    nodes.push(union.id);
    Described::With(all, last, nodes)
}

/// Returns the schema of the elements of an array.
fn items_of(schemas: &mut Schemas<'_>, node: NodeId) -> Option<NodeId> {
    let schema = read(schemas, node)?;
    let items = schema.any.items.as_ref().and_then(openapi::node_of);
    items.filter(|_| schema.any.typ.as_deref() == Some("array") && schema.any.all_of.is_empty())
}

/// Whether objects keep any keys of which a more specific one says nothing.
fn keeps_more(all: &Object, own: &Schema) -> bool {
    all.rest.is_some() && own.any.additional_properties.is_none()
}

/// Whether an object has properties that the other lacks, at any depth.
fn adds(schemas: &mut Schemas<'_>, all: &Object, own: &Object, depth: usize) -> bool {
    all.properties.iter().any(|(name, node)| {
        let Some((_, known)) = own.properties.iter().find(|(known, _)| known == name) else { return true };
        !matches!(by_all(schemas, &[*node], *known, depth + 1), Described::By(node) if node == *known)
    })
}

fn is_empty(object: &Object) -> bool {
    object.properties.is_empty() && object.required.is_empty() && object.rest.is_none()
}

/// Returns a schema if it is an object and no union.
fn plain_object(schemas: &mut Schemas<'_>, node: NodeId) -> Option<Rc<Schema>> {
    let schema = read(schemas, node)?;
    let any = &schema.any;
    let is_object = match any.typ.as_deref() {
        Some(typ) => typ == "object",
        None => !any.properties.is_empty() || !any.all_of.is_empty(),
    };
    let is_plain = any.one_of.is_empty() && any.any_of.is_empty() && !super::takes_in_others(schemas, &schema);
    (is_object && is_plain).then_some(schema)
}
