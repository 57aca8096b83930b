//! Resolves `$ref`s: across files, by JSON pointer, through chains.

use std::collections::HashMap;

use super::understand::Known;
use super::{API, Layout, consequences};
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::openapi::{Edit, Faults, Fresh, Kind, Reference};
use crate::source::{End, Missing, NodeHashMap, NodeHashSet, NodeId, Sources, lookup, path};

/// A reference that leads nowhere, or to the wrong kind of object.
pub(super) struct Failure {
    pub(super) reference: Reference,
    /// `None` if it is reported elsewhere.
    pub(super) problem: Option<Box<Diagnostic>>,
}

impl Failure {
    pub(super) fn location(&self, sources: &Sources) -> Location {
        location_of(sources, self.reference.node)
    }
}

/// Follows all references to their definitions.
pub(super) fn resolve(sources: &Sources, layout: &Layout, known: &Known) -> (NodeHashMap<NodeId>, Vec<Failure>) {
    let (mut targets, mut failures) = (NodeHashMap::default(), Vec::new());
    let mut followed = Followed::default();
    for reference in &known.references {
        let Reference { node: id, kind: wanted, .. } = *reference;
        match followed.follow(sources, id, &known.faults) {
            Ok(target) => match known.kinds.get(target) {
                Some(kind) if *kind == wanted => {
                    if let Layout::Folders = layout {
                        let problem = outside(sources, id, target, wanted).map(Box::new);
                        failures
                            .extend(problem.map(|problem| Failure { reference: *reference, problem: Some(problem) }));
                    }
                    targets.insert(id, target);
                }
                None if is_under_unknown_key(sources, known, id) => {}
                kind => {
                    let found = kind.map_or("something else", |kind| kind.noun());
                    let message = format!("expected {}, but the reference points to {found}", wanted.noun());
                    let location = location_of(sources, id);
                    let problem = Diagnostic::new(Code::RefKind, location, message);
                    let problem = problem.also(sources.location(target), "it points here");
                    failures.push(Failure { reference: *reference, problem: Some(Box::new(problem)) });
                }
            },
            Err(problem) => failures.push(Failure { reference: *reference, problem }),
        }
    }
    (targets, failures)
}

