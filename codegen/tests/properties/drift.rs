//! How documents differ from published ones: each kind of difference once, and nothing where both say the same.

mod fragments;
mod marks;

use std::fs;

use codegen::drift::{Difference, Drift, Drifted, Explanation, drift};

/// A document with something of everything.
const ZOO: &str = "\
openapi: 3.0.3
info: {title: Zoo, version: '1'}
servers:
  - url: https://zoo.example/{house}/v1
    variables: {house: {default: x}}
security: [{Key: []}]
paths:
  /pets:
    get:
      operationId: list
      tags: [pets]
      parameters:
        - {name: 'id:in', in: query, style: form, explode: false, schema: {type: array, items: {type: integer}}}
        - {name: limit, in: query, schema: {type: integer, maximum: 250, default: 50}}
      responses:
        '200':
          description: Pets.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
        4XX:
          description: An error.
          content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}
    post:
      operationId: create
      tags: [pets]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/PetCreate'}}}
      responses:
        '200':
          description: The pet.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
  /pets/{pet_id}:
    delete:
      operationId: remove
      tags: [pets]
      parameters: [{name: pet_id, in: path, required: true, schema: {type: integer, format: int64}}]
      responses: {'204': {description: Gone.}}
components:
  securitySchemes: {Key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: {type: integer, format: int64}
        name: {type: string, nullable: true}
        kind: {type: string, enum: [cat, dog]}
        owner: {type: object, properties: {email: {type: string}, phones: {type: array, items: {type: string}}}}
    PetCreate:
      type: object
      required: [name]
      properties:
        name: {type: string, minLength: 1, maxLength: 50}
        tags: {type: array, maxItems: 3, items: {type: string, pattern: '^[a-z]+$'}}
        size: {type: number, minimum: 0}
    Problem:
      type: object
      properties:
        title: {type: string}
        errors: {type: object, additionalProperties: {type: string}}
";

/// Compares two documents, or a folder with one.
fn compared(ours: &str, theirs: &str) -> Drifted {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["ours.yaml", "theirs.yaml"].map(|name| folder.path().join(name));
    for (path, text) in paths.iter().zip([ours, theirs]) {
        fs::write(path, text).unwrap();
    }
    drift(&paths[..1], None, &paths[1..])
}

fn found(drifted: &Drifted) -> &Drift {
    let problems: Vec<_> = drifted.problems.iter().flat_map(|(problems, _)| problems).collect();
    drifted.drift.as_ref().unwrap_or_else(|| panic!("{problems:#?}"))
}

fn line(difference: &Difference) -> String {
    let Difference { position, what, ours, theirs, .. } = difference;
    format!("{position}: {}: {ours} / {theirs}", what.as_str())
}

fn lines<'d>(differences: impl Iterator<Item = &'d Difference>) -> Vec<String> {
    let mut lines: Vec<_> = differences.map(line).collect();
    lines.sort();
    lines
}

fn edited(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "no `{old}`");
    text.replacen(old, new, 1)
}

#[test]
fn a_document_does_not_differ_from_itself_however_it_is_spelled() {
    let inline = "{type: object, properties: {title: {type: string}, errors: {type: object, additionalProperties: {type: string}}}}";
    for (what, old, new) in [
        ("itself", "info:", "info:"),
        ("inline", "{$ref: '#/components/schemas/Problem'}", inline),
        ("allOf", "{$ref: '#/components/schemas/PetCreate'}", "{allOf: [{$ref: '#/components/schemas/PetCreate'}]}"),
        (
            "allOf of parts",
            "    Problem:\n      type: object\n      properties:\n        title: {type: string}\n        errors:",
            "    Title: {type: object, properties: {title: {type: string}}}\n    Problem:\n      allOf: [{$ref: '#/components/schemas/Title'}]\n      type: object\n      properties:\n        errors:",
        ),
        ("another name in the path", "/{pet_id}", "/{petId}"),
        ("another server with the same path", "https://zoo.example/{house}/v1", "https://api.zoo.example/{house}/v1/"),
        ("words", "{description: Gone.}", "{description: It left.}"),
        (
            "defaults of styles",
            "in: query, schema: {type: integer, max",
            "in: query, style: form, schema: {type: integer, max",
        ),
    ] {
        let mut theirs = edited(ZOO, old, new);
        if what.starts_with("another name") {
            theirs = edited(&theirs, "name: pet_id", "name: petId");
        }
        for (ours, theirs) in [(ZOO, theirs.as_str()), (&theirs, ZOO)] {
            let drifted = compared(ours, theirs);
            assert_eq!(lines(found(&drifted).differences.iter()), Vec::<String>::new(), "{what}");
            assert_eq!(found(&drifted).operations, 3);
        }
    }
    let newer = ZOO.replace("3.0.3", "3.1.0").replace("{type: string, nullable: true}", "{type: [string, 'null']}");
    assert_eq!(lines(found(&compared(ZOO, &newer)).differences.iter()), Vec::<String>::new());
}

