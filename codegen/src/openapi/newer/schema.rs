//! Rewrites schemas of JSON Schema 2020-12 as schemas of OpenAPI 3.0.

use super::super::grammar::Kind;
use super::super::media_type::Kind as MediaKind;
use super::Walk;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{EXAMPLES, Entry, NodeId, OwnedValue, RECURSIVE_REFERENCE, Value, lookup};

/// Keys that identify or annotate a schema.
const METADATA: &[&str] =
    &["$schema", "$id", "$anchor", "$comment", "$vocabulary", "$dynamicAnchor", "$recursiveAnchor"];

/// Keys that accept and reject no values.
const ANNOTATIONS: &[&str] =
    &["title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "$comment"];

/// Keys that reject values, without an effect on types. Responses are not validated, so only a check is lost.
const CHECKS: &[&str] = &[
    "if",
    "dependentRequired",
    "propertyNames",
    "contains",
    "minContains",
    "maxContains",
    "unevaluatedItems",
    "contentSchema",
];

/// The keys that apply to strings only, and so on for the other types.
const OF_STRINGS: &[&str] = &["minLength", "maxLength", "pattern", "format", "contentEncoding", "contentMediaType"];
const OF_NUMBERS: &[&str] = &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const OF_ARRAYS: &[&str] = &["items", "minItems", "maxItems", "uniqueItems", "prefixItems"];
const OF_OBJECTS: &[&str] =
    &["properties", "required", "additionalProperties", "minProperties", "maxProperties", "patternProperties"];

pub(super) fn rewrite(walk: &mut Walk<'_>, node: NodeId) {
    match walk.sources.value(node) {
        // `true` accepts any value. `false` accepts none, so its type does not matter.
        Value::Bool(_) => return *walk.sources.value_mut(node) = OwnedValue::Map(Vec::new()),
        Value::Map(_) => null_types(walk, node),
        _ => return,
    }
    walk.take_out(node, METADATA);
    conditions(walk, node);
    dynamic_reference(walk, node);
    walk.unused(node, CHECKS, "it changes no type");
    constant(walk, node);
    examples(walk, node);
    bound(walk, node, "exclusiveMinimum", "minimum", |exclusive, inclusive| exclusive >= inclusive);
    bound(walk, node, "exclusiveMaximum", "maximum", |exclusive, inclusive| exclusive <= inclusive);
    content(walk, node);
    open_ends(walk, node);
    without_null_branch(walk, node);
    types(walk, node);
}

/// The properties of what holds only under a condition are optional ones.
fn conditions(walk: &mut Walk<'_>, node: NodeId) {
    let alone = ["then", "else"].into_iter().filter_map(|key| walk.sources.get(node, key));
    let by_property = walk.sources.get(node, "dependentSchemas");
    let by_property = by_property.map_or(&[][..], |all| walk.sources.entries(all)).iter().map(|entry| entry.value);
    let schemas: Vec<_> = alone.chain(by_property).collect();
    let mut added: Vec<Entry> = Vec::new();
    for schema in schemas {
        let target = walk.sources.reference(schema).and_then(|text| lookup(walk.sources, schema.file(), text).ok());
        let properties = walk.sources.get(target.unwrap_or(schema), "properties");
        for entry in properties.map_or(&[][..], |properties| walk.sources.entries(properties)) {
            let is_known = |entries: &[Entry]| entries.iter().any(|known| known.key == entry.key);
            let own = walk.sources.get(node, "properties");
            if !is_known(&added) && !is_known(own.map_or(&[][..], |own| walk.sources.entries(own))) {
                added.push(entry.clone());
            }
        }
    }
    walk.take_out(node, &["then", "else", "dependentSchemas"]);
    if added.is_empty() {
        return;
    }
    let own = walk.sources.get(node, "properties").map_or(&[][..], |own| walk.sources.entries(own)).to_vec();
    let properties = walk.push(node, OwnedValue::Map(own.into_iter().chain(added).collect()));
    walk.set(node, "properties", properties);
}

/// A dynamic reference is read as a static one.
fn dynamic_reference(walk: &mut Walk<'_>, node: NodeId) {
    if let Some(reference) = walk.sources.recursive_reference(node) {
        let location = walk.sources.key_location(node, RECURSIVE_REFERENCE);
        let message = "`$recursiveRef` is read as a `$ref` to the schema around it that has `$recursiveAnchor`";
        walk.diagnostics.push(Diagnostic::new(Code::Unused, location, message));
        walk.take_out(node, &[RECURSIVE_REFERENCE]);
        let reference = walk.push(node, OwnedValue::Text(reference));
        walk.set(node, "$ref", reference);
    }
    let Some(reference) = walk.sources.get(node, "$dynamicRef") else { return };
    let location = walk.sources.key_location(node, "$dynamicRef");
    walk.take_out(node, &["$dynamicRef"]);
    if walk.sources.get(node, "$ref").is_none() {
        let message = "`$dynamicRef` is read as `$ref`: a type does not depend on the schemas that refer to it";
        walk.diagnostics.push(Diagnostic::new(Code::Unused, location, message));
        walk.set(node, "$ref", reference);
    }
}

/// The type `null` without quotes is null in YAML. Next to other keys that restrict values, it is a key without a value,
/// as programs write what is left out.
fn null_types(walk: &mut Walk<'_>, node: NodeId) {
    let Some(ty) = walk.sources.get(node, "type") else { return };
    let is_null = |walk: &Walk<'_>, id: NodeId| walk.sources.value(id) == Value::Null;
    let (message, nodes) = match walk.sources.value(ty) {
        Value::Null => {
            let restricts = |entry: &Entry| entry.key != "type" && !ANNOTATIONS.contains(&entry.key.as_str());
            if walk.sources.entries(node).iter().any(restricts) {
                walk.take_out(node, &["type"]);
                let message = "expected a string, found null; it is treated as absent";
                walk.diagnostics.push(Diagnostic::new(Code::Assumed, walk.sources.location(ty), message));
                return;
            }
            ("expected a string, found null; it is read as `'null'`", vec![ty])
        }
        Value::List(items) => {
            let nulls = items.iter().copied().filter(|item| is_null(walk, *item)).collect();
            ("this type is null instead of a string; it is read as `'null'`", nulls)
        }
        _ => return,
    };
    for node in nodes {
        let problem = Diagnostic::new(Code::Assumed, walk.sources.location(node), message);
        walk.diagnostics.push(problem.help("put it in quotes"));
        *walk.sources.value_mut(node) = OwnedValue::Text("null".to_owned());
    }
}

/// `const` becomes an enum with a single value.
fn constant(walk: &mut Walk<'_>, node: NodeId) {
    let Some(value) = walk.sources.get(node, "const") else { return };
    if walk.sources.get(node, "type").is_none() {
        let ty = match walk.sources.value(value) {
            Value::Text(_) => "string",
            Value::Bool(_) => "boolean",
            Value::Number(text) if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') => "integer",
            Value::Number(_) => "number",
            Value::List(_) => "array",
            Value::Map(_) => "object",
            Value::Null => "null",
        };
        let ty = walk.push(value, OwnedValue::Text(ty.to_owned()));
        walk.set(node, "type", ty);
    }
    let list = walk.push(value, OwnedValue::List(vec![value]));
    walk.take_out(node, &["const"]);
    walk.set(node, "enum", list);
}

/// The first of several examples becomes `example`; all of them are kept under a key that no document has.
fn examples(walk: &mut Walk<'_>, node: NodeId) {
    let Some(list) = walk.sources.get(node, "examples") else { return };
    walk.take_out(node, &["examples"]);
    if matches!(walk.sources.value(list), Value::List(_)) {
        walk.set(node, EXAMPLES, list);
    }
    if let (Some(first), None) = (walk.sources.items(list).first().copied(), walk.sources.get(node, "example")) {
        walk.set(node, "example", first);
    }
}

/// An exclusive bound is a number in 3.1, and a boolean next to the bound in 3.0.
fn bound(walk: &mut Walk<'_>, node: NodeId, exclusive: &str, inclusive: &str, wins: fn(f64, f64) -> bool) {
    let number = |walk: &Walk<'_>, id: NodeId| match walk.sources.value(id) {
        Value::Number(text) => text.parse::<f64>().ok(),
        _ => None,
    };
    let Some(bound) = walk.sources.get(node, exclusive) else { return };
    let Some(value) = number(walk, bound) else { return };
    let other = walk.sources.get(node, inclusive).and_then(|other| number(walk, other));
    walk.take_out(node, &[exclusive]);
    if other.is_none_or(|other| wins(value, other)) {
        walk.set(node, inclusive, bound);
        let yes = walk.push(bound, OwnedValue::Bool(true));
        walk.set(node, exclusive, yes);
    }
}

