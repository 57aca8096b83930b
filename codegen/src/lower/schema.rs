//! Schemas of every kind: which kind it is, and what type it becomes.

use std::rc::Rc;

use openapiv3::{AdditionalProperties, AnySchema, ReferenceOr, Schema, SchemaKind, Type, VariantOrUnknownOrEmpty};

use super::{Context, all_of, enumeration, object, scalar, union};
use crate::ir::{Ident, Limits, Rare, Shape, TypeId, TypeRef};
use crate::openapi;
use crate::source::NodeId;

/// The outcome for one schema.
#[derive(Clone, Debug)]
pub(super) struct Lowered {
    pub(super) ty: TypeRef,
    pub(super) nullable: bool,
    pub(super) limits: Rare<Limits>,
}

impl Lowered {
    pub(super) fn json() -> Self {
        Self { ty: TypeRef::Json, nullable: false, limits: Rare::default() }
    }
}

/// How far a schema is.
#[derive(Clone, Debug)]
pub(super) enum State {
    /// It is being lowered: a type that is no struct or union refers to itself.
    Busy,
    Done(Lowered),
}

/// A schema without its children, all kinds of schemas in one form.
pub(super) struct Parts {
    pub(super) id: NodeId,
    pub(super) nullable: bool,
    pub(super) any: AnySchema,
}

/// Reads a schema, through references, once. `None` where that failed, which is reported already.
pub(super) fn parts(cx: &mut Context<'_>, id: NodeId) -> Option<Rc<Parts>> {
    let id = cx.documents.resolve(id)?;
    if let Some(known) = cx.schemas.get(&id) {
        return known.clone();
    }
    let parts = match openapi::schema(cx.sources, id) {
        Ok(schema) => {
            let parts = Parts { id, nullable: schema.schema_data.nullable, any: flat(schema.schema_kind) };
            let takes_in = !parts.any.all_of.is_empty();
            if takes_in && !cx.reading.insert(id) {
                // It is a part of itself.
                return Some(Rc::new(parts));
            }
            let mut parts = if takes_in { deep(|| all_of::flatten(cx, parts)) } else { parts };
            cx.reading.remove(&id);
            type_by_values(&mut parts);
            forget_alternatives(cx, &mut parts);
            Some(Rc::new(parts))
        }
        Err(problem) => {
            cx.report(*problem);
            None
        }
    };
    // Most schemas are looked at while what is around them is: all of them at once need a lot of room.
    if cx.schemas.len() >= MANY {
        cx.schemas.clear();
    }
    cx.schemas.insert(id, parts.clone());
    parts
}

/// An enum of texts says its type by its values.
fn type_by_values(parts: &mut Parts) {
    let values = &parts.any.enumeration;
    if parts.any.typ.is_some()
        || !values.iter().any(serde_json::Value::is_string)
        || !values.iter().all(|value| value.is_string() || value.is_null())
    {
        return;
    }
    parts.nullable |= values.iter().any(serde_json::Value::is_null);
    parts.any.typ = Some("string".to_owned());
}

/// Takes out a union whose branches only name properties that have to be there: of those one set or another, which no
/// type of ours says.
fn forget_alternatives(cx: &mut Context<'_>, parts: &mut Parts) {
    let any = &mut parts.any;
    if any.properties.is_empty() {
        return;
    }
    for branches in [&mut any.one_of, &mut any.any_of] {
        let only_requires = |branch: &ReferenceOr<Schema>| {
            let branch = openapi::node_of(branch).map_or(&[][..], |branch| cx.sources.entries(branch));
            let keys = ["required", "description", "title"];
            !branch.is_empty() && branch.iter().all(|entry| keys.contains(&entry.key.as_str()))
        };
        if branches.iter().all(only_requires) {
            branches.clear();
        }
    }
}

/// How many schemas are kept at once.
const MANY: usize = 1_024;

