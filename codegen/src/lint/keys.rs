//! Operations and parameters without a key that nearly all others have.

use std::collections::BTreeSet;

use super::and;
use super::review::{Operation, Review};
use super::usual::{Others, Usual};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{EVERYWHERE, Kind};
use crate::source::{NodeId, Value};

/// Keys that any operation can have.
const OF_OPERATIONS: &[&str] = &["tags", "x-scopes", "x-rust-name"];

/// Keys of parameters that say how a value is sent.
const OF_PARAMETERS: &[&str] = &["style", "explode"];

pub(super) fn operations(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    // Most of ours say something special about an operation.
    let is_special = |key: &str| {
        let mut ours = Kind::Operation.keys().iter().chain([&EVERYWHERE]).map(|key| key.name);
        ours.any(|name| name == key) && !OF_OPERATIONS.contains(&key)
    };
    let is_counted = |key: &str| (key.starts_with("x-") && !is_special(key)) || OF_OPERATIONS.contains(&key);
    let entries = review.operations.iter().flat_map(|operation| sources.entries(operation.node));
    let keys: BTreeSet<&str> = entries.map(|entry| entry.key.as_str()).filter(|key| is_counted(key)).collect();
    let mut usual = Usual::new(Code::UnusualKeys);
    for operation in &review.operations {
        for key in &keys {
            let states = states(review, operation.node, key);
            usual.add(review, operation.root.node.file(), *key, states, || review.location(operation));
        }
    }
    let one = |operation: &Operation<'_>| {
        let lacking = keys.iter().filter(|key| !states(review, operation.node, key));
        let file = operation.root.node.file();
        let lacking =
            lacking.filter_map(|key| Some((*key, usual.others(review, file, *key, || review.location(operation))?)));
        let (list, others) = listed(lacking)?;
        let message =
            format!("`{}` has no {list}, unlike {others} operation {}", operation.name(), review.within(file));
        let problem = Diagnostic::new(Code::UnusualKeys, review.location(operation), message);
        Some(problem.help(format!("add {list} as the others have")))
    };
    review.sound_operations().filter_map(one).collect()
}

pub(super) fn parameters(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let mut usual = Usual::new(Code::UnusualKeys);
    let all = review.documents.kinds.iter().filter(|(_, kind)| **kind == Kind::Parameter);
    for (parameter, _) in all {
        let location = sources.get_text(parameter, "in").unwrap_or_default();
        for key in OF_PARAMETERS.iter().filter(|_| sources.get(parameter, "schema").is_some()) {
            let has = sources.get(parameter, key).is_some();
            let at = || sources.key_location(parameter, "name");
            usual.add(review, parameter.file(), (location, *key), has, at);
        }
    }
    let one = |parameter: NodeId| {
        let name = sources.get_text(parameter, "name")?;
        let location = sources.get_text(parameter, "in")?;
        sources.get(parameter, "schema")?;
        let lacking = OF_PARAMETERS.iter().filter(|key| sources.get(parameter, key).is_none());
        let file = parameter.file();
        let at = || sources.key_location(parameter, "name");
        let lacking = lacking.filter_map(|key| Some((*key, usual.others(review, file, (location, *key), at)?)));
        let (list, others) = listed(lacking)?;
        let message = format!("`{name}` has no {list}, unlike {others} {location} parameter {}", review.within(file));
        let problem = Diagnostic::new(Code::UnusualKeys, at(), message);
        Some(problem.help(format!("add {list} as the others have")))
    };
    review.objects(Kind::Parameter).into_iter().filter_map(one).collect()
}

/// Whether an operation has a key, with a value that is not empty.
fn states(review: &Review<'_>, operation: NodeId, key: &str) -> bool {
    let value = review.sources.get(operation, key).map(|node| review.sources.value(node));
    value.is_some_and(|value| !matches!(value, Value::List(items) if items.is_empty()))
}

/// Returns the keys as a list, and how many of the others have all of them.
fn listed<'a>(lacking: impl Iterator<Item = (&'a str, Others)>) -> Option<(String, &'static str)> {
    let lacking: Vec<_> = lacking.collect();
    let keys: Vec<_> = lacking.iter().map(|(key, _)| format!("`{key}`")).collect();
    let most = lacking.iter().map(|(_, others)| others.every()).max()?;
    Some((and(&keys)?, most))
}
