//! Every operation of `spec/` through its Rust function, over HTTP on loopback.
//!
//! What is expected comes from the spec: method, path, query, the request's example as it has to arrive, and the
//! answer's example, which has to decode to a value that encodes back to the same JSON.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]
#![expect(deprecated, reason = "deprecated operations are operations")]

use std::collections::BTreeSet;
use std::future::IntoFuture;
use std::pin::Pin;

use generated_client::v3::form_field_values::FormFieldValueInput;
use generated_client::{Client, OperationError, Response};
use serde::Serialize;
use serde_json::Value;
use tests::{Operation, STORE, Server, TOKEN, operations};

/// The outcome of a call: its value as JSON, and what the types did not know.
type Outcome = Result<(Value, usize), String>;
type Call = fn(&Client, &Operation) -> Pin<Box<dyn Future<Output = Outcome> + Send>>;

fn outcome<R, T, E>(request: R) -> Pin<Box<dyn Future<Output = Outcome> + Send>>
where
    R: IntoFuture<Output = Result<Response<T>, OperationError<E>>>,
    R::IntoFuture: Send + 'static,
    T: Serialize,
{
    let call = request.into_future();
    Box::pin(async move {
        let response = call.await.map_err(|error| format!("{error:#}"))?;
        let text = serde_json::to_string(&*response).expect("a value encodes");
        Ok((serde_json::from_str(&text).expect("as JSON"), response.drift().len()))
    })
}

macro_rules! calls {
    ($($name:literal => |$client:ident, $spec:ident| $request:expr;)*) => {
        &[$(($name, |$client: &Client, $spec: &Operation| outcome($request)),)*]
    };
}

