//! Every property of every request body is set by the constructor argument or setter with its name, and arrives under
//! the name in the spec.
//!
//! The expected body is computed from the spec: [`sample`] fills the schema of a body with a distinct value for each
//! property, mostly its name. The table below fills the Rust types in the same way.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]
#![expect(deprecated, reason = "deprecated operations are operations")]

use std::collections::BTreeSet;

use generated_client::rust_decimal::Decimal;
use generated_client::v2::{addresses as a2, customer_groups as groups, customers as c2};
use generated_client::v3::metafields::PermissionSet::AppOnly;
use generated_client::v3::{
    addresses, attribute_values, attributes, common, consent, credentials, customers, form_field_values, metafields,
    segments, settings, shopper_profiles, subscribers,
};
use generated_client::{ErrorKind, Number};
use replay::calls::{Outgoing, send};
use serde_json::{Value, json};
use test_support::{Node, Server, spec};

/// A row: the name of an operation, and its call.
type Row = (&'static str, fn(&generated_client::Client) -> Outgoing);

macro_rules! rows {
    ($($name:literal => |$client:ident| $request:expr;)*) => {
        &[$(($name, |$client: &generated_client::Client| send($request)),)*]
    };
}

/// An integer that is derived from a name.
fn n(name: &str) -> i64 {
    name.bytes().map(i64::from).sum()
}

/// An amount that is sent as a string.
fn amount() -> Number {
    Number::text(Decimal::new(1250, 2))
}

/// Returns the value of a property with this name and schema.
fn sample(name: &str, schema: &Node<'_>) -> Value {
    if let Some(same) = schema.get("allOf").items().first() {
        return sample(name, same);
    }
    if let Some(first) = schema.get("oneOf").items().first() {
        return sample(name, first);
    }
    if let Some(values) = schema.value["enum"].as_array() {
        return values[0].clone();
    }
    match (schema.text("type"), schema.text("format")) {
        ("object", _) => {
            schema.get("properties").entries().iter().map(|(key, value)| (key.clone(), sample(key, value))).collect()
        }
        ("array", _) => items(name, &schema.get("items")).into(),
        ("integer", "int64") => n(name).into(),
        ("boolean", _) => true.into(),
        ("number", "decimal") => json!(12.5),
        ("string", "decimal") => "12.50".into(),
        ("string", "int64") => n(name).to_string().into(),
        ("string", _) if schema.value["maxLength"] == 2 => name[..2].into(),
        ("string", "" | "uuid" | "password") => name.into(),
        other => panic!("no sample for {name}, {other:?}"),
    }
}

/// Returns one item for each branch of a union or each value of an enum; else a single one.
fn items(name: &str, schema: &Node<'_>) -> Vec<Value> {
    let branches = schema.get("oneOf").items();
    match schema.value["enum"].as_array() {
        Some(values) => values.clone(),
        None if branches.is_empty() => vec![sample(name, schema)],
        None => branches.iter().map(|branch| sample(name, branch)).collect(),
    }
}

fn form_fields() -> [common::FormFieldValue; 1] {
    [common::FormFieldValue::new(common::FormFieldValueRequired { name: "name", value: "value".into() })]
}

fn authentication() -> customers::AuthenticationInput {
    customers::AuthenticationInput::new().force_password_reset(true).new_password("new_password")
}

fn credit() -> [customers::StoreCredit; 1] {
    [customers::StoreCredit::new(Decimal::new(125, 1))]
}

fn customer_create() -> customers::CustomerCreate {
    let address = customers::CustomerAddressCreate::new(customers::CustomerAddressCreateRequired {
        first_name: "first_name",
        last_name: "last_name",
        address1: "address1",
        city: "city",
        country_code: "co",
    })
    .company("company")
    .address2("address2")
    .state_or_province("state_or_province")
    .postal_code("postal_code")
    .phone("phone")
    .address_type(addresses::AddressType::Residential)
    .form_fields(form_fields());
    let attribute = customers::CustomerAttributeCreate::new(customers::CustomerAttributeCreateRequired {
        attribute_id: n("attribute_id"),
        attribute_value: "attribute_value",
    });
    customers::CustomerCreate::new(customers::CustomerCreateRequired {
        email: "email",
        first_name: "first_name",
        last_name: "last_name",
    })
    .company("company")
    .phone("phone")
    .notes("notes")
    .tax_exempt_category("tax_exempt_category")
    .customer_group_id(n("customer_group_id"))
    .addresses([address])
    .attributes([attribute])
    .authentication(authentication())
    .accepts_product_review_abandoned_cart_emails(true)
    .trigger_account_created_notification(true)
    .store_credit_amounts(credit())
    .origin_channel_id(n("origin_channel_id"))
    .channel_ids([n("channel_ids")])
    .form_fields(form_fields())
}

fn customer_update() -> customers::CustomerUpdate {
    customers::CustomerUpdate::new(n("id"))
        .email("email")
        .first_name("first_name")
        .last_name("last_name")
        .company("company")
        .phone("phone")
        .notes("notes")
        .tax_exempt_category("tax_exempt_category")
        .customer_group_id(n("customer_group_id"))
        .authentication(authentication())
        .accepts_product_review_abandoned_cart_emails(true)
        .store_credit_amounts(credit())
        .channel_ids([n("channel_ids")])
        .form_fields(form_fields())
}

fn address_create() -> addresses::AddressCreate {
    addresses::AddressCreate::new(addresses::AddressCreateRequired {
        customer_id: n("customer_id"),
        first_name: "first_name",
        last_name: "last_name",
        address1: "address1",
        city: "city",
        state_or_province: "state_or_province",
        postal_code: "postal_code",
        country_code: "co",
    })
    .company("company")
    .address2("address2")
    .phone("phone")
    .address_type(addresses::AddressType::Residential)
    .form_fields(form_fields())
}

fn address_update() -> addresses::AddressUpdate {
    addresses::AddressUpdate::new(n("id"))
        .first_name("first_name")
        .last_name("last_name")
        .company("company")
        .address1("address1")
        .address2("address2")
        .city("city")
        .state_or_province("state_or_province")
        .postal_code("postal_code")
        .country_code("co")
        .phone("phone")
        .address_type(addresses::AddressType::Residential)
        .form_fields(form_fields())
}

fn field_values() -> [form_field_values::FormFieldValueInput; 2] {
    [
        form_field_values::CustomerFormFieldValueInput::new(form_field_values::CustomerFormFieldValueInputRequired {
            customer_id: n("customer_id"),
            name: "name",
            value: "value".into(),
        })
        .into(),
        form_field_values::AddressFormFieldValueInput::new(form_field_values::AddressFormFieldValueInputRequired {
            address_id: n("address_id"),
            name: "name",
            value: "value".into(),
        })
        .into(),
    ]
}

fn consent() -> consent::ConsentUpdate {
    use consent::ConsentCategory::{Analytics, Essential, Functional, Targeting};
    let all = [Essential, Functional, Analytics, Targeting];
    consent::ConsentUpdate::new().allow(all.clone()).deny(all)
}

fn settings() -> settings::SettingsUpdate {
    let privacy = settings::PrivacySettingsUpdate::new()
        .ask_shopper_for_tracking_consent(true)
        .policy_url("policy_url")
        .ask_shopper_for_tracking_consent_on_checkout(true);
    let groups = settings::CustomerGroupSettingsUpdate::new()
        .guest_customer_group_id(n("guest_customer_group_id"))
        .default_customer_group_id(n("default_customer_group_id"));
    settings::SettingsUpdate::new().privacy_settings(privacy).customer_group_settings(groups)
}

fn channel_settings() -> settings::ChannelSettingsUpdate {
    let privacy = settings::ChannelPrivacySettingsUpdate::new()
        .ask_shopper_for_tracking_consent(true)
        .policy_url("policy_url")
        .ask_shopper_for_tracking_consent_on_checkout(true);
    let groups = settings::ChannelCustomerGroupSettingsUpdate::new()
        .guest_customer_group_id(n("guest_customer_group_id"))
        .default_customer_group_id(n("default_customer_group_id"));
    settings::ChannelSettingsUpdate::new()
        .privacy_settings(privacy)
        .customer_group_settings(groups)
        .allow_global_logins(true)
}

const CONSENTS: [subscribers::SubscriberConsent; 2] =
    [subscribers::SubscriberConsent::MarketingNewsletter, subscribers::SubscriberConsent::AbandonedCart];

fn rules() -> [groups::DiscountRule; 4] {
    use groups::DiscountMethod::Percent;
    [
        groups::PriceListRule::new(n("price_list_id")).into(),
        groups::StorewideRule::new().method(Percent).amount(amount()).into(),
        groups::CategoryRule::new(n("category_id")).method(Percent).amount(amount()).into(),
        groups::ProductRule::new(n("product_id")).method(Percent).amount(amount()).into(),
    ]
}

fn access() -> groups::CategoryAccess {
    let id = n("categories");
    groups::CategoryAccess::new(groups::CategoryAccessType::All).categories([id.into(), Number::text(id.into())])
}

fn authentication2() -> c2::Authentication {
    c2::Authentication::new().force_reset(true).password("password").password_confirmation("password_confirmation")
}

const ROWS: &[Row] = rows! {
    "v3.customers.create" => |c| c.v3().customers().create([customer_create()]);
    "v3.customers.update" => |c| c.v3().customers().update([customer_update()]);
    "v3.addresses.create" => |c| c.v3().addresses().create([address_create()]);
    "v3.addresses.update" => |c| c.v3().addresses().update([address_update()]);
    "v3.attributes.create" => |c| c.v3().attributes()
        .create([attributes::AttributeCreate::new(attributes::AttributeCreateRequired { name: "name", r#type: attributes::AttributeType::StringValue })]);
    "v3.attributes.update" => |c| c.v3().attributes().update([attributes::AttributeUpdate::new(attributes::AttributeUpdateRequired { id: n("id"), name: "name" })]);
    "v3.attribute_values.upsert" => |c| c.v3().attribute_values().upsert([
        attribute_values::AttributeValueUpsert::new(attribute_values::AttributeValueUpsertRequired { attribute_id: n("attribute_id"), value: "value", customer_id: n("customer_id") }).id(n("id"))]);
    "v3.form_field_values.upsert" => |c| c.v3().form_field_values().upsert(field_values());
    "v3.consent.update" => |c| c.v3().consent().update(1, consent());
    "v3.credentials.validate" => |c| c.v3().credentials()
        .validate(credentials::Credentials::new(credentials::CredentialsRequired { email: "email", password: "password".into() }).channel_id(n("channel_id")));
    "v3.metafields.create" => |c| c.v3().metafields()
        .create(1, metafields::MetafieldCreate::new(metafields::MetafieldCreateRequired { permission_set: AppOnly, namespace: "namespace", key: "key", value: "value" }).description("description"));
    "v3.metafields.update" => |c| c.v3().metafields().update(1, 2, metafields::MetafieldUpdate::new().id(n("id"))
        .permission_set(AppOnly).namespace("namespace").key("key").value("value").description("description"));
    "v3.metafields.create_batch" => |c| c.v3().metafields().create_batch([metafields::MetafieldBatchCreate::new(metafields::MetafieldBatchCreateRequired { resource_id: n("resource_id"), permission_set: AppOnly, namespace: "namespace", key: "key", value: "value" }).description("description")]);
    "v3.metafields.update_batch" => |c| c.v3().metafields().update_batch([metafields::MetafieldBatchUpdate::new(n("id"))
        .permission_set(AppOnly).namespace("namespace").key("key").value("value").description("description")]);
    "v3.metafields.delete_batch" => |c| c.v3().metafields().delete_batch([n("body")]);
    "v3.segments.create" => |c| c.v3().segments()
        .create([segments::SegmentCreate::new("name").description("description")]);
    "v3.segments.update" => |c| c.v3().segments()
        .update([segments::SegmentUpdate::new("id").name("name").description("description")]);
    "v3.segments.add_profiles" => |c| c.v3().segments().add_profiles("s", ["body"]);
    "v3.settings.update" => |c| c.v3().settings().update(settings());
    "v3.settings.update_for_channel" => |c| c.v3().settings().update_for_channel(1, channel_settings());
    "v3.shopper_profiles.create" => |c| c.v3().shopper_profiles()
        .create([shopper_profiles::ShopperProfileCreate::new().customer_id(n("customer_id"))]);
    "v3.subscribers.create" => |c| c.v3().subscribers().create(subscribers::SubscriberCreate::new("email")
        .first_name("first_name").last_name("last_name").source("source").order_id(n("order_id"))
        .channel_id(n("channel_id")).consents(CONSENTS));
    "v3.subscribers.update" => |c| c.v3().subscribers().update(1, subscribers::SubscriberUpdate::new().email("email")
        .first_name("first_name").last_name("last_name").source("source").order_id(n("order_id"))
        .channel_id(n("channel_id")).consents(CONSENTS));

    "v2.customers.create" => |c| c.v2().customers().create(c2::CustomerCreate::new(c2::CustomerCreateRequired { first_name: "first_name", last_name: "last_name", email: "email" })
        .company("company").phone("phone").store_credit(amount()).registration_ip_address("registration_ip_address")
        .customer_group_id(n("customer_group_id")).notes("notes").tax_exempt_category("tax_exempt_category")
        .authentication(authentication2()));
    "v2.customers.update" => |c| c.v2().customers().update(1, c2::CustomerUpdate::new().first_name("first_name")
        .last_name("last_name").email("email").company("company").phone("phone").store_credit(amount())
        .registration_ip_address("registration_ip_address").customer_group_id(n("customer_group_id")).notes("notes")
        .tax_exempt_category("tax_exempt_category").authentication(authentication2()).reset_pass_on_login(true));
    "v2.customers.validate_password" => |c| c.v2().customers()
        .validate_password(1, c2::PasswordCheck::new("password"));
    "v2.addresses.create" => |c| c.v2().addresses().create(1, a2::AddressCreate::new(a2::AddressCreateRequired { first_name: "first_name", last_name: "last_name", street_1: "street_1", city: "city", state: "state", zip: "zip".into(), country: "country", phone: "phone".into() }).customer_id(n("customer_id")).company("company")
        .street_2("street_2").address_type(a2::AddressType::Residential));
    "v2.addresses.update" => |c| c.v2().addresses().update(1, 2, a2::AddressUpdate::new(a2::AddressUpdateRequired { first_name: "first_name", last_name: "last_name", street_1: "street_1", city: "city", state: "state", zip: "zip".into(), country: "country", phone: "phone".into() }).customer_id(n("customer_id")).company("company")
        .street_2("street_2").address_type(a2::AddressType::Residential));
    "v2.customer_groups.create" => |c| c.v2().customer_groups().create(groups::CustomerGroupCreate::new("name")
        .is_default(true).category_access(access()).discount_rules(rules()).is_group_for_guests(true));
    "v2.customer_groups.update" => |c| c.v2().customer_groups().update(1, groups::CustomerGroupUpdate::new()
        .name("name").is_default(true).category_access(access()).discount_rules(rules()).is_group_for_guests(true));
};

#[test]
fn the_table_has_every_operation_with_a_body_and_no_other() {
    let operations = spec().operations();
    let with_body = operations.iter().filter(|operation| operation.body_schema().exists());
    let of_spec: BTreeSet<_> = with_body.map(test_support::Operation::name).collect();
    let of_table: BTreeSet<_> = ROWS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(of_table, of_spec, "ROWS has a line for each operation with a body: add or remove lines");
}

#[tokio::test]
async fn every_property_of_a_body_arrives_under_its_name_with_its_value() {
    let mut problems = Vec::new();
    for operation in spec().operations() {
        let name = operation.name();
        let Some((_, call)) = ROWS.iter().find(|(row, _)| *row == name) else { continue };
        let server = Server::responding(wiremock::ResponseTemplate::new(418)).await;
        let failure = call(&server.client()).await.expect_err("418 is no success");
        assert_eq!(failure.kind(), ErrorKind::Api, "{name} was not sent: {}", failure);
        let sent: Value = serde_json::from_slice(&server.request().await.body).unwrap();
        let expected = sample("body", &operation.body_schema().resolved());
        if sent != expected {
            let place = format!("{name}, {} {}", operation.method, operation.path);
            problems.push(format!("{place}\n  sent      {sent}\n  expected  {expected}"));
        }
    }
    assert!(problems.is_empty(), "{}\nROWS sets every property of a body: add or remove setters.", problems.join("\n"));
}
