//! Fragments that are bad, and exactly what is reported about them.
//!
//! A folder `v1` without `api.yaml` gets `API`, so that each case shows only what matters; any other folder gets nothing.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Code, Generated, Options, Severity, generate};

use crate::cases;
use crate::harness::{self, Produced};
use crate::report::report;

/// The `v1/api.yaml` of a case that has none.
const API: &str = "\
openapi: 3.0.3
info: {title: Zoo, version: '1', description: All of the zoo.}
servers: [{url: 'https://zoo.example'}]
paths: {}
";

fn run(case: &Path) -> Generated {
    let spec = tempfile::tempdir().unwrap();
    cases::write(spec.path(), &harness::inputs(case));
    let api = spec.path().join("v1/api.yaml");
    if spec.path().join("v1").exists() && !api.exists() {
        fs::write(api, API).unwrap();
    }
    let mut options = Options::modules("zoo", "spec");
    options.ledger = cases::ledger(spec.path());
    generate(&[spec.path().to_owned()], &options)
}

#[test]
fn each_case_says_what_is_expected() {
    harness::check("bad", |case| {
        let run = run(case);
        Produced::text(report(&run.diagnostics, &run.sources))
    });
}

#[test]
fn each_code_occurs() {
    let expected = |case: &PathBuf| fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
    let all: String = harness::all("bad").iter().map(expected).collect();
    let occurs = |code: &Code| all.lines().any(|line| line.split(' ').next() == Some(code.as_str()));
    // The last ones are about documents by themselves, and overlays of these: `documents.rs`. What only `lint` says has a
    // test of its own.
    let published = [
        Code::SuspiciousExtension,
        Code::WrongExample,
        Code::LeftOut,
        Code::Unused,
        Code::Renamed,
        Code::Untested,
        Code::Assumed,
        Code::Undecoded,
        Code::Unpaged,
    ];
    let overlays = [Code::UnmatchedTarget, Code::BadTarget, Code::BadUpdate];
    // About options: the tests of the command line.
    let options = [Code::UnmatchedSelection];
    let elsewhere = [&[Code::Unreadable, Code::Internal], &published[..], &overlays[..], &options[..]].concat();
    let is_of_lint = |code: &&Code| code.as_str().starts_with("W1");
    let codes = Code::ALL.iter().filter(|code| !elsewhere.contains(code) && !is_of_lint(code));
    let missing: Vec<_> = codes.filter(|code| !occurs(code)).collect();
    assert!(missing.is_empty(), "no case has {missing:?}");
}

#[test]
fn there_is_a_tree_exactly_when_there_is_no_error() {
    for case in harness::all("bad") {
        let (run, case) = (run(&case), case.display());
        let errors = run.diagnostics.iter().filter(|problem| problem.severity() == Severity::Error).count();
        assert!(!run.diagnostics.is_empty(), "{case}: nothing is reported");
        assert_eq!(run.tree.is_some(), errors == 0, "{case}: {errors} errors");
    }
}
