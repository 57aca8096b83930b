//! `regen` writes what has to change, and nothing else.

use std::fs;

use super::folder::PETS;
use super::support::{OUT, Spoil, Workspace};

const DIGEST: &str = "generated-client/API.txt";

#[test]
fn the_first_run_writes_every_file_and_sums_up() {
    let workspace = Workspace::new();
    let ran =
        workspace.run("regen").expect(0).says(&["wrote generated-client/src/generated/v1/pets.rs\n", "1 operation, "]);
    let written = ran.out.lines().filter(|line| line.starts_with("wrote ")).count();
    // The digest is beside the sources; the ledger of names and the schema for editors are beside the fragments.
    assert_eq!(written, workspace.files(OUT).len() + 3);
    let digest = workspace.read(DIGEST);
    assert!(digest.contains("v1::pets::Pet::name: String # field name @ spec/v1/pets.yaml#/"), "{digest}");
    assert!(ran.out.contains(&format!("{written} files: {written} created (")), "{}", ran.out);
    assert_eq!(ran.err, "");
}

#[test]
fn the_second_run_changes_nothing() {
    let workspace = Workspace::generated();
    let modified = || fs::metadata(workspace.path(&workspace.pets())).unwrap().modified().unwrap();
    let (files, time) = (workspace.files(OUT), modified());
    let ran = workspace.run("regen").expect(0).says(&["files: up to date ("]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert_eq!(workspace.files(OUT), files);
    assert_eq!(modified(), time, "a file that does not change is not touched");
}

#[test]
fn whatever_is_wrong_on_the_disk_is_mended() {
    let cases: &[(&str, Spoil, &str)] = &[
        ("missing", |w| w.remove(&w.pets()), "wrote generated-client/src/generated/v1/pets.rs\n"),
        (
            "the schema for editors",
            |w| w.edit("spec/fragment.schema.json", "\"Operation\"", "\"Surgery\""),
            "wrote spec/fragment.schema.json\n",
        ),
        ("changed", |w| w.edit(&w.pets(), "Pet", "Cat"), "wrote generated-client/src/generated/v1/pets.rs\n"),
        ("truncated", |w| w.write(&w.pets(), "// @generated"), "wrote generated-client/src/generated/v1/pets.rs\n"),
        (
            "stray",
            |w| w.write(&format!("{OUT}/v1/cats.rs"), "// @generated\n"),
            "removed generated-client/src/generated/v1/cats.rs\n",
        ),
        (
            "stray in a folder of its own",
            |w| w.write(&format!("{OUT}/v0/deep/cats.rs"), "// @generated\n"),
            "removed generated-client/src/generated/v0/deep/cats.rs\n",
        ),
    ];
    for (name, spoil, line) in cases {
        let workspace = Workspace::generated();
        let files = workspace.files(OUT);
        spoil(&workspace);
        let ran = workspace.run("regen").expect(0).says(&[line, "files: 1 "]);
        assert_eq!(ran.out.lines().count(), 2, "{name}:\n{}", ran.out);
        assert_eq!(workspace.files(OUT), files, "{name}");
        assert!(!workspace.path(&format!("{OUT}/v0")).exists(), "{name}: an empty folder stays");
    }
}

#[test]
fn a_digest_is_mended_and_what_somebody_wrote_is_kept() {
    let workspace = Workspace::generated();
    let digest = workspace.read(DIGEST);
    workspace.edit(DIGEST, "field name", "field title");
    workspace.run("regen --check").expect(1).says(&["-v1::pets::Pet::name: String # field title", "+v1::pets"]);
    workspace.run("regen").expect(0).says(&["wrote generated-client/API.txt\n"]);
    assert_eq!(workspace.read(DIGEST), digest);
    // Other folders have no crate to describe.
    workspace.write(DIGEST, "My own notes.");
    workspace.run("regen --out elsewhere").expect(0);
    let ran = workspace.run("regen").expect(74);
    assert!(
        ran.err.contains("cannot replace generated-client/API.txt: the file does not begin with `# @generated`"),
        "{}",
        ran.err
    );
    assert_eq!(workspace.read(DIGEST), "My own notes.");
}

#[test]
fn an_edit_of_the_spec_arrives_in_the_output() {
    let workspace = Workspace::generated();
    workspace.edit("spec/v1/pets.yaml", "What it is called.", "The name on its collar.");
    workspace.run("regen").expect(0).says(&["wrote generated-client/src/generated/v1/pets.rs\n", "files: 1 updated ("]);
    assert!(workspace.read(&workspace.pets()).contains("The name on its collar."));
}

#[test]
fn a_fragment_that_goes_takes_its_file_with_it() {
    let workspace = Workspace::new();
    workspace.write("spec/v1/cats.yaml", &PETS.replace("pet", "cat").replace("Pet", "Cat"));
    workspace.run("regen").expect(0).says(&["wrote generated-client/src/generated/v1/cats.rs\n", "2 operations, "]);
    workspace.remove("spec/v1/cats.yaml");
    workspace.run("regen").expect(0).says(&["removed generated-client/src/generated/v1/cats.rs\n", "1 operation, "]);
    workspace.run("regen --check").expect(0);
}
