//! What `Debug` shows of a type of somebody else's document.

use crate::documents::less::api::types::Boat;
use openapi_client_runtime::test_util::reveal;

#[test]
fn properties_say_whether_they_are_sensitive() {
    let boat = Boat::default().name("Zephyr").owner("Noor").log(["Calm.".to_owned()]);
    assert_eq!(format!("{boat:?}"), r#"Boat { name: "Zephyr", owner: <text>, log: [<text>] }"#);
    assert_eq!(format!("{:?}", reveal(&boat)), r#"Boat { name: "Zephyr", owner: "Noor", log: ["Calm."] }"#);
}
