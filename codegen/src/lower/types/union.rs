//! Lowers `oneOf` and `anyOf`, and decides how the branches are distinguished.

use std::rc::Rc;

use openapiv3::ReferenceOr;

use super::super::input::Input;
use super::enumeration::{self, UNKNOWN};
use super::union_scalars::{self as scalars, Candidate};
use super::{Types, kind, scalar};
use crate::diagnostic::Diagnostic;
use crate::ir::{Branch, Guard, Ident, JsonType, Names, Shape, TypeRef};
use crate::ledger::{Key, Place, Role};
use crate::openapi;
use crate::schema::{self, Schema};
use crate::source::{NodeId, lookup};

pub(super) fn lower(
    types: &mut Types<'_>,
    union: &Schema,
    branches: &[ReferenceOr<openapiv3::Schema>],
    hint: &str,
) -> TypeRef {
    let input = types.input;
    let nodes: Vec<_> = branches.iter().filter_map(openapi::node_of).collect();
    let parts: Vec<_> = nodes.iter().filter_map(|node| branch(types, *node)).collect();
    if parts.len() != nodes.len() {
        return TypeRef::Json;
    }
    if let [single] = nodes.as_slice() {
        return kind::lower(types, *single, hint).ty;
    }
    if let Some(scalar) = scalar::lenient(&parts) {
        return scalar;
    }
    let is_tagged = input.sources.get(union.id, "discriminator").is_some();
    if !is_tagged && scalars::is_enum(&parts) {
        let schemas: Vec<_> = parts.iter().map(|part| part.id).collect();
        return kind::named(types, union, hint, |_, _, _| enumeration::of_all(input, union.id, &schemas));
    }
    let candidates = match is_tagged {
        true => parts.into_iter().map(|schema| Candidate { schema, ty: None }).collect(),
        false => scalars::together(types, parts, hint),
    };
    if let Some(ty) = scalars::alone(&candidates) {
        return ty;
    }
    let parts: Vec<_> = candidates.iter().map(|candidate| Rc::clone(&candidate.schema)).collect();
    let problems = input.report.count();
    match guards(types, union, &parts) {
        Some(guards) => {
            kind::named(types, union, hint, |types, _, hint| shape(types, union.id, candidates, guards, hint))
        }
        // The reason is reported already.
        None if input.report.count() > problems => TypeRef::Json,
        None => {
            let help = "give each object a required property that no other has, or add a `discriminator`";
            input.inexpressible(union.id, "this union has branches that cannot be told apart", help);
            TypeRef::Json
        }
    }
}

/// The schema of a branch, through schemas that only refer to another one.
fn branch(types: &mut Types<'_>, node: NodeId) -> Option<Rc<Schema>> {
    let mut parts = schema::read(&mut types.schemas, node)?;
    // A chain cannot be longer than the number of schemas, but it may be circular.
    for _ in 0..16 {
        match schema::transparent(&parts) {
            Some(inner) => parts = schema::read(&mut types.schemas, inner)?,
            None => break,
        }
    }
    Some(parts)
}

fn shape(types: &mut Types<'_>, union: NodeId, candidates: Vec<Candidate>, guards: Vec<Guard>, hint: &str) -> Shape {
    let input = types.input;
    let mut guarded: Vec<_> = candidates.into_iter().zip(guards).collect();
    // A guard that accepts any object comes after the more specific ones.
    let closer = guarded.iter().any(|(_, guard)| !matches!(guard, Guard::Type(_)));
    guarded.sort_by_key(|(_, guard)| closer && *guard == Guard::Type(JsonType::Object));
    let called: Vec<_> = guarded.iter().map(|(candidate, guard)| name(types, candidate, guard)).collect();
    let mut names = Names::reserving(&[UNKNOWN]);
    let place = Place::Node(union);
    input.ledger.reserve(&mut names, input.report, Role::Branch, place);
    let mut branches = Vec::new();
    for (((candidate, guard), name), short) in guarded.into_iter().zip(&called).zip(without_common_end(&called)) {
        let id = candidate.schema.id;
        let (ty, docs) = match candidate.ty {
            Some(ty) => (ty, String::new()),
            None => (kind::lower(types, id, &format!("{hint}{}", name.plain())).ty, input.description(id)),
        };
        // A component has the same key wherever the branch is, and whatever tells it from the others.
        let identity = match types.component_names.get(&id) {
            Some(component) => component.key.to_string(),
            None => guard.to_string(),
        };
        let key = Key { role: Role::Branch, place, detail: [&identity, ""] };
        let name = input.ledger.settle(&mut names, key, short, Names::free).name;
        branches.push(Branch { name, ty, guard, docs });
    }
    Shape::Union(branches)
}

