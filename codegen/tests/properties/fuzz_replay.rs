//! The fuzzer's corpus, and whatever it found, once more: with a stable toolchain, and in every run.

use std::fs;
use std::panic;
use std::path::Path;

use crate::fuzzing;

/// Checks all files of a folder; says how many there are.
fn replay(folder: &Path) -> usize {
    let mut inputs: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    for input in &inputs {
        let bytes = fs::read(input).unwrap();
        assert!(panic::catch_unwind(|| fuzzing::check(&bytes)).is_ok(), "{} has no good end", input.display());
    }
    inputs.len()
}

#[test]
fn the_corpus_has_good_ends() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
    for target in ["bytes", "documents"] {
        assert!(replay(&corpus.join(target)) > 0, "{target} has no corpus");
    }
}

#[test]
fn what_was_found_has_good_ends() {
    replay(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzzing/findings"));
}

#[test]
fn documents_without_damage_have_good_ends() {
    for document in fuzzing::documents() {
        fuzzing::check(document.as_bytes());
    }
}
