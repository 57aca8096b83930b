//! Objects that are more than their properties: with a union beside these or in `allOf`, with other schemas that extend
//! them, or with alternatives of which several may hold.

use std::collections::HashMap;
use std::rc::Rc;

use super::super::input::Input;
use super::union_guards::{self as guards, json_type};
use super::union_scalars::Candidate;
use super::{Types, Use, kind, object, union};
use crate::ir::{Guard, Ident, JsonType, Shape, Sparse, TypeRef};
use crate::openapi;
use crate::schema::{self, Object, Schema};
use crate::source::NodeId;

/// A struct that no schema describes alone.
pub(super) struct Merged {
    /// The node that its name belongs to.
    pub(super) place: NodeId,
    pub(super) object: Object,
    /// The end of its name, instead of that of its branch.
    pub(super) ending: Option<&'static str>,
}

/// Returns the components that extend a base with a discriminator by `allOf`, by the base.
pub(super) fn subtypes(input: Input<'_>, components: &[NodeId]) -> HashMap<NodeId, Vec<NodeId>> {
    let sources = input.sources;
    let is_base = |node: NodeId| {
        let has = |key: &str| sources.get(node, key).is_some();
        has("discriminator") && !has("oneOf") && !has("anyOf")
    };
    let mut subtypes: HashMap<NodeId, Vec<NodeId>> = HashMap::new();
    for component in components {
        for base in schema::taken_in(input.documents, *component).flatten().filter(|base| base != component) {
            if is_base(base) && components.contains(&base) {
                subtypes.entry(base).or_default().push(*component);
            }
        }
    }
    subtypes
}

/// Lowers an object of these kinds; `None` if it is an ordinary one.
pub(super) fn lower(types: &mut Types<'_>, parts: &Schema, hint: &str) -> Option<TypeRef> {
    let any = &parts.any;
    let is_union = !any.one_of.is_empty() || !any.any_of.is_empty();
    if !is_union && let Some(subtypes) = types.subtypes.get(&parts.id).cloned() {
        return by_subtypes(types, parts, &subtypes, hint);
    }
    let is_alone = any.properties.is_empty() && any.all_of.is_empty() && !requires_more(types, parts);
    let has_several = !any.one_of.is_empty() && !any.any_of.is_empty();
    if is_alone && !has_several
        || schema::transparent(parts).is_some() && !is_union
        || schema::takes_in_others(&mut types.schemas, parts)
    {
        return None;
    }
    let base = schema::object(&mut types.schemas, parts);
    let mut unions = base.unions.clone();
    for own in [&any.one_of, &any.any_of].into_iter().filter(|list| !list.is_empty()) {
        unions.push((parts.id, own.iter().filter_map(openapi::node_of).collect()));
    }
    match unions.as_slice() {
        [] => None,
        [(union, branches)] => Some(distributed(types, parts, &base, (*union, branches), hint)),
        several => {
            let object = schema::with_alternatives(&mut types.schemas, base, several.to_vec());
            Some(kind::named(types, parts, hint, |types, parts, hint| object::of(types, parts.id, &object, hint)))
        }
    }
}

/// Whether a union requires properties that one of its own branches does not describe.
fn requires_more(types: &mut Types<'_>, parts: &Schema) -> bool {
    if parts.any.required.is_empty() {
        return false;
    }
    let sources = types.input.sources;
    let branches = parts.any.one_of.iter().chain(&parts.any.any_of).filter_map(openapi::node_of);
    branches.filter(|branch| sources.get(*branch, "$ref").is_none()).collect::<Vec<_>>().into_iter().any(|branch| {
        let Some(branch) = schema::read(&mut types.schemas, branch) else { return false };
        let object = schema::object(&mut types.schemas, &branch);
        let is_described = |name: &String| object.properties.iter().any(|(known, _)| known == name);
        is_object(&branch) && !object.properties.is_empty() && !parts.any.required.iter().all(is_described)
    })
}

