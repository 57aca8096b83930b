use super::*;
use crate::types::facts::{Inner, KeyFacts};

/// An object; a key that ends in `?` is optional.
fn object(keys: &[(&'static str, Kinds)]) -> Facts<'static> {
    let key = |(key, kinds): &(&'static str, Kinds)| {
        let (key, required) = key.strip_suffix('?').map_or((*key, true), |key| (key, false));
        KeyFacts { required, ..KeyFacts::of(key, *kinds) }
    };
    Facts { keys: keys.iter().map(key).collect(), ..Facts::of(Kinds::OBJECT) }
}

fn choose(branches: &[Facts<'static>], cases: &[(&str, Option<usize>)]) {
    let choice = Choice::new(branches.iter().map(|facts| vec![facts.clone()]).collect());
    for (json, branch) in cases {
        assert_eq!(choice.choose(json), *branch, "{json}");
    }
}

const TEXT: Kinds = Kinds::STRING;
const WHOLE: Kinds = Kinds::INTEGER;

#[test]
fn the_kind_decides_alone() {
    let branches = [Facts::of(TEXT), Facts::of(Kinds::NUMBER), object(&[("a", TEXT)]), Facts::array(vec![])];
    let cases = [("\"\"", Some(0)), ("1.5", Some(1)), ("{}", Some(2)), ("[]", Some(3)), ("true", None)];
    choose(&branches, &cases);
}

/// By JSON Schema, `5.0` and `1e3` are integers.
#[test]
fn integers_may_be_written_with_a_fraction() {
    let cases = [("5.0", Some(0)), ("1e3", Some(0)), ("5.5", None), ("true", Some(1))];
    choose(&[Facts::of(WHOLE), Facts::of(Kinds::BOOLEAN)], &cases);
    // What takes the number as it is written comes first.
    choose(&[Facts::of(WHOLE), Facts::of(Kinds::NUMBER)], &[("5.0", Some(1)), ("5", Some(0))]);
    let branches = [object(&[("a", WHOLE), ("b", TEXT)]), object(&[("a", WHOLE), ("b", WHOLE)])];
    choose(
        &branches,
        &[(r#"{"a":5.0,"b":""}"#, Some(0)), (r#"{"a":5.0,"b":5.0}"#, Some(1)), (r#"{"a":5.5,"b":""}"#, None)],
    );
}

/// Raw JSON loses no key.
#[test]
fn elements_of_any_kind_take_what_does_not_fit_others() {
    let flags = Facts::array(vec![object(&[("a", Kinds::BOOLEAN)])]);
    let cases = [(r#"[{"a":true}]"#, Some(0)), (r#"[{"a":{"b":1}}]"#, Some(1)), (r#"[{"b":true}]"#, Some(1))];
    choose(&[flags, Facts::array(vec![Facts::of(Kinds::ALL)])], &cases);
}

/// Such arrays hold others of the same kind, without end.
#[test]
fn arrays_of_anything_belong_to_the_first_branch() {
    let arrays = || Facts::of(Kinds::ARRAY);
    choose(&[arrays(), arrays()], &[("[]", Some(0)), ("[[[1]]]", Some(0)), ("{}", None)]);
    let nested = || Facts::array(vec![arrays()]);
    choose(&[nested(), nested()], &[("[[1]]", Some(0)), ("[[[[]]]]", Some(0))]);
    choose(&[nested(), Facts::of(Kinds::ALL)], &[("[[1]]", Some(0)), ("[1]", Some(1)), ("{}", Some(1))]);
}

#[test]
fn the_fewest_unknown_keys_win() {
    let branches = [object(&[("a", TEXT), ("b?", TEXT)]), object(&[("a", TEXT), ("c?", TEXT), ("d?", WHOLE)])];
    choose(
        &branches,
        &[
            (r#"{"a":""}"#, Some(0)),
            (r#"{"c":"","a":""}"#, Some(1)),
            (r#"{"a":"","b":"","c":"","d":1}"#, Some(1)),
            // A known key of another kind, which the other branch would lose.
            (r#"{"a":"","c":"","d":""}"#, None),
            (r#"{"a":"","b":1,"d":""}"#, None),
            // A required key is missing.
            (r#"{"b":"","c":""}"#, None),
            // Lenient decoding reads null as the empty value, where nothing else fits.
            (r#"{"a":null,"d":1}"#, Some(1)),
        ],
    );
}

#[test]
fn the_only_branch_with_its_required_keys_is_meant_whatever_is_in_them() {
    let branches = [object(&[("a", TEXT), ("value", TEXT)]), object(&[("b", TEXT), ("value", TEXT)])];
    choose(
        &branches,
        &[
            (r#"{"a":"","value":true}"#, Some(0)),
            (r#"{"value":[],"b":""}"#, Some(1)),
            (r#"{"a":"","b":"","value":true}"#, None),
            (r#"{"value":true}"#, None),
        ],
    );
}

#[test]
fn a_tag_decides_first() {
    let tagged = |facts, values: &[Constant<'static>]| tagged(vec![facts], &[("t", values)]).remove(0);
    let branches = [
        tagged(object(&[("t", TEXT), ("a", TEXT)]), &["x".into(), "y".into()]),
        tagged(object(&[("t?", Kinds::ALL), ("b", TEXT)]), &[1.into()]),
        object(&[("c", TEXT)]),
    ];
    choose(
        &branches,
        &[
            // Whatever else is missing: then decoding fails.
            (r#"{"b":"","t":"y"}"#, Some(0)),
            (r#"{"a":"","t":1}"#, Some(1)),
            (r#"{"a":"","b":"","t":"1"}"#, None),
            // An optional tag.
            (r#"{"b":""}"#, Some(1)),
            (r#"{"b":"","t":null}"#, Some(1)),
            (r#"{"c":"","t":"new"}"#, Some(2)),
        ],
    );
}

#[test]
fn constants_exclude_other_values() {
    let mut cat = object(&[("kind", TEXT), ("name?", TEXT)]);
    cat.keys[0].constant = Some("cat".into());
    let branches = [cat, object(&[("kind", TEXT)])];
    let cases =
        [(r#"{"kind":"cat"}"#, Some(0)), (r#"{"kind":"dog"}"#, Some(1)), (r#"{"kind":"dog","name":""}"#, Some(1))];
    choose(&branches, &cases);
}

#[test]
fn arrays_are_told_apart_by_an_element() {
    let nested = Facts::array(vec![Facts::array(vec![Facts::of(TEXT)])]);
    let branches = [
        Facts::array(vec![Facts::of(WHOLE), Facts::of(Kinds::NULL)]),
        Facts::array(vec![object(&[("a", TEXT)])]),
        Facts::array(vec![object(&[("b", TEXT)])]),
        nested,
    ];
    choose(
        &branches,
        &[
            ("[]", Some(0)),
            ("[ 1, \"a\" ]", Some(0)),
            (r#"[{"b":""}]"#, Some(2)),
            (r#"[null, {"b":""}]"#, Some(2)),
            ("[null]", Some(0)),
            (r#"[["a"]]"#, Some(3)),
            ("[true]", None),
        ],
    );
}

#[test]
fn all_elements_inside_are_compared() {
    let of = |kinds: Kinds| KeyFacts {
        required: false,
        inner: Inner::Known(vec![Facts::array(vec![object(&[("b?", kinds)]), Facts::of(Kinds::NULL)])]),
        ..KeyFacts::of("a", Kinds::ARRAY)
    };
    let branches = [TEXT, WHOLE].map(|kinds| Facts { keys: vec![of(kinds)], ..Facts::of(Kinds::OBJECT) });
    choose(
        &branches,
        &[
            (r#"{"a":[{},{"b":""}]}"#, Some(0)),
            (r#"{"a":[{},{"b":1}]}"#, Some(1)),
            (r#"{"a":[null,{"b":1}]}"#, Some(1)),
        ],
    );
}

#[test]
fn all_elements_decide_if_they_differ() {
    let of = |keys: &[(&'static str, Kinds)]| Facts::array(vec![object(keys)]);
    choose(
        &[
            of(&[("a?", TEXT)]),
            of(&[("a?", TEXT), ("b?", TEXT)]),
            Facts::array(vec![Facts::of(WHOLE)]),
            Facts::array(vec![Facts::of(Kinds::NUMBER)]),
        ],
        &[
            (r#"[{},{"a":""}]"#, Some(0)),
            (r#"[{},{"b":""}]"#, Some(1)),
            (r#"[{"a":""},null,{"b":""}]"#, Some(1)),
            (r#"[{"b":""},{"a":""}]"#, Some(1)),
            ("[1,2.5]", Some(3)),
            ("[1,2]", Some(2)),
        ],
    );
}

#[test]
fn strings_are_told_apart_by_what_is_meant() {
    let values = Texts::Values(["a", "b"].as_slice().into());
    choose(
        &[Facts::texts(Texts::Any), Facts::texts(values.clone()), Facts::texts(Texts::Date)],
        &[("\"b\"", Some(1)), ("\"2026-01-02\"", Some(2)), ("\"c\"", Some(0))],
    );
    choose(&[Facts::texts(values), Facts::texts(Texts::Date)], &[("\"c\"", Some(0))]);
}

#[test]
fn other_keys_have_kinds_as_well() {
    let map = |kinds| Facts { rest: Some(kinds), ..Facts::of(Kinds::OBJECT) };
    let branches = [map(WHOLE), map(TEXT), object(&[("a", TEXT)])];
    let cases = [(r#"{"b":1}"#, Some(0)), (r#"{"b":""}"#, Some(1)), (r#"{"a":""}"#, Some(2)), (r#"{"b":true}"#, None)];
    choose(&branches, &cases);
}

#[test]
fn what_is_equal_outside_differs_inside() {
    let outer = |inner: &'static str| {
        let mut facts = object(&[("by", Kinds::OBJECT)]);
        facts.keys[0].inner = Inner::Known(vec![object(&[(inner, TEXT)])]);
        facts
    };
    choose(
        &[outer("hand"), outer("press?")],
        &[(r#"{"by":{"hand":""}}"#, Some(0)), (r#"{"by":{"press":""}}"#, Some(1)), (r#"{"by":{}}"#, Some(1))],
    );
}

#[test]
fn values_of_maps_are_compared() {
    let map = |keys: &[(&'static str, Kinds)]| Facts::map(Kinds::OBJECT, vec![object(keys)]);
    choose(
        &[
            map(&[("n", WHOLE), ("day?", WHOLE)]),
            map(&[("n", WHOLE), ("name?", TEXT)]),
            Facts::map(Kinds::OBJECT, vec![]),
        ],
        &[
            (r#"{"a":{"n":1}}"#, Some(0)),
            (r#"{"a":{"n":1},"b":{"n":1,"name":""}}"#, Some(1)),
            (r#"{"a":{"size":1}}"#, Some(2)),
        ],
    );
}
