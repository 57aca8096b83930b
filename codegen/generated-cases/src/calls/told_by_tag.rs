//! Unions that are told apart by tags: in other files, null, of subtypes, and beside a branch without keys.

use serde_json::{Value, json};

use crate::documents::told_by_tag::api::stages as api;

/// Reads the property of a stage, which comes back as it was. Its branch comes first in what is shown.
fn branches(property: &str, cases: &[(Value, &str)]) {
    for (value, branch) in cases {
        let json = json!({property: value});
        let read: api::Stage = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), json, "{read:?}");
        let (shown, start) = (format!("{read:?}"), format!("Stage {{ {property}: {branch}"));
        assert!(shown.starts_with(&start), "{value} is {shown}, and not {start}");
    }
}

#[test]
fn branches_may_be_in_other_files() {
    branches(
        "player",
        &[
            (json!({"kind": "soprano", "voice": "a"}), "Singer("),
            (json!({"kind": "dance", "voice": "a"}), "Dancers("),
            (json!({"kind": "Singer", "voice": "a"}), "Unknown("),
        ],
    );
    branches(
        "guest",
        &[
            (json!({"kind": "Singer", "voice": "a"}), "Singer("),
            (json!({"kind": "Speaker", "voice": "a"}), "Speaker("),
            (json!({"kind": "Dancer", "voice": "a"}), "Unknown("),
        ],
    );
}

#[test]
fn null_may_be_the_tag() {
    branches(
        "light",
        &[
            (json!({"lamp": null, "hours": 1}), "Dark("),
            (json!({"lamp": null}), "Dark("),
            (json!({"lamp": "spot"}), "Bright("),
            (json!({"lamp": "flood", "watts": 5}), "Bright("),
        ],
    );
}

#[test]
fn a_branch_without_keys_is_all_other_objects() {
    branches(
        "prop",
        &[
            (json!({"blade": "steel"}), "Sword("),
            (json!({"face": "fox"}), "Mask("),
            (json!({"wings": 2}), "Object("),
            (json!({}), "Object("),
            (json!({"blade": 1}), "Object("),
        ],
    );
}

#[test]
fn subtypes_may_have_subtypes() {
    branches(
        "role",
        &[
            (json!({"part": "hero", "name": "a", "deeds": 12}), "Hero("),
            (json!({"part": "prince", "name": "a", "deeds": 1, "crown": "gold"}), "Prince("),
            (json!({"part": "tree", "name": "a"}), "Role("),
        ],
    );
}
