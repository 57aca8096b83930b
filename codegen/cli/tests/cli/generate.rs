//! `generate`: a crate in a folder, and folders that it refuses.

use std::fs;

use crate::support::{Folder, PETS};

const LINE: &str = "generate api.yaml --out kennel --runtime 0.1";

/// A folder with a single document: the credentials of `PETS` are in another file.
fn folder() -> Folder {
    let folder = Folder::with_spec();
    folder.write("api.yaml", &PETS.replace("api.yaml#/components/securitySchemes", "keys.yaml#"));
    folder.write("keys.yaml", "Token: {type: apiKey, in: header, name: X-Token, description: The key.}\n");
    folder
}

#[test]
fn a_document_becomes_a_crate() {
    let folder = folder();
    let ran = folder.run(LINE).expect(0);
    assert!(ran.out.starts_with("wrote kennel/Cargo.toml\nwrote kennel/src/"), "{}", ran.out);
    assert!(ran.out.contains("\n1 operation, 1 type, "), "{}", ran.out);
    let manifest = folder.read("kennel/Cargo.toml");
    assert!(manifest.starts_with("# @generated from api.yaml by `openapi-client generate`"), "{manifest}");
    for line in
        ["name = \"kennel\"", "[workspace]", "openapi-client-runtime = { version = \"0.1\", default-features = false }"]
    {
        assert!(manifest.lines().any(|found| found == line), "{manifest}");
    }
    // A second run changes nothing, even if cargo and others have added files.
    folder.write("kennel/target/debug/x.rs", "fn main() {}");
    folder.write("kennel/README.md", "Mine.");
    folder.write("kennel/src/api/gone.rs", "// @generated\n");
    let files = folder.files("kennel");
    let ran = folder.run(LINE).expect(0);
    assert!(ran.out.starts_with("removed kennel/src/api/gone.rs\n"), "{}", ran.out);
    assert_eq!(folder.files("kennel").len(), files.len() - 1);
    assert!(folder.run(LINE).expect(0).out.contains(": up to date ("));
}

#[test]
fn tests_of_the_examples_come_and_go() {
    let folder = folder();
    folder.run(LINE).expect(0);
    let plain = folder.files("kennel");
    let ran = folder.run(&format!("{LINE} --with-example-tests")).expect(0);
    let lines =
        ["wrote kennel/Cargo.toml", "wrote kennel/tests/examples/api.rs", "wrote kennel/tests/examples/main.rs"];
    assert_eq!(ran.out.lines().take(3).collect::<Vec<_>>(), lines, "{}", ran.out);
    let manifest = folder.read("kennel/Cargo.toml");
    let dependency =
        "openapi-client-runtime = { version = \"0.1\", default-features = false, features = [\"test-util\"] }\n";
    assert!(manifest.contains(&format!("\n[dev-dependencies]\n{dependency}\n[[test]]\n")), "{manifest}");
    let tests = folder.read("kennel/tests/examples/api.rs");
    assert!(tests.contains("/example\" => kennel::api::"), "{tests}");
    // Files of others are kept.
    folder.write("kennel/tests/mine.rs", "");
    folder.run(LINE).expect(0);
    let mut files = folder.files("kennel");
    assert!(files.remove(&folder.path("kennel/tests/mine.rs")).is_some());
    assert_eq!(files, plain);
}

#[test]
fn the_runtime_is_in_the_registry_unless_a_folder_is_named() {
    let folder = folder();
    folder.run("generate api.yaml --out kennel").expect(0);
    let manifest = folder.read("kennel/Cargo.toml");
    let version = env!("CARGO_PKG_VERSION");
    assert!(manifest.contains(&format!("\nopenapi-client-runtime = {{ version = \"{version}\", ")), "{manifest}");
    folder.write("runtime/Cargo.toml", "");
    folder.run("generate api.yaml --out deep/down/kennel --runtime runtime").expect(0);
    let manifest = folder.read("deep/down/kennel/Cargo.toml");
    assert!(manifest.contains("{ path = \"../../../runtime\", "), "{manifest}");
}

#[test]
fn a_folder_of_fragments_becomes_a_crate() {
    let folder = folder();
    folder.run("generate spec --out kennel --runtime 0.1").expect(0);
    for path in ["Cargo.toml", "src/lib.rs", "src/client.rs", "src/v1.rs", "src/v1/pets.rs"] {
        assert!(folder.path(&format!("kennel/{path}")).is_file(), "{path}");
    }
}

