//! Reads schemas: resolves references and merges `allOf`, once for each schema.
//!
//! Lowering, the checks of examples and the lint rules see each schema in the same form, however its document spells
//! it.

mod all_of;
mod alternatives;
mod annotations;
mod described;
mod flat;
mod literal;
mod nullable;
mod object;

use std::rc::Rc;

use openapiv3::{AnySchema, ReferenceOr};

use crate::bundle::Documents;
use crate::diagnostic::Report;
use crate::openapi;
use crate::source::{NodeHashMap, NodeHashSet, NodeId, Sources};

pub(crate) use alternatives::{any_of, together, with_alternatives};
pub(crate) use annotations::{annotation, description, is_annotated, statement, taken_in};
pub(crate) use described::{Described, described};
pub(crate) use literal::{Literal, constant, constants};
pub(crate) use nullable::is_nullable;
pub(crate) use object::{Object, object, takes_in_others};

/// A schema without its children, in one form for all kinds of schemas.
pub(crate) struct Schema {
    pub(crate) id: NodeId,
    pub(crate) nullable: bool,
    pub(crate) any: AnySchema,
}

/// The schemas that were read.
pub(crate) struct Schemas<'a> {
    documents: &'a Documents<'a>,
    sources: &'a Sources,
    report: &'a Report,
    /// `None` for schemas that cannot be read.
    known: NodeHashMap<Option<Rc<Schema>>>,
    /// The schemas that are being read, together with their `allOf`.
    reading: NodeHashSet,
    /// Whether null is a value of a schema without a `type`.
    nullable: NodeHashMap<bool>,
}

impl<'a> Schemas<'a> {
    pub(crate) fn new(documents: &'a Documents<'a>, report: &'a Report) -> Self {
        Self {
            documents,
            sources: documents.sources,
            report,
            known: NodeHashMap::default(),
            reading: NodeHashSet::default(),
            nullable: NodeHashMap::default(),
        }
    }
}

/// The maximum number of schemas in the cache.
const MANY: usize = 1_024;

/// Reads a schema, through references, once. `None` if that fails, which is reported already.
pub(crate) fn read(schemas: &mut Schemas<'_>, id: NodeId) -> Option<Rc<Schema>> {
    let id = schemas.documents.resolve(id)?;
    if let Some(known) = schemas.known.get(&id) {
        return known.clone();
    }
    let read = match openapi::schema(schemas.sources, id) {
        Ok(schema) => {
            let mut read = Schema { id, nullable: schema.schema_data.nullable, any: flat::flat(schema.schema_kind) };
            let takes_in = !read.any.all_of.is_empty();
            if takes_in && !schemas.reading.insert(id) {
                // It includes itself.
                return Some(Rc::new(read));
            }
            forget_properties(&mut read);
            let mut read = if takes_in { deep(|| all_of::flatten(schemas, read)) } else { read };
            schemas.reading.remove(&id);
            type_by_values(&mut read);
            forget_alternatives(schemas.sources, &mut read);
            Some(Rc::new(read))
        }
        Err(problem) => {
            schemas.report.add(*problem);
            None
        }
    };
    // Most lookups follow soon after a schema is read, and keeping all schemas would need a lot of memory.
    if schemas.known.len() >= MANY {
        schemas.known.clear();
    }
    schemas.known.insert(id, read.clone());
    read
}

/// Removes the keywords for objects from a schema whose values are of another type: they say nothing about these.
fn forget_properties(schema: &mut Schema) {
    let any = &mut schema.any;
    if any.typ.as_deref().is_some_and(|typ| typ != "object") {
        any.properties.clear();
        any.required.clear();
        any.additional_properties = None;
    }
}

