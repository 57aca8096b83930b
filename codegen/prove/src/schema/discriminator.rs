//! What a discriminator adds to the branches of a union: each has values of its own. JSON Schema knows no
//! discriminators, so this becomes part of the branches.

use codegen::plan::{Document, Side};
use serde_json::{Map, Value, json};

use super::convert::Conversion;
use super::reference::{follow, follow_from, only_reference};
use super::{At, Sided, number_of, reference_to};

/// Returns, for each branch, the property and the values that select it; nothing where the document names none.
pub(super) fn selected(
    conversion: &Conversion<'_, '_>,
    schema: &Map<String, Value>,
    branches: &[Value],
    pointer: &str,
) -> Option<(String, Vec<Vec<String>>)> {
    let discriminator = schema.get("discriminator")?;
    let property = discriminator.get("propertyName")?.as_str()?.to_owned();
    let targets: Vec<_> = branches.iter().map(|branch| target(conversion, branch, pointer)).collect();
    let mut values: Vec<Vec<String>> = vec![Vec::new(); branches.len()];
    for (value, reference) in discriminator.get("mapping").and_then(Value::as_object).into_iter().flatten() {
        let Some(mapped) = reference.as_str().and_then(|reference| mapped(conversion, reference, pointer)) else {
            continue;
        };
        if let Some(index) = targets.iter().position(|target| target.as_ref() == Some(&mapped))
            && let Some(values) = values.get_mut(index)
        {
            values.push(value.clone());
        }
    }
    for (index, target) in targets.iter().enumerate().filter(|(_, target)| target.is_some()) {
        // The same branch may be listed several times.
        let first = targets.iter().position(|other| other == target).unwrap_or(index);
        let known = values.get(first).cloned().unwrap_or_default();
        if let Some(values) = values.get_mut(index) {
            *values = known;
        }
    }
    for (values, branch) in values.iter_mut().zip(branches) {
        let described = target_of(conversion.documents(), conversion.document, branch);
        values.extend(described.into_iter().flat_map(|(_, schema)| stated(schema)));
        let name = branch.get("$ref").and_then(Value::as_str).and_then(|reference| reference.rsplit('/').next());
        let lists = listed(conversion.documents(), conversion.document, branch, &property, 0);
        let is_listed = |value: &String| lists.iter().all(|list| list.iter().any(|one| one == value.as_str()));
        // What a branch says of its own values counts more than its name. If it excludes those of the mapping, it has none.
        match (values.is_empty(), name) {
            (true, Some(name)) => values.extend(Some(name.to_owned()).filter(is_listed)),
            _ if values.iter().any(is_listed) => values.retain(is_listed),
            _ => {}
        }
    }
    Some((property, values))
}

/// A schema with a discriminator that others extend by `allOf`, and no union.
#[derive(Debug)]
pub(super) struct Base {
    pub(super) at: At,
    pub(super) side: Option<Side>,
    property: String,
    /// The values, with the numbers of the schemas that they select.
    mapping: Vec<(String, usize)>,
}

/// Returns the base that a schema is.
pub(super) fn base(conversion: &mut Conversion<'_, '_>, schema: &Map<String, Value>, pointer: &str) -> Option<Base> {
    let discriminator = schema.get("discriminator").filter(|_| !schema.contains_key("oneOf"))?;
    let property = discriminator.get("propertyName")?.as_str()?.to_owned();
    let mut mapping = Vec::new();
    for (value, reference) in discriminator.get("mapping").and_then(Value::as_object).into_iter().flatten() {
        let mapped = reference.as_str().and_then(|reference| mapped(conversion, reference, pointer));
        mapping.extend(mapped.and_then(|at| conversion.number(at)).map(|number| (value.clone(), number)));
    }
    Some(Base { at: (conversion.document, pointer.to_owned()), side: conversion.side, property, mapping })
}

/// The schemas that extend a base.
pub(super) struct Subtypes {
    /// All of them, and the base for all other values.
    pub(super) union: Value,
    /// Some of them by their numbers, each with its values of the discriminator: they have these where they stand alone.
    pub(super) narrowed: Vec<(usize, Value)>,
}

