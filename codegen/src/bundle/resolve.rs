//! Resolves `$ref`s: across files, by JSON pointer, through chains.

use std::collections::HashMap;

use super::{API, Known, Layout};
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::openapi::Kind;
use crate::source::{NodeId, Sources, lookup};

pub(super) fn resolve(
    sources: &Sources,
    layout: &Layout,
    known: &Known,
    diagnostics: &mut Vec<Diagnostic>,
) -> HashMap<NodeId, NodeId> {
    let mut targets = HashMap::new();
    let mut followed = Followed::default();
    for (id, wanted) in &known.references {
        match followed.follow(sources, *id) {
            Ok(target) => match known.kinds.get(target) {
                Some(kind) if kind == wanted => {
                    if let Layout::Folders = layout {
                        diagnostics.extend(outside(sources, *id, target, *wanted));
                    }
                    targets.insert(*id, target);
                }
                kind => {
                    let found = kind.map_or("something else", |kind| kind.noun());
                    let message = format!("expected {}, but the reference points to {found}", wanted.noun());
                    let place = place_of(sources, *id);
                    let problem = Diagnostic::new(Code::RefKind, place, message);
                    diagnostics.push(problem.also(sources.place(target), "it points here"));
                }
            },
            Err(problem) => diagnostics.extend(problem.map(|problem| *problem)),
        }
    }
    targets
}

/// What becomes Rust becomes so in the module of its own document; a version uses its own modules only.
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
    let place = place_of(sources, id);
    let problem = Diagnostic::new(Code::RefKind, place, format!("definitions in `{to}` cannot be used here"));
    Some(problem.also(sources.place(target), "it points here").help(help))
}

/// Where references that were followed lead; `None` for those that never reach a definition.
#[derive(Default)]
pub(super) struct Followed(HashMap<NodeId, Option<NodeId>>);

impl Followed {
    /// The first node of a chain of references that is none itself; or the problem, unless it was reported before, or
    /// another reference reports it. No part of a chain is walked twice.
    pub(super) fn follow(&mut self, sources: &Sources, start: NodeId) -> Result<NodeId, Option<Box<Diagnostic>>> {
        let mut chain = Vec::new();
        let mut positions = HashMap::new();
        let mut current = start;
        let found = loop {
            if let Some(known) = self.0.get(&current) {
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
                    // A link further on is a reference by itself, and is followed as one.
                    if current != start {
                        chain.pop();
                    }
                    let report = current == start && !missing.is_consequence;
                    break Err(report.then(|| {
                        let mut problem =
                            Diagnostic::new(Code::UnresolvedRef, place_of(sources, current), missing.message);
                        problem.help = missing.help;
                        Box::new(problem)
                    }));
                }
            }
        };
        let target = found.as_ref().ok().copied();
        self.0.extend(chain.into_iter().map(|link| (link, target)));
        found
    }
}

/// The problem of a circle of references, at the one that stands first.
fn circle(sources: &Sources, cycle: &[NodeId]) -> Box<Diagnostic> {
    let first = cycle.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
    let (before, after) = cycle.split_at_checked(first).unwrap_or_default();
    let mut links = after.iter().chain(before).map(|node| place_of(sources, *node));
    let message = "this chain of references never reaches a definition";
    let problem = match links.next() {
        Some(place) => Diagnostic::new(Code::RefCycle, place, message),
        None => Diagnostic::without_location(Code::RefCycle, message),
    };
    let problem = links.fold(problem, |problem, link| problem.also(link, "through this reference"));
    Box::new(problem.help("replace one of the references with the definition"))
}

/// The place of what a reference says.
fn place_of(sources: &Sources, node: NodeId) -> Location {
    sources.get(node, "$ref").map_or(sources.place(node), |text| sources.place(text))
}
