//! `cargo xtask lint`: what a reviewer would say, and how it ends.

use serde_json::Value;

use crate::support::{PETS, Workspace};

/// One warning: nothing uses the component.
const UNUSED: &str = "    Unused: {type: string, description: Nothing uses it.}\n";

fn workspace(more: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.write("spec/v1/pets.yaml", &format!("{PETS}{more}"));
    workspace
}

#[test]
fn the_spec_of_the_workspace_is_read_where_none_is_named() {
    let workspace = workspace("");
    for folder in ["", "spec/v1", "xtask"] {
        let ran = workspace.run_in(folder, "lint --strict").expect(0);
        assert!(ran.out.starts_with("0 errors, 0 warnings (") && ran.err.is_empty(), "{}\n{}", ran.out, ran.err);
    }
}

#[test]
fn warnings_fail_if_they_are_to() {
    let workspace = workspace(UNUSED);
    for (line, code) in [("lint", 0), ("lint --strict", 1), ("lint spec", 0), ("lint spec --strict", 1)] {
        let ran = workspace.run(line).expect(code);
        assert!(ran.out.starts_with("0 errors, 1 warning ("), "{line}: {}", ran.out);
        assert!(ran.err.contains("warning[W1004]: no operation uses `Unused` of `schemas`"), "{line}: {}", ran.err);
        assert!(ran.err.contains("--> spec/v1/pets.yaml:39:5"), "{line}: {}", ran.err);
    }
}

#[test]
fn errors_fail_and_are_reported_beside_warnings() {
    let workspace = workspace(UNUSED);
    workspace.edit("spec/v1/pets.yaml", "required: [id, name]", "required: [id, nam]");
    let ran = workspace.run("lint").expect(2);
    assert!(ran.out.starts_with("1 error, 1 warning ("), "{}", ran.out);
    let error = ran.err.find("error[E0501]").unwrap();
    assert!(error < ran.err.find("warning[W1004]").unwrap(), "in source order:\n{}", ran.err);
    // Nothing is generated.
    assert!(!workspace.path("generated-client").exists());
}

#[test]
fn rules_are_switched_off() {
    let workspace = workspace(UNUSED);
    workspace.run("lint --strict --allow W1004").expect(0);
    workspace.run("lint --strict --allow W1004 --allow W1101 --allow W1005").expect(0);
    let ran = workspace.run("lint --strict --allow W1004 --allow W1005").expect(1);
    assert!(ran.err.contains("warning[W1101]: W1005 is switched off, and nothing is told of it"), "{}", ran.err);
    let ran = workspace.run("lint --allow W104").expect(0);
    assert!(ran.err.contains("warning[W1102]: there is no code `W104`"), "{}", ran.err);
    assert!(ran.err.contains("did you mean `W1004`?"), "{}", ran.err);
    workspace.edit("spec/v1/pets.yaml", "Unused: {", "Unused: {x-lint-allow: [W1004], ");
    workspace.run("lint --strict").expect(0);
    workspace.run("regen").expect(0);
}

#[test]
fn programs_are_told_on_stdout() {
    let workspace = workspace(UNUSED);
    let ran = workspace.run("lint --strict --format json").expect(1);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["diagnostics"][0]["code"], "W1004");
    assert!(ran.err.starts_with("0 errors, 1 warning ("), "{}", ran.err);
    let ran = workspace.run("lint --format github").expect(0);
    assert!(ran.out.starts_with("::warning file=spec/v1/pets.yaml,line=39,"), "{}", ran.out);
    let sarif: Value = serde_json::from_str(&workspace.run("lint --format sarif").expect(0).out).unwrap();
    let rules = &sarif["runs"][0]["tool"]["driver"]["rules"];
    assert_eq!(rules[0]["shortDescription"]["text"], "No operation uses a component");
}

#[test]
fn documents_of_others_are_read_as_generate_reads_them() {
    let workspace = workspace("");
    workspace
        .write("api.yaml", "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\npaths: {/a: {get: {responses: {'204': {description: Done.}}}}}\n");
    workspace.write("docs/b.json", r#"{"openapi": "3.0.3", "info": {"title": "Zoo", "version": "1"}, "paths": {}}"#);
    let ran = workspace.run("lint api.yaml docs/b.json").expect(0);
    assert!(ran.err.contains("--> api.yaml:3:") && ran.err.contains("warning[W1009]"), "{}", ran.err);
    // Files are called as they are reached from where somebody stands.
    workspace.write("spec/v1/pets.yaml", &format!("{PETS}{UNUSED}"));
    let ran = workspace.run_in("spec", "lint .").expect(0);
    assert!(ran.err.contains("--> v1/pets.yaml:39:5"), "{}", ran.err);
}

#[test]
fn what_is_not_there_cannot_be_read() {
    let workspace = workspace("");
    workspace.run("lint nowhere.yaml").expect(74).complains(&["error: there is no document nowhere.yaml\n"]);
    let ran = workspace.run("lint spec spec/v1/pets.yaml").expect(74);
    assert!(ran.err.contains("spec is a folder") && ran.err.contains("name it alone"), "{}", ran.err);
    std::fs::remove_dir_all(workspace.path("spec")).unwrap();
    let ran = workspace.run("lint").expect(74);
    assert!(ran.err.contains("there is no folder ") && ran.err.contains("help: name a document"), "{}", ran.err);
}
