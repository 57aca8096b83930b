//! Every query parameter of every operation reaches the wire: under the name that the spec gives it, once, with its
//! value as the spec writes it.
//!
//! What is expected is computed from the spec: a parameter has the value that belongs to its schema ([`sample`]). The
//! table below says how a caller sets it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]
#![expect(deprecated, reason = "deprecated operations are operations")]

#[path = "support/calls.rs"]
mod calls;
mod support;

use std::collections::BTreeSet;

use calls::{Row, assert_complete, assert_errors, rows, send};
use generated_client::ErrorKind;
use generated_client::rust_decimal::Decimal;
use generated_client::v3::{addresses, attributes, customers, form_field_values, metafields};
use support::{Node, Operation, operations};
use tests::Server;

const NUMBER: i64 = 5_000_000_007;
const NUMBERS: [i64; 2] = [7, 5_000_000_008];
/// Text in which each character means something to a URL.
const TEXT: &str = "a&b=c d/é#%+?";
const TEXTS: [&str; 2] = ["one + two", "x=y&z"];
const UUIDS: [&str; 2] = ["0b0f2f64-9a1c-4a53-8d55-61b1f0c7a9de", "f3c9a7d2-5e18-4a0b-9c64-2d7e8b1f0a35"];
/// As the store has been asked: the offset without a colon.
const DATE: &str = "2025-10-30T22:30:38-0400";

/// What a parameter with this schema is set to, as the text that has to arrive.
fn sample(schema: &Node) -> String {
    let kind = (schema.text("type"), schema.text("format"));
    if let Some(values) = schema.value["enum"].as_array() {
        return values[0].as_str().unwrap().to_owned();
    }
    match kind {
        ("integer", "int64") => NUMBER.to_string(),
        ("number", "decimal") => "12.50".to_owned(),
        ("boolean", "") => "true".to_owned(),
        ("string", "date-time") => DATE.to_owned(),
        ("string", "") => TEXT.to_owned(),
        ("array", "") => {
            let items = schema.get("items");
            match (items.text("type"), items.text("format"), items.value["enum"].as_array()) {
                (_, _, Some(values)) => values.iter().map(|v| v.as_str().unwrap()).collect::<Vec<_>>().join(","),
                ("integer", "int64", _) => NUMBERS.map(|n| n.to_string()).join(","),
                ("string", "uuid", _) => UUIDS.join(","),
                ("string", "", _) => TEXTS.join(","),
                other => panic!("no sample for a list of {other:?}"),
            }
        }
        other => panic!("no sample for {other:?}"),
    }
}

/// The six filters by date that many lists have, with the five kinds of suffixes that are in use.
macro_rules! dates {
    ($list:expr) => {
        $list
            .date_created(DATE)
            .date_created_min(DATE)
            .date_created_max(DATE)
            .date_modified(DATE)
            .date_modified_min(DATE)
            .date_modified_max(DATE)
    };
}

macro_rules! metafields {
    ($list:expr) => {
        $list
            .page(NUMBER)
            .limit(NUMBER)
            .before(TEXT)
            .after(TEXT)
            .key(TEXT)
            .key_in(TEXTS)
            .namespace(TEXT)
            .namespace_in(TEXTS)
            .direction(metafields::Direction::Asc)
            .include_fields(METAFIELD_FIELDS.iter().copied().map(metafields::MetafieldField::from))
            .date_created_min(DATE)
            .date_created_max(DATE)
            .date_modified_min(DATE)
            .date_modified_max(DATE)
    };
}

const METAFIELD_FIELDS: &[&str] = &[
    "resource_id",
    "key",
    "value",
    "namespace",
    "permission_set",
    "resource_type",
    "description",
    "owner_client_id",
    "date_created",
    "date_modified",
];

