//! `cargo xtask generate`: a crate in a folder, and every folder that is none of its own.

use std::fs;

use crate::support::{PETS, Workspace};

const LINE: &str = "generate api.yaml --out kennel --runtime 0.1";

/// A workspace with a document by itself: the credentials of `PETS` are in another file.
fn workspace() -> Workspace {
    let workspace = Workspace::new();
    workspace.write("api.yaml", &PETS.replace("api.yaml#/components/securitySchemes", "keys.yaml#"));
    workspace.write("keys.yaml", "Token: {type: apiKey, in: header, name: X-Token, description: The key.}\n");
    workspace
}

#[test]
fn a_document_becomes_a_crate() {
    let workspace = workspace();
    let ran = workspace.run(LINE).expect(0);
    assert!(ran.out.starts_with("wrote kennel/Cargo.toml\nwrote kennel/src/"), "{}", ran.out);
    assert!(ran.out.contains("\n1 operation, 1 type, "), "{}", ran.out);
    let manifest = workspace.read("kennel/Cargo.toml");
    assert!(manifest.starts_with("# @generated from api.yaml by `cargo xtask generate`"), "{manifest}");
    for line in
        ["name = \"kennel\"", "[workspace]", "openapi-client-runtime = { version = \"0.1\", default-features = false }"]
    {
        assert!(manifest.lines().any(|found| found == line), "{manifest}");
    }
    // Once more, and nothing is left to do, whatever cargo and others have put there.
    workspace.write("kennel/target/debug/x.rs", "fn main() {}");
    workspace.write("kennel/README.md", "Mine.");
    workspace.write("kennel/src/api/gone.rs", "// @generated\n");
    let files = workspace.files("kennel");
    let ran = workspace.run(LINE).expect(0);
    assert!(ran.out.starts_with("removed kennel/src/api/gone.rs\n"), "{}", ran.out);
    assert_eq!(workspace.files("kennel").len(), files.len() - 1);
    assert!(workspace.run(LINE).expect(0).out.contains(": all fresh ("));
}

#[test]
fn tests_of_the_examples_come_and_go() {
    let workspace = workspace();
    workspace.run(LINE).expect(0);
    let plain = workspace.files("kennel");
    let ran = workspace.run(&format!("{LINE} --with-example-tests")).expect(0);
    let lines =
        ["wrote kennel/Cargo.toml", "wrote kennel/tests/examples/api.rs", "wrote kennel/tests/examples/main.rs"];
    assert_eq!(ran.out.lines().take(3).collect::<Vec<_>>(), lines, "{}", ran.out);
    let manifest = workspace.read("kennel/Cargo.toml");
    let dependency =
        "openapi-client-runtime = { version = \"0.1\", default-features = false, features = [\"test-util\"] }\n";
    assert!(manifest.contains(&format!("\n[dev-dependencies]\n{dependency}\n[[test]]\n")), "{manifest}");
    let tests = workspace.read("kennel/tests/examples/api.rs");
    assert!(tests.contains("/example\" => kennel::api::"), "{tests}");
    // What somebody else has put there stays.
    workspace.write("kennel/tests/mine.rs", "");
    workspace.run(LINE).expect(0);
    let mut files = workspace.files("kennel");
    assert!(files.remove(&workspace.path("kennel/tests/mine.rs")).is_some());
    assert_eq!(files, plain);
}

#[test]
fn the_runtime_of_the_workspace_is_found_from_the_crate() {
    let workspace = workspace();
    workspace.write("codegen/runtime/Cargo.toml", "");
    workspace.run("generate api.yaml --out deep/down/kennel").expect(0);
    let manifest = workspace.read("deep/down/kennel/Cargo.toml");
    assert!(manifest.contains("{ path = \"../../../codegen/runtime\", "), "{manifest}");
}

#[test]
fn a_folder_of_fragments_becomes_a_crate() {
    let workspace = workspace();
    workspace.run("generate spec --out kennel --runtime 0.1").expect(0);
    for path in ["Cargo.toml", "src/lib.rs", "src/client.rs", "src/v1.rs", "src/v1/pets.rs"] {
        assert!(workspace.path(&format!("kennel/{path}")).is_file(), "{path}");
    }
}

