//! Documents by themselves, and exactly the crate that is made of each, or what is said about it.
//!
//! Each folder of `documents/` is a case: `api.yaml` or `api.json` goes in, with the files that it refers to; `expected/`
//! comes out, and `expected.txt` has a line for each problem. `UPDATE_CASES=1 cargo test -p codegen --test documents`
//! writes both anew: read them before they are kept. `good.rs` compiles all of it: a new case is added there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use codegen::{Generated, PackageOptions, Runtime, generate_package};
use similar::TextDiff;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents")
}

fn cases() -> Vec<String> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = entries.collect();
    names.sort();
    names
}

fn run(case: &Path) -> Generated {
    let document = ["api.yaml", "api.json"].map(|name| case.join(name)).into_iter().find(|path| path.exists());
    let options = PackageOptions::new("zoo-client", Runtime::Path("../generated-client".to_owned()));
    generate_package(&[document.unwrap()], &options)
}

/// The problems of a run, a line for each.
fn report(run: &Generated) -> String {
    let line = |problem: &codegen::Diagnostic| {
        let place = problem.primary.as_ref().map(|label| {
            let file = run.sources.file(label.place.file).unwrap();
            let (line, column) = file.line_column(label.place.span.start);
            format!(" {}:{line}:{column}", file.path)
        });
        let help = problem.help.as_ref().map(|help| format!("; {help}"));
        format!("{}{} {}{}\n", problem.code, place.unwrap_or_default(), problem.message, help.unwrap_or_default())
    };
    run.diagnostics.iter().map(line).collect()
}

/// All files below a folder, by their path with `/` between the parts.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(current) = todo.pop() {
        for entry in fs::read_dir(&current).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else {
                let parts: Vec<_> =
                    path.strip_prefix(folder).unwrap().iter().map(|part| part.to_string_lossy()).collect();
                found.insert(parts.join("/"), fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn each_case_becomes_what_is_expected() {
    let mut differences = String::new();
    for case in cases() {
        let case = folder().join(case);
        let run = run(&case);
        let mut new = run.tree.as_ref().map_or_else(BTreeMap::new, |tree| tree.files.clone());
        new.insert("expected.txt".to_owned(), report(&run));
        let (expected, problems) = (case.join("expected"), case.join("expected.txt"));
        if env::var_os("UPDATE_CASES").is_some() {
            let _ = fs::remove_dir_all(&expected);
            for (path, text) in &new {
                let path = if path == "expected.txt" { problems.clone() } else { expected.join(path) };
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            continue;
        }
        let mut old = files(&expected);
        old.insert("expected.txt".to_owned(), fs::read_to_string(&problems).unwrap_or_default());
        for path in old.keys().chain(new.keys()).collect::<std::collections::BTreeSet<_>>() {
            let text = |files: &BTreeMap<String, String>| files.get(path).cloned().unwrap_or_default();
            let (old, new) = (text(&old), text(&new));
            if old != new {
                let diff = TextDiff::from_lines(&old, &new);
                let diff = diff.unified_diff().header("expected", "generated").to_string();
                writeln!(differences, "{} {path}\n{diff}", case.display()).unwrap();
            }
        }
    }
    assert!(differences.is_empty(), "{differences}\nif that is what you want: UPDATE_CASES=1");
}

#[test]
fn the_folder_changes_nothing() {
    let case = folder().join("tags");
    let elsewhere = tempfile::tempdir().unwrap();
    for (path, text) in files(&case).iter().filter(|(path, _)| !path.starts_with("expected")) {
        let to = elsewhere.path().join("deep/down").join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, text).unwrap();
    }
    assert_eq!(run(&elsewhere.path().join("deep/down")).tree, run(&case).tree);
}

#[test]
fn names_of_packages() {
    let problem = |name: &str| PackageOptions::new(name, Runtime::Version("0.1".to_owned())).name_problem();
    for name in ["zoo", "zoo-client", "z2_x"] {
        assert_eq!(problem(name), None, "{name}");
    }
    for (name, why) in [("", "letter"), ("2zoo", "letter"), ("zoo/x", "alone"), ("zöö", "alone"), ("type", "keyword")]
    {
        assert!(problem(name).is_some_and(|problem| problem.contains(why)), "{name}");
    }
}
