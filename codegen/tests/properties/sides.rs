//! Types that are one for requests and another for responses keep their names, whatever is added or removed.

use std::collections::BTreeMap;
use std::path::PathBuf;

use codegen::{Generated, Ledger, Options, Runtime, generate_from};

const DOCUMENT: &str = include_str!("../documents/shapes/api.yaml");

fn run(document: &str, ledger: Option<&str>) -> Generated {
    let files = BTreeMap::from([(PathBuf::from("api.yaml"), document.as_bytes().to_vec())]);
    let mut options = Options::new("zoo-client", Runtime::default());
    options.ledger = ledger.map(|text| Ledger { path: "names.lock".to_owned(), text: text.to_owned() });
    let generated = generate_from(&files, &[PathBuf::from("api.yaml")], &options);
    let problems: Vec<_> = generated.diagnostics.iter().map(|one| &one.message).collect();
    assert!(generated.tree.is_some(), "{problems:?}");
    generated
}

/// The type that an operation takes.
fn taken(generated: &Generated, method: &str) -> String {
    let start = format!("api::zoo::Zoo::{method}(body: api::zoo::");
    let digest = generated.digest.as_ref().unwrap();
    let line = digest.lines().find_map(|line| line.strip_prefix(&start)).unwrap();
    line.split(')').next().unwrap().to_owned()
}

fn changed(document: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(document.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    })
}

#[test]
fn a_name_is_kept_when_its_reason_is_gone_and_when_another_wants_it() {
    let first = run(DOCUMENT, None);
    // `PetInput` is a component.
    assert_eq!(["add_pet", "add_visit", "log_in"].map(|it| taken(&first, it)), ["PetRequest", "VisitInput", "Login"]);
    let ledger = first.ledger.unwrap();

    let without = changed(DOCUMENT, &[("    PetInput: {type: object, properties: {note: {type: string}}}\n", "")]);
    assert_eq!(taken(&run(&without, Some(&ledger)), "add_pet"), "PetRequest");
    assert_eq!(taken(&run(&without, None), "add_pet"), "PetInput");

    // A new component gets another name.
    let name = "    PetInput: {type: object, ";
    let with = changed(
        DOCUMENT,
        &[(name, &format!("    VisitInput: {{type: object, properties: {{a: {{type: string}}}}}}\n{name}"))],
    );
    let second = run(&with, Some(&ledger));
    assert_eq!(taken(&second, "add_visit"), "VisitInput");
    assert!(second.digest.unwrap().contains("api::zoo::VisitInput2: struct"), "{ledger}");
}

#[test]
fn a_name_can_be_changed_and_leaves_an_alias() {
    let ledger = run(DOCUMENT, None).ledger.unwrap();
    let renamed = changed(&ledger, &[(" = PetRequest\n", " = NewPet, was PetRequest\n")]);
    let generated = run(DOCUMENT, Some(&renamed));
    assert_eq!(taken(&generated, "add_pet"), "NewPet");
    assert!(generated.digest.unwrap().contains("api::zoo::PetRequest = api::zoo::NewPet"));
    assert_eq!(generated.ledger.unwrap(), renamed);
}

#[test]
fn without_such_properties_there_is_one_type() {
    let plain = DOCUMENT.replace("readOnly: true", "deprecated: true").replace("writeOnly: true", "deprecated: true");
    let generated = run(&plain, None);
    assert_eq!(["add_pet", "add_visit"].map(|it| taken(&generated, it)), ["Pet", "Visit"]);
    assert!(!generated.ledger.unwrap().contains("\nsent "));
    // What is not required stays in one type.
    let pet = "required: [id, name, pin, home]";
    let both = changed(
        DOCUMENT,
        &[(pet, "required: [name, home]"), ("      required: [id, rooms]", "      required: [rooms]")],
    );
    let generated = run(&both, None);
    assert_eq!(taken(&generated, "add_pet"), "Pet");
}
