//! Unit tests of the checks themselves.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use replay::check::compare::differences;
use replay::check::{Direction, Schemas, translate};
use replay::{Exact, Name};
use serde_json::{Value, json};
use test_support::Spec;

#[test]
fn names_are_paths() {
    let name = Name::parse("v3/customers/list/200-first-page").unwrap();
    assert_eq!((name.status, name.case.as_deref(), name.is_shared()), (200, Some("first-page"), false));
    assert_eq!(name.to_string(), "v3/customers/list/200-first-page");
    assert!(Name::parse("v3/common/Unauthorized/401").unwrap().is_shared());
    for wrong in [
        "v3/customers/200",
        "v3/customers/list/ok",
        "v3/customers/list/200-",
        "v3//list/200",
        "a/b/c/7",
        "v3/a/b/0200",
        "v3/a/b/+200",
    ] {
        assert!(Name::parse(wrong).unwrap_err().contains("<status>"), "{wrong}");
    }
}

#[test]
fn digits_order_and_escapes_survive_both_prints() {
    let text = r#"{"b":[42.10,0.1e1,-0,5000000000007],"a":{},"c":[],"é\"\n":null,"d":{"x":true}}"#;
    let exact = Exact::parse(text).unwrap();
    assert_eq!(exact.to_string(), text);
    assert_eq!(Exact::parse(&exact.pretty()).unwrap(), exact);
    assert_eq!(
        Exact::parse(r#"{"b":[1.50],"a":{}}"#).unwrap().pretty(),
        "{\n  \"b\": [\n    1.50\n  ],\n  \"a\": {}\n}"
    );
    assert!(Exact::parse("{").is_err());
}

#[test]
fn digits_types_and_keys_count_and_moments_are_compared_as_such() {
    for (expected, found, differs) in [
        (r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#, &[][..]),
        (r#"{"a":42.10}"#, r#"{"a":42.1}"#, &["/a"]),
        (r#"{"a":"1"}"#, r#"{"a":1}"#, &["/a"]),
        (r#"{"a":1}"#, r#"{"b":1}"#, &["/a", "/b"]),
        ("[1]", "[1,2]", &[""]),
        (r#"["2024-10-24T04:32:20Z"]"#, r#"["2024-10-24T05:32:20+01:00"]"#, &[]),
        (r#"["2024-10-24T04:32:20Z"]"#, r#"["2024-10-24T04:32:21Z"]"#, &["/0"]),
        (r#"["soon"]"#, r#"["later"]"#, &["/0"]),
    ] {
        let found = differences(&Exact::parse(expected).unwrap(), &Exact::parse(found).unwrap());
        let pointers: Vec<_> = found.iter().map(|difference| difference.pointer.as_str()).collect();
        assert_eq!(pointers, differs, "{expected}");
    }
}

fn translated(yaml: &str, direction: Direction) -> Value {
    translate(&serde_yaml::from_str(yaml).unwrap(), direction)
}

#[test]
fn openapi_3_0_becomes_json_schema() {
    for (openapi, expected) in [
        ("{type: string, nullable: true}", json!({"type": ["string", "null"], "nullable": true})),
        (
            "{type: string, nullable: true, enum: [a]}",
            json!({"type": ["string", "null"], "nullable": true, "enum": ["a", null]}),
        ),
        (
            "{nullable: true, allOf: [{$ref: '#/x'}]}",
            json!({"anyOf": [{"type": "null"}, {"allOf": [{"nullable": true, "allOf": [{"$ref": "#/x"}]}]}]}),
        ),
        ("{minimum: 0, exclusiveMinimum: true}", json!({"exclusiveMinimum": 0})),
        ("{maximum: 9, exclusiveMaximum: false}", json!({"maximum": 9})),
        ("{$ref: '#/x', nullable: true}", json!({"$ref": "#/x"})),
        (
            "{properties: {default: {type: string, nullable: true}}}",
            json!({"properties": {"default": {"type": ["string", "null"], "nullable": true}}}),
        ),
        ("{enum: [{nullable: true, type: x}]}", json!({"enum": [{"nullable": true, "type": "x"}]})),
    ] {
        assert_eq!(translated(openapi, Direction::Response), expected, "{openapi}");
    }
}

#[test]
fn properties_of_the_other_direction_must_not_be_there() {
    let object = "{required: [id, pin], properties: {id: {readOnly: true}, pin: {writeOnly: true}}}";
    assert_eq!(
        translated(object, Direction::Request),
        json!({"required": ["pin"], "properties": {"id": false, "pin": {"writeOnly": true}}})
    );
    assert_eq!(
        translated(object, Direction::Response),
        json!({"required": ["id"], "properties": {"id": {"readOnly": true}, "pin": false}})
    );
}

#[test]
fn violations_name_the_place_in_the_body_and_in_the_spec() {
    let spec = Spec::read(&Spec::folder()).unwrap();
    let schemas = Schemas::new(&spec, Direction::Response).unwrap();
    let page = spec.node("v3/customers.yaml", "/components/schemas/CustomerPage").unwrap();
    let violations = schemas.check(&page, &json!({"data": [{"id": "seven"}], "meta": {}}));
    let id = violations.iter().find(|violation| violation.pointer == "/data/0/id").unwrap();
    assert_eq!((id.keyword.as_str(), id.found, id.declared.as_str()), ("type", "string", "declared integer"));
    let (file, line) = id.place.rsplit_once(':').unwrap();
    let text = std::fs::read_to_string(Spec::folder().join("..").join(file)).unwrap();
    let line = text.lines().nth(line.parse::<usize>().unwrap() - 1).unwrap();
    assert_eq!(line.trim(), "type: integer");
    assert!(violations.iter().any(|violation| violation.keyword == "required" && violation.pointer == "/data/0"));
}
