//! `spec/` as data, read by serde_yaml: independent of the generator.

mod operation;
mod place;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;

pub use self::operation::{Component, Declared, Operation};

/// All methods of OpenAPI.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

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

/// A node of a fragment, with its location.
#[derive(Clone, Debug)]
pub struct Node<'s> {
    spec: &'s Spec,
    /// The fragment, such as `v3/customers.yaml`.
    pub file: &'s str,
    /// The location in the fragment, as a JSON pointer.
    pub pointer: String,
    /// The value of the node.
    pub value: &'s Value,
}

/// Returns the spec of this workspace.
///
/// # Panics
/// Panics if it cannot be read.
pub fn spec() -> &'static Spec {
    static SPEC: LazyLock<Spec> =
        LazyLock::new(|| Spec::read(&Spec::folder()).unwrap_or_else(|problem| panic!("{problem}")));
    &SPEC
}

impl Spec {
    /// Reads the folders of all versions: those with an `api.yaml`.
    ///
    /// # Errors
    /// Fails if a file cannot be read, or is not YAML.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let mut documents = BTreeMap::new();
        for version_folder in versions(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
            let version = version_folder.file_name().unwrap_or_default().to_string_lossy();
            let all = files(&version_folder, "yaml");
            for file in all.map_err(|error| format!("{}: {error}", version_folder.display()))? {
                let problem = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
                let text = std::fs::read_to_string(&file).map_err(|error| problem(&error))?;
                let value = serde_yaml::from_str(&text).map_err(|error| problem(&error))?;
                let name = format!("{version}/{}", file.file_name().unwrap_or_default().to_string_lossy());
                documents.insert(name, Document { value, lines: place::lines(&text) });
            }
        }
        if documents.is_empty() {
            return Err(format!("{}: no folder in it has an `api.yaml`", folder.display()));
        }
        Ok(Self { documents })
    }

    /// Returns the folder of this workspace.
    #[must_use]
    pub fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new("")).join("spec")
    }

    /// Returns the names of the fragments, such as `v3/customers.yaml`, each with its root.
    pub fn documents(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.documents.iter().map(|(name, document)| (name.as_str(), &document.value))
    }

    /// Returns the node at a JSON pointer, without following references.
    #[must_use]
    pub fn node(&self, file: &str, pointer: &str) -> Option<Node<'_>> {
        let (file, document) = self.documents.get_key_value(file)?;
        let value = document.value.pointer(pointer)?;
        Some(Node { spec: self, file, pointer: pointer.to_owned(), value })
    }

    /// Returns the location of a node, such as `spec/v3/customers.yaml:120`; if it does not exist, that of its deepest
    /// existing ancestor.
    #[must_use]
    pub fn place(&self, file: &str, pointer: &str) -> String {
        match self.documents.get(file).and_then(|document| place::line(&document.lines, pointer)) {
            Some(line) => format!("spec/{file}:{line}"),
            None => format!("spec/{file}"),
        }
    }

    /// Returns all operations, sorted by fragment.
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
    /// Returns the node under `key`, with references followed; `null` if there is none.
    #[must_use]
    pub fn get(&self, key: &str) -> Self {
        self.child(key).resolved()
    }

    /// Returns the node under `key`, without following a reference; `null` if there is none.
    #[must_use]
    pub fn child(&self, key: &str) -> Self {
        let value = self.value.get(key).unwrap_or(&Value::Null);
        self.below(key, value)
    }

    /// Returns the elements of an array, with references followed.
    #[must_use]
    pub fn items(&self) -> Vec<Self> {
        let items = self.value.as_array().into_iter().flatten().enumerate();
        items.map(|(index, value)| self.below(&index.to_string(), value).resolved()).collect()
    }

    /// Returns the entries of a map, with references followed.
    #[must_use]
    pub fn entries(&self) -> Vec<(String, Self)> {
        let entries = self.value.as_object().into_iter().flatten();
        entries.map(|(key, value)| (key.clone(), self.below(key, value).resolved())).collect()
    }

    /// Returns the string under `key`; empty if there is none.
    #[must_use]
    pub fn text(&self, key: &str) -> &'s str {
        self.value.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether the node exists.
    #[must_use]
    pub fn exists(&self) -> bool {
        !self.value.is_null()
    }

    /// Returns the location, such as `spec/v3/customers.yaml:120`.
    #[must_use]
    pub fn place(&self) -> String {
        self.spec.place(self.file, &self.pointer)
    }

    /// Follows the references of a node. Returns a dangling reference unchanged.
    #[must_use]
    pub fn resolved(&self) -> Self {
        let mut node = self.clone();
        // No chain of references is longer than the number of documents.
        for _ in 0..=self.spec.documents.len() {
            let Some(reference) = node.value.get("$ref").and_then(Value::as_str) else { break };
            let Some(target) = node.target(reference) else { break };
            node = target;
        }
        node
    }

    /// Returns the schema and everything that it is composed of; empty if there is no node.
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

/// Returns the folders of the versions, sorted.
fn versions(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut folders =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    folders.retain(|folder| folder.join("api.yaml").is_file());
    folders.sort();
    Ok(folders)
}

/// Returns the files of a folder with this extension, sorted.
fn files(folder: &Path, extension: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut files = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .filter(|path| path.as_ref().map_or(true, |path| path.extension().is_some_and(|is| is == extension)))
        .collect::<Result<Vec<_>, _>>()?;
    files.sort();
    Ok(files)
}
