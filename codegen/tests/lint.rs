//! What is said about documents beyond what keeps code from being made of them.
//!
//! Each folder of `lint/` is a case: `api.yaml`, or a folder of fragments called `spec`, goes in; `expected.txt` has a
//! block for each problem. `UPDATE_CASES=1 cargo test -p codegen --test lint` writes it anew: read it before it is kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test may panic")]

mod support;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use codegen::{Code, Label, Linted, Options, Runtime, Sources, generate, lint};
use similar::TextDiff;
use support::{cases, folder};

fn document(case: &str) -> PathBuf {
    let case = folder("lint").join(case);
    ["api.yaml", "spec"].map(|name| case.join(name)).into_iter().find(|path| path.exists()).unwrap()
}

fn run(document: &Path, allow: &[&str]) -> Linted {
    lint(&[document.to_owned()], &allow.iter().map(ToString::to_string).collect::<Vec<_>>())
}

/// The problems of a run, a block for each.
fn report(run: &Linted) -> String {
    let mut text = String::new();
    for problem in &run.diagnostics {
        let place = problem.primary.as_ref().map(|label| format!(" {}", place(label, &run.sources)));
        writeln!(text, "{}{} {}", problem.code, place.unwrap_or_default(), problem.message).unwrap();
        for label in &problem.secondary {
            writeln!(text, "  also {} {}", self::place(label, &run.sources), label.text).unwrap();
        }
        if let Some(help) = &problem.help {
            writeln!(text, "  help: {help}").unwrap();
        }
    }
    text
}

fn place(label: &Label, sources: &Sources) -> String {
    let file = sources.file(label.place.file).unwrap();
    let (line, column) = file.line_column(label.place.span.start);
    format!("{}:{line}:{column}", file.path)
}

fn codes(run: &Linted) -> Vec<&str> {
    run.diagnostics.iter().map(|problem| problem.code.as_str()).collect()
}

#[test]
fn each_case_says_what_is_expected() {
    let mut differences = String::new();
    for case in cases("lint") {
        let (new, path) = (report(&run(&document(&case), &[])), folder("lint").join(&case).join("expected.txt"));
        if env::var_os("UPDATE_CASES").is_some() {
            fs::write(path, new).unwrap();
            continue;
        }
        let old = fs::read_to_string(&path).unwrap_or_default();
        let diff = TextDiff::from_lines(&old, &new);
        if old != new {
            let diff = diff.unified_diff().header("expected", "reported").to_string();
            writeln!(differences, "{case}\n{diff}").unwrap();
        }
    }
    assert!(differences.is_empty(), "{differences}\nif that is what you want: UPDATE_CASES=1");
}

#[test]
fn each_rule_has_a_case() {
    let expected = |case: &String| fs::read_to_string(folder("lint").join(case).join("expected.txt")).unwrap();
    let all: String = cases("lint").iter().map(expected).collect();
    let rules = Code::ALL.iter().map(|code| code.as_str()).filter(|code| code.starts_with("W1"));
    let missing: Vec<_> = rules.filter(|code| !all.lines().any(|line| line.starts_with(code))).collect();
    assert!(missing.is_empty(), "no case has {missing:?}");
}

#[test]
fn each_rule_is_switched_off_by_its_code() {
    for case in cases("lint") {
        let document = document(&case);
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
    let document = document("bodies");
    let first = |allow: &[&str]| report(&run(&document, allow)).lines().take(2).collect::<Vec<_>>().join("\n");
    for (allow, expected) in [
        ("W1004", "W1101 W1004 is switched off, and nothing is told of it\n  help: take the switch out"),
        ("W104", "W1102 there is no code `W104`\n  help: did you mean `W1004`?"),
        ("unused", "W1102 there is no code `unused`\n  help: write the code that a warning has, such as W1004"),
        ("E0201", "W1102 E0201 is an error, which no switch hides\n  help: mend what it is about"),
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
    let text = fs::read_to_string(document("switches")).unwrap();
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
