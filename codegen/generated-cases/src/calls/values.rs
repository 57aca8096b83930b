//! The types of the good cases read and write the JSON that they are meant for.

use crate::good::{edges, enums, extensions, fixtures, maps, names, recursion, structs, unions};
use openapi_client_runtime::{Decimal, Nullable};
use serde::{Serialize, de::DeserializeOwned};

/// What is read from a JSON text.
fn read<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn write<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

/// Reads each text and writes it again, to the last digit.
fn survive<T: DeserializeOwned + Serialize>(texts: &[&str]) {
    for text in texts {
        assert_eq!(write(&read::<T>(text)), *text);
    }
}

#[test]
fn absent_null_and_a_value_differ() {
    use structs::v1::pets::{Pet, PetCreate, PetCreateRequired};

    let pet = |rest: &str| {
        let text = format!(
            r#"{{"id":7,"name":"Momo",{rest},"born":"2021-04-30","seen":"2024-10-24T04:32:20Z","weight":3.20,"price":"12.50"}}"#
        );
        survive::<Pet>(&[&text]);
        read::<Pet>(&text)
    };
    assert_eq!(pet(r#""chip":null"#).chip, None);
    assert_eq!(pet(r#""chip":"1""#).chip.as_deref(), Some("1"));
    assert_eq!(pet(r#""chip":null"#).mood, Nullable::Absent);
    assert_eq!(pet(r#""chip":null,"mood":null"#).mood, Nullable::Null);
    assert_eq!(pet(r#""chip":null,"mood":"fine""#).mood, Nullable::from("fine"));
    assert!(serde_json::from_str::<Pet>(r#"{"id":7,"name":"Momo"}"#).is_err());

    let create = || PetCreate::new(PetCreateRequired { name: "Momo", chip: None, weight: Decimal::new(320, 2).into() });
    for (create, rest) in [
        (create(), ""),
        (create().nickname(None), r#","nickname":null"#),
        (create().nickname("Mo"), r#","nickname":"Mo""#),
        (create().toys(["ball"]), r#","toys":["ball"]"#),
        (create().born("2021-04-30"), r#","born":"2021-04-30""#),
        (create().secret("purr-purr"), r#","secret":"purr-purr""#),
        (create().legs(4), r#","legs":4"#),
        (create().score(Decimal::new(750, 2)), r#","score":7.50"#),
        (create().stock(3), r#","stock":3"#),
        (create().zip("04109"), r#","zip":"04109""#),
        (create().zip(None), r#","zip":null"#),
        (create().is_tame(true), r#","is_tame":true"#),
        (create().parents([structs::v1::pets::Parent::new()]), r#","parents":[{}]"#),
    ] {
        let text = format!(r#"{{"name":"Momo","chip":null,"weight":3.20{rest}}}"#);
        assert_eq!(write(&create), text);
        assert_eq!(read::<PetCreate>(&text), create);
    }
}

#[test]
fn scalars_go_back_as_they_came() {
    use structs::v1::pets::PetCreate;

    for rest in [
        r#""score":"7.50""#,
        r#""score":7.50"#,
        r#""score":12345678901234567.123456789"#,
        r#""stock":"3""#,
        r#""stock":3"#,
        r#""zip":"04109""#,
        r#""zip":4109"#,
        r#""zip":null"#,
        r#""is_tame":"true""#,
        r#""is_tame":false"#,
    ] {
        survive::<PetCreate>(&[&format!(r#"{{"name":"","chip":null,"weight":"0.0000",{rest}}}"#)]);
    }
    let pet: PetCreate = read(r#"{"name":"","chip":null,"weight":1.10,"zip":4109,"is_tame":"false","stock":"3"}"#);
    assert_eq!(pet.weight.decimal(), Some(Decimal::new(110, 2)));
    assert_eq!(pet.zip.value().unwrap(), "4109");
    assert_eq!(pet.is_tame.unwrap(), false);
    assert_eq!(pet.stock.unwrap().as_i64(), Some(3));
}

#[test]
fn unknown_values_of_an_enum_survive() {
    use enums::v1::pets::{Mood, Pet, PetSize};

    for (text, value) in [
        ("happy", Mood::Happy),
        ("Happy", Mood::Happy2),
        ("so so", Mood::SoSo),
        ("", Mood::Empty),
        ("+1", Mood::Plus1),
        ("unknown", Mood::Unknown2),
        ("self", Mood::Self_),
        ("ä", Mood::Ue4),
        ("with \"quotes\"", Mood::WithQuotes),
    ] {
        let json = serde_json::to_string(text).unwrap();
        assert_eq!(read::<Mood>(&json), value);
        assert_eq!(write(&value), json);
    }
    assert!(matches!(read(r#""grumpy""#), Mood::Unknown(_)));
    survive::<Pet>(&[
        r#"{"mood":"grumpy","before":null,"moods":["happy","","HAPPY"],"size":"tiny"}"#,
        r#"{"mood":"2fa","before":"-1","size":null}"#,
    ]);
    assert_eq!(read::<Pet>(r#"{"mood":"type","size":"large"}"#).size, Nullable::Value(PetSize::Large));
}

#[test]
fn the_branch_of_a_union_is_chosen_by_its_keys() {
    use unions::v1::pets::{Answer, ByDiscriminator, ByKey, ByTag, ByType, Mixed};

    macro_rules! branches {
        ($($name:ident { $($text:literal: $branch:ident,)+ })+) => {
            $($(
                assert!(matches!(read($text), $name::$branch(_)), "{} of {}", $text, stringify!($name));
                survive::<$name>(&[$text]);
            )+)+
        };
    }
    branches! {
        ByType {
            r#""text""#: Text,
            "12": Number,
            "true": Flag,
            r#"["a"]"#: List,
            r#"{"purrs":true}"#: Cat,
            "1.5": Unknown,
            r#"[1]"#: Unknown,
            r#"{"barks":true}"#: Unknown,
        }
        ByKey {
            r#"{"purrs":true,"name":"Momo"}"#: Cat,
            r#"{"barks":false}"#: Dog,
            r#"{"name":"Momo"}"#: Any,
            "{}": Any,
            r#"{"barks":"loudly"}"#: Unknown,
            "12": Unknown,
        }
        ByTag {
            r#"{"shape":"round","radius":1.50}"#: Round,
            r#"{"shape":"square","side":2}"#: Square,
            r#"{"shape":"oval","radius":1.50,"more":[1.0]}"#: Unknown,
            r#"{"radius":1.50}"#: Unknown,
        }
        ByDiscriminator {
            r#"{"kind":"round"}"#: Ball,
            r#"{"kind":"oval"}"#: Ball,
            r#"{"kind":"cubic"}"#: Cube,
            r#"{"kind":"flat","is":{"a":null}}"#: Unknown,
        }
        Mixed {
            r#"[{"barks":true}]"#: List,
            r#"{"purrs":true}"#: Cat,
            r#"{"barks":true}"#: Dog,
            r#""text""#: Unknown,
        }
    }
    survive::<Answer>(&[
        r#"{"by_type":1}"#,
        r#"{"by_type":"a","by_key":{},"all":[{"shape":"square","side":2},{"shape":"new"}],"nothing":null}"#,
    ]);
}

#[test]
fn constants_are_written() {
    use unions::v1::pets::{Answer, Cube, RoundShape, SquareShape};

    assert_eq!(write(&RoundShape::new(Decimal::new(15, 1))), r#"{"shape":"round","radius":1.5}"#);
    assert_eq!(write(&Cube::new()), r#"{"kind":"cubic"}"#);
    let answer = Answer::new("a").by_tag(SquareShape::new(2)).all([RoundShape::new(1)]);
    let text = r#"{"by_type":"a","by_tag":{"shape":"square","side":2},"all":[{"shape":"round","radius":1}]}"#;
    assert_eq!(write(&answer), text);
}

#[test]
fn maps_and_additional_properties_survive() {
    use maps::v1::pets::{Closed, Open, Typed};

    survive::<Open>(&[
        r#"{"id":1}"#,
        r#"{"id":1,"counts":{"a":1,"b":2},"labels":null,"amounts":{"c":1.10},"nested":{"d":[{"name":"e","f":2.00}]}}"#,
        r#"{"id":1,"holes":{"a":null,"b":"c"},"anything":{"d":[1.0,{"e":null}]},"empty":{},"raw":[1]}"#,
        r#"{"id":1,"additional_properties":"a","inline":{"b":{"depth":2}},"more":{"c":[1.0]},"other":null}"#,
    ]);
    let open: Open = read(r#"{"id":1,"more":true}"#);
    assert_eq!(open.additional_properties2["more"].get(), "true");
    let typed: Typed = read(r#"{"name":"a","b":"2.50"}"#);
    assert_eq!(typed.additional_properties["b"].decimal(), Some(Decimal::new(250, 2)));
    survive::<Closed>(&[r#"{"name":"a","names":{"b":"c"},"more":1}"#]);
}

#[test]
fn types_that_hold_themselves_are_read() {
    use recursion::v1::pets::{Friend, Opposite, Rule, Tree};

    survive::<Tree>(&[
        r#"{"name":"a","left":{"name":"b","left":{"name":"c"}},"right":null,"children":[{"name":"d","right":{"name":"e"}}]}"#,
        r#"{"name":"a","by_name":{"b":{"name":"b"}},"friend":{"tree":{"name":"c"}},"rule":["d",{"not":{"not":"e"}},[],7]}"#,
    ]);
    let rule = Rule::from(Opposite::new(Opposite::new("a")));
    let tree = Tree::new("b").left(Tree::new("c")).friend(Friend::new(Tree::new("d"))).rule(rule);
    let text = r#"{"name":"b","left":{"name":"c"},"friend":{"tree":{"name":"d"}},"rule":{"not":{"not":"a"}}}"#;
    assert_eq!(write(&tree), text);
}

#[test]
fn what_was_read_becomes_a_request() {
    use extensions::v1::pets::{Pet, PetUpdate};

    for (pet, update) in [
        (r#"{"id":1,"name":"a","chip":null}"#, r#"{"id":1,"name":"a","chip":null}"#),
        (
            r#"{"id":1,"name":"a","chip":"b","note":null,"owner":null,"gone":true}"#,
            r#"{"id":1,"name":"a","chip":"b","note":null}"#,
        ),
        (
            r#"{"id":1,"name":"a","chip":"b","note":"c","mood":"d","owner":"e","weight":1.50}"#,
            r#"{"id":1,"name":"a","chip":"b","note":"c","mood":"d","owner":"e","weight":1.50}"#,
        ),
    ] {
        assert_eq!(write(&PetUpdate::from(&read::<Pet>(pet))), update);
    }
}

#[test]
fn names_on_the_wire_are_those_of_the_document() {
    let text = r#"{"":"a","type":"b","self":"c","new":"d","firstName":"e","first_name":"f","FIRST-NAME":"g","2fa":true,"$ref_count":1,"map":2,"some":"None","renamed":{"key":"h","D":3}}"#;
    survive::<names::v1::pets::Pets>(&[text]);
}

#[test]
fn tags_are_the_names_of_the_schemas_as_the_document_spells_them() {
    use edges::v1::pets::{Dog, DogRequired, Mood, Pet};
    assert!(matches!(read(r#"{"kind":"cat","lives":9}"#), Pet::Cat(cat) if cat.lives == Some(9)));
    assert!(matches!(read(r#"{"kind":"Dog","sub":1}"#), Pet::Dog(dog) if dog.sub == 1));
    // No branch has that name, and this is no dog without what is required of one.
    assert!(matches!(read(r#"{"kind":"Cat"}"#), Pet::Unknown(_)));
    assert!(matches!(read(r#"{"kind":"Dog"}"#), Pet::Unknown(_)));
    survive::<Pet>(&[r#"{"kind":"cat","lives":9}"#, r#"{"kind":"Cat","lives":9}"#, r#"{"kind":"Dog"}"#]);
    assert_eq!(
        write(&Dog::new(DogRequired { kind: "Dog", sub: 2 }).add(1).mood(Mood::Self2)),
        r#"{"kind":"Dog","add":1,"sub":2,"mood":"Self"}"#
    );
}

#[test]
fn fixtures_are_what_the_document_shows() {
    use fixtures::v1::pets::fixtures_of_api::{LIST, LIST_PETS, POST_SUCCESS, PUT_CREATED, RAW, TYPE};
    use openapi_client_runtime::test_util::Fixture;

    fn decoded<T: DeserializeOwned + Serialize>(fixture: Fixture<T>) -> (u16, String) {
        (fixture.status(), write(&fixture.decode().unwrap()))
    }
    assert_eq!(decoded(PUT_CREATED), (201, r#"{"name":"Momo","price":0.50}"#.to_owned()));
    assert_eq!(decoded(POST_SUCCESS), (201, r#"{"left":2}"#.to_owned()));
    assert_eq!(decoded(RAW).1.split_whitespace().collect::<String>(), r#"[31,".inf","1",{}]"#);
    assert_eq!(decoded(TYPE).1, "\"a \\\"#quoted\\\"## name\\ttab \u{202e} é\"");
    assert_eq!(LIST_PETS.value()["count"], 2);
    let pets = LIST.decode().unwrap();
    assert_eq!(pets[0].price.decimal(), Some(Decimal::new(4210, 2)));
    assert_eq!(write(&pets[0].stock), "12345678901234567.8900");
    assert_eq!(format!("{LIST:?}"), r#"Fixture { operation: "v1.pets.list", status: 200, .. }"#);
}

#[test]
fn debug_shows_no_text() {
    let shown = [
        format!(
            "{:?}",
            read::<structs::v1::pets::PetCreate>(
                r#"{"name":"LEAK","chip":"LEAK","weight":1,"nickname":"LEAK","toys":["LEAK"],"secret":"LEAK","zip":"LEAK","parents":[{"name":"LEAK"}]}"#,
            )
        ),
        format!("{:?}", read::<enums::v1::pets::Pet>(r#"{"mood":"LEAK"}"#)),
        format!(
            "{:?}",
            read::<unions::v1::pets::Answer>(r#"{"by_type":"LEAK","by_key":{"name":"LEAK"},"by_tag":["LEAK"]}"#)
        ),
        format!(
            "{:?}",
            read::<maps::v1::pets::Open>(r#"{"id":1,"labels":{"LEAK":"LEAK"},"raw":"LEAK","LEAK":"LEAK"}"#)
        ),
        format!("{:?}", read::<recursion::v1::pets::Tree>(r#"{"name":"LEAK","left":{"name":"LEAK"},"rule":"LEAK"}"#)),
    ];
    for shown in shown {
        assert!(!shown.contains("LEAK"), "{shown}");
    }
}
