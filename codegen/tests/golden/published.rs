//! Documents that were published, which are not part of this repository: each has to become a crate, and what is wrong
//! with it is listed in `published.txt`.
//!
//! `API_EVIDENCE=… UPDATE_CASES=1 cargo test --workspace --test golden published -- --ignored` writes the list anew: read
//! it before it is kept. That the crates compile is checked by the gate.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use codegen::{Code, Generated, Options, Runtime, generate};

use crate::harness::check_text;

fn documents() -> Vec<PathBuf> {
    let folder = PathBuf::from(env::var_os("API_EVIDENCE").expect("API_EVIDENCE names the folder of the evidence"));
    let mut paths: Vec<_> = fs::read_dir(folder.join("corpus")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml"));
    paths.sort();
    paths
}

fn run(document: &Path) -> Generated {
    let mut options = Options::new("published", Runtime::Version("0.1".to_owned()));
    options.example_tests = true;
    generate(&[document.to_owned()], &options)
}

/// A line for each warning, below one for the document.
fn report(document: &Path, run: &Generated) -> String {
    let name = document.file_name().unwrap().to_string_lossy();
    let (operations, types) = (run.summary.operations, run.summary.types);
    let mut text = format!("{name}: {operations} operations, {types} types\n");
    for problem in &run.diagnostics {
        let place = problem.primary.as_ref().map(|label| {
            let (line, column) = run.sources.file(label.location.file).unwrap().line_column(label.location.span.start);
            format!("{line}:{column} ")
        });
        writeln!(text, "  {} {}{}", problem.code, place.unwrap_or_default(), problem.message).unwrap();
    }
    text
}

/// How many operations serde_yaml sees.
fn count(document: &Path) -> usize {
    let document: serde_yaml::Value = serde_yaml::from_str(&fs::read_to_string(document).unwrap()).unwrap();
    let methods = ["get", "put", "post", "delete", "options", "head", "patch"];
    let paths = document["paths"].as_mapping().unwrap().values();
    paths.map(|path| methods.iter().filter(|method| path.get(**method).is_some()).count()).sum()
}

#[test]
#[ignore = "needs API_EVIDENCE"]
fn each_becomes_a_crate_with_all_its_operations() {
    let mut new = String::new();
    for document in documents() {
        let run = run(&document);
        let text = report(&document, &run);
        assert!(run.tree.is_some(), "{text}");
        let is_lost = |message: &str| message.ends_with(": the operation is left out");
        let lost = run.diagnostics.iter().filter(|problem| problem.code == Code::LeftOut && is_lost(&problem.message));
        assert_eq!(run.summary.operations + lost.count(), count(&document), "{text}");
        assert_eq!(run.tree, self::run(&document).tree, "twice the same: {}", document.display());
        new.push_str(&text);
    }
    assert!(!new.is_empty(), "there are no documents");
    let command = "API_EVIDENCE=… UPDATE_CASES=1 cargo test --workspace --test golden published -- --ignored";
    check_text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/published.txt"), &new, command);
}