/// The encoding of a string is a format in 3.0.
fn content(walk: &mut Walk<'_>, node: NodeId) {
    let encoding = walk.sources.get_text(node, "contentEncoding").map(str::to_ascii_lowercase);
    let format = match encoding.as_deref() {
        Some("base64" | "base64url") => Some("byte"),
        Some("binary") => Some("binary"),
        // Text in a string is a string.
        None => match walk.sources.get_text(node, "contentMediaType").map(MediaKind::of) {
            None | Some(MediaKind::Json | MediaKind::Text | MediaKind::Markup | MediaKind::Form) => None,
            Some(MediaKind::Bytes | MediaKind::Multipart | MediaKind::Events) => Some("binary"),
        },
        _ => None,
    };
    if let Some(format) = format.filter(|_| walk.sources.get(node, "format").is_none()) {
        let format = walk.push(node, OwnedValue::Text(format.to_owned()));
        walk.set(node, "format", format);
    }
    walk.take_out(node, &["contentEncoding", "contentMediaType"]);
}

/// `patternProperties` become `additionalProperties`, and `prefixItems` become `items` of one of their types.
fn open_ends(walk: &mut Walk<'_>, node: NodeId) {
    if let Some(open) = walk.sources.get(node, "unevaluatedProperties") {
        if walk.sources.get(node, "additionalProperties").is_none() && walk.sources.get(node, "allOf").is_none() {
            walk.set(node, "additionalProperties", open);
        }
        walk.take_out(node, &["unevaluatedProperties"]);
    }
    if walk.sources.get(node, "patternProperties").is_some() {
        walk.unused(node, &["patternProperties"], "the properties become raw JSON");
        let any = walk.push(node, OwnedValue::Bool(true));
        walk.set(node, "additionalProperties", any);
    }
    if walk.sources.get(node, "prefixItems").is_some() {
        tuple(walk, node);
    }
}

