//! Compares our trees with serde_yaml's, and checks locations and problems.

use std::path::Path;

use super::{NodeId, SourceFile, Sources, Value, parse};
use crate::diagnostic::{Code, Diagnostic, FileId};

fn read(text: &str) -> (Sources, Vec<Diagnostic>) {
    let (file, problems) = parse(FileId(0), "it.yaml".to_owned(), text.to_owned());
    let mut sources = Sources::default();
    sources.push(file);
    (sources, problems)
}

/// The first difference between a node and that of serde_yaml.
fn difference(sources: &Sources, id: NodeId, theirs: &serde_yaml::Value, path: &str) -> Option<String> {
    use serde_yaml::Value as Yaml;
    let same = match (sources.value(id), theirs) {
        (Value::Null, Yaml::Null) => true,
        (Value::Bool(ours), Yaml::Bool(theirs)) => ours == *theirs,
        (Value::Text(ours), Yaml::String(theirs)) => ours == theirs,
        // By value: only our trees keep the spelling.
        (Value::Number(ours), Yaml::Number(theirs)) => {
            serde_yaml::from_str::<serde_yaml::Number>(ours).is_ok_and(|ours| ours == *theirs)
        }
        (Value::List(ours), Yaml::Sequence(theirs)) if ours.len() == theirs.len() => {
            let mut pairs = ours.iter().zip(theirs).enumerate();
            return pairs
                .find_map(|(index, (ours, theirs))| difference(sources, *ours, theirs, &format!("{path}/{index}")));
        }
        (Value::Map(ours), Yaml::Mapping(theirs)) if ours.len() == theirs.len() => {
            return ours.iter().zip(theirs).find_map(|(ours, (key, theirs))| {
                let path = format!("{path}/{}", ours.key);
                if key_text(key) == ours.key {
                    difference(sources, ours.value, theirs, &path)
                } else {
                    Some(format!("{path}: the key is {key:?}"))
                }
            });
        }
        _ => false,
    };
    (!same).then(|| format!("{path}: {:?} is {theirs:?}", sources.value(id)))
}

fn key_text(key: &serde_yaml::Value) -> String {
    match key {
        serde_yaml::Value::String(text) => text.clone(),
        other => serde_yaml::to_string(other).unwrap().trim().to_owned(),
    }
}

fn assert_same(text: &str, what: &str) {
    let (sources, problems) = read(text);
    assert!(problems.is_empty(), "{what}: {problems:?}");
    let theirs: serde_yaml::Value = serde_yaml::from_str(text).unwrap();
    let root = sources.root(FileId(0)).unwrap();
    assert_eq!(difference(&sources, root, &theirs, ""), None, "{what}");
    let json: serde_json::Value = serde_json::from_str(&sources.pretty_json(root)).unwrap();
    assert_eq!(json, sources.to_json(root), "{what}");
}

/// All YAML files below a folder.
fn files(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml") {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn the_spec_and_the_good_cases_read_as_serde_yaml_reads_them() {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec"), &mut found);
    found.retain(|(path, _)| !path.ends_with(super::ACCEPTED));
    assert!(found.len() > 15, "{}", found.len());
    let of_the_spec = found.len();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good"), &mut found);
    assert!(found.len() > of_the_spec + 15, "{}", found.len());
    for (path, text) in found {
        assert_same(&text, &path);
    }
}

