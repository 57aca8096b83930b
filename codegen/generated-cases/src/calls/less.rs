//! What `Debug` shows of a type of somebody else's document.

use crate::documents::less::api::types::Boat;
use openapi_client_runtime::test_util::reveal;

#[test]
fn properties_say_whether_they_are_sensitive() {
    let boat: Boat = serde_json::from_str(r#"{"name": "Zephyr", "owner": "Noor", "log": ["Calm."]}"#).unwrap();
    assert_eq!(format!("{boat:?}"), r#"Boat { name: "Zephyr", owner: <text>, log: [<text>] }"#);
    assert_eq!(format!("{:?}", reveal(&boat)), r#"Boat { name: "Zephyr", owner: "Noor", log: ["Calm."] }"#);
}