/// The properties go into each branch.
fn distributed(
    types: &mut Types<'_>,
    parts: &Schema,
    base: &Object,
    (union, branches): (NodeId, &[NodeId]),
    hint: &str,
) -> TypeRef {
    let input = types.input;
    let mut candidates = Vec::new();
    let mut adds = false;
    for node in branches {
        let Some(branch) = union::branch(types, *node).filter(|branch| !schema::is_only_null(branch)) else { continue };
        let is_object = branch.any.typ.is_none() && branch.any.enumeration.is_empty() || is_object(&branch);
        if !is_object {
            let help = "move the properties into each branch";
            let problem = "this schema has properties next to a union of other values";
            input.inexpressible(parts.id, problem, help);
            return TypeRef::Json;
        }
        let own = schema::object(&mut types.schemas, &branch);
        adds |= own.properties.iter().any(|(name, _)| !base.properties.iter().any(|(known, _)| known == name));
        let nested = [own.unions.clone(), openapi_union(&branch)].concat();
        let object = schema::together(base, &own);
        let object = schema::with_alternatives(&mut types.schemas, object, nested);
        candidates.push(Candidate {
            schema: branch,
            ty: None,
            merged: Some(Merged { place: *node, object, ending: None }),
        });
    }
    if !adds || candidates.len() < 2 {
        let all = vec![(union, branches.to_vec())];
        let object = schema::with_alternatives(&mut types.schemas, base.clone(), all);
        return kind::named(types, parts, hint, |types, parts, hint| object::of(types, parts.id, &object, hint));
    }
    let schemas: Vec<_> = candidates.iter().map(|candidate| Rc::clone(&candidate.schema)).collect();
    let is_tagged = input.sources.get(parts.id, "discriminator").is_some();
    match guards::guards(types, if is_tagged { parts.id } else { union }, &schemas) {
        Some(guards) => {
            kind::named(types, parts, hint, |types, _, hint| union::shape(types, parts.id, candidates, guards, hint))
        }
        None => TypeRef::Json,
    }
}

/// The unions of a schema itself.
fn openapi_union(schema: &Schema) -> Vec<(NodeId, Vec<NodeId>)> {
    let lists = [&schema.any.one_of, &schema.any.any_of].into_iter().filter(|list| !list.is_empty());
    lists.map(|list| (schema.id, list.iter().filter_map(openapi::node_of).collect())).collect()
}

pub(super) fn is_object(schema: &Schema) -> bool {
    json_type(schema) == Some(JsonType::Object)
}

/// A base is the union of the schemas that extend it, and of itself for all other values.
fn by_subtypes(types: &mut Types<'_>, parts: &Schema, subtypes: &[NodeId], hint: &str) -> Option<TypeRef> {
    let input = types.input;
    let discriminator = input.sources.get(parts.id, "discriminator")?;
    let mut schemas = Vec::new();
    for subtype in subtypes {
        let subtype = schema::read(&mut types.schemas, *subtype)?;
        // What only describes the base is the base.
        if schema::transparent(&subtype).is_none() && is_object(&subtype) {
            schemas.push(subtype);
        }
    }
    if schemas.is_empty() {
        return None;
    }
    let base = schema::read(&mut types.schemas, parts.id)?;
    schemas.push(Rc::clone(&base));
    let guards = guards::by_discriminator(types, discriminator, &schemas)?;
    let object = schema::object(&mut types.schemas, parts);
    let mut object = Some(Merged { place: discriminator, object, ending: Some("Base") });
    let (mut candidates, mut told) = (Vec::new(), Vec::new());
    for (schema, guard) in schemas.into_iter().zip(guards) {
        let is_base = schema.id == base.id;
        let merged = if is_base { object.take() } else { None };
        told.push(guard.filter(|_| !is_base).unwrap_or(Guard::Type(JsonType::Object)));
        candidates.push(Candidate { schema, ty: None, merged });
    }
    Some(kind::named(types, parts, hint, |types, parts, hint| {
        let mut shape = union::shape(types, parts.id, candidates, told, hint);
        // An object without the discriminator is the base, which claims the least, unless it has more keys.
        if let Shape::Union(branches) = &mut shape {
            branches.rotate_right(1);
        }
        shape
    }))
}

/// The struct of a branch.
pub(super) fn lower_merged(types: &mut Types<'_>, merged: &Merged, hint: &str, name: &Ident) -> TypeRef {
    let hint = format!("{hint}{}", merged.ending.unwrap_or_else(|| name.plain()));
    let schema = Schema { id: merged.place, nullable: false, any: openapiv3::AnySchema::default() };
    kind::named(types, &schema, &hint, |types, schema, hint| object::of(types, schema.id, &merged.object, hint))
}

