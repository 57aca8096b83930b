//! Objects with properties, `allOf` merged.

use std::collections::{HashMap, HashSet};

use openapiv3::AdditionalProperties;

use super::schema::{self, Parts};
use super::{Context, naming, remarks};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Constant, Field, Ident, Names, Presence, Shape, Struct, TypeRef};
use crate::openapi;
use crate::source::NodeId;
use crate::suggest::nearest;

/// Whether the schema has properties, its own or by `allOf`.
pub(super) fn is_struct(cx: &mut Context<'_>, parts: &Parts) -> bool {
    !parts.any.properties.is_empty() || !parts.any.all_of.is_empty() || {
        let sources = cx.sources;
        parts.any.typ.as_deref() == Some("object") && sources.get(parts.id, "properties").is_some()
    }
}

/// Whether the schema takes in what is no object: there are no properties to merge then.
pub(super) fn takes_in_others(cx: &mut Context<'_>, parts: &Parts) -> bool {
    parts.any.all_of.iter().filter_map(openapi::node_of).any(|branch| {
        let branch = schema::parts(cx, branch);
        branch.is_some_and(|branch| branch.any.typ.as_deref().is_some_and(|typ| typ != "object"))
    })
}

pub(super) fn lower(cx: &mut Context<'_>, parts: &Parts, hint: &str) -> Shape {
    let mut merged = Merged::default();
    merge(cx, parts, &mut merged, &mut Vec::new());
    check_required(cx, &merged);
    let mut names = Names::reserving(&["new"]);
    let mut object = Struct::default();
    let mut explicit = Vec::new();
    for (wire_name, node) in &merged.properties {
        let required = merged.required.iter().any(|(name, _)| name == wire_name);
        if let Some(value) = constant(cx, *node, required) {
            object.constants.push(Constant { wire_name: wire_name.clone(), value });
            continue;
        }
        let lowered = schema::lower(cx, *node, &format!("{hint}{}", Ident::camel(wire_name).plain()));
        // Raw JSON is null by itself, where it cannot be absent.
        let nullable = if lowered.ty == TypeRef::Json { !required } else { lowered.nullable };
        // What stands at the property wins over what stands at the type that it refers to.
        let definition = cx.documents.resolve(*node).unwrap_or(*node);
        // The name that a schema asks for is that of its type, if it becomes one.
        let is_type =
            matches!(&lowered.ty, TypeRef::Named(id) if cx.types.get(id.0).is_some_and(|def| def.origin == *node));
        explicit.push(if is_type { None } else { cx.explicit_name(*node) });
        object.fields.push(Field {
            name: Ident::snake(wire_name),
            wire_name: wire_name.clone(),
            ty: lowered.ty,
            presence: Presence::new(required, nullable),
            docs: cx.description(definition),
            limits: lowered.limits,
            remarks: remarks::of(cx, definition).into(),
            read_only: cx.is_remarked(definition, "readOnly"),
            deprecated: cx.is_remarked(definition, "deprecated"),
            origin: *node,
        });
    }
    name_fields(cx, &mut object.fields, &explicit, &mut names);
    if let Some(schema) = merged.rest {
        let ty = schema.map_or(TypeRef::Json, |schema| schema::map_value(cx, schema, hint));
        object.rest = Some((names.free(Ident::snake("additional_properties")), ty));
    }
    Shape::Struct(object)
}

/// Here as well, names that were asked for come before those that may be numbered.
fn name_fields(cx: &mut Context<'_>, fields: &mut [Field], explicit: &[Option<Ident>], names: &mut Names) {
    let mut asked_for = HashMap::new();
    for (field, name) in fields.iter_mut().zip(explicit) {
        if let Some(name) = name {
            naming::claim_explicit(cx, &mut asked_for, name, field.origin);
            field.name = names.free(name.clone());
        }
    }
    for (field, _) in fields.iter_mut().zip(explicit).filter(|(_, name)| name.is_none()) {
        field.name = names.free(field.name.clone());
    }
}

/// What a schema and all that it takes in by `allOf` say together.
#[derive(Default)]
struct Merged {
    properties: Vec<(String, NodeId)>,
    /// The names, and where each stands.
    required: Vec<(String, NodeId)>,
    /// Unknown keys are welcome, perhaps of a type.
    rest: Option<Option<NodeId>>,
    /// The schemas that are a part of it already.
    done: HashSet<NodeId>,
}

