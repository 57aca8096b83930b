//! A crate of its own: the manifest beside the modules.

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
    /// Whether the crate has tests that decode the examples of the documents, and encode them again.
    pub example_tests: bool,
}

/// Where a generated crate finds `generated-client`, whose runtime it is built on.
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
        Self { name: name.into(), runtime, command: "cargo xtask generate".to_owned(), example_tests: false }
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
        } else if syn::parse_str::<syn::Ident>(&self.crate_name()).is_err() {
            Some("the name of a package is no keyword")
        } else {
            None
        }
    }
}

/// The manifest. It makes the crate a workspace of its own, so that it builds wherever its folder is.
pub(crate) fn manifest(options: &PackageOptions, sources: &str, has_tests: bool) -> String {
    let PackageOptions { name, command, .. } = options;
    let runtime = match &options.runtime {
        Runtime::Path(path) => format!("path = {path:?}"),
        Runtime::Version(version) => format!("version = {version:?}"),
    };
    let tests = match has_tests {
        true => {
            format!(
                "\n[dev-dependencies]\n\
                 generated-client = {{ {runtime}, default-features = false, features = [\"test-util\"] }}\n"
            )
        }
        false => String::new(),
    };
    format!(
        "\
# @generated from {sources} by `{command}`: change that, not this.

[package]
name = \"{name}\"
version = \"0.1.0\"
edition = \"2024\"
rust-version = \"1.95\"
publish = false

[workspace]

[dependencies]
generated-client = {{ {runtime}, default-features = false }}
{tests}"
    )
}
