//! A fictitious store, with secrets planted wherever a real one might have them, and the command that records it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

pub const STORE: &str = "w4x9p2kz71";
pub const TOKEN: &str = "q8s7d6f5g4h3j2k1l0zaxcv9bnm4qwe";
pub const EMAIL: &str = "wilhelmina.oyelaran@private-mail.example";
pub const PHONE: &str = "+49 30 901820";
pub const STREET: &str = "Lindenstrasse 48b";
pub const NOTE: &str = "Allergic to nuts; call Wilhelmina before noon";
pub const CURSOR: &str = "eyJpZCI6NDEwNywib3JkZXIiOiJhc2MifQ";
pub const IP: &str = "81.173.22.9";
pub const INSTRUMENT: &str = "tok_5f8e1c7a9b3d2e4f6a8c0b1d";
pub const PASSWORD: &str = "hunter-two-and-a-half";

/// What must not occur in the recordings, in any spelling.
pub const SECRETS: [&str; 34] = [
    STORE,
    TOKEN,
    EMAIL,
    "Wilhelmina",
    "Oyelaran",
    PHONE,
    STREET,
    "Charlottenburg",
    "Berlin",
    "10585",
    NOTE,
    CURSOR,
    IP,
    INSTRUMENT,
    PASSWORD,
    "Willie-Mae",
    // Of version 2.
    "4930551177",
    "Thorvald",
    "Brunsvik",
    "brunsvik-rederi.example",
    "Brunsvik Rederi",
    "rings twice",
    "a poster at the harbour",
    "17 june",
    "Nordgata 3",
    "Trondheim",
    "Trondelag",
    "7011",
    "4773509918",
    "68204",
    "code 4417",
    // Only in errors.
    "rosalind",
    "kestrelworks",
    "03099887766",
];

/// A name so short that it is part of many words: it must not be a word of its own.
pub const SHORT: &str = "Ng";

pub fn customer() -> Value {
    json!({
        "id": 4107, "email": EMAIL, "first_name": "Wilhelmina", "last_name": "Oyelaran", "company": "", "phone": PHONE,
        "notes": NOTE, "tax_exempt_category": "", "customer_group_id": 5, "registration_ip_address": IP,
        "date_created": "2024-03-04T10:31:57Z", "date_modified": "2025-01-09T08:00:00Z",
        "authentication": {"force_password_reset": false}, "accepts_product_review_abandoned_cart_emails": true,
        "origin_channel_id": 1, "channel_ids": null,
        "addresses": [{
            "id": 311, "customer_id": 4107, "first_name": "Wilhelmina", "last_name": "Oyelaran", "company": "",
            "address1": STREET, "address2": "", "city": "Charlottenburg", "state_or_province": "Berlin",
            "postal_code": "10585", "country": "Germany", "country_code": "DE", "phone": PHONE,
            "address_type": "residential",
        }],
        "store_credit_amounts": [{"amount": 42.5}],
    })
}

fn v2_customers() -> Value {
    json!([{
        "id": 88, "company": "Brunsvik Rederi", "first_name": "Thorvald", "last_name": "Brunsvik",
        "email": "post@brunsvik-rederi.example", "phone": "4930551177",
        "form_fields": [
            {"name": "How did you find us?", "value": "a poster at the harbour"},
            {"name": "Birthday", "value": "17 june"},
        ],
        "date_created": "Tue, 14 May 2019 06:41:20 +0000", "date_modified": "Thu, 02 Oct 2025 17:03:55 +0000",
        "store_credit": "18.7500", "registration_ip_address": IP, "customer_group_id": 4, "notes": "rings twice",
        "tax_exempt_category": "", "reset_pass_on_login": false, "accepts_marketing": true,
        "addresses": {
            "url": format!("https://api.bigcommerce.com/stores/{STORE}/v2/customers/88/addresses"),
            "resource": "/customers/88/addresses",
        },
    }])
}

/// The second has numbers in place of strings, as old addresses have.
fn v2_addresses() -> Value {
    let address = |id: i64, zip: Value, phone: Value| {
        json!({
            "id": id, "customer_id": 88, "first_name": "Thorvald", "last_name": "Brunsvik",
            "company": "Brunsvik Rederi", "street_1": "Nordgata 3", "street_2": null,
            "city": "Trondheim", "state": "Trondelag", "zip": zip,
            "country": "Norway", "country_iso2": "NO", "phone": phone, "address_type": "residential",
            "form_fields": [{"name": "Door", "value": "code 4417"}],
        })
    };
    json!([address(131, json!("7011"), json!("4930551177")), address(132, json!(68204), json!(4_773_509_918_i64))])
}

