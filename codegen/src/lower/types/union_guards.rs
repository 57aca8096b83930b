//! What tells the branches of a union apart: the values of a discriminator, which the runtime is given, and otherwise
//! what a reader would name.

use std::rc::Rc;

use super::super::input::Input;
use super::Types;
use crate::bundle;
use crate::diagnostic::Diagnostic;
use crate::ir::{Guard, JsonType};
use crate::openapi;
use crate::schema::{self, Literal, Schema};
use crate::source::{NodeId, lookup};

/// Returns what tells each branch from the others; `None` if a problem is reported.
pub(super) fn guards(types: &mut Types<'_>, union: NodeId, parts: &[Rc<Schema>]) -> Option<Vec<Guard>> {
    let has_numbers = parts.iter().any(|part| part.any.typ.as_deref() == Some("number"));
    let kinds = parts.iter().map(|part| match part.any.typ.as_deref() {
        Some("integer") if has_numbers => Some(JsonType::Integer),
        _ => kind(types, part, 0),
    });
    let kinds: Vec<_> = kinds.collect();
    let is_object = |index: usize| kinds.get(index) == Some(&Some(JsonType::Object));
    let objects: Vec<_> = (0..parts.len()).filter(|index| is_object(*index)).collect();
    let schemas: Vec<_> = objects.iter().filter_map(|index| parts.get(*index)).collect();
    let tags = match types.input.sources.get(union, "discriminator") {
        Some(discriminator) => by_discriminator(types, discriminator, parts)?,
        None => {
            let mut tags = vec![None; parts.len()];
            for (index, tag) in objects.iter().zip(by_tag(types, &schemas).into_iter().flatten()) {
                if let Some(place) = tags.get_mut(*index) {
                    *place = tag;
                }
            }
            tags
        }
    };
    let keys = if objects.len() > 1 { by_key(types, &schemas) } else { Vec::new() };
    let alone = |ty: Option<JsonType>| ty.is_some() && kinds.iter().filter(|other| **other == ty).count() == 1;
    let mut guards = Vec::new();
    for (index, ((part, ty), tag)) in parts.iter().zip(&kinds).zip(tags).enumerate() {
        let key = objects.iter().position(|object| *object == index).and_then(|at| keys.get(at).cloned()?);
        guards.push(match (tag, ty) {
            (Some(tag), _) => tag,
            (None, Some(ty)) if alone(Some(*ty)) => Guard::Type(*ty),
            (None, _) => key.unwrap_or_else(|| Guard::Shape(shape(types, part))),
        });
    }
    // One branch without a property of its own is any other object.
    let mut left = guards
        .iter_mut()
        .enumerate()
        .filter(|(index, guard)| objects.contains(index) && matches!(guard, Guard::Shape(_)));
    if let (Some((_, guard)), None) = (left.next(), left.next())
        && keys.iter().any(Option::is_some)
    {
        *guard = Guard::Type(JsonType::Object);
    }
    Some(guards)
}

pub(super) fn json_type(parts: &Schema) -> Option<JsonType> {
    match parts.any.typ.as_deref() {
        Some("string") => Some(JsonType::String),
        Some("number" | "integer") => Some(JsonType::Number),
        Some("boolean") => Some(JsonType::Boolean),
        Some("array") => Some(JsonType::Array),
        Some("object") => Some(JsonType::Object),
        _ if !parts.any.properties.is_empty() || !parts.any.all_of.is_empty() => Some(JsonType::Object),
        _ => None,
    }
}

/// The JSON type of a branch, also if it is a union of branches of one type.
fn kind(types: &mut Types<'_>, part: &Schema, depth: usize) -> Option<JsonType> {
    let nested = part.any.one_of.iter().chain(&part.any.any_of).filter_map(openapi::node_of).collect::<Vec<_>>();
    if nested.is_empty() || depth > 8 {
        return json_type(part);
    }
    let mut kinds = Vec::new();
    for node in nested {
        let part = schema::read(&mut types.schemas, node)?;
        kinds.push(kind(types, &part, depth + 1)?);
    }
    let first = *kinds.first()?;
    kinds.iter().all(|kind| *kind == first).then_some(first)
}

/// Describes the shape of a branch.
fn shape(types: &mut Types<'_>, part: &Schema) -> String {
    match json_type(part) {
        Some(JsonType::Array) => {
            let items = part.any.items.as_ref().and_then(openapi::node_of);
            let items = items.and_then(|items| schema::read(&mut types.schemas, items));
            match items {
                Some(items) => match types.component_names.get(&items.id) {
                    Some(component) => format!("list of {}", component.key),
                    None => format!("list of {}", shape(types, &items)),
                },
                None => "list".to_owned(),
            }
        }
        Some(JsonType::Object) => {
            let object = schema::object(&mut types.schemas, part);
            match object.required.first().map(|(name, _)| name).or(object.properties.first().map(|(name, _)| name)) {
                Some(name) => format!("object with {name}"),
                None => "object".to_owned(),
            }
        }
        Some(JsonType::String) => "text".to_owned(),
        Some(JsonType::Integer) => "integer".to_owned(),
        Some(JsonType::Number) => "number".to_owned(),
        Some(JsonType::Boolean) => "flag".to_owned(),
        None if !part.any.one_of.is_empty() || !part.any.any_of.is_empty() => "one of several".to_owned(),
        None => "value".to_owned(),
    }
}

