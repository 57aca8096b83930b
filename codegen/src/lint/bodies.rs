//! Bodies that have no meaning in HTTP.

use super::review::{Operation, Review};
use crate::diagnostic::{Code, Diagnostic};

/// Methods for which HTTP gives a body no meaning. A DELETE with a body is common, and not reported.
const WITHOUT_BODY: &[&str] = &["get", "head", "trace"];

/// Statuses without a body.
const BARE: &[&str] = &["204", "205", "304"];

pub(super) fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let sent = review.sound_operations().filter_map(|operation| sent(review, operation));
    let in_responses = review.sound_operations().flat_map(|operation| in_responses(review, operation));
    sent.chain(in_responses).collect()
}

fn sent(review: &Review<'_>, operation: &Operation<'_>) -> Option<Diagnostic> {
    review.sources.get(operation.node, "requestBody").filter(|_| WITHOUT_BODY.contains(&operation.method))?;
    let message =
        format!("`{}` has a request body, which HTTP gives no meaning and proxies may drop", operation.name());
    let location = review.sources.key_location(operation.node, "requestBody");
    let help = "turn its properties into parameters, or use another method";
    Some(Diagnostic::new(Code::MeaninglessBody, location, message).help(help))
}

fn in_responses(review: &Review<'_>, operation: &Operation<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let bare = review.responses(operation).filter(|(status, _)| BARE.contains(status));
    bare.filter_map(|(status, response)| {
        let content = sources.get(review.documents.resolve(response)?, "content")?;
        if sources.entries(content).is_empty() {
            return None;
        }
        let responses = sources.get(operation.node, "responses")?;
        let message = format!("a response with status {status} has no body, but this one declares `content`");
        let problem = Diagnostic::new(Code::MeaninglessBody, sources.key_location(responses, status), message);
        let problem = problem.also(sources.location(content), "the body");
        Some(problem.help("remove `content`, or declare the status that the API returns with it"))
    })
    .collect()
}
