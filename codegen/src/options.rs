//! What is generated, and how: everything that the output depends on besides the documents.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::name::{Ident, is_keyword};

/// What is generated, and how.
///
/// Programs can build this, or deserialize it from a file. A missing key has the value of [`Options::default`], and an
/// unknown key is an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// The name of the package, which the examples in its documentation also import.
    pub name: String,
    /// Which files are generated.
    pub output: Output,
    /// Which parts of the crate are optional features.
    pub features: Features,
    /// Where the crate finds the runtime.
    pub runtime: Runtime,
    /// Whether to generate functions that call every operation by its name, with strings as arguments; see
    /// [`Generated::calls`](crate::Generated::calls).
    pub calls: bool,
    /// Whether to generate tests that decode and encode the examples of the documents.
    pub example_tests: bool,
    /// Whether `Debug` of types shows texts. Otherwise, it shows only that there are some, because they may be personal
    /// data. `x-sensitive` of a property decides for its value in either case.
    pub show_texts: bool,
    /// Overlays that correct the documents before anything else, in the order in which they are applied.
    ///
    /// Each is a file of the [Overlay Specification] 1.0. It applies to the document that its `extends` names: a
    /// document, or a file that one refers to, whose path ends like it, at least in the file name. Without `extends`,
    /// or if there is a single document and no path matches, it applies to all documents that are passed. Each action
    /// changes the documents in which its target matches; it is an error if it matches in none.
    ///
    /// [Overlay Specification]: https://spec.openapis.org/overlay/v1.0.0.html
    pub overlays: Vec<PathBuf>,
    /// The operations that are generated; all of them if this is empty. Each entry has to match an operation. For
    /// published documents only.
    pub include: Selection,
    /// The operations that are not generated, even if they are included. Components that only they use are left out.
    pub exclude: Selection,
    /// The names that items had before, as an earlier run returned them in [`Generated::ledger`](crate::Generated::ledger):
    /// they keep these names, whatever is added to the documents.
    pub ledger: Option<Ledger>,
    /// The Rust types of values whose schemas have a format, by format: `uuid: uuid::Uuid`. Each is the path of a type that
    /// implements the trait `MappedType` of the runtime, from the root of a crate. It takes precedence over what the
    /// generator knows about the format.
    pub formats: BTreeMap<String, String>,
    /// What the manifest of a package says about it besides its name.
    pub package: Package,
    /// The crates besides the runtime that a package depends on, for the types of `formats`. They are named here even if
    /// the package is compiled as a module of another one, whose manifest then counts.
    pub dependencies: BTreeMap<String, Runtime>,
    /// The command that the header of each file names.
    pub command: String,
    /// The name of a folder of fragments in headers and diagnostics. By default, headers use the name of the folder,
    /// and diagnostics its path.
    pub folder_name: Option<String>,
}

/// What a manifest says about its package, by the keys that cargo has for it.
///
/// Without anything of it, the package has the version 0.1.0 and is not published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the words of cargo")]
pub struct Package {
    pub version: Option<String>,
    pub description: Option<String>,
    pub license: Option<String>,
    pub repository: Option<String>,
    pub homepage: Option<String>,
    pub documentation: Option<String>,
    pub readme: Option<String>,
    pub authors: Vec<String>,
    pub keywords: Vec<String>,
    pub categories: Vec<String>,
    /// Whether cargo may publish it.
    pub publish: bool,
}

/// Some of the operations of documents: those that any entry matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Selection {
    /// Those with one of these tags.
    pub tags: Vec<String>,
    /// Those of these paths, such as `/pets/{id}`; `/pets/*` stands for all paths that begin with `/pets/`.
    pub paths: Vec<String>,
    /// Those with one of these `operationId`s; those without one are named by method and path, such as `GET /pets`.
    pub operations: Vec<String>,
}

impl Selection {
    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.paths.is_empty() && self.operations.is_empty()
    }
}

/// The text of a ledger of names, [`LEDGER`](crate::LEDGER).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// The path in reports.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// Which files are generated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Output {
    /// A complete package: a manifest, and a crate with a generated root.
    #[default]
    Package,
    /// Modules for a crate whose manifest and root are written by hand.
    Modules,
}

/// Which parts of a crate are optional features.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Features {
    /// No features.
    None,
    /// A feature for each version, with its name: the client has the versions whose features are enabled.
    Versions,
    /// A feature for each module with operations, so that a program compiles only the modules that it uses.
    #[default]
    Modules,
}

/// Where a generated crate finds its runtime, `openapi-client-runtime`. In a serialized file, this is a `path` or a
/// `version`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Dependency", into = "Dependency")]
pub enum Runtime {
    /// In this folder, relative to the generated crate, with `/` as the separator.
    Path(String),
    /// In the registry, with this version.
    Version(String),
}

/// The form in a manifest, so that it is the same in every format.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Dependency {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
}

impl TryFrom<Dependency> for Runtime {
    type Error = &'static str;

    fn try_from(dependency: Dependency) -> Result<Self, Self::Error> {
        match dependency {
            Dependency { path: Some(path), version: None } => Ok(Self::Path(path)),
            Dependency { path: None, version: Some(version) } => Ok(Self::Version(version)),
            Dependency { .. } => Err("expected either a `path` or a `version` of the runtime"),
        }
    }
}

impl From<Runtime> for Dependency {
    fn from(runtime: Runtime) -> Self {
        match runtime {
            Runtime::Path(path) => Self { path: Some(path), ..Self::default() },
            Runtime::Version(version) => Self { version: Some(version), ..Self::default() },
        }
    }
}