/// The values of the discriminator in each branch: the constants of the branch itself, or else those of the mapping, or
/// else the name of its component.
pub(super) fn by_discriminator(
    types: &mut Types<'_>,
    discriminator: NodeId,
    parts: &[Rc<Schema>],
) -> Option<Vec<Option<Guard>>> {
    let input = types.input;
    let property = input.sources.get_text(discriminator, "propertyName")?.to_owned();
    let mapped = mapped(input, discriminator, parts)?;
    let mut own = Vec::new();
    for part in parts {
        own.push(constants(types, part, &property));
    }
    let differs = |index: usize, values: &[Literal]| {
        let mut others = own.iter().enumerate().filter(|(other, _)| *other != index);
        !others.any(|(_, other)| other.iter().any(|value| values.contains(value)))
    };
    let mut guards = Vec::new();
    for (index, ((part, own_values), mapped)) in parts.iter().zip(&own).zip(mapped).enumerate() {
        // Also that of a schema in another file.
        let name = types.component_names.get(&part.id).map(|component| Literal::Text(component.key.to_string()));
        let is_own = !own_values.is_empty() && differs(index, own_values);
        let mut values = if is_own { own_values.clone() } else { Vec::new() };
        let is_free = |value: &Literal| {
            !own.iter()
                .enumerate()
                .any(|(other, values)| other != index && differs(other, values) && values.contains(value))
        };
        let integers = own_values.iter().all(|value| matches!(value, Literal::Integer(_))) && !own_values.is_empty();
        for (value, target) in mapped {
            // The keys of a mapping are strings, whatever the property is.
            let value = match value.parse() {
                Ok(number) if integers => Literal::Integer(number),
                _ => Literal::Text(value),
            };
            let is_own_value = own_values.iter().any(|own| *own == value || own.to_string() == value.to_string());
            if !own_values.is_empty() && !is_own_value {
                contradicts(input, target, (&property, &value, own_values), is_free(&value));
            }
            if is_free(&value) && !values.contains(&value) {
                values.push(value);
            }
        }
        let is_union = !part.any.one_of.is_empty() || !part.any.any_of.is_empty();
        if values.is_empty() && !is_union && json_type(part) == Some(JsonType::Object) {
            let name = name.filter(|name| is_free(name) && (own_values.is_empty() || own_values.contains(name)));
            values = name.map_or_else(|| own_values.clone(), |name| vec![name]);
        }
        guards.push((!values.is_empty()).then(|| Guard::Tag { property: property.clone(), values }));
    }
    Some(guards)
}

/// Says of a published document that its mapping leads to a branch whose own values are others.
fn contradicts(input: Input<'_>, target: NodeId, (property, value, own): (&str, &Literal, &[Literal]), selects: bool) {
    let code = input.policy.unknown_branch;
    if code.is_error() {
        return;
    }
    let own: Vec<_> = own.iter().map(|own| format!("`{own}`")).collect();
    let consequence = if selects { "both select it" } else { "it selects the branch that has this value" };
    let own = own.join(" or ");
    let message = format!("`{value}` is mapped to a branch whose `{property}` is {own}: {consequence}");
    let problem = Diagnostic::new(code, input.sources.location(target), message);
    input.report.add_once(problem.help("correct the mapping, or the values of the branch"));
}

/// The values that the mapping has for each branch, each with its node; `None` if a problem is reported.
fn mapped(input: Input<'_>, discriminator: NodeId, parts: &[Rc<Schema>]) -> Option<Vec<Vec<(String, NodeId)>>> {
    let sources = input.sources;
    let mut values: Vec<Vec<(String, NodeId)>> = vec![Vec::new(); parts.len()];
    let mapping = sources.get(discriminator, "mapping");
    for entry in mapping.map_or(&[][..], |mapping| sources.entries(mapping)) {
        let Some(reference) = sources.text(entry.value) else { continue };
        let branch = |reference: &str| {
            let target = lookup(sources, discriminator.file(), reference).ok()?;
            let target = input.documents.resolve(target)?;
            parts.iter().position(|part| part.id == target)
        };
        let found = branch(&as_reference(reference)).or_else(|| {
            // As the references of the branches were: these are reported.
            let is_lenient = !input.policy.unknown_branch.is_error();
            branch(&bundle::mapped_around(sources, discriminator, reference).filter(|_| is_lenient)?)
        });
        match found {
            Some(index) => values.get_mut(index)?.push((entry.key.to_string(), entry.value)),
            None => {
                let (location, help) = (sources.location(entry.value), "name the schema of one of the branches");
                let message = format!("`{reference}` is not a branch of this union");
                let code = input.policy.unknown_branch;
                if code.is_error() {
                    input.report.add(Diagnostic::new(code, location, message).help(help));
                    return None;
                }
                let message = format!("{message}: `{}` is treated as an unknown value", entry.key);
                input.report.add(Diagnostic::new(code, location, message).help(help));
            }
        }
    }
    for (part, values) in parts.iter().zip(&mut values) {
        for node in DISCRIMINATOR_VALUES.iter().filter_map(|key| sources.get(part.id, key)) {
            values.extend(sources.text(node).map(|value| (value.to_owned(), node)));
        }
    }
    Some(values)
}

