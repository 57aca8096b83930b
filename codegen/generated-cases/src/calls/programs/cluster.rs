//! An API as that of Kubernetes: each kind of patch, reading and writing back, and lists that go on.

use std::collections::BTreeMap;

use openapi_client_runtime::{Json, Text};
use serde_json::json;

use super::super::server::{Wire, body, header, json as json_response, line, sent};
use crate::documents::program_cluster::Client;
use crate::documents::program_cluster::api::core_v1::{
    IoFleetApiCoreV1Hold, IoFleetApiCoreV1Ship, IoFleetApiCoreV1ShipSpec, IoFleetMetaV1DeleteOptions,
    IoFleetMetaV1ObjectMeta, IoFleetMetaV1Status,
};

fn client(wire: &Wire) -> Client {
    Client::builder("Bearer hush").base_url(wire.address.as_str()).build().unwrap()
}

/// With fields of controllers and of later versions that the document does not have.
const SHIP: &str = r#"{"kind":"Ship","apiVersion":"v1","metadata":{"name":"ada","uid":"1-2","resourceVersion":"41",
    "generation":2,
    "creationTimestamp":"2026-01-02T03:04:05Z","labels":{"a.b/c":"d"},"managedFields":[{"manager":"m",
        "fieldsV1":{"f:spec":{}}}]},
    "spec":{"holds":[{"name":"h1","limits":{"space":"1500m","crew":2.50},"image":"x:1"}],"berth":8080,
        "sidecar":{"on":true}},
    "status":{"phase":"Sailing","conditions":[{"type":"Ready"}]}}"#;

#[tokio::test]
async fn each_patch_is_another_meaning() {
    let wire = Wire::serving(|_| json_response(200, SHIP));
    let client = client(&wire);
    let ships = client.core_v1();
    let object = |value: serde_json::Value| serde_json::from_value::<BTreeMap<String, Json>>(value).unwrap();
    let merge = json!({"metadata": {"labels": {"old": null}}});
    ships.patch_harbor_ship("lund", "ada", object(merge.clone())).await.unwrap();
    let steps = json!([{"op": "replace", "path": "/spec/berth", "value": "https"}]);
    ships.patch_harbor_ship_as_json_patch("lund", "ada", steps.clone()).await.unwrap();
    let strategic = json!({"spec": {"holds": [{"name": "h1", "$patch": "delete"}]}});
    ships.patch_harbor_ship_as_strategic_merge_patch("lund", "ada", object(strategic.clone())).await.unwrap();
    let apply = json!({"apiVersion": "v1", "kind": "Ship"});
    let call = ships.patch_harbor_ship_as_apply_patch("lund", "ada", object(apply.clone()));
    let ship = call.field_manager("tests").force(true).await.unwrap();
    assert_eq!(ship.metadata.as_ref().unwrap().resource_version.as_deref(), Some("41"));

    let path = "PATCH /api/v1/harbors/lund/ships/ada";
    let applied = format!("{path}?fieldManager=tests&force=true");
    let expected = [
        (path, "application/merge-patch+json", merge),
        (path, "application/json-patch+json", steps),
        (path, "application/strategic-merge-patch+json", strategic),
        (&applied, "application/apply-patch+yaml", apply),
    ];
    for (request, (target, media_type, value)) in wire.take().iter().zip(expected) {
        assert_eq!(header(request, "content-type").as_deref(), Some(media_type));
        assert_eq!(line(request), target);
        assert_eq!(serde_json::from_str::<serde_json::Value>(body(request)).unwrap(), value);
        assert_eq!(header(request, "authorization").as_deref(), Some("Bearer hush"));
    }
}

