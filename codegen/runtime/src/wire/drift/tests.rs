use bytes::Bytes;
use reqwest::{StatusCode, header::HeaderMap};
use serde::de::DeserializeOwned;

use super::*;
use crate::{
    rt,
    sample::{API, Owner, Pet, Toy},
    transport::{raw_response::RawResponse, response::ResponseMeta},
};

/// Drift as `type kind pointer`, and whether the body decoded.
fn read<T: DeserializeOwned>(json: &str) -> (Vec<String>, bool) {
    let meta = ResponseMeta::new(&API, StatusCode::OK, HeaderMap::new());
    let response = RawResponse::new(meta, Bytes::copy_from_slice(json.as_bytes()));
    let (value, drift) = collect(|| response.json::<T>());
    (shown(&drift), value.is_ok())
}

fn shown(drift: &[Drift]) -> Vec<String> {
    drift.iter().map(|d| format!("{} {:?} {}", d.type_name(), d.kind(), d.pointer().unwrap_or("?"))).collect()
}

#[derive(Clone, PartialEq)]
struct Kennel {
    pets: rt::Map<Pet>,
    kinds: Option<rt::Map<Vec<crate::sample::Kind>>>,
    rest: rt::Map<Box<Kennel>>,
    _unknown_fields: crate::rt::UnknownFields,
}

rt::object! { Kennel { pets: "pets" required, kinds: "kinds/~" optional, ..rest, } }

