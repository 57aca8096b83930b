//! The command line, and the folders it is used from.

use std::fs;
use std::path::Path;

use super::folder::{command, finish, run};
use super::support::{OUT, Workspace};

#[test]
fn any_folder_of_the_workspace_will_do() {
    let workspace = Workspace::generated();
    let files = workspace.files(OUT);
    for folder in ["spec", "spec/v1", OUT, "xtask"] {
        workspace.run_in(folder, "regen --check").expect(0);
        workspace.remove(&workspace.pets());
        workspace.run_in(folder, "regen").expect(0).says(&["wrote generated-client/src/generated/v1/pets.rs\n"]);
        assert_eq!(workspace.files(OUT), files, "from {folder}");
    }
}

#[test]
fn both_folders_can_be_named() {
    let workspace = Workspace::generated();
    let elsewhere = tempfile::tempdir().unwrap();
    let line = format!("regen --spec {} --out new/folder", workspace.path("spec").display());
    run(elsewhere.path(), &line).expect(0).says(&["wrote ", "new/folder/v1/pets.rs\n"]);
    run(elsewhere.path(), &format!("{line} --check")).expect(0);
    let (here, there) = (workspace.read(&workspace.pets()), elsewhere.path().join("new/folder/v1/pets.rs"));
    assert_eq!(fs::read_to_string(&there).unwrap(), here, "the output depends on the folder");
    fs::remove_file(there).unwrap();
    run(elsewhere.path(), &format!("{line} --check"))
        .expect(1)
        .says(&[&format!("to fix this, run: cargo xtask {line}\n")]);
}

#[test]
fn the_workspace_is_found_without_standing_in_it() {
    let workspace = Workspace::generated();
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = |folder: &Path| {
        let program = folder.join("xtask.exe");
        fs::create_dir_all(folder).unwrap();
        fs::copy(crate::PROGRAM, &program).unwrap();
        program
    };
    let (inside, outside) = (copy(&workspace.path("target/release")), copy(elsewhere.path()));
    let by_program = || command(&inside, elsewhere.path(), "regen --check");
    let by_nothing = || command(&outside, elsewhere.path(), "regen --check");
    finish(&mut by_program()).expect(0);
    finish(by_nothing().env("CARGO_MANIFEST_DIR", workspace.path("xtask"))).expect(0);
    finish(&mut by_nothing()).expect(74).complains(&["error: not inside the workspace", "help: ", "--spec and --out"]);
}

#[test]
fn help_is_for_newcomers() {
    let overview = [
        "Usage: cargo xtask [COMMAND]",
        "  regen ",
        "  generate ",
        "  lint ",
        "  explain ",
        "  coverage ",
        "  record ",
        "  mock-store ",
        "Exit codes:",
        " 0  ",
        " 1  ",
        " 2  ",
        "64  ",
        "74  ",
    ];
    let regen = [
        "Usage: cargo xtask regen [OPTIONS]\n",
        "--check ",
        "--spec <DIR> ",
        "--out <DIR> ",
        "--format ",
        "Exit codes:",
    ];
    let cases = [
        ("", &overview[..]),
        ("--help", &overview),
        ("help", &overview),
        ("help regen", &regen),
        ("regen --help", &regen),
    ];
    for (line, texts) in cases {
        let ran = run(&std::env::temp_dir(), line).expect(0).says(texts);
        assert_eq!(ran.err, "", "{line}");
    }
}

#[test]
fn a_wrong_command_line_says_what_to_write() {
    let cases = [
        ("rgen", &["error: unrecognized subcommand 'rgen'\n", "'regen'"]),
        ("--check", &["error: unexpected argument '--check' found\n", "try '--help'"]),
        ("regen --chek", &["error: unexpected argument '--chek' found\n", "'--check'"]),
        ("regen now", &["error: unexpected argument 'now' found\n", "Usage: cargo xtask regen [OPTIONS]\n"]),
        ("regen --out", &["error: a value is required for '--out <DIR>'", "try '--help'"]),
    ];
    for (line, texts) in cases {
        let workspace = Workspace::new();
        let ran = workspace.run(line).expect(64).complains(texts);
        assert_eq!(ran.out, "", "{line}");
        assert!(!workspace.path("generated-client").exists(), "{line}");
    }
}

#[test]
fn of_an_option_that_is_repeated_the_last_value_counts() {
    let workspace = Workspace::new();
    workspace.run("regen --out a --check --out b --check").expect(1).says(&["missing b/client.rs"]);
}