/// Lowers a schema. `hint` names the type if the schema stands inline and becomes one.
pub(super) fn lower(cx: &mut Context<'_>, id: NodeId, hint: &str) -> Lowered {
    let Some(target) = cx.documents.resolve(id) else { return Lowered::json() };
    match cx.lowered.get(&target) {
        Some(State::Done(lowered)) => return lowered.clone(),
        Some(State::Busy) => {
            cx.inexpressible(target, "this schema is nothing but itself", "let it be an object with properties");
            return Lowered::json();
        }
        None => {}
    }
    let Some(parts) = parts(cx, target) else { return Lowered::json() };
    cx.lowered.insert(target, State::Busy);
    let lowered = deep(|| lower_parts(cx, &parts, hint));
    if let Some(example) = cx.sources.get(target, "example") {
        cx.examples.push((target, example));
    }
    cx.lowered.insert(target, State::Done(lowered.clone()));
    lowered
}

/// A step down, on a stack of any height: schemas refer to schemas for as long as the document goes on.
pub(super) fn deep<R>(step: impl FnOnce() -> R) -> R {
    const LEFT: usize = 256 * 1024;
    const MORE: usize = 4 * 1024 * 1024;
    stacker::maybe_grow(LEFT, MORE, step)
}

fn lower_parts(cx: &mut Context<'_>, parts: &Parts, hint: &str) -> Lowered {
    let any = &parts.any;
    let branches = if any.one_of.is_empty() { &any.any_of } else { &any.one_of };
    let ty = if any.not.is_some() {
        cx.inexpressible(parts.id, "`not` says only what a value is not", "say what it is");
        TypeRef::Json
    } else if !branches.is_empty() {
        if !any.properties.is_empty() || !any.all_of.is_empty() {
            cx.inexpressible(parts.id, "properties beside a union", "put them into each branch");
            TypeRef::Json
        } else {
            union::lower(cx, parts, branches, hint)
        }
    } else if let Some(inner) = transparent(parts) {
        let inner = lower(cx, inner, hint);
        // A type excludes null by itself.
        let nullable = parts.nullable || inner.nullable && any.typ.is_none();
        return Lowered { nullable, ..inner };
    } else if object::takes_in_others(cx, parts) {
        cx.inexpressible(parts.id, "`allOf` of what is no object", "say in one schema what it is");
        TypeRef::Json
    } else if object::is_struct(cx, parts) {
        named(cx, parts, hint, object::lower)
    } else if any.typ.as_deref() == Some("string") && !any.enumeration.is_empty() {
        named(cx, parts, hint, enumeration::lower)
    } else {
        plain(cx, parts, hint)
    };
    Lowered { ty, nullable: nullable(cx, parts), limits: limits(parts) }
}

/// Whether null is a value of a schema: it says so, or a branch does, or all that it takes in.
pub(super) fn nullable(cx: &mut Context<'_>, parts: &Parts) -> bool {
    let any = &parts.any;
    if parts.nullable || any.typ.is_some() {
        return parts.nullable;
    }
    // What is a part of itself is null only if another part is.
    if let Some(known) = cx.nullable.insert(parts.id, false) {
        cx.nullable.insert(parts.id, known);
        return known;
    }
    let mut is_null = |branch: &ReferenceOr<Schema>| {
        let branch = openapi::node_of(branch).and_then(|branch| self::parts(cx, branch));
        branch.is_some_and(|branch| deep(|| nullable(cx, &branch)))
    };
    let mut branches = any.one_of.iter().chain(&any.any_of).peekable();
    let is_union = branches.peek().is_some();
    let is_nullable = (is_union || !any.all_of.is_empty())
        && any.all_of.iter().all(&mut is_null)
        && (!is_union || branches.any(is_null));
    cx.nullable.insert(parts.id, is_nullable);
    is_nullable
}

/// What a schema stands for that only says `nullable`, or a description, of another one.
pub(super) fn transparent(parts: &Parts) -> Option<NodeId> {
    match parts.any.all_of.as_slice() {
        [single] if only_refers(&parts.any) => openapi::node_of(single),
        _ => None,
    }
}

/// Whether a schema asks nothing of objects by itself.
fn only_refers(any: &AnySchema) -> bool {
    any.properties.is_empty() && any.required.is_empty() && any.additional_properties.is_none()
}

