//! The rest of a document after most of it is dropped.

use crate::diagnostic::FileId;
use crate::source::{NodeId, OwnedValue, Sources, Value, parse};

const TEXT: &str = r#"
shown: {count: 1, words: [one, "t\u0077o", 'three']}
other: [{a: 1}, {b: 2}, {c: 3}, {d: 4}, {e: 5}, {f: [6, 7, 8]}]
last: |
  over
  lines
"#;

fn read() -> (Sources, NodeId) {
    let (file, problems) = parse(FileId(0), "it.yaml".to_owned(), TEXT.to_owned());
    assert_eq!(problems, []);
    let mut sources = Sources::default();
    let id = sources.push(file);
    let root = sources.root(id).unwrap();
    (sources, root)
}

#[test]
fn what_is_below_a_kept_node_is_kept() {
    let (mut sources, root) = read();
    let [shown, other, last] = ["shown", "other", "last"].map(|key| sources.get(root, key).unwrap());
    let (json, location) = (sources.pretty_json(shown), sources.location(shown));
    let inner = sources.items(other)[0];
    sources.keep([shown, last]);
    assert_eq!(sources.pretty_json(shown), json);
    assert_eq!(sources.location(shown), location);
    assert_eq!(sources.value(last), Value::Text("over\nlines\n"));
    for forgotten in [root, other, inner] {
        assert_eq!(sources.value(forgotten), Value::Null, "{forgotten:?}");
    }
    assert_eq!(sources.root(FileId(0)), None);
}

#[test]
fn nothing_is_forgotten_where_most_is_kept() {
    let (mut sources, root) = read();
    let json = sources.pretty_json(root);
    let other = sources.get(root, "other").unwrap();
    sources.keep([other]);
    assert_eq!(sources.root(FileId(0)), Some(root));
    assert_eq!(sources.pretty_json(root), json);
}

#[test]
fn nodes_that_were_made_or_changed_are_kept_as_well() {
    let (mut sources, root) = read();
    let shown = sources.get(root, "shown").unwrap();
    let location = sources.location(shown);
    let unused = sources.grow(FileId(0), location.clone(), OwnedValue::Text("unused".to_owned()));
    let made = sources.grow(FileId(0), location.clone(), OwnedValue::Text("made".to_owned()));
    let words = sources.get(shown, "words").unwrap();
    if let OwnedValue::List(words) = sources.value_mut(words) {
        words.push(made);
    }
    sources.keep([words]);
    let found: Vec<_> = sources.items(words).iter().filter_map(|word| sources.text(*word)).collect();
    assert_eq!(found, ["one", "two", "three", "made"]);
    assert_eq!(sources.location(made), location);
    assert_eq!(sources.value(unused), Value::Null);
    // Later nodes have an index of their own.
    let later = sources.grow(FileId(0), location, OwnedValue::Bool(true));
    assert!(later > unused && later > made);
    assert_eq!(sources.value(later), Value::Bool(true));
}
