//! Lowers schemas of every kind.

use openapiv3::AdditionalProperties;

use super::super::input::Input;
use super::super::{asked, known};
use super::inline_names::{self, Made, Wanted};
use super::{Component, Pair, Types, bounds, composed, enumeration, names, object, scalar, union};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Field, Ident, Limits, Names, Shape, Side, Sparse, TypeId, TypeRef};
use crate::ledger::{Place, Role, Settled};
use crate::openapi;
use crate::schema::{self, Schema, deep};
use crate::source::NodeId;

/// The use of a schema.
#[derive(Clone, Debug)]
pub(crate) struct Use {
    pub(crate) ty: TypeRef,
    pub(crate) nullable: bool,
    pub(crate) limits: Sparse<Limits>,
}

impl Use {
    pub(crate) fn json() -> Self {
        Self { ty: TypeRef::Json, nullable: false, limits: Sparse::default() }
    }
}

/// The state of a schema.
#[derive(Clone, Debug)]
pub(super) enum State {
    /// It is being lowered: a type other than a struct or a union refers to itself.
    Busy,
    /// The type of an array or a map, which needs no name, is found once more while it is being lowered.
    Again,
    Done(Use),
}

/// Lowers a schema. `hint` is the name of its type, if it is inline and becomes one.
pub(in crate::lower) fn lower(types: &mut Types<'_>, id: NodeId, hint: &str) -> Use {
    let input = types.input;
    let Some(target) = input.documents.resolve(id) else { return Use::json() };
    // What is inside of a component is named after it, wherever the component is met first.
    let component = types.component_names.get(&target).map(|component| component.name.clone());
    let hint = component.as_ref().map_or(hint, Ident::plain);
    match types.lowered.get(&target).cloned() {
        Some(State::Done(lowered)) => return lowered,
        Some(State::Busy) if is_container(types, target) => {
            types.lowered.insert(target, State::Again);
            let parts = schema::read(&mut types.schemas, target);
            let lowered = parts.map_or_else(Use::json, |parts| deep(|| lower_parts(types, &parts, hint)));
            types.lowered.insert(target, State::Busy);
            return lowered;
        }
        Some(State::Busy | State::Again) => {
            input.inexpressible(target, "this schema refers only to itself", "make it an object with properties");
            return Use::json();
        }
        None => {}
    }
    let Some(parts) = schema::read(&mut types.schemas, target) else { return Use::json() };
    types.lowered.insert(target, State::Busy);
    let lowered = deep(|| lower_parts(types, &parts, hint));
    types.examples.extend(input.sources.get(target, "example").map(|value| Pair { schema: target, value }));
    types.lowered.insert(target, State::Done(lowered.clone()));
    lowered
}

/// Whether a schema is being lowered.
pub(super) fn is_busy(types: &Types<'_>, id: NodeId) -> bool {
    let target = types.input.documents.resolve(id);
    target.is_some_and(|target| matches!(types.lowered.get(&target), Some(State::Busy | State::Again)))
}

/// Whether a schema is an array or a map of other types.
fn is_container(types: &mut Types<'_>, id: NodeId) -> bool {
    schema::read(&mut types.schemas, id).is_some_and(|parts| match parts.any.typ.as_deref() {
        Some("array") => parts.any.items.is_some(),
        Some("object") => {
            parts.any.properties.is_empty()
                && parts.any.all_of.is_empty()
                && matches!(parts.any.additional_properties, Some(AdditionalProperties::Schema(_)))
        }
        _ => false,
    })
}

/// Lowers a schema that is used together with an example.
pub(in crate::lower) fn lower_shown(types: &mut Types<'_>, schema: NodeId, example: Option<NodeId>, hint: &str) -> Use {
    types.examples.extend(example.map(|value| Pair { schema, value }));
    lower(types, schema, hint)
}