/// Types that need no name.
fn plain(cx: &mut Context<'_>, parts: &Parts, hint: &str) -> TypeRef {
    let any = &parts.any;
    match any.typ.as_deref() {
        Some("array") => match any.items.as_ref().and_then(openapi::node_of) {
            Some(items) => {
                let item = lower(cx, items, &format!("{hint}Item"));
                TypeRef::List(Box::new(item.ty.or_null(item.nullable)))
            }
            None => TypeRef::List(Box::new(TypeRef::Json)),
        },
        Some("object") => match &any.additional_properties {
            Some(AdditionalProperties::Schema(schema)) => {
                let Some(schema) = openapi::node_of(schema) else { return TypeRef::Json };
                TypeRef::Map(Box::new(map_value(cx, schema, hint)))
            }
            _ => TypeRef::Map(Box::new(TypeRef::Json)),
        },
        Some(_) => scalar::lower(cx, parts),
        None => {
            let is_map = matches!(any.additional_properties, Some(AdditionalProperties::Schema(_)));
            if !any.enumeration.is_empty() || any.format.is_some() || any.items.is_some() || is_map {
                cx.inexpressible(parts.id, "a schema without `type`", "state the `type`");
            }
            TypeRef::Json
        }
    }
}

pub(super) fn map_value(cx: &mut Context<'_>, schema: NodeId, hint: &str) -> TypeRef {
    let value = lower(cx, schema, &format!("{hint}Value"));
    value.ty.or_null(value.nullable)
}

