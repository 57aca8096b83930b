//! Small documents from those of vendors: each kind of value that they have, over a socket.

use openapi_client_runtime::{DriftKind, FilePart, Nullable};

use super::super::server::{NO_CONTENT, Wire, body, json as json_response, line};
use crate::evidence::{c07, m02, m03, m05, m07, m08, m09, m10, m12, m13, m14};

/// A client of a module, for a server.
macro_rules! client {
    ($module:ident, $wire:expr) => {
        $module::Client::builder().base_url($wire.address.as_str()).build().unwrap()
    };
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn c07_each_direction_has_its_own_properties() {
    use c07::api::t::{UserInput, UserInputRequired};
    let wire = Wire::answering([(201, r#"{"id":7,"name":"n"}"#)]);
    let user = UserInput::new(UserInputRequired { name: "n", password: "pw" });
    let user = client!(c07, wire).t().add_user(user).await.unwrap();
    assert_eq!((user.id, user.name.as_str(), user.drift().len()), (7, "n", 0));
    assert_eq!(body(&wire.only()), r#"{"name":"n","password":"pw"}"#);
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn m02_the_constant_of_a_branch_decides() {
    use m02::api::shapes::Shape;
    let text = r#"[{"kind":"circle","radius":1.50},{"kind":"square","side":2},{"kind":"oval"}]"#;
    let wire = Wire::answering([(200, text)]);
    let shapes = client!(m02, wire).shapes().list().await.unwrap();
    assert!(matches!(shapes.as_slice(), [Shape::Circle(_), Shape::Square(_), Shape::Unknown(_)]), "{shapes:?}");
    assert_eq!(written(&shapes.into_inner()), text);
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn m03_inline_branches_are_typed() {
    use m03::api::shapes::GetShapeOk;
    let wire = Wire::answering([(200, r#"{"kind":"square","side":2}"#)]);
    let shape = client!(m03, wire).shapes().get().await.unwrap();
    assert!(matches!(&*shape, GetShapeOk::Square(square) if square.side == 2.0), "{shape:?}");
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn m05_a_branch_that_only_allows_null_is_no_branch() {
    let wire = Wire::answering([(200, r#"{"usage":{"cpu":3}}"#), (200, r#"{"usage":null}"#), (200, "{}")]);
    let get = async || client!(m05, wire).usage().get().await.unwrap();
    assert_eq!(get().await.usage.value().and_then(|usage| usage.cpu), Some(3));
    assert_eq!(get().await.usage, Nullable::Null);
    assert_eq!(get().await.usage, Nullable::Absent);
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn m07_two_kinds_of_arrays_go_out() {
    use m07::api::ask::{AskCallBody, AskCallBodyInput};
    let wire = Wire::new();
    let client = client!(m07, wire);
    client.ask().ask(AskCallBody::new([1.0, 2.5])).await.unwrap();
    client.ask().ask(AskCallBody::new([vec![1.into()], vec![]])).await.unwrap();
    let bodies: Vec<_> = wire.take().iter().map(|request| body(request).to_owned()).collect();
    assert_eq!(bodies, [r#"{"input":[1,2.5]}"#, r#"{"input":[[1],[]]}"#]);
    let read: AskCallBodyInput = serde_json::from_str("[[1]]").unwrap();
    assert!(matches!(read, AskCallBodyInput::ListOfListOfNumber(_)));
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn m08_a_tag_may_have_several_values() {
    use m08::api::rules::GetRuleOk;
    let wire = Wire::answering([(200, r#"{"op":"starts","value":"a"}"#), (200, r#"{"op":"below","value":1.50}"#)]);
    let get = async || client!(m08, wire).rules().get().await.unwrap();
    assert!(matches!(&*get().await, GetRuleOk::Text(rule) if rule.value == "a"));
    let number = get().await;
    assert!(matches!(&*number, GetRuleOk::Number(_)));
    assert_eq!(written(&number.into_inner()), r#"{"op":"below","value":1.50}"#);
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn m09_without_its_tag_the_values_decide() {
    use m09::api::rules::GetRuleOk;
    let texts = [r#"{"type":"text","value":"a"}"#, r#"{"value":2}"#, r#"{"value":"a"}"#];
    let wire = Wire::answering(texts.map(|text| (200, text)));
    let get = async || client!(m09, wire).rules().get().await.unwrap();
    assert!(matches!(&*get().await, GetRuleOk::Text(_)));
    assert!(matches!(&*get().await, GetRuleOk::Number(_)));
    assert!(matches!(&*get().await, GetRuleOk::Text(_)));
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn m10_parts_of_bytes_are_files() {
    let wire = Wire::new();
    let file = || FilePart::new(b"ab".to_vec()).file_name("a.bin");
    client!(m10, wire).files().upload(file()).other(file()).bare(file()).await.unwrap();
    let request = wire.only();
    for name in ["file", "other", "bare"] {
        assert!(request.contains(&format!("name=\"{name}\"; filename=\"a.bin\"")), "{request}");
    }
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn m12_a_variable_of_one_server_is_asked_by_its_operation() {
    let wire = Wire::new();
    client!(m12, wire).a().get().await.unwrap();
    assert_eq!(line(&wire.only()), "GET /a");
    // The server of the operation is not there, which only a call of it finds out.
    m12::Client::builder().build().unwrap().b().get("localhost:1").await.unwrap_err();
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn m13_what_may_be_null_may_be_missing() {
    let wire = Wire::answering([(200, r#"{"input":3}"#), (200, r#"{"cached":1}"#)]);
    let usage = client!(m13, wire).usage().get().await.unwrap();
    assert_eq!((usage.input, usage.cached), (3, None));
    let drift: Vec<_> = usage.drift().iter().map(|drift| (drift.kind(), drift.text())).collect();
    assert_eq!(drift, [(DriftKind::MissingField, "cached")]);
    let error = client!(m13, wire).usage().get().await.unwrap_err();
    assert!(error.to_string().contains("missing field `input`"), "{error}");
}

#[tokio::test]
#[ignore = "needs API_EVIDENCE"]
async fn m14_null_beside_a_reference_is_null() {
    use m14::api::items::Shape;
    let item = r#"{"id":1,"owner":null,"parent":{"x":2},"label":"a","note":null}"#;
    let wire = Wire::serving(move |request| match line(request) {
        "GET /items/1" => json_response(200, item),
        "GET /shape" => json_response(200, r#"{"kind":"circle","radius":2}"#),
        _ => NO_CONTENT.to_owned(),
    });
    let client = client!(m14, wire);
    let read = client.items().get(1).await.unwrap();
    assert_eq!((&read.owner, read.parent.value().and_then(|parent| parent.x)), (&None, Some(2)));
    assert!(read.drift().is_empty());
    assert_eq!(written(&read.into_inner()), item);
    assert!(matches!(&*client.items().get_shape().await.unwrap(), Shape::Circle(_)));
}
