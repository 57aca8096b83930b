//! Compares both readers of YAML, and what only this one reads with what serde_yaml reads.

use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, FileId};
use crate::source::yaml::{Dialect, parse, parse_as, parse_leniently};
use crate::source::{NodeId, SourceFile, Sources, Value};

/// All nodes of a text: their values, and where they and their keys begin.
fn shown(file: SourceFile) -> String {
    let mut sources = Sources::default();
    sources.push(file);
    let (mut text, mut todo) = (String::new(), Vec::from_iter(sources.root(FileId(0))));
    while let Some(node) = todo.pop() {
        // Where a value begins that is not there is a matter of opinion, and whether a list begins with its first dash.
        let is_blank = sources.text(node).is_some_and(|text| text.trim().is_empty());
        if !is_blank && !matches!(sources.value(node), Value::Null | Value::List(_)) {
            text.push_str(&format!("{} ", sources.location(node).span.start));
        }
        match sources.value(node) {
            Value::List(items) => {
                text.push_str(&format!("list of {}", items.len()));
                todo.extend(items);
            }
            Value::Map(entries) => {
                let key = |entry: &crate::source::Entry| format!("{}@{}", entry.key, entry.key_location().span.start);
                text.push_str(&entries.iter().map(key).collect::<Vec<_>>().join(", "));
                todo.extend(entries.iter().map(|entry| entry.value));
            }
            value => text.push_str(&format!("{value:?}")),
        }
        text.push('\n');
    }
    text
}

/// Whether both readers read a text, and see the same.
fn agree(name: &str, text: &str) -> bool {
    let (file, problems) = parse(FileId(0), name.to_owned(), text.to_owned());
    let Some(other) = parse_leniently(text, Dialect::Strict).filter(|_| problems.is_empty()) else { return false };
    let (strict, lenient) = (shown(file), shown(other));
    if strict != lenient {
        let pairs = strict.lines().zip(lenient.lines());
        let difference = pairs.enumerate().find(|(_, (left, right))| left != right);
        panic!("{name}: {difference:?}");
    }
    true
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ["yaml", "yml"].iter().any(|yaml| ending == *yaml)) {
            found.push(path);
        }
    }
}

/// Compares all files of a folder, and returns how many both readers read.
fn compare(folder: &Path) -> usize {
    let mut found = Vec::new();
    files(folder, &mut found);
    let texts = found.iter().filter_map(|path| Some((path, fs::read_to_string(path).ok()?)));
    texts.filter(|(path, text)| agree(&path.to_string_lossy(), text)).count()
}

#[test]
fn both_readers_see_the_same_in_all_of_our_documents() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(compare(&root.join("../spec")) > 15);
    assert!(compare(&root.join("tests")) > 150);
}

#[test]
#[ignore = "needs the collected documents at $API_EVIDENCE"]
fn both_readers_see_the_same_in_documents_of_others() {
    let evidence = std::env::var_os("API_EVIDENCE").expect("API_EVIDENCE is the folder of the documents");
    assert!(compare(Path::new(&evidence)) > 20);
}

#[test]
fn both_readers_see_the_same_in_all_styles() {
    for text in [
        "a: 1\nb: [x, 'y', \"z\\n\"]\nc: {d: null, e: ~}\n",
        "- a\n- - b\n  - c\n-\n  d: e\n",
        "a: |\n  one\n  two\n\nb: >-\n  three\n  four\n\n\nc: d\n",
        "é: ü 🦊\n'ß': [é, 🦊]\nx: y\n",
        "a: &x {b: 1}\nc: *x\nd: &x [2]\ne: *x\n",
        "# comment\na: b # comment\n\n# comment\nc:\n  # comment\n  d: e\n",
        "a: \"one\n  two\"\nb: one\n  two\n",
        "a: |2\n\n      one\n    two\n\nb: c\n",
        "{\"a\": [1, 2], b: {c: d}}\n",
        "a:\r\n  b: 1\r\n  c: [é,\r\n    2]\r\n",
        "? a\n: b\n",
        "---\na: b\n...\n",
        "a: !!str 1\nb: !!map {c: !!seq [d]}\n",
    ] {
        assert!(agree("it.yaml", text), "{text}");
    }
}