/// The keys by which a branch says which value of the discriminator it has: OpenAPI 2.0 knows no mapping.
const DISCRIMINATOR_VALUES: &[&str] = &["x-ms-discriminator-value", "x-discriminator-value"];

/// A mapping may contain the bare name of a component.
fn as_reference(value: &str) -> String {
    if value.contains(['#', '/', '.']) { value.to_owned() } else { format!("#/components/schemas/{value}") }
}

/// The values that a branch lists for a property.
fn constants(types: &mut Types<'_>, part: &Schema, property: &str) -> Vec<Literal> {
    let object = schema::object(&mut types.schemas, part);
    let node = object.properties.iter().find(|(name, _)| name == property).map(|(_, node)| *node);
    node.map(|node| schema::constants(&mut types.schemas, node)).unwrap_or_default()
}

/// Distinguishes by a property whose values are listed in each branch, and differ. A required one with a single value is
/// better than others. A branch in which it is null has no guard: the value is none of the others'.
pub(super) fn by_tag(types: &mut Types<'_>, objects: &[&Rc<Schema>]) -> Option<Vec<Option<Guard>>> {
    if objects.len() < 2 {
        return None;
    }
    let mut tags: Vec<Vec<(String, Vec<Literal>, bool)>> = Vec::new();
    for parts in objects {
        let object = schema::object(&mut types.schemas, parts);
        let mut constants = Vec::new();
        for (name, node) in &object.properties {
            let values = schema::constants(&mut types.schemas, *node);
            let mut is_null =
                || schema::read(&mut types.schemas, *node).is_some_and(|schema| schema::is_only_null(&schema));
            if !values.is_empty() || object.requires(name) && is_null() {
                let is_constant = values.len() == 1 && object.requires(name);
                constants.push((name.clone(), values, is_constant));
            }
        }
        tags.push(constants);
    }
    let mut candidates = Vec::new();
    for (name, ..) in tags.first()? {
        let find = |constants: &Vec<(String, Vec<Literal>, bool)>| {
            constants
                .iter()
                .find(|(known, ..)| known == name)
                .map(|(_, values, is_constant)| (values.clone(), *is_constant))
        };
        let Some(values) = tags.iter().map(find).collect::<Option<Vec<_>>>() else { continue };
        let mut all: Vec<&Literal> = Vec::new();
        let differ = values.iter().flat_map(|(values, _)| values).all(|value| {
            let is_new = !all.contains(&value);
            all.push(value);
            is_new
        });
        let has_one_null = values.iter().filter(|(values, _)| values.is_empty()).count() < 2;
        if differ && has_one_null && !all.is_empty() {
            let is_constant = values.iter().all(|(_, is_constant)| *is_constant);
            candidates.push((is_constant, name.clone(), values));
        }
    }
    let best = candidates.iter().position(|(is_constant, ..)| *is_constant).unwrap_or(0);
    let (_, property, values) = candidates.into_iter().nth(best)?;
    let guard = |values: Vec<Literal>| Guard::Tag { property: property.clone(), values };
    Some(values.into_iter().map(|(values, _)| (!values.is_empty()).then(|| guard(values))).collect())
}

/// Distinguishes by required properties that no other branch has.
fn by_key(types: &mut Types<'_>, objects: &[&Rc<Schema>]) -> Vec<Option<Guard>> {
    let all: Vec<_> = objects.iter().map(|parts| schema::object(&mut types.schemas, parts)).collect();
    let own = |index: usize, object: &schema::Object| {
        let elsewhere = |key: &String| {
            let mut others = all.iter().enumerate().filter(|(other, _)| *other != index);
            others.any(|(_, other)| other.properties.iter().any(|(name, _)| name == key))
        };
        object.required.iter().map(|(key, _)| key).find(|key| !elsewhere(key)).cloned()
    };
    all.iter().enumerate().map(|(index, branch)| own(index, branch).map(Guard::Key)).collect()
}
