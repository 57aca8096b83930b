//! In which order a document lists properties and parameters is nothing that a program can notice.

use openapi_client_runtime::test_util::{Reply, Script};
use serde_json::{Value, json};

use crate::good::constructors::client::Client;

/// One program for both versions of the case, which list the same things in another order: what it sends.
macro_rules! sent_by {
    ($version:ident) => {{
        use crate::good::constructors::$version::pets::{PetCreate, PetCreateRequired};

        let script = Script::new();
        script.push(Reply::new(204));
        let client = Client::builder("key").script(&script).build().unwrap();
        let owner = String::from("Aiko");
        let parent = PetCreate::new(PetCreateRequired {
            price: 3.5.into(),
            tags: vec![],
            chip: Some(981),
            owner: None,
            family_name: "Ostrowe",
            given_name: "Kiki",
        });
        let pet = PetCreate::new(PetCreateRequired {
            given_name: "Momo",
            family_name: &"Ostrowe".to_owned(),
            owner: Some(&owner),
            chip: None,
            tags: vec!["calm".to_owned()],
            price: 12.5.into(),
        });
        client.$version().pets().create(2021, 2024, "harbour", pet.note("old").parent(parent)).await.unwrap();
        let [request] = <[_; 1]>::try_from(script.requests()).unwrap();
        (request.query().to_owned(), request.header("x-shop").map(str::to_owned), request.json().unwrap())
    }};
}

#[tokio::test]
async fn the_order_of_a_document_is_nothing_to_a_program() {
    let (query, shop, body) = sent_by!(v1);
    assert_eq!((query.as_str(), shop.as_deref()), ("first=2021&last=2024", Some("harbour")));
    let parent =
        json!({"given_name": "Kiki", "family_name": "Ostrowe", "chip": 981, "tags": [], "price": 3.5, "owner": null});
    let expected: Value = json!({
        "given_name": "Momo", "family_name": "Ostrowe", "chip": null, "tags": ["calm"], "price": 12.5, "owner": "Aiko",
        "note": "old", "parent": parent,
    });
    assert_eq!(body, expected);
    assert_eq!(sent_by!(v2), (query, shop, body));
}