const CUSTOMER_INCLUDES: [customers::Include; 6] = [
    customers::Include::Addresses,
    customers::Include::Storecredit,
    customers::Include::Attributes,
    customers::Include::Formfields,
    customers::Include::ShopperProfileId,
    customers::Include::SegmentIds,
];

const ROWS: &[Row] = rows! {
    "v3.customers.list" => |c| dates!(c.v3().customers().list().page(NUMBER).limit(NUMBER).before(TEXT).after(TEXT)
        .id_in(NUMBERS).company_in(TEXTS).customer_group_id_in(NUMBERS).email_in(TEXTS).name_in(TEXTS).name_like(TEXTS)
        .phone_in(TEXTS).registration_ip_address_in(TEXTS).include(CUSTOMER_INCLUDES)
        .sort(customers::Sort::DateCreatedAsc));
    "v3.customers.delete" => |c| c.v3().customers().delete(NUMBERS);
    "v3.addresses.list" => |c| c.v3().addresses().list().page(NUMBER).limit(NUMBER).id_in(NUMBERS)
        .customer_id_in(NUMBERS).company_in(TEXTS).name_in(TEXTS).include([addresses::Include::Formfields]);
    "v3.addresses.delete" => |c| c.v3().addresses().delete(NUMBERS);
    "v3.attributes.list" => |c| dates!(c.v3().attributes().list().page(NUMBER).limit(NUMBER).name(TEXT).name_like(TEXT)
        .r#type(attributes::AttributeType::StringValue));
    "v3.attributes.delete" => |c| c.v3().attributes().delete(NUMBERS);
    "v3.attribute_values.list" => |c| dates!(c.v3().attribute_values().list().page(NUMBER).limit(NUMBER)
        .customer_id_in(NUMBERS).attribute_id_in(NUMBERS).name(TEXT));
    "v3.attribute_values.delete" => |c| c.v3().attribute_values().delete(NUMBERS);
    "v3.form_field_values.list" => |c| c.v3().form_field_values().list().page(NUMBER).limit(NUMBER).before(TEXT)
        .after(TEXT).customer_id(NUMBER).address_id(NUMBER).field_name(TEXT)
        .field_type(form_field_values::FieldType::Checkboxes);
    "v3.metafields.list" => |c| metafields!(c.v3().metafields().list(1));
    "v3.metafields.list_all" => |c| metafields!(c.v3().metafields().list_all());
    "v3.subscribers.list" => |c| dates!(c.v3().subscribers().list().page(NUMBER).limit(NUMBER).id(NUMBER).id_in(NUMBERS)
        .email(TEXT).first_name(TEXT).last_name(TEXT).source(TEXT).order_id(NUMBER));
    "v3.subscribers.delete_matching" => |c| c.v3().subscribers().delete_matching().email(TEXT).first_name(TEXT)
        .last_name(TEXT).source(TEXT).order_id(NUMBER).date_created(DATE).date_modified(DATE);
    "v3.segments.list" => |c| c.v3().segments().list().page(NUMBER).limit(NUMBER).id_in(UUIDS);
    "v3.segments.delete" => |c| c.v3().segments().delete(UUIDS);
    "v3.segments.list_profiles" => |c| c.v3().segments().list_profiles("s").page(NUMBER).limit(NUMBER);
    "v3.segments.remove_profiles" => |c| c.v3().segments().remove_profiles("s", UUIDS);
    "v3.shopper_profiles.list" => |c| c.v3().shopper_profiles().list().page(NUMBER).limit(NUMBER);
    "v3.shopper_profiles.delete" => |c| c.v3().shopper_profiles().delete(UUIDS);
    "v3.shopper_profiles.list_segments" => |c| c.v3().shopper_profiles().list_segments("p").page(NUMBER).limit(NUMBER);

    "v2.customers.list" => |c| c.v2().customers().list().page(NUMBER).limit(PAGE).first_name(TEXT).last_name(TEXT)
        .company(TEXT).email(TEXT).phone(TEXT).store_credit(Decimal::new(1250, 2)).customer_group_id(NUMBER)
        .min_id(NUMBER).max_id(NUMBER).min_date_created(DATE).max_date_created(DATE).min_date_modified(DATE)
        .max_date_modified(DATE).tax_exempt_category(TEXT);
    "v2.addresses.list" => |c| c.v2().addresses().list(1).page(NUMBER).limit(PAGE);
    "v2.customer_groups.list" => |c| dates!(c.v2().customer_groups().list().page(NUMBER).limit(PAGE).name(TEXT)
        .name_like(TEXT).is_default(true).is_group_for_guests(true));
};

/// The largest page of V2.
const PAGE: i64 = 250;

/// The query parameters of an operation: name, and the value that has to arrive.
fn parameters(operation: &Operation) -> BTreeSet<(String, String)> {
    let parameters = operation.node.get("parameters").items();
    let in_query = parameters.iter().filter(|parameter| parameter.text("in") == "query");
    in_query
        .map(|parameter| {
            let schema = parameter.get("schema");
            let value = schema.value["maximum"].as_i64().map_or_else(|| sample(&schema), |max| max.to_string());
            (parameter.text("name").to_owned(), value)
        })
        .collect()
}

#[test]
fn the_table_has_every_operation_with_a_query_and_no_other() {
    assert_complete(ROWS, |operation| !parameters(operation).is_empty());
}

#[tokio::test]
async fn every_declared_error_is_told_apart() {
    assert_errors(ROWS).await;
}

#[tokio::test]
async fn every_query_parameter_arrives_once_under_its_name_with_its_value() {
    let mut problems = Vec::new();
    for operation in operations() {
        let name = operation.name();
        let Some((_, call)) = ROWS.iter().find(|(row, _)| *row == name) else { continue };
        let server = Server::answering(wiremock::ResponseTemplate::new(418)).await;
        let failure = call(&server.client()).await.expect("418 is no success");
        assert_eq!(failure.kind, ErrorKind::Api, "{name} was not sent");
        let query = server.request().await.url.query().unwrap_or_default().to_owned();
        let sent: Vec<_> = query.split('&').map(pair).collect();
        let distinct: BTreeSet<_> = sent.iter().cloned().collect();
        let expected = parameters(&operation);
        if sent.len() != expected.len() || distinct != expected {
            let missing: Vec<_> = expected.difference(&distinct).collect();
            let strange: Vec<_> = distinct.difference(&expected).collect();
            let place = format!("{name}, {} {}", operation.method, operation.path);
            problems.push(format!("{place}: {query}\n  missing  {missing:?}\n  strange  {strange:?}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// A pair of a query as the store reads it: `+` is a space.
fn pair(text: &str) -> (String, String) {
    let decode = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            match byte {
                b'%' => {
                    let digits = [rest.next().unwrap(), rest.next().unwrap()];
                    bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
                }
                b'+' => bytes.push(b' '),
                plain => bytes.push(plain),
            }
        }
        String::from_utf8(bytes).unwrap()
    };
    let (name, value) = text.split_once('=').unwrap();
    (decode(name), decode(value))
}

/// `minimum` and `maximum` of a parameter hold before anything is sent.
#[tokio::test]
async fn numbers_out_of_range_are_refused() {
    let server = Server::answering(wiremock::ResponseTemplate::new(418)).await;
    let c = server.client();
    let calls = [
        ("page", send(c.v3().customers().list().page(0))),
        ("limit", send(c.v3().customers().list().limit(0))),
        ("limit", send(c.v2().customer_groups().list().limit(PAGE + 1))),
        ("limit", send(c.v2().customers().list().limit(-1))),
    ];
    for (name, call) in calls {
        assert_eq!(call.await.map(|failure| failure.kind), Some(ErrorKind::InvalidRequest), "{name}");
    }
    assert!(server.requests().await.is_empty());
}
