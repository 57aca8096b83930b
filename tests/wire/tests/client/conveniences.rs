//! Convenience methods, against the simulated store.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::thread;

use generated_client::Json;
use generated_client::reqwest::Method;
use generated_client::v3::customers::{CustomerCreate, CustomerCreateRequired, Include};
use mock_store::{Store, StoreConfig, StoreHandle};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

async fn start() -> StoreHandle {
    Store::start(StoreConfig { customers: 7, addresses_each: 2, ..StoreConfig::default() }).await.unwrap()
}

#[tokio::test]
async fn a_customer_is_looked_up() {
    let store = start().await;
    let client = store.client();
    let customers = client.v3().customers();
    let created = customers
        .create([CustomerCreate::new(CustomerCreateRequired {
            email: "noor+1@example.org",
            first_name: "Noor",
            last_name: "Haddad",
        })])
        .await
        .unwrap();
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

    // The store has only customers. Its response to anything else is an error of that status, and is not retried.
    let before = store.counters().requests;
    let error = client.v3().raw(Method::GET, "/catalog/brands").await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.operation()), (501, Some("v3.raw")));
    assert!(error.api::<Json>().is_some());
    assert_eq!(store.counters().requests, before + 1);
}

#[test]
fn threads_without_a_runtime_call_a_store() {
    let runtime = Runtime::new().unwrap();
    let store = runtime.block_on(start());
    let client = store.client();
    thread::scope(|scope| {
        for thread in 0..4 {
            let client = &client;
            scope.spawn(move || {
                for number in 0..5 {
                    let email = format!("thread-{thread}-{number}@example.org");
                    let new = CustomerCreate::new(CustomerCreateRequired {
                        email: email.as_str(),
                        first_name: "Noor",
                        last_name: "Haddad",
                    });
                    client.v3().customers().create([new]).wait().unwrap();
                    let found = client.v3().customers().find_by_email(email.as_str()).wait().unwrap();
                    assert_eq!(found.as_ref().map(|customer| &customer.email), Some(&email));
                }
            });
        }
    });
    let all = client.v3().customers().list().wait().unwrap();
    assert_eq!(all.data.len(), 7 + 4 * 5);
}

/// Connections belong to the runtime on which they were opened, and end with it. A client survives that.
#[test]
fn a_client_outlives_its_runtimes() {
    let runtime = Runtime::new().unwrap();
    let store = runtime.block_on(start());
    let client = store.client();
    let create = |number: usize| {
        let new = CustomerCreate::new(CustomerCreateRequired {
            email: &format!("runtime-{number}@example.org"),
            first_name: "Noor",
            last_name: "Haddad",
        });
        client.v3().customers().create([new])
    };
    for number in 0..5 {
        let other = Runtime::new().unwrap();
        other.block_on(create(2 * number).into_future()).unwrap();
        drop(other);
        create(2 * number + 1).wait().unwrap();
    }
    assert_eq!(client.v3().customers().list().wait().unwrap().data.len(), 7 + 10);
}
