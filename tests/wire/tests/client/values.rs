//! Values that the documents describe wrongly or leave open: each is decoded as its type, and encodes to the same
//! digits.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]
#![expect(deprecated, reason = "deprecated operations are operations")]

use generated_client::v2::common::ApiErrors;
use generated_client::v2::customer_groups::{
    CreateCustomerGroupsOutput, CustomerGroupCreate, CustomerGroupUpdate, DiscountRule,
};
use generated_client::v3::customers::CustomerUpdate;
use generated_client::v3::metafields::{MetafieldBatchFailure, MetafieldBatchUpdate};
use generated_client::v3::stored_instruments::StoredInstrument;
use generated_client::{BatchResponse, Client, Error, ErrorKind, Json, Response, v2};
use serde::Serialize;
use test_support::Server;
use wiremock::ResponseTemplate;

/// A server that responds with this text, byte by byte.
async fn text(status: u16, body: &str) -> Server {
    Server::responding(ResponseTemplate::new(status).set_body_raw(body, "application/json")).await
}

/// Asserts that the value encodes to the text that it was decoded from, without drift.
fn assert_same<T: Serialize>(outcome: Result<Response<T>, Error>, body: &str) -> Response<T> {
    let response = outcome.unwrap_or_else(|error| panic!("{error:#} in {body}"));
    assert_eq!(serde_json::to_string(&*response).unwrap(), body);
    assert!(response.drift().is_empty(), "{:?}", response.drift());
    response
}

/// The members of a V2 customer before and after its store credit, in the order of the spec.
fn v2_customer(phone: &str, form_fields: &str, dates: [&str; 2], store_credit: &str) -> String {
    format!(
        "{{\"id\":41,\"company\":\"\",\"first_name\":\"Noor\",\"last_name\":\"Brandt\",\"email\":\"noor@example.org\",\
         \"phone\":{phone},\"form_fields\":{form_fields},\"date_created\":{},\"date_modified\":{},\
         \"store_credit\":{store_credit},\"registration_ip_address\":\"\",\"customer_group_id\":0,\"notes\":\"\",\
         \"tax_exempt_category\":\"\",\"reset_pass_on_login\":false,\"accepts_marketing\":true,\"addresses\":\
         {{\"url\":\"https://api.example.org/v2/customers/41/addresses\",\"resource\":\"/customers/41/addresses\"}}}}",
        dates[0], dates[1]
    )
}

#[tokio::test]
async fn a_v2_customer_goes_back_as_it_came() {
    const DATE: &str = "\"Tue, 05 Mar 2024 09:14:27 +0000\"";
    for (phone, fields, dates, credit) in [
        ("\"555-0142\"", "null", [DATE, DATE], "\"0.0000\""),
        ("5550142", "[]", [DATE, DATE], "0"),
        ("5550142e0", "null", [DATE, DATE], "-0.10"),
        ("\"\"", "[{\"name\":\"Glaze\",\"value\":\"celadon\"}]", [DATE, "\"\""], "12.50"),
        (
            "\"\"",
            "[{\"name\":\"Glaze\",\"value\":null}]",
            ["\"0000-00-00 00:00:00\"", DATE],
            "79228162514264337593543950336.01",
        ),
        ("\"\"", "[{\"name\":\"Kiln\",\"value\":[\"gas\",\"wood\"]}]", [DATE, "\"not yet\""], "\"n/a\""),
        ("\"\"", "[{\"name\":\"Cone\",\"value\":10.50}]", ["\"Tue, 5 Mar 2024 09:14:27 GMT\"", DATE], "1e2"),
    ] {
        let body = v2_customer(phone, fields, dates, credit);
        let server = text(200, &body).await;
        assert_same(server.client().v2().customers().get(41).await, &body);
    }
}