/// Gives a schema a type of its own: known under its name before its parts are lowered, so that they may refer to it.
pub(super) fn named(
    cx: &mut Context<'_>,
    parts: &Parts,
    hint: &str,
    shape: impl FnOnce(&mut Context<'_>, &Parts, &str) -> Shape,
) -> TypeRef {
    let docs = cx.description(parts.id);
    let module = cx.module_of(parts.id);
    if let Some(name) = cx.component_names.get(&parts.id).cloned() {
        let hint = name.plain().to_owned();
        let id = cx.add_type(name, docs, Shape::Enum(Vec::new()), parts.id);
        let lowered = Lowered { ty: TypeRef::Named(id), nullable: nullable(cx, parts), limits: limits(parts) };
        cx.lowered.insert(parts.id, State::Done(lowered));
        let shape = shape(cx, parts, &hint);
        if let Some(def) = cx.types.get_mut(id.0) {
            def.shape = shape;
        }
        return TypeRef::Named(id);
    }
    let explicit = cx.explicit_type_name(parts.id);
    let shape = shape(cx, parts, hint);
    let key = (module, fingerprint(&shape));
    // A name that was asked for is given, even if another type looks the same.
    if explicit.is_none()
        && let Some(equal) = cx.inline.get(&key)
    {
        return TypeRef::Named(*equal);
    }
    let name = cx.names(module).free(explicit.unwrap_or_else(|| Ident::camel(hint)));
    let id = cx.add_type(name, docs, shape, parts.id);
    cx.inline.insert(key, id);
    TypeRef::Named(id)
}

/// Equal for shapes that mean the same, whatever their documentation says.
fn fingerprint(shape: &Shape) -> String {
    match shape {
        Shape::Struct(object) => {
            let fields = object.fields.iter().map(|field| (&field.wire_name, &field.ty, field.presence, *field.limits));
            let rest = object.rest.as_ref().map(|(_, ty)| ty);
            format!("struct {:?} {:?} {rest:?}", fields.collect::<Vec<_>>(), object.constants)
        }
        Shape::Enum(variants) => {
            format!("enum {:?}", variants.iter().map(|variant| &variant.value).collect::<Vec<_>>())
        }
        Shape::Union(branches) => {
            format!("union {:?}", branches.iter().map(|branch| (&branch.ty, &branch.guard)).collect::<Vec<_>>())
        }
    }
}

fn limits(parts: &Parts) -> Rare<Limits> {
    let any = &parts.any;
    let between = |min: Option<usize>, max: Option<usize>| {
        (min.is_some() || max.is_some()).then(|| (min.unwrap_or(0) as u64, max.map(|max| max as u64)))
    };
    // Only whole numbers are checked: what limits the others is for the API to say.
    let whole = any.typ.as_deref() == Some("integer");
    let bound = |limit: Option<f64>, exclusive: Option<bool>, inward: i64| {
        let limit = limit?;
        // The whole number next to a fraction lies inside already.
        let whole = if inward > 0 { limit.ceil() } else { limit.floor() };
        Some(whole as i64 + if exclusive == Some(true) && whole == limit { inward } else { 0 })
    };
    let range = (bound(any.minimum, any.exclusive_minimum, 1), bound(any.maximum, any.exclusive_maximum, -1));
    let limits = Limits {
        chars: between(any.min_length, any.max_length),
        items: between(any.min_items, any.max_items),
        range: (whole && range != (None, None)).then_some(range),
    };
    limits.into()
}

/// All kinds of schemas as the most general one.
fn flat(kind: SchemaKind) -> AnySchema {
    let mut any = AnySchema::default();
    match kind {
        SchemaKind::Any(any) => return any,
        SchemaKind::OneOf { one_of } => any.one_of = one_of,
        SchemaKind::AllOf { all_of } => any.all_of = all_of,
        SchemaKind::AnyOf { any_of } => any.any_of = any_of,
        SchemaKind::Not { not } => any.not = Some(not),
        SchemaKind::Type(Type::String(string)) => {
            any.typ = Some("string".to_owned());
            any.format = text(string.format, |format| openapi_name(&format));
            any.pattern = string.pattern;
            any.enumeration = string.enumeration.into_iter().map(serde_json::Value::from).collect();
            (any.min_length, any.max_length) = (string.min_length, string.max_length);
        }
        SchemaKind::Type(Type::Number(number)) => {
            any.typ = Some("number".to_owned());
            any.format = text(number.format, |format| openapi_name(&format));
            any.enumeration = number.enumeration.into_iter().map(serde_json::Value::from).collect();
            (any.minimum, any.maximum) = (number.minimum, number.maximum);
            any.exclusive_minimum = Some(number.exclusive_minimum);
            any.exclusive_maximum = Some(number.exclusive_maximum);
        }
        SchemaKind::Type(Type::Integer(integer)) => {
            any.typ = Some("integer".to_owned());
            any.format = text(integer.format, |format| openapi_name(&format));
            any.enumeration = integer.enumeration.into_iter().map(serde_json::Value::from).collect();
            any.minimum = integer.minimum.map(|limit| limit as f64);
            any.maximum = integer.maximum.map(|limit| limit as f64);
            any.exclusive_minimum = Some(integer.exclusive_minimum);
            any.exclusive_maximum = Some(integer.exclusive_maximum);
        }
        SchemaKind::Type(Type::Object(object)) => {
            any.typ = Some("object".to_owned());
            any.properties = object.properties;
            any.required = object.required;
            any.additional_properties = object.additional_properties;
        }
        SchemaKind::Type(Type::Array(array)) => {
            any.typ = Some("array".to_owned());
            any.items = array.items;
            (any.min_items, any.max_items) = (array.min_items, array.max_items);
        }
        SchemaKind::Type(Type::Boolean(boolean)) => {
            any.typ = Some("boolean".to_owned());
            any.enumeration = boolean.enumeration.into_iter().map(serde_json::Value::from).collect();
        }
    }
    any
}

/// The format as the document spells it.
fn text<T>(format: VariantOrUnknownOrEmpty<T>, name: impl FnOnce(T) -> String) -> Option<String> {
    match format {
        VariantOrUnknownOrEmpty::Item(known) => Some(name(known)),
        VariantOrUnknownOrEmpty::Unknown(text) => Some(text),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}

/// openapiv3's own spelling of a format that it knows.
fn openapi_name(format: &impl serde::Serialize) -> String {
    match serde_json::to_value(format) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The type behind a reference, once it is known.
pub(super) fn struct_id(ty: &TypeRef) -> Option<TypeId> {
    match ty {
        TypeRef::Named(id) => Some(*id),
        _ => None,
    }
}