#[test]
fn a_folder_of_someone_else_is_refused() {
    let workspace = workspace();
    workspace.write("kennel/notes.txt", "Mine.");
    workspace.run(LINE).expect(74).complains(&["error: cannot write to ", "kennel: it is not empty"]);
    assert_eq!(workspace.files("kennel").len(), 1);
    // A file of somebody's own stays, also in a crate of ours.
    fs::remove_file(workspace.path("kennel/notes.txt")).unwrap();
    workspace.run(LINE).expect(0);
    workspace.write("kennel/src/lib.rs", "fn mine() {}");
    workspace.run(LINE).expect(74).complains(&["error: cannot replace ", "lib.rs: it does not begin with"]);
    assert_eq!(workspace.read("kennel/src/lib.rs"), "fn mine() {}");
}

#[test]
fn problems_keep_everything_as_it_was() {
    let workspace = workspace();
    workspace.edit("api.yaml", "example: {id: 7, name: Aiko}", "example: {id: 7, nam: Aiko}");
    let warning = ["warning[W0905]: ", "--> api.yaml:", "1 warning; nothing was written\n"];
    workspace.run(&format!("{LINE} --deny-warnings")).expect(2).complains(&warning);
    assert!(!workspace.path("kennel").exists());
    let ran = workspace.run(LINE).expect(0);
    assert!(ran.out.contains(", 1 warning: "), "{}", ran.out);
    workspace.edit("api.yaml", "#/components/schemas/Pet", "#/components/schemas/Pat");
    let files = workspace.files("kennel");
    workspace.run(LINE).expect(2).complains(&["error[E0201]: ", "did you mean `Pet`?", "1 error, 0 warnings"]);
    assert_eq!(workspace.files("kennel"), files);
}

#[test]
fn overlays_correct_the_document_in_their_order() {
    let workspace = workspace();
    let before = workspace.read("api.yaml");
    let overlay = |name: &str, actions: &str| {
        workspace.write(name, &format!("overlay: 1.0.0\ninfo: {{title: Fixes, version: '1'}}\nactions:\n{actions}"));
    };
    overlay("one.yaml", "  - {target: $.components.schemas, update: {Pet: {properties: {size: {type: number}}}}}\n");
    overlay("two.yaml", "  - {target: $.components.schemas.Pet.properties.size, update: {type: integer}}\n");
    let line = format!("{LINE} --overlay one.yaml --overlay two.yaml");
    workspace.run(&line).expect(0);
    let code =
        workspace.files("kennel").into_values().map(|bytes| String::from_utf8(bytes).unwrap()).collect::<String>();
    assert!(code.contains("pub size: Option<i64>"), "{code}");
    assert_eq!(workspace.read("api.yaml"), before);
    // The other way round, there is nothing to change yet.
    let files = workspace.files("kennel");
    let ran = workspace.run(&format!("{LINE} --overlay two.yaml --overlay one.yaml"));
    ran.expect(2).complains(&[
        "error[E0701]: nothing matches `$.components.schemas.Pet.properties.size`",
        "--> two.yaml:4:49",
        "`$.components.schemas.Pet.properties` has no `size`",
        "1 error, 0 warnings; nothing was written",
    ]);
    assert_eq!(workspace.files("kennel"), files);
    // What is wrong with what it brings is wrong in the overlay.
    overlay("two.yaml", "  - target: $.components.schemas.Pet.properties.size\n    update: {exampel: 7}\n");
    let ran = workspace.run(&format!("{line} --deny-warnings"));
    ran.expect(2).complains(&["warning[W0907]: ", "--> two.yaml:5:14", "did you mean `example`?"]);
}

#[test]
fn what_cannot_be_is_said() {
    let workspace = workspace();
    for (line, code, problem) in [
        ("generate none.yaml --out kennel --runtime 0.1", 74, "error: there is no document none.yaml\n"),
        (
            "generate api.yaml --out kennel --overlay none.yaml --runtime 0.1",
            74,
            "error: there is no overlay none.yaml\n",
        ),
        ("generate api.yaml --out kennel --runtime nowhere", 64, "error: there is no crate in "),
        ("generate api.yaml --out kennel --name 2 --runtime 0.1", 64, "error: `2`: the name of a package begins with"),
        ("generate api.yaml --out 2kennel --runtime 0.1", 64, "choose one with --name NAME\n"),
    ] {
        workspace.run(line).expect(code).complains(&[problem]);
    }
    assert!(!workspace.path("kennel").exists());
}