/// Lowers a property of an object, which several parts of an `allOf` or branches of a union may describe.
pub(super) fn lower_property(types: &mut Types<'_>, owner: &Object, name: &str, node: NodeId, hint: &str) -> Use {
    let mut lowered = lower_parts(types, owner, name, node, hint);
    for (_, other) in owner.or.iter().filter(|(known, _)| known == name) {
        let Some(other) = schema::read(&mut types.schemas, *other) else { continue };
        lowered.nullable |= schema::is_nullable(&mut types.schemas, &other);
        lowered.limits = lowered.limits.or(&kind::limits(types.input, &other)).into();
    }
    lowered
}

fn lower_parts(types: &mut Types<'_>, owner: &Object, name: &str, node: NodeId, hint: &str) -> Use {
    let described = schema::described(&mut types.schemas, owner, name, node);
    lower_described(types, described, node, hint)
}

/// Lowers what several schemas describe, of which one is the most specific.
fn lower_described(types: &mut Types<'_>, described: schema::Described, last: NodeId, hint: &str) -> Use {
    match described {
        schema::Described::By(node) => kind::lower(types, node, hint),
        schema::Described::Together(object, nodes) => once(types, nodes, last, hint, |types, schema, hint| {
            kind::named(types, schema, hint, |types, schema, hint| object::of(types, schema.id, &object, hint))
        }),
        schema::Described::With(base, union, nodes) => once(types, nodes, last, hint, |types, schema, hint| {
            let branches = schema::read(&mut types.schemas, union).map(|union| openapi_union(&union));
            match branches.as_deref() {
                Some([(union, branches)]) => distributed(types, schema, &base, (*union, branches), hint),
                several => {
                    let several = several.unwrap_or_default().to_vec();
                    let object = schema::with_alternatives(&mut types.schemas, base, several);
                    kind::named(types, schema, hint, |types, schema, hint| object::of(types, schema.id, &object, hint))
                }
            }
        }),
        schema::Described::Items(array, items, described) => {
            let item = lower_described(types, *described, items, &format!("{hint}Item"));
            let Some(array) = schema::read(&mut types.schemas, array) else { return Use::json() };
            let nullable = schema::is_nullable(&mut types.schemas, &array);
            Use {
                ty: TypeRef::List(Box::new(item.ty.or_null(item.nullable))),
                nullable,
                limits: kind::limits(types.input, &array),
            }
        }
    }
}

/// Lowers schemas that hold together, once for all uses.
fn once(
    types: &mut Types<'_>,
    nodes: Vec<NodeId>,
    last: NodeId,
    hint: &str,
    lower: impl FnOnce(&mut Types<'_>, &Schema, &str) -> TypeRef,
) -> Use {
    match types.merged.get(&nodes).cloned() {
        Some(Some(lowered)) => return lowered,
        // Objects that hold each other: the most specific schema has a name already.
        Some(None) => return kind::lower(types, last, hint),
        None => {}
    }
    types.merged.insert(nodes.clone(), None);
    let nullable = nodes.iter().all(|node| {
        let schema = schema::read(&mut types.schemas, *node);
        schema.is_some_and(|schema| schema::is_nullable(&mut types.schemas, &schema))
    });
    let schema = Schema { id: last, nullable, any: openapiv3::AnySchema::default() };
    let ty = schema::deep(|| lower(types, &schema, hint));
    let lowered = Use { ty, nullable, limits: Sparse::default() };
    types.merged.insert(nodes, Some(lowered.clone()));
    lowered
}

/// Several branches of an `anyOf` of objects may hold: it is one struct, unless their properties exclude each other.
pub(super) fn any_of(types: &mut Types<'_>, union: &Schema, parts: &[Rc<Schema>], hint: &str) -> Option<TypeRef> {
    let is_tagged = types.input.sources.get(union.id, "discriminator").is_some();
    if is_tagged || union.any.any_of.is_empty() || !union.any.one_of.is_empty() || !parts.iter().all(|it| is_object(it))
    {
        return None;
    }
    if guards::by_tag(types, &parts.iter().collect::<Vec<_>>()).is_some() {
        return None;
    }
    let object = schema::any_of(&mut types.schemas, parts)?;
    // The struct would have to be known inside of itself, and has no name yet.
    if object.properties.iter().any(|(_, property)| kind::is_busy(types, *property)) {
        return None;
    }
    Some(kind::named(types, union, hint, |types, union, hint| object::of(types, union.id, &object, hint)))
}
