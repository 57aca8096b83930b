//! `lint`: its findings, and the exit codes.

use serde_json::Value;

use crate::support::{Folder, PETS};

/// One warning: nothing uses the component.
const UNUSED: &str = "    Unused: {type: string, description: Nothing uses it.}\n";

fn folder(more: &str) -> Folder {
    let folder = Folder::with_spec();
    folder.write("spec/v1/pets.yaml", &format!("{PETS}{more}"));
    folder
}

#[test]
fn warnings_fail_if_they_are_to() {
    let folder = folder(UNUSED);
    for (line, code) in [("lint spec", 0), ("lint spec --strict", 1), ("lint --strict ./spec", 1)] {
        let ran = folder.run(line).expect(code);
        assert!(ran.out.starts_with("0 errors, 1 warning ("), "{line}: {}", ran.out);
        assert!(ran.err.contains("warning[W1004]: no operation uses `Unused` in `schemas`"), "{line}: {}", ran.err);
        assert!(ran.err.contains("--> spec/v1/pets.yaml:39:5"), "{line}: {}", ran.err);
    }
}

#[test]
fn errors_fail_and_are_reported_beside_warnings() {
    let folder = folder(UNUSED);
    folder.edit("spec/v1/pets.yaml", "required: [id, name]", "required: [id, nam]");
    let ran = folder.run("lint spec").expect(2);
    assert!(ran.out.starts_with("1 error, 1 warning ("), "{}", ran.out);
    let error = ran.err.find("error[E0501]").unwrap();
    assert!(error < ran.err.find("warning[W1004]").unwrap(), "in source order:\n{}", ran.err);
    // Nothing is generated.
    assert_eq!(folder.files("").len(), 2);
}

#[test]
fn rules_are_switched_off() {
    let folder = folder(UNUSED);
    folder.run("lint spec --strict --allow W1004").expect(0);
    folder.run("lint spec --strict --allow W1004 --allow W1101 --allow W1005").expect(0);
    let ran = folder.run("lint spec --strict --allow W1004 --allow W1005").expect(1);
    assert!(ran.err.contains("warning[W1101]: W1005 is switched off, but is never reported"), "{}", ran.err);
    let ran = folder.run("lint spec --allow W104").expect(0);
    assert!(ran.err.contains("warning[W1102]: unknown code `W104`"), "{}", ran.err);
    assert!(ran.err.contains("did you mean `W1004`?"), "{}", ran.err);
    folder.edit("spec/v1/pets.yaml", "Unused: {", "Unused: {x-lint-allow: [W1004], ");
    folder.run("lint spec --strict").expect(0);
}

#[test]
fn programs_are_told_on_stdout() {
    let folder = folder(UNUSED);
    let ran = folder.run("lint spec --strict --format json").expect(1);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["diagnostics"][0]["code"], "W1004");
    assert!(ran.err.starts_with("0 errors, 1 warning ("), "{}", ran.err);
    let ran = folder.run("lint spec --format github").expect(0);
    assert!(ran.out.starts_with("::warning file=spec/v1/pets.yaml,line=39,"), "{}", ran.out);
    let sarif: Value = serde_json::from_str(&folder.run("lint spec --format sarif").expect(0).out).unwrap();
    let rules = &sarif["runs"][0]["tool"]["driver"]["rules"];
    assert_eq!(rules[0]["shortDescription"]["text"], "No operation uses a component");
}

#[test]
fn documents_of_others_are_read_as_generate_reads_them() {
    let folder = folder("");
    folder
        .write("api.yaml", "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\npaths: {/a: {get: {responses: {'204': {description: Done.}}}}}\n");
    folder.write("docs/b.json", r#"{"openapi": "3.0.3", "info": {"title": "Zoo", "version": "1"}, "paths": {}}"#);
    let ran = folder.run("lint api.yaml docs/b.json").expect(0);
    assert!(ran.err.contains("--> api.yaml:3:") && ran.err.contains("warning[W1009]"), "{}", ran.err);
    // Files are named relative to the current folder.
    folder.write("spec/v1/pets.yaml", &format!("{PETS}{UNUSED}"));
    let ran = folder.run_in("spec", "lint .").expect(0);
    assert!(ran.err.contains("--> v1/pets.yaml:39:5"), "{}", ran.err);
}

#[test]
fn what_is_not_there_cannot_be_read() {
    let folder = folder("");
    folder.run("lint nowhere.yaml").expect(74).complains(&["error: cannot find the document nowhere.yaml\n"]);
    let ran = folder.run("lint spec spec/v1/pets.yaml").expect(74);
    assert!(ran.err.contains("spec is a folder") && ran.err.contains("as the only argument"), "{}", ran.err);
}
