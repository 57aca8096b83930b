//! A crate of its own: the manifest beside the modules.

use std::path::{Path, PathBuf};

use crate::name::is_keyword;

/// What a crate depends on besides the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PackageOptions {
    /// The name of the package.
    pub name: String,
    /// Where the runtime is.
    pub runtime: Runtime,
    /// The command that the header of each file names.
    pub command: String,
    /// Whether each module with operations has a feature, so that who calls few of them builds no others; so it is unless
    /// set.
    pub features: bool,
    /// Overlays, which correct the documents before anything is made of them, in the order in which they are applied.
    ///
    /// Each is a file of the [Overlay Specification] 1.0. It is applied to the document that its `extends` names: a
    /// document, or a file that one refers to, whose path agrees with it from the end, in the name of the file at least.
    /// Without `extends`, or where only one document is named and none agrees, it is applied to all that are named. Each
    /// action changes those of them that have what its target selects, and it is an error if none has.
    ///
    /// [Overlay Specification]: https://spec.openapis.org/overlay/v1.0.0.html
    pub overlays: Vec<PathBuf>,
    /// Whether the crate has tests that decode the examples of the documents, and encode them again.
    pub example_tests: bool,
}

/// Where a generated crate finds the runtime that it is built on, `openapi-client-runtime`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// In that folder, seen from the generated crate, with `/` between the parts.
    Path(String),
    /// In the registry, of that version.
    Version(String),
}

impl PackageOptions {
    /// A package of that name.
    pub fn new(name: impl Into<String>, runtime: Runtime) -> Self {
        Self {
            name: name.into(),
            runtime,
            command: "cargo xtask generate".to_owned(),
            features: true,
            overlays: Vec::new(),
            example_tests: false,
        }
    }

    /// The name as Rust code imports it.
    pub(crate) fn crate_name(&self) -> String {
        self.name.replace('-', "_")
    }

    /// Why cargo would refuse the name.
    pub fn name_problem(&self) -> Option<&'static str> {
        let is_allowed = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_');
        if !self.name.starts_with(|char: char| char.is_ascii_alphabetic()) {
            Some("the name of a package begins with a letter")
        } else if !self.name.chars().all(is_allowed) {
            Some("the name of a package has letters, digits, `-` and `_` alone")
        } else if is_keyword(&self.crate_name()) {
            Some("the name of a package cannot be a keyword")
        } else {
            None
        }
    }
}

/// Longer lists have a line for each item.
const LINE: usize = 80;

/// The manifest. It makes the crate a workspace of its own, so that it builds wherever its folder is.
///
/// There is a feature for each module with operations, all of them on by default.
pub(crate) fn manifest(
    options: &PackageOptions,
    sources: &str,
    modules: &[(String, Vec<String>)],
    has_tests: bool,
) -> String {
    let PackageOptions { name, command, overlays, .. } = options;
    let names = overlays.iter().filter_map(|path| Path::file_name(path)).map(|name| name.to_string_lossy());
    let overlaid: String = names.map(|name| format!(" and {name}")).collect();
    let list = |names: &mut dyn Iterator<Item = &String>| {
        let names: Vec<_> = names.map(|name| format!("{name:?}")).collect();
        let one_line = format!("[{}]", names.join(", "));
        if one_line.len() <= LINE { one_line } else { format!("[\n    {},\n]", names.join(",\n    ")) }
    };
    let mut features = String::new();
    if options.features {
        features.push_str("# The modules. Who calls the operations of few of them builds no others.\n");
        features.push_str(&format!("default = {}\n", list(&mut modules.iter().map(|(name, _)| name))));
        for (name, needs) in modules {
            features.push_str(&format!("{name} = {}\n", list(&mut needs.iter())));
        }
    }
    let runtime = match &options.runtime {
        Runtime::Path(path) => format!("path = {path:?}"),
        Runtime::Version(version) => format!("version = {version:?}"),
    };
    let mut tests = String::new();
    if has_tests {
        tests.push_str(&format!(
            "\n[dev-dependencies]\n\
             openapi-client-runtime = {{ {runtime}, default-features = false, features = [\"test-util\"] }}\n"
        ));
        if options.features {
            tests.push_str("\n[[test]]\nname = \"examples\"\nrequired-features = [\"default\"]\n");
        }
    }
    format!(
        "\
# @generated from {sources}{overlaid} by `{command}`: change that, not this.

[package]
name = \"{name}\"
version = \"0.1.0\"
edition = \"2024\"
rust-version = \"1.95\"
publish = false

[workspace]

[features]
{features}# What the runtime has besides: calls that block, scripted answers for tests, spans.
blocking = [\"openapi-client-runtime/blocking\"]
test-util = [\"openapi-client-runtime/test-util\"]
tracing = [\"openapi-client-runtime/tracing\"]

[dependencies]
openapi-client-runtime = {{ {runtime}, default-features = false }}
{tests}"
    )
}
