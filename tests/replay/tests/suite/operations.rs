//! Every operation of `spec/` through its Rust function, over HTTP on loopback.
//!
//! The expectations come from the spec: method, path, query, the example of the request, the example of the response,
//! which has to survive decoding and encoding, and an error for each declared status.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::collections::BTreeSet;

use generated_client::{DriftKind, HttpClient};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use replay::calls::{self, Arguments};
use replay::replay;
use replay::{Exact, Name, Recorded, RecordedRequest, RecordedResponse, Recording, error_has_type, problem};
use test_support::{Operation, Server, spec};
use wiremock::ResponseTemplate;

#[test]
fn every_operation_of_the_spec_can_be_called_by_name_and_no_other() {
    let mut of_spec: Vec<_> = spec().operations().iter().map(Operation::name).collect();
    let mut of_table: Vec<_> = calls::names().map(str::to_owned).collect();
    assert!(!of_spec.is_empty(), "no operation was found in spec/");
    of_spec.sort();
    of_table.sort();
    assert_eq!(of_table, of_spec, "one row each: run `cargo xtask regen`");
}

#[tokio::test]
async fn each_operation_sends_and_understands_the_examples_of_the_spec() {
    let (mut problems, http) = (Vec::new(), HttpClient::new().unwrap());
    for operation in spec().operations() {
        problems.extend(replay(&http, &operation, &examples(&operation)).await);
    }
    assert!(problems.is_empty(), "{}", problem::list(&problems));
}

/// Returns the exchange of the examples of an operation, with its first success.
fn examples(operation: &Operation<'_>) -> Recorded {
    const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b':').remove(b',').remove(b'-').remove(b'_').remove(b'.');
    let arguments = Arguments::of_examples(operation);
    let pairs = arguments
        .query
        .iter()
        .map(|(name, value)| format!("{}={}", utf8_percent_encode(name, QUERY), utf8_percent_encode(value, QUERY)));
    let path = arguments
        .path
        .iter()
        .fold(operation.path.clone(), |path, (name, value)| path.replace(&format!("{{{name}}}"), value));
    let header = |name: &str| (name.to_owned(), "application/json".to_owned());
    let body = operation.body_example().map(Exact::from);
    let declared = operation.declared().into_iter().find(|declared| declared.status.starts_with('2')).unwrap();
    let response = declared.example().map(Exact::from);
    let status = declared.status.parse().unwrap();
    let recording = Recording {
        source: declared.node.place(),
        date: String::new(),
        request: Some(RecordedRequest {
            method: operation.method.clone(),
            path: format!("/{}{path}", operation.version),
            query: pairs.collect::<Vec<_>>().join("&"),
            headers: [Some(header("accept")), body.as_ref().map(|_| header("content-type"))]
                .into_iter()
                .flatten()
                .collect(),
            body,
        }),
        response: RecordedResponse {
            status,
            headers: response.iter().map(|_| header("content-type")).collect(),
            body: response,
            text: None,
        },
    };
    let name = format!("{}/{}/{}/{status}-example", operation.version, operation.fragment, operation.method_name());
    Recorded { name: Name::parse(&name).unwrap(), text: String::new(), recording }
}

/// Each declared error has a variant whose type decodes the example; any other status is undeclared.
#[tokio::test]
async fn every_declared_error_is_told_apart() {
    let (mut problems, http) = (Vec::new(), HttpClient::new().unwrap());
    for operation in spec().operations() {
        let name = operation.name();
        let arguments = Arguments::of_examples(&operation);
        let mut statuses = BTreeSet::new();
        for declared in operation.declared().iter().filter(|declared| !declared.status.starts_with('2')) {
            let status = declared.status.replace("XX", "03").parse().expect("a status");
            let example = declared.example().unwrap_or_else(|| panic!("{name}: {status} has no example"));
            // A response that reports items as done is not an error.
            let mut example = example.clone();
            if declared.tells_of_items(&example) {
                example["data"] = serde_json::json!([]);
            }
            let server = Server::json(status, &example).await;
            let failure =
                calls::call(&server.client_over(&http), &name, &arguments).unwrap().await.expect_err("no success");
            let is_typed = error_has_type(&declared.schema(), &failure).unwrap();
            if failure.status().map(|status| status.as_u16()) != Some(status) || !is_typed {
                problems.push(format!("{name}: {status} became {failure}"));
            }
            if !failure.drift().is_empty() {
                problems.push(format!("{name}: {status} is told as {:?}", failure.drift()));
            }
            statuses.insert(status);
        }
        assert!(statuses.len() >= 5, "{name}: only {statuses:?}");
        let server = Server::responding(ResponseTemplate::new(418)).await;
        let outcome = calls::call(&server.client_over(&http), &name, &arguments).unwrap().await;
        let error = outcome.expect_err("418 is no success");
        if error.drift().iter().all(|drift| drift.kind() != DriftKind::UndeclaredStatus) {
            problems.push(format!("{name}: 418 became {error}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
