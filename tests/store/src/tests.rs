//! Calls every operation, and checks each response against the spec: its status must be declared, and its body must
//! match the schema of that status.

mod http;

use std::collections::BTreeSet;
use std::time::Duration;

use generated_client::reqwest;
use serde_json::{Value, json};

use super::routes::{Found, find, routes};
use super::{Fault, FaultKind, Latency, Store, StoreConfig, StoreHandle};
use replay::check::{Direction, Schemas, unknown_keys};

/// Method and target, body, status, a pointer into the response, and the value there. `null` stands for no body.
type Step = (&'static str, Value, u16, &'static str, Value);

/// The ids of the first segment and the first shopper profile.
const SEGMENT: &str = "5e93e270-0000-4000-8000-000000000001";
const PROFILE: &str = "50f0f11e-0000-4000-8000-000000000001";

/// Replaces SEGMENT and PROFILE in the targets of steps.
#[rustfmt::skip]
fn steps() -> Vec<Step> {
    let customer = |name: &str| json!({"email": format!("{name}@example.org"), "first_name": name, "last_name": "Test"});
    let whole = json!({
        "email": "whole@example.org", "first_name": "Whole", "last_name": "Test", "company": "Co", "phone": "1",
        "notes": "n", "tax_exempt_category": "B", "customer_group_id": 2, "origin_channel_id": 2, "channel_ids": [1, 2],
        "authentication": {"new_password": "plum-Harbour-47", "force_password_reset": true},
        "accepts_product_review_abandoned_cart_emails": true, "store_credit_amounts": [{"amount": 59.99}],
        "form_fields": [{"name": "Glaze", "value": "celadon"}, {"name": "Size", "value": 2.5}],
        "addresses": [{"first_name": "A", "last_name": "B", "address1": "1 Kiln Lane", "city": "Peru", "country_code": "DE"}],
        "attributes": [{"attribute_id": 1, "attribute_value": "gold"}],
    });
    let address = |id: u64, line: &str| json!({"customer_id": id, "first_name": "A", "last_name": "B", "address1": line,
        "city": "Peru", "state_or_province": "", "postal_code": "1", "country_code": "PL"});
    let changed = |key: &str, value: Value| json!({"id": 8, key: value});
    let field = |customer: u64, key: &str| json!({"resource_id": customer, "permission_set": "read", "namespace": "crm",
        "key": key, "value": "x"});
    let eleven = Value::from((0..11).map(|n| customer(&format!("n{n}"))).collect::<Vec<_>>());
    let none = Value::Null;
    vec![
        // Attributes, so that customers can have values.
        ("POST /v3/customers/attributes", json!([{"name": "Tier", "type": "string"}, {"name": "Points", "type": "number"}]), 200, "/data/1/id", json!(2)),
        ("POST /v3/customers/attributes", json!([{"name": "Tier", "type": "string"}, {"name": "X", "type": "shape"}]), 422, "/errors/0.name", json!("another attribute has this name")),
        ("PUT /v3/customers/attributes", json!([{"id": 2, "name": "Bonus"}]), 200, "/data/0/type", json!("number")),
        ("PUT /v3/customers/attributes", json!([{"id": 9, "name": "Bonus"}]), 422, "/errors/0.id", json!("there is no such attribute")),
        ("GET /v3/customers/attributes?name:like=BON", none.clone(), 200, "/data/0/name", json!("Bonus")),

        // Customers: all of an array or nothing.
        ("POST /v3/customers", json!([whole]), 200, "/data/0/store_credit_amounts/0/amount", json!(59.99)),
        ("POST /v3/customers", json!([customer("a"), customer("A"), {"email": "@", "first_name": "", "last_name": 1}]), 422, "/errors/2.email", json!("invalid email")),
        ("POST /v3/customers", json!([customer("a"), customer("shopper-7")]), 422, "/errors/.customer_create", json!("email shopper-7@example.org already in use by customer 7")),
        ("POST /v3/customers", json!([customer("a"), {"email": "b@example.org", "first_name": "B", "last_name": "B", "customer_group_id": 99}]), 422, "/errors/1.customer_group_id", json!("there is no such group")),
        ("POST /v3/customers", json!([customer("a"), customer("A")]), 422, "/errors/1.email", json!("another item has it too")),
        ("POST /v3/customers", json!([{"email": "c@example.org", "first_name": "C", "last_name": "C", "attributes": [{"attribute_id": 9, "attribute_value": ""}]}]), 422, "/errors/0.attributes.0.attribute_id", json!("there is no such attribute")),
        ("POST /v3/customers", json!([]), 422, "/errors/0.data", json!("the list is empty")),
        ("POST /v3/customers", json!({}), 422, "/errors/data", json!("must be a list")),
        ("POST /v3/customers", eleven, 413, "/status", json!(413)),
        ("PUT /v3/customers", json!([changed("notes", json!("y")), {"id": 99}]), 422, "/errors/1.id", json!("there is no such customer")),
        ("PUT /v3/customers", json!([changed("channel_ids", json!([]))]), 422, "/errors/0.channel_ids", json!("must hold at least one channel")),
        ("PUT /v3/customers", json!([changed("email", json!("shopper-1@example.org"))]), 422, "/errors/0.email", json!("already in use")),
        ("PUT /v3/customers", json!([changed("channel_ids", none.clone()), {"id": 8, "company": null}]), 200, "/data/1/company", json!("")),
        ("PUT /v3/customers", json!([changed("store_credit_amounts", json!([{"amount": -1}]))]), 422, "/errors/0.store_credit_amounts", json!("must hold an amount of at least 0")),
        ("GET /v3/customers?id:in=8&include=addresses,storecredit,attributes,formfields,shopper_profile_id,segment_ids", none.clone(), 200, "/data/0/addresses/0/country", json!("Germany")),
        ("GET /v3/customers?id:in=8", none.clone(), 200, "/data/0/notes", json!("n")),
        ("GET /v3/customers?colour=red", none.clone(), 422, "/errors", json!({})),
        ("POST /v3/customers/validate-credentials", json!({"email": "whole@example.org", "password": "plum-Harbour-47"}), 200, "", json!({"is_valid": true, "customer_id": 8})),
        ("POST /v3/customers/validate-credentials", json!({"email": "shopper-2@example.org", "password": "x"}), 200, "", json!({"is_valid": false, "customer_id": null})),
        ("POST /v3/customers/validate-credentials", json!({"email": "a"}), 422, "/errors/password", json!("is missing")),

        // Addresses: a duplicate is missing from the response.
        ("GET /v3/customers/addresses?limit=3&page=3", none.clone(), 200, "/meta/pagination/total", json!(8)),
        ("POST /v3/customers/addresses", json!([address(8, "2 Kiln Lane"), address(7, "3 Kiln Lane")]), 200, "/data/1/id", json!(10)),
        ("POST /v3/customers/addresses", json!([address(8, "2 Kiln Lane"), address(8, "4 Kiln Lane")]), 200, "/data/0/id", json!(11)),
        ("POST /v3/customers/addresses", json!([address(8, "2 Kiln Lane")]), 200, "", json!({})),
        ("POST /v3/customers/addresses", json!([address(8, "9"), address(99, "9")]), 422, "/errors/1.customer_id", json!("there is no such customer")),
        ("PUT /v3/customers/addresses", json!([{"id": 11, "address1": "2 Kiln Lane"}, {"id": 10, "address2": "Back"}]), 200, "/data/0/id", json!(10)),
        ("PUT /v3/customers/addresses", json!([{"id": 99}]), 422, "/errors/0.id", json!("there is no such address")),
        ("GET /v3/customers/addresses?customer_id:in=8,7&company:in=", none.clone(), 422, "/errors/company:in", json!("is empty")),
        ("GET /v3/customers/addresses?customer_id:in=7,8&include=formfields", none.clone(), 200, "/meta/pagination/total", json!(5)),
        ("DELETE /v3/customers/addresses?id:in=11,99", none.clone(), 204, "", none.clone()),
        ("DELETE /v3/customers/addresses?id:in=0", none.clone(), 422, "/errors/id", json!("numbers begin with 1")),

        // Attribute values and form fields.
        ("PUT /v3/customers/attribute-values", json!([{"customer_id": 8, "attribute_id": 1, "value": "silver"}, {"customer_id": 1, "attribute_id": 2, "value": "5"}]), 200, "/data/0/id", json!(1)),
        ("PUT /v3/customers/attribute-values", json!([{"customer_id": 1, "attribute_id": 2, "value": "many"}]), 422, "/errors/0.value", json!("not of the attribute's type")),
        ("PUT /v3/customers/attribute-values", (1..12).map(|id| json!({"customer_id": id, "attribute_id": 1, "value": ""})).collect(), 422, "/errors/data", json!("values of no more than 10 customers fit into one call")),
        ("GET /v3/customers/attribute-values?name=Bonus", none.clone(), 200, "/data/0/attribute_value", json!("5")),
        ("DELETE /v3/customers/attribute-values?id:in=2", none.clone(), 204, "", none.clone()),
        ("PUT /v3/customers/form-field-values", json!([{"customer_id": 2, "name": "Glaze", "value": ["a", "b"]}, {"address_id": 3, "name": "Floor", "value": 2}]), 200, "/data/1/value", json!(2)),
        ("PUT /v3/customers/form-field-values", json!([{"customer_id": 99, "name": "Glaze", "value": "a"}]), 422, "/errors/0.customer_id", json!("there is no such customer")),
        ("GET /v3/customers/form-field-values?limit=2", none.clone(), 200, "/meta/pagination/total", json!(4)),

        // Metafields: batches can succeed in part.
        ("POST /v3/customers/8/metafields", json!({"permission_set": "read", "namespace": "crm", "key": "owner", "value": "Noor"}), 200, "/data/0/id", json!(1)),
        ("POST /v3/customers/8/metafields", json!({"permission_set": "read", "namespace": "crm", "key": "owner", "value": "Noor"}), 409, "/errors/key", json!("taken in this namespace")),
        ("POST /v3/customers/8/metafields", json!({"permission_set": "all", "namespace": "crm", "key": "x"}), 422, "/errors/value", json!("is missing")),
        ("POST /v3/customers/99/metafields", json!({}), 404, "/status", json!(404)),
        ("GET /v3/customers/8/metafields/1", none.clone(), 200, "/data/value", json!("Noor")),
        ("PUT /v3/customers/8/metafields/1", json!({"value": "Lior"}), 200, "/data/0/value", json!("Lior")),
        ("GET /v3/customers/7/metafields/1", none.clone(), 404, "/status", json!(404)),
        ("POST /v3/customers/metafields", json!([field(8, "a"), field(8, "owner"), field(7, "b")]), 409, "/errors/0/errors/1", json!("the key is taken in this namespace")),
        ("POST /v3/customers/metafields", json!([field(8, "a"), field(99, "b"), field(6, "c")]), 422, "/meta", json!({"total": 3, "success": 1, "failed": 2})),
        ("POST /v3/customers/metafields", json!([field(5, "a")]), 200, "/errors", json!([])),
        ("PUT /v3/customers/metafields", json!([{"id": 2, "value": "y"}, {"id": 99}]), 422, "/data/0/value", json!("y")),
        ("GET /v3/customers/metafields?key:in=a,b&direction=desc&include_fields=key", none.clone(), 200, "/data/0", json!({"id": 5, "key": "a"})),
        ("GET /v3/customers/8/metafields?namespace=crm&limit=1", none.clone(), 200, "/meta/cursor_pagination/count", json!(1)),
        ("DELETE /v3/customers/metafields", json!([2, 99]), 422, "/data", json!([2])),
        ("DELETE /v3/customers/metafields", json!([3]), 200, "/data", json!([3])),
        ("DELETE /v3/customers/8/metafields/1", none.clone(), 204, "", none.clone()),

        // Subscribers.
        ("POST /v3/customers/subscribers", json!({"email": "s@example.org", "consents": ["abandoned_cart"], "order_id": 5}), 200, "/data/source", json!("custom")),
        ("POST /v3/customers/subscribers", json!({"email": "S@example.org"}), 409, "/errors/email", json!("taken")),
        ("POST /v3/customers/subscribers", json!({"email": "s"}), 422, "/errors/email", json!("invalid email")),
        ("POST /v3/customers/subscribers", json!({"email": "t@example.org", "source": "order"}), 200, "/data/id", json!(2)),
        ("PUT /v3/customers/subscribers/2", json!({"order_id": null, "consents": []}), 200, "/data/order_id", none.clone()),
        ("PUT /v3/customers/subscribers/2", json!({"email": "s@example.org"}), 409, "/status", json!(409)),
        ("GET /v3/customers/subscribers/9", none.clone(), 404, "/status", json!(404)),
        ("GET /v3/customers/subscribers/1", none.clone(), 200, "/data/order_id", json!(5)),
        ("GET /v3/customers/subscribers?source=order&limit=1", none.clone(), 200, "/data/0/id", json!(2)),
        ("DELETE /v3/customers/subscribers?id:in=1", none.clone(), 422, "/errors", json!({})),
        ("DELETE /v3/customers/subscribers?source=order", none.clone(), 204, "", none.clone()),
        ("DELETE /v3/customers/subscribers/1", none.clone(), 204, "", none.clone()),
        ("POST /v3/customers/subscribers", json!({"email": "u@example.org"}), 200, "/data/id", json!(3)),
        ("DELETE /v3/customers/subscribers", none.clone(), 204, "", none.clone()),
        ("GET /v3/customers/subscribers", none.clone(), 200, "/meta/pagination/total_pages", json!(0)),

        // Segments and profiles.
        ("POST /v3/segments", json!([{"name": "North"}, {"name": "South", "description": "s"}]), 201, "/data/1/name", json!("South")),
        ("POST /v3/segments", json!([{"name": "North"}, {"name": "East"}]), 409, "/data/0/name", json!("East")),
        ("POST /v3/segments", json!([{"description": "x"}]), 400, "/errors/0.name", json!("is missing")),
        ("PUT /v3/segments", json!([{"id": SEGMENT, "name": "West"}]), 201, "/data/0/name", json!("West")),
        ("PUT /v3/segments", json!([{"id": SEGMENT, "name": "South"}, {"id": "x"}]), 422, "/meta/failed", json!(2)),
        ("GET /v3/segments?id:in=SEGMENT", none.clone(), 200, "/data/0/id", json!(SEGMENT)),
        ("POST /v3/shopper-profiles", json!([{"customer_id": 8}, {"customer_id": 7}]), 201, "/data/0/id", json!(PROFILE)),
        ("POST /v3/shopper-profiles", json!([{"customer_id": 99}]), 400, "/errors/0.customer_id", json!("there is no such customer")),
        ("GET /v3/shopper-profiles?limit=1", none.clone(), 200, "/meta/pagination/links/next", json!("?limit=1&page=2")),
        ("POST /v3/segments/SEGMENT/shopper-profiles", json!([PROFILE]), 201, "/data/0/customer_id", json!(8)),
        ("POST /v3/segments/SEGMENT/shopper-profiles", json!([PROFILE]), 409, "/errors/0/status", json!(409)),
        ("POST /v3/segments/SEGMENT/shopper-profiles", vec![PROFILE; 51].into(), 422, "/meta/success", json!(0)),
        ("GET /v3/segments/SEGMENT/shopper-profiles", none.clone(), 200, "/data/0/id", json!(PROFILE)),
        ("GET /v3/shopper-profiles/PROFILE/segments", none.clone(), 200, "/data/0/id", json!(SEGMENT)),
        ("GET /v3/customers?id:in=8&include=segment_ids,shopper_profile_id", none.clone(), 200, "/data/0/segment_ids/0", json!(SEGMENT)),
        ("DELETE /v3/segments/SEGMENT/shopper-profiles?id:in=PROFILE", none.clone(), 204, "", none.clone()),
        ("DELETE /v3/shopper-profiles?id:in=PROFILE", none.clone(), 204, "", none.clone()),
        ("DELETE /v3/segments?id:in=SEGMENT", none.clone(), 204, "", none.clone()),
        ("GET /v3/segments/SEGMENT/shopper-profiles", none.clone(), 404, "/status", json!(404)),

        // Settings, consent, instruments.
        ("PUT /v3/customers/settings", json!({"privacy_settings": {"policy_url": "https://shop.example.org"}}), 200, "/data/customer_group_settings/default_customer_group_id", json!(0)),
        ("GET /v3/customers/settings", none.clone(), 200, "/data/privacy_settings/policy_url", json!("https://shop.example.org")),
        ("PUT /v3/customers/settings/channels/2", json!({"allow_global_logins": false}), 200, "/data/privacy_settings/policy_url", none.clone()),
        ("GET /v3/customers/settings/channels/2", none.clone(), 200, "/data/allow_global_logins", json!(false)),
        ("GET /v3/customers/settings/channels/9", none.clone(), 404, "/status", json!(404)),
        ("PUT /v3/customers/8/consent", json!({"allow": ["essential"], "deny": ["targeting"]}), 200, "/deny/0", json!("targeting")),
        ("PUT /v3/customers/8/consent", json!({"allow": ["everything"]}), 422, "/errors/deny", json!("is missing")),
        ("GET /v3/customers/8/consent", none.clone(), 200, "/allow/0", json!("essential")),
        ("GET /v3/customers/6/stored-instruments", none.clone(), 200, "/1/type", json!("stored_paypal_account")),

        // Version 2: the same customers.
        ("GET /v2/customers/8", none.clone(), 200, "/store_credit", json!("59.9900")),
        ("GET /v2/customers/8", none.clone(), 200, "/addresses/resource", json!("/customers/8/addresses")),
        ("GET /v2/customers/99", none.clone(), 404, "/0/status", json!(404)),
        ("GET /v2/customers?limit=3&page=3", none.clone(), 200, "/1/id", json!(8)),
        ("GET /v2/customers?limit=4&page=3", none.clone(), 204, "", none.clone()),
        ("GET /v2/customers?limit=251", none.clone(), 413, "/0/details/max_limit", json!(250)),
        ("GET /v2/customers?min_id=3&max_id=4&last_name=nobody", none.clone(), 204, "", none.clone()),
        ("GET /v2/customers?email=WHOLE@example.org&store_credit=59.99", none.clone(), 200, "/0/id", json!(8)),
        ("POST /v2/customers", json!({"email": "v2@example.org", "first_name": "V", "last_name": "2", "store_credit": "12.5", "phone": 5550117}), 200, "/store_credit", json!("12.5000")),
        ("POST /v2/customers", json!({"email": "V2@example.org", "first_name": "V", "last_name": "2"}), 409, "/0/status", json!(409)),
        ("POST /v2/customers", json!({"first_name": "V"}), 400, "/1/message", json!("The field 'last_name' is missing.")),
        ("PUT /v2/customers/9", json!({"_authentication": {"password": "a", "password_confirmation": "b"}}), 400, "/0/status", json!(400)),
        ("PUT /v2/customers/9", json!({"_authentication": {"password": "new", "force_reset": true}}), 200, "/reset_pass_on_login", json!(true)),
        ("POST /v2/customers/9/validate", json!({"password": "new"}), 200, "/success", json!(true)),
        ("POST /v2/customers/9/validate", json!({"password": "old"}), 200, "/success", json!("false")),
        ("GET /v2/customers/count", none.clone(), 200, "/count", json!(9)),
        ("GET /v2/customers/9/addresses", none.clone(), 204, "", none.clone()),
        ("POST /v2/customers/9/addresses", json!({"first_name": "A", "last_name": "B", "street_1": "1", "city": "C", "state": " ", "zip": 97205, "country": "United States", "phone": ""}), 200, "/country_iso2", json!("US")),
        ("POST /v2/customers/9/addresses", json!({"first_name": "A"}), 400, "/0/status", json!(400)),
        ("PUT /v2/customers/9/addresses/12", json!({"first_name": "A", "last_name": "B", "street_1": "2", "city": "C", "state": " ", "zip": "1", "country": "Atlantis", "phone": ""}), 400, "/0/message", json!("The field 'country' names no country.")),
        ("PUT /v2/customers/9/addresses/12", json!({"first_name": "A", "last_name": "B", "street_1": "2", "city": "C", "state": " ", "zip": "1", "country": "Poland", "phone": ""}), 200, "/country_iso2", json!("PL")),
        ("GET /v2/customers/9/addresses/12", none.clone(), 200, "/street_1", json!("2")),
        ("GET /v2/customers/9/addresses/count", none.clone(), 200, "/count", json!(1)),
        ("GET /v2/customers/8/addresses/12", none.clone(), 404, "/0/status", json!(404)),
        ("DELETE /v2/customers/9/addresses/12", none.clone(), 204, "", none.clone()),
        ("DELETE /v2/customers/8/addresses", none.clone(), 204, "", none.clone()),
        ("GET /v2/customers/8/addresses", none.clone(), 204, "", none.clone()),
        ("DELETE /v2/customers/9", none.clone(), 204, "", none.clone()),

        // Groups. Customers of a deleted group have none.
        ("POST /v2/customer_groups", json!({"name": "Potters", "discount_rules": [{"type": "category", "category_id": 61, "method": "percent", "amount": 7.5}]}), 200, "/discount_rules/0", json!({"type": "category", "category_id": "61", "method": "percent", "amount": "7.5000"})),
        ("POST /v2/customer_groups", json!({"name": "Potters"}), 400, "/errors/0/title", json!("Another group has this name.")),
        ("PUT /v2/customer_groups/4", json!({"discount_rules": [{"type": "price_list", "price_list_id": 9}]}), 200, "/discount_rules/0/price_list_id", json!(9)),
        ("PUT /v2/customer_groups/4", json!({"discount_rules": [{"type": "all"}]}), 400, "/errors/0/status", json!(400)),
        ("GET /v2/customer_groups?name:like=pot", none.clone(), 200, "/0/id", json!(4)),
        ("GET /v2/customer_groups/4", none.clone(), 200, "/name", json!("Potters")),
        ("GET /v2/customer_groups/count", none.clone(), 200, "/count", json!(4)),
        ("DELETE /v2/customer_groups/2", none.clone(), 204, "", none.clone()),
        ("GET /v3/customers?id:in=2,8", none.clone(), 200, "/data/1/customer_group_id", json!(0)),

        // Deletions.
        ("DELETE /v3/customers/attributes?id:in=1", none.clone(), 204, "", none.clone()),
        ("GET /v3/customers/attribute-values", none.clone(), 200, "/meta/pagination/total", json!(0)),
        ("DELETE /v3/customers", none.clone(), 204, "", none.clone()),
        ("DELETE /v3/customers?id:in=8,99", none.clone(), 204, "", none.clone()),
        ("DELETE /v3/customers?id:in=a", none.clone(), 422, "/errors/id", json!("must be whole numbers, with commas between them")),
        ("GET /v3/customers?id:in=8", none.clone(), 200, "/data", json!([])),
        ("DELETE /v2/customers", none.clone(), 204, "", none.clone()),
        ("GET /v2/customers/count", none, 200, "/count", json!(0)),
    ]
}