#[test]
fn a_folder_of_someone_else_is_refused() {
    let folder = folder();
    folder.write("kennel/notes.txt", "Mine.");
    folder.run(LINE).expect(74).complains(&["error: cannot write to ", "kennel: the folder is not empty"]);
    assert_eq!(folder.files("kennel").len(), 1);
    // A user's own file is kept, even in a generated crate.
    fs::remove_file(folder.path("kennel/notes.txt")).unwrap();
    folder.run(LINE).expect(0);
    folder.write("kennel/src/lib.rs", "fn mine() {}");
    folder.run(LINE).expect(74).complains(&["error: cannot replace ", "lib.rs: the file does not begin with"]);
    assert_eq!(folder.read("kennel/src/lib.rs"), "fn mine() {}");
}

#[test]
fn problems_keep_everything_as_it_was() {
    let folder = folder();
    folder.edit("api.yaml", "example: {id: 7, name: Aiko}", "example: {id: 7, nam: Aiko}");
    let warning = ["warning[W0905]: ", "--> api.yaml:", "1 warning; nothing was written\n"];
    folder.run(&format!("{LINE} --deny-warnings")).expect(2).complains(&warning);
    assert!(!folder.path("kennel").exists());
    let ran = folder.run(LINE).expect(0);
    assert!(ran.out.contains(", 1 warning: "), "{}", ran.out);
    folder.edit("api.yaml", "#/components/schemas/Pet", "#/components/schemas/Pat");
    let files = folder.files("kennel");
    folder.run(LINE).expect(2).complains(&["error[E0201]: ", "did you mean `Pet`?", "1 error, 0 warnings"]);
    assert_eq!(folder.files("kennel"), files);
}

#[test]
fn overlays_correct_the_document_in_their_order() {
    let folder = folder();
    let before = folder.read("api.yaml");
    let overlay = |name: &str, actions: &str| {
        folder.write(name, &format!("overlay: 1.0.0\ninfo: {{title: Fixes, version: '1'}}\nactions:\n{actions}"));
    };
    overlay("one.yaml", "  - {target: $.components.schemas, update: {Pet: {properties: {size: {type: number}}}}}\n");
    overlay("two.yaml", "  - {target: $.components.schemas.Pet.properties.size, update: {type: integer}}\n");
    let line = format!("{LINE} --overlay one.yaml --overlay two.yaml");
    folder.run(&line).expect(0);
    let code = folder.files("kennel").into_values().map(|bytes| String::from_utf8(bytes).unwrap()).collect::<String>();
    assert!(code.contains("pub size: Option<i64>"), "{code}");
    assert_eq!(folder.read("api.yaml"), before);
    // In the opposite order, there is nothing to change yet.
    let files = folder.files("kennel");
    let ran = folder.run(&format!("{LINE} --overlay two.yaml --overlay one.yaml"));
    ran.expect(2).complains(&[
        "error[E0701]: nothing matches `$.components.schemas.Pet.properties.size`",
        "--> two.yaml:4:49",
        "`$.components.schemas.Pet.properties` has no `size`",
        "1 error, 0 warnings; nothing was written",
    ]);
    assert_eq!(folder.files("kennel"), files);
    // An error in an inserted part is reported in the overlay.
    overlay("two.yaml", "  - target: $.components.schemas.Pet.properties.size\n    update: {exampel: 7}\n");
    let ran = folder.run(&format!("{line} --deny-warnings"));
    ran.expect(2).complains(&["warning[W0907]: ", "--> two.yaml:5:14", "did you mean `example`?"]);
}

#[test]
fn what_cannot_be_is_said() {
    let folder = folder();
    for (line, code, problem) in [
        ("generate none.yaml --out kennel --runtime 0.1", 74, "error: cannot find the document none.yaml\n"),
        (
            "generate api.yaml --out kennel --overlay none.yaml --runtime 0.1",
            74,
            "error: cannot find the overlay none.yaml\n",
        ),
        ("generate api.yaml --out kennel --runtime nowhere", 64, "error: there is no crate in "),
        ("generate api.yaml --out kennel --name 2 --runtime 0.1", 64, "error: `2`: a package name must begin with"),
        ("generate api.yaml --out 2kennel --runtime 0.1", 64, "choose another with --name NAME\n"),
    ] {
        folder.run(line).expect(code).complains(&[problem]);
    }
    assert!(!folder.path("kennel").exists());
}
