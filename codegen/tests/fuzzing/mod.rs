//! What the fuzzer has in common with the tests of every run: damaged documents, and what must hold of the answers.

#![allow(dead_code, reason = "no test uses all of it")]

mod damage;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use codegen::{Code, Generated, Label, Ledger, Options, Runtime, Severity, generate_from, lint_from};

#[allow(unused_imports, reason = "no test uses all of it")]
pub use damage::{damage, documents};

/// Begins a line with the name of a further file, which the document may refer to.
const FILE_MARK: &[u8] = b"#### ";

/// The file that corrects the document, if there is one of this name.
const OVERLAY: &str = "overlay.yaml";

/// Nodes looked at for each byte, with much to spare: a rule that looks at all nodes for each of them exceeds it.
const VISITS_PER_BYTE: u64 = 400;

/// What even the smallest document costs.
const VISITS: u64 = 20_000;

/// Generates a crate, and panics where the answer is none that may be given. Says whether there is a crate.
pub fn check(input: &[u8]) -> bool {
    let run = generate(input, None);
    assert!(run.diagnostics.iter().all(|problem| problem.code != Code::Internal), "{:?}", run.diagnostics);
    let most = VISITS + VISITS_PER_BYTE * input.len() as u64;
    assert!(run.sources.visits() <= most, "{} visits for {} bytes", run.sources.visits(), input.len());
    check_places(&run);
    check_lint(input, &run);
    let fails = run.diagnostics.iter().any(|problem| problem.severity() == Severity::Error);
    assert_eq!(run.tree.is_none(), fails, "there is a crate, or an error: {:?}", run.diagnostics);
    let Some(tree) = run.tree else { return false };
    for (path, text) in tree.files.iter().filter(|(path, _)| path.ends_with(".rs")) {
        assert!(syn::parse_file(text).is_ok(), "{path} is no Rust:\n{text}");
        // What syn lets pass and rustc does not.
        let refused = [
            '\r', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
            '\u{2069}',
        ];
        assert!(!text.contains(refused), "{path} has characters that rustc refuses:\n{text:?}");
    }
    // Another time, not all is at the same address; and every item has the name of the ledger.
    let ledger = run.ledger.map(|text| Ledger { path: "names.lock".to_owned(), text });
    let again = generate(input, ledger);
    assert!(again.tree.as_ref() == Some(&tree), "another run has another result: {:?}", again.diagnostics);
    true
}

fn generate(input: &[u8], ledger: Option<Ledger>) -> Generated {
    let files = files(input);
    let mut options = Options::new("zoo", Runtime::Version("0.1".to_owned()));
    options.overlays = files.keys().filter(|path| path.as_path() == Path::new(OVERLAY)).cloned().collect();
    options.example_tests = true;
    options.ledger = ledger;
    generate_from(&files, &[PathBuf::from("api.yaml")], &options)
}

/// `lint` says all that generating does, but where an overlay has changed the document.
fn check_lint(input: &[u8], run: &Generated) {
    let files = files(input);
    if files.contains_key(Path::new(OVERLAY)) {
        return;
    }
    let linted = lint_from(&files, &[PathBuf::from("api.yaml")], &Options::default(), &[]);
    // Without tests nobody asks what they lack.
    let said = run.diagnostics.iter().filter(|problem| problem.code != Code::Untested);
    let unsaid: Vec<_> = said.filter(|problem| !linted.diagnostics.contains(problem)).collect();
    assert!(unsaid.is_empty(), "lint passes over {unsaid:?}");
}

fn files(input: &[u8]) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::from([(PathBuf::from("api.yaml"), Vec::new())]);
    let mut current = PathBuf::from("api.yaml");
    for line in input.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_prefix(FILE_MARK) {
            Some(name) => current = PathBuf::from(String::from_utf8_lossy(name.trim_ascii()).into_owned()),
            None => files.entry(current.clone()).or_default().extend_from_slice(line),
        }
    }
    files
}

/// Problems stand in source order, and each place lies inside of its file.
fn check_places(run: &Generated) {
    let order = |label: &Option<Label>| label.as_ref().map(|label| (label.location.file, label.location.span.start));
    assert!(run.diagnostics.is_sorted_by_key(|problem| order(&problem.primary)), "{:?}", run.diagnostics);
    for label in run.diagnostics.iter().flat_map(|problem| problem.primary.iter().chain(&problem.secondary)) {
        let file = run.sources.file(label.location.file).expect("a file of the run");
        let inside = file.text.get(label.location.span.clone());
        assert!(inside.is_some(), "{:?} of {} bytes: {:?}", label.location, file.text.len(), run.diagnostics);
    }
}
