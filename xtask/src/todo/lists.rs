//! Lists in the sources that are written by hand, and have an entry for each version, resource or operation.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use codegen::OperationSummary;

use super::and;

/// A constant with an entry for some of the operations, whose name is a string in it.
struct List {
    file: &'static str,
    constant: &'static str,
    /// The name of the entry that an operation needs.
    name: fn(&OperationSummary) -> Option<String>,
}

const LISTS: &[List] = &[
    List { file: "tests/store/src/routes.rs", constant: "HANDLERS", name: |operation| Some(full_name(operation)) },
    List {
        file: "tests/replay/tests/suite/bodies.rs",
        constant: "ROWS",
        name: |operation| operation.has_body.then(|| full_name(operation)),
    },
    List {
        file: "tests/wire/tests/client/resources.rs",
        constant: "PROGRAMS",
        name: |operation| Some(resource(operation)),
    },
];

/// The module that contains the generated ones, and the manifest with their features.
const MODULES: &str = "generated-client/src/generated.rs";
const MANIFEST: &str = "generated-client/Cargo.toml";

fn full_name(operation: &OperationSummary) -> String {
    format!("{}.{}", resource(operation), operation.method)
}

fn resource(operation: &OperationSummary) -> String {
    format!("{}.{}", operation.version, operation.module)
}

/// Compares the lists with the operations.
pub(super) fn operations(root: &Path, operations: &[OperationSummary]) -> Vec<String> {
    let differences = LISTS.iter().flat_map(|list| {
        let names = fs::read_to_string(root.join(list.file)).ok().and_then(|text| names(&text, list.constant));
        let wanted: BTreeSet<_> = operations.iter().filter_map(list.name).collect();
        names.map_or_else(Vec::new, |names| differences(list, &names, &wanted))
    });
    differences.collect()
}

fn differences(list: &List, names: &BTreeSet<String>, wanted: &BTreeSet<String>) -> Vec<String> {
    let one = |verb: &str, preposition: &str, names: Vec<String>| {
        let List { file, constant, .. } = list;
        (!names.is_empty()).then(|| format!("{file}: {verb} {} {preposition} {constant}", and(&names)))
    };
    let quoted = |name: &String| format!("`{name}`");
    let missing = wanted.difference(names).map(quoted).collect();
    let stale = names.difference(wanted).map(quoted).collect();
    [one("add", "to", missing), one("remove", "from", stale)].into_iter().flatten().collect()
}

/// Returns the names of operations and resources in a constant: strings such as `v3.customers.list`. `None` if there is
/// no such constant.
fn names(text: &str, constant: &str) -> Option<BTreeSet<String>> {
    let (_, rest) = text.split_once(&format!("\nconst {constant}:"))?;
    let lines = rest.lines().skip(1).take_while(|line| !line.starts_with([']', '}']));
    let strings = lines.flat_map(|line| line.split('"').skip(1).step_by(2));
    Some(strings.filter(|text| is_name(text)).map(str::to_owned).collect())
}

fn is_name(text: &str) -> bool {
    let is_word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    text.contains('.') && text.split('.').all(is_word)
}

/// Compares the versions with the modules and features of the client.
pub(super) fn versions(root: &Path, operations: &[OperationSummary]) -> Vec<String> {
    let versions: BTreeSet<&str> = operations.iter().map(|operation| operation.version.as_str()).collect();
    let read = |file: &str| fs::read_to_string(root.join(file)).ok();
    let mut left = Vec::new();
    if let Some(text) = read(MODULES) {
        let is_declared = |version: &&str| text.lines().any(|line| line.trim() == format!("pub mod {version};"));
        let missing = versions.iter().filter(|version| !is_declared(version));
        left.extend(missing.map(|version| {
            format!(
                "{MODULES}: add `pub mod {version};`, with `#[cfg(feature = \"{version}\")]` and `#[rustfmt::skip]`"
            )
        }));
        let declared = text.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';'));
        let stale = declared.filter(|module| !versions.contains(module));
        left.extend(stale.map(|module| format!("{MODULES}: remove `pub mod {module};`")));
    }
    if let Some(text) = read(MANIFEST) {
        let features = text.split_once("\n[features]\n").map_or("", |(_, rest)| rest);
        let features = features.lines().take_while(|line| !line.starts_with('['));
        let features: BTreeSet<_> =
            features.filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim()).collect();
        let missing = versions.iter().filter(|version| !features.contains(*version));
        left.extend(
            missing.map(|version| format!("{MANIFEST}: add `{version} = []` to the features, and to `default`")),
        );
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_is_found() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for List { file, constant, .. } in LISTS {
            let text = fs::read_to_string(root.join(file)).unwrap_or_default();
            let names = names(&text, constant).unwrap_or_default();
            assert!(!names.is_empty(), "no `const {constant}` with names of operations in {file}: change LISTS");
        }
    }
}
