//! The ways to lose data between a client and this API, one test each: in requests and in responses.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::time::Duration;

use generated_client::v3::addresses::AddressType;
use generated_client::v3::common::FieldValue;
use generated_client::v3::common::{AccessError, Problem};
use generated_client::v3::customers::{CustomerUpdate, Include, ListCustomers};
use generated_client::{Client, ErrorKind, Nullable};
use serde_json::{Value, json};
use test_support::{STORE, Server, client};
use wiremock::ResponseTemplate;

/// An empty page of customers.
fn empty_page() -> Value {
    let pagination = json!({"total": 0, "count": 0, "per_page": 50, "current_page": 1, "total_pages": 0});
    json!({"data": [], "meta": {"pagination": pagination}})
}

/// A customer of a store, with some properties changed.
fn customer(changes: Value) -> Value {
    let mut customer = json!({
        "id": 4107, "email": "aiko.tanabe@example.org", "first_name": "Aiko", "last_name": "Tanabe", "company": "",
        "phone": "", "notes": "", "tax_exempt_category": "", "registration_ip_address": "", "customer_group_id": 0,
        "date_created": "2025-02-11T08:05:44Z", "date_modified": "2025-02-11T08:05:44Z",
        "authentication": {"force_password_reset": false}, "accepts_product_review_abandoned_cart_emails": false,
        "origin_channel_id": 1, "channel_ids": null,
    });
    for (key, value) in changes.as_object().unwrap() {
        customer[key] = value.clone();
    }
    customer
}

/// Returns the raw query that a list of customers sends.
async fn query(list: impl FnOnce(ListCustomers) -> ListCustomers) -> String {
    let server = Server::json(200, &empty_page()).await;
    list(server.client().v3().customers().list()).await.unwrap();
    server.request().await.url.query().unwrap_or_default().to_owned()
}

/// Returns why a list of customers is not sent.
async fn refusal(list: impl FnOnce(ListCustomers) -> ListCustomers) -> String {
    let server = Server::json(200, &empty_page()).await;
    let error = list(server.client().v3().customers().list()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(server.requests().await.is_empty(), "nothing may be sent");
    error.to_string()
}

/// Returns the body of an update.
async fn sent(update: CustomerUpdate) -> Value {
    let server = Server::json(200, &json!({"data": [], "meta": {}})).await;
    server.client().v3().customers().update([update]).await.unwrap();
    serde_json::from_slice(&server.request().await.body).unwrap()
}

#[tokio::test]
async fn a_list_is_one_value_with_commas() {
    assert_eq!(query(|list| list.id_in([4, 5, 6])).await, "id:in=4,5,6");
    assert_eq!(query(|list| list.id_in([4]).id_in([7, 8])).await, "id:in=7,8", "a later value replaces an earlier one");
}

#[tokio::test]
async fn a_comma_inside_an_item_is_refused() {
    assert!(refusal(|list| list.company_in(["Tanabe Ceramics", "Brandt, Inc."])).await.contains("company:in"));
}

#[tokio::test]
async fn an_empty_filter_is_refused_on_every_method_and_an_empty_selection_left_out() {
    assert!(refusal(|list| list.id_in([])).await.contains("id:in"));
    assert_eq!(query(|list| list.include([])).await, "");

    let server = Server::responding(ResponseTemplate::new(204)).await;
    let error = server.client().v3().customers().delete([]).await.unwrap_err();
    assert!(error.to_string().contains("id:in"), "{error}");
    assert!(server.requests().await.is_empty());
}

#[tokio::test]
async fn deleting_everything_takes_an_explicit_all() {
    let server = Server::responding(ResponseTemplate::new(204)).await;
    let (v3, v2) = (server.client(), server.client());
    let error = v3.v3().subscribers().delete_matching().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("all()"), "{error}");
    #[expect(deprecated, reason = "V2 customers are")]
    let error = v2.v2().customers().delete_all().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(server.requests().await.is_empty());

    v3.v3().subscribers().delete_matching().email("aiko.tanabe@example.org").await.unwrap();
    v3.v3().subscribers().delete_matching().all().await.unwrap();
    #[expect(deprecated, reason = "V2 customers are")]
    v2.v2().customers().delete_all().all().await.unwrap();
    assert_eq!(server.requests().await.len(), 3);
}

#[tokio::test]
async fn whole_numbers_have_no_fraction() {
    assert_eq!(query(|list| list.limit(50).page(2)).await, "limit=50&page=2");
}

#[tokio::test]
async fn an_operation_without_body_sends_none() {
    let server = Server::responding(ResponseTemplate::new(204)).await;
    server.client().v3().customers().delete([31]).await.unwrap();
    let request = server.request().await;
    assert!(request.body.is_empty());
    assert!(!request.headers.contains_key("content-type"));
}