/// Reports failures, and returns what is done about them in a published document: an object that can be any JSON becomes
/// that, and others are left out.
pub(super) fn corrections(sources: &Sources, failures: Vec<Failure>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Edit> {
    let relative = |node: &NodeId| sources.reference(*node).and_then(inner).is_some();
    let inner = failures.iter().map(|failure| failure.reference.node).filter(relative);
    let inner: NodeHashSet = inner.collect();
    let pointers = if inner.is_empty() { NodeHashMap::default() } else { sources.pointers(&inner) };
    let correction = |Failure { reference: Reference { node, kind, parent }, problem }| {
        let around = pointers.get(&node).and_then(|pointer| {
            let reference = sources.reference(node)?;
            definition_around(sources, node, pointer, reference).filter(|candidate| candidate != reference)
        });
        let (edit, effect) = match (around, Fresh::raw(kind)) {
            (Some(to), _) => {
                let effect = format!("`{to}` is meant");
                (Edit::Redirect { reference: node, to }, effect)
            }
            (None, Some(with)) => (Edit::Overwrite { node, with, kind }, "it becomes raw JSON".to_owned()),
            (None, None) => (Edit::Remove { parent, child: node }, "it is left out".to_owned()),
        };
        diagnostics.extend(problem.map(|problem| corrected(sources, node, *problem, &effect)));
        edit
    };
    failures.into_iter().map(correction).collect()
}

/// Makes the problem of a reference a warning about what is done instead, unless an overlay has it.
pub(super) fn corrected(sources: &Sources, reference: NodeId, problem: Diagnostic, effect: &str) -> Diagnostic {
    if sources.is_of_overlay(&location_of(sources, reference)) {
        return problem;
    }
    let message = format!("{}; {effect}", problem.message);
    Diagnostic { code: Code::Assumed, message, ..problem }
}

/// Returns the pointer of a reference that may be relative to a schema, because documents have no such key.
fn inner(reference: &str) -> Option<&str> {
    let pointer = reference.strip_prefix('#')?;
    let is_of_schema =
        ["/$defs/", "/definitions/", "/properties/", "/items/"].iter().any(|key| pointer.starts_with(key));
    is_of_schema.then_some(pointer)
}

/// Returns where a reference such as `#/$defs/…` at a position leads if it is relative to a schema around it.
fn definition_around(sources: &Sources, node: NodeId, position: &str, reference: &str) -> Option<String> {
    let inner = inner(reference)?;
    let (_, mut around) = position.split_once('#')?;
    loop {
        around = around.rsplit_once('/')?.0;
        let candidate = format!("#{around}{inner}");
        if lookup(sources, node.file(), &candidate).is_ok() {
            return Some(candidate);
        }
    }
}

/// Returns where the reference of a discriminator leads if it is relative to a schema around this.
pub(crate) fn mapped_around(sources: &Sources, discriminator: NodeId, reference: &str) -> Option<String> {
    inner(reference)?;
    let positions = sources.pointers(&NodeHashSet::from_iter([discriminator]));
    definition_around(sources, discriminator, positions.get(&discriminator)?, reference)
}

/// Whether a reference leads into an object with an unknown key, which is reported: the target may be under that key.
fn is_under_unknown_key(sources: &Sources, known: &Known, id: NodeId) -> bool {
    let path = sources.reference(id).map_or_else(Vec::new, |reference| path(sources, id.file(), reference));
    let holder = path.into_iter().rev().find(|node| known.kinds.get(*node).is_some());
    holder.is_some_and(|holder| known.faults.contains_key(&holder))
}

/// Types are generated in the module of their own document, and a version only uses its own modules.
fn outside(sources: &Sources, id: NodeId, target: NodeId, kind: Kind) -> Option<Diagnostic> {
    if kind == Kind::SecurityScheme {
        return None;
    }
    let path = |node: NodeId| sources.file(node.file()).map_or("", |source| source.path.as_str());
    let folder = |node| path(node).rsplit_once('/').map_or("", |(folder, _)| folder);
    let (from, to) = (path(id), path(target));
    let help = if folder(id) != folder(target) {
        format!("a version can refer only to its own documents: copy the definition into `{}`", folder(id))
    } else if to.ends_with(&format!("/{API}")) && from != to {
        format!("`{API}` does not become a module: move the definition to a fragment, such as `common.yaml`")
    } else {
        return None;
    };
    let location = location_of(sources, id);
    let problem = Diagnostic::new(Code::RefKind, location, format!("definitions in `{to}` cannot be used here"));
    Some(problem.also(sources.location(target), "it points here").help(help))
}

/// What may be meant is only looked for so often: it takes a while, and nobody reads more.
const MOST_SUGGESTIONS: usize = 100;

/// The targets of followed references; `None` for those that never reach a definition.
#[derive(Default)]
pub(super) struct Followed {
    targets: NodeHashMap<Option<NodeId>>,
    /// How often something similar was looked for.
    suggestions: usize,
}

impl Followed {
    /// Returns the first node of a chain of references that is not a reference; or the problem, unless it is already
    /// reported or another reference reports it. No part of a chain is followed twice.
    pub(super) fn follow(
        &mut self,
        sources: &Sources,
        start: NodeId,
        faults: &Faults,
    ) -> Result<NodeId, Option<Box<Diagnostic>>> {
        let mut chain = Vec::new();
        let mut positions = HashMap::new();
        let mut current = start;
        let found = loop {
            if let Some(known) = self.targets.get(&current) {
                break known.ok_or(None);
            }
            if let Some(at) = positions.get(&current) {
                break Err(Some(circle(sources, chain.get(*at..).unwrap_or_default())));
            }
            let Some(reference) = sources.reference(current) else { break Ok(current) };
            positions.insert(current, chain.len());
            chain.push(current);
            match lookup(sources, current.file(), reference) {
                Ok(next) => current = next,
                Err(missing) => {
                    // Later references of the chain are followed separately.
                    if current != start {
                        chain.pop();
                    }
                    let report = current == start && !consequences::explains(faults, &missing);
                    break Err(report.then(|| {
                        let mut problem = Diagnostic::new(
                            Code::UnresolvedRef,
                            location_of(sources, current),
                            missing.message.clone(),
                        );
                        problem.help = (self.suggestions < MOST_SUGGESTIONS).then(|| help(sources, &missing)).flatten();
                        self.suggestions += 1;
                        Box::new(problem)
                    }));
                }
            }
        };
        let target = found.as_ref().ok().copied();
        self.targets.extend(chain.into_iter().map(|link| (link, target)));
        found
    }
}

/// Creates the problem of a circle of references, at the first one in the document.
fn circle(sources: &Sources, cycle: &[NodeId]) -> Box<Diagnostic> {
    let first = cycle.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
    let (before, after) = cycle.split_at_checked(first).unwrap_or_default();
    let mut links = after.iter().chain(before).map(|node| location_of(sources, *node));
    let message = "this chain of references never reaches a definition";
    let problem = match links.next() {
        Some(location) => Diagnostic::new(Code::RefCycle, location, message),
        None => Diagnostic::without_location(Code::RefCycle, message),
    };
    let problem = links.fold(problem, |problem, link| problem.also(link, "through this reference"));
    Box::new(problem.help("replace one of the references with the definition"))
}

/// Returns the location of the value of a `$ref`.
fn location_of(sources: &Sources, node: NodeId) -> Location {
    sources.get(node, "$ref").map_or(sources.location(node), |text| sources.location(text))
}

/// Returns what to write instead. Who looks up another kind of reference knows better than to look for a file.
fn help(sources: &Sources, missing: &Missing) -> Option<String> {
    let is_file = matches!(missing.end, End::NoFile);
    let path = is_file.then(|| "correct the path, which begins in the folder of this file, or add the file".to_owned());
    missing.help(sources).or(path)
}
