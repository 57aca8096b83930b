//! Tags and security schemes, which are referred to only by name.

use std::collections::HashSet;

use super::review::Review;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::NodeId;
use crate::suggest::nearest;

/// Reports tags that a document uses but does not declare. A document that declares no tags is exempt.
pub(super) fn tags(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let mut problems = Vec::new();
    for root in review.roots.iter().filter(|root| review.is_sound(root.node)) {
        let Some(list) = sources.get(root.node, "tags") else { continue };
        // A tag whose name cannot be read may be the missing one.
        if !sources.items(list).iter().all(|tag| review.is_sound(*tag)) {
            continue;
        }
        let mut known: HashSet<&str> =
            sources.items(list).iter().filter_map(|tag| sources.get_text(*tag, "name")).collect();
        let declared: Vec<_> = known.iter().copied().collect();
        for operation in review.operations.iter().filter(|operation| operation.root == *root) {
            for tag in sources.get(operation.node, "tags").map_or(&[][..], |tags| sources.items(tags)) {
                let Some(name) = sources.text(*tag).filter(|name| known.insert(name)) else { continue };
                let message = format!("the tag `{name}` is not declared in the `tags` of the document");
                let problem = Diagnostic::new(Code::UndeclaredTag, sources.location(*tag), message);
                let problem = problem.also(sources.location(list), "the declared tags");
                problems.push(problem.help(match close(name, &declared) {
                    Some(close) => format!("did you mean `{close}`?"),
                    None => "declare it there, with a description".to_owned(),
                }));
            }
        }
    }
    problems
}

/// Returns the most similar name, regardless of their order.
fn close<'a>(name: &str, names: &[&'a str]) -> Option<&'a str> {
    let mut names = names.to_vec();
    names.sort_unstable();
    nearest(name, names.into_iter())
}

/// Reports undeclared security schemes, unless lowering has reported them.
pub(super) fn security(review: &Review<'_>) -> Vec<Diagnostic> {
    let mut problems = undeclared(review);
    problems.retain(|problem| problem.primary.as_ref().is_none_or(|label| !review.is_reported(&label.location)));
    problems
}

/// Reports undeclared security schemes.
pub(super) fn undeclared(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let mut problems = Vec::new();
    for root in review.roots.iter().filter(|root| review.is_sound(root.node)) {
        let components = sources.get(root.node, "components");
        if components.is_some_and(|components| !review.is_sound(components)) {
            continue;
        }
        let schemes = components.and_then(|components| sources.get(components, "securitySchemes"));
        let known: Vec<_> = schemes
            .map_or(&[][..], |schemes| sources.entries(schemes))
            .iter()
            .map(|entry| entry.key.as_str())
            .collect();
        let operations = review.operations.iter().filter(|operation| operation.root == *root);
        let holders = operations.map(|operation| operation.node).chain([root.node]);
        let requirements = holders.filter_map(|holder| sources.get(holder, "security"));
        let requirements: Vec<NodeId> = requirements.flat_map(|list| sources.items(list)).copied().collect();
        for requirement in requirements {
            for entry in sources.entries(requirement).iter().filter(|entry| !known.contains(&entry.key.as_str())) {
                let message = format!("unknown security scheme `{}`", entry.key);
                let location = entry.key_location();
                let help = match close(&entry.key, &known) {
                    Some(close) => format!("did you mean `{close}`?"),
                    None => format!("define `{}` under `components/securitySchemes`", entry.key),
                };
                problems.push(Diagnostic::new(Code::UndeclaredSecurity, location, message).help(help));
            }
        }
    }
    problems
}
