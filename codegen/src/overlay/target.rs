//! The target of an action: a JSONPath, and the nodes that it selects.

use serde_json::Value as Json;
use serde_json_path::{JsonPath, PathElement};

use crate::diagnostic::{Code, Diagnostic, Location};
use crate::source::{NodeId, Sources, Step};
use crate::suggest::nearest;

/// The maximum nesting of brackets; no target needs more. The time to parse them doubles with each level.
const MAX_NESTING: usize = 8;

#[derive(Debug)]
pub(super) struct Target {
    /// The value of `target` in the overlay.
    pub(super) node: NodeId,
    path: JsonPath,
}

impl Target {
    pub(super) fn read(sources: &Sources, node: NodeId) -> Result<Self, Box<Diagnostic>> {
        let text = sources.text(node).unwrap_or_default();
        if nesting(text) > MAX_NESTING {
            let message = format!("brackets are nested more than {MAX_NESTING} levels deep");
            let problem = Diagnostic::new(Code::BadTarget, sources.location(node), message);
            return Err(Box::new(problem.help("select less at a time, with several actions")));
        }
        let path = JsonPath::parse(text).map_err(|error| {
            // For most errors, the message only says that there is one.
            let why = error.message().strip_prefix("in long-hand segment, ");
            let why = why.map(|why| format!(": {why}")).unwrap_or_default();
            let help = match text.starts_with('$') {
                true => {
                    "quote a name with characters other than letters, digits and `_`, as in `$.paths['/pets'].get`; \
                     write a filter as `[?@.name == 'page']`"
                }
                false => "begin with `$`, the root of the document, as in `$.paths['/pets'].get`",
            };
            let problem = Diagnostic::new(
                Code::BadTarget,
                part(sources, node, error.position()),
                format!("invalid JSONPath `{text}`{why}"),
            );
            Box::new(problem.label("the error is here").help(help))
        })?;
        Ok(Self { node, path })
    }

    pub(super) fn text<'a>(&self, sources: &'a Sources) -> &'a str {
        sources.text(self.node).unwrap_or_default()
    }

    /// Returns the paths of the selected nodes of a document.
    pub(super) fn locate(&self, document: &Json) -> Vec<Vec<Step>> {
        let step = |element: &PathElement<'_>| match element {
            PathElement::Name(name) => Step::Key((*name).to_owned()),
            PathElement::Index(index) => Step::Index(*index),
        };
        let found = self.path.query_located(document);
        found.locations().map(|path| path.iter().map(step).collect()).collect()
    }

    /// Creates the problem that nothing is selected: how far the target matches, and what is missing there.
    pub(super) fn missed(&self, sources: &Sources, roots: &[NodeId]) -> Diagnostic {
        let text = self.text(sources);
        let documents: Vec<_> = roots.iter().map(|root| sources.to_json(*root)).collect();
        let ends = text.char_indices().rev().filter(|(_, char)| matches!(char, '.' | '[')).map(|(at, _)| at);
        let mut reached = ends.filter_map(|end| {
            let (begin, rest) = text.split_at_checked(end)?;
            let path = JsonPath::parse(begin).ok()?;
            let found: Vec<_> = documents.iter().flat_map(|document| path.query(document).all()).collect();
            (!found.is_empty()).then_some((begin, rest, found))
        });
        let message = format!("nothing matches `{text}`");
        let changed = "if the document has changed, remove the action or correct its target";
        let Some((begin, rest, found)) = reached.next() else {
            return Diagnostic::new(Code::UnmatchedTarget, sources.location(self.node), message).help(changed);
        };
        let problem = Diagnostic::new(Code::UnmatchedTarget, part(sources, self.node, begin.len()), message);
        let Some(name) = first_name(rest) else {
            return problem.label(format!("nothing in `{begin}` matches")).help(changed);
        };
        let keys = found.iter().filter_map(|value| value.as_object()).flat_map(|map| map.keys());
        let help = match nearest(name, keys.map(String::as_str)) {
            Some(close) => format!("did you mean `{close}`? {changed}"),
            None => changed.to_owned(),
        };
        problem.label(format!("`{begin}` has no `{name}`")).help(help)
    }
}

/// Returns how deeply brackets are nested, including those in quoted names.
fn nesting(text: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for char in text.chars() {
        match char {
            '(' | '[' => open += 1,
            ')' | ']' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// Returns the name at the beginning of a part of a JSONPath, if it starts with one.
fn first_name(rest: &str) -> Option<&str> {
    let name = match rest.strip_prefix('.') {
        Some(rest) => rest.split(['.', '[']).next()?,
        None => {
            let quoted = rest.strip_prefix('[')?.trim_start();
            let quote = quoted.chars().next().filter(|char| matches!(char, '\'' | '"'))?;
            quoted.get(1..)?.split(quote).next()?
        }
    };
    (!name.is_empty() && name != "*").then_some(name)
}

/// Returns the location of a text from an offset on, if its spelling in the document equals its value.
fn part(sources: &Sources, node: NodeId, offset: usize) -> Location {
    let (mut location, text) = (sources.location(node), sources.text(node).unwrap_or_default());
    let written = sources.file(location.file).and_then(|file| file.text.get(location.span.clone())).unwrap_or_default();
    let quote = usize::from(written.starts_with(['\'', '"']));
    if written.get(quote..).is_some_and(|written| written.starts_with(text)) && offset < text.len() {
        location.span = location.span.start + quote + offset..location.span.start + quote + text.len();
    }
    location
}

/// Formats the path of a node as a JSONPath.
pub(super) fn shown(steps: &[Step]) -> String {
    let mut text = "$".to_owned();
    for step in steps {
        match step {
            Step::Index(index) => text.push_str(&format!("[{index}]")),
            Step::Key(key) if is_plain(key) => text.extend([".", key]),
            Step::Key(key) => text.extend(["['", &key.replace('\\', "\\\\").replace('\'', "\\'"), "']"]),
        }
    }
    text
}

fn is_plain(key: &str) -> bool {
    key.starts_with(|char: char| char.is_ascii_alphabetic() || char == '_')
        && key.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
}
