//! Checks observed and documented bodies against the operations that return them.
//!
//! The bodies are not part of this repository: set `API_EVIDENCE` to the folder that holds `observed/`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::path::{Path, PathBuf};

use generated_client::ErrorKind;
use replay::calls::{Arguments, call};
use replay::check::compare::{DifferenceKind, differences};
use replay::{Exact, error_round_trip};
use serde_json::Value;
use test_support::{Operation, Server, spec};

/// What a live store does not send, and the types drop.
const DROPPED: [&str; 1] = ["_authentication"];

/// A body, and the call that returned it.
struct Observed {
    file: String,
    /// Such as `GET /v3/customers`, or `any` for an error of all operations.
    call: String,
    status: u16,
    /// The query and the body of the request, if they are known.
    sent: Option<(String, Option<Exact>)>,
    body: Exact,
}

#[tokio::test]
#[ignore = "reads the folder that API_EVIDENCE names"]
async fn observed_bodies_decode_and_encode_back() {
    let folder = PathBuf::from(std::env::var_os("API_EVIDENCE").expect("API_EVIDENCE names a folder")).join("observed");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let operations = spec().operations();
    let (mut bodies, mut requests, mut unknown, mut problems) = (0, 0, Vec::new(), Vec::new());
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if name.contains("_webhook_") {
            println!("{name}: out of scope, no operation returns a webhook's payload");
            continue;
        }
        let Some(observed) = read(&name, &file) else {
            problems.push(format!("{name}: names neither the request nor the endpoint that it belongs to"));
            continue;
        };
        let Some((operation, path)) = find(&operations, &observed.call) else {
            problems.push(format!("{}: {} is no operation", observed.file, observed.call));
            continue;
        };
        match decode(operation, &path, &observed).await {
            Ok((again, sent)) => {
                let mut notes = Vec::new();
                if let Some(again) = again {
                    bodies += 1;
                    notes.push("decodes and encodes back");
                    for difference in differences(&observed.body, &again) {
                        let place = format!("{}:{}", observed.file, difference.pointer);
                        match difference.kind {
                            DifferenceKind::Lost => unknown.push(place),
                            _ => problems.push(format!("{place}: {difference}")),
                        }
                    }
                }
                if sent {
                    requests += 1;
                    notes.push("is asked for as it was");
                }
                println!("{}: {} {}: {}", observed.file, operation.name(), observed.status, notes.join(", "));
            }
            Err(problem) => problems.push(format!("{}: {}: {problem}", observed.file, operation.name())),
        }
    }
    println!("{bodies} bodies, {requests} requests; unknown to the types: {unknown:?}");
    unknown.retain(|path: &String| !DROPPED.iter().any(|key| path.ends_with(key)));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(unknown.is_empty(), "the types do not know {unknown:?}");
    assert!(bodies > 40 && requests > 20, "only {bodies} bodies and {requests} requests were found");
}

/// Decodes the body with an operation. Returns the result, and whether the request was the observed one.
async fn decode(operation: &Operation<'_>, path: &str, observed: &Observed) -> Result<(Option<Exact>, bool), String> {
    let arguments = match &observed.sent {
        Some((query, body)) => Arguments::of_request(operation, path, query, body.clone())?,
        None => Arguments::of_examples(operation),
    };
    let empty = observed.body == Exact::Null;
    let server = if empty {
        Server::responding(wiremock::ResponseTemplate::new(observed.status)).await
    } else {
        let body = observed.body.to_string();
        Server::responding(wiremock::ResponseTemplate::new(observed.status).set_body_raw(body, "application/json"))
            .await
    };
    let outcome = call(&server.client(), &operation.name(), &arguments)?.await;
    let request = server.request().await;
    let sent = match &observed.sent {
        None => false,
        Some((query, body)) => {
            let decoded = |query: &str| percent_encoding::percent_decode_str(query).decode_utf8_lossy().into_owned();
            let is = decoded(request.url.query().unwrap_or_default());
            if is != decoded(query) {
                return Err(format!("the query was {query}, the client sends {is}"));
            }
            if let Some(body) = body {
                let is =
                    Exact::parse(std::str::from_utf8(&request.body).unwrap()).map_err(|error| error.to_string())?;
                // The types drop values that the operation does not declare.
                let changed: Vec<_> = differences(body, &is)
                    .into_iter()
                    .filter(|difference| difference.kind != DifferenceKind::Lost)
                    .map(|difference| format!("{}: {difference}", difference.pointer))
                    .collect();
                if !changed.is_empty() {
                    return Err(format!("the body is sent otherwise: {}", changed.join("; ")));
                }
            }
            true
        }
    };
    let json = match outcome {
        Ok(success) => success.json,
        Err(failure) if observed.status >= 400 && failure.kind() == ErrorKind::Api => {
            let declared = operation.response(observed.status).ok_or("the status is not declared")?;
            error_round_trip(&declared.schema(), &observed.body.to_string())?
        }
        Err(failure) => return Err(format!("{:#}", failure)),
    };
    let again = Exact::parse(&json).map_err(|error| error.to_string())?;
    Ok(((!empty).then_some(again), sent))
}

