//! Following `$ref`: from file to file, by JSON pointer, through chains.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use super::{API, Known, Layout};
use crate::diagnostic::{Code, Diagnostic, FileId, Place};
use crate::openapi::Kind;
use crate::source::{NodeId, Sources, Value};
use crate::suggest::nearest;

/// Why a reference leads nowhere, and what would help.
pub(crate) struct Missing {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// It leads into a file that could not be read, which is reported already.
    pub(crate) is_consequence: bool,
}

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
                    let message = format!("{} is wanted here, but the reference leads to {found}", wanted.noun());
                    let place = place_of(sources, *id);
                    let problem = Diagnostic::new(Code::RefKind, place, message);
                    diagnostics.push(problem.also(sources.place(target), "it leads here"));
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
        format!("a version uses its own documents only: copy the definition into `{}`", folder(id))
    } else if to.ends_with(&format!("/{API}")) && from != to {
        format!("`{API}` becomes no module: move the definition to a fragment, such as `common.yaml`")
    } else {
        return None;
    };
    let place = place_of(sources, id);
    let problem = Diagnostic::new(Code::RefKind, place, format!("`{to}` has nothing that can be used here"));
    Some(problem.also(sources.place(target), "it leads here").help(help))
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
        None => Diagnostic::without_place(Code::RefCycle, message),
    };
    let problem = links.fold(problem, |problem, link| problem.also(link, "it leads through here"));
    Box::new(problem.help("let one of them be the definition"))
}

/// The place of what a reference says.
fn place_of(sources: &Sources, node: NodeId) -> Place {
    sources.get(node, "$ref").map_or(sources.place(node), |text| sources.place(text))
}

/// The node that a reference in `from` names, itself perhaps a reference.
pub(crate) fn lookup(sources: &Sources, from: FileId, reference: &str) -> Result<NodeId, Missing> {
    let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
    let file = if file.is_empty() { from } else { other_file(sources, from, file)? };
    let Some(root) = sources.root(file) else {
        return Err(Missing {
            message: format!("`{reference}` leads into a file that cannot be read"),
            help: None,
            is_consequence: true,
        });
    };
    pointer.split('/').skip(1).try_fold(root, |node, part| child(sources, node, &unescape(part), reference))
}

fn other_file(sources: &Sources, from: FileId, relative: &str) -> Result<FileId, Missing> {
    let base = sources.file(from).map_or("", |source| source.path.as_str());
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let wanted = parts.join("/");
    let path = |file: &FileId| sources.file(*file).map_or("", |source| source.path.as_str());
    sources.ids().find(|file| path(file) == wanted).ok_or_else(|| {
        let files: Vec<_> = sources.ids().collect();
        let close = nearest(&wanted, files.iter().map(path));
        let help = match close {
            Some(close) => Some(format!("did you mean the file `{close}`?")),
            // The bare name of a component.
            None if !relative.contains('.') => Some(format!("did you mean `#/components/…/{relative}`?")),
            None => None,
        };
        Missing { message: format!("there is no file `{wanted}`"), help, is_consequence: false }
    })
}

fn child(sources: &Sources, node: NodeId, part: &str, reference: &str) -> Result<NodeId, Missing> {
    let found = match sources.value(node) {
        Value::List(items) => part.parse::<usize>().ok().and_then(|index| items.get(index)).copied(),
        _ => sources.get(node, part),
    };
    found.ok_or_else(|| {
        let keys = sources.entries(node).iter().map(|entry| entry.key.as_str());
        let help = nearest(part, keys).map(|close| format!("did you mean `{close}`?"));
        Missing { message: format!("`{reference}` leads nowhere: there is no `{part}`"), help, is_consequence: false }
    })
}

/// Undoes `%` escapes, then those of JSON pointers.
fn unescape(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_pointers() {
        for (part, plain) in [
            ("customers", "customers"),
            ("~1customers~1{id}", "/customers/{id}"),
            ("~01", "~1"),
            ("%7Bid%7D", "{id}"),
            ("100%", "100%"),
            ("%zz", "%zz"),
            ("caf%C3%A9%2", "café%2"),
            ("%FF", "\u{fffd}"),
        ] {
            assert_eq!(unescape(part), plain, "{part}");
        }
    }
}
