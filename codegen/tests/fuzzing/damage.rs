//! Documents with random damage, for the tests of every run and for the fuzzer.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

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
pub fn documents() -> Vec<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut todo: Vec<PathBuf> = ["bad", "documents", "good"].map(|folder| tests.join(folder)).into();
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

/// A few changes: bytes, words, lines, blocks, and parts of the text where they do not belong.
pub fn damage(bytes: &mut Vec<u8>, random: &mut fastrand::Rng) {
    for _ in 0..random.usize(1..6) {
        let at = random.usize(..=bytes.len());
        match random.u8(0..10) {
            0 => bytes.insert(at, random.u8(..)),
            1 => drop(bytes.drain(part(at, 8, bytes, random))),
            2 => drop(bytes.splice(word_at(at, bytes), random.choice(WORDS).unwrap().bytes())),
            3 => drop(bytes.splice(at..at, random.choice(WORDS).unwrap().bytes())),
            4 => drop(bytes.drain(line_at(at, bytes))),
            5 => copy(line_at(at, bytes), line_at(random.usize(..=bytes.len()), bytes).start, bytes),
            6 => copy(part(at, 200, bytes, random), random.usize(..=bytes.len()), bytes),
            7 => drop(bytes.drain(block_at(at, bytes))),
            8 => drop(bytes.splice(value_at(at, bytes), random.choice(WORDS).unwrap().bytes())),
            _ => {
                // The text goes on being YAML: a part of the tree stands elsewhere in it.
                let block = block_at(at, bytes);
                let to = line_at(random.usize(..=bytes.len()), bytes).start;
                let block = indented(&bytes[block], indent(&bytes[to..]));
                drop(bytes.splice(to..to, block));
            }
        }
    }
}

fn copy(from: Range<usize>, to: usize, bytes: &mut Vec<u8>) {
    let copy = bytes[from].to_vec();
    drop(bytes.splice(to..to, copy));
}

/// A line together with those that are deeper.
fn block_at(at: usize, bytes: &[u8]) -> Range<usize> {
    let Range { start, mut end } = line_at(at, bytes);
    let depth = indent(&bytes[start..]);
    while end < bytes.len() && indent(&bytes[end..]) > depth {
        end = line_at(end, bytes).end;
    }
    start..end
}

fn indent(text: &[u8]) -> usize {
    text.iter().take_while(|byte| **byte == b' ').count()
}

fn indented(block: &[u8], depth: usize) -> Vec<u8> {
    let old = indent(block);
    let line = |line: &[u8]| [&b" ".repeat(depth), &line[old.min(indent(line))..]].concat();
    block.split_inclusive(|byte| *byte == b'\n').flat_map(line).collect()
}

/// What stands behind the first colon of a line.
fn value_at(at: usize, bytes: &[u8]) -> Range<usize> {
    let line = line_at(at, bytes);
    let text = &bytes[line.clone()];
    let end = line.start + text.trim_ascii_end().len();
    let start = text.windows(2).position(|two| two == b": ").map_or(end, |colon| line.start + colon + 2);
    start.min(end)..end
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