/// Returns the schemas that extend a base, directly or through others; `None` if there are none.
pub(super) fn subtypes(
    documents: &[Document],
    base: &Base,
    number: usize,
    (all, order): (&[Value], &[Sided]),
) -> Option<Subtypes> {
    let mut found = vec![number];
    let mut next = 0;
    while let Some(extended) = found.get(next).copied() {
        let reference = reference_to(extended);
        let extends =
            |schema: &Value| schema.get("allOf").and_then(Value::as_array).is_some_and(|all| all.contains(&reference));
        let extending: Vec<_> =
            all.iter().enumerate().filter(|(_, schema)| extends(schema)).map(|(at, _)| at).collect();
        found.extend(extending.into_iter().filter(|index| !found.contains(index)).collect::<Vec<_>>());
        next += 1;
    }
    let of_base = all.get(number).and_then(|schema| own_values(all, schema, &base.property)).unwrap_or_default();
    let (mut union, mut known, mut narrowed) = (Vec::new(), Vec::new(), Vec::new());
    for subtype in found.into_iter().skip(1) {
        let mapped = base.mapping.iter().filter(|(_, number)| *number == subtype).map(|(value, _)| value.clone());
        let mut values: Vec<_> = mapped.collect();
        let at = order.get(subtype).map(|(at, _)| at);
        let schema = at.and_then(|(document, pointer)| documents.get(*document)?.json.pointer(pointer));
        values.extend(schema.into_iter().flat_map(stated));
        if values.is_empty() {
            let name = at.and_then(|(_, pointer)| pointer.rsplit('/').next()).map(str::to_owned);
            let schema = all.get(subtype);
            values = schema.and_then(|schema| own_values(all, schema, &base.property)).unwrap_or_default();
            values.extend(name.filter(|_| values.is_empty()));
        }
        if let Some(schema) = all.get(subtype).filter(|_| values.iter().any(|value| of_base.contains(value))) {
            narrowed.push((subtype, with_values(schema.clone(), &base.property, &values)));
        }
        union.push(with_values(reference_to(subtype), &base.property, &values));
        known.extend(values);
    }
    // All other values are the base's own.
    let others = json!({"properties": {&base.property: {"not": {"enum": known}}}});
    (!union.is_empty()).then(|| {
        union.push(json!({"allOf": [reference_to(number), others]}));
        Subtypes { union: json!({"anyOf": union}), narrowed }
    })
}

/// Returns the value of the discriminator that a schema states for itself, as documents do that were OpenAPI 2.0 once.
fn stated(schema: &Value) -> impl Iterator<Item = String> + '_ {
    let keys = ["x-ms-discriminator-value", "x-discriminator-value"];
    keys.into_iter().filter_map(|key| schema.get(key)?.as_str()).map(str::to_owned)
}

/// Returns the values that a converted schema lists for a property, or the parts of its `allOf` other than references.
fn own_values(all: &[Value], schema: &Value, property: &str) -> Option<Vec<String>> {
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten().chain([schema]);
    let mut lists = parts.filter_map(|part| {
        let described = part.get("properties")?.get(property)?;
        let target = number_of(described).and_then(|number| all.get(number));
        let described = target.unwrap_or(described);
        let constant = described.get("const").map(std::slice::from_ref);
        constant.or_else(|| described.get("enum")?.as_array().map(Vec::as_slice))
    });
    lists.next().map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// Longer chains are circular.
const DEEPEST: usize = 16;

/// Returns the lists of values that a schema and its parts have for a property.
fn listed<'d>(
    documents: &'d [Document],
    document: usize,
    schema: &'d Value,
    property: &str,
    depth: usize,
) -> Vec<&'d [Value]> {
    let (Some((document, schema)), true) = (target_of(documents, document, schema), depth < DEEPEST) else {
        return Vec::new();
    };
    let own = schema.get("properties").and_then(|properties| properties.get(property));
    let own = own.and_then(|value| target_of(documents, document, value)).and_then(|(_, value)| {
        let constant = value.get("const").map(std::slice::from_ref);
        constant.or_else(|| value.get("enum")?.as_array().map(Vec::as_slice))
    });
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    let parts = parts.flat_map(|part| listed(documents, document, part, property, depth + 1));
    own.into_iter().chain(parts).collect()
}

/// Returns a schema, or what it refers to, with its document.
pub(super) fn target_of<'d>(
    documents: &'d [Document],
    document: usize,
    schema: &'d Value,
) -> Option<(usize, &'d Value)> {
    match schema.get("$ref").and_then(Value::as_str) {
        None => Some((document, schema)),
        Some(reference) => {
            let (document, pointer) = follow(documents, document, reference)?;
            Some((document, documents.get(document)?.json.pointer(&pointer)?))
        }
    }
}

/// Adds the values that select a branch.
pub(super) fn with_values(branch: Value, property: &str, values: &[String]) -> Value {
    match values {
        [] => branch,
        values => json!({"allOf": [branch, {"properties": {property: {"enum": values}}}]}),
    }
}

fn target(conversion: &Conversion<'_, '_>, branch: &Value, pointer: &str) -> Option<At> {
    let is_3_0 = conversion.is_3_0();
    follow_from(conversion.documents(), conversion.document, pointer, only_reference(branch, is_3_0)?)
}

/// Returns where a mapping leads, which may name a component.
fn mapped(conversion: &Conversion<'_, '_>, reference: &str, pointer: &str) -> Option<At> {
    let reference = match reference.contains(['#', '/', '.']) {
        true => reference.to_owned(),
        false => format!("#/components/schemas/{reference}"),
    };
    follow_from(conversion.documents(), conversion.document, pointer, &reference)
}
