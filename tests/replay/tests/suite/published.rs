//! The example responses of BigCommerce's own documents, decoded by their operations.
//!
//! The documents are not part of this repository: set `API_EVIDENCE` to the folder that holds `corpus/`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use generated_client::{DriftKind, ErrorKind};
use replay::calls::{Arguments, call};
use replay::error_round_trip;
use serde_json::{Map, Value, json};
use test_support::{Operation, Server, spec};

/// Invalid examples, with the reason.
const WRONG: [(&str, &str); 6] = [
    ("customers.v2.yml PUT /customers/{customer_id} 200 schema", "it is what is sent; real responses have an id"),
    ("customers.v3.yml GET /customers 200 example-1", "it repeats what is sent; every recorded customer has an id"),
    ("customers.v3.yml POST /customers 200 example-1", "the same"),
    ("customers.v3.yml PUT /customers 200 example-1", "the same"),
    (UNWRAPPED[0], "an address without the `data` that the schema of the same response has"),
    (UNWRAPPED[1], "the same"),
];

const UNWRAPPED: [&str; 2] = [
    "customers.v3.yml POST /customers/addresses 200 application/json",
    "customers.v3.yml PUT /customers/addresses 200 application/json",
];

const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

/// An example of a document.
struct Example {
    /// Such as `customers.v3.yml GET /customers 200 example-1`.
    name: String,
    status: u16,
    body: Value,
}

#[tokio::test]
#[ignore = "reads the folder that API_EVIDENCE names"]
async fn published_examples_decode() {
    let folder = PathBuf::from(std::env::var_os("API_EVIDENCE").expect("API_EVIDENCE names a folder")).join("corpus");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let operations = spec().operations();
    let (mut decoded, mut met, mut problems) = (0, BTreeSet::new(), Vec::new());
    let (mut failed, mut unknown) = (BTreeSet::new(), BTreeSet::new());
    for file in files.iter().filter(|file| file.extension().is_some_and(|it| it == "yml" || it == "yaml")) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let document = Document::read(&std::fs::read_to_string(file).unwrap());
        for operation in &operations {
            let Some(published) = document.operation(operation) else { continue };
            met.insert(operation.name());
            for example in document.examples(&name, operation, published) {
                match decode(operation, &example).await {
                    Ok(fields) => {
                        decoded += 1;
                        unknown.extend(fields);
                    }
                    Err(_) if WRONG.iter().any(|(wrong, _)| *wrong == example.name) => {
                        failed.insert(example.name);
                    }
                    Err(problem) => problems.push(format!("{}: {problem}", example.name)),
                }
            }
        }
    }
    println!("{} operations, {decoded} examples decode; fields unknown to the types: {unknown:#?}", met.len());
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    let stale: Vec<_> = WRONG.iter().filter(|(wrong, _)| !failed.contains(*wrong)).collect();
    assert!(stale.is_empty(), "not wrong any more: {stale:?}");
    let missing: Vec<_> = operations.iter().map(Operation::name).filter(|name| !met.contains(name)).collect();
    assert!(missing.is_empty(), "no document has {missing:?}");
    assert!(decoded > 95, "only {decoded} examples were found");
}

/// Decodes the body with the operation. Returns the fields that the types do not know.
async fn decode(operation: &Operation<'_>, example: &Example) -> Result<Vec<String>, String> {
    let server = Server::json(example.status, &example.body).await;
    let outcome = call(&server.client(), &operation.name(), &Arguments::of_examples(operation))?.await;
    match outcome {
        Ok(success) => {
            let drift = success.meta.drift();
            let lost = drift.iter().find(|drift| drift.kind() != DriftKind::UnknownField);
            let is_unknown = |key: &String| drift.iter().any(|it| it.pointer() == Some(&format!("/{key}")));
            let mut keys =
                example.body.as_object().into_iter().flatten().map(|(key, _)| key).filter(|key| *key != "meta");
            let is_all_unknown = keys.next().is_some_and(is_unknown) && keys.all(is_unknown);
            match lost {
                _ if is_all_unknown => Err(format!("nothing of it is known: {}", success.json)),
                Some(lost) => Err(lost.to_string()),
                None => Ok(drift.iter().map(|drift| format!("{}.{}", drift.type_name(), drift.text())).collect()),
            }
        }
        Err(failure) if example.status >= 400 && failure.kind() == ErrorKind::Api => {
            let declared = operation.response(example.status).ok_or("the status is not declared")?;
            error_round_trip(&declared.schema(), &example.body.to_string()).map(|_| Vec::new())
        }
        Err(failure) => Err(format!("{:#}", failure)),
    }
}

struct Document(Value);

