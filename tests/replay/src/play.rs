//! Plays a recording to the client over HTTP: compares what it sends, and what it decodes.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use generated_client::{Drift, DriftKind, Error, ErrorKind, HttpClient};
use wiremock::{Request, ResponseTemplate};

use crate::bodies::{error_has_type, error_round_trip};
use crate::calls::{Arguments, Outcome, Success, call};
use exchanges::check::compare::{Difference, DifferenceKind, diff, differences};
use exchanges::problem::Problem;
use exchanges::recording::{Recorded, RecordedRequest, RecordedResponse, file_of};
use test_support::Operation;
use test_support::{STORE, Server, TOKEN};

/// Headers that matter to the API. The client must send exactly the recorded ones.
const HEADERS: [&str; 4] = ["accept", "content-type", "if-match", "x-auth-client"];

/// Plays a recording to an operation that it belongs to, and returns the differences.
pub async fn replay(http: &HttpClient, operation: &Operation<'_>, recorded: &Recorded) -> Vec<Problem> {
    let file = file_of(&recorded.name);
    let recording = &recorded.recording;
    let arguments = match &recording.request {
        Some(request) => {
            let path = request.path.strip_prefix(&format!("/{}", operation.version)).unwrap_or(&request.path);
            Arguments::of_request(operation, path, &request.query, request.body.clone())
        }
        None => Ok(Arguments::of_examples(operation)),
    };
    let server = Server::responding(template(&recording.response)).await;
    let outgoing = arguments.and_then(|arguments| call(&server.client_over(http), &operation.name(), &arguments));
    let outcome = match outgoing {
        Ok(outgoing) => outgoing.await,
        Err(problem) => return vec![Problem::new(file, problem).at("/request").by(operation.node.place())],
    };
    let requests = server.requests().await;
    let [request] = &requests[..] else {
        let what = match outcome {
            Err(failure) if requests.is_empty() => format!("cannot be sent: {:#}", failure),
            _ => format!("{} requests were sent", requests.len()),
        };
        return vec![Problem::new(file, what).at("/request").by(operation.node.place())];
    };
    let mut found = Vec::new();
    if let Some(expected) = &recording.request {
        found.extend(sent(expected, request));
    }
    found.extend(received(operation, recorded, outcome));
    let of_operation = if recorded.name.is_shared() { format!(" [{}]", operation.name()) } else { String::new() };
    found
        .into_iter()
        .map(|(pointer, message)| Problem::new(&file, message + &of_operation).at(pointer).by(operation.node.place()))
        .collect()
}

/// Returns the response for the server.
pub fn template(response: &RecordedResponse) -> ResponseTemplate {
    let headers = response.headers.iter();
    let template = headers.fold(ResponseTemplate::new(response.status), |template, (name, value)| {
        template.insert_header(name.as_str(), value.as_str())
    });
    let bytes = response.bytes();
    let body = match response.headers.get("content-encoding").map(String::as_str) {
        Some("gzip") => compressed(&bytes),
        _ => bytes,
    };
    match response.headers.get("content-type") {
        Some(content_type) => template.set_body_raw(body, content_type),
        None => template,
    }
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default()
}

/// A JSON pointer into a recording, and the problem there.
pub(crate) type Found = (String, String);

/// Returns the differences between the sent and the recorded request.
pub(crate) fn sent(expected: &RecordedRequest, request: &Request) -> Vec<Found> {
    let mut found = Vec::new();
    let mut compare = |what: &str, expected: &str, is: &str| {
        if expected != is {
            found.push((format!("/request/{what}"), format!("{expected:?} is recorded, the client sent {is:?}")));
        }
    };
    let header =
        |name: &str| request.headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    compare("method", &expected.method, request.method.as_str());
    compare("path", &format!("/stores/{STORE}{}", expected.path), request.url.path());
    compare("query", &expected.query, request.url.query().unwrap_or_default());
    compare("token", TOKEN, &header("x-auth-token").unwrap_or_default());
    let names =
        HEADERS.into_iter().chain(expected.headers.keys().map(String::as_str).filter(|name| !HEADERS.contains(name)));
    for name in names {
        let expected = expected.headers.get(name).map_or("", String::as_str);
        compare(&format!("headers/{name}"), expected, &header(name).unwrap_or_default());
    }
    let body = std::str::from_utf8(&request.body).unwrap_or("not UTF-8");
    match &expected.body {
        Some(expected) => found.extend(same_json("/request/body", &expected.to_string(), body, false)),
        None if body.is_empty() => {}
        None => found.push(("/request/body".to_owned(), "none is recorded, the client sent one".to_owned())),
    }
    found
}

/// Returns the differences between the decoded and the recorded response.
fn received(operation: &Operation<'_>, recorded: &Recorded, outcome: Outcome) -> Vec<Found> {
    let response = &recorded.recording.response;
    let at = |pointer: &str, message: String| vec![(pointer.to_owned(), message)];
    let declared = operation.response(response.status);
    let is_partial = declared.zip(response.body.as_ref()).is_some_and(|(it, body)| it.tells_of_items(&body.value()));
    match outcome {
        Ok(success) if is_partial || (200..300).contains(&response.status) => succeeded(recorded, &success),
        Err(_) if is_partial => at("/response/status", "became an error, though something was carried out".to_owned()),
        Ok(_) => at("/response/status", format!("{} became a success", response.status)),
        Err(failure) if failure.kind() != ErrorKind::Api => {
            at("/response", format!("the client cannot take it: {:#}", failure))
        }
        Err(failure) => failed(operation, recorded, &failure),
    }
}