impl Default for Runtime {
    /// Returns the version of this generator.
    fn default() -> Self {
        Self::Version(env!("CARGO_PKG_VERSION").to_owned())
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new("client", Runtime::default())
    }
}

impl Options {
    /// Creates the options for a package with this name, with a feature for each module.
    pub fn new(name: impl Into<String>, runtime: Runtime) -> Self {
        Self {
            name: name.into(),
            output: Output::default(),
            features: Features::default(),
            runtime,
            calls: false,
            example_tests: false,
            show_texts: false,
            overlays: Vec::new(),
            include: Selection::default(),
            exclude: Selection::default(),
            ledger: None,
            formats: BTreeMap::new(),
            package: Package::default(),
            dependencies: BTreeMap::new(),
            command: "cargo xtask generate".to_owned(),
            folder_name: None,
        }
    }

    /// Creates the options for modules only, without features, of the package `name`, from a folder of fragments that
    /// is named `folder`.
    pub fn modules(name: impl Into<String>, folder: impl Into<String>) -> Self {
        Self {
            output: Output::Modules,
            features: Features::None,
            folder_name: Some(folder.into()),
            ..Self::new(name, Runtime::default())
        }
    }

    /// Returns the name as Rust code imports it, or why there is none.
    pub(crate) fn crate_name(&self) -> Result<Ident, &'static str> {
        let is_allowed = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_');
        if !self.name.starts_with(|char: char| char.is_ascii_alphabetic()) {
            return Err("a package name must begin with a letter");
        }
        if !self.name.chars().all(is_allowed) {
            return Err("a package name can contain only letters, digits, `-` and `_`");
        }
        let name = self.name.replace('-', "_");
        Ident::exact(&name).filter(|_| !is_keyword(&name)).ok_or("a package name cannot be a keyword")
    }

    /// Returns the formats whose types Rust cannot name, and what to write instead.
    pub(crate) fn format_problems(&self) -> Vec<(String, String)> {
        let is_name = |segment: &str| segment == "crate" || Ident::exact(segment).is_some() && !is_keyword(segment);
        let problem = |(format, path): (&String, &String)| {
            let segments: Vec<_> = path.split("::").collect();
            if segments.len() < 2 || !segments.iter().all(|segment| is_name(segment)) {
                let message = format!("the format `{format}` is mapped to `{path}`, which is not the path of a type");
                return Some((message, "write a path such as `uuid::Uuid`, without arguments".to_owned()));
            }
            let krate = segments.first().copied().unwrap_or_default();
            let is_known = |name: &String| name.replace('-', "_") == krate;
            let is_declared = ["std", "core"].contains(&krate) || self.dependencies.keys().any(is_known);
            (self.output == Output::Package && !is_declared).then(|| {
                let message = format!("the package does not depend on `{krate}`, which has the type `{path}`");
                let flag = format!("`--dep {krate}=VERSION`, or its folder");
                (message, format!("name it in `dependencies` of codegen.toml or `Options`, or pass {flag}"))
            })
        };
        self.formats.iter().filter_map(problem).collect()
    }

    /// Returns the reason if cargo would reject the name.
    pub fn name_problem(&self) -> Option<&'static str> {
        self.crate_name().err()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut options = Options::modules("kennel", "spec");
        options.features = Features::Versions;
        options.runtime = Runtime::Path("../runtime".to_owned());
        options.overlays.push("fixes.yaml".into());
        options.package.license = Some("MIT".to_owned());
        options.package.keywords.push("pets".to_owned());
        options.include.tags.push("pets".to_owned());
        options.exclude.operations.push("GET /pets".to_owned());
        options.formats.insert("uuid".to_owned(), "uuid::Uuid".to_owned());
        options.dependencies.insert("uuid".to_owned(), Runtime::Version("1".to_owned()));
        options.ledger = Some(Ledger { path: "names.lock".to_owned(), text: "# None yet.\n".to_owned() });
        for options in [options, Options::default()] {
            let json = serde_json::to_string(&options).unwrap();
            assert_eq!(serde_json::from_str::<Options>(&json).unwrap(), options, "{json}");
            let yaml = serde_yaml::to_string(&options).unwrap();
            assert_eq!(serde_yaml::from_str::<Options>(&yaml).unwrap(), options, "{yaml}");
        }
    }

    #[test]
    fn what_a_file_leaves_out_is_the_default() {
        assert_eq!(serde_yaml::from_str::<Options>("{}").unwrap(), Options::default());
        let text = "name: kennel\nfeatures: none\nruntime: {version: '0.2'}\nexample-tests: true\n";
        let mut expected = Options::new("kennel", Runtime::Version("0.2".to_owned()));
        expected.features = Features::None;
        expected.example_tests = true;
        assert_eq!(serde_yaml::from_str::<Options>(text).unwrap(), expected);
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for (text, problem) in [
            ("nmae: kennel", "unknown field `nmae`"),
            ("example_tests: true", "unknown field `example_tests`"),
            ("features: module", "unknown variant `module`"),
            ("package: {edition: '2021'}", "unknown field `edition`"),
            ("include: {tag: [a]}", "unknown field `tag`"),
            ("output: crate", "unknown variant `crate`"),
            ("runtime: {}", "either a `path` or a `version`"),
            ("runtime: {path: a, version: '1'}", "either a `path` or a `version`"),
            ("runtime: {git: a}", "unknown field `git`"),
        ] {
            let error = serde_yaml::from_str::<Options>(text).unwrap_err().to_string();
            assert!(error.contains(problem), "{text}: {error}");
        }
    }
}