async fn store() -> StoreHandle {
    Store::start(StoreConfig { customers: 7, addresses_each: 1, ..StoreConfig::default() }).await.unwrap()
}

#[tokio::test]
async fn every_operation_responds_as_the_spec_says() {
    let (store, spec) = (store().await, test_support::spec());
    let operations = spec.operations();
    let responses = Schemas::new(spec, Direction::Response).unwrap();
    let requests = Schemas::new(spec, Direction::Request).unwrap();
    let (mut called, mut problems, mut undeclared) = (BTreeSet::new(), Vec::new(), Vec::new());
    for (line, body, status, pointer, expected) in steps() {
        let (method, target) = line.split_once(' ').unwrap();
        let target = target.replace("SEGMENT", SEGMENT).replace("PROFILE", PROFILE);
        let sent = (!body.is_null()).then_some(&body);
        let (got, response) = store.call(method, &target, sent);
        if (got, response.pointer(pointer)) != (status, Some(&expected)) {
            problems.push(format!("{line} {body}: {got} {response:#}"));
        }
        let Found::Route(route, _) = find(method, target.split('?').next().unwrap()) else { panic!("{line}") };
        let operation = operations.iter().find(|operation| operation.name() == route.operation).unwrap();
        called.insert(route.operation);
        if let Some(sent) = sent.filter(|_| status < 300) {
            let violations = requests.check(&operation.body_schema(), sent);
            problems.extend(violations.iter().map(|violation| format!("{line}, request: {violation:?}")));
        }
        let Some(declared) = operation.response(status) else {
            undeclared.push(line);
            continue;
        };
        if declared.schema().exists() == response.is_null() {
            problems.push(format!("{line}: {response}"));
        } else if !response.is_null() {
            let violations = responses.check(&declared.schema(), &response);
            problems.extend(violations.iter().map(|violation| format!("{line}: {violation:?}")));
            let unknown = unknown_keys(&declared.schema(), &response);
            problems.extend(unknown.iter().map(|unknown| format!("{line}: {unknown:?}")));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert_eq!(undeclared, ["DELETE /v3/customers/subscribers?id:in=1"], "an unknown filter is 422 everywhere");
    let missing: Vec<_> = routes().iter().map(|route| route.operation).filter(|name| !called.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?} are not called");
}

#[tokio::test]
async fn deleting_a_customer_takes_along_what_belongs_to_it() {
    let store = store().await;
    for (line, body) in [
        ("POST /v3/customers/attributes", json!([{"name": "A", "type": "string"}])),
        ("PUT /v3/customers/attribute-values", json!([{"customer_id": 3, "attribute_id": 1, "value": "x"}])),
        (
            "POST /v3/customers/3/metafields",
            json!({"permission_set": "read", "namespace": "n", "key": "k", "value": "v"}),
        ),
        ("POST /v3/shopper-profiles", json!([{"customer_id": 3}])),
        ("POST /v3/segments", json!([{"name": "S"}])),
        ("POST /v3/segments/5e93e270-0000-4000-8000-000000000001/shopper-profiles", json!([PROFILE])),
        ("PUT /v3/customers", json!([{"id": 3, "email": "other@example.org"}])),
    ] {
        let (method, target) = line.split_once(' ').unwrap();
        let (status, response) = store.call(method, target, Some(&body));
        assert!(status < 300, "{line}: {response}");
    }
    let count = |target: &str| store.call("GET", target, None).1["meta"]["pagination"]["total"].clone();
    let lists = [
        "/v3/customers/addresses?customer_id:in=3",
        "/v3/customers/attribute-values?customer_id:in=3",
        "/v3/customers/metafields",
        "/v3/shopper-profiles",
        "/v3/segments/5e93e270-0000-4000-8000-000000000001/shopper-profiles",
        "/v3/customers?email:in=other@example.org",
    ];
    assert!(lists.iter().all(|list| count(list) == 1));
    // The first e-mail address is free again.
    let customer = json!([{"email": "shopper-3@example.org", "first_name": "A", "last_name": "B"}]);
    assert_eq!(store.call("POST", "/v3/customers", Some(&customer)).0, 200);
    assert_eq!(store.call("DELETE", "/v3/customers?id:in=3", None).0, 204);
    for list in lists {
        assert_eq!(count(list), 0, "{list}");
    }
    assert_eq!((store.customer_by_email("other@example.org"), store.customer_count()), (None, 7));
}

/// A request of a client that does not retry.
async fn send(http: &reqwest::Client, store: &StoreHandle, method: &str, body: Value) -> reqwest::Result<u16> {
    let url = format!("{}/stores/{}/v3/customers", store.uri(), store.hash());
    let request = http.request(method.parse().unwrap(), url).header("x-auth-token", store.token());
    Ok(request.body(body.to_string()).send().await?.status().as_u16())
}

#[tokio::test]
async fn a_client_that_gives_up_has_written_all_the_same() {
    let (store, http) = (store().await, reqwest::Client::new());
    store.set_latency(Latency::Fixed(Duration::from_secs(9)));
    let call = send(&http, &store, "PUT", json!([{"id": 3, "notes": "late"}]));
    assert!(tokio::time::timeout(Duration::from_millis(200), call).await.is_err());
    assert_eq!(store.written("v3.customers.update", 3), 1);
    let line = &store.requests()[0];
    assert_eq!((line.number, line.status, line.written), (0, None, 1));
    // The server notices the end of the connection a little later.
    while store.counters().in_flight.now > 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_store_ends_when_it_is_told_to_or_when_nobody_holds_it() {
    for told in [true, false] {
        let (store, http) = (store().await, reqwest::Client::new());
        let (uri, other) = (store.uri().to_owned(), store.clone());
        drop(other);
        assert_eq!(send(&http, &store, "GET", Value::Null).await.unwrap(), 200);
        if told {
            store.shutdown().await
        } else {
            drop(store)
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert!(http.get(uri).send().await.is_err());
    }
}

#[tokio::test]
async fn a_refused_connection_is_refused_to_clients_that_have_an_idle_one() {
    let (store, http) = (store().await, reqwest::Client::new());
    assert_eq!(send(&http, &store, "GET", Value::Null).await.unwrap(), 200);
    store.fault(Fault::new(FaultKind::RefuseConnection).times(2));
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(send(&http, &store, "GET", Value::Null).await.is_err());
    assert!(send(&http, &store, "GET", Value::Null).await.is_err());
    assert_eq!(send(&http, &store, "GET", Value::Null).await.unwrap(), 200);
    assert_eq!((store.counters().connections, store.counters().faults), (2, 2));
}

#[tokio::test]
async fn what_is_not_simulated_says_so() {
    let store = store().await;
    for (line, status) in [
        ("GET /v3/catalog/products", 501),
        ("GET /v2/orders", 501),
        ("GET /v3/customers/form-field-values?field_type=text", 501),
        ("GET /v3/customers/1", 404),
        ("GET /v3/customers/x/consent", 404),
        ("PATCH /v3/customers", 405),
    ] {
        let (method, target) = line.split_once(' ').unwrap();
        let (got, response) = store.call(method, target, None);
        let found = response.get("status").or(response.pointer("/0/status"));
        assert_eq!((got, found), (status, Some(&json!(status))), "{line}");
    }
}
