//! Documents that are bad, and exactly what is said about them.
//!
//! Each folder of `bad/` is a case: the folders of a spec, and `expected.txt` with a block for each problem. A folder
//! `v1` without `api.yaml` gets `API`, so that each case shows only what matters; any other folder gets nothing.
//! `UPDATE_CASES=1 cargo test -p codegen --test bad` writes each `expected.txt` anew: read it before it is kept.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use codegen::{Code, Diagnostic, Generated, Label, Options, Severity, Sources, generate};
use similar::TextDiff;

/// The `v1/api.yaml` of a case that has none.
const API: &str = "\
openapi: 3.0.3
info: {title: Zoo, version: '1', description: All of the zoo.}
servers: [{url: 'https://zoo.example'}]
paths: {}
";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

/// The names of the cases.
fn cases() -> Vec<String> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = entries.collect();
    names.sort();
    names
}

fn run(case: &str) -> Generated {
    let spec = tempfile::tempdir().unwrap();
    copy(&folder().join(case), spec.path());
    let api = spec.path().join("v1/api.yaml");
    if spec.path().join("v1").exists() && !api.exists() {
        fs::write(api, API).unwrap();
    }
    generate(&[spec.path().to_owned()], &Options::modules("zoo", "spec"))
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let (entry, to) = entry.map(|entry| (entry.path(), to.join(entry.file_name()))).unwrap();
        if entry.is_dir() {
            fs::create_dir(&to).unwrap();
            copy(&entry, &to);
        } else {
            fs::copy(&entry, &to).unwrap();
        }
    }
}

/// The problems of a run, a block for each.
fn report(run: &Generated) -> String {
    run.diagnostics.iter().map(|problem| block(problem, &run.sources)).collect::<Vec<_>>().join("\n")
}

fn block(problem: &Diagnostic, sources: &Sources) -> String {
    let mut text = problem.code.to_string();
    if let Some(label) = &problem.primary {
        write!(text, " {}", place(label, sources)).unwrap();
    }
    writeln!(text, " {}", problem.message).unwrap();
    if let Some(label) = problem.primary.as_ref().filter(|label| !label.text.is_empty()) {
        writeln!(text, "  here {}", label.text).unwrap();
    }
    for label in &problem.secondary {
        writeln!(text, "  also {} {}", place(label, sources), label.text).unwrap();
    }
    if let Some(help) = &problem.help {
        writeln!(text, "  help: {help}").unwrap();
    }
    text
}

fn place(label: &Label, sources: &Sources) -> String {
    let file = sources.file(label.place.file).unwrap();
    let (line, column) = file.line_column(label.place.span.start);
    format!("{}:{line}:{column}", file.path)
}

#[test]
fn each_case_says_what_is_expected() {
    let mut differences = String::new();
    for case in cases() {
        let (new, path) = (report(&run(&case)), folder().join(&case).join("expected.txt"));
        if env::var_os("UPDATE_CASES").is_some() {
            fs::write(path, new).unwrap();
            continue;
        }
        let old = fs::read_to_string(&path).unwrap_or_default();
        if old != new {
            let diff = TextDiff::from_lines(&old, &new);
            let diff = diff.unified_diff().header("expected", "reported").to_string();
            writeln!(differences, "{case}\n{diff}").unwrap();
        }
    }
    assert!(differences.is_empty(), "{differences}\nif that is what you want: UPDATE_CASES=1");
}

#[test]
fn each_code_occurs() {
    let expected = |case: &String| fs::read_to_string(folder().join(case).join("expected.txt")).unwrap_or_default();
    let all: String = cases().iter().map(expected).collect();
    let occurs = |code: &Code| all.lines().any(|line| line.split(' ').next() == Some(code.as_str()));
    // The last ones are about documents by themselves, and overlays of these: `documents.rs`. What only `lint` says has a
    // test of its own.
    let published = [Code::WrongExample, Code::LeftOut, Code::Unused, Code::Renamed, Code::Untested, Code::Assumed];
    let overlays = [Code::UnmatchedTarget, Code::BadTarget, Code::BadUpdate];
    let elsewhere = [&[Code::Unreadable, Code::Internal], &published[..], &overlays[..]].concat();
    let is_of_lint = |code: &&Code| code.as_str().starts_with("W1");
    let codes = Code::ALL.iter().filter(|code| !elsewhere.contains(code) && !is_of_lint(code));
    let missing: Vec<_> = codes.filter(|code| !occurs(code)).collect();
    assert!(missing.is_empty(), "no case has {missing:?}");
}

#[test]
fn there_is_a_tree_exactly_when_there_is_no_error() {
    for case in cases() {
        let run = run(&case);
        let errors = run.diagnostics.iter().filter(|problem| problem.severity() == Severity::Error).count();
        assert!(!run.diagnostics.is_empty(), "{case}: nothing is reported");
        assert_eq!(run.tree.is_some(), errors == 0, "{case}: {errors} errors");
    }
}