impl Document {
    fn read(text: &str) -> Self {
        Self(plain(serde_yaml::from_str(text).unwrap()))
    }

    /// Returns the operation of the document, ignoring the names of path parameters.
    fn operation(&self, operation: &Operation<'_>) -> Option<&Value> {
        let servers = self.0["servers"].as_array()?;
        let is_version = |server: &Value| server["url"].as_str().unwrap_or_default().ends_with(operation.version);
        if !servers.iter().any(is_version) {
            return None;
        }
        let paths = self.0["paths"].as_object()?;
        let (_, item) = paths.iter().find(|(path, _)| nameless(path) == nameless(&operation.path))?;
        METHODS.iter().find(|method| operation.method.eq_ignore_ascii_case(method)).and_then(|method| item.get(method))
    }

    /// Returns the examples of all its responses. A response without examples has the one that its schema's examples
    /// make up.
    fn examples(&self, file: &str, operation: &Operation<'_>, published: &Value) -> Vec<Example> {
        let mut examples = Vec::new();
        for (status, response) in published["responses"].as_object().into_iter().flatten() {
            let Ok(status) = status.parse() else { continue };
            let content = &self.resolved(response)["content"]["application/json"];
            if content.is_null() {
                continue;
            }
            let single = content.get("example").map(|example| ("example".to_owned(), example.clone()));
            let named = content["examples"].as_object().into_iter().flatten().map(|(name, example)| {
                (name.clone(), self.resolved(example).get("value").cloned().unwrap_or_default())
            });
            let mut bodies: Vec<_> = single.into_iter().chain(named).collect();
            if bodies.is_empty() {
                bodies.extend(self.sample(&content["schema"], 0).map(|body| ("schema".to_owned(), body)));
            }
            examples.extend(bodies.into_iter().map(|(name, body)| {
                let name = format!("{file} {} {} {status} {name}", operation.method, operation.path);
                Example { name, status, body }
            }));
        }
        examples
    }

    fn resolved<'v>(&'v self, mut value: &'v Value) -> &'v Value {
        while let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            value = self.0.pointer(reference.strip_prefix('#').unwrap()).unwrap();
        }
        value
    }

    /// Returns a value as a mock server creates it: from examples if there are any, else from the type.
    fn sample(&self, schema: &Value, depth: usize) -> Option<Value> {
        let schema = self.resolved(schema);
        if depth > 12 || schema.is_null() {
            return None;
        }
        let sample = |schema| self.sample(schema, depth + 1);
        let named = schema["x-examples"].as_object().and_then(|named| named.values().next());
        let stated = schema.get("example").or(named).or(schema.get("default")).or(schema["enum"].get(0));
        if let Some(stated) = stated {
            return Some(stated.clone());
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let parts = parts.iter().filter_map(sample).filter_map(|part| part.as_object().cloned());
            let mut whole: Map<_, _> = parts.flatten().collect();
            whole.extend(self.properties(schema, depth));
            return Some(whole.into());
        }
        if let Some(branches) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
            return sample(branches.first()?);
        }
        Some(match (schema["type"].as_str(), schema["format"].as_str()) {
            (Some("array"), _) => json!(sample(&schema["items"]).into_iter().collect::<Vec<_>>()),
            (Some("string"), Some("date-time")) => json!("2024-08-24T14:15:22Z"),
            (Some("string"), _) => json!("string"),
            (Some("integer" | "number"), _) => json!(0),
            (Some("boolean"), _) => json!(true),
            _ => self.properties(schema, depth).into(),
        })
    }

    fn properties(&self, schema: &Value, depth: usize) -> Map<String, Value> {
        let properties = schema["properties"].as_object().into_iter().flatten();
        properties.filter_map(|(name, schema)| Some((name.clone(), self.sample(schema, depth + 1)?))).collect()
    }
}

/// Returns a path without the names of its parameters.
fn nameless(path: &str) -> String {
    let pieces = path.trim_end_matches('/').split('{');
    pieces.map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest)).collect::<Vec<_>>().join("{}")
}

/// Converts YAML to JSON: numeric keys, such as statuses, become strings.
fn plain(value: serde_yaml::Value) -> Value {
    match value {
        serde_yaml::Value::Mapping(entries) => {
            let key = |key: serde_yaml::Value| match key {
                serde_yaml::Value::String(key) => key,
                other => serde_yaml::to_string(&other).unwrap().trim().to_owned(),
            };
            entries.into_iter().map(|(name, value)| (key(name), plain(value))).collect()
        }
        serde_yaml::Value::Sequence(items) => items.into_iter().map(plain).collect(),
        serde_yaml::Value::Tagged(tagged) => plain(tagged.value),
        other => serde_json::to_value(other).unwrap(),
    }
}
