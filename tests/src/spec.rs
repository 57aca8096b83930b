//! The operations of `spec/`, read by serde_yaml: independent of the generator.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde_json::Value;

const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

/// An operation, its references resolved.
#[derive(Debug)]
pub struct Operation {
    /// `v2` or `v3`.
    pub version: String,
    /// Upper case.
    pub method: String,
    /// As the fragment has it, such as `/customers/{customerId}/consent`.
    pub path: String,
    value: Value,
}

/// All operations, sorted by fragment.
pub fn operations() -> Vec<Operation> {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let mut operations = Vec::new();
    for version in ["v2", "v3"] {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(spec.join(version)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            for (path, item) in read(&file)["paths"].as_object().into_iter().flatten() {
                for (method, value) in item.as_object().into_iter().flatten() {
                    if METHODS.contains(&method.as_str()) {
                        operations.push(Operation {
                            version: version.to_owned(),
                            method: method.to_uppercase(),
                            path: path.clone(),
                            value: operation(&file, value),
                        });
                    }
                }
            }
        }
    }
    operations
}

impl Operation {
    /// Such as `v3 getCustomers`.
    pub fn name(&self) -> String {
        format!("{} {}", self.version, self.value["operationId"].as_str().unwrap())
    }

    /// The example of the request body.
    pub fn request(&self) -> Option<&Value> {
        example(&self.value["requestBody"])
    }

    /// The request body's example as a type of the client.
    pub fn body<T: DeserializeOwned>(&self) -> T {
        let body = self.request().unwrap_or_else(|| panic!("{} has no body", self.name()));
        serde_json::from_str(&body.to_string()).unwrap_or_else(|error| panic!("{}: {error}", self.name()))
    }

    /// The example of a parameter as a type of the client.
    pub fn parameter<T: DeserializeOwned>(&self, name: &str) -> T {
        let parameter = self.parameters().find(|parameter| parameter["name"] == name);
        let parameter = parameter.unwrap_or_else(|| panic!("{} has no parameter {name}", self.name()));
        serde_json::from_value(parameter["example"].clone()).unwrap()
    }

    /// The first success: its status, and the example of its body.
    pub fn success(&self) -> (u16, Option<&Value>) {
        let responses = self.value["responses"].as_object().unwrap();
        let (status, response) = responses.iter().find(|(status, _)| status.starts_with('2')).unwrap();
        (status.parse().unwrap(), example(response))
    }

    /// The path of a request with all path parameters as in their examples.
    pub fn expected_path(&self) -> String {
        let in_path = self.parameters().filter(|parameter| parameter["in"] == "path");
        in_path.fold(self.path.clone(), |path, parameter| {
            let hole = format!("{{{}}}", parameter["name"].as_str().unwrap());
            path.replace(&hole, &plain(&parameter["example"]))
        })
    }

    /// The query of a request that holds only what is required.
    pub fn expected_query(&self) -> Vec<(String, String)> {
        let required =
            self.parameters().filter(|parameter| parameter["in"] == "query" && parameter["required"] == true);
        required
            .map(|parameter| {
                assert_eq!(parameter["explode"], false, "lists are one value");
                (parameter["name"].as_str().unwrap().to_owned(), plain(&parameter["example"]))
            })
            .collect()
    }

    fn parameters(&self) -> impl Iterator<Item = &Value> {
        self.value["parameters"].as_array().into_iter().flatten()
    }
}

/// A value in a URL: the items of a list with commas between them.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

fn example(body: &Value) -> Option<&Value> {
    body.get("content")?.get("application/json")?.get("example")
}

fn read(file: &Path) -> Value {
    serde_yaml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// The operation with what its parameters and responses refer to.
fn operation(file: &Path, value: &Value) -> Value {
    let mut value = value.clone();
    for parameter in value["parameters"].as_array_mut().into_iter().flatten() {
        *parameter = resolve(file, parameter);
    }
    for response in value["responses"].as_object_mut().into_iter().flat_map(|map| map.values_mut()) {
        *response = resolve(file, response);
    }
    value
}

fn resolve(file: &Path, value: &Value) -> Value {
    let Some(reference) = value["$ref"].as_str() else { return value.clone() };
    let (other, pointer) = reference.split_once('#').unwrap();
    let file = if other.is_empty() { file.to_owned() } else { file.parent().unwrap().join(other) };
    let document = read(&file);
    resolve(&file, document.pointer(pointer).unwrap_or_else(|| panic!("{reference} leads nowhere")))
}