#[tokio::test]
async fn absent_null_empty_and_a_value_are_four_requests() {
    let id = || CustomerUpdate::new(4107);
    for (update, body) in [
        (id(), json!([{"id": 4107}])),
        (id().company(None), json!([{"id": 4107, "company": null}])),
        (id().company("Tanabe Ceramics"), json!([{"id": 4107, "company": "Tanabe Ceramics"}])),
        (id().channel_ids(None), json!([{"id": 4107, "channel_ids": null}])),
        (id().channel_ids([]), json!([{"id": 4107, "channel_ids": []}])),
        (id().channel_ids([1, 4]), json!([{"id": 4107, "channel_ids": [1, 4]}])),
        (id().channel_ids(Nullable::Absent), json!([{"id": 4107}])),
    ] {
        assert_eq!(sent(update).await, body);
    }
}

#[tokio::test]
async fn errors_are_told_apart_by_status_and_keep_their_body() {
    let problem =
        |status: u16| json!({"status": status, "title": "Not so.", "type": "https://example.org/e", "extra": 1});
    for status in [413, 422, 429, 418] {
        let server = Server::json(status, &problem(status)).await;
        let error = server.client().v3().customers().update([CustomerUpdate::new(1)]).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        let body: Value = serde_json::from_slice(error.body().unwrap()).unwrap();
        assert_eq!(body, problem(status), "the body is kept whole");
        // Each status has the type that is declared for it, and no other.
        let title = error.api().map(|problem: &Problem| problem.title.as_str());
        assert_eq!(title, matches!(status, 413 | 422).then_some("Not so."), "{status}");
        assert_eq!(error.api::<AccessError>().is_some(), status == 429, "{status}");
        assert_eq!(error.json::<Value>().unwrap(), problem(status));
    }
}

#[tokio::test]
async fn a_204_where_json_is_declared_too_is_an_empty_success() {
    let server = Server::responding(ResponseTemplate::new(204)).await;
    assert!(server.client().v2().customer_groups().list().await.unwrap().is_empty());
}

#[tokio::test]
async fn what_is_unknown_arrives_survives_and_is_reported() {
    let address = json!({
        "id": 9, "customer_id": 4107, "first_name": "", "last_name": "", "company": "", "address1": "8 Kiln Lane",
        "address2": "", "city": "Seattle", "state_or_province": "Washington", "postal_code": "98104",
        "country": "United States", "country_code": "US", "phone": "", "address_type": "houseboat",
    });
    let value = json!({"customer_id": 4107, "name": "Glaze", "value": {"colour": 1.50}});
    let page =
        json!({"data": [customer(json!({"addresses": [address], "form_fields": [value], "loyalty": 7}))], "meta": {}});
    let server = Server::json(200, &page).await;
    let response = server.client().v3().customers().list().await.unwrap();
    let customer = &response.data[0];
    let address = &customer.addresses.as_ref().unwrap()[0];
    assert!(matches!(&address.address_type, AddressType::Unknown(_)), "{:?}", address.address_type);
    assert!(matches!(customer.form_fields.as_ref().unwrap()[0].value, FieldValue::Unknown(_)));
    let again: Value = serde_json::to_value(customer).unwrap();
    assert_eq!(again["addresses"][0]["address_type"], "houseboat");
    assert_eq!(again["form_fields"][0]["value"], json!({"colour": 1.50}));
    let drift = format!("{:?}", response.drift());
    for unknown in ["loyalty", "AddressType", "FieldValue"] {
        assert!(drift.contains(unknown), "{unknown} is not in {drift}");
    }
}

#[tokio::test]
async fn empty_text_is_accepted_where_the_document_wants_a_character() {
    let page = json!({"data": [customer(json!({"first_name": "", "last_name": ""}))], "meta": {}});
    let server = Server::json(200, &page).await;
    assert_eq!(server.client().v3().customers().list().await.unwrap().data[0].first_name, "");
}

#[tokio::test]
async fn lengths_and_counts_of_requests_are_checked_before_sending() {
    let server = Server::json(200, &empty_page()).await;
    let client = server.client();
    for (updates, field) in [
        (vec![CustomerUpdate::new(1), CustomerUpdate::new(2).first_name("")], "body[1].first_name"),
        ((0..11).map(CustomerUpdate::new).collect(), "body"),
        (Vec::new(), "body"),
    ] {
        let error = client.v3().customers().update(updates).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains(field), "{error}");
    }
    assert!(server.requests().await.is_empty());
}

#[tokio::test]
async fn ids_above_32_bits_are_accepted() {
    let page = json!({"data": [customer(json!({"id": 5_000_000_001_i64}))], "meta": {}});
    let server = Server::json(200, &page).await;
    assert_eq!(server.client().v3().customers().list().await.unwrap().data[0].id, 5_000_000_001);
}

#[tokio::test]
async fn dates_of_every_form_are_typed_or_kept() {
    for (text, unix) in [
        ("2024-01-15T09:30:00Z", Some(1_705_311_000)),
        ("2024-01-15T09:30:00+00:00", Some(1_705_311_000)),
        ("2024-01-15T10:30:00.250+01:00", Some(1_705_311_000)),
        ("2024-01-15T09:30:00", Some(1_705_311_000)),
        ("2024-01-15 09:30:00", Some(1_705_311_000)),
        ("Mon, 15 Jan 2024 09:30:00 +0000", Some(1_705_311_000)),
        ("2024-01-15", Some(1_705_276_800)),
        ("", None),
        ("soon", None),
    ] {
        let page = json!({"data": [customer(json!({"date_created": text}))], "meta": {}});
        let server = Server::json(200, &page).await;
        let response = server.client().v3().customers().list().await.unwrap();
        let date = response.data[0].date_created.as_ref().unwrap();
        assert_eq!(date.to_unix().map(|(seconds, _)| seconds), unix, "{text}");
        assert_eq!(serde_json::to_value(date).unwrap(), json!(text));
    }
}

