//! Setters take what callers have at hand.

use std::collections::{BTreeMap, HashMap};

use openapi_client_runtime::{Nullable, Number, NumericString};

use crate::good::maps::v1::pets::Open;

#[test]
fn objects_are_given_as_anything_with_entries() {
    let key = "count".to_owned();
    let wanted =
        r#"{"id":1,"counts":{"count":2},"labels":{"count":"two"},"amounts":{"count":2},"holes":{"count":null}}"#;
    let given = [
        Open::new(1)
            .counts([("count", 2)])
            .labels([("count", "two".to_owned())])
            .amounts([("count", 2)])
            .holes([("count", None)]),
        Open::new(1)
            .counts([(&key, 2)])
            .labels(HashMap::from([("count", "two".to_owned())]))
            .amounts(HashMap::from([(key.clone(), Number::from(2))]))
            .holes(vec![(key.as_str(), None)]),
        Open::new(1)
            .counts(BTreeMap::from([(key.clone(), 2)]))
            .labels(BTreeMap::from([(key.clone(), "two".to_owned())]))
            .amounts(std::iter::once((key.clone(), 2_i64)))
            .holes(HashMap::from([(key, None)])),
    ];
    for open in given {
        assert_eq!(serde_json::to_string(&open).unwrap(), wanted);
    }
}

#[test]
fn strings_are_given_as_they_are() {
    let text = "4.20".to_owned();
    assert_eq!(NumericString::from(&text), NumericString::from("4.20"));
    let some = Nullable::Value(vec!["a".to_owned(), "b".to_owned()]);
    assert_eq!(Nullable::from(["a", "b"]), some);
    assert_eq!(Nullable::from(vec!["a", "b"]), some);
}