const CALLS: &[(&str, Call)] = calls! {
    "v3 getCustomers" => |c, _o| c.v3().customers().list();
    "v3 createCustomers" => |c, o| c.v3().customers().create(o.body::<Vec<_>>());
    "v3 updateCustomers" => |c, o| c.v3().customers().update(o.body::<Vec<_>>());
    "v3 deleteCustomers" => |c, o| c.v3().customers().delete(ids(o, "id:in"));

    "v3 getCustomersAddresses" => |c, _o| c.v3().addresses().list();
    "v3 createCustomersAddresses" => |c, o| c.v3().addresses().create(o.body::<Vec<_>>());
    "v3 updateCustomersAddresses" => |c, o| c.v3().addresses().update(o.body::<Vec<_>>());
    "v3 deleteCustomersAddresses" => |c, o| c.v3().addresses().delete(ids(o, "id:in"));

    "v3 getCustomersAttributes" => |c, _o| c.v3().attributes().list();
    "v3 createCustomersAttributes" => |c, o| c.v3().attributes().create(o.body::<Vec<_>>());
    "v3 updateCustomersAttributes" => |c, o| c.v3().attributes().update(o.body::<Vec<_>>());
    "v3 deleteCustomersAttributes" => |c, o| c.v3().attributes().delete(ids(o, "id:in"));

    "v3 getCustomersAttributeValues" => |c, _o| c.v3().attribute_values().list();
    "v3 upsertCustomersAttributeValues" => |c, o| c.v3().attribute_values().upsert(o.body::<Vec<_>>());
    "v3 deleteCustomersAttributeValues" => |c, o| c.v3().attribute_values().delete(ids(o, "id:in"));

    "v3 getCustomersFormFieldValues" => |c, _o| c.v3().form_field_values().list();
    "v3 updateCustomerFormFieldValues" => |c, o| c.v3().form_field_values().upsert(o.body::<Vec<FormFieldValueInput>>());

    "v3 getCustomerConsent" => |c, o| c.v3().consent().get(id(o, "customerId"));
    "v3 updateCustomerConsent" => |c, o| c.v3().consent().update(id(o, "customerId"), o.body());

    "v3 getCustomerStoredInstruments" => |c, o| c.v3().stored_instruments().list(id(o, "customerId"));

    "v3 getCustomersSettings" => |c, _o| c.v3().settings().get();
    "v3 updateCustomersSettings" => |c, o| c.v3().settings().update(o.body());
    "v3 getCustomersSettingsChannel" => |c, o| c.v3().settings().get_for_channel(id(o, "channel_id"));
    "v3 updateCustomersSettingsChannel" => |c, o| c.v3().settings().update_for_channel(id(o, "channel_id"), o.body());

    "v3 validateCustomerCredentials" => |c, o| c.v3().credentials().validate(o.body());

    "v3 getCustomersMetafields" => |c, o| c.v3().metafields().list(id(o, "customerId"));
    "v3 createCustomerMetafields" => |c, o| c.v3().metafields().create(id(o, "customerId"), o.body());
    "v3 getMetafieldsCustomerId" => |c, o| c.v3().metafields().get(id(o, "customerId"), id(o, "metafieldId"));
    "v3 updateCustomerMetafield" => |c, o| c.v3().metafields().update(id(o, "customerId"), id(o, "metafieldId"), o.body());
    "v3 deleteCustomerMetafieldsId" => |c, o| c.v3().metafields().delete(id(o, "customerId"), id(o, "metafieldId"));
    "v3 getAllCustomersMetafields" => |c, _o| c.v3().metafields().list_all();
    "v3 createCustomersMetafields" => |c, o| c.v3().metafields().create_batch(o.body::<Vec<_>>());
    "v3 updateCustomersMetafields" => |c, o| c.v3().metafields().update_batch(o.body::<Vec<_>>());
    "v3 deleteCustomersMetafields" => |c, o| c.v3().metafields().delete_batch(o.body::<Vec<_>>());

    "v3 getSubscribers" => |c, _o| c.v3().subscribers().list();
    "v3 createSubscriber" => |c, o| c.v3().subscribers().create(o.body());
    "v3 deleteSubscribers" => |c, _o| c.v3().subscribers().delete_matching().all();
    "v3 getSubscriber" => |c, o| c.v3().subscribers().get(id(o, "subscriber_id"));
    "v3 updateSubscriber" => |c, o| c.v3().subscribers().update(id(o, "subscriber_id"), o.body());
    "v3 deleteSubscriber" => |c, o| c.v3().subscribers().delete(id(o, "subscriber_id"));

    "v3 GetPaginatedSegmentsList" => |c, _o| c.v3().segments().list();
    "v3 SegmentsPostRequest" => |c, o| c.v3().segments().create(o.body::<Vec<_>>());
    "v3 PutSegmentObjects" => |c, o| c.v3().segments().update(o.body::<Vec<_>>());
    "v3 DeleteStoreSegment" => |c, o| c.v3().segments().delete(uuids(o, "id:in"));
    "v3 GetSegmentProfiles" => |c, o| c.v3().segments().list_profiles(uuid(o, "segmentId"));
    "v3 PostShopperProfile" => |c, o| c.v3().segments().add_profiles(uuid(o, "segmentId"), o.body::<Vec<String>>());
    "v3 DeleteShopperProfile" => |c, o| c.v3().segments().remove_profiles(uuid(o, "segmentId"), uuids(o, "id:in"));

    "v3 GetShopperList" => |c, _o| c.v3().shopper_profiles().list();
    "v3 ShopperProfilesRequest" => |c, o| c.v3().shopper_profiles().create(o.body::<Vec<_>>());
    "v3 DeleteStoreShopperProfile" => |c, o| c.v3().shopper_profiles().delete(uuids(o, "id:in"));
    "v3 GetListShopperProfile" => |c, o| c.v3().shopper_profiles().list_segments(uuid(o, "shopperProfileId"));

    "v2 getCustomers" => |c, _o| c.v2().customers().list();
    "v2 createCustomer" => |c, o| c.v2().customers().create(o.body());
    "v2 deleteCustomers" => |c, _o| c.v2().customers().delete_all().all();
    "v2 getCustomer" => |c, o| c.v2().customers().get(id(o, "customer_id"));
    "v2 updateCustomer" => |c, o| c.v2().customers().update(id(o, "customer_id"), o.body());
    "v2 deleteCustomer" => |c, o| c.v2().customers().delete(id(o, "customer_id"));
    "v2 getCustomersCount" => |c, _o| c.v2().customers().count();
    "v2 validateCustomerPassword" => |c, o| c.v2().customers().validate_password(id(o, "customer_id"), o.body());

    "v2 getCustomerAddresses" => |c, o| c.v2().addresses().list(id(o, "customer_id"));
    "v2 createCustomerAddress" => |c, o| c.v2().addresses().create(id(o, "customer_id"), o.body());
    "v2 deleteCustomerAddresses" => |c, o| c.v2().addresses().delete_all(id(o, "customer_id")).all();
    "v2 getCustomerAddress" => |c, o| c.v2().addresses().get(id(o, "customer_id"), id(o, "customer_address_id"));
    "v2 updateCustomerAddress" => |c, o| c.v2().addresses().update(id(o, "customer_id"), id(o, "customer_address_id"), o.body());
    "v2 deletesCustomerAddress" => |c, o| c.v2().addresses().delete(id(o, "customer_id"), id(o, "customer_address_id"));
    "v2 getCustomerAddressesCount" => |c, o| c.v2().addresses().count(id(o, "customer_id"));

    "v2 getCustomerGroups" => |c, _o| c.v2().customer_groups().list();
    "v2 createCustomerGroup" => |c, o| c.v2().customer_groups().create(o.body());
    "v2 getCustomerGroup" => |c, o| c.v2().customer_groups().get(id(o, "customer_group_id"));
    "v2 updateCustomerGroup" => |c, o| c.v2().customer_groups().update(id(o, "customer_group_id"), o.body());
    "v2 deleteCustomerGroup" => |c, o| c.v2().customer_groups().delete(id(o, "customer_group_id"));
    "v2 getCustomerGroupsCount" => |c, _o| c.v2().customer_groups().count();
};

