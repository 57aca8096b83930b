//! The list of what is left to do by hand.

use std::process::Command;

use super::support::Workspace;

/// Files that fit the spec of the workspace: nothing is left.
fn finished() -> Workspace {
    let workspace = Workspace::new();
    workspace.write("tests/recordings/README.md", "");
    workspace.write("tests/recordings/v1/pets/get/200.json", "{}");
    workspace.write("tests/store/src/routes.rs", "\nconst HANDLERS: &[Row] = &[\n    (\"v1.pets.get\", get),\n];\n");
    workspace.write("tests/replay/tests/suite/bodies.rs", "\nconst ROWS: &[Row] = rows! {\n};\n");
    workspace
        .write("tests/wire/tests/client/resources.rs", "\nconst PROGRAMS: &[Row] = &[\n    (\"v1.pets\", pets),\n];\n");
    workspace.write("generated-client/src/generated.rs", "mod client;\npub mod v1;\n");
    workspace.write(
        "generated-client/Cargo.toml",
        "[package]\n\n[features]\ndefault = [\"v1\"]\nv1 = []\n\n[dependencies]\n",
    );
    workspace
}

fn left(workspace: &Workspace) -> Vec<String> {
    let ran = workspace.run("regen").expect(0);
    let list = ran.out.split_once("left to do by hand:\n").map_or("", |(_, list)| list);
    list.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn nothing_is_said_when_nothing_is_left() {
    let workspace = finished();
    assert_eq!(left(&workspace), [""; 0]);
    assert!(!workspace.run("regen").expect(0).out.contains("left"));
    // Nor in a workspace without such files.
    assert_eq!(left(&Workspace::new()), [""; 0]);
}

#[test]
fn each_file_that_does_not_fit_is_listed_once() {
    let workspace = finished();
    workspace.edit(
        "spec/v1/pets.yaml",
        "      responses:\n",
        "      responses:\n        '204': {description: None.}\n        5XX: {$ref: '#/components/responses/Down'}\n",
    );
    workspace.edit(
        "spec/v1/pets.yaml",
        "  schemas:",
        "  responses:\n    Down: {description: Out., content: {application/json: {schema: {type: string}, example: x}}}\n  schemas:",
    );
    workspace.edit("spec/v1/pets.yaml", "x-rust-name: get", "x-rust-name: read");
    workspace.write("tests/recordings/v1/pets/Down/503-html.json", "{}");
    workspace.write("tests/recordings/v1/pets/Down/404.json", "{}");
    workspace.edit("tests/wire/tests/client/resources.rs", "v1.pets", "v1.cats");
    workspace.edit("generated-client/src/generated.rs", "v1", "v0");
    workspace.edit("generated-client/Cargo.toml", "v1 = []\n", "");
    assert_eq!(
        left(&workspace),
        [
            "generated-client/src/generated.rs: add `pub mod v1;`, with `#[cfg(feature = \"v1\")]` and `#[rustfmt::skip]`",
            "generated-client/src/generated.rs: remove `pub mod v0;`",
            "generated-client/Cargo.toml: add `v1 = []` to the features, and to `default`",
            "tests/recordings/v1/pets/Down: record 500.json and 502.json; tests/recordings/README.md says how",
            "tests/recordings/v1/pets/read: record 200.json and 204.json; tests/recordings/README.md says how",
            "tests/recordings/v1/pets/Down: remove 404.json, of undeclared statuses",
            "tests/recordings/v1/pets/get: move or remove it, as no operation has this name or refers to it",
            "tests/store/src/routes.rs: add `v1.pets.read` to HANDLERS",
            "tests/store/src/routes.rs: remove `v1.pets.get` from HANDLERS",
            "tests/wire/tests/client/resources.rs: add `v1.pets` to PROGRAMS",
            "tests/wire/tests/client/resources.rs: remove `v1.cats` from PROGRAMS",
        ]
    );
    // A check and other folders are about the generated files only.
    assert!(!workspace.run("regen --check").expect(0).out.contains("left"));
    assert!(!workspace.run("regen --out elsewhere").expect(0).out.contains("left"));
}

#[test]
fn a_changed_interface_needs_a_line_in_the_changelog() {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("skipped: there is no git");
        return;
    }
    let workspace = finished();
    workspace.write("CHANGELOG.md", "# Changelog\n");
    workspace.run("regen").expect(0);
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"];
        let mut git = Command::new("git");
        git.current_dir(workspace.path("")).args(identity).args(arguments);
        // Nothing of the machine's configuration, nor of a repository that runs this test.
        git.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null").env_remove("GIT_DIR");
        assert!(git.output().unwrap().status.success(), "git {arguments:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "All of it"]);
    assert_eq!(left(&workspace), [""; 0]);
    workspace.edit("spec/v1/pets.yaml", "required: [id, name]", "required: [id]");
    let line = "CHANGELOG.md: say what changes for users; generated-client/API.txt differs from the last commit";
    assert_eq!(left(&workspace), [line]);
    workspace.edit("CHANGELOG.md", "# Changelog", "# Changelog\n\nA pet may have no name.");
    assert_eq!(left(&workspace), [""; 0]);
}