/// Returns the operation of a call; an error of all operations is assigned to the first one that declares it.
fn find<'o, 's>(operations: &'o [Operation<'s>], call: &str) -> Option<(&'o Operation<'s>, String)> {
    if let Some(status) = call.strip_prefix("any ") {
        let status = status.parse().ok()?;
        let name = if status == 403 { "v3.customers.list" } else { "v2.customers.list" };
        let operation =
            operations.iter().find(|operation| operation.name() == name && operation.response(status).is_some())?;
        return Some((operation, operation.path.clone()));
    }
    let (method, path) = call.split_once(' ')?;
    let (version, path) = path.strip_prefix('/')?.split_once('/')?;
    let path = format!("/{path}");
    let fits = |operation: &&Operation<'_>| {
        operation.version == version && operation.method == method && operation.match_path(&path).is_some()
    };
    // `/customers/count` is not `/customers/{id}`.
    let operation = operations.iter().filter(fits).min_by_key(|operation| operation.path.matches('{').count())?;
    Some((operation, path))
}

/// Returns `None` if the metadata is incomplete.
fn read(name: &str, file: &Path) -> Option<Observed> {
    let text = std::fs::read_to_string(file).unwrap();
    let (evidence, exact) = (serde_json::from_str::<Value>(&text).unwrap(), Exact::parse(&text).unwrap());
    let name = name.to_owned();
    let body = exact.get("response").and_then(|response| response.get("body")).cloned().unwrap_or(Exact::Null);
    // In these three, `{}` stands for null.
    let body = if ["36", "37", "41"].iter().any(|number| name.starts_with(number)) { nulls(body) } else { body };
    if let Some(request) = evidence.get("request") {
        let body_sent = exact.get("request").and_then(|request| request.get("body")).cloned();
        return Some(Observed {
            file: name,
            call: format!("{} {}", request["method"].as_str()?, request["path"].as_str()?),
            status: evidence["response"]["status"].as_u64()?.try_into().ok()?,
            sent: Some((
                request["query"].as_str().unwrap_or_default().to_owned(),
                body_sent.filter(|body| *body != Exact::Null),
            )),
            body,
        });
    }
    let endpoint = evidence["endpoint"].as_str()?;
    let (call, status) = endpoint.split_once(" -> ").unwrap_or((endpoint, "200"));
    let status = status.split(' ').next()?.parse().ok()?;
    let call = match call.split(' ').next()? {
        "any" => format!("any {status}"),
        _ => call.split_once(' ').map(|_| call.to_owned())?,
    };
    Some(Observed { file: name, call, status, sent: None, body })
}

fn nulls(value: Exact) -> Exact {
    match value {
        Exact::Object(map) if map.is_empty() => Exact::Null,
        Exact::Object(map) => Exact::Object(map.into_iter().map(|(key, value)| (key, nulls(value))).collect()),
        Exact::List(items) => Exact::List(items.into_iter().map(nulls).collect()),
        other => other,
    }
}