#[test]
fn each_difference_is_found_once_on_both_sides() {
    for (old, new, position, what, ours, theirs) in [
        ("    delete:", "    put:", "", "", "", ""),
        ("type: integer, maximum: 250", "type: string", "GET /pets query limit", "type", "integer", "string"),
        ("maximum: 250", "maximum: 99", "GET /pets query limit", "range", "at most 250", "at most 99"),
        ("default: 50", "default: 20", "GET /pets query limit", "default", "50", "20"),
        ("explode: false", "explode: true", "GET /pets query id:in", "style", "form, not exploded", "form, exploded"),
        ("items: {type: integer}", "items: {type: string}", "GET /pets query id:in []", "type", "integer", "string"),
        (
            "        - {name: limit",
            "        - {required: true, name: limit",
            "GET /pets query limit",
            "required",
            "optional",
            "required",
        ),
        (
            "        - {name: limit",
            "        - {deprecated: true, name: limit",
            "GET /pets query limit",
            "deprecated",
            "not deprecated",
            "deprecated",
        ),
        (
            "      operationId: list",
            "      deprecated: true\n      operationId: list",
            "GET /pets",
            "deprecated",
            "not deprecated",
            "deprecated",
        ),
        (
            "{type: string, nullable: true}",
            "{type: string}",
            "GET /pets 200 [].name",
            "nullable",
            "may be null",
            "not null",
        ),
        ("required: [id]", "required: [id, kind]", "GET /pets 200 [].kind", "required", "optional", "required"),
        ("[cat, dog]", "[cat, dog, newt]", "GET /pets 200 [].kind", "enum", "cat, dog", "cat, dog, newt"),
        (
            "id: {type: integer, format: int64}",
            "id: {type: integer, format: int32}",
            "GET /pets 200 [].id",
            "format",
            "int64",
            "int32",
        ),
        (
            "phones: {type: array, items: {type: string}}",
            "phones: {type: array, items: {type: number}}",
            "GET /pets 200 [].owner.phones[]",
            "type",
            "string",
            "number",
        ),
        ("minLength: 1, maxLength: 50", "maxLength: 50", "POST /pets body name", "length", "1 to 50", "at most 50"),
        ("maxItems: 3", "maxItems: 4", "POST /pets body tags", "items", "at most 3", "at most 4"),
        ("'^[a-z]+$'", "'^[A-Z]+$'", "POST /pets body tags[]", "pattern", "^[a-z]+$", "^[A-Z]+$"),
        (
            "minimum: 0",
            "minimum: 0, exclusiveMinimum: true",
            "POST /pets body size",
            "range",
            "at least 0",
            "at least 0 (excluded)",
        ),
        (
            "requestBody:\n        required: true",
            "requestBody:\n        required: false",
            "POST /pets body",
            "required",
            "required",
            "optional",
        ),
        (
            "additionalProperties: {type: string}",
            "additionalProperties: true",
            "GET /pets 4XX errors",
            "other keys",
            "values of a schema",
            "any values",
        ),
        (
            "additionalProperties: {type: string}",
            "additionalProperties: {type: integer}",
            "GET /pets 4XX errors{}",
            "type",
            "string",
            "integer",
        ),
        ("        size: {type: number, minimum: 0}\n", "", "POST /pets body size", "extra", "number", "none"),
        (
            "        - {name: limit, in: query, schema: {type: integer, maximum: 250, default: 50}}\n",
            "",
            "GET /pets query limit",
            "extra",
            "integer",
            "none",
        ),
        ("'204': {", "'202': {description: Soon.}, '204': {", "DELETE /pets/{pet_id} 202", "absent", "none", "202"),
        // What is below something that is missing as a whole is not reported again.
        (
            "        owner: {type: object, properties: {email: {type: string}, phones: {type: array, items: {type: string}}}}\n",
            "",
            "GET /pets 200 [].owner",
            "extra",
            "object",
            "none",
        ),
    ] {
        let other = edited(ZOO, old, new);
        if position.is_empty() {
            let lines = lines(found(&compared(ZOO, &other)).differences.iter());
            let expected =
                ["DELETE /pets/{pet_id}: extra: operation / none", "PUT /pets/{pet_id}: absent: none / operation"];
            assert_eq!(lines, expected);
            continue;
        }
        assert_eq!(
            lines(found(&compared(ZOO, &other)).differences.iter()),
            [format!("{position}: {what}: {ours} / {theirs}")]
        );
        // The mirror.
        let what = match what {
            "absent" => "extra",
            "extra" => "absent",
            what => what,
        };
        let mirrored = [format!("{position}: {what}: {theirs} / {ours}")];
        assert_eq!(lines(found(&compared(&other, ZOO)).differences.iter()), mirrored, "{new}");
    }
}

