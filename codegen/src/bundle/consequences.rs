//! Problems that follow from others: after a mistake in an object, what it and its users lack because of it is not
//! reported as well.

use std::collections::{HashMap, HashSet};

use super::Documents;
use crate::diagnostic::{Code, Diagnostic, FileId, Location};
use crate::openapi::{Fault, Faults, Kind};
use crate::source::{End, Missing, NodeId, Value};

/// What a problem of lowering may follow from.
enum Cause {
    /// From nothing.
    None,
    /// From a problem with one of these keys of the object.
    Keys(&'static [&'static str]),
    /// From any problem of the object or of one that it refers to: extensions are compared with all of it.
    Any,
}

fn cause(code: Code) -> Cause {
    match code {
        Code::UndefinedPathParameter | Code::UnusedPathParameter => Cause::Keys(&["parameters"]),
        Code::MissingKey => Cause::Keys(&["servers", "responses"]),
        Code::Disagreement => Cause::Keys(&["servers", "url", "variables", "x-env"]),
        Code::BadExtension | Code::BadUnion => Cause::Any,
        _ => Cause::None,
    }
}

/// Objects whose meaning depends on the object that contains them.
const PARTS: &[Kind] = &[Kind::Find, Kind::Batch, Kind::Discriminator];

/// Keys from which nothing follows for extensions: documentation, and other extensions.
fn is_irrelevant(key: &str) -> bool {
    ["summary", "description", "title", "externalDocs", "tags"].contains(&key) || key.starts_with("x-")
}

/// Keys whose values are of the API, not of OpenAPI: a `$ref` in them is no reference.
const VALUES: &[&str] = &["example", "examples", "default", "enum"];

/// Returns whether an unresolved reference follows from a problem that is reported already: its file cannot be read, or
/// what it needs may be misspelt.
pub(super) fn explains(faults: &Faults, missing: &Missing) -> bool {
    match &missing.end {
        End::Unreadable => true,
        End::NoFile => false,
        End::Object(node, key) => faults.get(node).is_some_and(|faults| faults.iter().any(|fault| fault.explains(key))),
    }
}

impl Documents<'_> {
    /// Removes the problems that may follow from one that is reported already: about an object that has a mistake, or
    /// that refers to one with a mistake.
    pub(crate) fn without_consequences(&self, mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if problems.iter().all(|problem| matches!(cause(problem.code), Cause::None)) {
            return problems;
        }
        let objects = Objects::of(self, &problems);
        problems.retain(|problem| {
            let labels = problem.primary.iter().chain(&problem.secondary);
            let mut about = labels.flat_map(|label| objects.around(&label.location));
            match cause(problem.code) {
                Cause::None => true,
                Cause::Keys(keys) => !about.any(|object| keys.iter().any(|key| self.lacks(object, key))),
                Cause::Any => !about.any(|object| self.is_affected(object)),
            }
        });
        problems
    }

    /// Whether the value of a key may be missing because of a problem.
    fn lacks(&self, object: NodeId, key: &str) -> bool {
        self.faults.get(&object).is_some_and(|faults| faults.iter().any(|fault| fault.explains(key)))
    }

    /// Whether an object, a part of it or an object that it refers to has a problem.
    fn is_affected(&self, object: NodeId) -> bool {
        let matters = |fault: &Fault| match fault {
            Fault::Key(key) => !is_irrelevant(key),
            Fault::AnyKey => true,
            Fault::Nothing => false,
        };
        let is_bad = |node| self.faults.get(&node).is_some_and(|faults| faults.iter().any(matters));
        // Most mistakes in a document are far from any of its other parts.
        if matches!(self.kinds.get(object), Some(Kind::Document | Kind::Components | Kind::PathItem)) {
            return is_bad(object);
        }
        let (mut seen, mut todo) = (HashSet::new(), vec![object]);
        while let Some(node) = todo.pop() {
            if !seen.insert(node) {
                continue;
            }
            if is_bad(node) {
                return true;
            }
            if self.sources.reference(node).is_some() {
                match self.targets.get(&node) {
                    Some(target) => todo.push(*target),
                    // It is reported as well.
                    None => return true,
                }
                continue;
            }
            match self.sources.value(node) {
                Value::List(items) => todo.extend(items),
                Value::Map(entries) => {
                    let parts = entries
                        .iter()
                        .filter(|entry| !VALUES.contains(&entry.key.as_str()) && !is_irrelevant(&entry.key));
                    todo.extend(parts.map(|entry| entry.value));
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
            }
        }
        false
    }
}

/// The objects around the locations of problems: the innermost one, and the one that it is a part of.
struct Objects(HashMap<(FileId, usize), Vec<NodeId>>);

impl Objects {
    fn of(documents: &Documents<'_>, problems: &[Diagnostic]) -> Self {
        let labels = problems.iter().flat_map(|problem| problem.primary.iter().chain(&problem.secondary));
        let mut wanted: Vec<_> = labels.map(|label| (label.location.file, label.location.span.start)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let all = documents.kinds.iter();
        let mut objects: Vec<_> = all.map(|(node, kind)| (documents.sources.location(node), node, *kind)).collect();
        // An object comes before its parts.
        objects.sort_by_key(|(Location { file, span }, ..)| (*file, span.start, std::cmp::Reverse(span.end)));
        let mut objects = objects.into_iter().peekable();
        let (mut open, mut found): (Vec<(Location, NodeId, Kind)>, HashMap<_, Vec<_>>) = Default::default();
        for at in wanted {
            while let Some(next) = objects.next_if(|(location, ..)| (location.file, location.span.start) <= at) {
                open.retain(|(outer, ..)| contains(outer, (next.0.file, next.0.span.start)));
                open.push(next);
            }
            open.retain(|(outer, ..)| contains(outer, at));
            let innermost = open.iter().rev();
            let count = innermost.clone().take_while(|(.., kind)| PARTS.contains(kind)).count();
            found.insert(at, innermost.take(count + 1).map(|(_, node, _)| *node).collect());
        }
        Self(found)
    }

    fn around(&self, location: &Location) -> impl Iterator<Item = NodeId> + use<'_> {
        self.0.get(&(location.file, location.span.start)).into_iter().flatten().copied()
    }
}

fn contains(outer: &Location, (file, at): (FileId, usize)) -> bool {
    outer.file == file && outer.span.contains(&at)
}