#[test]
fn a_pointer_leads_to_where_it_came_first() {
    for (json, expected) in [
        (r#"[{"id":1}]"#, &[][..]),
        (r#"[{"id":1},{"fur":{"id":true},"id":2}]"#, &["Pet UnknownField /1/fur"]),
        (r#"[{"id":1},{"id":2,"type":"fox"},{"id":3,"type":"fox"}]"#, &["Kind UnknownValue /1/type"]),
        // Several, in the order in which they occur, however late.
        (
            r#"[{"id":1,"a/~b":1},{"id":2,"type":"fox","a/~b":1},{"id":3,"type":"wolf"},{"id":4,"":1}]"#,
            &[
                "Pet UnknownField /0/a~1~0b",
                "Kind UnknownValue /1/type",
                "Kind UnknownValue /2/type",
                "Pet UnknownField /3/",
            ],
        ),
        // For duplicate keys, the location is that of the first occurrence.
        (
            r#"[{"id":1,"type":"cat","type":"fox","type":"wolf"}]"#,
            &["Pet DuplicateKey /0/type", "Kind UnknownValue /0/type", "Kind UnknownValue /0/type"],
        ),
        (
            r#"[{"id":1,"owner":{"class":"owner","name":"n","phone":null,"n":1,"n":2}}]"#,
            &["Owner DuplicateKey /0/owner/*"],
        ),
        (
            r#"[{"id":1,"id":2},{"id":3,"name":"a","name":"b"}]"#,
            &["Pet DuplicateKey /0/id", "Pet DuplicateKey /1/name"],
        ),
        (r#"[{"id":1,"f\u0075r":1},{"id":1,"fur":1}]"#, &["Pet UnknownField /0/fur"]),
    ] {
        assert_eq!(read::<Vec<Pet>>(json), (expected.iter().map(ToString::to_string).collect(), true), "{json}");
    }
}

#[test]
fn the_pointer_goes_on_in_unions() {
    let toys = |toys: &str| format!(r#"[{{"id":1,"toys":[{toys}]}}]"#);
    for (json, expected) in [
        (toys(r#"true"#), &["Toy UnknownShape /0/toys/0"][..]),
        (toys(r#""a",{"kite":1},{"kite":2}"#), &["Toy UnknownShape /0/toys/1"]),
        (toys(r#""a",{"type":"ball","radius":1,"color":1}"#), &["Ball UnknownField /0/toys/1/color"]),
        // A branch that fails reports nothing, wherever its drift was: that of `color` comes from the next branch.
        (toys(r#"{"type":"ball","color":1,"radius":""}"#), &["Toy UnknownShape /0/toys/0"]),
        (
            toys(r#"{"type":"ball","color":1,"radius":""},{"type":"ball","radius":1,"color":1}"#),
            &["Toy UnknownShape /0/toys/0", "Ball UnknownField /0/toys/1/color"],
        ),
        (
            toys(
                r#"{"type":"ball","radius":1,"color":1},{"type":"ball","color":1,"radius":""},{"type":"ball","radius":1,"hue":1}"#,
            ),
            &["Ball UnknownField /0/toys/0/color", "Toy UnknownShape /0/toys/1", "Ball UnknownField /0/toys/2/hue"],
        ),
        (
            toys(r#""a"],"type":"fox"},{"id":2,"toys":[{}"#),
            &["Kind UnknownValue /0/type", "Toy UnknownShape /1/toys/0"],
        ),
    ] {
        assert_eq!(read::<Vec<Pet>>(&json), (expected.iter().map(ToString::to_string).collect(), true), "{json}");
    }
    assert_eq!(read::<Toy>("{}"), (vec!["Toy UnknownShape ".to_owned()], true));
}

#[test]
fn keys_of_somebodys_choice_are_not_shown() {
    let json = r#"{"pets":{"jane@example.com":{"id":1,"fur":1}},"kinds/~":{"jane@example.com":["cat","fox"]},
        "jane@example.com":{"pets":{"pets":{"id":1,"type":"wolf"}},"jane":{"pets":{},"kinds/~":{"a":["hen"]}}}}"#;
    let expected = [
        "Pet UnknownField /pets/*/fur",
        "Kind UnknownValue /kinds~1~0/*/1",
        "Kind UnknownValue /*/pets/*/type",
        "Kind UnknownValue /*/*/kinds~1~0/*/0",
    ];
    assert_eq!(read::<Kennel>(json), (expected.map(str::to_owned).into(), true));
    let (value, drift) = collect(|| crate::wire::errors::json::<Kennel>(json.as_bytes()));
    assert!(value.is_some() && !format!("{drift:?}").contains("jane"), "{drift:?}");
}

#[test]
fn there_are_no_more_than_tell_something() {
    let keys = |from: usize, to: usize| (from..to).map(|key| format!(r#","key{key}":0"#)).collect::<String>();
    let json = format!(r#"[{{"id":1{}}},{{"id":2{}}}]"#, keys(0, 40), keys(20, 100));
    let (drift, is_ok) = read::<Vec<Pet>>(&json);
    assert_eq!((drift.len(), is_ok), (MOST, true));
    assert_eq!((drift[39].as_str(), drift[40].as_str()), ("Pet UnknownField /0/key39", "Pet UnknownField /1/key40"));
    assert_eq!(drift[63], "Pet UnknownField /1/key63");
}

#[test]
fn what_does_not_decode_has_drift_too_but_a_body_of_no_use_has_none() {
    let json = r#"[{"id":1,"fur":1},{"id":"x"},{"id":3,"type":"fox"}]"#;
    assert_eq!(read::<Vec<Pet>>(json), (vec!["Pet UnknownField /0/fur".to_owned()], false));
    assert_eq!(collect(|| crate::wire::errors::json::<Vec<Pet>>(json.as_bytes()).is_some()), (false, vec![]));
    let (owner, drift) = collect(|| crate::wire::errors::json::<Vec<Pet>>(br#"[{"id":1,"fur":1}]"#).is_some());
    assert_eq!((owner, shown(&drift)), (true, vec!["Pet UnknownField /0/fur".to_owned()]));
}

/// The second reading only finds the location, so it stops there.
#[test]
fn the_search_ends_with_the_last_find() {
    let json = r#"[{"id":1,"fur":1},{"id":2},{"id":3}]"#;
    let (result, _) = collect(|| {
        serde_json::from_str::<Vec<Pet>>(json).unwrap();
        locate(true, || json_path::follow::<Vec<Pet>>(json).result)
    });
    let error = result.map(drop).unwrap_err();
    assert!((error.line(), error.column()) < (1, 18), "{error}");
    let (result, drift) = collect(|| {
        serde_json::from_str::<Vec<Pet>>(json).unwrap();
        locate(false, || json_path::follow::<Vec<Pet>>(json).result)
    });
    assert_eq!((result.unwrap().len(), shown(&drift)), (3, vec!["Pet UnknownField /0/fur".to_owned()]));
}

#[test]
fn nothing_is_left_for_the_next_response() {
    assert_eq!(read::<Vec<Owner>>(r#"[{"name":"n","phone":null,"x":[]}]"#), (vec![], false));
    assert_eq!(read::<Vec<Pet>>(r#"[{"id":1,"fur":1}]"#).0.len(), 1);
    assert_eq!(read::<Vec<Pet>>(r#"[{"id":1}]"#), (vec![], true));
    assert_eq!(json_path::pointer(None), None);
}
