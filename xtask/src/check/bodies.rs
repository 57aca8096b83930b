//! Judges recorded bodies by the types that would be generated: the same JSON has to come back.

use codegen::plan::Kind;
use exchanges::Exact;
use exchanges::check::compare::differences;
use openapi_client_prove::{Model, Reason};

/// Returns what a type does to a recorded body, each with its JSON pointer in the recording.
///
/// What is recorded as unknown may have keys without a field and values without a branch.
pub fn changes(model: &Model<'_>, kind: &Kind, body: &Exact, is_unknown: bool, at: &str) -> Vec<(String, String)> {
    let text = body.to_string();
    let Some(decoded) = model.pass(kind, &text) else {
        return vec![(at.to_owned(), "is not JSON".to_owned())];
    };
    let is_allowed = |reason: Reason| is_unknown && matches!(reason, Reason::Lost | Reason::Untyped);
    let changes = decoded.changes.iter().filter(|change| !is_allowed(change.reason));
    let mut found: Vec<_> = changes
        .map(|change| {
            let inside = if change.path.is_empty() { String::new() } else { format!("{}: ", change.path) };
            (at.to_owned(), format!("{inside}{}", change.message))
        })
        .collect();
    if let Some(encoded) = decoded.encoded.filter(|_| found.is_empty())
        && let Ok(encoded) = Exact::parse(&encoded)
    {
        let changed = differences(body, &encoded).into_iter();
        found.extend(changed.map(|difference| (format!("{at}{}", difference.pointer), difference.to_string())));
    }
    found
}
