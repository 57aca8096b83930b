//! Bodies that have no meaning in HTTP.

use super::review::{Operation, Review};
use crate::diagnostic::{Code, Diagnostic};

/// Methods of which HTTP says that a body means nothing. A DELETE with one is common enough.
const WITHOUT_BODY: &[&str] = &["get", "head", "trace"];

/// Statuses whose answers end with their headers.
const BARE: &[&str] = &["204", "205", "304"];

pub(super) fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let sent = review.sound_operations().filter_map(|operation| sent(review, operation));
    let answered = review.sound_operations().flat_map(|operation| answered(review, operation));
    sent.chain(answered).collect()
}

fn sent(review: &Review<'_>, operation: &Operation<'_>) -> Option<Diagnostic> {
    review.sources.get(operation.node, "requestBody").filter(|_| WITHOUT_BODY.contains(&operation.method))?;
    let message =
        format!("`{}` has a request body, which HTTP gives no meaning and proxies may drop", operation.name());
    let place = review.sources.key_place(operation.node, "requestBody");
    let help = "turn its properties into parameters, or use another method";
    Some(Diagnostic::new(Code::MeaninglessBody, place, message).help(help))
}

fn answered(review: &Review<'_>, operation: &Operation<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let bare = review.responses(operation).filter(|(status, _)| BARE.contains(status));
    bare.filter_map(|(status, response)| {
        let content = sources.get(review.documents.resolve(response)?, "content")?;
        if sources.entries(content).is_empty() {
            return None;
        }
        let responses = sources.get(operation.node, "responses")?;
        let message = format!("a response with status {status} has no body, but this one declares `content`");
        let problem = Diagnostic::new(Code::MeaninglessBody, sources.key_place(responses, status), message);
        let problem = problem.also(sources.place(content), "the body");
        Some(problem.help("remove `content`, or declare the status that the API returns with it"))
    })
    .collect()
}