/// The responses, each with its request.
pub fn responses() -> [(&'static str, &'static str, u16, Value); 8] {
    let link = format!("https://store-{STORE}.example/customers?limit=50&after={CURSOR}&token={TOKEN}");
    [
        (
            "GET",
            "/v3/customers",
            200,
            json!({
                "data": [customer()],
                "meta": {
                    "pagination": {"total": 1, "count": 1, "per_page": 50, "current_page": 1, "total_pages": 1},
                    "cursor_pagination": {
                        "count": 1, "per_page": 50, "start_cursor": CURSOR, "end_cursor": CURSOR,
                        "links": {"next": link},
                    },
                },
            }),
        ),
        (
            "PUT",
            "/v3/customers",
            422,
            json!({
                "status": 422, "title": "Not changed", "type": "https://example.org/422",
                // Most of these names occur nowhere else.
                "errors": {
                    "0.email": format!("{} belongs to store {STORE} already", EMAIL.to_uppercase()),
                    "0.first_name": format!("{SHORT} is taken"),
                    "0.last_name": "rosalind has it already",
                    "0.company": "no mail for mail.kestrelworks.io",
                    "0.phone": "03099887766 is in use",
                },
            }),
        ),
        (
            "GET",
            "/v3/customers/4107/stored-instruments",
            200,
            json!([{"type": "stored_card", "token": INSTRUMENT, "is_default": true, "brand": "visa", "expiry_month": 4,
                "expiry_year": 2031, "issuer_identification_number": "411111", "last_4": "1111"}]),
        ),
        // A type that the spec does not declare, and an unknown field.
        (
            "GET",
            "/v3/customers/subscribers",
            200,
            json!({
                "data": [{"id": "12", "email": EMAIL, "nickname": "Willie-Mae"}],
                "meta": {"pagination": {"total": 1, "count": 1, "per_page": 50, "current_page": 1, "total_pages": 1}},
            }),
        ),
        ("POST", "/v3/customers/validate-credentials", 200, json!({"is_valid": true, "customer_id": 4107})),
        ("GET", "/v2/customers", 200, v2_customers()),
        ("GET", "/v2/customers/88/addresses", 200, v2_addresses()),
        ("GET", "/v2/customer_groups", 403, json!({"error": format!("{TOKEN} lacks a scope")})),
    ]
}

/// Starts a store whose few customers occur in every response.
pub async fn store() -> MockServer {
    let server = MockServer::start().await;
    for (verb, at, status, body) in responses() {
        let response = ResponseTemplate::new(status)
            .set_body_json(body)
            .insert_header("x-request-id", "0f1e2d3c4b5a69788796a5b4c3d2e1f0")
            .insert_header("x-rate-limit-requests-left", "148")
            .insert_header("x-rate-limit-requests-quota", "150")
            .insert_header("x-rate-limit-time-reset-ms", "21044")
            .insert_header("x-rate-limit-time-window-ms", "30000")
            .insert_header("set-cookie", format!("session={TOKEN}; domain={STORE}.example").as_str());
        let at = format!("/stores/{STORE}{at}");
        Mock::given(method(verb)).and(path(at)).respond_with(response).mount(&server).await;
    }
    server
}

/// Returns the command, ready to run.
pub fn command(uri: &str, out: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_record"));
    command.args(arguments).args(["--base-url", uri, "--out"]).arg(out);
    command.env("BIGCOMMERCE_STORE_HASH", STORE).env("BIGCOMMERCE_ACCESS_TOKEN", TOKEN);
    command
}

pub fn record(server: &MockServer, out: &Path, arguments: &[&str]) -> Output {
    command(&server.uri(), out, arguments).output().unwrap()
}

pub fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// Returns the files below a folder, with their texts.
pub fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

pub fn json_of(out: &Path, name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(out.join(format!("{name}.json"))).unwrap()).unwrap()
}

/// Makes a call for each response of the store.
pub async fn record_all(server: &MockServer, out: &Path) -> Output {
    let change = out.join("change.json");
    fs::write(&change, json!([{"id": 4107, "email": EMAIL, "notes": NOTE}]).to_string()).unwrap();
    let login = out.join("login.json");
    fs::write(&login, json!({"email": EMAIL, "password": PASSWORD}).to_string()).unwrap();
    let list = format!("v3.customers.list?include=addresses,storecredit&email:in={EMAIL}");
    let after = format!("v3.customers.list?after={CURSOR}");
    let (change, login) = (change.to_str().unwrap(), login.to_str().unwrap());
    let output = record(
        server,
        out,
        &[
            &list,
            "--case",
            "includes",
            &after,
            "--case",
            "cursor",
            "v3.customers.update",
            "--body",
            change,
            "v3.stored_instruments.list?customerId=4107",
            "v3.subscribers.list",
            "v3.credentials.validate",
            "--body",
            login,
            "v2.customers.list",
            "v2.addresses.list?customer_id=88",
            "v2.customer_groups.list",
            "--allow-writes",
            "customers:4107",
        ],
    );
    fs::remove_file(change).unwrap();
    fs::remove_file(login).unwrap();
    output
}
