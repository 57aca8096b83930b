//! Bodies that were seen on the wire or in documentation, against the types of the operations that answer them.
//!
//! The bodies are not part of this repository: `API_EVIDENCE` names the folder that holds `observed/`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::path::PathBuf;

use generated_client::{v2, v3};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Decodes a body and encodes it again.
type RoundTrip = fn(&str) -> Result<Value, String>;

fn round_trip<T: DeserializeOwned + Serialize>(body: &str) -> Result<Value, String> {
    let value: T = serde_json::from_str(body).map_err(|error| error.to_string())?;
    serde_json::to_value(value).map_err(|error| error.to_string())
}

/// The type of a body, by method, path and status as the evidence has them.
const TYPES: &[(&str, RoundTrip)] = &[
    ("GET /v3/customers 200", round_trip::<v3::customers::CustomerPage>),
    ("POST /v3/customers 200", round_trip::<v3::customers::CustomerBatch>),
    ("POST /v3/customers 422", round_trip::<v3::common::Problem>),
    ("GET /v3/customers/addresses 200", round_trip::<v3::addresses::AddressPage>),
    ("GET /v3/customers/attributes 200", round_trip::<v3::attributes::AttributePage>),
    ("POST /v3/customers/attributes 200", round_trip::<v3::attributes::AttributeBatch>),
    ("GET /v3/customers/attribute-values 200", round_trip::<v3::attribute_values::AttributeValuePage>),
    ("PUT /v3/customers/attribute-values 200", round_trip::<v3::attribute_values::AttributeValueBatch>),
    ("GET /v3/customers/form-field-values 200", round_trip::<v3::form_field_values::FormFieldValuePage>),
    ("GET /v3/customers/{}/consent 200", round_trip::<v3::consent::Consent>),
    ("GET /v2/customers 200", round_trip::<Vec<v2::customers::Customer>>),
    ("GET /v2/customers/{} 200", round_trip::<v2::customers::Customer>),
    ("PUT /v2/customers/{} 200", round_trip::<v2::customers::Customer>),
    ("GET /v2/customers/count 200", round_trip::<v2::common::Count>),
    ("POST /v2/customers/{}/validate 200", round_trip::<v2::customers::PasswordCheckResult>),
    ("GET /v2/customers/{}/addresses 200", round_trip::<Vec<v2::addresses::Address>>),
    ("GET /v2/customers/{}/addresses/{} 200", round_trip::<v2::addresses::Address>),
    ("GET /v2/customers/{}/addresses/count 200", round_trip::<v2::common::Count>),
    ("GET /v2/customer_groups 200", round_trip::<Vec<v2::customer_groups::CustomerGroup>>),
    ("POST /v2/customer_groups 200", round_trip::<v2::customer_groups::CustomerGroup>),
    ("GET /v2/customer_groups/{} 200", round_trip::<v2::customer_groups::CustomerGroup>),
    ("PUT /v2/customer_groups/{} 200", round_trip::<v2::customer_groups::CustomerGroup>),
    ("GET /v2/customer_groups/count 200", round_trip::<v2::common::Count>),
    ("any 413", round_trip::<v2::common::ApiErrors>),
    ("any 403", round_trip::<v3::common::AccessError>),
    ("any 509", round_trip::<v2::common::ApiErrors>),
];

/// What a live store does not send, and the types drop when it comes all the same.
const DROPPED: [&str; 1] = ["_authentication"];

#[test]
#[ignore = "reads the folder that API_EVIDENCE names"]
fn observed_bodies_decode_and_encode_back() {
    let folder = PathBuf::from(std::env::var_os("API_EVIDENCE").expect("API_EVIDENCE names a folder")).join("observed");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let (mut checked, mut unknown, mut problems) = (0, Vec::new(), Vec::new());
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let evidence: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let (operation, body) = (operation(&evidence), &evidence["response"]["body"]);
        let Some(operation) = operation else {
            println!("{name}: out of scope, no operation answers it");
            continue;
        };
        if body.is_null() {
            println!("{name}: {operation}: no body");
            continue;
        }
        let Some((_, round_trip)) = TYPES.iter().find(|(known, _)| *known == operation) else {
            problems.push(format!("{name}: {operation} is not in the table"));
            continue;
        };
        let body =
            if ["36", "37", "41"].iter().any(|file| name.starts_with(file)) { nulls(body) } else { body.clone() };
        match round_trip(&body.to_string()) {
            Ok(again) => {
                checked += 1;
                println!("{name}: {operation}: decodes and encodes back");
                compare(&name, "", &body, &again, &mut unknown, &mut problems);
            }
            Err(error) => problems.push(format!("{name}: {operation}: {error}")),
        }
    }
    println!("{checked} bodies; unknown to the types: {unknown:?}");
    unknown.retain(|path: &String| !DROPPED.iter().any(|key| path.ends_with(key)));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(unknown.is_empty(), "the types do not know {unknown:?}");
    assert!(checked > 40, "only {checked} bodies were found");
}

/// The operation and status as [`TYPES`] calls them; `None` for webhooks.
fn operation(evidence: &Value) -> Option<String> {
    if let Some(request) = evidence.get("request") {
        let (method, path) = (request["method"].as_str()?, request["path"].as_str()?);
        return Some(format!("{method} {path} {}", evidence["response"]["status"]));
    }
    let endpoint = evidence["endpoint"].as_str()?;
    let (call, status) = endpoint.split_once(" -> ").unwrap_or((endpoint, "200"));
    let status = status.split(' ').next()?;
    if call.split(' ').next() == Some("any") {
        return Some(format!("any {status}"));
    }
    let (method, path) = call.split_once(' ')?;
    let path: Vec<_> = path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
    Some(format!("{method} {} {status}", path.join("/")))
}

/// `{}` stands for null in the exported examples.
fn nulls(value: &Value) -> Value {
    match value {
        Value::Object(map) if map.is_empty() => Value::Null,
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), nulls(value))).collect(),
        Value::Array(items) => items.iter().map(nulls).collect(),
        other => other.clone(),
    }
}

/// Collects keys that got lost, and values that changed or appeared.
fn compare(
    name: &str,
    path: &str,
    before: &Value,
    after: &Value,
    unknown: &mut Vec<String>,
    problems: &mut Vec<String>,
) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (key, value) in before {
                match after.get(key) {
                    Some(after) => compare(name, &format!("{path}/{key}"), value, after, unknown, problems),
                    None => unknown.push(format!("{name}:{path}/{key}")),
                }
            }
            for key in after.keys().filter(|key| !before.contains_key(*key)) {
                problems.push(format!("{name}:{path}/{key} appeared"));
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (index, (before, after)) in before.iter().zip(after).enumerate() {
                compare(name, &format!("{path}/{index}"), before, after, unknown, problems);
            }
        }
        _ if before == after => {}
        _ => problems.push(format!("{name}:{path}: {before} became {after}")),
    }
}