/// An update of a decoded value sends store credit and phone in their original form.
#[tokio::test]
async fn what_was_read_is_sent_in_the_form_in_which_it_came() {
    let body = v2_customer("5550142", "null", ["\"\"", "\"\""], "\"12.5000\"");
    let server = text(200, &body).await;
    let customer = server.client().v2().customers().get(41).await.unwrap();
    server.client().v2().customers().update(41, (&*customer).into()).await.unwrap();
    let sent = String::from_utf8(server.requests().await[1].body.clone()).unwrap();
    assert!(sent.contains("\"phone\":5550142,\"store_credit\":\"12.5000\""), "{sent}");
    for read_only in ["\"id\"", "date_created", "date_modified", "accepts_marketing", "\"addresses\"", "form_fields"] {
        assert!(!sent.contains(read_only), "{read_only} in {sent}");
    }
}

#[tokio::test]
async fn a_v3_customer_becomes_an_update_that_changes_nothing() {
    let customer = "{\"id\":4107,\"email\":\"noor@example.org\",\"first_name\":\"Noor\",\"last_name\":\"Brandt\",\
        \"company\":\"\",\"phone\":\"\",\"notes\":\"\",\"tax_exempt_category\":\"\",\
        \"registration_ip_address\":\"203.0.113.9\",\"customer_group_id\":3,\"date_created\":\"2025-02-11T08:05:44Z\",\
        \"date_modified\":\"2025-02-11T08:05:44Z\",\"accepts_product_review_abandoned_cart_emails\":true,\
        \"authentication\":{\"force_password_reset\":false},\"origin_channel_id\":1,\"channel_ids\":null,\
        \"store_credit_amounts\":[{\"amount\":59.990}]}";
    let page = format!("{{\"data\":[{customer}],\"meta\":{{}}}}");
    let server = text(200, &page).await;
    let client = server.client();
    let read = assert_same(client.v3().customers().list().await, &page);
    client.v3().customers().update(read.data.iter().map(CustomerUpdate::from)).await.unwrap();
    let sent = String::from_utf8(server.requests().await[1].body.clone()).unwrap();
    for kept in
        ["\"id\":4107", "\"customer_group_id\":3", "\"channel_ids\":null", "\"amount\":59.990", "\"company\":\"\""]
    {
        assert!(sent.contains(kept), "{kept} is not in {sent}");
    }
    for read_only in ["registration_ip_address", "origin_channel_id", "date_created", "date_modified", "address"] {
        assert!(!sent.contains(read_only), "{read_only} in {sent}");
    }
}

fn group(rules: &str, dates: &str) -> String {
    format!(
        "{{\"id\":3,\"name\":\"Potters\",\"is_default\":false,\"category_access\":{{\"type\":\"none\"}},\
         \"discount_rules\":[{rules}]{dates},\"is_group_for_guests\":false}}"
    )
}

/// Rules are distinguished by `type`; a newer one is kept and can be sent back, since an update replaces all of them.
#[tokio::test]
async fn discount_rules_survive_an_update_of_all() {
    let markup = r#"{"type":"markup","tiers":[{"from":1,"amount":"2.50"},{"from":10.0,"amount":1.250}],"note":null}"#;
    let rules = format!(
        "{},{},{},{markup}",
        r#"{"type":"category","category_id":"20","method":"percent","amount":"7.5000"}"#,
        r#"{"type":"product","product_id":318,"method":"price","amount":24.10}"#,
        r#"{"type":"price_list","price_list_id":9}"#
    );
    let body = group(&rules, ",\"date_created\":\"2023-07-17 06:30:41\",\"date_modified\":null");
    let server = text(200, &body).await;
    let client = server.client();
    let read = client.v2().customer_groups().get(3).await.unwrap();
    assert_eq!(serde_json::to_string(&*read).unwrap(), body);
    assert_eq!(read.drift().len(), 1, "the newer rule is reported: {:?}", read.drift());
    let [DiscountRule::Category(_), DiscountRule::Product(_), DiscountRule::PriceList(_), DiscountRule::Unknown(kept)] =
        &read.discount_rules[..]
    else {
        panic!("{:?}", read.discount_rules)
    };
    assert_eq!(kept, &Json::parse(markup).unwrap());

    let change = CustomerGroupUpdate::new().discount_rules(read.discount_rules.clone());
    client.v2().customer_groups().update(3, change).await.unwrap();
    let sent = String::from_utf8(server.requests().await[1].body.clone()).unwrap();
    assert_eq!(sent, format!("{{\"discount_rules\":[{rules}]}}"));
}

