//! Properties that several schemas of an `allOf` describe.

use std::rc::Rc;

use super::{Object, Schema, Schemas, object, read, together};
use crate::source::NodeId;

/// Schemas are compared no deeper.
const DEEPEST: usize = 4;

/// What describes the values of a property.
pub(crate) enum Described {
    /// This schema.
    By(NodeId),
    /// These properties together, which no schema has alone. The schemas are those without references.
    Together(Object, Vec<NodeId>),
}

/// Returns what describes a property. The last schema that names it is the most specific, but what it leaves out of an
/// object holds as well.
pub(crate) fn described(schemas: &mut Schemas<'_>, object: &Object, name: &str, last: NodeId) -> Described {
    let earlier: Vec<_> = object.also.iter().filter(|(known, _)| known == name).map(|(_, node)| *node).collect();
    by_all(schemas, &earlier, last, 0)
}

fn by_all(schemas: &mut Schemas<'_>, earlier: &[NodeId], last: NodeId, depth: usize) -> Described {
    let Some(whole) = plain_object(schemas, last).filter(|_| depth < DEEPEST && !earlier.is_empty()) else {
        return Described::By(last);
    };
    let mut nodes = Vec::new();
    let mut all = Object::default();
    for node in earlier {
        // What is no object contradicts the last one.
        let Some(schema) = plain_object(schemas, *node) else { continue };
        if schema.id == whole.id || nodes.contains(&schema.id) {
            continue;
        }
        let object = object(schemas, &schema);
        if !object.unions.is_empty() {
            return Described::By(last);
        }
        nodes.push(schema.id);
        all = together(&all, &object);
    }
    let own = object(schemas, &whole);
    if !own.unions.is_empty() || !adds(schemas, &all, &own, depth) {
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
