//! The fragments of this workspace, and the rules that they follow.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::drift::{RULES, drift};

use super::super::spec::spec;
use super::{found, lines};

#[test]
fn the_readme_states_each_rule() {
    let readme = fs::read_to_string(spec().join("README.md")).unwrap();
    for rule in RULES {
        let heading = readme.lines().any(|line| line.starts_with('#') && line.ends_with(rule.section));
        assert!(heading, "no section `{}`", rule.section);
    }
}

#[test]
fn the_spec_does_not_differ_from_itself() {
    let bare = tempfile::tempdir().unwrap();
    for version in ["v2", "v3"] {
        copy_without_marks(&spec().join(version), &bare.path().join(version));
    }
    let folder = bare.path().to_owned();
    let drifted = drift(std::slice::from_ref(&folder), Some("spec"), std::slice::from_ref(&folder));
    assert_eq!(lines(found(&drifted).differences.iter()), Vec::<String>::new());
    assert!(found(&drifted).operations == 72 && found(&drifted).not_compared.is_empty());
}

fn copy_without_marks(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("x-deviations:").next().unwrap();
        fs::write(to.join(path.file_name().unwrap()), text).unwrap();
    }
}

#[test]
#[ignore = "reads the folder that API_EVIDENCE names"]
fn the_spec_explains_all_its_differences_from_the_published_documents() {
    let folder = PathBuf::from(std::env::var_os("API_EVIDENCE").expect("API_EVIDENCE names a folder")).join("corpus");
    let documents = ["customers.v3.yml", "customers.v2.yml", "subscribers.v3.yml", "segments.v3.yml"];
    let drifted = drift(&[spec()], Some("spec"), &documents.map(|name| folder.join(name)));
    let drift = found(&drifted);
    println!("{} operations, {} deliberate deviations", drift.operations, drift.deliberate());
    assert_eq!(lines(drift.unexplained()), Vec::<String>::new());
    assert!(drift.not_compared.is_empty(), "{:?}", drift.not_compared);
    let idle: Vec<_> = RULES.iter().filter(|rule| drift.by_rule(rule) == 0).map(|rule| rule.reason).collect();
    assert_eq!(idle, Vec::<&str>::new(), "rules that explain nothing");
}