#[tokio::test]
async fn headers_and_status_of_a_success_are_kept() {
    let response = ResponseTemplate::new(200)
        .set_body_json(empty_page())
        .insert_header("X-Request-Id", "0123456789abcdef0123456789abcdef")
        .insert_header("X-Rate-Limit-Requests-Quota", "150")
        .insert_header("X-Rate-Limit-Requests-Left", "149")
        .insert_header("X-Rate-Limit-Time-Reset-Ms", "29988")
        .insert_header("X-Rate-Limit-Time-Window-Ms", "30000")
        .insert_header("X-Other", "kept");
    let server = Server::responding(response).await;
    let page = server.client().v3().customers().list().await.unwrap();
    assert_eq!(page.status().as_u16(), 200);
    assert_eq!(page.request_id(), Some("0123456789abcdef0123456789abcdef"));
    assert_eq!(page.headers()["x-other"], "kept");
    let budget = page.rate_limit().unwrap();
    assert_eq!((budget.quota, budget.left), (150, 149));
    assert_eq!((budget.reset, budget.window), (Duration::from_millis(29_988), Duration::from_secs(30)));
}

#[tokio::test]
async fn token_and_address_come_from_the_spec() {
    let server = Server::json(200, &empty_page()).await;
    server.client().v3().customers().list().await.unwrap();
    let request = server.request().await;
    assert_eq!(request.url.path(), format!("/stores/{STORE}/v3/customers"));
    assert!(request.headers.contains_key("x-auth-token"));
}

#[tokio::test]
async fn path_parameters_stay_in_their_segment() {
    let server = Server::json(200, &empty_page()).await;
    let client = server.client();
    for (id, path) in [
        ("../../v2/customers", "..%2F..%2Fv2%2Fcustomers"),
        ("a%2Fb", "a%252Fb"),
        ("a?b#c", "a%3Fb%23c"),
        ("ä b", "%C3%A4%20b"),
    ] {
        client.v3().segments().list_profiles(id).await.unwrap();
        let request = server.requests().await.pop().unwrap();
        assert_eq!(request.url.path(), format!("/stores/{STORE}/v3/segments/{path}/shopper-profiles"));
    }
    for id in ["", ".", ".."] {
        let error = client.v3().segments().list_profiles(id).await.unwrap_err();
        assert!(error.kind() == ErrorKind::InvalidRequest && error.to_string().contains("segmentId"), "{error}");
    }
    assert_eq!(server.requests().await.len(), 4);
}

#[tokio::test]
async fn text_in_a_query_is_encoded() {
    assert_eq!(query(|list| list.name_like(["A&B + c=d/é"])).await, "name:like=A%26B%20%2B%20c%3Dd%2F%C3%A9");
}

#[tokio::test]
async fn selections_are_enums() {
    let all = [Include::Addresses, Include::from("newer")];
    assert_eq!(query(|list| list.include(all)).await, "include=addresses,newer");
}

/// Two schemas of the same name, and a property called `type`: the generator's cases show the rest.
#[test]
fn names_are_resolved_once() {
    // V2 and V3 each have a `Customer`, and a resource named `consent` has a schema `Consent`.
    let _: fn(generated_client::v2::customers::Customer) -> Option<generated_client::v3::consent::Consent> = |_| None;
    let _: for<'a> fn(&'a Client) -> generated_client::v3::consent::ConsentApi<'a> = |client| client.v3().consent();
    let attribute = json!({"id": 1, "name": "Glaze", "type": "string", "date_created": "", "date_modified": ""});
    let attribute: generated_client::v3::attributes::Attribute = serde_json::from_value(attribute).unwrap();
    assert_eq!(attribute.r#type.as_str(), "string");
}

#[test]
fn documentation_is_whole() {
    let source = include_str!("../../../../generated-client/src/generated/v3/customers.rs");
    for sentence in [
        "    /// Creates the customers of a list, or none of them",
        "    /// - An e-mail address must not belong to another customer yet.",
        "    /// # Arguments",
        "    /// - `body`: The customers to create.",
    ] {
        assert!(source.contains(sentence), "{sentence}");
    }
}

#[test]
fn clients_requests_and_futures_are_send() {
    fn is_send<T: Send>(_: &T) {}
    let client: Client = client("http://127.0.0.1:9");
    is_send(&client);
    let request = client.v3().customers().update([CustomerUpdate::new(1)]);
    is_send(&request);
    is_send(&request.into_future());
    is_send(&async { client.v3().customers().list().include([Include::Addresses]).await });
}
