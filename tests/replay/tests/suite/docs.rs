//! The documentation of the generated code contains every description of the spec: of operations, parameters, bodies,
//! schemas, properties and responses. What is deprecated there is deprecated here.
//!
//! Rustdoc checks that it renders and its links resolve, `cargo test --doc` that its examples compile.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::path::Path;

use test_support::{Node, spec};

fn generated(version: &str, fragment: &str) -> String {
    let file = format!("../../generated-client/src/generated/{version}/{fragment}.rs");
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// Returns the documentation in a source file, unwrapped: single spaces, and no markers of list items.
fn documentation(source: &str) -> String {
    let lines = source.lines().map(str::trim_start);
    let docs = lines.filter_map(|line| line.strip_prefix("///").or_else(|| line.strip_prefix("//!")));
    words(&docs.collect::<Vec<_>>().join("\n"))
}

/// Normalizes a text: single spaces, no markers of list items, no escapes of Markdown.
fn words(text: &str) -> String {
    let text = text.replace('\\', "");
    text.split_whitespace().filter(|word| !matches!(*word, "-" | "*" | ">")).collect::<Vec<_>>().join(" ")
}

/// Collects the descriptions under a node that are in the same file, each with its location.
fn descriptions(node: &Node<'_>, place: &str, found: &mut Vec<(String, String)>) {
    walk(node.value, place, found);
}

fn walk(value: &serde_json::Value, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), value) {
                    // A property may be called `description`, and an example is not documentation.
                    ("description" | "summary", serde_json::Value::String(text)) => {
                        found.push((format!("{place}/{key}"), text.clone()));
                    }
                    ("example" | "headers", _) => {}
                    _ if is_no_item(map, key, value) => {}
                    _ => walk(value, &format!("{place}/{key}"), found),
                }
            }
        }
        serde_json::Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                walk(value, &format!("{place}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// Whether the node has no Rust item of its own that could be documented: the element of an array, a constant tag, and
/// an object that is a map of anything.
fn is_no_item(parent: &serde_json::Map<String, serde_json::Value>, key: &str, value: &serde_json::Value) -> bool {
    let is_map = value["properties"].is_null() && value["additionalProperties"] == true;
    (key == "items" && parent.get("type").is_some_and(|kind| kind == "array"))
        || (value["enum"].as_array().is_some_and(|values| values.len() == 1))
        || (is_map && value["type"] == "object" && key.starts_with(char::is_uppercase))
}

/// Returns each description of the paths and the schemas of a fragment.
#[test]
fn every_description_of_a_fragment_is_in_its_module_whole() {
    let (mut checked, mut problems) = (0, Vec::new());
    for (file, _) in spec().documents().filter(|(file, _)| !file.ends_with("/api.yaml")) {
        let document = spec().node(file, "").unwrap();
        let mut found = Vec::new();
        descriptions(&document.get("paths"), "paths", &mut found);
        descriptions(&document.get("components").get("schemas"), "schemas", &mut found);
        found.push(("info".to_owned(), document.get("info").text("description").to_owned()));
        let (version, fragment) = file.trim_end_matches(".yaml").split_once('/').unwrap();
        let docs = documentation(&generated(version, fragment));
        for (place, text) in found {
            checked += 1;
            if !docs.contains(&words(&text)) {
                problems.push(format!("{file} {place}: {}", words(&text)));
            }
        }
    }
    assert!(checked > spec().operations().len(), "only {checked} descriptions were found");
    assert!(problems.is_empty(), "{} of {checked} are missing:\n{}", problems.len(), problems.join("\n"));
}

/// The documentation of a function names the request, its scopes, and each argument with its description.
#[test]
fn every_function_tells_its_request_its_scopes_and_its_arguments() {
    let mut problems = Vec::new();
    for operation in spec().operations() {
        let source = generated(operation.version, operation.fragment);
        let docs = function(&source, operation.method_name()).0;
        let mut wanted = vec![format!("`{} {}`", operation.method, operation.path)];
        let scopes = operation.node.value["x-scopes"].as_array().into_iter().flatten();
        wanted.extend(scopes.map(|scope| format!("`{}`", scope.as_str().unwrap())));
        for parameter in operation.node.get("parameters").items() {
            if parameter.value["required"] == true {
                wanted.push(parameter.text("description").to_owned());
            }
        }
        wanted.extend([operation.node.text("summary").to_owned(), operation.node.text("description").to_owned()]);
        for text in wanted {
            if !docs.contains(&words(&text)) {
                problems.push(format!("{}: {}", operation.name(), words(&text)));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// `deprecated` of the spec becomes `#[deprecated]`, whose note names the Rust functions to use instead.
#[test]
fn what_the_spec_deprecates_is_deprecated_and_nothing_else() {
    let all = spec().operations();
    for operation in &all {
        let source = generated(operation.version, operation.fragment);
        let (_, attributes) = function(&source, operation.method_name());
        let name = operation.name();
        let is_deprecated = operation.node.value["deprecated"] == true;
        assert_eq!(
            attributes.lines().any(|line| line.trim_start().starts_with("#[deprecated(")),
            is_deprecated,
            "{name}: run `cargo xtask regen`: {attributes}"
        );
        if !is_deprecated {
            continue;
        }
        let replacements =
            operation.node.value["x-replaced-by"].as_array().expect("a deprecated operation says what to use");
        for reference in replacements {
            let (file, pointer) = reference.as_str().unwrap().split_once('#').unwrap();
            let place: Vec<_> = pointer.rsplitn(2, '/').collect();
            let (method, path) = (place[0].to_uppercase(), place[1].trim_start_matches("/paths/").replace("~1", "/"));
            let version = if file.contains("v3/") { "v3" } else { operation.version };
            let replacement = all
                .iter()
                .find(|other| other.version == version && other.method == method && other.path == path)
                .unwrap_or_else(|| panic!("{name}: {method} {path} is no operation"));
            let (module, function) = (replacement.fragment, replacement.method_name());
            let names = |part: &str| attributes.contains(part);
            assert!(
                names(&format!("{version}::{module}::")) && names(&format!("::{function}`")),
                "{name}: {attributes}"
            );
        }
    }
}

/// Returns the documentation and the attributes of the first function with that name, which is the operation.
fn function(source: &str, name: &str) -> (String, String) {
    let start = source.find(&format!("    pub fn {name}(")).unwrap_or_else(|| panic!("there is no function {name}"));
    let before: Vec<_> = source[..start].lines().collect();
    let above = before.iter().rev().take_while(|line| !line.trim().is_empty() && line.trim() != "}");
    let mut lines: Vec<_> = above.copied().collect();
    lines.reverse();
    let attributes: Vec<_> = lines.iter().copied().filter(|line| !line.trim_start().starts_with("///")).collect();
    (documentation(&lines.join("\n")), attributes.join("\n"))
}