fn published(text: &str) -> (Sources, Vec<Code>) {
    let (file, problems) = parse_as(Dialect::Common, FileId(0), "it.yaml".to_owned(), text.to_owned());
    let mut sources = Sources::default();
    sources.push(file);
    (sources, problems.into_iter().map(|problem| problem.code).collect())
}

fn root(sources: &Sources) -> serde_json::Value {
    sources.to_json(sources.root(FileId(0)).unwrap())
}

#[test]
fn what_only_libyaml_reads_is_read_in_published_documents() {
    for text in [
        "a:\n  b:\n    c:\n      x: {y: z}\n      d: {\n        \"e\": \"f\"\n      }\n  g: 2\n",
        "a:\n  b:\n    c:\n      d: {\n        \"e\": \"f\"\n      }\n",
        "a:\n  b: \"one\n  two\"\n  c: 'three\n  four'\n",
    ] {
        let (sources, codes) = published(text);
        assert_eq!(codes, [Code::Assumed], "{text}");
        let theirs: serde_json::Value = serde_yaml::from_str(text).unwrap();
        assert_eq!(root(&sources), theirs, "{text}");
        // Our own documents are read as the specification says.
        let (strict, problems) = parse(FileId(0), "it.yaml".to_owned(), text.to_owned());
        assert_eq!(problems.into_iter().map(|problem| problem.code).collect::<Vec<_>>(), [Code::Syntax], "{text}");
        assert!(strict.tree.root().is_none(), "{text}");
    }
}

#[test]
fn what_nobody_reads_is_refused() {
    for text in [
        "a: {\n",
        "a: b: c\n",
        "a:\n\t- b\n",
        "a: {\n}\nb: *x\n",
        "a: {\n}\nb: !x y\n",
        "a: {\n}\nb: [!x, y]\n",
        "a: {\n}\n---\nb: {\n}\n",
    ] {
        let (sources, codes) = published(text);
        assert_eq!(codes, [Code::Syntax], "{text}");
        assert!(sources.root(FileId(0)).is_none(), "{text}");
    }
}

#[test]
fn places_are_those_of_the_text() {
    let text = "é: ü\na:\n  b: {\n    \"c\": 'é'\n  }\n  d: here\nf:\n  g: \"h\n  i\"\n";
    let (sources, _) = published(text);
    let root = sources.root(FileId(0)).unwrap();
    let get = |node: NodeId, key: &str| sources.get(node, key).unwrap();
    let at = |node: NodeId| text.get(sources.location(node).span).unwrap();
    let a = get(root, "a");
    assert_eq!(at(get(a, "d")), "here");
    assert_eq!(at(get(get(a, "b"), "c")), "'é'");
    assert_eq!(at(get(root, "é")), "ü");
    assert_eq!(text.get(sources.key_location(a, "d").span), Some("d"));
}

#[test]
fn merge_keys_add_what_a_map_lacks() {
    let base = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\n";
    for (text, expected) in [
        ("c: {<<: *a, y: 5}", r#"{"x": 1, "y": 5}"#),
        ("c: {y: 5, <<: *a}", r#"{"y": 5, "x": 1}"#),
        ("c: {<<: [*b, *a]}", r#"{"y": 3, "z": 4, "x": 1}"#),
        ("c: {<<: {v: 6}}", r#"{"v": 6}"#),
        // What is not meant so.
        ("c: {'<<': *a}", r#"{"<<": {"x": 1, "y": 2}}"#),
        ("c: {<<: text}", r#"{"<<": "text"}"#),
        ("c: {<<: [*a, 1]}", r#"{"<<": [{"x": 1, "y": 2}, 1]}"#),
    ] {
        for more in ["", "\nd: {\n  \"e\": 1\n}\n"] {
            let text = format!("{base}{text}{more}");
            let (sources, _) = published(&text);
            let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
            assert_eq!(root(&sources)["c"], expected, "{text}");
        }
        let (file, _) = parse(FileId(0), "it.yaml".to_owned(), format!("{base}{text}"));
        let mut sources = Sources::default();
        sources.push(file);
        assert_eq!(root(&sources)["c"].get("<<").is_some(), text.contains("<<"), "{text}");
    }
}
