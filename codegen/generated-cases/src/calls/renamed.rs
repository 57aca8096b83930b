//! Programs that use former names of items compile, with a warning, and send the same.

use openapi_client_runtime::test_util::{Reply, Script};
use serde_json::{Value, json};

use crate::good::renamed::client::Client;
use crate::good::renamed::v1::pets;

fn client(script: &Script, replies: &[Value]) -> Client {
    replies.iter().for_each(|reply| script.push(Reply::new(200).json(reply)));
    Client::builder("key").script(script).build().unwrap()
}

#[tokio::test]
#[allow(deprecated, reason = "these are former names")]
async fn former_names_are_aliases() {
    let script = Script::new();
    let cat = json!({"id": 1, "name": "Momo", "kind": "cat"});
    let client = client(&script, &[json!([cat]), json!([cat]), json!([cat]), cat.clone()]);
    let handle: pets::Pets<'_> = client.v1().pets();

    let request: pets::ListPets = handle.all().name_like("Mo").include(["home"]);
    let found: Vec<pets::Pet> = request.await.unwrap().into_inner();
    assert_eq!(found[0].kind, Some(pets::Kind::Cat));
    assert_eq!(found[0].called, "Momo");

    let request: pets::FindPetByName = handle.get_by_name("Momo").include(["home"]);
    assert!(request.await.unwrap().is_some());

    let required: pets::PetUpdateRequired<'_> = pets::PetUpdateRequired { id: 1, name: "Momo" };
    assert!(handle.update_batches([pets::PetUpdate::new(required)]).collect().await[0].is_done());

    let output: pets::SetPicturePetsOutput = handle.set_picture(1).body("image/png", "…").await.unwrap().into_inner();
    assert!(matches!(output, pets::SetPicturePetsOutput::Ok(_)));

    let sent: Vec<_> =
        script.requests().iter().map(|request| format!("{} {}", request.method(), request.query())).collect();
    assert_eq!(sent, ["GET name:like=Mo&include=home", "GET name=Momo&include=home", "PUT ", "PUT "]);
}

#[test]
#[allow(deprecated, reason = "these are former names")]
fn a_former_variant_is_a_pattern() {
    assert!(matches!(pets::Kind::from("cat"), pets::Kind::Cat));
    assert_eq!((pets::Kind::Feline.as_str(), pets::Kind::Cat2.as_str()), ("cat", "CAT"));
}
