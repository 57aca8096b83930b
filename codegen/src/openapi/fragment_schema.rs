//! What a fragment may contain, as a JSON Schema for editors: derived from the grammar, so that no key can be missing.
//!
//! It is draft 07, the newest that YAML editors know as a whole. Editors cannot see what the generator sees beyond the
//! grammar, such as misspelt extensions of others, or references that lead nowhere.

use serde_json::{Map, Value, json};

use super::grammar::{EVERYWHERE, Key, Kind, Need, Shape, extensions, kinds};

/// The name of the definition of an object that is only a reference.
const REFERENCE: &str = "Reference";

/// Returns the schema. `describe` returns the description of one of our extensions, if there is one.
pub(crate) fn fragment_schema(describe: &dyn Fn(&str) -> Option<String>) -> Value {
    let writer = Writer { describe, others: others() };
    let mut definitions: Map<String, Value> =
        kinds().into_iter().map(|kind| (name(kind), writer.object(kind))).collect();
    let reference = json!({
        "type": "object",
        "properties": {"$ref": {"type": "string"}},
        "required": ["$ref"],
        "additionalProperties": false,
    });
    definitions.insert(REFERENCE.to_owned(), reference);
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A fragment: an OpenAPI 3.0 document with the extensions of this generator",
        "$ref": format!("#/definitions/{}", name(Kind::Document)),
        "definitions": definitions,
    });
    // The same text whatever features of serde_json a build has.
    schema.sort_all_objects();
    schema
}

fn name(kind: Kind) -> String {
    format!("{kind:?}")
}

/// A pattern of the extensions that are not ours.
fn others() -> String {
    let ours = extensions().map(|(_, key)| key.name).chain([EVERYWHERE.name]);
    let mut ours: Vec<_> = ours.filter_map(|name| name.strip_prefix("x-")).collect();
    ours.sort_unstable();
    ours.dedup();
    format!("^x-(?!(?:{})$)", ours.join("|"))
}

struct Writer<'a> {
    describe: &'a dyn Fn(&str) -> Option<String>,
    /// A pattern.
    others: String,
}

impl Writer<'_> {
    fn object(&self, kind: Kind) -> Value {
        let keys = || kind.keys().iter().chain([&EVERYWHERE]);
        let properties: Map<String, Value> = keys().map(|key| (key.name.to_owned(), self.property(key))).collect();
        let required: Vec<_> = keys().filter(|key| key.need != Need::Optional).map(|key| key.name).collect();
        json!({
            "title": kind.noun(),
            "type": "object",
            "properties": properties,
            "required": required,
            "patternProperties": {self.others.as_str(): true},
            "additionalProperties": false,
        })
    }

    fn property(&self, key: &Key) -> Value {
        let value = self.value(key.shape);
        match (self.describe)(key.name).filter(|_| key.name.starts_with("x-")) {
            // Draft 07 ignores what stands beside a `$ref`.
            Some(text) if value.get("$ref").is_some() => json!({"description": text, "allOf": [value]}),
            Some(text) => match value {
                Value::Object(mut entries) => {
                    entries.insert("description".to_owned(), Value::String(text));
                    Value::Object(entries)
                }
                other => other,
            },
            None => value,
        }
    }

    fn value(&self, shape: Shape) -> Value {
        match shape {
            Shape::Text => json!({"type": "string"}),
            Shape::Bool => json!({"type": "boolean"}),
            Shape::Count => json!({"type": "integer", "minimum": 0}),
            Shape::Number => json!({"type": "number"}),
            Shape::Any => json!(true),
            Shape::Word(words) => json!({"enum": words}),
            Shape::One(kind) => part(kind),
            Shape::OrRef(kind) => or_reference(kind),
            // A boolean is not an object, so the branch for references does not apply to it.
            Shape::SchemaOrBool => json!({
                "if": {"type": "boolean"},
                "then": true,
                "else": or_reference(Kind::Schema),
            }),
            Shape::List(item) => json!({"type": "array", "items": self.value(*item)}),
            Shape::Map(value) => json!({"type": "object", "additionalProperties": self.value(*value)}),
            Shape::Paths => self.keyed("^/", part(Kind::PathItem)),
            Shape::Responses => self.keyed("^([1-5]([0-9][0-9]|XX)|default)$", or_reference(Kind::Response)),
        }
    }

    /// Returns an object whose keys match a pattern.
    fn keyed(&self, pattern: &str, value: Value) -> Value {
        json!({
            "type": "object",
            "properties": {EVERYWHERE.name: self.property(&EVERYWHERE)},
            "patternProperties": {pattern: value, self.others.as_str(): true},
            "additionalProperties": false,
        })
    }
}

fn part(kind: Kind) -> Value {
    json!({"$ref": format!("#/definitions/{}", name(kind))})
}

/// Not a union: an editor then shows the problem, instead of a choice.
fn or_reference(kind: Kind) -> Value {
    json!({
        "if": {"type": "object", "required": ["$ref"]},
        "then": {"$ref": format!("#/definitions/{REFERENCE}")},
        "else": part(kind),
    })
}
