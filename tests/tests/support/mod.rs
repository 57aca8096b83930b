//! `spec/` node by node, for the tests that look at more than examples.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// A node of a fragment, and the file that it stands in.
#[derive(Clone)]
pub struct Node {
    pub file: PathBuf,
    pub value: Value,
}

impl Node {
    /// The fragment `name`, such as `v3/customers`.
    pub fn fragment(name: &str) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec").join(name).with_extension("yaml");
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let value = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        Self { file, value }
    }

    /// The node under `key`, references followed; `null` if there is none.
    pub fn get(&self, key: &str) -> Self {
        self.at(&self.value[key])
    }

    /// The nodes of a list, references followed.
    pub fn items(&self) -> Vec<Self> {
        self.value.as_array().into_iter().flatten().map(|value| self.at(value)).collect()
    }

    /// The entries of a map, references followed.
    pub fn entries(&self) -> Vec<(String, Self)> {
        self.value.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), self.at(value))).collect()
    }

    /// The text under `key`; empty if there is none.
    pub fn text(&self, key: &str) -> &str {
        self.value[key].as_str().unwrap_or_default()
    }

    fn at(&self, value: &Value) -> Self {
        let Some(reference) = value["$ref"].as_str() else {
            return Self { file: self.file.clone(), value: value.clone() };
        };
        let (other, pointer) = reference.split_once('#').expect("a reference has a `#`");
        let document = if other.is_empty() {
            read(&self.file)
        } else {
            read(&self.file.parent().expect("a fragment is in a folder").join(other))
        };
        let target = document.value.pointer(pointer).unwrap_or_else(|| panic!("{reference} leads nowhere")).clone();
        Self { file: document.file, value: Value::Null }.at(&target)
    }
}

fn read(file: &Path) -> Node {
    let value = serde_yaml::from_str(&std::fs::read_to_string(file).expect("a fragment")).expect("YAML");
    Node { file: file.to_owned(), value }
}

/// An operation with its place: `v3`, `customers`, `GET`, `/customers`.
pub struct Operation {
    pub version: &'static str,
    pub fragment: String,
    pub method: String,
    pub path: String,
    pub node: Node,
}

impl Operation {
    /// As the client names it: `v3.customers.list`.
    pub fn name(&self) -> String {
        format!("{}.{}.{}", self.version, self.fragment, self.node.text("x-rust-name"))
    }
}

/// The names of the fragments of a version, without `.yaml`.
pub fn fragments(version: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec").join(version);
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder of fragments")
        .map(|entry| entry.expect("a fragment").path())
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// All operations.
pub fn operations() -> Vec<Operation> {
    let mut operations = Vec::new();
    for version in ["v2", "v3"] {
        for fragment in fragments(version) {
            for (path, item) in Node::fragment(&format!("{version}/{fragment}")).get("paths").entries() {
                for (method, node) in item.entries() {
                    let (fragment, path, method) = (fragment.clone(), path.clone(), method.to_uppercase());
                    operations.push(Operation { version, fragment, method, path, node });
                }
            }
        }
    }
    operations
}
