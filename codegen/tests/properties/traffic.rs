//! Recorded traffic against the spec. The recordings of this workspace are what the API was seen to do, and others have
//! checked them: as HAR they contradict nothing, and with one thing broken, just that.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::drift::{Traffic, traffic};
use serde_json::{Value, json};

use super::spec::spec;

const SERVER: &str = "https://api.bigcommerce.com/stores/k7qd2m";

/// A recorded exchange as an entry of a HAR file.
fn entry(recording: &Value) -> Value {
    let (request, response) = (&recording["request"], &recording["response"]);
    let text = |key: &str| request[key].as_str().unwrap();
    let query = if text("query").is_empty() { String::new() } else { format!("?{}", text("query")) };
    let body = match (&response["body"], &response["text"]) {
        (Value::Null, Value::Null) if !response.as_object().unwrap().contains_key("body") => String::new(),
        (Value::Null, Value::String(text)) => text.clone(),
        (body, _) => body.to_string(),
    };
    json!({
        "startedDateTime": "2026-11-21T08:00:00Z",
        "request": {"method": text("method"), "url": format!("{SERVER}{}{query}", text("path"))},
        "response": {
            "status": response["status"],
            "content": {"size": body.len(), "mimeType": response["headers"]["content-type"], "text": body},
        },
    })
}

fn observed(entries: &[Value]) -> Traffic {
    all_observed(&[entries.to_vec()]).remove(0)
}

/// The result for each of several files, for which the spec is read once.
fn all_observed(files: &[Vec<Value>]) -> Vec<Traffic> {
    let har = |entries| json!({"log": {"version": "1.2", "entries": entries}}).to_string().into_bytes();
    let files: Vec<_> = files.iter().map(har).collect();
    let observed = traffic(&[spec()], Some("spec"), &files);
    let problems = &observed.problems.0;
    observed.traffic.unwrap_or_else(|| panic!("{problems:#?}")).into_iter().map(Result::unwrap).collect()
}

fn lines(traffic: &Traffic) -> Vec<String> {
    traffic.mismatches.iter().map(|found| format!("{}: {}", found.position, found.message)).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/recordings")
}

fn read(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(folder().join(name)).unwrap()).unwrap()
}

/// The names of all recorded exchanges that have a request.
fn names() -> Vec<String> {
    let (mut todo, mut names) = (vec![folder()], Vec::new());
    while let Some(next) = todo.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                let name = path.strip_prefix(folder()).unwrap().to_string_lossy().into_owned();
                names.extend(read(&name).get("request").map(|_| name));
            }
        }
    }
    names.sort();
    names
}

#[test]
fn recordings_contradict_nothing_unless_they_hold_what_the_spec_does_not_know() {
    let (unknown, known): (Vec<_>, Vec<_>) = names().into_iter().partition(|name| name.contains("-unknown-"));
    assert!(known.len() > 200 && unknown.len() > 10, "{} and {}", known.len(), unknown.len());
    let entries: Vec<_> = known.iter().map(|name| entry(&read(name))).collect();
    let all = observed(&entries);
    assert_eq!((all.entries, all.own, all.known), (known.len(), known.len(), known.len()));
    assert_eq!(lines(&all), Vec::<String>::new());
    let files: Vec<_> = unknown.iter().map(|name| vec![entry(&read(name))]).collect();
    for (name, all) in unknown.iter().zip(all_observed(&files)) {
        assert!(!all.mismatches.is_empty(), "{name}");
        let of_value = |message: &str| {
            let is_shape = name.ends_with("-unknown-shape.json") && message.ends_with(" is expected");
            is_shape || message.ends_with("no schema names") || message.contains("enum does not list")
        };
        let is_other = |line: &&String| !of_value(line);
        assert_eq!(lines(&all).iter().find(is_other), None, "{name}: {:#?}", lines(&all));
    }
}

/// A page of customers, and what breaks it.
const PAGE: &str = "v3/customers/list/200.json";

type Break = fn(&mut Value);

#[test]
fn what_is_broken_is_found_and_nothing_else() {
    let cases: [(Break, &str); 12] = [
        (
            |entry| entry["request"]["url"] = json!(format!("{SERVER}/v3/customers/4107/wishes/secret@example.org")),
            "GET /customers/*/*/*: no operation has this method and path (log.entries[0])",
        ),
        (
            |entry| entry["request"]["method"] = json!("PATCH"),
            "PATCH /customers: no operation has this method and path (log.entries[0])",
        ),
        (
            |entry| entry["request"]["url"] = json!(format!("{SERVER}/v3/customers?limit=5&shoe%3Asize=secret")),
            "GET /customers query shoe:size: a parameter that is not declared",
        ),
        (|entry| entry["response"]["status"] = json!(418), "GET /customers 418: a status that is not declared"),
        (
            |entry| edit(entry, |body| drop(body.as_object_mut().unwrap().remove("data"))),
            "GET /customers 200 data: missing, but required",
        ),
        (
            |entry| edit(entry, |body| body["data"][0]["shoe_size"] = json!("secret")),
            "GET /customers 200 data[].shoe_size: string, which no schema names",
        ),
        (
            |entry| edit(entry, |body| body["data"][0]["id"] = json!("secret")),
            "GET /customers 200 data[].id: string, where integer is expected",
        ),
        (
            |entry| edit(entry, |body| body["data"][0]["id"] = json!(4.5)),
            "GET /customers 200 data[].id: number, where integer is expected",
        ),
        (
            |entry| edit(entry, |body| body["data"][0]["email"] = json!(null)),
            "GET /customers 200 data[].email: null, where string is expected",
        ),
        (
            |entry| edit(entry, |body| body["data"][0]["channel_ids"] = json!([1, "secret"])),
            "GET /customers 200 data[].channel_ids[]: string, where integer is expected",
        ),
        (
            |entry| entry["response"]["content"]["text"] = json!("<html>secret</html>"),
            "GET /customers 200: a body that is not JSON",
        ),
        (
            |entry| entry["response"]["content"] = json!({"size": 0, "mimeType": "", "text": ""}),
            "GET /customers 200: no body, where JSON is declared",
        ),
    ];
    let broken = cases.map(|(break_it, _)| {
        let mut broken = entry(&read(PAGE));
        break_it(&mut broken);
        vec![broken]
    });
    for ((_, expected), all) in cases.iter().zip(all_observed(&broken)) {
        assert_eq!(lines(&all), [*expected]);
        // Nothing of the traffic is kept.
        assert!(!format!("{all:?}").contains("secret"), "{all:?}");
        // The place is one that would have to change, except where there is no operation.
        assert_eq!(all.mismatches[0].place.is_none(), expected.contains("no operation"), "{all:?}");
    }
}

