//! Errors name their cause, and leave the disk unchanged.

use std::fs;

use super::folder::PETS;
use super::support::{OUT, Spoil, Workspace};

#[test]
fn a_spec_error_is_shown_where_it_is_and_leaves_the_disk_alone() {
    for line in ["regen", "regen --check"] {
        let workspace = Workspace::generated();
        workspace.write(&format!("{OUT}/v1/cats.rs"), "// @generated\n");
        workspace.edit("spec/v1/pets.yaml", "summary: Reads", "summry: Reads");
        let files = workspace.files("");
        let ran = workspace.run(line).expect(2).complains(&[
            "error[E0101]: ",
            "--> spec/v1/pets.yaml:17:7\n",
            "17 |       summry: Reads one pet.\n",
            "^",
            "help: ",
            "1 error, 0 warnings; nothing was written\n",
        ]);
        assert!(!ran.err.contains('\x1b'), "colours are for terminals:\n{}", ran.err);
        assert_eq!(ran.out, "");
        assert_eq!(workspace.files(""), files, "{line}");
    }
}

#[test]
fn all_errors_of_a_run_are_reported_together() {
    let workspace = Workspace::new();
    workspace.edit("spec/v1/pets.yaml", "summary: Reads", "summry: Reads");
    workspace.edit("spec/v1/pets.yaml", "description: A pet.", "desciption: A pet.");
    workspace.run("regen").expect(2).complains(&[
        "--> spec/v1/pets.yaml:17:7\n",
        "--> spec/v1/pets.yaml:34:7\n",
        "2 errors, 0 warnings; nothing was written\n",
    ]);
    assert!(!workspace.path("generated-client").exists());
}

#[test]
fn a_problem_of_two_places_shows_both() {
    let workspace = Workspace::new();
    workspace.write("spec/v1/cats.yaml", PETS);
    workspace.run("regen").expect(2).complains(&[
        "error[E0302]: ",
        "--> spec/v1/pets.yaml:14:",
        "14 |       operationId: getPet\n",
        "::: spec/v1/cats.yaml:14:",
        "14 |       operationId: getPet\n",
        "nothing was written\n",
    ]);
}

#[test]
fn a_warning_is_shown_and_the_output_written() {
    let workspace = Workspace::new();
    workspace.edit("spec/v1/pets.yaml", "type: string, desc", "type: string, format: barcode, desc");
    let texts = ["warning[W0902]: ", "--> spec/v1/pets.yaml:38:38\n", "format: barcode", "^^^^^^^\n", "\n1 warning\n"];
    workspace.run("regen").expect(0).complains(&texts).says(&["wrote ", "pets.rs\n"]);
    workspace.run("regen --check").expect(0).complains(&texts);
}

#[test]
fn a_spec_of_nothing_never_empties_the_output() {
    let workspace = Workspace::generated();
    let files = workspace.files(OUT);
    for path in ["spec/v1/pets.yaml", "spec/v1/api.yaml"] {
        workspace.remove(path);
        workspace.run("regen").expect(2).complains(&["error: spec declares no operation; nothing was written\n"]);
        assert_eq!(workspace.files(OUT), files, "without {path}");
    }
}

#[test]
fn a_file_without_the_mark_is_neither_replaced_nor_removed() {
    let foreign = "// Written by hand.\n";
    let cases = [("in the place of a generated file", "v1/pets.rs"), ("stray", "v1/notes.md")];
    for (name, path) in cases {
        let workspace = Workspace::generated();
        let path = format!("{OUT}/{path}");
        workspace.write(&path, foreign);
        workspace.write(&format!("{OUT}/v1/zebras.rs"), "// @generated\n");
        let files = workspace.files("");
        workspace.run("regen").expect(74).complains(&["error: cannot ", &path, "`// @generated`", "move it elsewhere"]);
        workspace.run("regen --check").expect(1).says(&[
            &path,
            "regen does not touch it; move it elsewhere",
            "-// Written by hand.",
        ]);
        assert_eq!(workspace.files(""), files, "{name}");
    }
}

#[test]
fn a_folder_that_cannot_be_used_is_named() {
    let cases: &[(&str, Spoil, &str, &[&str])] = &[
        (
            "no spec folder",
            |w| fs::rename(w.path("spec"), w.path("elsewhere")).unwrap(),
            "regen",
            &["error: cannot read the spec folder spec: ", "help: choose another folder with --spec DIR\n"],
        ),
        (
            "no such --spec",
            |_| (),
            "regen --spec no/such/folder",
            &["error: cannot read the spec folder no/such/folder: "],
        ),
        (
            "--spec is a file",
            |_| (),
            "regen --spec spec/v1/api.yaml",
            &["error: spec/v1/api.yaml is not a folder\n", "help: "],
        ),
        ("--out is a file", |w| w.write("file", ""), "regen --out file", &["error: cannot list file: "]),
        ("--out is below a file", |w| w.write("file", ""), "regen --out file/below", &["error: cannot ", "file/below"]),
    ];
    for (name, spoil, line, texts) in cases {
        let workspace = Workspace::new();
        spoil(&workspace);
        let files = workspace.files("");
        let ran = workspace.run(line).expect(74).complains(texts);
        assert_eq!(ran.out, "", "{name}");
        assert_eq!(workspace.files(""), files, "{name}");
    }
}