fn id(operation: &Operation, name: &str) -> i64 {
    operation.parameter(name)
}

fn ids(operation: &Operation, name: &str) -> Vec<i64> {
    operation.parameter(name)
}

fn uuid(operation: &Operation, name: &str) -> String {
    operation.parameter(name)
}

fn uuids(operation: &Operation, name: &str) -> Vec<String> {
    operation.parameter(name)
}

#[test]
fn the_table_has_every_operation_of_the_spec_and_no_other() {
    let of_spec: BTreeSet<_> = operations().iter().map(Operation::name).collect();
    let of_table: BTreeSet<_> = CALLS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(of_spec.len(), 72);
    assert_eq!(of_spec.iter().filter(|name| name.starts_with("v2 ")).count(), 21);
    assert_eq!(of_spec, of_table);
}

#[tokio::test]
async fn each_operation_sends_and_understands_what_the_spec_says() {
    let mut problems = Vec::new();
    for operation in operations() {
        let Some((_, call)) = CALLS.iter().find(|(name, _)| *name == operation.name()) else { continue };
        if let Err(problem) = exchange(&operation, *call).await {
            problems.push(format!("{}: {problem}", operation.name()));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// One call to a server that answers the spec's example.
async fn exchange(operation: &Operation, call: Call) -> Result<(), String> {
    let (status, answer) = operation.success();
    let server = match answer {
        Some(answer) => Server::json(status, answer).await,
        None => Server::answering(wiremock::ResponseTemplate::new(status)).await,
    };
    let (value, drift) = call(&server.client(), operation).await?;
    let request = server.request().await;
    let sent = if request.body.is_empty() { None } else { Some(serde_json::from_slice(&request.body).unwrap()) };
    let query: Vec<_> = request.url.query_pairs().map(|(key, value)| (key.into_owned(), value.into_owned())).collect();
    same("method", &request.method.to_string(), &operation.method)?;
    same(
        "path",
        &request.url.path().to_owned(),
        &format!("/stores/{STORE}/{}{}", operation.version, operation.expected_path()),
    )?;
    same("query", &query, &operation.expected_query())?;
    same("body", &sent, &operation.request().cloned())?;
    same("token", &request.headers["x-auth-token"].to_str().unwrap(), &TOKEN)?;
    same("accept", &request.headers["accept"].to_str().unwrap(), &"application/json")?;
    same("content type", &request.headers.contains_key("content-type"), &sent.is_some())?;
    same("value", &value, answer.unwrap_or(&Value::Null))?;
    same("unknown to the types", &drift, &0)
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{what}\n  is       {found:?}\n  not      {expected:?}")) }
}