/// Names without the words at the end that all of them share: `PriceListRule` and `CategoryRule` become `PriceList` and
/// `Category`.
fn without_common_end(names: &[Ident]) -> Vec<Ident> {
    let words: Vec<Vec<String>> =
        names.iter().map(|name| Ident::snake(name.plain()).plain().split('_').map(str::to_owned).collect()).collect();
    let shortest = words.iter().map(Vec::len).min().unwrap_or_default();
    let same = |from_end: usize| {
        let mut ends = words.iter().map(|words| words.iter().rev().nth(from_end));
        let first = ends.next();
        ends.all(|end| Some(end) == first)
    };
    let common = (0..shortest).take_while(|from_end| same(*from_end)).count();
    if names.len() < 2 || common >= shortest {
        return names.to_vec();
    }
    let short = |words: &Vec<String>| {
        Ident::camel(&words.iter().take(words.len() - common).cloned().collect::<Vec<_>>().join("_"))
    };
    words.iter().map(short).collect()
}

/// The name of a branch: that of its type, or else of what distinguishes it.
fn name(types: &Types<'_>, candidate: &Candidate, guard: &Guard) -> Ident {
    if let (Some(component), None) = (types.component_names.get(&candidate.schema.id), &candidate.ty) {
        return component.name.clone();
    }
    match guard {
        Guard::Key(key) => Ident::camel(key),
        Guard::Tag { values, .. } => Ident::camel(values.first().map_or("", String::as_str)),
        Guard::Type(ty) => Ident::camel(match ty {
            JsonType::String => "text",
            JsonType::Number => "number",
            JsonType::Boolean => "flag",
            JsonType::Array => "list",
            JsonType::Object => "object",
        }),
    }
}

/// A guard for each branch. No value matches two of them.
fn guards(types: &mut Types<'_>, union: &Schema, parts: &[Rc<Schema>]) -> Option<Vec<Guard>> {
    let input = types.input;
    if let Some(discriminator) = input.sources.get(union.id, "discriminator") {
        return by_discriminator(input, discriminator, parts);
    }
    let kinds: Option<Vec<_>> = parts.iter().map(|part| json_type(part)).collect();
    let kinds = kinds?;
    let alone = |ty: JsonType| kinds.iter().filter(|other| **other == ty).count() == 1;
    let objects: Vec<_> =
        parts.iter().zip(&kinds).filter(|(_, ty)| **ty == JsonType::Object).map(|(part, _)| part).collect();
    let mut of_objects = if alone(JsonType::Object) || objects.is_empty() {
        Vec::new().into_iter()
    } else {
        by_tag(types, &objects).or_else(|| by_key(types, &objects))?.into_iter()
    };
    kinds
        .iter()
        .map(
            |ty| {
                if alone(*ty) { Some(Guard::Type(*ty)) } else { of_objects.next().filter(|_| *ty == JsonType::Object) }
            },
        )
        .collect()
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

fn by_discriminator(input: Input<'_>, discriminator: NodeId, parts: &[Rc<Schema>]) -> Option<Vec<Guard>> {
    let sources = input.sources;
    let property = sources.get_text(discriminator, "propertyName")?.to_owned();
    let mut values: Vec<Vec<String>> = vec![Vec::new(); parts.len()];
    let mapping = sources.get(discriminator, "mapping");
    for entry in mapping.map_or(&[][..], |mapping| sources.entries(mapping)) {
        let Some(reference) = sources.text(entry.value) else { continue };
        let target = lookup(sources, discriminator.file(), &as_reference(reference));
        let target = target.ok().and_then(|id| input.documents.resolve(id));
        match target.and_then(|target| parts.iter().position(|part| part.id == target)) {
            Some(index) => values.get_mut(index)?.push(entry.key.to_string()),
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
        if values.is_empty() {
            // Without a mapping, the value is the name of the schema in the document.
            values.push(component_key(input, part.id)?.to_owned());
        }
    }
    Some(values.into_iter().map(|values| Guard::Tag { property: property.clone(), values }).collect())
}

/// The key of a component.
fn component_key<'a>(input: Input<'a>, id: NodeId) -> Option<&'a str> {
    let sources = input.sources;
    let schemas = sources.get(sources.get(sources.root(id.file())?, "components")?, "schemas")?;
    sources.entries(schemas).iter().find(|entry| entry.value == id).map(|entry| entry.key.as_str())
}