#[test]
fn json_has_the_order_and_the_digits_of_the_document() {
    for (text, expected) in [
        (
            "{b: 42.10, a: [1E+2, -0.0, 12345678901234567890.1200]}",
            "{\n  \"b\": 42.10,\n  \"a\": [\n    1E+2,\n    -0.0,\n    12345678901234567890.1200\n  ]\n}",
        ),
        ("[{}, [], null, true, false]", "[\n  {},\n  [],\n  null,\n  true,\n  false\n]"),
        (r#""a \"b\" \\ \n \u0001 é""#, r#""a \"b\" \\ \n \u0001 é""#),
        ("{1: 0x1F}", "{\n  \"1\": 31\n}"),
        // JSON has no such number, or serde_json cannot hold it.
        ("[.inf, 1e400]", "[\n  \".inf\",\n  \"1e400\"\n]"),
    ] {
        let (sources, problems) = read(text);
        assert!(problems.is_empty(), "{text}: {problems:?}");
        assert_eq!(sources.pretty_json(sources.root(FileId(0)).unwrap()), expected, "{text}");
    }
}

#[test]
#[ignore = "needs the collected documents at $API_EVIDENCE"]
fn official_documents_read_as_serde_yaml_reads_them() {
    let folder = std::env::var_os("API_EVIDENCE").expect("API_EVIDENCE names the folder of evidence");
    let mut found = Vec::new();
    files(&Path::new(&folder).join("corpus"), &mut found);
    assert!(!found.is_empty());
    for (path, text) in found {
        assert_same(&text, &path);
    }
}

#[test]
fn odd_texts_read_as_serde_yaml_reads_them() {
    for text in [
        // Block scalars: kept, stripped and clipped ends; indents that are stated; folded lines.
        "a: |\n  one\n  two\n",
        "a: |-\n  one\n  two\n\nb: 1\n",
        "a: |+\n  one\n\n\nb: 1\n",
        "a: |\n  one\n    more\n\n  two\n",
        "a: |2\n   indented\n  not\n",
        "a: >\n  one\n  two\n\n  three\n",
        "a: >-\n  one\n    kept\n  two\n",
        "a: >+\n  one\n  two\n\n",
        "a: |\n  # no comment\n  k: v\n",
        "a: |-\n",
        "- |\n  x\n- >\n  y\n",
        // Quotes and escapes.
        "a: 'it''s'\nb: 'a # b'\nc: ': '\n",
        r#"{a: "\t\n\"\\\/", b: "\u00e9\x41\U0001F600", c: "\0\e\_"}"#,
        "a: \"one\n  two\n\n  three\"\n",
        "a: \"one\\\n  two\"\n",
        "a: 'one\n  two'\n",
        "a: ''\nb: \"\"\n",
        "'quoted key': 1\n\"a\\tb\": 2\n",
        // Quoted scalars are text, however they look.
        "['1', \"true\", 'null', '~', \"0x1F\", '']",
        "[1, true, null, ~, 0x1F, 1.50, -0, 1e3, 2024-01-15, 3.0.3, yes, no, on]",
        "a:\nb: ~\nc: null\nd: ''\n",
        // Anchors and aliases, before and after, on every kind of node.
        "a: &x 1\nb: *x\n",
        "a: &x {k: [1, 2]}\nb: *x\nc: [*x, *x]\n",
        "a: &x\n  - 1\nb: *x\n",
        "a: &x one\nb: &x two\nc: *x\n",
        "- &a a\n- &b [*a]\n- *b\n",
        "base: &base\n  k: v\nother:\n  inner: *base\n",
        // Flow collections, over lines and with odd commas.
        "{}",
        "[]",
        "{a: 1, b: [1, 2, {c: d}], e: {}}",
        "{a: 1,\n b: 2,\n}",
        "[\n  1,\n  2,\n]\n",
        "{a, b: 1}",
        "{\"a\":1, 'b':2}",
        "[a: 1, b: 2]",
        "a: [x, 'y, z', \"w]\"]\n",
        "url: http://example.com/a?b=c#d\n",
        // Comments.
        "# first\na: 1 # after\n# between\nb: 2\n# last\n",
        "a: b#c\nd: e #f\n",
        "a:\n  # inside\n  - 1\n  # and here\n  - 2\n",
        // Sequences at the indent of their key, and nested on one line.
        "a:\n- 1\n- 2\nb: 3\n",
        "- - 1\n  - 2\n- - 3\n",
        "- a: 1\n  b: 2\n-\n  c: 3\n",
        "-\n- 1\n",
        // Keys as text.
        "200: a\n'404': b\n5XX: c\n",
        "true: a\n1.5: b\n-1: c\n",
        "? a\n: 1\n? b\n",
        "key with spaces: 1\nkey/with~odd{chars}: 2\n",
        "$ref: '#/a'\n",
        // Plain scalars over lines.
        "a: one\n  two\n  three\nb: 1\n",
        "a: one\n\n  two\n",
        "plain\n text\n",
        // Not ASCII.
        "é: ü\n日本: [語, '字', \"本\"]\n",
        "a: |\n  Größe\n  😀\nb: x\n",
        "a: \u{a0}b\n",
        // Frames of documents, and line ends.
        "---\na: 1\n",
        "---\na: 1\n...\n",
        "%YAML 1.2\n---\na: 1\n",
        "a: 1\r\nb: |\r\n  x\r\n  y\r\n",
        "a: 1",
        "\u{feff}a: 1\n",
        "!!str 12",
        "a: !!str 12\nb: !!str true\n",
        "a: !!seq [1]\nb: !!map {c: 1}\n",
        "{\"json\": [1, 2.5, \"x\", null, true, {\"a\": {}}]}",
    ] {
        assert_same(text, &format!("{text:?}"));
    }
}

/// The node at a path such as `a/0/b`.
fn node(sources: &Sources, path: &str) -> NodeId {
    path.split('/').filter(|part| !part.is_empty()).fold(sources.root(FileId(0)).unwrap(), |id, part| {
        match sources.value(id) {
            Value::List(items) => items[part.parse::<usize>().unwrap()],
            _ => sources.get(id, part).unwrap(),
        }
    })
}

fn file(sources: &Sources) -> &SourceFile {
    sources.file(FileId(0)).unwrap()
}

#[test]
fn nodes_know_their_places() {
    let text = "\
a: 1
größe: {ü: [x, 'ÿé', z], end: \"e\"}   # ß
list:
  - first
  - k: v
    日本: 語 x
block: |
  é
folded: after
empty:
alias: &here text
other: *here
";
    let (sources, problems) = read(text);
    assert!(problems.is_empty(), "{problems:?}");
    for (path, line, column, slice) in [
        ("a", 1, 4, "1"),
        ("größe", 2, 8, "{ü: [x, 'ÿé', z], end: \"e\"}"),
        ("größe/ü", 2, 12, "[x, 'ÿé', z]"),
        ("größe/ü/0", 2, 13, "x"),
        ("größe/ü/1", 2, 16, "'ÿé'"),
        ("größe/ü/2", 2, 22, "z"),
        ("größe/end", 2, 31, "\"e\""),
        ("list/0", 4, 5, "first"),
        ("list/1/k", 5, 8, "v"),
        ("list/1/日本", 6, 9, "語 x"),
        ("folded", 9, 9, "after"),
        // An anchor belongs to its node, and an alias has the location of that.
        ("other", 11, 8, "&here text"),
    ] {
        let location = sources.location(node(&sources, path));
        assert_eq!(&text[location.span.clone()], slice, "{path}");
        assert_eq!(file(&sources).line_column(location.span.start), (line, column), "{path}");
    }
    // These start where their first child or their text does.
    for (path, line, column) in [("list", 4, 3), ("list/1", 5, 5), ("", 1, 1)] {
        let location = sources.location(node(&sources, path));
        assert_eq!(file(&sources).line_column(location.span.start), (line, column), "{path}");
    }
}

#[test]
fn keys_know_their_places() {
    let text = "a: {größe: 1, 'ü x': 2}\n日本: 3\n200: 4\n";
    let (sources, problems) = read(text);
    assert!(problems.is_empty(), "{problems:?}");
    for (map, key, line, column, slice) in [
        ("", "a", 1, 1, "a"),
        ("a", "größe", 1, 5, "größe"),
        ("a", "ü x", 1, 15, "'ü x'"),
        ("", "日本", 2, 1, "日本"),
        ("", "200", 3, 1, "200"),
    ] {
        let location = sources.key_location(node(&sources, map), key);
        assert_eq!(&text[location.span.clone()], slice, "{key}");
        assert_eq!(file(&sources).line_column(location.span.start), (line, column), "{key}");
    }
    // Without such a key, the location of the map.
    assert_eq!(sources.key_location(node(&sources, "a"), "nothing"), sources.location(node(&sources, "a")));
}

#[test]
fn bad_texts_are_refused() {
    let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
    for (text, code, piece, line, column) in [
        ("", Code::Syntax, "the file is empty", 1, 1),
        ("# only a comment\n", Code::Syntax, "the file is empty", 1, 1),
        ("a: 1\n---\nb: 2\n", Code::Syntax, "a second YAML document", 2, 1),
        ("a: !date 2024\n", Code::Syntax, "the tag", 1, 4),
        ("a: !!int '3'\n", Code::Syntax, "the tag", 1, 4),
        ("a: !map {b: 1}\n", Code::Syntax, "the tag", 1, 4),
        ("a: !list [b]\n", Code::Syntax, "the tag", 1, 4),
        (deep.as_str(), Code::Syntax, "levels deep", 1, 129),
        ("ü: &x\n  é: *x\n", Code::Syntax, "of its own anchor", 2, 6),
        ("a: &x [1, *x]\n", Code::Syntax, "of its own anchor", 1, 11),
        ("? [a]\n: 1\n", Code::Syntax, "a key must be a string", 1, 3),
        ("? {a: b}\n: 1\n", Code::Syntax, "a key must be a string", 1, 3),
        ("a: *x\n", Code::Syntax, "invalid YAML", 1, 4),
        ("a: [1, 2\n", Code::Syntax, "invalid YAML", 2, 1),
        ("a: 'open\n", Code::Syntax, "invalid YAML", 1, 4),
        ("a: b: c\n", Code::Syntax, "invalid YAML", 1, 5),
        ("a: 1\n b: 2\n", Code::Syntax, "invalid YAML", 2, 3),
        ("a:\n\t- 1\n", Code::Syntax, "invalid YAML", 2, 2),
    ] {
        let (sources, problems) = read(text);
        let [problem] = problems.as_slice() else { panic!("{text:?}: {problems:?}") };
        assert_eq!(problem.code, code, "{text:?}");
        assert!(problem.message.contains(piece), "{text:?}: {}", problem.message);
        let at = problem.primary.as_ref().unwrap().location.span.start;
        assert_eq!(file(&sources).line_column(at), (line, column), "{text:?}");
        assert!(problem.help.is_some(), "{text:?}");
        assert!(sources.root(FileId(0)).is_none(), "{text:?}");
    }
}

#[test]
fn a_key_that_stands_twice_is_named_at_both_places() {
    for (text, key, second, first) in [
        ("a: 1\nb: 2\na: 3\n", "a", (3, 1), (1, 1)),
        ("ä: {é: 1, é: 2}\n", "é", (1, 11), (1, 5)),
        ("200: 1\n'200': 2\n", "200", (2, 1), (1, 1)),
        ("- a: 1\n  b: {}\n  \"b\": 2\n", "b", (3, 3), (2, 3)),
    ] {
        let (sources, problems) = read(text);
        let [problem] = problems.as_slice() else { panic!("{text:?}: {problems:?}") };
        assert_eq!(problem.code, Code::DuplicateKey);
        assert!(problem.message.contains(&format!("`{key}`")), "{text:?}: {}", problem.message);
        let position = |label: &crate::Label| file(&sources).line_column(label.location.span.start);
        assert_eq!(position(problem.primary.as_ref().unwrap()), second, "{text:?}");
        assert_eq!(problem.secondary.iter().map(position).collect::<Vec<_>>(), [first], "{text:?}");
        // The rest is still read.
        assert!(sources.root(FileId(0)).is_some(), "{text:?}");
    }
}

/// All properties of the nodes of a text, except their indexes.
fn shown(file: &SourceFile) -> String {
    let all = (0..file.tree.len() as u32).map(|index| (file.value(index), file.tree.location(FileId(0), index)));
    all.map(|(value, location)| format!("{value:?} at {location:?}\n")).collect()
}

#[test]
fn json_is_read_as_yaml_reads_it() {
    let deep = "{\"a\":".repeat(127) + "{}" + &"}".repeat(127);
    for text in [
        "{}",
        " \n{\"a\": []}\n",
        r#"{"a": {"b": [1, -2.50, 1e400, true, false, null, "x", "", {}]}, "c": "é 🦊", "": [[], [[]]]}"#,
        r#"{"escaped \"key\"": "line\nbreak \\ \u00e9 \/", "tab": "\t"}"#,
        // Spaces before a comma or a colon: YAML's parser includes them in the scalar.
        "{\n  \"$ref\": \"#/a\",\r\n  \"x\":   1\n}",
        r#"{"a": 1, "a": 2}"#,
        &deep,
    ] {
        let (quick, problems) = parse(FileId(0), "it.json".to_owned(), text.to_owned());
        // A text that is not JSON is parsed as YAML.
        let (yaml, others) = parse(FileId(0), "it.json".to_owned(), format!("{text} #"));
        assert_eq!(shown(&quick), shown(&yaml), "{text}");
        assert_eq!(problems, others, "{text}");
    }
}

#[test]
fn what_is_almost_json_is_yaml() {
    for text in
        ["{a: 1}", "{\"a\": 1,}", "{\"a\": [1,]}", "{'a': 01}", "{\"a\": x y}", "{\"a\": \"b\n  c\"}", "{\"a\"}"]
    {
        let (sources, problems) = read(text);
        assert!(problems.is_empty(), "{text}: {problems:?}");
        assert!(sources.root(FileId(0)).is_some(), "{text}");
    }
    for text in ["{", "{\"a\"", "{\"a\": 1", "{\"a\": 1]", "{\"a\": [1}", "{\"a\": 1} 2", "{\"a\": \"\\ud800\"}"] {
        let (sources, problems) = read(text);
        assert!(!problems.is_empty() && sources.root(FileId(0)).is_none(), "{text}");
    }
}
