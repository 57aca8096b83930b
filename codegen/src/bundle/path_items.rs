//! Path items that refer to others with `$ref`.

use super::resolve::{self, Followed};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::Faults;
use crate::source::{Entry, NodeId, OwnedValue, Sources, Value, lookup};

/// A longer chain of references is circular.
const MOST_REFERENCES: usize = 100;

/// Replaces references of path items by their targets, so that later stages need not know of such references. If both
/// have a key, which OpenAPI leaves undefined, the path item's own is kept.
pub(crate) fn inline(sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) {
    let roots: Vec<NodeId> = sources.ids().filter_map(|file| sources.root(file)).collect();
    let paths: Vec<NodeId> = roots.into_iter().filter_map(|root| sources.get(root, "paths")).collect();
    let items = paths.into_iter().flat_map(|paths| sources.entries(paths)).map(|entry| entry.value);
    let references: Vec<NodeId> = items.filter(|item| sources.reference(*item).is_some()).collect();
    // All references are followed before any path item is replaced: one may lead to another.
    let mut followed = Followed::default();
    // No problem is known yet.
    let faults = Faults::default();
    let mut follow = |item| followed.follow(sources, item, &faults);
    let targets: Vec<_> = references.into_iter().map(|item| (item, follow(item), others(sources, item))).collect();
    let mut inlined = Vec::new();
    for (item, target, others) in targets {
        // Even if the chain leads nowhere, it may pass path items.
        inlined.push((item, others));
        match target {
            Ok(target) if matches!(sources.value(target), Value::Map(_)) => {}
            Ok(target) => {
                let location = sources.get(item, "$ref").map_or(sources.location(item), |text| sources.location(text));
                let message = "expected a path item, but the reference points to something else";
                let problem = Diagnostic::new(Code::RefKind, location, message);
                let problem = problem.also(sources.location(target), "it points here");
                diagnostics.push(resolve::corrected(sources, item, problem, "it is ignored"));
            }
            Err(problem) => {
                diagnostics.extend(problem.map(|problem| resolve::corrected(sources, item, *problem, "it is ignored")))
            }
        }
        // A broken reference is reported only once.
        if let OwnedValue::Map(entries) = sources.value_mut(item) {
            entries.retain(|entry| entry.key != "$ref");
        }
    }
    for (item, more) in inlined {
        if let OwnedValue::Map(entries) = sources.value_mut(item) {
            entries.extend(more);
        }
    }
}

/// Returns the entries that a path item inherits along its chain of references, where the nearest one wins.
fn others(sources: &Sources, item: NodeId) -> Vec<Entry> {
    let mut known: Vec<&str> = sources.entries(item).iter().map(|entry| entry.key.as_str()).collect();
    let mut more = Vec::new();
    let next = |link: NodeId| lookup(sources, link.file(), sources.reference(link)?).ok();
    for link in std::iter::successors(next(item), |link| next(*link)).take(MOST_REFERENCES) {
        for entry in sources.entries(link) {
            if !known.contains(&entry.key.as_str()) {
                known.push(entry.key.as_str());
                more.push(entry.clone());
            }
        }
    }
    more
}
