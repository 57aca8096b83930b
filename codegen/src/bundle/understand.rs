//! Checks all documents, corrects the mistakes of published ones, and follows all references.

use std::collections::HashSet;

use super::resolve::{self, Followed};
use super::{Layout, is_document};
use crate::diagnostic::Diagnostic;
use crate::openapi::{self, Checked, Edit, Faults, Kind, Reference};
use crate::policy::Policy;
use crate::source::{NodeHashMap, NodeId, NodeMap, Sources};

/// How often corrections are followed by others. A correction may show a mistake in what it reads, but not for ever.
const ROUNDS: usize = 16;

/// The results of checking all documents.
#[derive(Default)]
pub(super) struct Known {
    pub(super) kinds: NodeMap<Kind>,
    pub(super) references: Vec<Reference>,
    pub(super) faults: Faults,
    /// Corrections that are not applied yet.
    edits: Vec<Edit>,
}

impl Known {
    fn learn(&mut self, checked: Checked, diagnostics: &mut Vec<Diagnostic>) {
        diagnostics.extend(checked.diagnostics);
        for (node, kind) in checked.kinds {
            self.kinds.insert(node, kind);
        }
        self.references.extend(checked.references);
        self.faults.extend(checked.faults);
        self.edits.extend(checked.edits);
    }
}

/// Checks the documents with these roots, and returns where each reference leads.
pub(super) fn understand(
    sources: &mut Sources,
    layout: &Layout,
    policy: &Policy,
    roots: &[NodeId],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Known, NodeHashMap<NodeId>) {
    let mut all = Known::default();
    let shared: &Sources = sources;
    for checked in crate::parallel::map(roots, |root| openapi::check(shared, *root, Kind::Document, policy)) {
        all.learn(checked, diagnostics);
    }
    let mut next = 0;
    for _ in 0..ROUNDS {
        next = follow(sources, layout, policy, &mut all, next, diagnostics);
        if all.edits.is_empty() {
            let (targets, failures) = resolve::resolve(sources, layout, &all);
            // An overlay is written by those who use it, and can be changed.
            let (published, ours): (Vec<_>, Vec<_>) = failures
                .into_iter()
                .partition(|failure| policy.corrects && !sources.is_of_overlay(&failure.location(sources)));
            all.edits = resolve::corrections(sources, published, diagnostics);
            diagnostics.extend(ours.into_iter().filter_map(|failure| failure.problem).map(|problem| *problem));
            if all.edits.is_empty() {
                return (all, targets);
            }
            // What is left out is a reference still, but no part of the document.
            let left_out: HashSet<_> = all.edits.iter().filter_map(Edit::removed).collect();
            all.references.retain(|reference| !left_out.contains(&reference.node));
        }
        for (node, kind) in openapi::correct(sources, std::mem::take(&mut all.edits), diagnostics) {
            all.learn(openapi::check(sources, node, kind, policy), diagnostics);
        }
        // What was corrected is no reference any more.
        all.references.retain(|reference| sources.reference(reference.node).is_some());
        next = next.min(all.references.len());
    }
    let (targets, failures) = resolve::resolve(sources, layout, &all);
    diagnostics.extend(failures.into_iter().filter_map(|failure| failure.problem).map(|problem| *problem));
    (all, targets)
}

/// Checks what references lead to, from the `next` one on: the kinds of objects in files that are not documents, and
/// under unknown keys of published documents, follow from the references to them.
fn follow(
    sources: &Sources,
    layout: &Layout,
    policy: &Policy,
    all: &mut Known,
    mut next: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> usize {
    let mut followed = Followed::default();
    while let Some(reference) = all.references.get(next).copied() {
        next += 1;
        let Ok(target) = followed.follow(sources, reference.node, &all.faults) else { continue };
        if all.kinds.get(target).is_none()
            && (policy.follows_unknown_keys || !is_document(sources, layout, target.file()))
        {
            all.learn(openapi::check(sources, target, reference.kind, policy), diagnostics);
        }
    }
    next
}
