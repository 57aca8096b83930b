//! Setters of unions take what people have, whether they may be null or not.

use openapi_client_runtime::{DateTime, Decimal, Nullable};

use super::server::{Wire, body};
use crate::documents::setters::Client;
use crate::documents::setters::api::pets::{House, Note, Pet, PetBorn, PetHome, PetWeight, Rule, RuleObject};

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[tokio::test]
async fn strings_numbers_and_values_go_in() {
    let wire = Wire::new();
    let client = Client::builder().base_url(wire.address.as_str()).build().unwrap();
    let pet = Pet::new("a").chip(7_u64).mother("b").weight(2.5).born("2026-01-02T10:00:00Z").home("den").rule("sleep");
    client.pets().add(pet).await.unwrap();
    client.pets().add_note(Note::new("quiet")).await.unwrap();
    let expected = concat!(
        r#"{"id":"a","chip":7,"mother":"b","weight":2.5,"born":"2026-01-02T10:00:00Z","home":"den","#,
        r#""rule":"sleep"}"#
    );
    let bodies: Vec<_> = wire.take().iter().map(|request| body(request).to_owned()).collect();
    assert_eq!(bodies, [expected, r#"{"text":"quiet"}"#]);
}

#[test]
fn each_field_takes_each_of_its_branches() {
    let pet = || Pet::new(7_u64);
    for (pet, expected) in [
        (pet().weight(3), r#""weight":3"#),
        (pet().weight(Decimal::new(150, 2)), r#""weight":1.50"#),
        (pet().weight(true), r#""weight":true"#),
        (pet().weight(PetWeight::from(4)), r#""weight":4"#),
        (pet().born(2026), r#""born":2026"#),
        (pet().born(DateTime::from("2026-01-02T10:00:00Z")), r#""born":"2026-01-02T10:00:00Z""#),
        (pet().born(PetBorn::from(1)), r#""born":1"#),
        (pet().home(House::new(3)), r#""home":{"rooms":3}"#),
        (pet().home(String::from("den")), r#""home":"den""#),
        (pet().home(PetHome::from("den")), r#""home":"den""#),
        (pet().calls("Tilda"), r#""calls":"Tilda""#),
        (pet().calls(["a", "b"]), r#""calls":["a","b"]"#),
        (pet().calls(vec!["a"]), r#""calls":["a"]"#),
        (pet().calls([1.5]), r#""calls":[1.5]"#),
        (pet().calls(vec![1, 2]), r#""calls":[1,2]"#),
        (pet().rule(RuleObject::new("run")), r#""rule":{"but":"run"}"#),
        (pet().rule(RuleObject::new(RuleObject::new(None))), r#""rule":{"but":{"but":null}}"#),
    ] {
        assert_eq!(written(&pet), format!(r#"{{"id":7,{expected}}}"#));
    }
}

#[test]
fn null_and_options_go_in_where_null_is_a_value() {
    assert_eq!(
        written(&Pet::new(None).born(None).home(None).rule(None)),
        r#"{"id":null,"born":null,"home":null,"rule":null}"#
    );
    let pet =
        Pet::new("a").home(Some(PetHome::from("den"))).rule(Nullable::Value(Rule::from("run"))).born(Nullable::Absent);
    assert_eq!(written(&pet), r#"{"id":"a","home":"den","rule":"run"}"#);
    assert_eq!(written(&Note::new(None)), r#"{"text":null}"#);
    assert_eq!(written(&Note::new(Some("a".to_owned()))), r#"{"text":"a"}"#);
}
