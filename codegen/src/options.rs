//! What is generated, and how: all that the output depends on besides the documents.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::name::{Ident, is_keyword};

/// What is generated, and how.
///
/// It is data: a program may build it, or read it from a file of its own. What a file leaves out is as
/// [`Options::default`] has it, and a key that is not known is an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// The name of the package, by which the documentation's examples import it as well.
    pub name: String,
    /// Which files there are.
    pub output: Output,
    /// Which parts of the crate can be left out.
    pub features: Features,
    /// Where the manifest says that the runtime is.
    pub runtime: Runtime,
    /// Whether every operation is written by its name as well, with texts for arguments:
    /// [`Generated::calls`](crate::Generated::calls).
    pub calls: bool,
    /// Whether there are tests that decode the examples of the documents, and encode them again.
    pub example_tests: bool,
    /// Overlays, which correct the documents before anything is made of them, in the order in which they are applied.
    ///
    /// Each is a file of the [Overlay Specification] 1.0. It is applied to the document that its `extends` names: a
    /// document, or a file that one refers to, whose path agrees with it from the end, in the name of the file at least.
    /// Without `extends`, or where only one document is named and none agrees, it is applied to all that are named. Each
    /// action changes those of them that have what its target selects, and it is an error if none has.
    ///
    /// [Overlay Specification]: https://spec.openapis.org/overlay/v1.0.0.html
    pub overlays: Vec<PathBuf>,
    /// The command that the header of each file names.
    pub command: String,
    /// What a folder of fragments is called in headers and diagnostics. Unless it is set, headers have the folder's own name,
    /// and diagnostics the way to it.
    pub folder_name: Option<String>,
}

/// Which files there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Output {
    /// A whole package: a manifest, and a crate whose root is generated as well.
    #[default]
    Package,
    /// Modules for a crate whose manifest and root are written by hand.
    Modules,
}

/// Which parts of a crate can be left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Features {
    /// None.
    None,
    /// Each version, by a feature of its name: the client then has those whose features are on.
    Versions,
    /// Each module with operations, so that a program that calls few of them builds no others.
    #[default]
    Modules,
}

/// Where a generated crate finds the runtime that it is built on, `openapi-client-runtime`: in a file, a `path` or a
/// `version`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Dependency", into = "Dependency")]
pub enum Runtime {
    /// In that folder, seen from the generated crate, with `/` between the parts.
    Path(String),
    /// In the registry, of that version.
    Version(String),
}

/// As a manifest has it, so that it is the same in every format.
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
            Dependency { .. } => Err("the runtime has either a `path` or a `version`"),
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
    /// The version that belongs to this generator.
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
    /// A package of that name, with a feature for each module.
    pub fn new(name: impl Into<String>, runtime: Runtime) -> Self {
        Self {
            name: name.into(),
            output: Output::default(),
            features: Features::default(),
            runtime,
            calls: false,
            example_tests: false,
            overlays: Vec::new(),
            command: "cargo xtask generate".to_owned(),
            folder_name: None,
        }
    }

    /// The modules alone, without features, of a folder of fragments that is called `folder`: for the package of that name.
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
            return Err("the name of a package begins with a letter");
        }
        if !self.name.chars().all(is_allowed) {
            return Err("the name of a package has letters, digits, `-` and `_` alone");
        }
        let name = self.name.replace('-', "_");
        Ident::exact(&name).filter(|_| !is_keyword(&name)).ok_or("the name of a package cannot be a keyword")
    }

    /// Why cargo would refuse the name.
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
