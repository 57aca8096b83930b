//! Every query parameter of every operation is sent once, with its name and its value as in the spec.
//!
//! The expected query is computed from the spec: the value of a parameter is determined by its schema ([`sample`]).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]
#![expect(deprecated, reason = "deprecated operations are operations")]

use generated_client::ErrorKind;
use replay::calls::{Arguments, call, send};
use test_support::{Node, Operation, Server, spec};

const NUMBER: i64 = 5_000_000_007;
const NUMBERS: [i64; 2] = [7, 5_000_000_008];
/// Text whose characters all have a meaning in a URL.
const TEXT: &str = "a&b=c d/é#%+?";
const TEXTS: [&str; 2] = ["one + two", "x=y&z"];
const UUIDS: [&str; 2] = ["0b0f2f64-9a1c-4a53-8d55-61b1f0c7a9de", "f3c9a7d2-5e18-4a0b-9c64-2d7e8b1f0a35"];
/// As in an observed request: the offset has no colon.
const DATE: &str = "2025-10-30T22:30:38-0400";

/// Returns the value for a parameter with this schema, as the text that has to arrive.
fn sample(schema: &Node<'_>) -> String {
    let kind = (schema.text("type"), schema.text("format"));
    if let Some(values) = schema.value["enum"].as_array() {
        return values[0].as_str().unwrap().to_owned();
    }
    match kind {
        ("integer", "int64") => NUMBER.to_string(),
        ("number", "decimal") => "12.50".to_owned(),
        ("boolean", "") => "true".to_owned(),
        ("string", "date-time" | "moment") => DATE.to_owned(),
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

/// The largest page of V2.
const PAGE: i64 = 250;

/// Returns the query parameters of an operation: name, and the value that has to arrive.
fn parameters(operation: &Operation<'_>) -> Vec<(String, String)> {
    let in_query = operation.parameters("query").into_iter();
    in_query
        .map(|parameter| {
            let schema = parameter.get("schema");
            let value = schema.value["maximum"].as_i64().map_or_else(|| sample(&schema), |max| max.to_string());
            (parameter.text("name").to_owned(), value)
        })
        .collect()
}

#[tokio::test]
async fn every_query_parameter_arrives_once_under_its_name_with_its_value() {
    let (mut problems, mut checked) = (Vec::new(), 0);
    for operation in spec().operations() {
        let name = operation.name();
        let query = parameters(&operation);
        let server = Server::responding(wiremock::ResponseTemplate::new(418)).await;
        let arguments = Arguments { query: query.clone(), ..Arguments::of_examples(&operation) };
        let failure = call(&server.client(), &name, &arguments).unwrap().await.expect_err("418 is no success");
        assert_eq!(failure.kind(), ErrorKind::Api, "{name} was not sent: {}", failure);
        // A query is decoded as a form: a literal `+` would become a space.
        let sent = server.request().await.url.query_pairs().into_owned().collect::<Vec<_>>();
        if sent != query {
            let place = format!("{name}, {} {}", operation.method, operation.path);
            problems.push(format!("{place}\n  sent      {sent:?}\n  expected  {query:?}"));
        }
        checked += query.len();
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(checked > 0, "no parameter was found in spec/");
}

/// `minimum` and `maximum` of a parameter are checked before anything is sent.
#[tokio::test]
async fn numbers_out_of_range_are_refused() {
    let server = Server::responding(wiremock::ResponseTemplate::new(418)).await;
    let c = server.client();
    let calls = [
        ("page", send(c.v3().customers().list().page(0))),
        ("limit", send(c.v3().customers().list().limit(0))),
        ("limit", send(c.v2().customer_groups().list().limit(PAGE + 1))),
        ("limit", send(c.v2().customers().list().limit(-1))),
    ];
    for (name, call) in calls {
        let failure = call.await.expect_err(name);
        assert_eq!(failure.kind(), ErrorKind::InvalidRequest, "{name}");
    }
    assert!(server.requests().await.is_empty());
}