#[tokio::test]
async fn what_was_read_is_written_back() {
    let wire = Wire::dribbling(|_| json_response(200, SHIP));
    let client = client(&wire);
    let mut ship = client.core_v1().read_harbor_ship("lund", "ada").await.unwrap().into_inner();
    let spec = ship.spec.as_mut().unwrap();
    assert_eq!(spec.berth, Some(Text::from(8080)));
    spec.berth = Some("https".into());
    client.core_v1().replace_harbor_ship("lund", "ada", ship).await.unwrap();
    let mut expected: serde_json::Value = serde_json::from_str(SHIP).unwrap();
    expected["spec"]["berth"] = json!("https");
    let requests = wire.take();
    assert_eq!(sent(&requests[1]), expected);
    // Digit by digit.
    assert!(body(&requests[1]).contains("\"crew\":2.50"), "{}", requests[1]);
}

#[tokio::test]
async fn ships_are_created_listed_and_deleted() {
    let wire = Wire::serving(|request| match line(request).split(' ').next().unwrap() {
        "POST" => json_response(
            409,
            r#"{"kind":"Status","status":"Failure","message":"ships \"ada\" already exists",
                "reason":"AlreadyExists","code":409}"#,
        ),
        "DELETE" => {
            json_response(202, r#"{"kind":"Status","status":"Success","details":{"name":"ada","kind":"ships"}}"#)
        }
        _ if line(request).contains("continue") => {
            json_response(200, r#"{"kind":"ShipList","metadata":{"resourceVersion":"9"},"items":[]}"#)
        }
        _ => json_response(
            200,
            &format!(
                r#"{{"kind":"ShipList","metadata":{{"continue":"x/y=","remainingItemCount":1}},"items":[{SHIP}]}}"#
            ),
        ),
    });
    let client = client(&wire);
    let ships = client.core_v1();
    let mut names = Vec::new();
    let mut rest: Option<String> = None;
    loop {
        let call = ships.list_harbor_ship("lund").label_selector("a.b/c=d,e!=f").limit(1);
        let call = if let Some(rest) = &rest { call.r#continue(rest.as_str()) } else { call };
        let page = call.await.unwrap().into_inner();
        names.extend(page.items.into_iter().filter_map(|ship| ship.metadata?.name));
        rest = page.metadata.and_then(|metadata| metadata.r#continue);
        if rest.is_none() {
            break;
        }
    }
    assert_eq!(names, ["ada"]);
    let ship = IoFleetApiCoreV1Ship::new()
        .metadata(IoFleetMetaV1ObjectMeta::new().name("ada"))
        .spec(IoFleetApiCoreV1ShipSpec::new([IoFleetApiCoreV1Hold::new("h1")]).berth(80));
    let error = ships.create_harbor_ship("lund", ship).dry_run("All").await.unwrap_err();
    assert!(error.to_string().contains("already exists"), "{error}");
    assert_eq!(error.api::<IoFleetMetaV1Status>().unwrap().reason.as_deref(), Some("AlreadyExists"));
    let options = IoFleetMetaV1DeleteOptions::new().propagation_policy("Background");
    let gone = ships.delete_harbor_ship("lund", "ada").grace_period_seconds(0).body(options).await.unwrap();
    assert_eq!(gone.status.as_deref(), Some("Success"));

    let requests = wire.take();
    // By RFC 3986, a comma may stand in a query as it is.
    let list = "GET /api/v1/harbors/lund/ships?labelSelector=a.b%2Fc%3Dd,e%21%3Df&limit=1";
    let lines: Vec<_> = requests.iter().map(|request| line(request)).collect();
    let expected = [
        list,
        &format!("{list}&continue=x%2Fy%3D"),
        "POST /api/v1/harbors/lund/ships?dryRun=All",
        "DELETE /api/v1/harbors/lund/ships/ada?gracePeriodSeconds=0",
    ];
    assert_eq!(lines, expected);
    assert_eq!(
        sent(&requests[2]),
        json!({"metadata": {"name": "ada"}, "spec": {"holds": [{"name": "h1"}], "berth": 80}})
    );
    assert_eq!(sent(&requests[3]), json!({"propagationPolicy": "Background"}));
}
