//! `spec/` as data, read by serde_yaml: independent of the generator.

mod operation;
mod place;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;

pub use self::operation::{Component, Declared, Operation};

const VERSIONS: [&str; 2] = ["v2", "v3"];
const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

/// All fragments of a folder like `spec/`.
#[derive(Debug)]
pub struct Spec {
    /// By name, such as `v3/customers.yaml`.
    documents: BTreeMap<String, Document>,
}

#[derive(Debug)]
struct Document {
    value: Value,
    lines: HashMap<String, usize>,
}

/// A node of a fragment, and the place that it stands at.
#[derive(Clone, Debug)]
pub struct Node<'s> {
    spec: &'s Spec,
    /// The fragment, such as `v3/customers.yaml`.
    pub file: &'s str,
    /// Where in it, as a JSON pointer.
    pub pointer: String,
    /// What stands there.
    pub value: &'s Value,
}

/// The spec of this workspace.
///
/// # Panics
/// When it cannot be read.
pub fn spec() -> &'static Spec {
    static SPEC: LazyLock<Spec> =
        LazyLock::new(|| Spec::read(&Spec::folder()).unwrap_or_else(|problem| panic!("{problem}")));
    &SPEC
}

impl Spec {
    /// Reads the folders of both versions.
    ///
    /// # Errors
    /// When a file cannot be read, or is no YAML.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let mut documents = BTreeMap::new();
        for version in VERSIONS {
            let folder = folder.join(version);
            for file in files(&folder, "yaml").map_err(|error| format!("{}: {error}", folder.display()))? {
                let problem = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
                let text = std::fs::read_to_string(&file).map_err(|error| problem(&error))?;
                let value = serde_yaml::from_str(&text).map_err(|error| problem(&error))?;
                let name = format!("{version}/{}", file.file_name().unwrap_or_default().to_string_lossy());
                documents.insert(name, Document { value, lines: place::lines(&text) });
            }
        }
        Ok(Self { documents })
    }

    /// The folder of this workspace.
    #[must_use]
    pub fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new("")).join("spec")
    }

    /// The names of the fragments, such as `v3/customers.yaml`, with the whole of each.
    pub fn documents(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.documents.iter().map(|(name, document)| (name.as_str(), &document.value))
    }

    /// The node that a JSON pointer leads to, references along it not followed.
    #[must_use]
    pub fn node(&self, file: &str, pointer: &str) -> Option<Node<'_>> {
        let (file, document) = self.documents.get_key_value(file)?;
        let value = document.value.pointer(pointer)?;
        Some(Node { spec: self, file, pointer: pointer.to_owned(), value })
    }

    /// Where a node stands, as in `spec/v3/customers.yaml:120`; of the deepest that exists on the way to it.
    #[must_use]
    pub fn place(&self, file: &str, pointer: &str) -> String {
        match self.documents.get(file).and_then(|document| place::line(&document.lines, pointer)) {
            Some(line) => format!("spec/{file}:{line}"),
            None => format!("spec/{file}"),
        }
    }

    /// All operations, sorted by fragment.
    #[must_use]
    pub fn operations(&self) -> Vec<Operation<'_>> {
        let mut operations = Vec::new();
        for (file, _) in self.documents() {
            let Some(paths) = self.node(file, "/paths") else { continue };
            for (path, item) in paths.entries() {
                for (method, node) in item.entries().into_iter().filter(|(key, _)| METHODS.contains(&key.as_str())) {
                    operations.extend(Operation::new(method.to_uppercase(), path.clone(), node));
                }
            }
        }
        operations
    }
}

impl<'s> Node<'s> {
    /// The node under `key`, references followed; `null` if there is none.
    #[must_use]
    pub fn get(&self, key: &str) -> Self {
        self.child(key).resolved()
    }

    /// The node under `key`, a reference as it is; `null` if there is none.
    #[must_use]
    pub fn child(&self, key: &str) -> Self {
        let value = self.value.get(key).unwrap_or(&Value::Null);
        self.below(key, value)
    }

    /// The nodes of a list, references followed.
    #[must_use]
    pub fn items(&self) -> Vec<Self> {
        let items = self.value.as_array().into_iter().flatten().enumerate();
        items.map(|(index, value)| self.below(&index.to_string(), value).resolved()).collect()
    }

    /// The entries of a map, references followed.
    #[must_use]
    pub fn entries(&self) -> Vec<(String, Self)> {
        let entries = self.value.as_object().into_iter().flatten();
        entries.map(|(key, value)| (key.clone(), self.below(key, value).resolved())).collect()
    }

    /// The text under `key`; empty if there is none.
    #[must_use]
    pub fn text(&self, key: &str) -> &'s str {
        self.value.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether there is anything.
    #[must_use]
    pub fn exists(&self) -> bool {
        !self.value.is_null()
    }

    /// Where it stands, as in `spec/v3/customers.yaml:120`.
    #[must_use]
    pub fn place(&self) -> String {
        self.spec.place(self.file, &self.pointer)
    }

    /// What the node refers to, or the node itself. A reference that leads nowhere stays as it is.
    #[must_use]
    pub fn resolved(&self) -> Self {
        let mut node = self.clone();
        // No chain of references is as long as there are documents.
        for _ in 0..=self.spec.documents.len() {
            let Some(reference) = node.value.get("$ref").and_then(Value::as_str) else { break };
            let Some(target) = node.target(reference) else { break };
            node = target;
        }
        node
    }

    /// The node, taken for a schema, and all that it is composed of; nothing if there is no node.
    #[must_use]
    pub fn composition(&self) -> Vec<Self> {
        let (mut found, mut open) = (Vec::<Self>::new(), vec![self.resolved()]);
        while let Some(schema) = open.pop() {
            if schema.exists() && !found.iter().any(|known| known.value == schema.value) {
                for keyword in ["allOf", "oneOf", "anyOf"] {
                    open.extend(schema.child(keyword).items());
                }
                found.push(schema);
            }
        }
        found
    }

    fn target(&self, reference: &str) -> Option<Self> {
        let (other, pointer) = reference.split_once('#')?;
        let folder = self.file.split_once('/').map_or("", |(folder, _)| folder);
        let file = if other.is_empty() { self.file.to_owned() } else { format!("{folder}/{other}") };
        self.spec.node(&file, pointer)
    }

    fn below(&self, key: &str, value: &'s Value) -> Self {
        let pointer = format!("{}/{}", self.pointer, key.replace('~', "~0").replace('/', "~1"));
        Self { spec: self.spec, file: self.file, pointer, value }
    }
}

/// The files of a folder with this extension, sorted.
fn files(folder: &Path, extension: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut files = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .filter(|path| path.as_ref().map_or(true, |path| path.extension().is_some_and(|is| is == extension)))
        .collect::<Result<Vec<_>, _>>()?;
    files.sort();
    Ok(files)
}
