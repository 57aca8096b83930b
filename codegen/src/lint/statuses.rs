//! Statuses that nearly all other operations declare.

use std::collections::{BTreeMap, BTreeSet};

use super::and;
use super::review::{Operation, Review};
use super::usual::{Others, Usual};
use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::source::{NodeId, Value};

/// Statuses that do not depend on the operation: access, quota, failures.
const ANYWHERE: &[&str] = &["401", "403", "429", "500", "502", "503", "504", "5XX", "default"];

/// The operations that are compared, and the status: all of a version, or those that are alike. If fragments do not share
/// the response, only those of the same file.
type Group<'a> = (Option<(&'a str, bool)>, Option<FileId>, &'a str);

/// The error statuses of each version, each with whether an operation refers to another file for it.
type Errors<'a> = BTreeMap<NodeId, BTreeMap<&'a str, bool>>;

pub(super) fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let all = review.operations.iter();
    let operations: Vec<(&Operation<'_>, BTreeSet<&str>)> =
        all.map(|operation| (operation, review.responses(operation).map(|(status, _)| status).collect())).collect();
    let mut errors = Errors::new();
    for operation in &review.operations {
        let errors = errors.entry(operation.root.api).or_default();
        for (status, response) in review.responses(operation).filter(|(status, _)| !status.starts_with(['1', '2', '3']))
        {
            let is_shared = review.documents.resolve(response).is_some_and(|target| target.file() != response.file());
            *errors.entry(status).or_default() |= is_shared;
        }
    }
    let at = |operation: &Operation<'_>| review.sources.key_location(operation.node, "responses");
    let mut usual = Usual::new(Code::MissingStatus);
    for (operation, declared) in &operations {
        for group in groups(&errors, operation) {
            let does = covers(declared, group.2);
            usual.add(review, operation.root.node.file(), group, does, || at(operation));
        }
    }
    let sound = operations.iter().filter(|(operation, _)| review.is_sound(operation.node));
    sound
        .filter_map(|(operation, declared)| {
            let (is_open, file) = (is_open(review, operation), operation.root.node.file());
            let is_free = |status: &str| is_open && matches!(status, "401" | "403");
            let missing = groups(&errors, operation).into_iter();
            let missing = missing.filter(|group| !covers(declared, group.2)).filter(|group| !is_free(group.2));
            let missing =
                missing.filter_map(|group| Some((group.2, usual.others(review, file, group, || at(operation))?)));
            problem(review, operation, &missing.collect::<Vec<_>>())
        })
        .collect()
}

fn problem(review: &Review<'_>, operation: &Operation<'_>, missing: &[(&str, Others)]) -> Option<Diagnostic> {
    let statuses = missing.iter().map(|(status, _)| format!("`{status}`")).collect::<Vec<_>>();
    let list = and(&statuses)?;
    let every = missing.iter().map(|(_, others)| others.every()).max()?;
    let (method, with) =
        (operation.method.to_uppercase(), if operation.path.contains('{') { "with" } else { "without" });
    let within = review.within(operation.root.node.file());
    let others = match missing.iter().all(|(status, _)| ANYWHERE.contains(status)) {
        true => format!("operation {within}"),
        false => format!("{method} {with} a parameter in its path"),
    };
    let message = format!("`{}` does not declare {list}, unlike {every} {others}", operation.name());
    let location = review.sources.key_location(operation.node, "responses");
    Some(
        Diagnostic::new(Code::MissingStatus, location, message)
            .help("declare it here as well if the API can return it"),
    )
}

fn groups<'a>(errors: &Errors<'a>, operation: &Operation<'a>) -> Vec<Group<'a>> {
    let of_version = errors.get(&operation.root.api).into_iter().flatten();
    of_version.map(|(status, is_shared)| group(operation, status, *is_shared)).collect()
}

fn group<'a>(operation: &Operation<'a>, status: &'a str, is_shared: bool) -> Group<'a> {
    if ANYWHERE.contains(&status) {
        return (None, None, status);
    }
    let alike = (operation.method, operation.path.contains('{'));
    (Some(alike), (!is_shared).then(|| operation.root.node.file()), status)
}

/// Returns whether a status is declared, itself or by a range.
fn covers(declared: &BTreeSet<&str>, status: &str) -> bool {
    let range = status.get(..1).map(|hundred| format!("{hundred}XX"));
    declared.contains(status)
        || declared.contains("default")
        || range.is_some_and(|range| declared.contains(range.as_str()))
}

/// Returns whether an operation requires no credentials.
fn is_open(review: &Review<'_>, operation: &Operation<'_>) -> bool {
    let security = review.sources.get(operation.node, "security");
    security.is_some_and(|security| matches!(review.sources.value(security), Value::List(all) if all.is_empty()))
}
