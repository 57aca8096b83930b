//! Statuses that all operations except one declare.

use std::collections::{BTreeMap, BTreeSet};

use super::review::{Operation, Review};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Value;

/// Fewer operations may agree by chance.
const ENOUGH: usize = 4;

/// Statuses that do not depend on the operation: access, quota, failures.
const ANYWHERE: &[&str] = &["401", "403", "429", "500", "502", "503", "504", "5XX", "default"];

/// The operations whose statuses are compared: all of a document, or those that are alike.
type Group<'a> = Option<(&'a str, bool)>;

pub(super) fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let mut documents: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for operation in &review.operations {
        let declared: BTreeSet<&str> = review.responses(operation).map(|(status, _)| status).collect();
        documents.entry(operation.root.node).or_default().push((operation, declared));
    }
    documents.values().flat_map(|operations| of_document(review, operations)).collect()
}

fn of_document(review: &Review<'_>, operations: &[(&Operation<'_>, BTreeSet<&str>)]) -> Vec<Diagnostic> {
    let errors: BTreeSet<&str> = operations.iter().flat_map(|(_, declared)| declared).copied().collect();
    let errors: Vec<_> = errors.into_iter().filter(|status| !status.starts_with(['1', '2', '3'])).collect();
    let (mut sizes, mut counts) = (BTreeMap::new(), BTreeMap::new());
    for (operation, declared) in operations {
        for group in [None, alike(operation)] {
            *sizes.entry(group).or_default() += 1;
        }
        for status in errors.iter().filter(|status| covers(declared, status)) {
            *counts.entry((group(operation, status), *status)).or_default() += 1;
        }
    }
    let others = |operation: &Operation<'_>, status: &str| -> usize {
        sizes.get(&group(operation, status)).map_or(0, |size: &usize| size.saturating_sub(1))
    };
    let is_odd_one_out = |operation: &Operation<'_>, status: &str| {
        let declare_it = counts.get(&(group(operation, status), status)).copied().unwrap_or(0);
        declare_it >= ENOUGH && declare_it == others(operation, status)
    };
    let sound = operations.iter().filter(|(operation, _)| review.is_sound(operation.node));
    sound
        .filter_map(|(operation, declared)| {
            let is_open = is_open(review, operation);
            let missing = errors.iter().copied().filter(|status| {
                !covers(declared, status)
                    && is_odd_one_out(operation, status)
                    && !(is_open && matches!(*status, "401" | "403"))
            });
            problem(review, operation, &missing.collect::<Vec<_>>())
        })
        .collect()
}

fn problem(review: &Review<'_>, operation: &Operation<'_>, missing: &[&str]) -> Option<Diagnostic> {
    let statuses = missing.iter().map(|status| format!("`{status}`")).collect::<Vec<_>>();
    let (last, before) = statuses.split_last()?;
    let list = if before.is_empty() { last.clone() } else { format!("{} and {last}", before.join(", ")) };
    let (method, with) =
        (operation.method.to_uppercase(), if operation.path.contains('{') { "with" } else { "without" });
    let others = match missing.iter().all(|status| ANYWHERE.contains(status)) {
        true => "operation in the document".to_owned(),
        false => format!("{method} {with} a parameter in its path"),
    };
    let message = format!("`{}` does not declare {list}, unlike every other {others}", operation.name());
    let location = review.sources.key_location(operation.node, "responses");
    Some(
        Diagnostic::new(Code::MissingStatus, location, message)
            .help("declare it here as well if the API can return it"),
    )
}

fn group<'a>(operation: &Operation<'a>, status: &str) -> Group<'a> {
    if ANYWHERE.contains(&status) { None } else { alike(operation) }
}

/// Returns the method, and whether the path names something that may not exist.
fn alike<'a>(operation: &Operation<'a>) -> Group<'a> {
    Some((operation.method, operation.path.contains('{')))
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