/// Changes the body of a response.
fn edit(entry: &mut Value, change: impl FnOnce(&mut Value)) {
    let text = &mut entry["response"]["content"]["text"];
    let mut body = serde_json::from_str(text.as_str().unwrap()).unwrap();
    change(&mut body);
    *text = json!(body.to_string());
}

#[test]
fn what_occurs_often_is_reported_once() {
    let mut broken = entry(&read(PAGE));
    broken["response"]["status"] = json!(418);
    let all = observed(&[broken.clone(), broken.clone(), entry(&read(PAGE)), broken]);
    let [found] = all.mismatches.as_slice() else { panic!("{all:#?}") };
    assert_eq!((found.count, found.entry, all.known), (3, 0, 4));
}

#[test]
fn traffic_of_others_and_without_responses_is_left_alone() {
    let mut aborted = entry(&read(PAGE));
    aborted["response"] = json!({"status": 0});
    let mut other = entry(&read(PAGE));
    other["request"]["url"] = json!("https://shop.example.org/customers?x=1");
    let mut preflight = entry(&read(PAGE));
    preflight["request"]["method"] = json!("OPTIONS");
    let mut without_body = entry(&read(PAGE));
    without_body["response"]["content"] = json!({"size": 900, "mimeType": "application/json"});
    let all = observed(&[aborted, other, preflight, without_body]);
    assert_eq!((all.entries, all.own, all.known), (4, 3, 2));
    assert_eq!(lines(&all), Vec::<String>::new());
}

#[test]
fn a_file_that_is_no_har_does_not_stop_the_others() {
    let har = json!({"log": {"entries": [entry(&read(PAGE))]}}).to_string().into_bytes();
    let observed = traffic(&[spec()], Some("spec"), &[b"secret".to_vec(), har]);
    let all = observed.traffic.unwrap();
    assert_eq!(all[0].as_ref().unwrap_err().to_string(), "it is not JSON (line 1, column 1)");
    assert_eq!(all[1].as_ref().unwrap().known, 1);
}

/// A document whose response is a tree of nodes of several kinds.
const TREE: &str = "\
openapi: 3.0.3
info: {title: Trees, version: '1'}
servers: [{url: 'https://trees.example'}]
paths:
  /tree:
    get:
      responses:
        '200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}
components:
  schemas:
    Node:
      oneOf:
        - {$ref: '#/components/schemas/Ash'}
        - {$ref: '#/components/schemas/Oak'}
        - {$ref: '#/components/schemas/Elm'}
    Ash: {type: object, required: [kind, below], properties: {kind: {enum: [ash]}, below: {$ref: '#/components/schemas/Node'}}}
    Oak: {type: object, required: [kind, below], properties: {kind: {enum: [oak]}, below: {$ref: '#/components/schemas/Node'}}}
    Elm: {type: object, required: [kind], properties: {kind: {enum: [elm]}, age: {type: integer}}}
";

#[test]
fn branches_of_unions_are_told_apart_without_trying_all_ways() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("trees.yaml");
    fs::write(&document, TREE).unwrap();
    let observed = |leaf: Value| {
        let kind = |depth: u32| if depth.is_multiple_of(2) { "ash" } else { "oak" };
        let tree = (0..90).fold(leaf, |below, depth| json!({"kind": kind(depth), "below": below}));
        let request = json!({"method": "GET", "url": "https://trees.example/tree"});
        let response = json!({"status": 200, "content": {"size": 1, "text": tree.to_string()}});
        let har = json!({"log": {"entries": [{"request": request, "response": response}]}});
        let observed = traffic(std::slice::from_ref(&document), None, &[har.to_string().into_bytes()]);
        lines(observed.traffic.unwrap()[0].as_ref().unwrap())
    };
    assert_eq!(observed(json!({"kind": "elm", "age": 7})), Vec::<String>::new());
    let path = ["below"; 90].join(".");
    let age = observed(json!({"kind": "elm", "age": "old"}));
    assert_eq!(age, [format!("GET /tree 200 {path}.age: string, where integer is expected")]);
    let kind = observed(json!({"kind": "yew"}));
    assert_eq!(kind, [format!("GET /tree 200 {path}.kind: a value that the enum does not list")]);
}
