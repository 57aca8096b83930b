//! The commands of `openapi-client` with this workspace's defaults.

use super::folder::PETS;
use super::support::Workspace;

#[test]
fn the_runtime_of_the_workspace_is_found_from_the_crate() {
    let workspace = Workspace::new();
    workspace.write("codegen/runtime/Cargo.toml", "");
    workspace.run("generate spec --out deep/down/kennel").expect(0);
    let manifest = workspace.read("deep/down/kennel/Cargo.toml");
    assert!(manifest.starts_with("# @generated from ") && manifest.contains("by `cargo xtask generate`"), "{manifest}");
    assert!(manifest.contains("{ path = \"../../../codegen/runtime\", "), "{manifest}");
    workspace.run("generate spec --out kennel --runtime 0.1").expect(0);
    let manifest = workspace.read("kennel/Cargo.toml");
    assert!(manifest.contains("{ version = \"0.1\", "), "{manifest}");
    workspace.remove("codegen/runtime/Cargo.toml");
    workspace.run("generate spec --out other").expect(64).complains(&["error: there is no crate in ", "help: "]);
}

#[test]
fn the_spec_of_the_workspace_is_linted_where_nothing_is_named() {
    let workspace = Workspace::new();
    for folder in ["", "spec/v1", "xtask"] {
        let ran = workspace.run_in(folder, "lint --strict").expect(0);
        assert!(ran.out.starts_with("0 errors, 0 warnings (") && ran.err.is_empty(), "{}\n{}", ran.out, ran.err);
    }
    let unused = "    Unused: {type: string, description: Nothing uses it.}\n";
    workspace.write("spec/v1/pets.yaml", &format!("{PETS}{unused}"));
    workspace.run("lint").expect(0).complains(&["warning[W1004]: ", "--> spec/v1/pets.yaml:39:5"]);
    workspace.run("lint --strict").expect(1);
    workspace.run("lint spec/v1/pets.yaml --allow W1004 --strict").expect(0);
    std::fs::remove_dir_all(workspace.path("spec")).unwrap();
    workspace.run("lint").expect(74).complains(&["error: cannot find the folder ", "help: pass a document\n"]);
}

#[test]
fn problems_are_reported_to_programs_under_the_name_of_this_one() {
    let workspace = Workspace::new();
    workspace.edit("spec/v1/pets.yaml", "{id: 7, name: Aiko}", "{id: 7, name: Aiko, nam: x}");
    for line in ["regen --format", "regen --check --format", "lint --format"] {
        let ran = workspace.run(&format!("{line} sarif")).expect(2);
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(report["runs"][0]["tool"]["driver"]["name"], "cargo xtask");
        assert_eq!(report["runs"][0]["results"][0]["ruleId"], "E0502");
        let ran = workspace.run(&format!("{line} github")).expect(2);
        assert!(ran.out.starts_with("::error file=spec/v1/pets.yaml,line=27,"), "{}", ran.out);
    }
}

#[test]
fn a_code_has_a_page() {
    let workspace = Workspace::new();
    workspace.run("explain e0102").expect(0).says(&["# E0102: "]);
    workspace.run("explain E0000").expect(64).complains(&["error: unknown code `E0000`\n", "help: "]);
}