#[test]
fn places_are_those_of_both_documents() {
    let other = edited(ZOO, "[cat, dog]", "[cat]");
    let drifted = compared(ZOO, &other);
    let [difference] = found(&drifted).differences.as_slice() else { panic!("{drifted:#?}") };
    let line = 1 + ZOO.lines().position(|line| line.contains("kind: ")).unwrap();
    for (place, name) in [(&difference.here, "ours.yaml"), (&difference.there, "theirs.yaml")] {
        assert!(place.file.ends_with(name), "{place:?}");
        assert_eq!((place.line, place.pointer.as_str()), (line, "#/components/schemas/Pet/properties/kind"));
    }
}

#[test]
fn rules_explain_what_follows_from_how_fragments_are_written() {
    for (old, new, reason) in [
        ("required: [id]", "required: [id, kind]", "every recorded body has it"),
        ("kind: {type: string,", "kind: {type: string, maxLength: 9,", "no lengths, ranges or patterns"),
        (
            "        - {name: limit",
            "        - {name: X-Key, in: header, schema: {type: string}}\n        - {name: limit",
            "headers that the client sends",
        ),
        (
            "        - {name: limit",
            "        - {name: Accept, in: header, schema: {type: string}}\n        - {name: limit",
            "headers that the client sends",
        ),
        ("explode: false", "explode: true", "one comma-separated value"),
        ("        size: {", "        age: {type: number, readOnly: true}\n        size: {", "read-only"),
        ("id: {type: integer, format: int64}", "id: {type: integer}", "ids with 64 bits"),
        ("email: {type: string}", "email: {type: string, format: email}", "not enforced"),
        ("required: true\n        content", "required: false\n        content", "a body is required"),
    ] {
        let drifted = compared(ZOO, &edited(ZOO, old, new));
        let [difference] = found(&drifted).differences.as_slice() else { panic!("{new}: {drifted:#?}") };
        let Some(Explanation::Rule(rule)) = &difference.explanation else { panic!("{new}: {difference:#?}") };
        assert!(rule.reason.contains(reason), "{new}: {}", rule.reason);
    }
    // The same, where the rule says nothing.
    for (old, new) in [
        ("maxLength: 50", "maxLength: 40"),
        (
            "        - {name: limit",
            "        - {name: X-Other, in: header, schema: {type: string}}\n        - {name: limit",
        ),
        ("        size: {", "        age: {type: number}\n        size: {"),
        ("required: [name]", "required: [name, tags]"),
    ] {
        let drifted = compared(ZOO, &edited(ZOO, old, new));
        assert_eq!(found(&drifted).unexplained().count(), 1, "{new}");
    }
}

#[test]
fn errors_of_documents_are_reported_with_their_files() {
    for (ours, theirs, index) in [
        (ZOO.replace("openapi: 3.0.3", "openapi: 4.0.0"), ZOO.to_owned(), 0),
        (ZOO.to_owned(), ZOO.replace("openapi: 3.0.3", "openapi: 4.0.0"), 1),
        (ZOO.to_owned(), "swagger: '2.0'\n".to_owned(), 1),
    ] {
        let drifted = compared(&ours, &theirs);
        assert!(drifted.drift.is_none());
        assert!(!drifted.problems[index].0.is_empty(), "{drifted:#?}");
    }
}
