//! URLs: identical paths, and server URLs that cannot be joined with paths.

use std::collections::HashMap;

use super::review::Review;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::Kind;
use crate::source::{Entry, NodeId};

pub(super) fn same(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let mut first: HashMap<(NodeId, String), &Entry> = HashMap::new();
    let mut problems = Vec::new();
    for root in &review.roots {
        let Some(paths) = sources.get(root.node, "paths") else { continue };
        for entry in sources.entries(paths).iter().filter(|entry| entry.key.starts_with('/')) {
            match first.entry((root.api, template(&entry.key))) {
                std::collections::hash_map::Entry::Vacant(location) => drop(location.insert(entry)),
                std::collections::hash_map::Entry::Occupied(known) => {
                    let before = *known.get();
                    // Several fragments may declare operations of the same path.
                    if before.key == entry.key {
                        continue;
                    }
                    let message = format!("`{}` and `{}` are identical paths in OpenAPI", before.key, entry.key);
                    let problem = Diagnostic::new(Code::SamePath, entry.key_location(), message);
                    let problem = problem.also(before.key_location(), "the other one");
                    problems.push(problem.help("give their parameters the same names, or merge them into one path"));
                }
            }
        }
    }
    problems
}

/// Returns a path without the names of its parameters.
fn template(path: &str) -> String {
    let mut parts = path.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + "{}" + part.split_once('}').map_or("", |(_, rest)| rest))
}

/// Reports server URLs with a trailing slash, because paths start with one.
pub(super) fn trailing_slashes(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let one = |server: NodeId| {
        let url = sources.get(server, "url")?;
        // The default in OpenAPI is `/`.
        let text = sources.text(url).filter(|text| text.len() > 1 && text.ends_with('/'))?;
        let message = "the server URL ends with a slash, but each path appended to it begins with one";
        let problem = Diagnostic::new(Code::TrailingSlash, sources.location(url), message);
        Some(problem.help(format!("write `{}`", text.trim_end_matches('/'))))
    };
    review.objects(Kind::Server).into_iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::template;

    #[test]
    fn templates_have_no_names() {
        for (path, expected) in [
            ("/pets", "/pets"),
            ("/pets/{id}", "/pets/{}"),
            ("/pets/{id}/toys/{toy}.json", "/pets/{}/toys/{}.json"),
            ("/pets/{id", "/pets/{}"),
        ] {
            assert_eq!(template(path), expected, "{path}");
        }
    }
}
