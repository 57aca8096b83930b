//! An API with points as Qdrant's: ids that are integers or strings, vectors of three shapes, and filters in filters.

use openapi_client_runtime::{Nullable, Text};
use serde_json::json;

use super::super::server::{Wire, header, json as json_response, line, sent};
use crate::documents::program_points::Client;
use crate::documents::program_points::api::points::{
    Condition, FieldCondition, Filter, HasIdCondition, Match, PointStruct, PointStructRequired, PointUpserts, Range,
    Scroll, SparseVector, SparseVectorRequired, UpdateStatus, Vector, VectorStruct,
};

const UUID: &str = "550e8400-e29b-41d4-a716-446655440000";

fn client(wire: &Wire) -> Client {
    Client::builder("hush").base_url(wire.address.as_str()).build().unwrap()
}

#[tokio::test]
async fn points_have_ids_of_both_kinds() {
    let wire = Wire::dribbling(|_| {
        json_response(
            200,
            r#"{"usage":null,"result":{"operation_id":18446744073709551615,"status":"completed"},"status":"ok",
                "time":0.000021}"#,
        )
    });
    let point = |id: Text, vector: VectorStruct| PointStruct::new(PointStructRequired { id, vector });
    let payload = serde_json::from_value(json!({"city": "Lund", "near": {"lat": 55.7, "lon": 13.2}})).unwrap();
    let sparse = SparseVector::new(SparseVectorRequired { indices: vec![1, 7], values: vec![0.5, -0.25] });
    let named = [("dense".to_owned(), Vector::from(vec![1.5])), ("sparse".to_owned(), sparse.into())];
    let points = [
        point(u64::MAX.into(), vec![0.5, 0.25].into()).payload(Nullable::Value(payload)),
        point(UUID.into(), VectorStruct::Object(named.into())),
        point(3.into(), vec![vec![0.5], vec![0.75]].into()).payload(None),
    ];
    let call = client(&wire).points().upsert("stars & more").wait_value(true);
    let done = call.body(PointUpserts::new().points(points)).await.unwrap();
    assert_eq!(done.result.as_ref().unwrap().operation_id, Nullable::Value(u64::MAX));
    assert_eq!(done.result.as_ref().unwrap().status, UpdateStatus::Completed);

    let request = wire.only();
    assert_eq!(line(&request), "PUT /skies/stars%20%26%20more/points?wait=true");
    assert_eq!(header(&request, "api-key").as_deref(), Some("hush"));
    let expected = json!({"points": [
        {"id": 18446744073709551615_u64, "vector": [0.5, 0.25], "payload": {"city": "Lund", "near": {"lat": 55.7, "lon": 13.2}}},
        {"id": UUID, "vector": {"dense": [1.5], "sparse": {"indices": [1, 7], "values": [0.5, -0.25]}}},
        {"id": 3, "vector": [[0.5], [0.75]], "payload": null},
    ]});
    assert_eq!(sent(&request), expected);
}

#[tokio::test]
async fn a_scroll_goes_on_where_it_stopped() {
    let wire = Wire::serving(|request| {
        let is_second = request.contains(UUID);
        let next = if is_second { "null".to_owned() } else { format!("\"{UUID}\"") };
        let id = if is_second { format!("\"{UUID}\"") } else { "18446744073709551615".to_owned() };
        json_response(
            200,
            &format!(
                r#"{{"result":{{"points":[{{"id":{id},"payload":{{"n":1.50}},"vector":{{"dense":[1,2.5]}},
                    "order_value":7}}],"next_page_offset":{next}}},"status":"ok","time":1e-3}}"#
            ),
        )
    });
    let client = client(&wire);
    let condition = FieldCondition::new("city").r#match(Match::new("Lund"));
    let inner = Filter::new().should(vec![
        Condition::from(FieldCondition::new("stars").range(Range::new().gt(3.5))),
        HasIdCondition::new([Text::from(7), Text::from("a")]).into(),
    ]);
    let filter = Filter::new().must(vec![Condition::from(condition), inner.into()]);
    let mut scroll = Scroll::new().limit(1_u64).filter(filter).with_payload(vec!["n".to_owned()]);
    let mut ids = Vec::new();
    loop {
        let page = client.points().scroll("stars").body(scroll.clone()).await.unwrap();
        let page = page.into_inner().result.unwrap();
        ids.extend(page.points.into_iter().map(|point| point.id));
        match page.next_page_offset.value() {
            Some(next) => scroll = scroll.offset(next.clone()),
            None => break,
        }
    }
    assert_eq!(ids, [Text::from(u64::MAX), Text::from(UUID)]);
    let requests = wire.take();
    let filter = json!({"must": [
        {"key": "city", "match": {"value": "Lund"}},
        {"should": [{"key": "stars", "range": {"gt": 3.5}}, {"has_id": [7, "a"]}]},
    ]});
    assert_eq!(sent(&requests[0]), json!({"limit": 1, "filter": filter, "with_payload": ["n"]}));
    assert_eq!(sent(&requests[1]), json!({"offset": UUID, "limit": 1, "filter": filter, "with_payload": ["n"]}));
}

#[tokio::test]
async fn ids_of_both_kinds_in_paths_and_errors_in_a_status() {
    let body = r#"{"status":{"error":"Not found: Point"},"time":0.1}"#;
    let wire = Wire::serving(move |_| json_response(404, body));
    let client = client(&wire);
    let error = client.points().get("stars", u64::MAX).await.unwrap_err();
    assert!(error.to_string().contains("Not found: Point"), "{error}");
    client.points().get("stars", UUID).await.unwrap_err();
    let expected =
        ["GET /skies/stars/points/18446744073709551615".to_owned(), format!("GET /skies/stars/points/{UUID}")];
    assert_eq!(wire.lines(), expected);
}
