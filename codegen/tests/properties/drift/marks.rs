//! Marks of deliberate deviations.

use std::fs;

use codegen::drift::{Drifted, drift};

use super::{ZOO, compared, edited, found, lines};

/// Compares with a document that has another enum, and lacks `size`.
fn marked(marks: &str) -> Drifted {
    let other = edited(
        &edited(ZOO, "[cat, dog]", "[cat]"),
        "        size: {type: number, minimum: 0}\n",
        "        age: {type: number}\n",
    );
    compared(&format!("{ZOO}x-deviations:\n{marks}"), &other)
}

const KIND: &str = "  - {at: '#/components/schemas/Pet/properties/kind', what: enum, source: observed with a dog}\n";
const CREATE: &str = "  - {at: '#/components/schemas/PetCreate', what: everything, source: a page about new pets}\n";

#[test]
fn marks_explain_one_difference_or_a_part_of_the_document() {
    let drifted = marked(KIND);
    let left = ["POST /pets body age: absent: none / number", "POST /pets body size: extra: number / none"];
    assert_eq!(lines(found(&drifted).unexplained()), left);
    assert_eq!(found(&drifted).deliberate(), 1);
    let size = "  - {at: '#/components/schemas/PetCreate/properties/size', what: extra, source: observed}\n";
    let age = "  - {at: '#/components/schemas/PetCreate/properties/age', what: absent, source: observed}\n";
    for marks in [format!("{KIND}{CREATE}"), format!("{KIND}{size}{age}")] {
        let drifted = marked(&marks);
        assert_eq!((found(&drifted).unexplained().count(), found(&drifted).deliberate()), (0, 3), "{marks}");
    }
}

#[test]
fn wrong_marks_are_errors_at_their_place() {
    let mark = |at: &str, what: &str, more: &str| format!("{KIND}{CREATE}  - {{at: '{at}', what: {what}{more}}}\n");
    let pet = "#/components/schemas/Pet";
    let source = ", source: observed";
    for (marks, message) in [
        (mark(&format!("{pet}/properties/name"), "enum", source), "nothing differs here any more: enum"),
        (mark(pet, "everything", source), "nothing differs here any more: everything"),
        (mark(&format!("{pet}/properties/fur"), "absent", source), "nothing differs here any more: absent"),
        (mark(&format!("{pet}/properties/kind"), "enum", source), "there are two marks for the same deviation"),
        (mark(&format!("{pet}/properties/fur"), "enum", source), "there is no `fur`"),
        (mark("#/components/schemas/Pat/properties/fur/x/y", "absent", source), "there is no `Pat`"),
        (mark("components/schemas/Pet", "enum", source), "is not a JSON pointer into this file"),
        (mark(pet, "enums", source), "invalid value `enums`"),
        (mark(pet, "enum", ""), "requires the key `source`"),
        (mark(pet, "enum", ", source: ''"), "a mark needs a source"),
        (mark(pet, "enum", ", source: [one, two]"), "expected a string, found an array"),
        (mark(pet, "enum", ", source: one, because: two"), "unknown key `because` in an `x-deviations` item"),
    ] {
        // Our documents are fragments, where an unknown key is an error.
        let folder = tempfile::tempdir().unwrap();
        let other = edited(&edited(ZOO, "[cat, dog]", "[cat]"), "        size: {type: number, minimum: 0}\n", "");
        let [spec, published] = ["spec", "published.yaml"].map(|name| folder.path().join(name));
        fs::create_dir_all(spec.join("v1")).unwrap();
        let api = ZOO.split("paths:").next().unwrap();
        let key = "components: {securitySchemes: {Key: {type: apiKey, in: header, name: X-Key}}}";
        fs::write(spec.join("v1/api.yaml"), format!("{api}paths: {{}}\n{key}\n")).unwrap();
        fs::write(spec.join("v1/pets.yaml"), format!("{}x-deviations:\n{marks}", fragment())).unwrap();
        fs::write(&published, other).unwrap();
        let drifted = drift(&[spec], Some("spec"), &[published]);
        let problems: Vec<_> = drifted.problems.iter().flat_map(|(problems, _)| problems).collect();
        let [problem] = problems.as_slice() else { panic!("{marks}: {problems:#?}") };
        assert!(problem.message.contains(message), "{marks}: {}", problem.message);
        assert!(problem.primary.is_some(), "{marks}");
        // A mark that is only out of date does not hide what differs.
        assert_eq!(drifted.drift.is_some(), message.starts_with("nothing differs"), "{marks}");
    }
}

/// The document as a fragment of ours.
fn fragment() -> String {
    let mut text = ZOO.to_owned();
    for (old, new) in [
        ("info: {title: Zoo, version: '1'}", "info: {title: Zoo, version: '1', description: Pets.}"),
        ("security: [{Key: []}]\n", "tags: [{name: pets, description: Pets.}]\nsecurity: [{Key: []}]\n"),
        ("operationId: list", "operationId: list\n      x-rust-name: list"),
        ("operationId: create", "operationId: create\n      x-rust-name: create"),
        ("operationId: remove", "operationId: remove\n      x-rust-name: remove"),
        ("{Key: {type: apiKey, in: header, name: X-Key}}", "{Key: {$ref: 'api.yaml#/components/securitySchemes/Key'}}"),
    ] {
        text = edited(&text, old, new);
    }
    text
}
