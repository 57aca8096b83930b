//! Declared responses without a recording, and recordings of nothing that is declared: by the names of the files.
//!
//! `cargo xtask coverage` also reads the files, but links the client, which may not compile at this point.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use codegen::{DeclaredResponse, OperationSummary};

use super::and;

/// The folder of the recordings.
const FOLDER: &str = "tests/recordings";

/// The statuses by which a range is recorded: the plain failure, which is required by its name, and those of gateways.
const SERVER_ERRORS: [u16; 3] = [500, 502, 503];

/// The owner of statuses that no operation declares.
const UNDECLARED: &str = "Undeclared";

/// Recordings by their folder, such as `v3/customers/list`: the names of the files without extension.
type Recorded = BTreeMap<String, BTreeSet<String>>;

pub(super) fn left(root: &Path, operations: &[OperationSummary]) -> Vec<String> {
    let recorded = recorded(&root.join(FOLDER));
    // A workspace without recordings does not want any.
    if recorded.is_empty() { Vec::new() } else { compare(&recorded, operations) }
}

fn compare(recorded: &Recorded, operations: &[OperationSummary]) -> Vec<String> {
    let (mut missing, mut declared): (Recorded, BTreeMap<String, Vec<&str>>) = (BTreeMap::new(), BTreeMap::new());
    for operation in operations {
        let own = format!("{}/{}/{}", operation.version, operation.module, operation.method);
        declared.entry(own.clone()).or_default();
        for response in &operation.responses {
            let shared = response.shared.as_ref();
            let shared = shared.map(|shared| format!("{}/{}/{}", operation.version, shared.document, shared.name));
            for owner in std::iter::once(&own).chain(&shared) {
                declared.entry(owner.clone()).or_default().push(&response.status);
            }
            let needed = needed(recorded, response, &[Some(&own), shared.as_ref()]);
            missing.entry(shared.unwrap_or_else(|| own.clone())).or_default().extend(needed);
        }
    }
    let missing = missing.iter().filter(|(_, files)| !files.is_empty()).map(|(folder, files)| {
        let files: Vec<_> = files.iter().map(|file| format!("{file}.json")).collect();
        format!("{FOLDER}/{folder}: record {}; {FOLDER}/README.md says how", and(&files))
    });
    missing.chain(recorded.iter().filter_map(|(folder, files)| stray(folder, files, &declared))).collect()
}

/// Returns the files that a response lacks.
fn needed(recorded: &Recorded, response: &DeclaredResponse, owners: &[Option<&String>]) -> Vec<String> {
    let files = || owners.iter().flatten().filter_map(|owner| recorded.get(*owner)).flatten();
    let single: Option<u16> = response.status.parse().ok();
    let statuses = single.map_or(SERVER_ERRORS.to_vec(), |status| vec![status]);
    let is_recorded = |status: u16| {
        let any_case = single.is_none() && status != SERVER_ERRORS[0];
        let (plain, prefix) = (status.to_string(), format!("{status}-"));
        files().any(|file| *file == plain || (any_case && file.starts_with(&prefix)))
    };
    statuses.into_iter().filter(|status| !is_recorded(*status)).map(|status| status.to_string()).collect()
}

/// Says which files of a folder belong to nothing that is declared.
fn stray(folder: &str, files: &BTreeSet<String>, declared: &BTreeMap<String, Vec<&str>>) -> Option<String> {
    if folder.ends_with(&format!("/{UNDECLARED}")) {
        return None;
    }
    let Some(statuses) = declared.get(folder) else {
        return Some(format!("{FOLDER}/{folder}: move or remove it, as no operation has this name or refers to it"));
    };
    let covers = |file: &str, status: &str| status == "default" || file.starts_with(status.trim_end_matches('X'));
    let stray = files.iter().filter(|file| !statuses.iter().any(|status| covers(file, status)));
    let stray: Vec<_> = stray.map(|file| format!("{file}.json")).collect();
    (!stray.is_empty()).then(|| format!("{FOLDER}/{folder}: remove {}, of undeclared statuses", and(&stray)))
}

/// Returns the recordings of a folder: those of other depths are reported by the tests of the recordings.
fn recorded(folder: &Path) -> Recorded {
    let mut found = Recorded::new();
    let mut todo = vec![(folder.to_owned(), Vec::new())];
    while let Some((path, parts)) = todo.pop() {
        for entry in fs::read_dir(&path).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            match name.strip_suffix(".json") {
                Some(stem) if parts.len() == 3 => {
                    found.entry(parts.join("/")).or_default().insert(stem.to_owned());
                }
                None if parts.len() < 3 => {
                    let inner = parts.iter().cloned().chain([name]).collect();
                    todo.push((entry.path(), inner));
                }
                _ => {}
            }
        }
    }
    found
}