fn succeeded(recorded: &Recorded, success: &Success) -> Vec<Found> {
    let (response, unknown) = (&recorded.recording.response, recorded.name.is_unknown());
    let mut found = headers(response, success.meta.request_id(), success.meta.rate_limit().map(|limit| limit.left));
    found.extend(drift(response, success.meta.drift(), unknown));
    match &response.body {
        Some(body) => found.extend(same_json("/response/body", &body.to_string(), &success.json, unknown)),
        // Lists that may end with 204 are empty, other values null.
        None if ["null", "[]"].contains(&success.json.as_str()) => {}
        None => found.push(("/response/body".to_owned(), format!("none is recorded, it became {}", success.json))),
    }
    found
}

/// Checks that everything unknown is reported with its location, and nothing else.
fn drift(response: &RecordedResponse, drift: &[Drift], unknown: bool) -> Vec<Found> {
    let at = "/response/body".to_owned();
    if drift.is_empty() == unknown {
        let texts: Vec<_> = drift.iter().map(ToString::to_string).collect();
        return vec![(at, if unknown { "the client reports nothing unknown".to_owned() } else { texts.join(", ") })];
    }
    let body = response.body.as_ref().map(exchanges::Exact::value).unwrap_or_default();
    let leads_nowhere = |drift: &&Drift| drift.pointer().and_then(|pointer| body.pointer(pointer)).is_none();
    drift.iter().filter(leads_nowhere).map(|drift| (at.clone(), format!("is nowhere: {drift}"))).collect()
}

fn failed(operation: &Operation<'_>, recorded: &Recorded, error: &Error) -> Vec<Found> {
    let response = &recorded.recording.response;
    let mut found = headers(response, error.request_id(), error.rate_limit().map(|limit| limit.left));
    if error.status().map(|status| status.as_u16()) != Some(response.status) {
        found.push(("/response/status".to_owned(), format!("became {:?}", error.status())));
    }
    if error.body().map(|body| body.to_vec()) != Some(response.bytes()) {
        found.push(("/response/body".to_owned(), "is not kept as it came".to_owned()));
    }
    let declared = operation.response(response.status);
    let (strange, known): (Vec<_>, Vec<_>) =
        error.drift().iter().cloned().partition(|drift| drift.kind() == DriftKind::UndeclaredStatus);
    if strange.is_empty() == declared.is_none() {
        found.push(("/response/status".to_owned(), format!("is reported as {strange:?}")));
    }
    found.extend(drift(response, &known, recorded.name.is_unknown()));
    let Some(body) = &response.body else { return found };
    let Some(schema) = declared.map(|declared| declared.schema()).filter(|schema| schema.exists()) else {
        return found;
    };
    match error_has_type(&schema, error) {
        Ok(true) => {}
        Ok(false) => found.push(("/response/body".to_owned(), "is not decoded as the type of its schema".to_owned())),
        Err(problem) => found.push(("/response/body".to_owned(), problem)),
    }
    let text = body.to_string();
    match error_round_trip(&schema, &text) {
        Ok(again) => found.extend(same_json("/response/body", &text, &again, recorded.name.is_unknown())),
        Err(problem) => found.push(("/response/body".to_owned(), problem)),
    }
    found
}

/// Checks that request id and rate limit are those of the headers.
fn headers(response: &RecordedResponse, request_id: Option<&str>, left: Option<u64>) -> Vec<Found> {
    let header = |name: &str| response.headers.get(name).map(String::as_str);
    let mut found = Vec::new();
    if header("x-request-id") != request_id {
        found.push(("/response/headers/x-request-id".to_owned(), format!("became {request_id:?}")));
    }
    let name = "x-rate-limit-requests-left";
    if header(name).and_then(|text| text.parse().ok()) != left {
        found.push((format!("/response/headers/{name}"), format!("became {left:?}")));
    }
    found
}

/// Returns the differences, with both sides line by line. Unknown keys may be dropped.
fn same_json(at: &str, expected: &str, is: &str, lossy: bool) -> Vec<Found> {
    let parse = |text: &str| exchanges::Exact::parse(text).map_err(|error| format!("is no JSON: {error}: {text}"));
    let (expected, is) = match (parse(expected), parse(is)) {
        (Ok(expected), Ok(is)) => (expected, is),
        (Err(problem), _) | (_, Err(problem)) => return vec![(at.to_owned(), problem)],
    };
    let mut all = differences(&expected, &is);
    all.retain(|difference| !lossy || difference.kind != DifferenceKind::Lost);
    let Some(last) = all.len().checked_sub(1) else { return Vec::new() };
    let line = |(index, difference): (usize, &Difference)| {
        let mut message = difference.to_string();
        if index == last {
            let _ = write!(message, "\n{}", diff(&expected, &is));
        }
        (format!("{at}{}", difference.pointer), message)
    };
    all.iter().enumerate().map(line).collect()
}
