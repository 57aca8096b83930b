//! `prove`: what is proved, what is found, and the exit codes.

use serde_json::Value;

use crate::support::Folder;

const GOOD: &str = r"openapi: 3.0.3
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example'}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters:
        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 50}}
      responses:
        '200':
          description: The pets.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: {type: integer}
        note: {type: string, nullable: true}
        home: {$ref: '#/components/schemas/Home'}
    Home:
      oneOf:
        - {type: string}
        - {type: object, required: [rooms], properties: {rooms: {type: integer}}}
";

/// A number that its own format excludes, and a string of which only the document's author knows an example.
const BAD: &[(&str, &str)] = &[
    ("id: {type: integer}", "id: {type: integer, format: uint64, enum: [1, -1]}"),
    ("note: {type: string, nullable: true}", "note: {type: string, pattern: '^(?=x)[0-9a-z]{9}$'}"),
];

const REPORT: &str = r#"Values that the schema accepts and the type refuses: 2
  zoo.yaml:18:7: zoo::pets::Pet, property `id` (4 values)
    id: -1 is refused: invalid value: integer `-1`, expected u64
  zoo.yaml:21:13: #/components/schemas/Pet/properties/id
    -1 is refused: invalid value: integer `-1`, expected u64

Not proved, because no value could be made: 1 schema
  zoo.yaml:22:15: #/components/schemas/Pet/properties/note

zoo.yaml
9 schemas (0 any JSON), 104 values, 1 union with 2 branches, 1 operation
2 findings: see above
"#;

fn zoo(changes: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    folder.write("zoo.yaml", GOOD);
    for (old, new) in changes {
        folder.edit("zoo.yaml", old, new);
    }
    folder
}

#[test]
fn a_good_document_is_proved_and_nothing_is_written() {
    let folder = zoo(&[]);
    let ran = folder.run("prove zoo.yaml").expect(0);
    assert!(ran.out.ends_with("Every value came back, and every branch matched.\n"), "{}", ran.out);
    assert!(ran.out.starts_with("zoo.yaml\n8 schemas (0 any JSON), "), "{}", ran.out);
    assert_eq!(folder.files("").len(), 1);
    assert_eq!(
        folder.run("prove zoo.yaml --seed 3").expect(0).out,
        folder.run("prove zoo.yaml --seed=3").expect(0).out
    );
}

#[test]
fn what_is_lost_is_shown_with_its_place() {
    let folder = zoo(BAD);
    assert_eq!(folder.run("prove zoo.yaml").expect(1).out, REPORT);
    let ran = folder.run("prove zoo.yaml --format json").expect(1);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["findings"][0]["reason"], "refused");
    assert_eq!(json["findings"][0]["place"]["line"], 18);
    assert_eq!(json["findings"][0]["place"]["pointer"], "/components/schemas/Pet");
    assert_eq!(json["unproved_schemas"][0]["place"]["line"], 22);
}

#[test]
fn an_overlay_is_applied_first() {
    let folder = zoo(BAD);
    let overlay = r"overlay: 1.0.0
info: {title: Fixes, version: '1'}
actions:
  - {target: $.components.schemas.Pet.properties.id.enum, remove: true}
  - {target: $.components.schemas.Pet.properties.note.pattern, remove: true}
";
    folder.write("fixes.yaml", overlay);
    folder.run("prove zoo.yaml --overlay fixes.yaml").expect(0);
}

#[test]
fn what_cannot_be_proved_is_an_error() {
    let folder = zoo(&[("openapi: 3.0.3", "openapi: 4.0.0")]);
    folder.run("prove zoo.yaml").expect(2).complains(&[
        "error[",
        "OpenAPI 4.0.0 is not supported",
        "error: the documents have ",
    ]);
    folder.run("prove missing.yaml").expect(74).complains(&["error: cannot find the document missing.yaml"]);
    folder.run("prove zoo.yaml --seed many").expect(64).complains(&["invalid value 'many' for '--seed <N>'"]);
    folder.run("prove zoo.yaml --runtime 0.1").expect(64).complains(&["--compiled"]);
    folder.run("prove zoo.yaml --compiled --runtime nowhere").expect(64).complains(&["there is no crate in "]);
}
