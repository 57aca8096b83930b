//! `cargo xtask record` end to end: against a server on loopback that answers as a store does, with secrets planted
//! wherever a store might put them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use generated_client::HttpClient;
use serde_json::{Value, json};
use tests::{Recordings, Spec, problem, replay, suite};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

const STORE: &str = "w4x9p2kz71";
const TOKEN: &str = "q8s7d6f5g4h3j2k1l0zaxcv9bnm4qwe";
const EMAIL: &str = "wilhelmina.oyelaran@private-mail.example";
const PHONE: &str = "+49 30 901820";
const STREET: &str = "Lindenstrasse 48b";
const NOTE: &str = "Allergic to nuts; call Wilhelmina before noon";
const CURSOR: &str = "eyJpZCI6NDEwNywib3JkZXIiOiJhc2MifQ";
const IP: &str = "81.173.22.9";
const INSTRUMENT: &str = "tok_5f8e1c7a9b3d2e4f6a8c0b1d";
const PASSWORD: &str = "hunter-two-and-a-half";

/// Whatever must not be found in what is written, however it is spelt.
const SECRETS: [&str; 12] =
    [STORE, TOKEN, EMAIL, "Wilhelmina", "Oyelaran", PHONE, STREET, NOTE, CURSOR, IP, INSTRUMENT, PASSWORD];

