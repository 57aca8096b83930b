//! Unions whose branches differ by little: each that is generated is read and written back.

use serde_json::{Value, json};

use crate::documents::told_apart::api::logs as api;

/// Reads the property of a log, which comes back as it was. Its branch comes first in what is shown.
fn branches(property: &str, cases: &[(Value, &str)]) {
    for (value, branch) in cases {
        let json = json!({property: value});
        let read: api::Log = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), json, "{read:?}");
        let (shown, start) = (format!("{read:?}"), format!("Log {{ {property}: {branch}"));
        assert!(shown.starts_with(&start), "{value} is {shown}, and not {start}");
    }
}

#[test]
fn a_branch_is_left_out_if_others_have_all_its_values() {
    branches("access", &[(json!({"id": 1, "level": "see"}), "Reader("), (json!({"id": 1, "level": "all"}), "Writer(")]);
}

#[test]
fn each_branch_has_a_value_of_its_own() {
    branches(
        "role",
        &[
            (json!({"level": "see"}), "Reader("),
            (json!({"level": "all"}), "Writer("),
            (json!({"level": "write"}), "Owner("),
            (json!({"id": 1, "level": "read"}), "Owner("),
        ],
    );
}

#[test]
fn what_is_in_maps_decides() {
    branches(
        "counts",
        &[
            (json!({"buckets": {"a": {"count": 1, "day": 2}}}), "ByDay("),
            (json!({"buckets": {"a": {"count": 1}, "b": {"count": 1, "name": "c"}}}), "ByName("),
            (json!({"buckets": {"a": {"size": 1}}}), "Loose("),
        ],
    );
}

#[test]
fn a_discriminator_may_refer_to_definitions_of_its_schema() {
    for (ty, branch) in [("log.delta", "Delta("), ("log.end", "End(")] {
        let json = json!({"event": {"data": {"type": ty, "text": "a"}}});
        let read: api::Log = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), json, "{read:?}");
        assert!(format!("{read:?}").contains(branch), "{read:?}");
    }
}
