//! Third-party documents, such as BigCommerce's own, in place of the fragments.

use std::path::Path;

use replay::calls::{Arguments, call};
use test_support::Operation;

use crate::server::Prism;
use crate::{Setting, Tally, client};

/// The operations of the spec that such a document has.
pub struct Document {
    /// The methods of each path, ignoring the names of parameters.
    paths: Vec<(String, Vec<String>)>,
    servers: Vec<String>,
}

impl Document {
    pub fn read(file: &Path) -> Result<Self, String> {
        let problem = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
        let text = std::fs::read_to_string(file).map_err(|error| problem(&error))?;
        let document: serde_yaml::Value = serde_yaml::from_str(&text).map_err(|error| problem(&error))?;
        let keys = |value: &serde_yaml::Value| {
            let entries = value.as_mapping().into_iter().flatten();
            entries.filter_map(|(key, value)| Some((key.as_str()?.to_owned(), value.clone()))).collect::<Vec<_>>()
        };
        let methods =
            |item: &serde_yaml::Value| keys(item).into_iter().map(|(method, _)| method.to_uppercase()).collect();
        let paths = keys(&document["paths"]).into_iter().map(|(path, item)| (nameless(&path), methods(&item)));
        let servers = document["servers"].as_sequence().into_iter().flatten();
        let servers = servers.filter_map(|server| server["url"].as_str()).map(str::to_owned);
        Ok(Self { paths: paths.collect(), servers: servers.collect() })
    }

    fn has(&self, operation: &Operation<'_>) -> bool {
        let path = nameless(&operation.path);
        let is_there = |(known, methods): &(String, Vec<String>)| *known == path && methods.contains(&operation.method);
        self.has_version(operation) && self.paths.iter().any(is_there)
    }

    fn has_version(&self, operation: &Operation<'_>) -> bool {
        self.servers.iter().any(|server| server.ends_with(operation.version))
    }

    /// Returns the operations of the document that the spec does not have.
    fn missing(&self, operations: &[Operation<'_>]) -> Vec<String> {
        const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
        let all = self.paths.iter().flat_map(|(path, methods)| methods.iter().map(move |method| (path, method)));
        let is_ours = |path: &String, method: &String| {
            let ours = |it: &Operation<'_>| self.has_version(it) && it.method == *method && nameless(&it.path) == *path;
            operations.iter().any(ours)
        };
        let missing = all.filter(|(path, method)| METHODS.contains(&method.as_str()) && !is_ours(path, method));
        missing.map(|(path, method)| format!("{method} {path}")).collect()
    }
}

/// Calls all operations of a document with the examples of the spec.
pub async fn call_document(
    setting: &Setting,
    file: &Path,
    operations: &[Operation<'_>],
    tally: &mut Tally,
) -> Result<(), String> {
    let document = Document::read(file)?;
    for missing in document.missing(operations) {
        println!("{}: spec/ does not have {missing}", file.display());
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let prism = Prism::serve(setting, file, &name)?;
    for operation in operations.iter().filter(|operation| document.has(operation)) {
        let (client, watch) = client(&prism, operation)?;
        let outcome = call(&client, &operation.name(), &Arguments::of_examples(operation))?.await;
        let (seen, objections) = watch.seen();
        tally.operations += 1;
        tally.sent += seen;
        // Whether the document's examples match its own schemas is not checked.
        let objections: Vec<_> = objections.into_iter().filter(|text| !text.starts_with("response")).collect();
        if !objections.is_empty() {
            tally.objections.extend(objections.iter().map(|text| format!("{}: {text}", operation.name())));
            continue;
        }
        tally.accepted += seen;
        match outcome {
            Ok(success) => {
                tally.understood += seen;
                let drift = success.meta.drift();
                drift.iter().for_each(|drift| println!("{}: {drift}", operation.name()));
            }
            Err(failure) => {
                let problem = format!("{}: cannot decode the response: {}", operation.name(), failure);
                tally.objections.push(problem);
            }
        }
    }
    Ok(())
}

/// Returns a path without the names of its parameters.
fn nameless(path: &str) -> String {
    let pieces = path.trim_end_matches('/').split('{');
    pieces.map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest)).collect::<Vec<_>>().join("{}")
}
