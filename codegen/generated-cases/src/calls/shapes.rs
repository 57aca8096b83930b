//! Properties of one direction, required ones that are missing, null beside a reference, and bodies that are missing:
//! what is sent to a server, and what is read of its responses.

use openapi_client_runtime::{DriftKind, Nullable, ResponseMeta};
use serde_json::json;

use super::server::Wire;
use crate::documents::shapes::Client;
use crate::documents::shapes::api::zoo::{
    HomeInput, Login, LoginRequired, Party, PartyInput, PartyInputRequired, PetRequest, PetRequestRequired,
    SessionMode, TourInput, TourInputRequired, Visit, VisitInput,
};

fn client(wire: &Wire) -> Client {
    Client::builder().base_url(wire.address.as_str()).build().unwrap()
}

/// The body of the only request.
fn sent(wire: &Wire) -> String {
    wire.only().split_once("\r\n\r\n").unwrap().1.to_owned()
}

fn drift(meta: &ResponseMeta) -> Vec<(DriftKind, &str)> {
    meta.drift().iter().map(|drift| (drift.kind(), drift.text())).collect()
}

fn pet() -> PetRequest {
    PetRequest::new(PetRequestRequired { home: HomeInput::new(2), name: "Tilda", pin: "1234" })
}

#[tokio::test]
async fn each_direction_has_its_own_properties() {
    let wire = Wire::answering([(201, r#"{"id":7,"name":"Tilda","home":{"id":3,"rooms":2}}"#)]);
    let answer = client(&wire).api().zoo().add_pet(pet().friends([pet()])).await.unwrap();
    let alone = r#""name":"Tilda","pin":"1234","home":{"rooms":2}"#;
    assert_eq!(sent(&wire), format!(r#"{{{alone},"friends":[{{{alone}}}]}}"#));
    assert_eq!((answer.id, answer.name.as_str(), answer.home.id), (7, "Tilda", 3));
    assert_eq!(drift(answer.meta()), []);
}

#[tokio::test]
async fn what_the_other_direction_has_is_kept_and_reported() {
    let text = r#"{"id":7,"name":"Tilda","home":{"id":3,"rooms":2},"pin":"1234"}"#;
    let wire = Wire::answering([(201, text), (201, r#"{"name":"Tilda","home":{"id":3,"rooms":2}}"#)]);
    let answer = client(&wire).api().zoo().add_pet(pet()).await.unwrap();
    assert_eq!(drift(answer.meta()), [(DriftKind::UnknownField, "pin")]);
    assert_eq!(serde_json::to_string(&answer.into_inner()).unwrap(), text);

    // What responses require is required.
    let error = client(&wire).api().zoo().add_pet(pet()).await.unwrap_err();
    assert!(error.to_string().contains("missing field `id`"), "{error}");
}

#[tokio::test]
async fn what_may_be_null_or_has_a_default_may_be_missing() {
    let all = r#"{"token":"t","until":null,"retries":1,"mode":"slow","tags":[]}"#;
    let wire = Wire::answering([(200, r#"{"token":"t"}"#), (200, all), (200, r#"{"until":null,"retries":1}"#)]);
    let log_in = || client(&wire).api().zoo().log_in(Login::new(LoginRequired { name: "a", secret: "b" }));
    let answer = log_in().await.unwrap();
    assert_eq!(sent(&wire), r#"{"name":"a","secret":"b"}"#);
    assert_eq!((answer.until.as_ref(), answer.retries, &answer.mode), (None, 3, &SessionMode::Fast));
    assert_eq!(answer.tags, ["a", "b"]);
    let missing = ["until", "retries", "mode", "tags"].map(|key| (DriftKind::MissingField, key));
    assert_eq!(drift(answer.meta()), missing);
    let places: Vec<_> = answer.meta().drift().iter().map(|drift| drift.pointer().unwrap().to_owned()).collect();
    assert_eq!(places, ["/until", "/retries", "/mode", "/tags"]);

    let answer = log_in().await.unwrap();
    assert_eq!(drift(answer.meta()), []);
    assert_eq!((answer.retries, &answer.mode), (1, &SessionMode::Slow));
    assert_eq!(serde_json::to_string(&answer.into_inner()).unwrap(), all);

    let error = log_in().await.unwrap_err();
    assert!(error.to_string().contains("missing field `token`"), "{error}");
}

#[tokio::test]
async fn unions_of_two_shapes_have_two_shapes() {
    let wire = Wire::answering([
        (200, r#"{"kind":"Tour","id":9,"guide":"Odo"}"#),
        (200, r#"{"kind":"Party","guests":[{"id":1,"rooms":2}]}"#),
    ]);
    let tour = TourInput::new(TourInputRequired { guide: "Odo", kind: "Tour" });
    let answer = client(&wire).api().zoo().add_visit(tour).await.unwrap().into_inner();
    assert_eq!(sent(&wire), r#"{"kind":"Tour","guide":"Odo"}"#);
    assert!(matches!(answer, Visit::Tour(tour) if tour.id == 9));

    let party = PartyInput::new(PartyInputRequired { guests: vec![HomeInput::new(2)], kind: "Party" });
    let answer = client(&wire).api().zoo().add_visit(VisitInput::from(party)).await.unwrap().into_inner();
    assert_eq!(sent(&wire), r#"{"kind":"Party","guests":[{"rooms":2}]}"#);
    assert!(matches!(answer, Visit::Party(Party { guests, .. }) if guests[0].id == 1));
}

#[tokio::test]
async fn null_counts_beside_a_reference_and_integers_have_all_their_bits() {
    let nulls = r#""home":null,"owner":{"id":1,"rooms":2},"place":null"#;
    let text = format!(r#"{{{nulls},"tickets":18446744073709551615,"seats":9223372036854775808}}"#);
    let wire = Wire::answering([(200, text.clone().leak())]);
    let answer = client(&wire).api().zoo().get_fate(1).await.unwrap();
    assert_eq!(drift(answer.meta()), []);
    assert_eq!((&answer.home, &answer.place), (&Nullable::Null, &Nullable::Null));
    assert_eq!((answer.tickets, answer.seats), (Some(u64::MAX), Some(1 << 63)));
    assert_eq!(serde_json::to_string(&answer.into_inner()).unwrap(), text);
}

#[tokio::test]
async fn a_call_that_changes_something_may_have_nothing_to_say() {
    let wire = Wire::answering([(200, ""), (200, ""), (201, "")]);
    let answer = client(&wire).api().zoo().remove_pet(1).await.unwrap();
    assert_eq!(drift(answer.meta()), [(DriftKind::MissingBody, "")]);
    assert_eq!(serde_json::to_value(answer.into_inner()).unwrap(), json!({}));

    // One that only reads has to say what it read, and nothing is made up for what is required.
    let error = client(&wire).api().zoo().get_fate(1).await.unwrap_err();
    assert!(error.to_string().contains("the body is empty"), "{error}");
    let error = client(&wire).api().zoo().add_pet(pet()).await.unwrap_err();
    assert!(error.to_string().contains("the body is empty"), "{error}");
    assert!(error.may_have_taken_effect(), "{error}");
}

#[tokio::test]
async fn required_parameters_with_a_default_may_be_left_out() {
    let wire = Wire::answering([(200, "[]"), (200, "[]")]);
    let zoo = client(&wire);
    assert!(zoo.api().zoo().list_pets(5).await.unwrap().into_inner().is_empty());
    zoo.api().zoo().list_pets(5).limit(2).await.unwrap();
    assert_eq!(wire.lines(), ["GET /pets?after=5", "GET /pets?after=5&limit=2"]);
}
