use super::*;
use crate::{sample::Toy, wire::drift_kind::DriftKind};

fn read(json: &str) -> (Toy, usize) {
    let (toy, drift) = drift::collect(|| serde_json::from_str(json).unwrap());
    assert!(drift.iter().all(|d| d.kind() == DriftKind::UnknownShape && d.type_name() == "Toy"), "{drift:?}");
    (toy, drift.len())
}

#[test]
fn the_facts_choose_the_branch() {
    for (json, branch) in [
        (r#""x""#, "Name(<text>)"),
        ("1.50", "Price(1.50)"),
        (r#"["a"]"#, "Set([<text>])"),
        (r#"{"type":"ball","radius":1}"#, "Ball(Ball { radius: 1 })"),
        (
            r#"{"name":"n","phone":null,"class":"owner"}"#,
            "Owned(Owner { name: <text>, phone: None, rest: <0 entries> })",
        ),
    ] {
        let (toy, drift) = read(json);
        assert_eq!((format!("{toy:?}").as_str(), drift), (branch, 0));
    }
}

#[test]
fn a_tag_wins_wherever_its_key_stands() {
    let json = r#"{"phone":null,"radius":1,"type":"globe"}"#;
    let (toy, drift) = drift::collect(|| serde_json::from_str::<Toy>(json));
    assert!(matches!(toy.unwrap(), Toy::Ball(_)));
    // A chosen branch reports its own drift.
    let drift: Vec<_> = drift.iter().map(ToString::to_string).collect();
    assert_eq!(drift, [r#"Ball: unknown field "phone""#, "Ball: unknown value"]);
}

#[test]
fn unknown_shapes_survive_a_round_trip() {
    for json in [
        "true",
        "null",
        "{}",
        r#"{"type":"kite","x": 1.50}"#,
        r#"{"type":1}"#,
        // The tag is right, the branch does not decode.
        r#"{"type":"ball","radius":"wide"}"#,
        r#"{"type":"ball","extra":1}"#,
        "[1]",
    ] {
        let (toy, drift) = read(json);
        assert!(matches!(toy, Toy::Unknown(_)), "{toy:?}");
        assert_eq!(drift, 1, "{json}");
        assert_eq!(serde_json::to_string(&toy).unwrap(), json);
    }
}

/// A union nested in unions.
#[derive(Clone, PartialEq)]
enum Tree {
    Leaf(String),
    Inner(Box<Inner>),
    Unknown(Json),
}

crate::rt::union! {
    Tree {
        Leaf(String),
        Inner(Box<Inner>),
    }
}

#[derive(Clone, PartialEq)]
struct Inner {
    inner: Tree,
    _unknown_fields: crate::rt::UnknownFields,
}

crate::rt::object! {
    Inner {
        inner: "inner" required,
    }
}

fn tree(depth: usize) -> String {
    format!("{}\"x [\\\"[\"{}", "{\"inner\":".repeat(depth), "}".repeat(depth))
}

#[test]
fn what_is_nested_too_deep_is_kept_and_uses_up_no_stack() {
    for (depth, kept) in [(0, false), (1, false), (DEEPEST, false), (DEEPEST + 1, true), (100_000, true)] {
        let json = tree(depth);
        let read: Tree = serde_json::from_str(&json).unwrap();
        assert_eq!(matches!(read, Tree::Unknown(_)), kept, "{depth}");
        assert_eq!(serde_json::to_string(&read).unwrap(), json, "{depth}");
    }
}
