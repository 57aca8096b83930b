use std::collections::BTreeSet;

use crate::{sample::Kind, types::value::QueryValue};

#[test]
fn known_texts_become_variants_and_others_stay() {
    for (text, debug) in [
        ("cat", "Cat"),
        ("dog", "Dog"),
        ("fox", "Unknown(<text>)"),
        ("", "Unknown(<text>)"),
        ("Cat", "Unknown(<text>)"),
    ] {
        let json = serde_json::to_string(text).unwrap();
        let kind: Kind = serde_json::from_str(&json).unwrap();
        assert_eq!(kind, Kind::from(text));
        assert_eq!([kind.clone(), kind.clone()], [Kind::from(text.to_owned()), Kind::from(&text.to_owned())]);
        assert_eq!((kind.as_str(), kind.to_string().as_str(), &*kind.query_text()), (text, text, text));
        assert_eq!(format!("{kind:?}"), debug);
        assert_eq!(serde_json::to_string(&kind).unwrap(), json);
    }
    assert!(serde_json::from_str::<Kind>("1").unwrap_err().to_string().contains("expected a string (Kind)"));
}

#[test]
fn values_are_in_the_order_of_their_texts() {
    let sorted = ["", "Cat", "cat", "cow", "dog", "fox"];
    let kinds: BTreeSet<Kind> = sorted.iter().rev().copied().map(Kind::from).collect();
    assert_eq!(kinds.iter().map(Kind::as_str).collect::<Vec<_>>(), sorted);
    assert!(Kind::Cat < Kind::Dog && Kind::Cat == Kind::from("cat"));
}
