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
        assert_eq!(kind, Kind::from(text.to_owned()));
        assert_eq!((kind.as_str(), kind.to_string().as_str(), &*kind.query_text()), (text, text, text));
        assert_eq!(format!("{kind:?}"), debug);
        assert_eq!(serde_json::to_string(&kind).unwrap(), json);
    }
    assert!(serde_json::from_str::<Kind>("1").unwrap_err().to_string().contains("expected a string (Kind)"));
}
