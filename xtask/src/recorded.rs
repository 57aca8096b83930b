//! The recordings that show what differs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use codegen::{Comparison, Finding};

/// A recorded exchange.
struct Recording {
    /// Its path, as it is shown.
    file: String,
    text: String,
}

/// Returns the recordings that show each finding, by its fingerprint: those of the operations that it reaches which
/// contain the property or the value that it is about.
pub fn by_finding(root: &Path, comparison: &Comparison) -> BTreeMap<String, Vec<String>> {
    if comparison.operations.is_empty() {
        return BTreeMap::new();
    }
    let recordings = recordings(root, comparison);
    let files = |finding: &Finding| {
        let operations = finding.sent_by.iter().chain(&finding.received_by);
        let told = |recording: &&Recording| match finding.subject {
            "field" | "constant property" | "enum value" => {
                recording.text.contains(&format!("\"{}\"", finding.wire_name))
            }
            _ => true,
        };
        let found = operations.filter_map(|operation| recordings.get(operation.as_str())).flatten().filter(told);
        let mut files: Vec<_> = found.map(|recording| recording.file.clone()).collect();
        files.sort_unstable();
        files.dedup();
        (finding.fingerprint.clone(), files)
    };
    comparison.findings.iter().map(files).filter(|(_, files)| !files.is_empty()).collect()
}

/// All recordings, by the path of the method of their operation.
fn recordings<'a>(root: &Path, comparison: &'a Comparison) -> BTreeMap<&'a str, Vec<Recording>> {
    let mut found: BTreeMap<&str, Vec<Recording>> = BTreeMap::new();
    let mut folders = vec![root.join("tests/recordings")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json")
                && let Ok(text) = fs::read_to_string(&path)
                && let Some(request) = request(&text)
                && let Some(operation) = operation(&request, comparison)
            {
                let file = path.strip_prefix(root).unwrap_or(&path).display().to_string().replace('\\', "/");
                found.entry(operation).or_default().push(Recording { file, text });
            }
        }
    }
    found
}

/// The method and the path of a recorded request.
fn request(text: &str) -> Option<(String, String)> {
    let recording: serde_json::Value = serde_json::from_str(text).ok()?;
    let text = |pointer: &str| Some(recording.pointer(pointer)?.as_str()?.to_owned());
    Some((text("/request/method")?, text("/request/path")?))
}

/// The operation with the fewest parameters whose path fits; its version is the first segment of a recorded path.
fn operation<'a>((method, path): &(String, String), comparison: &'a Comparison) -> Option<&'a str> {
    let segments: Vec<_> = path.split('/').skip(1).collect();
    let (version, segments) = segments.split_first()?;
    let variables = |operation: &str, wire: &str| {
        let (own_method, own_path) = wire.split_once(' ')?;
        let own: Vec<_> = own_path.split('/').skip(1).collect();
        let is_variable = |part: &str| part.starts_with('{');
        let is_it = own_method == method
            && operation.split("::").next() == Some(version)
            && own.len() == segments.len()
            && own.iter().zip(segments).all(|(own, given)| is_variable(own) || own == given);
        is_it.then(|| own.iter().filter(|part| is_variable(part)).count())
    };
    let fitting = comparison
        .operations
        .iter()
        .filter_map(|(operation, wire)| Some((variables(operation, wire)?, operation.as_str())));
    fitting.min().map(|(_, operation)| operation)
}