/// A tuple is an array whose items are of one of its types.
fn tuple(walk: &mut Walk<'_>, node: NodeId) {
    let Some(list) = walk.sources.get(node, "prefixItems") else { return };
    let rest = walk.sources.get(node, "items").filter(|rest| !matches!(walk.sources.value(*rest), Value::Bool(_)));
    let all: Vec<_> = walk.sources.items(list).iter().copied().chain(rest).collect();
    let mut kinds: Vec<NodeId> = Vec::new();
    for item in all {
        let json = walk.sources.to_json(item);
        if !kinds.iter().any(|known| walk.sources.to_json(*known) == json) {
            kinds.push(item);
        }
    }
    walk.take_out(node, &["prefixItems"]);
    let items = match kinds.as_slice() {
        [single] => *single,
        _ => {
            let kinds = walk.push(list, OwnedValue::List(kinds));
            let key_location = walk.sources.location(list);
            walk.push(list, OwnedValue::Map(vec![Entry::new("oneOf", key_location, kinds)]))
        }
    };
    walk.set(node, "items", items);
}

fn nullable(walk: &mut Walk<'_>, node: NodeId) {
    let yes = walk.push(node, OwnedValue::Bool(true));
    walk.set(node, "nullable", yes);
}

/// A branch that is null makes the whole union nullable.
fn without_null_branch(walk: &mut Walk<'_>, node: NodeId) {
    for key in ["oneOf", "anyOf"] {
        let Some(list) = walk.sources.get(node, key) else { continue };
        let branches = walk.sources.items(list).to_vec();
        branches.iter().for_each(|branch| null_types(walk, *branch));
        let is_null = |branch: &NodeId| {
            let entries = walk.sources.entries(*branch);
            matches!(entries, [only] if only.key == "type" && walk.sources.text(only.value) == Some("null"))
        };
        let rest: Vec<_> = branches.iter().copied().filter(|branch| !is_null(branch)).collect();
        if rest.len() == branches.len() {
            continue;
        }
        let is_one = rest.len() == 1;
        let rest = walk.push(list, OwnedValue::List(rest));
        nullable(walk, node);
        if is_one && walk.sources.get(node, "allOf").is_none() {
            walk.take_out(node, &[key]);
            walk.set(node, "allOf", rest);
        } else {
            walk.set(node, key, rest);
        }
    }
}

