//! Operations without descriptions or operationIds.

use super::review::{Operation, Review};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn operations(review: &Review<'_>) -> Vec<Diagnostic> {
    let says = |node, key| review.sources.get_text(node, key).is_some_and(|text| !text.trim().is_empty());
    let is_bare = |node| !says(node, "summary") && !says(node, "description");
    let bare = review.sound_operations().filter(|operation| is_bare(operation.node));
    bare.map(|operation| {
        let message = format!("`{}` has neither a summary nor a description", operation.name());
        let problem = Diagnostic::new(Code::UndescribedOperation, review.location(operation), message);
        problem.help("add a `summary`, and a `description` of what a caller should know")
    })
    .collect()
}

/// A document without any operationId gets a single warning.
pub(super) fn operation_ids(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let has_id = |node| sources.get(node, "operationId").is_some();
    let mut problems = Vec::new();
    for root in &review.roots {
        let of_document = || review.operations.iter().filter(|operation| operation.root == *root);
        let help = "add a unique one: tools derive names from it";
        let is_without = |operation: &Operation<'_>| review.is_sound(operation.node) && !has_id(operation.node);
        if of_document().count() > 1 && of_document().all(is_without) {
            let location = sources.key_location(root.node, "paths");
            let problem = Diagnostic::new(Code::MissingOperationId, location, "no operation here has an `operationId`");
            problems.push(problem.help(help));
            continue;
        }
        problems.extend(of_document().filter(|operation| is_without(operation)).map(|operation| {
            let message = format!("`{}` has no `operationId`", operation.name());
            Diagnostic::new(Code::MissingOperationId, review.location(operation), message).help(help)
        }));
    }
    problems
}
