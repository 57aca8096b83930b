//! The manifest of a generated package.

use std::path::Path;

use crate::options::{Features, Options, Runtime};

/// Longer lists have a line for each item.
const LINE: usize = 80;

/// The manifest. It makes the crate a workspace of its own, so that it builds wherever its folder is.
///
/// All `parts` of the crate that can be left out are features, each with those that it needs, and on by default.
pub(crate) fn manifest(options: &Options, sources: &str, parts: &[(String, Vec<String>)], has_tests: bool) -> String {
    let Options { name, command, overlays, .. } = options;
    let names = overlays.iter().filter_map(|path| Path::file_name(path)).map(|name| name.to_string_lossy());
    let overlaid: String = names.map(|name| format!(" and {name}")).collect();
    let list = |names: &mut dyn Iterator<Item = &String>| {
        let names: Vec<_> = names.map(|name| format!("{name:?}")).collect();
        let one_line = format!("[{}]", names.join(", "));
        if one_line.len() <= LINE { one_line } else { format!("[\n    {},\n]", names.join(",\n    ")) }
    };
    let mut features = String::new();
    let comment = match options.features {
        Features::None => None,
        Features::Versions => Some("# The versions of the API."),
        Features::Modules => Some("# The modules of the API: enable only those that are called to compile no others."),
    };
    if let Some(comment) = comment {
        features.push_str(&format!("{comment}\ndefault = {}\n", list(&mut parts.iter().map(|(name, _)| name))));
        for (name, needs) in parts {
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
        if comment.is_some() {
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
{features}# Optional parts of the runtime: blocking calls, scripted responses for tests, tracing spans.
blocking = [\"openapi-client-runtime/blocking\"]
test-util = [\"openapi-client-runtime/test-util\"]
tracing = [\"openapi-client-runtime/tracing\"]
# Conversions of dates from and to the types of other crates.
chrono = [\"openapi-client-runtime/chrono\"]
jiff = [\"openapi-client-runtime/jiff\"]
time = [\"openapi-client-runtime/time\"]

[dependencies]
openapi-client-runtime = {{ {runtime}, default-features = false }}
{tests}"
    )
}
