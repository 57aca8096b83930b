use super::keys::Seen;
use crate::{
    rt,
    sample::{Ball, Owner, Pet},
    types::{json::Json, nullable::Nullable},
    wire::{drift, drift_kind::DriftKind},
};

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

fn write(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn absent_null_and_values_go_their_ways() {
    for json in [
        r#"{"id":1}"#,
        r#"{"id":1,"chip":null,"tags":null}"#,
        r#"{"id":1,"chip":7,"tags":[]}"#,
        r#"{"id":5000000000,"type":"cat","name":"","chip":"7","price":1.50,"tags":["a"],"owner":{"class":"owner","name":"","phone":null}}"#,
    ] {
        assert_eq!(write(&read::<Pet>(json).unwrap()), json);
    }
    let pet: Pet = read(r#"{"name":null,"id":1}"#).unwrap();
    assert_eq!((pet.id, pet.name, pet.chip), (1, None, Nullable::Absent));
}

#[test]
fn keys_come_in_any_order_and_the_last_one_wins() {
    let pet: Pet = read(r#"{"tags":["x"],"name":"a","id":1,"n\u0061me":"b","id":2}"#).unwrap();
    assert_eq!((pet.id, pet.name.as_deref(), pet.tags.value().map(Vec::len)), (2, Some("b"), Some(1)));
}

#[test]
fn required_keys_must_be_there() {
    let missing = |json| read::<Owner>(json).unwrap_err();
    assert!(missing(r#"{"phone":null}"#).starts_with("missing field `name`"));
    assert!(read::<Owner>("[]").unwrap_err().contains("expected an object (Owner)"));
    assert!(read::<Owner>(r#"{"name":null,"phone":null}"#).is_err());
}

#[test]
fn open_objects_keep_the_other_keys() {
    let (owner, drift) =
        drift::collect(|| read::<Owner>(r#"{"z":1.50,"class":"owner","name":"n","phone":"p","a":"2"}"#));
    let owner = owner.unwrap();
    assert!(drift.is_empty());
    assert_eq!(write(&owner), r#"{"class":"owner","name":"n","phone":"p","a":"2","z":1.50}"#);
}

#[test]
fn unknown_keys_are_reported_once() {
    let json = r#"[{"id":1,"fur":{"deep":[1]},"type":"fox"},{"fur":null,"id":2,"type":"fox","tail":1}]"#;
    let (pets, drift) = drift::collect(|| read::<Vec<Pet>>(json));
    assert_eq!(pets.unwrap().len(), 2);
    let found: Vec<_> = drift.iter().map(|d| (d.type_name(), d.kind(), d.text())).collect();
    let expected = [
        ("Pet", DriftKind::UnknownField, "fur"),
        ("Kind", DriftKind::UnknownValue, "fox"),
        ("Pet", DriftKind::UnknownField, "tail"),
    ];
    assert_eq!(found, expected);
    assert_eq!(
        format!("{drift:?}"),
        r#"[Drift(Pet: unknown field "fur"), Drift(Kind: unknown value), Drift(Pet: unknown field "tail")]"#
    );
}

#[test]
fn drift_is_collected_for_responses_only() {
    read::<Pet>(r#"{"id":1,"fur":1}"#).unwrap();
    assert_eq!(drift::collect(|| ()).1, []);
}

#[test]
fn trees_and_readers_decode_too() {
    let json = r#"{"id":1,"price":1.5,"toys":["x",{"type":"ball","radius":1}]}"#;
    let pet: Pet = read(json).unwrap();
    assert_eq!(serde_json::from_reader::<_, Pet>(json.as_bytes()).unwrap(), pet);
    assert_eq!(serde_json::from_value::<Pet>(Json::parse(json).unwrap().to_value().unwrap()).unwrap(), pet);
}

#[test]
fn more_fields_than_a_word_has_bits() {
    let mut seen = Seen::default();
    for field in [0, 63, 64, 200, 64] {
        seen.insert(field);
    }
    let found: Vec<_> = [0, 1, 63, 64, 65, 200].map(|field| seen.contains(field)).into();
    assert_eq!(found, [true, false, true, true, false, true]);
}

#[test]
fn debug_shows_no_personal_data() {
    let json = r#"{"id":1,"type":"fox","name":"Jane","chip":5,"price":1.50,"born":"2024-01-15","tags":["Jane"],
        "owner":{"name":"Jane","phone":null,"Jane":1},"toys":["Jane",{"Jane":1}],"password":"Jane"}"#;
    assert_eq!(
        format!("{:?}", read::<Pet>(json).unwrap()),
        "Pet { id: 1, type: Unknown(<text>), name: <text>, chip: Value(<text>), price: 1.50, born: 2024-01-15, \
         tags: Value([<text>]), owner: Owner { name: <text>, phone: None, rest: <1 entries> }, \
         toys: [Name(<text>), Unknown(Json(<10 bytes>))], password: Secret(***) }"
    );
    assert_eq!(format!("{:?}", Pet::new(5)), "Pet { id: 5 }");
}

#[test]
fn an_object_may_have_no_fields() {
    #[derive(PartialEq)]
    struct Nothing {
        _unknown_fields: crate::rt::UnknownFields,
    }
    rt::object! { Nothing {} }
    assert_eq!(
        read::<Nothing>(r#"{"a":1}"#).map(|nothing| format!("{nothing:?} {}", write(&nothing))),
        Ok(r#"Nothing { unknown_fields: <1> } {"a":1}"#.to_owned())
    );
}

#[test]
fn an_object_may_have_more_fields_than_a_word_has_bits() {
    macro_rules! wide {
        ($($field:ident $key:literal,)*) => {
            #[derive(PartialEq)]
            struct Wide { $($field: i64,)* _unknown_fields: rt::UnknownFields }
            rt::object! { Wide { $($field: $key required,)* } }
        };
    }
    wide! {
        f0 "0", f1 "1", f2 "2", f3 "3", f4 "4", f5 "5", f6 "6", f7 "7", f8 "8", f9 "9", f10 "10",
        f11 "11", f12 "12", f13 "13", f14 "14", f15 "15", f16 "16", f17 "17", f18 "18", f19 "19", f20 "20", f21 "21",
        f22 "22", f23 "23", f24 "24", f25 "25", f26 "26", f27 "27", f28 "28", f29 "29", f30 "30", f31 "31", f32 "32",
        f33 "33", f34 "34", f35 "35", f36 "36", f37 "37", f38 "38", f39 "39", f40 "40", f41 "41", f42 "42", f43 "43",
        f44 "44", f45 "45", f46 "46", f47 "47", f48 "48", f49 "49", f50 "50", f51 "51", f52 "52", f53 "53", f54 "54",
        f55 "55", f56 "56", f57 "57", f58 "58", f59 "59", f60 "60", f61 "61", f62 "62", f63 "63", f64 "64", f65 "65",
    }
    let json = |keys: std::ops::Range<i64>| {
        let fields: Vec<String> = keys.map(|key| format!(r#""{key}":{key}"#)).collect();
        format!("{{{}}}", fields.join(","))
    };
    let wide: Wide = read(&json(0..66)).unwrap();
    assert_eq!((wide.f0, wide.f63, wide.f64, wide.f65), (0, 63, 64, 65));
    assert!(read::<Wide>(&json(0..65)).unwrap_err().starts_with("missing field `65`"));
    assert!(read::<Wide>(&json(1..66)).unwrap_err().starts_with("missing field `0`"));
}

/// RFC 8259 and JSON Schema: an object may have more members than anyone describes.
#[test]
fn unknown_fields_are_kept_and_written_back() {
    let text = r#"{"id":5,"tier":{"level":1.50},"jane@example.com":null,"last":"x"}"#;
    let pet: Pet = read(text).unwrap();
    assert_eq!(pet.unknown_fields().get("tier").map(|json| json.get()), Some(r#"{"level":1.50}"#));
    assert_eq!(write(&pet), text);
    assert_eq!(format!("{pet:?}"), "Pet { id: 5, unknown_fields: <3> }");
    let known = Pet::new(5);
    assert_ne!(pet, known);
    assert_eq!(pet.clone(), pet);

    let mut other = Pet::new(5);
    assert!(other.unknown_fields().is_empty());
    *other.unknown_fields_mut() = pet.unknown_fields().clone();
    assert_eq!(other, pet);
    // A field of the type is written once.
    other.unknown_fields_mut().insert("id", crate::types::json::Json::parse("7").unwrap());
    assert_eq!(write(&other), text);

    // The last one counts.
    let pet: Pet = read(r#"{"id":5,"new":1,"new":2}"#).unwrap();
    assert_eq!(write(&pet), r#"{"id":5,"new":2}"#);
}

#[test]
fn another_value_of_a_constant_is_kept_and_written_back() {
    for (text, value, drift) in [
        (r#"{"type":"ball","radius":3}"#, None, None),
        (r#"{"type":"ball.v2","radius":3}"#, Some(r#""ball.v2""#), Some((DriftKind::UnknownValue, "ball.v2"))),
        (r#"{"type":null,"radius":3}"#, Some("null"), Some((DriftKind::UnknownValue, "null"))),
        (r#"{"type":7,"radius":3}"#, Some("7"), Some((DriftKind::UnknownValue, ""))),
        (r#"{"type":["ball",{"a":1}],"radius":3}"#, Some(r#"["ball",{"a":1}]"#), Some((DriftKind::UnknownValue, ""))),
        (r#"{"radius":3}"#, None, Some((DriftKind::MissingField, "type"))),
    ] {
        let (ball, found) = drift::collect(|| crate::wire::decode::from_text::<Ball>(text));
        let ball = ball.unwrap();
        assert_eq!(ball.unknown_fields().get("type").map(|json| json.get()), value, "{text}");
        assert_eq!(write(&ball), text);
        let found: Vec<_> = found.iter().map(|one| (one.kind(), one.text(), one.pointer())).collect();
        let expected: Vec<_> = drift.map(|(kind, text)| (kind, text, Some("/type"))).into_iter().collect();
        assert_eq!(found, expected, "{text}");
    }
    assert_eq!(read::<Ball>(r#"{"type":"ball"}"#).unwrap_err(), "missing field `radius` at line 1 column 15");
    // What a program makes has the constant.
    let ball = Ball { radius: 3, ..rt::Empty::empty() };
    assert_eq!(write(&ball), r#"{"type":"ball","radius":3}"#);
    assert_ne!(ball, read(r#"{"radius":3}"#).unwrap());
}

#[derive(Clone, PartialEq)]
struct Settings {
    retries: i64,
    mode: Option<String>,
    tags: Vec<String>,
    any: Json,
    odd: i64,
    _unknown_fields: rt::UnknownFields,
}

rt::object! {
    Settings {
        retries: "retries" required [range(None, Some(9)) default("3")],
        mode: "mode" required,
        tags: "tags" required [default("[\"a\"]")],
        any: "any" required,
        odd: "odd" required [default("\"no number\"")],
    }
}

#[test]
fn what_may_be_null_or_has_a_default_may_be_missing() {
    for (text, written, missing) in [
        (
            r#"{"retries":1,"mode":null,"tags":[],"any":2,"odd":5}"#,
            r#"{"retries":1,"mode":null,"tags":[],"any":2,"odd":5}"#,
            &[][..],
        ),
        (
            r#"{"odd":5}"#,
            r#"{"retries":3,"mode":null,"tags":["a"],"any":null,"odd":5}"#,
            &["retries", "mode", "tags", "any"],
        ),
        (
            r#"{"odd":5,"mode":"m","any":{}}"#,
            r#"{"retries":3,"mode":"m","tags":["a"],"any":{},"odd":5}"#,
            &["retries", "tags"],
        ),
    ] {
        let (settings, found) = drift::collect(|| crate::wire::decode::from_text::<Settings>(text));
        assert_eq!(write(&settings.unwrap()), written);
        let found: Vec<_> =
            found.iter().map(|one| (one.kind(), one.text(), one.pointer().unwrap().to_owned())).collect();
        let expected = missing.iter().map(|key| (DriftKind::MissingField, *key, format!("/{key}")));
        assert_eq!(found, expected.collect::<Vec<_>>(), "{text}");
    }
    // A default that is none of its values is none at all.
    assert!(read::<Settings>("{}").unwrap_err().starts_with("missing field `odd`"));
    // Null is not missing.
    assert!(read::<Settings>(r#"{"odd":5,"retries":null}"#).is_err());
}
