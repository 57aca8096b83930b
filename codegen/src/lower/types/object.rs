//! Objects with properties become structs.

use std::collections::HashMap;

use super::super::input::Input;
use super::super::{asked, known};
use super::{Types, annotations, composed, kind};
use crate::diagnostic::Diagnostic;
use crate::ir::{Access, Constant, Field, Ident, Names, Presence, Shape, Sparse, Struct, TypeRef};
use crate::ledger::{Key, Place, Role};
use crate::schema::{self, Schema};
use crate::source::{NodeId, Value};
use crate::suggest::nearest;

/// Whether the schema names the keys of its objects, itself or in `allOf`. With `properties: {}` alone, an object may
/// have any key: it is a map, unless `additionalProperties` forbids that.
pub(super) fn is_struct(input: Input<'_>, parts: &Schema) -> bool {
    let sources = input.sources;
    let is_candidate = !parts.any.all_of.is_empty()
        || parts.any.typ.as_deref() == Some("object") && sources.get(parts.id, "properties").is_some();
    let has_some = |schema: NodeId| {
        let has = |key| sources.get(schema, key);
        has("properties").is_some_and(|found| !sources.entries(found).is_empty())
            || ["required", "oneOf", "anyOf"].into_iter().filter_map(has).any(|list| !sources.items(list).is_empty())
            || has("additionalProperties").is_some()
    };
    !parts.any.properties.is_empty()
        || is_candidate && schema::taken_in(input.documents, parts.id).any(|schema| schema.is_none_or(has_some))
}

pub(super) fn lower(types: &mut Types<'_>, parts: &Schema, hint: &str) -> Shape {
    let merged = schema::object(&mut types.schemas, parts);
    of(types, parts.id, &merged, hint)
}

/// Lowers an object with these properties, which is named at `place`.
pub(super) fn of(types: &mut Types<'_>, place: NodeId, merged: &schema::Object, hint: &str) -> Shape {
    let input = types.input;
    let undescribed = undescribed(input, merged);
    let mut names = Names::reserving(&["new", "unknown_fields", "unknown_fields_mut", "_unknown_fields"]);
    let mut object = Struct::default();
    let mut explicit = Vec::new();
    for (wire_name, node) in &merged.properties {
        let required = merged.requires(wire_name);
        if let Some(value) = schema::constant(&mut types.schemas, *node, required) {
            let definition = input.documents.resolve(*node).unwrap_or(*node);
            let is = |key| schema::is_annotated(input.sources, definition, key);
            let access = Access::of(is("readOnly"), is("writeOnly"));
            object.constants.push(Constant { wire_name: wire_name.clone(), value, access });
            continue;
        }
        let inner = format!("{hint}{}", Ident::camel(wire_name).plain());
        let lowered = composed::lower_property(types, merged, wire_name, *node, &inner);
        // Raw JSON includes null, unless the property may also be absent.
        let nullable = if lowered.ty == TypeRef::Json { !required } else { lowered.nullable };
        // Annotations of the property override those of the type that it refers to.
        let definition = input.documents.resolve(*node).unwrap_or(*node);
        let is = |key| schema::is_annotated(input.sources, definition, key);
        // If a schema becomes a type, its explicit name is that of the type.
        let is_type =
            matches!(&lowered.ty, TypeRef::Named(id) if types.defs.get(id.0).is_some_and(|def| def.origin == *node));
        explicit.push(if is_type { None } else { asked::name(input, *node) });
        object.fields.push(Field {
            name: Ident::snake(wire_name),
            wire_name: wire_name.clone(),
            ty: lowered.ty,
            presence: Presence::new(required, nullable),
            docs: input.description(definition),
            limits: lowered.limits,
            annotations: annotations::of(input, definition).into(),
            default: annotations::default(input, definition).filter(|_| required && !nullable),
            access: Access::of(is("readOnly"), is("writeOnly")),
            sensitive: sensitive(input, definition),
            deprecated: is("deprecated"),
            origin: *node,
        });
    }
    for (wire_name, node) in undescribed {
        let presence = if merged.requires(&wire_name) { Presence::Required } else { Presence::new(false, true) };
        explicit.push(None);
        object.fields.push(Field {
            name: Ident::snake(&wire_name),
            wire_name,
            ty: TypeRef::Json,
            presence,
            docs: String::new(),
            limits: Sparse::default(),
            annotations: Sparse::default(),
            default: None,
            access: Access::Both,
            sensitive: None,
            deprecated: false,
            origin: node,
        });
    }
    let place = Place::Node(place);
    let rest = known::at(Role::Rest, place);
    input.ledger.reserve_one(&mut names, input.report, rest);
    name_fields(input, place, &mut object.fields, &explicit, &mut names);
    if let Some(schema) = merged.rest {
        let ty = schema.map_or(TypeRef::Json, |schema| kind::map_value(types, schema, hint));
        let wanted = Ident::snake("additional_properties");
        object.rest = Some((input.ledger.settle(&mut names, rest, wanted, Names::free).name, ty));
    }
    Shape::Struct(object)
}

