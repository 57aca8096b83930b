//! `generate` on the whole spec, with reading the same YAML by serde_yaml alone as the floor.
//!
//! `cargo bench -p openapi-client-codegen`: read the ratio of the medians.

#![allow(clippy::unwrap_used, reason = "a failed measurement may end in a panic")]

use std::path::PathBuf;

fn main() {
    divan::main();
}

fn spec() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../spec"))
}

#[divan::bench]
fn floor_serde_yaml() -> Vec<serde_yaml::Value> {
    let mut documents = Vec::new();
    for version in ["v2", "v3"] {
        for entry in std::fs::read_dir(spec().join(version)).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            documents.push(serde_yaml::from_str(&text).unwrap());
        }
    }
    documents
}

#[divan::bench]
fn generate() -> codegen::Generated {
    codegen::generate(&[spec()], &codegen::Options::modules("zoo", "spec"))
}