fn lower_parts(types: &mut Types<'_>, parts: &Schema, hint: &str) -> Use {
    let input = types.input;
    let any = &parts.any;
    let branches = if any.one_of.is_empty() { &any.any_of } else { &any.one_of };
    if let Some(not) = any.not.as_ref().filter(|_| !says_nothing_else(any)).and_then(|not| openapi::node_of(not)) {
        let message = "`not` is ignored: it changes no type";
        input.report.add_once(Diagnostic::new(Code::Unused, input.sources.location(not), message));
    }
    let composed = composed::lower(types, parts, hint);
    let ty = if any.not.is_some() && says_nothing_else(any) {
        input.inexpressible(parts.id, "this schema uses `not`, which describes no type", "describe what the value is");
        TypeRef::Json
    } else if let Some(ty) = composed {
        ty
    } else if !branches.is_empty() {
        union::lower(types, parts, branches, hint)
    } else if let Some(inner) = schema::transparent(parts) {
        let inner = lower(types, inner, hint);
        // A `type` without `nullable` excludes null.
        let nullable = parts.nullable || inner.nullable && any.typ.is_none();
        return Use { nullable, ..inner };
    } else if schema::takes_in_others(&mut types.schemas, parts) {
        input.inexpressible(
            parts.id,
            "this `allOf` combines schemas that are not objects",
            "describe the value in a single schema",
        );
        TypeRef::Json
    } else if object::is_struct(input, parts) {
        named(types, parts, hint, object::lower)
    } else if any.typ.as_deref() == Some("string") && !any.enumeration.is_empty() {
        named(types, parts, hint, enumeration::lower)
    } else {
        plain(types, parts, hint)
    };
    Use { ty, nullable: schema::is_nullable(&mut types.schemas, parts), limits: limits(input, parts) }
}

/// Whether a schema only says what a value is not.
fn says_nothing_else(any: &openapiv3::AnySchema) -> bool {
    let lists = [&any.one_of, &any.any_of, &any.all_of];
    any.typ.is_none() && any.properties.is_empty() && lists.iter().all(|list| list.is_empty())
}

/// Types that need no name.
fn plain(types: &mut Types<'_>, parts: &Schema, hint: &str) -> TypeRef {
    let input = types.input;
    let any = &parts.any;
    match any.typ.as_deref().or_else(|| is_map(any).then_some("object")) {
        Some("array") => match any.items.as_ref().and_then(openapi::node_of) {
            Some(items) => {
                let item = lower(types, items, &format!("{hint}Item"));
                TypeRef::List(Box::new(item.ty.or_null(item.nullable)))
            }
            None => TypeRef::List(Box::new(TypeRef::Json)),
        },
        Some("object") => match &any.additional_properties {
            Some(AdditionalProperties::Schema(schema)) => {
                let Some(schema) = openapi::node_of(schema) else { return TypeRef::Json };
                TypeRef::Map(Box::new(map_value(types, schema, hint)))
            }
            _ => TypeRef::Map(Box::new(TypeRef::Json)),
        },
        Some(_) => scalar::lower(input, parts),
        None => {
            if !any.enumeration.is_empty() || any.format.is_some() || any.items.is_some() {
                input.inexpressible(parts.id, "this schema has no `type`", "add `type`");
            }
            TypeRef::Json
        }
    }
}

/// Whether a schema without a type says what the values of any key of an object are. With `properties: {}` alone it says
/// nothing.
fn is_map(any: &openapiv3::AnySchema) -> bool {
    matches!(any.additional_properties, Some(AdditionalProperties::Schema(_) | AdditionalProperties::Any(true)))
        && any.enumeration.is_empty()
        && any.format.is_none()
        && any.items.is_none()
}

pub(super) fn map_value(types: &mut Types<'_>, schema: NodeId, hint: &str) -> TypeRef {
    let value = lower(types, schema, &format!("{hint}Value"));
    value.ty.or_null(value.nullable)
}

