use super::*;

#[test]
fn the_kind_is_known_from_the_text() {
    for (json, kind) in [
        ("null", Kinds::NULL),
        ("true", Kinds::BOOLEAN),
        ("false", Kinds::BOOLEAN),
        ("-12", Kinds::INTEGER),
        ("12.0", Kinds::FRACTION),
        ("1e3", Kinds::FRACTION),
        ("\"1.0\"", Kinds::STRING),
        ("[1.5]", Kinds::ARRAY),
        ("{\"e\":1}", Kinds::OBJECT),
    ] {
        assert_eq!(Kinds::of(json), kind, "{json}");
        assert!(Kinds::ALL.has_all(kind) && !Kinds::NONE.meets(kind));
    }
}

#[test]
fn constants_are_compared_as_values() {
    for (constant, json, is_it) in [
        (Constant::from("a"), "\"a\"", true),
        (Constant::from("a"), "\"\\u0061\"", true),
        (Constant::from("a"), "a", false),
        (Constant::from("1"), "1", false),
        (Constant::from(1), "1", true),
        (Constant::from(1), "\"1\"", false),
        (Constant::from(true), "true", true),
        (Constant::from(false), "true", false),
        (Constant::Null, "null", true),
    ] {
        assert_eq!(constant.is(json), is_it, "{constant:?} {json}");
    }
}

#[test]
fn texts_are_those_that_are_meant() {
    for (texts, json, is_it) in [
        (Texts::Any, "\"\"", true),
        (Texts::Values(["a", "b"].as_slice().into()), "\"b\"", true),
        (Texts::Values(["a", "b"].as_slice().into()), "\"c\"", false),
        (Texts::Date, "\"2026-01-02\"", true),
        (Texts::Date, "\"soon\"", false),
        (Texts::Number, "\"1.50\"", true),
        (Texts::Number, "\"one\"", false),
    ] {
        assert_eq!(texts.contain(json), is_it, "{texts:?} {json}");
    }
}
