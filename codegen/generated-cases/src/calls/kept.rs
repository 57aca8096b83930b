//! What several schemas say of a value comes back, whichever of them says it.

use serde_json::{Value, json};

use crate::documents::kept::api::ships as api;

#[test]
fn values_come_back() {
    let same: Vec<Value> = vec![
        json!({"crew": [{"name": "Ada", "rank": "captain"}, {"name": "Odo"}]}),
        json!({"faults": [{"issue": "leak", "liters": 3, "deck": 1}, {"issue": "fire", "smoke": true, "deck": 2}]}),
        json!({"log": {"entries": ["a"], "weather": {"wind": 5}}}),
        json!({"app": {"id": "a", "kind": "web", "first_party": true}}),
        json!({"app": {"id": "a", "kind": "web", "owner": "Ada"}}),
        json!({"app": {"id": "a", "kind": "machine", "owner": "Ada"}}),
        json!({"source": {"type": "radio", "id": "a"}}),
        json!({"source": {"type": "sonar", "id": "a", "depth": 5}}),
    ];
    for json in same {
        let read: api::Ship = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), json, "{read:?}");
    }
}

#[test]
fn branches_are_typed() {
    let json = json!({
        "faults": [{"issue": "fire", "deck": 2}],
        "source": {"type": "sonar", "id": "a"},
        "app": {"id": "a", "kind": "web", "owner": "Ada"},
    });
    let ship: api::Ship = serde_json::from_value(json).unwrap();
    for part in ["Fire(", "deck: 2", "Sonar(", "type: <text>", "Web(", "owner: <text>"] {
        assert!(format!("{ship:?}").contains(part), "{part} is not in {ship:?}");
    }
}

#[test]
fn what_the_last_schema_excludes_is_no_part_of_the_type() {
    let ship: api::Ship = serde_json::from_value(json!({"papers": {"flag": "a", "seal": "b"}})).unwrap();
    // It is kept as an unknown field, which drift tells of.
    let papers = ship.papers.as_ref().unwrap();
    assert_eq!(papers.flag.as_deref(), Some("a"));
    assert_eq!(papers.unknown_fields().iter().map(|(key, _)| key).collect::<Vec<_>>(), ["seal"]);
}
