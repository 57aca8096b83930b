//! A document with null wherever JSON has it, at work.

use crate::documents::nulls::Client;
use crate::documents::nulls::api::zoo::{Pet, Scores};
use openapi_client_runtime::test_util::{Reply, Script};
use serde_json::{Value, json};

fn scripted(answer: Reply) -> (Client, Script) {
    let script = Script::new();
    script.push(answer);
    (Client::builder().script(&script).build().unwrap(), script)
}

#[tokio::test]
async fn nulls_in_lists_and_maps_go_and_come() {
    let (client, _) = scripted(Reply::new(200).json(json!([3, null, 1])));
    assert_eq!(client.api().zoo().list_scores().await.unwrap().into_inner(), [Some(3), None, Some(1)]);

    let (client, script) = scripted(Reply::new(200).json(json!({"name": "Tilda"})));
    let scores = Scores::new([Some(Pet::new("Tilda")), None])
        .points([("Tilda", Some(2.5.into())), ("Odo", None)])
        .rows(vec![vec![Some(true), None]]);
    let winner = client.api().zoo().replace_scores(scores).await.unwrap().into_inner();
    assert_eq!(winner.unwrap().name, "Tilda");
    let sent: Value = serde_json::from_slice(script.requests()[0].body()).unwrap();
    let expected = json!({
        "places": [{"name": "Tilda"}, null],
        "points": {"Tilda": 2.5, "Odo": null},
        "rows": [[true, null]],
    });
    assert_eq!(sent, expected);

    let (client, script) = scripted(Reply::new(200).json(json!(["first"])));
    let ranks = client.api().zoo().replace_ranks([Some("first".to_owned()), None]).await.unwrap();
    assert_eq!(ranks.into_inner(), Some(vec!["first".to_owned()]));
    assert_eq!(script.requests()[0].body(), br#"["first",null]"#.as_slice());
}

#[tokio::test]
async fn an_answer_may_be_null() {
    for answer in [Reply::new(200).json(Value::Null), Reply::new(204)] {
        let (client, _) = scripted(answer);
        assert_eq!(client.api().zoo().replace_ranks([]).await.unwrap().into_inner(), None);
    }
    let (client, _) = scripted(Reply::new(200).json(Value::Null));
    assert!(client.api().zoo().replace_scores(Scores::new([])).await.unwrap().into_inner().is_none());
}

#[tokio::test]
async fn what_is_no_null_has_its_type() {
    let (client, _) = scripted(Reply::new(200).json(json!([3, "none"])));
    let error = client.api().zoo().list_scores().await.unwrap_err();
    assert!(error.to_string().contains("[1]"), "{error}");

    // Limits hold beside nulls.
    let (client, script) = scripted(Reply::new(204));
    let error = client.api().zoo().replace_scores(Scores::new([None, None, None, None])).await.unwrap_err();
    assert!(error.to_string().contains("places: 4 items"), "{error}");
    assert!(script.requests().is_empty());
}