#[tokio::test]
async fn dates_of_groups_may_be_absent_null_or_empty() {
    for dates in ["", ",\"date_created\":null,\"date_modified\":null", ",\"date_created\":\"\",\"date_modified\":null"]
    {
        let body = group("", dates);
        let server = text(200, &body).await;
        assert_same(server.client().v2().customer_groups().get(3).await, &body);
    }
}

/// 207 is a success with a body of its own; the group was saved.
#[tokio::test]
async fn a_207_is_a_success_of_its_own_type() {
    let server = text(207, r#"{"status":207,"message":"The group has no sitewide discount."}"#).await;
    let response = server.client().v2().customer_groups().create(CustomerGroupCreate::new("Potters")).await.unwrap();
    let CreateCustomerGroupsOutput::MultiStatus(notice) = &*response else { panic!("{:?}", *response) };
    assert_eq!(notice.message.as_deref(), Some("The group has no sitewide discount."));

    let server = text(200, &group("", "")).await;
    let response = server.client().v2().customer_groups().create(CustomerGroupCreate::new("Potters")).await.unwrap();
    assert!(matches!(&*response, CreateCustomerGroupsOutput::Ok(group) if group.name == "Potters"));
}

#[tokio::test]
async fn errors_of_groups_are_grouped() {
    let body = r#"{"errors":[{"status":400,"title":"The rule is not valid.","type":"https://example.org/400"}]}"#;
    let server = text(400, body).await;
    let error = server.client().v2().customer_groups().create(CustomerGroupCreate::new("P")).await.unwrap_err();
    let Some(ApiErrors::GroupedErrors(errors)) = error.api() else { panic!("{error:?}") };
    assert_eq!(errors.errors[0].title.as_deref(), Some("The rule is not valid."));
}

#[tokio::test]
async fn small_responses_of_odd_types() {
    for (body, right) in [("false", false), ("true", true), ("\"false\"", false), ("\"true\"", true)] {
        let body = format!("{{\"success\":{body}}}");
        let server = text(200, &body).await;
        let check = v2::customers::PasswordCheck::new("open-Sesame-7");
        let response = assert_same(server.client().v2().customers().validate_password(41, check).await, &body);
        assert_eq!(response.success.get(), right);
    }
    for body in [
        r#"{"allow":["essential"],"deny":[]}"#,
        r#"{"allow":[],"deny":["targeting"],"updated_at":"2026-02-11T08:45:10.507Z"}"#,
        r#"{"allow":[],"deny":[],"updated_at":"2026-02-11T08:45:10.507000Z"}"#,
    ] {
        let server = text(200, body).await;
        assert_same(server.client().v3().consent().get(318).await, body);
    }
    let privacy = r#"{"ask_shopper_for_tracking_consent":null,"policy_url":null,"#.to_owned()
        + r#""ask_shopper_for_tracking_consent_on_checkout":null}"#;
    let groups = r#"{"guest_customer_group_id":null,"default_customer_group_id":null}"#;
    let nulls = &format!(
        r#"{{"data":{{"privacy_settings":{privacy},"customer_group_settings":{groups},"allow_global_logins":null}},"#
    );
    let nulls = &(nulls.clone() + r#""meta":{}}"#);
    let server = text(200, nulls).await;
    assert_same(server.client().v3().settings().get_for_channel(3).await, nulls);
}

#[tokio::test]
async fn an_instrument_of_a_newer_kind_is_kept() {
    let body = r#"[{"type":"stored_wallet","token":"t-1","is_default":true,"rank":1.50}]"#;
    let server = text(200, body).await;
    let list = server.client().v3().stored_instruments().list(318).await.unwrap();
    assert!(matches!(&list[0], StoredInstrument::Unknown(_)));
    assert_eq!(serde_json::to_string(&*list).unwrap(), body);
    assert!(!format!("{list:?}").contains("t-1"));
}

/// A batch of metafields may succeed in part, which is not an error; if no item succeeded, it is one.
#[tokio::test]
async fn a_batch_that_succeeds_in_part_tells_both_parts() {
    let errors = r#"[{"status":422,"title":"Refused.","errors":{"1":"unknown"}}]"#;
    let meta = r#"{"total":2,"success":1,"failed":1}"#;
    let body = format!(r#"{{"data":[{{"id":5513,"value":"71"}}],"errors":{errors},"meta":{meta}}}"#);
    let server = text(422, &body).await;
    let changes = [5513, 5514].map(|id| MetafieldBatchUpdate::new(id).value("71"));
    let response = server.client().v3().metafields().update_batch(changes.clone()).await.unwrap();
    let BatchResponse::Partial(outcome) = &*response else { panic!("{response:?}") };
    assert_eq!((outcome.data[0].id, outcome.errors.len(), outcome.meta.failed), (5513, 1, 1));

    let body = format!(r#"{{"data":[],"errors":{errors},"meta":{meta}}}"#);
    let server = text(422, &body).await;
    let error = server.client().v3().metafields().update_batch(changes).await.unwrap_err();
    assert!(error.api::<MetafieldBatchFailure>().is_some_and(|outcome| outcome.data.is_empty()), "{error:?}");
    assert_eq!(error.field_keys(), ["1"]);
}

/// V2 lists end with a 204 or an empty array.
#[tokio::test]
async fn every_v2_list_may_end_in_two_ways() {
    for server in [Server::responding(ResponseTemplate::new(204)).await, text(200, "[]").await] {
        let client = server.client();
        assert!(client.v2().customers().list().page(9).await.unwrap().is_empty());
        assert!(client.v2().addresses().list(41).page(9).await.unwrap().is_empty());
        assert!(client.v2().customer_groups().list().page(9).await.unwrap().is_empty());
    }
}

/// Every dangerous DELETE, and the filter that a store may ignore.
#[tokio::test]
async fn no_delete_of_everything_is_sent_by_mistake() {
    let server = Server::responding(ResponseTemplate::new(204)).await;
    let c: Client = server.client();
    for error in [
        c.v2().customers().delete_all().await.unwrap_err(),
        c.v2().addresses().delete_all(41).await.unwrap_err(),
        c.v3().subscribers().delete_matching().await.unwrap_err(),
        c.v3().subscribers().delete_matching().email("").await.unwrap_err(),
        c.v3().customers().delete([]).await.unwrap_err(),
        c.v3().addresses().delete([]).await.unwrap_err(),
        c.v3().attributes().delete([]).await.unwrap_err(),
        c.v3().attribute_values().delete([]).await.unwrap_err(),
        c.v3().segments().delete([""; 0]).await.unwrap_err(),
        c.v3().segments().delete([""]).await.unwrap_err(),
        c.v3().segments().remove_profiles("s", [""; 0]).await.unwrap_err(),
        c.v3().shopper_profiles().delete([""; 0]).await.unwrap_err(),
        c.v3().metafields().delete_batch([]).await.unwrap_err(),
    ] {
        let error: generated_client::Error = error;
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{error}");
    }
    assert!(server.requests().await.is_empty());
}

/// A violation is reported by its location; the value is not shown.
#[tokio::test]
async fn a_refusal_names_the_place_and_not_the_value() {
    let server = Server::responding(ResponseTemplate::new(418)).await;
    let client = server.client();
    let long = "Noor".repeat(100);
    for (error, place) in [
        (
            client.v3().customers().list().email_in(["a@example.org", "noor,b@example.org"]).await.map(drop),
            "email:in[1]",
        ),
        (client.v3().customers().list().name_in([""]).await.map(drop), "name:in[0]"),
    ] {
        let error = error.unwrap_err();
        let shown = format!("{error} {error:#} {error:?}");
        assert!(shown.contains(place) && !shown.to_lowercase().contains("noor"), "{shown}");
    }
    let error = client.v3().customers().update([CustomerUpdate::new(1).company(long)]).await.unwrap_err();
    let shown = format!("{error} {error:#} {error:?}");
    assert!(shown.contains("body[0].company") && shown.contains("255") && !shown.contains("Noor"), "{shown}");
    assert!(server.requests().await.is_empty());
}