/// Sets the type of a schema without one whose values are all of one type: those of an enum, or arrays.
fn type_by_values(schema: &mut Schema) {
    let any = &mut schema.any;
    if any.typ.is_some() {
        return;
    }
    let are = |is: fn(&serde_json::Value) -> bool| any.enumeration.iter().all(|value| is(value) || value.is_null());
    let typ = match any.enumeration.as_slice() {
        [] => any.items.is_some().then_some("array").filter(|_| any.properties.is_empty()),
        // Null is the only value.
        _ if are(|_| false) => None,
        _ if are(serde_json::Value::is_string) => Some("string"),
        _ if are(|value| value.is_i64() || value.is_u64()) => Some("integer"),
        _ if are(serde_json::Value::is_number) => Some("number"),
        _ if are(serde_json::Value::is_boolean) => Some("boolean"),
        _ => return,
    };
    schema.nullable |= any.enumeration.iter().any(serde_json::Value::is_null);
    if typ.is_none() {
        any.enumeration.clear();
    }
    any.typ = typ.map(str::to_owned);
}

/// Returns whether null is the only value of a schema, as far as anybody could mean it: the other one of an object
/// without any key, as some write null in OpenAPI 3.0, says nothing.
pub(crate) fn is_only_null(schema: &Schema) -> bool {
    schema.nullable && (is_anything(schema) || is_empty_object(&schema.any))
}

/// Returns whether a schema is a nullable object, and says nothing about its properties.
pub(crate) fn is_null_object(schema: &Schema) -> bool {
    let any = &schema.any;
    let is_bare = any.additional_properties.is_none() && any.required.is_empty() && any.min_properties.is_none();
    schema.nullable && is_bare && is_object_without_keys(any)
}

fn is_empty_object(any: &openapiv3::AnySchema) -> bool {
    is_object_without_keys(any)
        && matches!(any.additional_properties, Some(openapiv3::AdditionalProperties::Any(false)))
}

fn is_object_without_keys(any: &openapiv3::AnySchema) -> bool {
    let lists = [&any.one_of, &any.any_of, &any.all_of];
    any.typ.as_deref() == Some("object") && any.properties.is_empty() && lists.iter().all(|list| list.is_empty())
}

/// Returns whether a schema says nothing about its values.
pub(crate) fn is_anything(schema: &Schema) -> bool {
    let any = &schema.any;
    let lists = [&any.one_of, &any.any_of, &any.all_of];
    any.typ.is_none()
        && any.enumeration.is_empty()
        && any.format.is_none()
        && any.items.is_none()
        && any.not.is_none()
        && only_refers(any)
        && lists.iter().all(|list| list.is_empty())
}

/// Removes a union whose branches only differ in which properties are required: Rust types do not express that.
fn forget_alternatives(sources: &Sources, schema: &mut Schema) {
    let any = &mut schema.any;
    if any.properties.is_empty() {
        return;
    }
    for branches in [&mut any.one_of, &mut any.any_of] {
        let only_requires = |branch: &ReferenceOr<openapiv3::Schema>| {
            openapi::node_of(branch).is_some_and(|branch| only_requires(sources, branch))
        };
        if branches.iter().all(only_requires) {
            branches.clear();
        }
    }
}

/// Returns whether a schema only says which properties are required.
fn only_requires(sources: &Sources, schema: NodeId) -> bool {
    let entries = sources.entries(schema);
    let keys = ["required", "description", "title"];
    !entries.is_empty() && entries.iter().all(|entry| keys.contains(&entry.key.as_str()))
}

/// Returns the target of a schema that only adds `nullable` or annotations to another one.
pub(crate) fn transparent(schema: &Schema) -> Option<NodeId> {
    match schema.any.all_of.as_slice() {
        [single] if only_refers(&schema.any) => openapi::node_of(single),
        _ => None,
    }
}

/// Whether a schema has no keywords for objects itself.
fn only_refers(any: &AnySchema) -> bool {
    any.properties.is_empty() && any.required.is_empty() && any.additional_properties.is_none()
}

/// Recurses with a stack that grows as needed: schemas may be nested arbitrarily deep.
pub(crate) fn deep<R>(step: impl FnOnce() -> R) -> R {
    const LEFT: usize = 256 * 1024;
    const MORE: usize = 4 * 1024 * 1024;
    stacker::maybe_grow(LEFT, MORE, step)
}