/// Whether a property is marked as sensitive, or as not sensitive.
fn sensitive(input: Input<'_>, property: NodeId) -> Option<bool> {
    let mark = schema::statement(input.documents, property, "x-sensitive")?;
    match input.sources.value(mark) {
        Value::Bool(is_sensitive) => Some(is_sensitive),
        _ => None,
    }
}

/// Names the fields. Explicit names come first: the others may get a number.
fn name_fields(
    input: Input<'_>,
    place: Place<'_>,
    fields: &mut [Field],
    explicit: &[Option<Ident>],
    names: &mut Names,
) {
    let ledger = input.ledger;
    ledger.reserve(names, input.report, Role::Field, place);
    for (field, _) in fields.iter().zip(explicit).filter(|(_, name)| name.is_none()) {
        ledger.hold(names, Key { role: Role::Field, place, detail: [&field.wire_name, ""] }, &field.name);
    }
    let mut asked_for = HashMap::new();
    for (field, name) in fields.iter_mut().zip(explicit) {
        if let Some(name) = name {
            asked::claim(input, &mut asked_for, name, field.origin);
            let key = Key { role: Role::Field, place, detail: [&field.wire_name, ""] };
            let asked = (name.clone(), input.sources.key_location(field.origin, asked::KEY));
            let fresh = |names: &mut Names, name| asked::free(input, names, name, field.origin);
            field.name = ledger.settle_asked(names, input.report, key, asked, fresh).name;
        }
    }
    for (field, _) in fields.iter_mut().zip(explicit).filter(|(_, name)| name.is_none()) {
        let key = Key { role: Role::Field, place, detail: [&field.wire_name, ""] };
        field.name = ledger.settle(names, key, field.name.clone(), Names::free).name;
    }
}

/// Returns the properties that are required, but not described: any JSON, with a warning. In documents of our own, they
/// are errors.
fn undescribed(input: Input<'_>, merged: &schema::Object) -> Vec<(String, NodeId)> {
    let mut found: Vec<(String, NodeId)> = Vec::new();
    for (name, node) in merged.required.iter().chain(&merged.sometimes) {
        let is_known = |(property, _): &(String, NodeId)| property == name;
        if merged.rest.is_some() || merged.properties.iter().chain(&found).any(is_known) {
            continue;
        }
        let (code, location) = (input.policy.unknown_required, input.sources.location(*node));
        let message = format!("`{name}` is required, but there is no such property");
        // A component is read once for each schema that includes it.
        if !code.is_error() {
            input.report.add_once(Diagnostic::new(code, location, format!("{message}: it is any JSON")));
            found.push((name.clone(), *node));
            continue;
        }
        let close = nearest(name, merged.properties.iter().map(|(property, _)| property.as_str()));
        let help = match close {
            Some(close) => format!("did you mean `{close}`?"),
            None => format!("add `{name}` to `properties`, or remove it from `required`"),
        };
        input.report.add_once(Diagnostic::new(code, location, message).help(help));
    }
    found
}