fn customer() -> Value {
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

/// A store with one customer, who is everywhere.
async fn store() -> MockServer {
    let server = MockServer::start().await;
    let link = format!("https://store-{STORE}.example/customers?limit=50&after={CURSOR}&token={TOKEN}");
    let answers = [
        (
            "GET",
            "/v3/customers",
            200,
            json!({
                "data": [customer()],
                "meta": {
                    "pagination": {"total": 1, "count": 1, "per_page": 50, "current_page": 1, "total_pages": 1},
                    "cursor_pagination": {
                        "count": 1, "per_page": 50, "start_cursor": CURSOR, "end_cursor": CURSOR, "links": {"next": link},
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
                "errors": {"0.email": format!("{} belongs to store {STORE} already", EMAIL.to_uppercase())},
            }),
        ),
        (
            "GET",
            "/v3/customers/4107/stored-instruments",
            200,
            json!([{"type": "stored_card", "token": INSTRUMENT, "is_default": true, "brand": "visa", "expiry_month": 4,
                "expiry_year": 2031, "issuer_identification_number": "411111", "last_4": "1111"}]),
        ),
        // A type that the spec does not declare, and a field that it does not know.
        (
            "GET",
            "/v3/customers/subscribers",
            200,
            json!({
                "data": [{"id": "12", "email": EMAIL, "nickname": "Wilhelmina the Great"}],
                "meta": {"pagination": {"total": 1, "count": 1, "per_page": 50, "current_page": 1, "total_pages": 1}},
            }),
        ),
        ("POST", "/v3/customers/validate-credentials", 200, json!({"is_valid": true, "customer_id": 4107})),
        ("GET", "/v2/customers", 403, json!({"error": format!("{TOKEN} lacks a scope")})),
    ];
    for (verb, at, status, body) in answers {
        let answer = ResponseTemplate::new(status)
            .set_body_json(body)
            .insert_header("x-request-id", "0f1e2d3c4b5a69788796a5b4c3d2e1f0")
            .insert_header("x-rate-limit-requests-left", "148")
            .insert_header("x-rate-limit-requests-quota", "150")
            .insert_header("x-rate-limit-time-reset-ms", "21044")
            .insert_header("x-rate-limit-time-window-ms", "30000")
            .insert_header("set-cookie", format!("session={TOKEN}; domain={STORE}.example").as_str());
        let at = format!("/stores/{STORE}{at}");
        Mock::given(method(verb)).and(path(at)).respond_with(answer).mount(&server).await;
    }
    server
}

fn record(server: &MockServer, out: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_recordings"))
        .arg("record")
        .args(arguments)
        .args(["--base-url", &server.uri(), "--out"])
        .arg(out)
        .env("BIGCOMMERCE_STORE_HASH", STORE)
        .env("BIGCOMMERCE_ACCESS_TOKEN", TOKEN)
        .output()
        .unwrap()
}

fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// The files below a folder, with their texts.
fn files(folder: &Path) -> Vec<(String, String)> {
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

fn json_of(out: &Path, name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(out.join(format!("{name}.json"))).unwrap()).unwrap()
}

/// Calls all of the store's answers.
async fn record_all(server: &MockServer, out: &Path) -> Output {
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
            "--allow-writes",
            "4107,new",
        ],
    );
    fs::remove_file(change).unwrap();
    fs::remove_file(login).unwrap();
    output
}

#[tokio::test]
async fn nothing_personal_is_written_and_relations_survive() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    let (said, complained) = texts(&record_all(&server, out.path()).await);
    assert_eq!(complained, "", "{said}");
    let written = files(out.path());
    assert_eq!(written.len(), 7, "{said}");
    for (file, text) in &written {
        let decoded = percent_encoding::percent_decode_str(text).decode_utf8_lossy().to_lowercase();
        for secret in SECRETS {
            assert!(!decoded.contains(&secret.to_lowercase()), "{secret} is in {file}:\n{text}");
        }
        assert!(!text.contains("set-cookie"), "{text}");
    }
    assert!(!said.contains(TOKEN), "{said}");

    let list = json_of(out.path(), "v3/customers/list/200-includes");
    let (asked, customer) = (list["request"]["query"].as_str().unwrap(), &list["response"]["body"]["data"][0]);
    let email = customer["email"].as_str().unwrap();
    assert!(asked.contains(&email.replace('@', "%40")), "{email} was asked for by {asked}");
    let refused = json_of(out.path(), "v3/customers/update/422");
    assert_eq!(refused["request"]["body"][0]["email"], email);
    assert_eq!(refused["request"]["body"][0]["notes"], customer["notes"]);
    let problem = refused["response"]["body"]["errors"]["0.email"].as_str().unwrap();
    assert!(problem.to_lowercase().contains(email), "{problem}");
    assert_eq!(customer["first_name"], customer["addresses"][0]["first_name"]);
    let cursor = json_of(out.path(), "v3/customers/list/200-cursor");
    let end = cursor["response"]["body"]["meta"]["cursor_pagination"]["end_cursor"].as_str().unwrap();
    assert!(cursor["request"]["query"].as_str().unwrap().contains(end));
    // What says nothing about anybody stays.
    assert_eq!(customer["id"], 4107);
    assert_eq!(customer["date_created"], "2024-03-04T10:31:57Z");
    assert_eq!(customer["store_credit_amounts"][0]["amount"], 42.5);
    assert_eq!(customer["channel_ids"], Value::Null);
    assert_eq!(list["response"]["headers"]["x-rate-limit-requests-left"], "148");
}

#[tokio::test]
async fn what_is_written_is_a_recording_and_plays() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    record_all(&server, out.path()).await;
    let spec = Spec::read(&Spec::folder()).unwrap();
    let recordings = Recordings::read(out.path()).unwrap();
    let (operations, http) = (spec.operations(), HttpClient::new().unwrap());
    let mut problems = suite::problems(&spec, &recordings).unwrap();
    problems.retain(|problem| !problem.message.starts_with("is missing") && !problem.message.starts_with("is listed"));
    for recorded in &recordings.all {
        problems.extend(replay::replay(&http, suite::owners(&operations, &recorded.name).unwrap()[0], recorded).await);
    }
    // The subscriber breaks the spec on purpose.
    problems.retain(|problem| !problem.file.contains("v3/subscribers/list/200"));
    assert!(problems.is_empty(), "{}", problem::list(&problems));
    // An error of all operations is nobody's own.
    assert!(out.path().join("v2/common/Forbidden/403.json").exists());
    assert_eq!(json_of(out.path(), "v2/common/Forbidden/403")["request"], Value::Null);
}

