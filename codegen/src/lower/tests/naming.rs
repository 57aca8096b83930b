//! Names, and which one takes precedence.

use super::support::{ANSWERS, API, fragment, lower, lower_pets, lower_published};
use crate::diagnostic::Code;

const OBJECT: &str = "type: object, properties: {a: {type: string}}";

#[test]
fn components_have_their_names() {
    for (schemas, names) in [
        (format!("Pet: {{{OBJECT}}}"), vec!["Pet"]),
        (format!("pet_food: {{{OBJECT}}}"), vec!["PetFood"]),
        // It would shadow a name of the prelude.
        (format!("Option: {{{OBJECT}}}"), vec!["OptionValue"]),
        // Equal names are numbered in source order.
        (format!("PetFood: {{{OBJECT}}}\npet_food: {{{OBJECT}}}"), vec!["PetFood", "PetFood2"]),
        // An explicit name takes precedence, in any order.
        (format!("Pet: {{{OBJECT}}}\nCat: {{x-rust-name: Pet, {OBJECT}}}"), vec!["Pet2", "Pet"]),
        // A component takes precedence over an inline type.
        (
            format!("Pet: {{type: object, properties: {{toy: {{{OBJECT}}}}}}}\nPetToy: {{type: string, enum: [a]}}"),
            vec!["Pet", "PetToy2", "PetToy"],
        ),
    ] {
        let outcome = lower_pets("", &schemas);
        outcome.is_clean(&schemas);
        let types = &outcome.api.versions[0].modules[0].types;
        let found: Vec<_> = types.iter().map(|id| outcome.api.types[id.0].name.as_str()).collect();
        assert_eq!(found, names, "{schemas}");
    }
}

#[test]
fn operations_have_their_names() {
    for (paths, names) in [
        // Without `x-rust-name`: the operationId, or else method and path.
        ("/pets: {get: {operationId: getAllPets, ...}}", vec!["get_all_pets GetAllPetsPets"]),
        ("/pets/x: {get: {...}}", vec!["get_x GetXPets"]),
        ("/pets: {get: {operationId: getAllPets, x-rust-name: list, ...}}", vec!["list ListPets"]),
        ("/pets: {get: {x-rust-name: type, ...}}", vec!["r#type TypePets"]),
        // `new` is the constructor of the handle.
        ("/pets: {get: {operationId: new, ...}}", vec!["new2 New2Pets"]),
        // An explicit name takes precedence, in any order.
        (
            "/pets: {get: {operationId: list, ...}, post: {x-rust-name: list, ...}}",
            vec!["list2 List2Pets", "list ListPets"],
        ),
        (
            "/pets: {get: {operationId: a-b, ...}, post: {operationId: a_b, ...}}",
            vec!["a_b ABPets", "post_pets PostPetsPets"],
        ),
    ] {
        let outcome = lower_pets(&paths.replace("...", ANSWERS), "");
        outcome.is_clean(paths);
        let found: Vec<_> = outcome
            .operations()
            .iter()
            .map(|operation| format!("{} {}", operation.names.method, operation.names.builder))
            .collect();
        assert_eq!(found, names, "{paths}");
    }
}

#[test]
fn handles_give_way_to_schemas() {
    let paths = format!("/pets: {{get: {{x-rust-name: list, {ANSWERS}}}}}");
    for (schemas, handle, builder) in [
        (String::new(), "Pets", "ListPets"),
        (format!("Pets: {{{OBJECT}}}"), "PetsApi", "ListPets"),
        (format!("Pets: {{{OBJECT}}}\nPetsApi: {{{OBJECT}}}"), "PetsApi2", "ListPets"),
        (format!("ListPets: {{{OBJECT}}}"), "Pets", "ListPetsCall"),
    ] {
        let outcome = lower_pets(&paths, &schemas);
        outcome.is_clean(&schemas);
        let resource = outcome.api.versions[0].modules[0].resource.as_ref().unwrap();
        let operation = outcome.operation();
        assert_eq!((resource.name.as_str(), operation.names.builder.as_str()), (handle, builder), "{schemas}");
    }
}

#[test]
fn versions_share_no_names() {
    // README: operationIds are unique only within a version, and so are the names of schemas.
    let paths = format!("/pets: {{get: {{operationId: getPets, x-rust-name: list, {ANSWERS}}}}}");
    let pets = fragment(&paths, &format!("Pet: {{{OBJECT}}}"));
    let outcome = lower(&[
        ("spec/v1/api.yaml", API),
        ("spec/v1/pets.yaml", &pets),
        ("spec/v2/api.yaml", API),
        ("spec/v2/pets.yaml", &pets),
    ]);
    outcome.is_clean("");
    assert_eq!(outcome.type_names(), ["Pet", "Pet"]);
    let operations: Vec<_> =
        outcome.operations().iter().map(|operation| operation.names.builder.plain().to_owned()).collect();
    assert_eq!(operations, ["ListPets", "ListPets"]);
}