/// An array of types: null becomes `nullable`, and several other types become a union.
fn types(walk: &mut Walk<'_>, node: NodeId) {
    let Some(ty) = walk.sources.get(node, "type") else { return };
    let listed: Vec<NodeId> = match walk.sources.value(ty) {
        Value::List(items) => items.to_vec(),
        Value::Text("null") => vec![ty],
        _ => return,
    };
    let is_null = |id: &NodeId| walk.sources.text(*id) == Some("null");
    let has_null = listed.iter().any(is_null);
    let others: Vec<_> = listed.iter().copied().filter(|id| !is_null(id)).collect();
    if has_null {
        nullable(walk, node);
        without_null_value(walk, node);
    }
    match others.as_slice() {
        // Only null: 3.0 cannot express that, and raw JSON includes it.
        [] => walk.take_out(node, &["type", "enum"]),
        [single] => walk.set(node, "type", *single),
        several => union(walk, node, ty, several),
    }
}

fn without_null_value(walk: &mut Walk<'_>, node: NodeId) {
    let Some(list) = walk.sources.get(node, "enum") else { return };
    let values = walk.sources.items(list).iter().copied();
    let values: Vec<_> = values.filter(|value| walk.sources.value(*value) != Value::Null).collect();
    if values.is_empty() {
        return walk.take_out(node, &["enum"]);
    }
    let values = walk.push(list, OwnedValue::List(values));
    walk.set(node, "enum", values);
}

/// Creates a branch for each type, with the keys that apply to it.
fn union(walk: &mut Walk<'_>, node: NodeId, list: NodeId, types: &[NodeId]) {
    let mut branches = Vec::new();
    let mut taken: Vec<&str> = vec!["type"];
    for ty in types {
        let keys: &[&str] = match walk.sources.text(*ty) {
            Some("string") => OF_STRINGS,
            Some("number" | "integer") => OF_NUMBERS,
            Some("array") => OF_ARRAYS,
            Some("object") => OF_OBJECTS,
            _ => &[],
        };
        let key_location = walk.sources.location(*ty);
        let mut entries = vec![Entry::new("type", key_location, *ty)];
        for entry in walk.sources.entries(node).iter().filter(|entry| keys.contains(&entry.key.as_str())) {
            entries.push(entry.clone());
        }
        taken.extend(keys);
        branches.push(walk.push(*ty, OwnedValue::Map(entries)));
    }
    walk.take_out(node, &taken);
    // Enums of several types are not validated, like other values in responses.
    walk.take_out(node, &["enum"]);
    let branches = walk.push(list, OwnedValue::List(branches));
    walk.set(node, "anyOf", branches);
}

/// Keys next to a `$ref` have an effect in 3.1; in 3.0 they are moved to a schema around it.
pub(super) fn beside_reference(walk: &mut Walk<'_>, node: NodeId, todo: &mut Vec<(NodeId, Kind)>) {
    walk.take_out(node, METADATA);
    let Some(entry) = walk.sources.entries(node).iter().position(|entry| entry.key == "$ref") else { return };
    if walk.sources.entries(node).len() == 1 {
        return;
    }
    let OwnedValue::Map(entries) = walk.sources.value_mut(node) else { return };
    let reference = entries.remove(entry);
    let inner = walk.push(reference.value, OwnedValue::Map(vec![reference]));
    let list = match walk.sources.get(node, "allOf") {
        Some(known) => {
            let items = [&[inner], walk.sources.items(known)].concat();
            walk.push(known, OwnedValue::List(items))
        }
        None => walk.push(inner, OwnedValue::List(vec![inner])),
    };
    walk.set(node, "allOf", list);
    todo.push((node, Kind::Schema));
}
