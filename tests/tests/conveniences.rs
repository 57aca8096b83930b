//! What saves a user some lines, against the simulated store.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use generated_client::v3::customers::{CustomerCreate, Include};
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
