//! Documents with random damage: whatever comes of it, it is an answer. No panic, no endless run, and never a mistake of
//! the generator's own (`E9999`).
//!
//! `MUTATIONS=100000 cargo test --release -p codegen --test mutations` for more than the few of every run;
//! `MUTATIONS_SEED=7` begins elsewhere. A failure names the seed of its document.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, panic};

use codegen::{Code, PackageOptions, Runtime, generate_package, lint};

const FEW: u64 = 2_000;

/// Far more than any of these documents takes in a debug build.
const PATIENCE: Duration = Duration::from_secs(20);

/// Words that mean something to the generator, to be put where they do not belong.
const WORDS: &[&str] = &[
    "$ref",
    "'#/components/schemas/Hours'",
    "'#'",
    "'#/paths'",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "items",
    "type",
    "object",
    "array",
    "string",
    "'null'",
    "null",
    "[]",
    "{}",
    "[null]",
    "enum",
    "const",
    "required",
    "properties",
    "nullable",
    "true",
    "false",
    "-1",
    "1e400",
    "9223372036854775808",
    "0x1F",
    ".nan",
    "''",
    "'\u{0}'",
    "'\u{202e}'",
    "crate",
    "self",
    "'Self'",
    "'🦊'",
    "&a",
    "*a",
    "!!binary x",
    "---",
    "<<",
    "default",
    "'2XX'",
    "discriminator",
    "additionalProperties",
    "format",
    "\t",
    "\r",
    "'''",
    "|",
    ">",
    "?",
    "- - - -",
    "@",
    "$defs",
    "exclusiveMinimum",
    "x-rust-name",
    "parameters",
    "in",
    "path",
];

/// All documents that lie beside the tests.
fn documents() -> Vec<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut todo: Vec<PathBuf> = ["documents", "good"].map(|folder| tests.join(folder)).into();
    let mut found = Vec::new();
    while let Some(folder) = todo.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml" || ending == "json") {
                found.push(path);
            }
        }
    }
    found.sort();
    found.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The text with a few changes: bytes, words, lines, and parts of itself where they do not belong.
fn damaged(text: &str, random: &mut fastrand::Rng) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..random.usize(1..6) {
        let at = random.usize(..=bytes.len());
        match random.u8(0..7) {
            0 => bytes.insert(at, random.u8(..)),
            1 => drop(bytes.drain(part(at, 8, &bytes, random))),
            2 => drop(bytes.splice(word_at(at, &bytes), random.choice(WORDS).unwrap().bytes())),
            3 => drop(bytes.splice(at..at, random.choice(WORDS).unwrap().bytes())),
            4 => drop(bytes.drain(line_at(at, &bytes))),
            5 => {
                let line = bytes[line_at(at, &bytes)].to_vec();
                let to = line_at(random.usize(..=bytes.len()), &bytes).start;
                drop(bytes.splice(to..to, line));
            }
            _ => {
                let copy = bytes[part(at, 200, &bytes, random)].to_vec();
                let to = random.usize(..=bytes.len());
                drop(bytes.splice(to..to, copy));
            }
        }
    }
    bytes
}

fn part(at: usize, most: usize, bytes: &[u8], random: &mut fastrand::Rng) -> Range<usize> {
    at..(at + random.usize(..most)).min(bytes.len())
}

fn line_at(at: usize, bytes: &[u8]) -> Range<usize> {
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |before| before + 1);
    let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| at + end + 1);
    start..end
}

fn word_at(at: usize, bytes: &[u8]) -> Range<usize> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let start = bytes[..at].iter().rposition(|byte| !is_part(byte)).map_or(0, |before| before + 1);
    let end = bytes[at..].iter().position(|byte| !is_part(byte)).map_or(bytes.len(), |end| at + end);
    start..end
}

#[test]
fn damage_is_told_of_and_does_none() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let (count, first) = (number("MUTATIONS").unwrap_or(FEW), number("MUTATIONS_SEED").unwrap_or(0));
    let documents = documents();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("api.yaml");
    let options = PackageOptions::new("zoo", Runtime::Version("0.1".to_owned()));
    for seed in first..first + count {
        let mut random = fastrand::Rng::with_seed(seed);
        let bytes = damaged(random.choice(&documents).unwrap(), &mut random);
        fs::write(&path, &bytes).unwrap();
        let begin = Instant::now();
        let paths = std::slice::from_ref(&path);
        let run = panic::catch_unwind(|| (generate_package(paths, &options), lint(paths, &[])));
        let text = String::from_utf8_lossy(&bytes);
        let Ok((run, linted)) = run else { panic!("seed {seed} panics:\n{text}") };
        assert!(begin.elapsed() < PATIENCE, "seed {seed} takes {:?}:\n{text}", begin.elapsed());
        let own = run.diagnostics.iter().find(|problem| problem.code == Code::Internal);
        assert!(own.is_none(), "seed {seed}: {own:?}\n{text}");
        let unsaid = run.diagnostics.iter().find(|problem| !linted.diagnostics.contains(problem));
        assert!(unsaid.is_none(), "seed {seed}: lint passes over {unsaid:?}\n{text}");
        assert!(run.tree.is_some() || !run.diagnostics.is_empty(), "seed {seed} fails without a word:\n{text}");
    }
}