fn merge(cx: &mut Context<'_>, parts: &Parts, merged: &mut Merged, seen: &mut Vec<NodeId>) {
    if let Some(at) = seen.iter().position(|id| *id == parts.id) {
        // Each schema of the circle runs into it, but it is one problem.
        let mut circle = seen.get(at..).unwrap_or_default().to_vec();
        circle.sort_unstable();
        let mut places = circle.iter().map(|id| cx.sources.place(*id));
        let Some(place) = places.next() else { return };
        let problem = Diagnostic::new(Code::InfiniteType, place, "this schema takes itself in by `allOf`");
        let problem = places.fold(problem, |problem, place| problem.also(place, "by way of this one"));
        cx.report(problem.help("take it out of its own `allOf`"));
        return;
    }
    // Several ways may lead to a schema, and as many to each of those below.
    if !merged.done.insert(parts.id) {
        return;
    }
    seen.push(parts.id);
    for branch in parts.any.all_of.iter().filter_map(openapi::node_of) {
        let Some(branch) = schema::parts(cx, branch) else {
            // It may have any property.
            merged.rest.get_or_insert(None);
            continue;
        };
        if !branch.any.one_of.is_empty() || !branch.any.any_of.is_empty() {
            let help = "describe the properties of the union's branches one by one";
            cx.inexpressible(branch.id, "a union inside `allOf`", help);
            merged.rest.get_or_insert(None);
        }
        merge(cx, &branch, merged, seen);
    }
    // From the node, which has them in the document's order.
    let properties = cx.sources.get(parts.id, "properties");
    for entry in properties.map_or(&[][..], |node| cx.sources.entries(node)) {
        match merged.properties.iter_mut().find(|(known, _)| *known == entry.key) {
            // The later one is the more special one.
            Some(known) => known.1 = entry.value,
            None => merged.properties.push((entry.key.to_string(), entry.value)),
        }
    }
    if let Some(required) = cx.sources.get(parts.id, "required") {
        for item in cx.sources.items(required) {
            if let Some(name) = cx.sources.text(*item) {
                merged.required.push((name.to_owned(), *item));
            }
        }
    }
    match &parts.any.additional_properties {
        Some(AdditionalProperties::Any(true)) => merged.rest = Some(None),
        Some(AdditionalProperties::Schema(schema)) => merged.rest = Some(openapi::node_of(schema)),
        Some(AdditionalProperties::Any(false)) | None => {}
    }
    seen.pop();
}

fn check_required(cx: &mut Context<'_>, merged: &Merged) {
    for (name, node) in &merged.required {
        if merged.rest.is_some() || merged.properties.iter().any(|(property, _)| property == name) {
            continue;
        }
        if cx.documents.published {
            let message = format!("`{name}` is required, but there is no such property: it is left out");
            cx.report(Diagnostic::new(Code::Unused, cx.sources.place(*node), message));
            continue;
        }
        let close = nearest(name, merged.properties.iter().map(|(property, _)| property.as_str()));
        let help = match close {
            Some(close) => format!("did you mean `{close}`?"),
            None => format!("describe `{name}` under `properties`, or take it out of `required`"),
        };
        let message = format!("`{name}` is required, but there is no such property");
        let problem = Diagnostic::new(Code::UnknownRequired, cx.sources.place(*node), message).help(help);
        // A component that several others take in is looked at several times.
        if !cx.diagnostics.contains(&problem) {
            cx.report(problem);
        }
    }
}

/// The only value that a required property may have.
pub(super) fn constant(cx: &mut Context<'_>, node: NodeId, required: bool) -> Option<String> {
    let parts = schema::parts(cx, node)?;
    match parts.any.enumeration.as_slice() {
        [serde_json::Value::String(value)] if required && !parts.nullable => Some(value.clone()),
        _ => None,
    }
}

/// All properties of a schema, and which of them are required.
pub(super) fn properties(cx: &mut Context<'_>, parts: &Parts) -> (Vec<(String, NodeId)>, Vec<String>) {
    let mut merged = Merged::default();
    merge(cx, parts, &mut merged, &mut Vec::new());
    (merged.properties, merged.required.into_iter().map(|(name, _)| name).collect())
}

/// Whether a schema welcomes unknown keys, and of which schema their values are then.
pub(super) fn rest(cx: &mut Context<'_>, parts: &Parts) -> Option<Option<NodeId>> {
    let mut merged = Merged::default();
    merge(cx, parts, &mut merged, &mut Vec::new());
    merged.rest
}
