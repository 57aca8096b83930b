use serde_json::json;

use super::*;

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
