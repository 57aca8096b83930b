//! What `lint` reports about documents, beyond what keeps code from being made of them.
//!
//! `api.yaml`, or a folder of fragments called `spec`, goes in.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Code, Linted, Options, Runtime, generate, lint};

use crate::harness::{self, Produced};

fn document(case: &Path) -> PathBuf {
    let inputs = ["api.yaml", "spec"].map(|name| case.join(name));
    let found = inputs.into_iter().find(|path| path.exists());
    found.unwrap_or_else(|| panic!("{} has neither `api.yaml` nor a folder `spec`", case.display()))
}

fn run(document: &Path, allow: &[&str]) -> Linted {
    lint(&[document.to_owned()], &Options::default(), &allow.iter().map(ToString::to_string).collect::<Vec<_>>())
}

fn report(run: &Linted) -> String {
    crate::report::report(&run.diagnostics, &run.sources)
}

fn codes(run: &Linted) -> Vec<&str> {
    run.diagnostics.iter().map(|problem| problem.code.as_str()).collect()
}

#[test]
fn each_case_says_what_is_expected() {
    harness::check("lint", |case| Produced::text(report(&run(&document(case), &[]))));
}

#[test]
fn each_rule_has_a_case() {
    let expected = |case: &PathBuf| fs::read_to_string(case.join("expected.txt")).unwrap();
    let all: String = harness::all("lint").iter().map(expected).collect();
    let rules = Code::ALL.iter().map(|code| code.as_str()).filter(|code| code.starts_with("W1"));
    let missing: Vec<_> = rules.filter(|code| !all.lines().any(|line| line.starts_with(code))).collect();
    assert!(missing.is_empty(), "no case has {missing:?}");
}

#[test]
fn what_a_fragment_lacks_is_reported_by_both_commands() {
    let spec = document(&harness::folder("lint").join("new_fragment"));
    let said = |diagnostics: &[codegen::Diagnostic]| {
        diagnostics.iter().map(|problem| format!("{} {}", problem.code, problem.message)).collect::<Vec<_>>()
    };
    let generated = generate(std::slice::from_ref(&spec), &Options::modules("zoo", "spec"));
    assert_eq!(said(&generated.diagnostics), said(&run(&spec, &[]).diagnostics));
    assert!(generated.tree.is_some(), "they are warnings");
    // Other documents are not written for this generator.
    let published = document(&harness::folder("lint").join("unlike_the_others"));
    let generated = generate(&[published], &Options::new("zoo", Runtime::Version("0.1".to_owned())));
    assert_eq!(said(&generated.diagnostics), [""; 0]);
}

#[test]
fn each_rule_is_switched_off_by_its_code() {
    for case in harness::all("lint") {
        let (document, case) = (document(&case), case.display());
        let all = run(&document, &[]);
        for code in codes(&all).into_iter().filter(|code| code.starts_with('W')) {
            let rest = run(&document, &[code]);
            let mut expected = codes(&all);
            expected.retain(|other| *other != code);
            assert_eq!(codes(&rest), expected, "{case} without {code}");
        }
    }
}

#[test]
fn switches_of_the_caller_are_checked() {
    let document = document(&harness::folder("lint").join("bodies"));
    let first = |allow: &[&str]| report(&run(&document, allow)).lines().take(2).collect::<Vec<_>>().join("\n");
    for (allow, expected) in [
        ("W1004", "W1101 W1004 is switched off, but is never reported\n  help: remove the switch"),
        ("W104", "W1102 unknown code `W104`\n  help: did you mean `W1004`?"),
        ("unused", "W1102 unknown code `unused`\n  help: write the code of a warning, such as W1004"),
        ("E0201", "W1102 E0201 is an error, which cannot be switched off\n  help: fix the problem that it reports"),
    ] {
        assert_eq!(first(&[allow]), expected, "{allow}");
    }
    assert!(run(&document, &["w1017"]).diagnostics.is_empty(), "codes may be written small");
    // The remark about a needless switch is switched off as any other, and that is of use then.
    assert_eq!(codes(&run(&document, &["W1017", "W1004", "W1101"])), [""; 0]);
    assert_eq!(codes(&run(&document, &["W1017", "W1101"])), ["W1101"]);
}

#[test]
fn switches_change_nothing_that_is_generated() {
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("api.yaml");
    let tree = |text: &str| {
        fs::write(&path, text).unwrap();
        let run = generate(std::slice::from_ref(&path), &Options::new("zoo", Runtime::Version("0.1".to_owned())));
        (run.tree.unwrap(), run.diagnostics.len())
    };
    let text = fs::read_to_string(document(&harness::folder("lint").join("switches"))).unwrap();
    let without = text.lines().filter(|line| !line.trim_start().starts_with("x-lint-allow:"));
    let without: String = without.map(|line| format!("{line}\n")).collect();
    assert!(without.len() < text.len(), "{without}");
    assert_eq!(tree(&text), tree(&without));
}

#[test]
fn the_spec_of_this_workspace_is_clean() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    assert_eq!(report(&run(&spec, &[])), "");
    assert!(generate(&[spec.to_owned()], &Options::modules("zoo", "spec")).diagnostics.is_empty());
}

#[test]
fn what_cannot_be_read_is_reported() {
    assert_eq!(codes(&run(Path::new("nowhere.yaml"), &[])), ["E0001"]);
}