/// A mapping may contain the bare name of a component.
fn as_reference(value: &str) -> String {
    if value.contains(['#', '/', '.']) { value.to_owned() } else { format!("#/components/schemas/{value}") }
}

/// Distinguishes by a required property with a single, distinct value in each branch.
fn by_tag(types: &mut Types<'_>, objects: &[&Rc<Schema>]) -> Option<Vec<Guard>> {
    let mut tags: Vec<Vec<(String, String)>> = Vec::new();
    for parts in objects {
        let object = schema::object(&mut types.schemas, parts);
        let mut constants = Vec::new();
        for (name, node) in &object.properties {
            let is_required = object.requires(name);
            if let Some(value) = schema::constant(&mut types.schemas, *node, is_required) {
                constants.push((name.clone(), value));
            }
        }
        tags.push(constants);
    }
    let value = |constants: &[(String, String)], property: &str| {
        constants.iter().find(|(name, _)| name == property).map(|(_, value)| value.clone())
    };
    let candidates: Vec<_> = tags.first()?.iter().map(|(name, _)| name.clone()).collect();
    for property in candidates {
        let values: Option<Vec<_>> = tags.iter().map(|constants| value(constants, &property)).collect();
        let Some(values) = values else { continue };
        if values.iter().enumerate().all(|(index, value)| !values.iter().skip(index + 1).any(|other| other == value)) {
            let guard = |value| Guard::Tag { property: property.clone(), values: vec![value] };
            return Some(values.into_iter().map(guard).collect());
        }
    }
    None
}

/// Distinguishes by required properties that no other branch has. One branch may have none, and matches the rest.
fn by_key(types: &mut Types<'_>, objects: &[&Rc<Schema>]) -> Option<Vec<Guard>> {
    let all: Vec<_> = objects.iter().map(|parts| schema::object(&mut types.schemas, parts)).collect();
    let own = |index: usize, object: &schema::Object| {
        let elsewhere = |key: &String| {
            let mut others = all.iter().enumerate().filter(|(other, _)| *other != index);
            others.any(|(_, other)| other.properties.iter().any(|(name, _)| name == key))
        };
        object.required.iter().map(|(key, _)| key).find(|key| !elsewhere(key)).cloned()
    };
    let keys: Vec<_> = all.iter().enumerate().map(|(index, branch)| own(index, branch)).collect();
    let without = keys.iter().filter(|key| key.is_none()).count();
    // That branch must not allow unknown keys: they might be those of the others.
    let mut left = all.iter().zip(&keys).filter(|(_, key)| key.is_none());
    if without > 1 || left.any(|(object, _)| object.rest.is_some()) {
        return None;
    }
    Some(keys.into_iter().map(|key| key.map_or(Guard::Type(JsonType::Object), Guard::Key)).collect())
}
