//! Fragments become modules, folders become versions.

use super::support::{ANSWERS, API, fragment, lower, lower_pets};
use crate::diagnostic::Code;
use crate::ir::Method;

#[test]
fn files_become_modules_of_versions() {
    let paths = format!("/pets: {{get: {{x-rust-name: list, {ANSWERS}}}}}");
    let (pets, common) =
        (fragment(&paths, ""), fragment("", "Count: {type: object, properties: {n: {type: integer}}}"));
    let outcome = lower(&[
        ("spec/v2/api.yaml", API),
        ("spec/v2/common.yaml", &common),
        ("spec/v2/type.yaml", &pets),
        ("spec/v3/api.yaml", API),
        ("spec/v3/pet_food.yaml", &pets),
    ]);
    outcome.is_clean("");
    let modules: Vec<_> = outcome
        .api
        .versions
        .iter()
        .flat_map(|version| version.modules.iter().map(move |module| (version, module)))
        .map(|(version, module)| {
            let handle = module.resource.as_ref().map(|resource| resource.name.as_str());
            (version.name.as_str(), module.name.as_str(), module.source.as_str(), handle)
        })
        .collect();
    let expected = [
        ("v2", "common", "spec/v2/common.yaml", None),
        ("v2", "r#type", "spec/v2/type.yaml", Some("Type")),
        ("v3", "pet_food", "spec/v3/pet_food.yaml", Some("PetFood")),
    ];
    assert_eq!(modules, expected);
    assert_eq!(outcome.api.versions[0].modules[0].docs, "All pets.");
    assert_eq!(outcome.api.versions[0].modules[0].types.len(), 1);
}

#[test]
fn operations_stand_in_source_order() {
    let paths = format!(
        "/b: {{post: {{operationId: one, {ANSWERS}}}, get: {{operationId: two, {ANSWERS}}}}}
/a: {{delete: {{operationId: three, {ANSWERS}}}}}"
    );
    let outcome = lower_pets(&paths, "");
    outcome.is_clean("");
    let found: Vec<_> = outcome
        .operations()
        .iter()
        .map(|operation| (operation.origin.id.as_str(), operation.request.method, operation.request.path.as_str()))
        .collect();
    assert_eq!(found, [("one", Method::Post, "/b"), ("two", Method::Get, "/b"), ("three", Method::Delete, "/a")]);
}

#[test]
fn types_stand_in_source_order_and_in_their_module() {
    let common = fragment("", "Count: {type: object, properties: {n: {type: integer}}}");
    let pets = fragment(
        &format!(
            "/pets: {{post: {{x-rust-name: create, {ANSWERS}, requestBody: {{content: {{application/json: {{schema: \
             {{type: object, properties: {{a: {{type: string}}}}}}}}}}}}}}}}"
        ),
        "Z: {type: object, properties: {count: {$ref: 'common.yaml#/components/schemas/Count'}}}\n\
         A: {type: string, enum: [a]}",
    );
    let outcome = lower(&[("spec/v1/api.yaml", API), ("spec/v1/common.yaml", &common), ("spec/v1/pets.yaml", &pets)]);
    outcome.is_clean("");
    let names: Vec<Vec<_>> = outcome.api.versions[0]
        .modules
        .iter()
        .map(|module| module.types.iter().map(|id| outcome.api.types[id.0].name.as_str()).collect())
        .collect();
    assert_eq!(names, [vec!["Count"], vec!["CreatePetsBody", "Z", "A"]]);
}

#[test]
fn mistakes_in_the_layout() {
    let outcome = lower(&[("spec/v1/pets.yaml", &fragment("", ""))]);
    outcome.reports(Code::Disagreement, "`spec/v1` contains no `api.yaml`", "");
    let old = fragment("", "").replace("3.0.3", "3.1.0");
    let outcome = lower(&[("spec/v1/api.yaml", API), ("spec/v1/pets.yaml", &old)]);
    outcome.reports(Code::BadValue, "OpenAPI 3.1.0 is not supported", "");
    assert_eq!(outcome.pointed_at(), "3.1.0");
}