#[tokio::test]
async fn contradictions_are_a_list_to_act_on() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    let output = record_all(&server, out.path()).await;
    let (said, _) = texts(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    for part in [
        "7 calls:\n",
        "  GET /v3/customers?include=addresses,storecredit&email:in=",
        "v3.customers.update: 422 in ",
        "wrote tests/recordings/v3/customers/list/200-includes.json\n",
        "failed v3.subscribers.list failed: the answer (200 OK) does not decode at data[0].id",
        "contradicts the spec: spec/v3/subscribers.yaml:",
        ": declared integer, string in 1 of 7 recordings (/data/*/id)\n",
        ": no property nickname declared, string in 1 of 7 recordings (/data/*/nickname)\n",
        "to do: say in tests/recordings/README.md what it shows, `| v3/customers/list/200-includes | … |`\n",
    ] {
        assert!(said.contains(part), "`{part}` is not in\n{said}");
    }
}

#[tokio::test]
async fn nothing_is_overwritten_unless_it_is_wanted() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    let list = ["v3.customers.list"];
    assert_eq!(record(&server, out.path(), &list).status.code(), Some(0));
    let file = out.path().join("v3/customers/list/200.json");
    fs::write(&file, "mine").unwrap();
    let again = record(&server, out.path(), &list);
    assert_eq!(again.status.code(), Some(1));
    assert!(texts(&again).0.contains("kept tests/recordings/v3/customers/list/200.json: it exists; --force"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(record(&server, out.path(), &["v3.customers.list", "--force"]).status.code(), Some(0));
    assert_ne!(fs::read_to_string(&file).unwrap(), "mine");
    // Two calls of one run do not overwrite each other either.
    let twice = record(&server, out.path(), &["v3.customers.list?limit=1", "v3.customers.list?limit=2", "--force"]);
    assert!(texts(&twice).0.contains("kept tests/recordings/v3/customers/list/200.json"));
    assert_eq!(json_of(out.path(), "v3/customers/list/200")["request"]["query"], "limit=1");
}

#[tokio::test]
async fn what_is_not_allowed_or_not_meant_is_never_called() {
    let (server, out) = (store().await, tempfile::tempdir().unwrap());
    for (arguments, code, part) in [
        (&["v3.customers.delete?id:in=4107"][..], 64, "v3.customers.delete writes: allow it with `--allow-writes`"),
        (&["v3.customers.delete?id:in=4107,9", "--allow-writes", "4107"], 64, "would touch 9"),
        (&["v3.subscribers.delete_matching", "--allow-writes", "new,store"], 64, "which is never recorded"),
        (&["v3.customers.list", "v3.customers.delete?id:in=1"], 64, "nothing was called"),
        (&["v3.customers.lists"], 64, "did you mean `v3.customers.list`?"),
        (&["v3.customers.list?colour=blue"], 64, "no query parameter `colour`"),
        (&["v3.consent.get"], 64, "v3.consent.get: `customerId` is missing"),
        (&["v3.customers.list", "--case", "Mine"], 64, "a case has a name like `first-page`"),
        (&["--case", "mine"], 64, "--case belongs to the call before it"),
        (&[], 64, "there is nothing to call"),
        (&["--reads", "--dry-run"], 0, ""),
    ] {
        let output = record(&server, out.path(), arguments);
        let (said, complained) = texts(&output);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}{complained}");
        assert!(complained.contains(part), "{arguments:?}: {complained}");
        assert!(server.received_requests().await.unwrap().is_empty(), "{arguments:?} was called");
    }
    assert_eq!(files(out.path()), []);
    let unset = Command::new(env!("CARGO_BIN_EXE_recordings"))
        .args(["record", "v3.customers.list"])
        .env_remove("BIGCOMMERCE_ACCESS_TOKEN")
        .env("BIGCOMMERCE_STORE_HASH", STORE)
        .output()
        .unwrap();
    assert_eq!(unset.status.code(), Some(64));
    assert!(texts(&unset).1.contains("the environment variable BIGCOMMERCE_ACCESS_TOKEN is not set"));
}
