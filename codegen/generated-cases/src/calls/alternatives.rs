//! Unions of every kind: each branch is read and written back, and what is none of them is kept.

use std::fmt::Debug;

use openapi_client_runtime::JsonNumber;
use openapi_client_runtime::test_util::{Reply, Script};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::documents::alternatives::Client;
use crate::documents::alternatives::api::cages as api;

/// Reads a value, which comes back as it was; returns how it is shown.
fn shown<T: DeserializeOwned + Serialize + Debug>(json: &Value) -> String {
    let read: T = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), *json, "{read:?}");
    format!("{read:?}")
}

/// Reads the property of a cage. Its branch comes first in what is shown.
fn branches(property: &str, cases: &[(Value, &str)]) {
    for (value, branch) in cases {
        let shown = shown::<api::Cage>(&json!({property: value}));
        let start = format!("Cage {{ {property}: {branch}");
        assert!(shown.starts_with(&start), "{value} is {shown}, and not {start}");
    }
}

#[test]
fn a_discriminator_has_the_constant_of_its_branch() {
    branches(
        "animal",
        &[
            (json!({"kind": "cat", "lives": 9}), "CatAnimal("),
            (json!({"kind": "dog", "bark": "woof"}), "DogAnimal("),
            (json!({"kind": "Bird", "wings": 2}), "Bird(Bird"),
            // The name of a component that has a constant is none of its values.
            (json!({"kind": "CatAnimal", "lives": 9}), "Unknown("),
            (json!({"lives": 9}), "Unknown("),
        ],
    );
    branches(
        "event",
        &[
            (json!({"code": 1, "at": "noon"}), "N1("),
            (json!({"code": 3, "by": "Odo"}), "N2("),
            (json!({"code": 4, "by": "Odo"}), "Unknown("),
            (json!({"code": "1", "at": "noon"}), "Unknown("),
        ],
    );
    branches(
        "rule",
        &[
            (json!({"op": "starts", "value": "a"}), "Text("),
            (json!({"op": "below", "value": 1.5}), "Number("),
            // The tag decides: then the value is wrong.
            (json!({"op": "below", "value": "a"}), "Unknown("),
        ],
    );
    branches(
        "note",
        &[
            (json!({"type": "written", "content": "hi"}), "Written("),
            (json!({"content": "hi", "seconds": 3}), "Spoken("),
            (json!({"content": "hi", "pages": 3}), "Written("),
        ],
    );
}

#[test]
fn keys_and_kinds_decide_otherwise() {
    branches(
        "size",
        &[
            (json!({"width": 1}), "Square("),
            (json!({"width": 1, "height": 2}), "Trunk("),
            (json!({"depth": 1}), "Trunk("),
            (json!({"width": "wide"}), "Label("),
            (json!({"width": true}), "Unknown("),
        ],
    );
    branches("sign", &[(json!({"by": {"hand": "left"}}), "Drawn("), (json!({"by": {"press": "big"}}), "Printed(")]);
    branches(
        "points",
        &[
            (json!([1.5, 2.0]), "List"),
            (json!([[1.5], [2.0]]), "List"),
            (json!([]), "List"),
            (json!(["a"]), "Unknown("),
        ],
    );
    branches(
        "toy",
        &[
            (json!({"radius": 1}), "Toy(Ball("),
            (json!({"length": 1}), "Toy(Rope("),
            (json!([{"length": 1}]), "List([Rope("),
            (json!({"weight": 1}), "Toy(Unknown("),
        ],
    );
    branches("task", &[(json!({"id": 1, "food": "hay"}), "Feed("), (json!({"id": 1, "water": true}), "Clean(")]);
    branches("job", &[(json!({"name": "Odo", "food": "hay"}), "Feed("), (json!({"water": true}), "Clean(")]);
    branches(
        "guest",
        &[
            (json!({"kind": "adult", "name": "Ola", "ticket": 1}), "Adult("),
            (json!({"kind": "kid", "name": "Odo", "age": 7}), "Child("),
            (json!({"kind": "dog", "name": "Odo"}), "Guest(GuestBase"),
        ],
    );
}

#[test]
fn scalars_nulls_and_objects_have_their_types() {
    branches("usage", &[(json!({"cpu": 1}), "Value(Usage"), (Value::Null, "Null")]);
    branches("state", &[(json!("open"), "Value(Open)"), (json!(""), "Value("), (Value::Null, "Null")]);
    branches("value", &[(json!("a"), "Text("), (json!(1), "Number("), (json!(true), "Flag(")]);
    branches("phone", &[(json!("0555"), ""), (json!(555), "")]);
    branches(
        "keeper",
        &[
            (json!({"name": "Ola", "key": "k"}), "CageKeeper {"),
            (json!({"key": "k"}), "CageKeeper {"),
            (json!({"name": "Ola"}), "CageKeeper {"),
        ],
    );
    branches("spot", &[(json!(["a", 1, true]), "[")]);
    branches("named", &[(json!({"name": "Tilda"}), "CageNamed { name: <text>")]);
    branches("lock", &[(json!({"kind": "code", "digits": 12, "key": "k", "spare": true}), "CageLock {")]);
}

#[tokio::test]
async fn every_branch_can_be_sent() {
    let script = Script::new();
    script.push(Reply::new(200).json(json!({"phone": 555})));
    let client = Client::builder().script(&script).build().unwrap();
    let guest = api::Adult::new(api::AdultRequired { kind: "adult", name: "Ola", ticket: 1 });
    let cage = api::Cage::default()
        .animal(api::DogAnimal::default().bark("woof"))
        .points(vec![vec![JsonNumber::from(1.5)]])
        .value(true)
        .phone(555)
        .keeper(api::CageKeeper::default().name("Ola").key("k"))
        .toy(api::Toy::from(api::Ball::new(3)))
        .guest(guest);
    let back = client.api().cages().replace(cage).await.unwrap().into_inner();
    assert!(back.phone.unwrap().is_number());
    let sent: Value = serde_json::from_slice(script.requests()[0].body()).unwrap();
    let expected = json!({
        "animal": {"kind": "dog", "bark": "woof"},
        "points": [[1.5]],
        "value": true,
        "phone": 555,
        "keeper": {"name": "Ola", "key": "k"},
        "toy": {"radius": 3},
        "guest": {"kind": "adult", "name": "Ola", "ticket": 1},
    });
    assert_eq!(sent, expected);
}
