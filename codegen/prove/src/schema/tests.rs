#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test ends by panicking")]

use codegen::Options;
use codegen::plan::plan;
use serde_json::json;

use super::*;
use crate::instances::{Maker, Search};
use crate::json::Json;
use crate::verdict::Verdict;

/// The plan of a document with these schemas.
fn planned(version: &str, schemas: &str) -> Plan {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("api.json");
    let text = json!({
        "openapi": version,
        "info": {"title": "Zoo", "version": "1"},
        "paths": {},
        "components": {"schemas": serde_json::from_str::<Value>(schemas).unwrap()},
    });
    std::fs::write(&path, text.to_string()).unwrap();
    plan(&[path], &Options::default()).plan.unwrap()
}

/// The number of the component `S`.
fn number(plan: &Plan, schemas: &Schemas) -> usize {
    let index = plan.schemas.iter().position(|schema| schema.place.pointer == "/components/schemas/S").unwrap();
    schemas.number(index).unwrap()
}

/// A version, the schemas, values that `S` accepts, and values that it does not.
type Case = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const CASES: &[Case] = &[
    ("3.0.3", r#"{"S": {"type": "string", "nullable": true}}"#, &["\"a\"", "null"], &["1"]),
    ("3.1.0", r#"{"S": {"type": "string", "nullable": true}}"#, &["\"a\""], &["null"]),
    ("3.1.0", r#"{"S": {"type": ["string", "null"]}}"#, &["\"a\"", "null"], &["1"]),
    ("3.0.3", r#"{"S": {"type": "integer", "minimum": 1, "exclusiveMinimum": true}}"#, &["2"], &["1", "0"]),
    ("3.1.0", r#"{"S": {"type": "integer", "exclusiveMinimum": 1}}"#, &["2"], &["1", "0"]),
    // What is beside a reference counts only in 3.1.
    (
        "3.1.0",
        r##"{"S": {"$ref": "#/components/schemas/T", "minLength": 2}, "T": {"type": "string"}}"##,
        &["\"ab\""],
        &["\"a\"", "1"],
    ),
    (
        "3.0.3",
        r##"{"S": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/T", "minLength": 2}}},
             "T": {"type": "string"}}"##,
        &[r#"{"a":"x"}"#],
        &[r#"{"a":1}"#],
    ),
    // A discriminator is part of the branches; what a branch says itself counts more.
    (
        "3.0.3",
        r##"{"S": {"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}],
                   "discriminator": {"propertyName": "k", "mapping": {"x": "#/components/schemas/A"}}},
             "A": {"type": "object", "required": ["k"], "properties": {"k": {"type": "string"}}},
             "B": {"type": "object", "required": ["k"], "properties": {"k": {"type": "string", "enum": ["b"]}}}}"##,
        &[r#"{"k":"x"}"#, r#"{"k":"b"}"#],
        &[r#"{"k":"A"}"#, r#"{"k":"B"}"#],
    ),
    // A list that all branches share does not count more.
    (
        "3.0.3",
        r##"{"S": {"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}],
                   "discriminator": {"propertyName": "k", "mapping":
                       {"a": "#/components/schemas/A", "b": "#/components/schemas/B"}}},
             "A": {"allOf": [{"$ref": "#/components/schemas/T"}], "properties": {"n": {"type": "integer"}}},
             "B": {"allOf": [{"$ref": "#/components/schemas/T"}], "properties": {"n": {"type": "string"}}},
             "T": {"type": "object", "required": ["k"], "properties": {"k": {"type": "string", "enum": ["a", "b"]}}}}"##,
        &[r#"{"k":"a","n":1}"#, r#"{"k":"b","n":"1"}"#],
        &[r#"{"k":"b","n":1}"#],
    ),
    // A branch that is only nullable is null.
    (
        "3.0.3",
        r#"{"S": {"anyOf": [{"type": "object", "properties": {"a": {"type": "string"}}}, {"nullable": true}]}}"#,
        &["{}", "null"],
        &["1"],
    ),
    // OpenAPI 3.0 has no `const`, which means the same there.
    ("3.0.3", r#"{"S": {"type": "string", "const": "a"}}"#, &["\"a\""], &["\"b\""]),
    // References to definitions of the schema around them, also those of a discriminator.
    (
        "3.1.0",
        r##"{"S": {"oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}],
                   "discriminator": {"propertyName": "k", "mapping": {"a": "#/$defs/A", "b": "#/$defs/B"}},
                   "$defs": {"A": {"type": "object", "properties": {"k": {"type": "string"}, "n": {"type": "integer"}}},
                             "B": {"type": "object", "properties": {"k": {"type": "string"}, "n": {"type": "string"}}}}}}"##,
        &[r#"{"k":"a","n":1}"#, r#"{"k":"b","n":""}"#],
        &[r#"{"k":"a","n":""}"#, r#"{"k":"A","n":1}"#],
    ),
    // Where the own values of a branch exclude those of the mapping, it has none.
    (
        "3.0.3",
        r##"{"S": {"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}],
                   "discriminator": {"propertyName": "k", "mapping":
                       {"a": "#/components/schemas/A", "b": "#/components/schemas/B"}}},
             "A": {"allOf": [{"$ref": "#/components/schemas/T"}]},
             "B": {"allOf": [{"$ref": "#/components/schemas/T"}], "properties": {"n": {"type": "string"}}},
             "T": {"type": "object", "required": ["k"], "properties": {"k": {"type": "string", "enum": ["a", "c"]}}}}"##,
        &[r#"{"k":"a"}"#],
        &[r#"{"k":"b"}"#, r#"{"k":"c"}"#],
    ),
    // A pattern that the validator cannot read is no part of the schema.
    ("3.0.3", r#"{"S": {"type": "string", "pattern": "(["}}"#, &["\"a\""], &["1"]),
];

#[test]
fn schemas_accept_what_their_version_of_openapi_says() {
    for (version, text, good, bad) in CASES {
        let plan = planned(version, text);
        let schemas = Schemas::of(&plan);
        let verdict = Verdict::of(&schemas).unwrap();
        let accepts = |text: &str| verdict.accepts(number(&plan, &schemas), &Json::parse(text).unwrap());
        for value in *good {
            assert!(accepts(value), "{version} {text}: {value}");
        }
        for value in *bad {
            assert!(!accepts(value), "{version} {text}: {value}");
        }
    }
}

#[test]
fn values_of_each_kind_are_made() {
    for (text, wanted) in [
        (r#"{"S": {"type": "integer", "minimum": 3, "maximum": 9}}"#, &["3", "9", "4", "8"][..]),
        (r#"{"S": {"type": "string", "enum": ["a", "b"]}}"#, &["\"a\"", "\"b\""]),
        (r#"{"S": {"type": "string", "minLength": 2, "maxLength": 3}}"#, &["\"ab\"", "\"abc\""]),
        (r#"{"S": {"type": ["boolean", "null"]}}"#, &["true", "false", "null"]),
        (r#"{"S": {"type": "array", "items": {"type": "boolean"}}}"#, &["[]", "[true]"]),
        (r#"{"S": {"type": "array", "items": {"enum": [1, 2]}, "minItems": 2, "uniqueItems": true}}"#, &["[1,2]"]),
        (
            r#"{"S": {"type": "object", "required": ["a"], "properties": {"a": {"const": 1}, "b": {"type": "boolean"}}}}"#,
            &[r#"{"a":1}"#, r#"{"a":1,"b":true}"#, r#"{"a":1,"b":false}"#],
        ),
        (
            r#"{"S": {"type": "object", "additionalProperties": {"const": 1}, "propertyNames": {"enum": ["k"]}}}"#,
            &["{}", r#"{"k":1}"#],
        ),
        (r#"{"S": {"type": "object", "patternProperties": {"^x-[a]$": {"const": 1}}}}"#, &[r#"{"x-a":1}"#]),
        (r#"{"S": {"oneOf": [{"type": "string"}, {"type": "array", "items": {}}]}}"#, &["\"text\"", "[]"]),
        // What tells maps and arrays from others is in their elements.
        (
            r##"{"S": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/T"}},
                 "T": {"type": "object", "properties": {"n": {"const": 1}}}}"##,
            &[r#"{"other-1":{}}"#, r#"{"other-1":{"n":1}}"#],
        ),
        // A type that holds itself.
        (
            r##"{"S": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/S"}}}}"##,
            &["{}", r#"{"next":{}}"#],
        ),
    ] {
        let plan = planned("3.1.0", text);
        let schemas = Schemas::of(&plan);
        let verdict = Verdict::of(&schemas).unwrap();
        let values = Maker::new(&schemas, &verdict, 0).values(number(&plan, &schemas));
        let values: Vec<_> = values.iter().map(Json::to_string).collect();
        for value in wanted {
            assert!(values.iter().any(|made| made == value), "{text}: {value} is not among {values:?}");
        }
    }
}

#[test]
fn a_base_is_the_union_of_those_that_extend_it() {
    let text = r##"{
        "S": {"type": "object", "properties": {"k": {"type": "string"}},
              "discriminator": {"propertyName": "k", "mapping": {"a": "#/components/schemas/A"}}},
        "A": {"allOf": [{"$ref": "#/components/schemas/S"}, {"type": "object", "properties": {"n": {"const": 1}}}]},
        "B": {"allOf": [{"$ref": "#/components/schemas/A"}, {"type": "object", "properties": {"m": {"const": 2}}}]}}"##;
    let plan = planned("3.0.3", text);
    let schemas = Schemas::of(&plan);
    let verdict = Verdict::of(&schemas).unwrap();
    let union = schemas.union_of(number(&plan, &schemas));
    let made = Maker::new(&schemas, &verdict, 0).values_of_branches(union, Search::Thorough);
    let made: Vec<Vec<_>> = made.iter().map(|values| values.iter().map(Json::to_string).collect()).collect();
    for (index, value) in [(0, r#"{"k":"a","n":1}"#), (1, r#"{"k":"B","n":1,"m":2}"#)] {
        assert!(made[index].iter().any(|one| one == value), "{value} is not among {made:?}");
    }
}
