//! The cases that code is generated from: which there are, and how each is generated.
//!
//! `golden` compares what comes out with what is expected, and `generated-cases` compiles it.

#![allow(dead_code, reason = "not every user needs all of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Features, Generated, Ledger, Options, Runtime, generate};

/// Files by their path, with `/` between the parts.
pub type Files = BTreeMap<String, String>;

/// The document whose crate has tests of its examples.
const EXAMPLES: &str = "examples";

/// The case whose formats are mapped to types.
const FORMATS: &str = "formats";

/// The case of which only some operations are generated.
const SELECTED: &str = "selected";

/// Returns the names of the cases in a folder: each is a folder itself.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let entries = entries.map(|entry| entry.unwrap()).filter(|entry| entry.path().is_dir());
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Returns all files below a folder.
pub fn files(folder: &Path) -> Files {
    let mut found = BTreeMap::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(current) = todo.pop() {
        for entry in fs::read_dir(&current).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else {
                let parts = path.strip_prefix(folder).unwrap().iter().map(|part| part.to_string_lossy());
                found.insert(parts.collect::<Vec<_>>().join("/"), fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// Writes files below a folder.
pub fn write(folder: &Path, files: &Files) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Generates the modules of a case in `good/`, whose fragments are in `spec/`.
pub fn good(case: &Path, features: bool) -> Generated {
    let mut options = Options::modules("generated-client", "spec");
    options.features = if features { Features::Versions } else { Features::None };
    options.command = "cargo xtask regen".to_owned();
    options.ledger = ledger(&case.join("spec"));
    generate(&[case.join("spec")], &options)
}

/// The ledger of names beside the fragments of a case, if it has one.
pub fn ledger(spec: &Path) -> Option<Ledger> {
    let text = fs::read_to_string(spec.join(codegen::LEDGER)).ok()?;
    Some(Ledger { path: format!("spec/{}", codegen::LEDGER), text })
}

/// Generates the crate of a case in `documents/`: of `api.yaml` or `api.json`, and of the documents beside it whose names
/// begin with `also-`. Overlays are called `overlay…`, and are applied in the order of their names.
pub fn document(case: &Path, features: bool) -> Generated {
    let mut options = Options::new("zoo-client", Runtime::Path("../codegen/runtime".to_owned()));
    options.features = if features { Features::Modules } else { Features::None };
    options.overlays = inputs(case, "overlay");
    if case.ends_with(FORMATS) {
        let types = [("ipv4", "std::net::Ipv4Addr"), ("visits", "core::num::NonZeroU64")];
        options.formats = types.map(|(format, path)| (format.to_owned(), path.to_owned())).into();
    }
    if case.ends_with(SELECTED) {
        options.include.tags = vec!["loans".to_owned()];
        options.include.paths = vec!["/peo*".to_owned()];
        options.include.operations = vec!["GET /books/{id}".to_owned(), "lendAsStaff".to_owned()];
        options.exclude.operations = vec!["deleteLoans".to_owned()];
        options.exclude.paths = vec!["/staff/loans".to_owned()];
    }
    options.example_tests = case.ends_with(EXAMPLES);
    let first = inputs(case, "api.");
    assert!(!first.is_empty(), "{} has neither `api.yaml` nor `api.json`", case.display());
    generate(&[first, inputs(case, "also-")].concat(), &options)
}

fn inputs(case: &Path, prefix: &str) -> Vec<PathBuf> {
    let inputs = fs::read_dir(case).unwrap().map(|entry| entry.unwrap().path());
    let is_input = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix));
    let mut inputs: Vec<_> = inputs.filter(is_input).collect();
    inputs.sort();
    inputs
}