/// Lowers a schema to a named type. The name is registered before its parts are lowered, so that they can refer to it.
pub(super) fn named(
    types: &mut Types<'_>,
    parts: &Schema,
    hint: &str,
    shape: impl FnOnce(&mut Types<'_>, &Schema, &str) -> Shape,
) -> TypeRef {
    let input = types.input;
    let docs = input.description(parts.id);
    let module = types.module_of(parts.id);
    if let Some(Component { name, .. }) = types.component_names.get(&parts.id).cloned() {
        let hint = name.plain().to_owned();
        let id = types.add(name, docs, Shape::Enum(Vec::new()), parts.id);
        let lowered = Use {
            ty: TypeRef::Named(id),
            nullable: schema::is_nullable(&mut types.schemas, parts),
            limits: limits(input, parts),
        };
        types.lowered.insert(parts.id, State::Done(lowered));
        let shape = shape(types, parts, &hint);
        if let Some(def) = types.defs.get_mut(id.0) {
            def.shape = shape;
        }
        return TypeRef::Named(id);
    }
    let explicit = asked::type_name(input, parts.id);
    let shape = shape(types, parts, hint);
    let (shape_key, key) = (fingerprint(&shape), known::at(Role::Type, Place::Node(parts.id)));
    let known = if explicit.is_none() { input.ledger.known(key) } else { None };
    let equal = match &known {
        // Schemas share a name as long as they have the same shape.
        Some(known) => match types.settled.get(&(module, known.name.clone())) {
            Some((other, id)) if *other == shape_key => Equal::To(*id),
            Some(_) => Equal::NoMore,
            None => Equal::ToNone,
        },
        // An explicit name is kept, even if another type has the same shape.
        None if explicit.is_some() => Equal::ToNone,
        None => types.inline.get(&(module, shape_key.clone())).map_or(Equal::ToNone, |id| Equal::To(*id)),
    };
    let mut made = None;
    let settled = match (equal, explicit) {
        (Equal::To(id), _) => {
            inline_names::again(types, id, parts.id, hint);
            let name = types.defs.get(id.0).map(|def| def.name.clone());
            // It keeps this type when another schema of the same shape comes first.
            if let Some(settled) = known.or_else(|| name.map(Settled::from)) {
                input.ledger.choose(key, settled);
            }
            return TypeRef::Named(id);
        }
        (Equal::NoMore, _) => {
            let settled = Settled::from(types.names(module).free(Ident::camel(hint)));
            input.ledger.choose(key, settled.clone());
            settled
        }
        (Equal::ToNone, Some(asked)) => {
            let asked = (asked, input.sources.key_location(parts.id, asked::KEY));
            let fresh = |names: &mut Names, asked| input.ledger.numbered(names, key, asked);
            input.ledger.settle_asked(types.names(module), input.report, key, asked, fresh)
        }
        (Equal::ToNone, None) if known.is_none() && input.policy.shortens_names => {
            let wanted = Wanted::of(types, parts.id, hint);
            let fresh = |names: &mut Names, name| wanted.claim(names, name);
            let settled = input.ledger.settle(types.names(module), key, Ident::camel(hint), fresh);
            made = Some(Made::new(&wanted, &settled.name, parts.id, hint)).filter(|_| settled.was.is_empty());
            settled
        }
        (Equal::ToNone, None) => input.ledger.settle(types.names(module), key, Ident::camel(hint), Names::free),
    };
    let name = names::renamed(types, module, Role::Type, settled);
    let id = types.add(name.clone(), docs, shape, parts.id);
    if !input.ledger.is_empty() {
        types.settled.entry((module, name)).or_insert_with(|| (shape_key.clone(), id));
    }
    types.made.extend(made.map(|made| (id, made)));
    types.inline.insert((module, shape_key), id);
    TypeRef::Named(id)
}

/// Whether an inline schema shares the type of another.
enum Equal {
    To(TypeId),
    /// The schema with the same name has another shape by now.
    NoMore,
    ToNone,
}

/// Returns a text that is equal for equal shapes, regardless of their documentation.
fn fingerprint(shape: &Shape) -> String {
    match shape {
        Shape::Struct(object) => {
            let fields = object.fields.iter().map(|field| (&field.wire_name, &field.ty, field.presence, *field.limits));
            let rest = object.rest.as_ref().map(|(_, ty)| ty);
            // A property that is required in one direction only may make two types of it.
            let is_of_one =
                |field: &&Field| [Side::Sent, Side::Received].into_iter().any(|side| field.is_left_out(side));
            let access = object.fields.iter().filter(is_of_one).map(|field| (&field.wire_name, field.access));
            let access: Vec<_> = access.collect();
            format!("struct {:?} {:?} {rest:?} {access:?}", fields.collect::<Vec<_>>(), object.constants)
        }
        Shape::Enum(variants) => {
            format!("enum {:?}", variants.iter().map(|variant| &variant.value).collect::<Vec<_>>())
        }
        Shape::Union(branches) => {
            format!("union {:?}", branches.iter().map(|branch| (&branch.ty, &branch.guard)).collect::<Vec<_>>())
        }
    }
}

pub(super) fn limits(input: Input<'_>, parts: &Schema) -> Sparse<Limits> {
    let any = &parts.any;
    let between = |min: Option<usize>, max: Option<usize>| {
        (min.is_some() || max.is_some()).then(|| (min.unwrap_or(0) as u64, max.map(|max| max as u64)))
    };
    // Only integers are checked: limits of other numbers are left to the API.
    let range = if any.typ.as_deref() == Some("integer") { bounds::of(input, parts) } else { (None, None) };
    let limits = Limits {
        chars: between(any.min_length, any.max_length),
        items: between(any.min_items, any.max_items),
        range: (range != (None, None)).then_some(range),
    };
    limits.into()
}
