//! The crate's features are the versions that `spec/` has, and what the runtime has besides, with its defaults.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The lines of a section of a manifest, as names and values.
fn section(manifest: &str, name: &str) -> Vec<(String, String)> {
    let lines = manifest.lines().skip_while(|line| *line != format!("[{name}]")).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    let pairs = lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('='));
    pairs.map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned())).collect()
}

fn manifest(folder: &Path) -> Vec<(String, String)> {
    section(&fs::read_to_string(folder.join("Cargo.toml")).unwrap(), "features")
}

#[test]
fn features_are_the_versions_of_the_spec_and_those_of_the_runtime() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let versions = fs::read_dir(root.join("../spec")).unwrap().map(|entry| entry.unwrap().path());
    let versions: BTreeSet<_> = versions.filter(|path| path.is_dir()).collect();
    let mut expected: BTreeSet<_> = versions
        .iter()
        .map(|folder| (folder.file_name().unwrap().to_string_lossy().into_owned(), "[]".to_owned()))
        .collect();
    assert!(!expected.is_empty());
    let versions: Vec<_> = expected.iter().map(|(name, _)| format!("{name:?}")).collect();
    for (name, value) in manifest(&root.join("../codegen/runtime")) {
        let is_default = name == "default";
        let names = value.trim_matches(['[', ']']).split(", ").map(str::to_owned);
        let forwarded = match is_default {
            true => names.chain(versions.clone()).collect::<Vec<_>>().join(", "),
            false => format!("\"openapi-client-runtime/{name}\""),
        };
        expected.insert((name, format!("[{forwarded}]")));
    }
    assert_eq!(manifest(root).into_iter().collect::<BTreeSet<_>>(), expected);
}
