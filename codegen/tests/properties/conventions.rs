//! The conventions of `spec/README.md` that OpenAPI itself does not ask for, checked on every operation.

use std::path::{Path, PathBuf};

use serde_yaml::{Mapping, Value};

/// All methods of OpenAPI.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const SHARED: [(&str, &str); 5] = [
    ("401", "common.yaml#/components/responses/Unauthorized"),
    ("403", "common.yaml#/components/responses/Forbidden"),
    ("404", "common.yaml#/components/responses/NotFound"),
    ("429", "common.yaml#/components/responses/TooManyRequests"),
    ("5XX", "common.yaml#/components/responses/ServerError"),
];

struct Operation {
    /// Such as `v3/customers.yaml: get /customers`.
    name: String,
    file: PathBuf,
    value: Value,
}

fn spec() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec")
}

/// The names of the versions: the folders of `spec/`.
pub fn versions() -> Vec<String> {
    let entries = std::fs::read_dir(spec()).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<_> = entries
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn read(path: &Path) -> Value {
    serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn map(value: &Value) -> &Mapping {
    static EMPTY: std::sync::LazyLock<Mapping> = std::sync::LazyLock::new(Mapping::new);
    value.as_mapping().unwrap_or(&EMPTY)
}

fn list(value: &Value) -> &[Value] {
    value.as_sequence().map_or(&[], Vec::as_slice)
}

/// The number of operations of the spec.
pub fn count() -> usize {
    operations().len()
}

/// The number of lookups of the spec, which are methods besides the operations.
pub fn lookups() -> usize {
    operations().iter().map(|operation| list(&operation.value["x-finds"]).len()).sum()
}

fn operations() -> Vec<Operation> {
    let mut operations = Vec::new();
    for version in versions() {
        let mut files: Vec<_> =
            std::fs::read_dir(spec().join(&version)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            for (path, item) in map(&read(&file)["paths"]) {
                for (method, value) in map(item).iter().filter(|(key, _)| METHODS.contains(&key.as_str().unwrap())) {
                    let fragment = file.file_name().unwrap().to_string_lossy();
                    let name = format!("{version}/{fragment}: {} {}", method.as_str().unwrap(), path.as_str().unwrap());
                    operations.push(Operation { name, file: file.clone(), value: value.clone() });
                }
            }
        }
    }
    operations
}

/// The node itself, or the one that it refers to.
fn resolve(file: &Path, value: &Value) -> Value {
    let Some(reference) = value["$ref"].as_str() else { return value.clone() };
    let (other, pointer) = reference.split_once('#').unwrap();
    let file = if other.is_empty() { file.to_owned() } else { file.parent().unwrap().join(other) };
    let node = pointer.split('/').skip(1).fold(read(&file), |node, part| node[part.replace("~1", "/")].clone());
    resolve(&file, &node)
}

/// What an operation lacks, as the convention that it breaks.
fn lacks(operation: &Operation) -> Vec<String> {
    let value = &operation.value;
    let mut lacks = Vec::new();
    let mut want = |holds: bool, convention: String| {
        if !holds {
            lacks.push(convention);
        }
    };
    for key in ["operationId", "x-rust-name", "summary", "description"] {
        want(value[key].as_str().is_some_and(|text| !text.trim().is_empty()), format!("a text `{key}`"));
    }
    want(list(&value["tags"]).len() == 1, "exactly one tag".to_owned());
    want(!list(&value["x-scopes"]).is_empty(), "the scopes that suffice".to_owned());
    want(value["deprecated"] != true || !list(&value["x-replaced-by"]).is_empty(), "a replacement".to_owned());
    for parameter in list(&value["parameters"]) {
        let parameter = resolve(&operation.file, parameter);
        let name = parameter["name"].as_str().unwrap();
        want(
            parameter["style"].is_string() && parameter["explode"].is_bool(),
            format!("style and explode of `{name}`"),
        );
        want(parameter["description"].is_string(), format!("a description of `{name}`"));
        let must_be_given = parameter["required"] == true;
        want(!must_be_given || !parameter["example"].is_null(), format!("an example of the required `{name}`"));
    }
    for media_type in map(&value["requestBody"]["content"]).values() {
        want(!media_type["example"].is_null(), "an example of the request body".to_owned());
    }
    for (status, response) in map(&value["responses"]) {
        let status = status.as_str().expect("a status in quotes");
        let response = resolve(&operation.file, response);
        for media_type in map(&response["content"]).values() {
            want(
                !media_type["example"].is_null() && !media_type["schema"].is_null(),
                format!("schema and example of {status}"),
            );
        }
    }
    for (status, reference) in SHARED {
        let response = &value["responses"][status];
        // A resource may have an answer of its own for a status.
        want(
            response["$ref"] == reference || response["content"].is_mapping() || response["$ref"].is_string(),
            format!("the status {status}"),
        );
    }
    lacks
}

#[test]
fn every_operation_keeps_the_conventions() {
    let operations = operations();
    assert!(!operations.is_empty(), "no operation was found in spec/");
    let broken: Vec<_> = operations
        .iter()
        .flat_map(|operation| lacks(operation).into_iter().map(|lack| format!("{} lacks {lack}", operation.name)))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_bare_operation_breaks_them() {
    let value = serde_yaml::from_str("{operationId: getPets, responses: {'200': {description: The pets.}}}").unwrap();
    let operation = Operation { name: "get /pets".to_owned(), file: spec(), value };
    let lacks = lacks(&operation);
    for convention in ["a text `summary`", "exactly one tag", "the scopes that suffice", "the status 429"] {
        assert!(lacks.iter().any(|lack| lack == convention), "{convention} is not among {lacks:?}");
    }
}

#[test]
fn marks_name_their_sources_and_stand_at_the_end() {
    let (mut problems, mut count) = (Vec::new(), 0);
    for version in ["v2", "v3"] {
        for entry in std::fs::read_dir(spec().join(version)).unwrap() {
            let file = entry.unwrap().path();
            let document = read(&file);
            let keys: Vec<_> = map(&document).keys().filter_map(Value::as_str).collect();
            if keys.iter().rev().skip(1).any(|key| *key == "x-deviations") {
                problems.push(format!("{}: `x-deviations` is not the last key", file.display()));
            }
            for mark in list(&document["x-deviations"]) {
                count += 1;
                let source = mark["source"].as_str().unwrap();
                let (word, rest) = source.split_once([':', ' ']).unwrap_or((source, ""));
                let recording = rest.split(':').next().unwrap_or_default();
                let is_good = match word {
                    "recording" => spec().join(format!("../tests/recordings/{recording}.json")).is_file(),
                    "observed" | "page" | "published" => !rest.trim().is_empty(),
                    _ => false,
                };
                if !is_good {
                    problems.push(format!("{}: no source: {source}", file.display()));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(count > 100, "{count}");
}
