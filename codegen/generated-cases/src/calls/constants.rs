//! Properties with a single value of any kind, properties of one direction, and unions whose required keys may be null.

use openapi_client_runtime::{DriftKind, Nullable, ResponseMeta};

use super::server::{Wire, body};
use crate::documents::constants::Client;
use crate::documents::constants::api::tickets::{TicketInput, Visit};

fn client(wire: &Wire) -> Client {
    Client::builder().base_url(wire.address.as_str()).build().unwrap()
}

fn drift(meta: &ResponseMeta) -> Vec<(DriftKind, &str)> {
    meta.drift().iter().map(|drift| (drift.kind(), drift.text())).collect()
}

const ALL: &str = r#""version":2,"rate":1.5,"paid":true,"kind":"ticket","state":3"#;

#[tokio::test]
async fn constants_are_sent_without_being_said_and_those_of_responses_are_not() {
    let wire =
        Wire::answering([(200, r#"{"name":"a","version":2.0,"rate":15e-1,"paid":true,"kind":"ticket","state":3}"#)]);
    let ticket = client(&wire).tickets().add(TicketInput::new("a").code("c").level(7).gate(None)).await.unwrap();
    let sent = r#"{"version":2,"rate":1.5,"paid":true,"kind":"ticket","pin":false,"name":"a","level":7,"gate":null,"code":"c"}"#;
    assert_eq!(body(&wire.only()), sent);
    // However the number is written.
    assert_eq!(drift(ticket.meta()), []);
    assert_eq!(serde_json::to_string(&ticket.into_inner()).unwrap(), format!(r#"{{{ALL},"name":"a"}}"#));
}

#[tokio::test]
async fn another_value_of_a_constant_is_kept_and_reported() {
    let wire = Wire::answering([(200, r#"{"name":"a","version":3,"rate":2,"paid":"yes","kind":4,"state":null}"#)]);
    let ticket = client(&wire).tickets().add(TicketInput::new("a")).await.unwrap();
    // Strings are not shown, and equal reports are one.
    let others = ["3", "2", "", "null"].map(|text| (DriftKind::UnknownValue, text));
    assert_eq!(drift(ticket.meta()), others);
    assert_eq!(ticket.unknown_fields().get("version").map(|json| json.get()), Some("3"));
    let written = r#"{"version":3,"rate":2,"paid":"yes","kind":4,"state":null,"name":"a"}"#;
    assert_eq!(serde_json::to_string(&ticket.into_inner()).unwrap(), written);
}

#[tokio::test]
async fn what_a_response_lacks_is_not_made_up() {
    let wire = Wire::answering([(200, r#"{"name":"a","version":2}"#)]);
    let ticket = client(&wire).tickets().add(TicketInput::new("a")).await.unwrap();
    let missing = ["rate", "paid", "kind", "state"].map(|key| (DriftKind::MissingField, key));
    assert_eq!(drift(ticket.meta()), missing);
    assert_eq!(serde_json::to_string(&ticket.into_inner()).unwrap(), r#"{"version":2,"name":"a"}"#);
}

#[tokio::test]
async fn optional_properties_of_one_direction_are_unknown_in_the_other() {
    let text = r#"{"version":2,"rate":1.5,"paid":true,"kind":"ticket","state":3,"name":"a","seen":5,"code":"c"}"#;
    let wire = Wire::answering([(200, text)]);
    let ticket = client(&wire).tickets().add(TicketInput::new("a")).await.unwrap();
    assert_eq!((ticket.seen, ticket.gate.clone()), (Some(5), Nullable::Absent));
    assert_eq!(drift(ticket.meta()), [(DriftKind::UnknownField, "code")]);
    assert_eq!(serde_json::to_string(&ticket.into_inner()).unwrap(), text);
}

#[tokio::test]
async fn a_branch_is_selected_although_its_nullable_key_is_missing() {
    let none = r#"{"hour":"late"}"#;
    let wire = Wire::answering([(200, r#"{"day":5}"#), (200, r#"{"hour":6,"new":1}"#), (200, "{}"), (200, none)]);
    let get = async || client(&wire).tickets().get_visit().await.unwrap();
    let tour = get().await;
    assert_eq!(drift(tour.meta()), [(DriftKind::MissingField, "guide")]);
    assert!(matches!(&*tour, Visit::Guide(tour) if (tour.guide.as_deref(), tour.day) == (None, Some(5))));
    let party = get().await;
    assert!(matches!(&*party, Visit::Guests(party) if (party.guests, party.hour) == (None, Some(6))));
    assert_eq!(serde_json::to_string(&party.into_inner()).unwrap(), r#"{"guests":null,"hour":6,"new":1}"#);
    // Either branch could be meant, or none fits: the JSON stays as it is.
    for text in ["{}", none] {
        let unknown = get().await;
        assert_eq!(drift(unknown.meta()), [(DriftKind::UnknownShape, "")]);
        assert_eq!(serde_json::to_string(&unknown.into_inner()).unwrap(), text);
    }
}
