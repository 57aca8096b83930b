//! DELETE operations that delete everything when a filter is forgotten.

use super::lists::chooses_page;
use super::review::{Operation, Review};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{NodeId, Value};

pub(super) fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let all = review.sound_operations().filter(|operation| operation.method == "delete" && !operation.is_about_one());
    all.filter_map(|operation| unguarded(review, operation)).collect()
}

fn unguarded(review: &Review<'_>, operation: &Operation<'_>) -> Option<Diagnostic> {
    let sources = review.sources;
    // The body says what to delete.
    let has_body = sources.get(operation.node, "requestBody").is_some();
    let is_guard = |key: &str| key.starts_with("x-") && key.contains("require");
    let is_true = |value: NodeId| sources.value(value) != Value::Bool(false);
    let entries = sources.entries(operation.node);
    if has_body || entries.iter().any(|entry| is_guard(&entry.key) && is_true(entry.value)) {
        return None;
    }
    let parameters = review.parameters(operation)?;
    let in_query = parameters.iter().filter(|node| sources.get_text(**node, "in") == Some("query"));
    let filters: Vec<_> = in_query.copied().filter(|parameter| narrows(review, *parameter)).collect();
    if filters.is_empty() || filters.iter().any(|parameter| sources.get_bool(*parameter, "required")) {
        return None;
    }
    let message = format!("`{}` deletes everything if it is sent without a filter", operation.name());
    let problem = Diagnostic::new(Code::UnguardedDelete, review.location(operation), message);
    let problem = filters.iter().fold(problem, |problem, parameter| {
        problem.also(sources.key_location(*parameter, "name"), "this filter is optional")
    });
    let help = "add `required: true` to a filter that the API requires, or `x-requires-filter: true` to the operation";
    Some(problem.help(help))
}

/// Whether a parameter restricts what is deleted: a boolean says how it is deleted, and a page how much at once.
fn narrows(review: &Review<'_>, parameter: NodeId) -> bool {
    let sources = review.sources;
    let may = sources.get(parameter, "x-narrows").is_none_or(|value| sources.value(value) == Value::Bool(true));
    let schema = sources.get(parameter, "schema").and_then(|schema| review.documents.resolve(schema));
    may && !chooses_page(review, parameter)
        && schema.is_none_or(|schema| sources.get_text(schema, "type") != Some("boolean"))
}