#[test]
fn modules_share_no_names() {
    let schemas = format!("Pet: {{{OBJECT}}}");
    let outcome = lower(&[
        ("spec/v1/api.yaml", API),
        ("spec/v1/cats.yaml", &fragment("", &schemas)),
        ("spec/v1/dogs.yaml", &fragment("", &schemas)),
    ]);
    outcome.is_clean("");
    assert_eq!(outcome.type_names(), ["Pet", "Pet"]);
}

#[test]
fn mistakes_in_names() {
    let operation = |method: &str, words: &str| format!("{method}: {{{words}, {ANSWERS}}}");
    let two = |first, second| format!("/pets: {{{}, {}}}", operation("get", first), operation("post", second));
    for (paths, schemas, code, piece, at) in [
        (
            two("operationId: pets", "operationId: pets"),
            String::new(),
            Code::DuplicateOperationId,
            "operationId `pets`",
            "pets",
        ),
        (
            two("x-rust-name: list", "x-rust-name: list"),
            String::new(),
            Code::DuplicateName,
            "`list` is used twice",
            "list",
        ),
        (
            two("x-rust-name: new", "x-rust-name: b"),
            String::new(),
            Code::DuplicateName,
            "`new` is reserved for",
            "x-rust-name",
        ),
        (two("x-rust-name: self", "x-rust-name: b"), String::new(), Code::BadName, "`self` is not", "self"),
        (
            String::new(),
            format!("A: {{x-rust-name: Pet, {OBJECT}}}\nB: {{x-rust-name: Pet, {OBJECT}}}"),
            Code::DuplicateName,
            "`Pet` is used twice",
            "Pet",
        ),
        (String::new(), format!("A: {{x-rust-name: 1st, {OBJECT}}}"), Code::BadName, "`1st` is not", "1st"),
    ] {
        let outcome = lower_pets(&paths, &schemas);
        outcome.reports(code, piece, &format!("{paths}{schemas}"));
        assert_eq!(outcome.pointed_at(), at);
    }
}

#[test]
fn one_operation_id_in_two_fragments() {
    let paths = format!("/pets: {{get: {{operationId: getPets, {ANSWERS}}}}}");
    let text = fragment(&paths, "");
    let outcome = lower(&[("spec/v1/api.yaml", API), ("spec/v1/cats.yaml", &text), ("spec/v1/dogs.yaml", &text)]);
    outcome.reports(Code::DuplicateOperationId, "`getPets`", "");
}

/// The names of the inline types of a published document with these components.
fn inline(schemas: &str) -> String {
    let schemas: String = schemas.lines().map(|line| format!("    {line}\n")).collect();
    let outcome = lower_published(&format!(
        "openapi: 3.0.3\ninfo: {{title: Zoo, version: '1'}}\nservers: [{{url: 'https://zoo.example'}}]\npaths: {{}}\n\
         components:\n  schemas:\n{schemas}"
    ));
    outcome.is_clean(&schemas);
    let components: Vec<_> =
        schemas.lines().filter_map(|line| line.trim().split_once(':')).map(|(key, _)| key).collect();
    let names: Vec<_> = outcome.type_names().into_iter().filter(|name| !components.contains(name)).collect();
    names.join(" ")
}

#[test]
fn inline_types_are_named_after_what_they_are() {
    let object = |name: &str, properties: &str| format!("{name}: {{type: object, properties: {{{properties}}}}}\n");
    let spot = "{type: object, properties: {x: {type: integer}, y: {type: integer}}}";
    let titled = "{title: Place of Rest, type: object, properties: {x: {type: integer}, y: {type: integer}}}";
    for (schemas, expected) in [
        // Its place.
        (object("Cage", &format!("spot: {spot}")), "CageSpot"),
        // What both places have in common: not the name of a stranger.
        (object("Cage", &format!("spot: {spot}")) + &object("Den", &format!("spot: {spot}")), "Spot"),
        (
            object("Cage", &format!("spots: {{type: array, items: {spot}}}"))
                + &object("Den", &format!("spot: {spot}")),
            "Spot",
        ),
        // Nothing: the first one.
        (object("Cage", &format!("spot: {spot}")) + &object("Den", &format!("bed: {spot}")), "CageSpot"),
        // The name is that of a component.
        (
            object("Cage", &format!("spot: {spot}")) + &object("Den", &format!("spot: {spot}")) + &object("Spot", ""),
            "CageSpot",
        ),
        (object("Cage", &format!("spot: {titled}")), "PlaceOfRest"),
        (object("Cage", &format!("spot: {spot}")) + &object("Den", &format!("bed: {titled}")), "PlaceOfRest"),
        // A place of more than 40 letters loses its middle.
        (
            object("VeryCarefullyDescribedAnimal", &format!("favourite_resting_place: {{type: array, items: {spot}}}")),
            "VeryCarefullyDescribedRestingPlaceItem",
        ),
    ] {
        assert_eq!(inline(&schemas), expected, "{schemas}");
    }
}
