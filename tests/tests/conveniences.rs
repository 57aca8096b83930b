//! What saves a user some lines, against the simulated store.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use generated_client::reqwest::Method;
use generated_client::v3::customers::{CustomerCreate, Include};
use serde_json::{Value, json};
use tests::store::{Store, StoreConfig, StoreHandle};

async fn start() -> StoreHandle {
    Store::start(StoreConfig { customers: 7, addresses_each: 2, ..StoreConfig::default() }).await.unwrap()
}

#[tokio::test]
async fn a_customer_is_looked_up() {
    let store = start().await;
    let client = store.client();
    let customers = client.v3().customers();
    let created = customers.create([CustomerCreate::new("noor+1@example.org", "Noor", "Haddad")]).await.unwrap();
    let id = created.data.first().unwrap().id;

    let found = customers.get(id).await.unwrap();
    assert_eq!(found.as_ref().map(|customer| customer.email.as_str()), Some("noor+1@example.org"));
    let found = customers.find_by_email("noor+1@example.org").await.unwrap();
    assert_eq!(found.as_ref().map(|customer| customer.id), Some(id));
    let found = customers.get(3).include([Include::Addresses]).await.unwrap().into_inner().unwrap();
    assert_eq!((found.id, found.addresses.map(|addresses| addresses.len())), (3, Some(2)));

    assert_eq!(*customers.get(4711).await.unwrap(), None);
    assert_eq!(*customers.find_by_email("nobody@example.org").await.unwrap(), None);
}

#[tokio::test]
async fn an_endpoint_without_a_method_is_called_raw() {
    let store = start().await;
    let client = store.client();
    let page = client.v3().raw(Method::GET, "/customers").query("limit", 2).fetch::<Value>().await.unwrap();
    assert_eq!((page["data"].as_array().map(Vec::len), page["data"][1]["id"].as_i64()), (Some(2), Some(2)));
    assert!(page.request_id().is_some());

    let change = json!([{ "id": 3, "first_name": "Aiko" }]);
    client.v3().raw(Method::PUT, "/customers").json(&change).await.unwrap();
    let old = client.v2().raw(Method::GET, format!("/customers/{}", 3)).fetch::<Value>().await.unwrap();
    assert_eq!(old["first_name"], "Aiko");
    client.v3().raw(Method::DELETE, "/customers").query("id:in", 3).await.unwrap();
    assert_eq!(*client.v3().customers().get(3).await.unwrap(), None);

    // The store has nothing but customers. What it answers is an error of that status, and is not asked for again.
    let before = store.counters().requests;
    let error = client.v3().raw(Method::GET, "/catalog/brands").await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.operation()), (501, Some("v3.raw")));
    assert!(error.api().is_some());
    assert_eq!(store.counters().requests, before + 1);
}
