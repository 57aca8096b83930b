//! Overlays: corrections of documents in separate files, as defined by the Overlay Specification 1.0
//! to 1.2.
//!
//! Overlays change the nodes of a document, not its text: what an overlay adds becomes part of the document, and keeps
//! its location in the overlay. Crates for overlays change JSON values, which have no locations, so that later problems
//! could not be shown in the overlay that causes them.

mod edit;
mod read;
mod target;

use crate::diagnostic::{Code, Diagnostic, FileId, Severity};
use crate::source::{NodeId, Sources};
use crate::suggest::nearest;
use edit::Change;
use target::Target;

/// A version of the Overlay Specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Version {
    V1_0,
    V1_1,
    V1_2,
}

/// What an action does to the nodes that its target selects.
#[derive(Debug)]
enum Effect {
    Remove,
    /// Merges this node of the overlay into the selected nodes.
    Update(NodeId),
    /// Merges the node of the document at this path into the selected nodes.
    Copy(Target),
}

#[derive(Debug)]
struct Action {
    target: Target,
    effect: Effect,
    version: Version,
}

/// Applies the actions of an overlay in order, each to the documents in which its target matches.
///
/// `named` are the documents to change, unless the overlay extends another file of the run.
pub(crate) fn apply(sources: &mut Sources, overlay: FileId, named: &[FileId], diagnostics: &mut Vec<Diagnostic>) {
    let Some(root) = sources.root(overlay) else { return };
    let (actions, mut problems) = read::read(sources, root);
    let files = selected(sources, root, named).unwrap_or_else(|problem| {
        problems.push(*problem);
        Vec::new()
    });
    let is_bad = problems.iter().any(|problem| problem.severity() == Severity::Error);
    diagnostics.append(&mut problems);
    // After an error, a target may not match only because of it.
    let roots: Vec<_> = files.iter().filter_map(|file| sources.root(*file)).collect();
    if is_bad || roots.len() < files.len() {
        return;
    }
    for action in actions {
        let mut is_matched = false;
        for root in roots.iter().copied() {
            let document = sources.to_json(root);
            let found = action.target.locate(&document);
            is_matched |= !found.is_empty();
            let change = match &action.effect {
                Effect::Remove => Ok(Change::Remove),
                Effect::Update(update) => Ok(Change::Update(*update)),
                Effect::Copy(path) if !found.is_empty() => copied(sources, root, path, &document),
                Effect::Copy(_) => continue,
            };
            match change {
                Ok(change) => edit::edit(sources, root, &action, change, found, diagnostics),
                Err(problem) => diagnostics.push(*problem),
            }
        }
        if !is_matched {
            diagnostics.push(action.target.missed(sources, &roots));
        }
    }
}

/// Returns the change that copies the node at a path of a document.
fn copied(
    sources: &Sources,
    root: NodeId,
    path: &Target,
    document: &serde_json::Value,
) -> Result<Change, Box<Diagnostic>> {
    let found = path.locate(document);
    let [steps] = found.as_slice() else {
        if found.is_empty() {
            return Err(Box::new(path.missed(sources, &[root])));
        }
        let message = format!("`{}` selects {} nodes, but one is copied", path.text(sources), found.len());
        let problem = Diagnostic::new(Code::BadUpdate, sources.location(path.node), message);
        return Err(Box::new(problem.help("select a single node")));
    };
    let node = steps.iter().try_fold(root, |node, step| sources.child(node, step));
    Ok(Change::Update(node.unwrap_or(root)))
}

/// Returns the documents that an overlay applies to. The file that it extends is found by comparing paths from the end.
fn selected(sources: &Sources, root: NodeId, named: &[FileId]) -> Result<Vec<FileId>, Box<Diagnostic>> {
    let Some(node) = sources.get(root, "extends") else { return Ok(named.to_vec()) };
    let Some(extends) = sources.text(node) else { return Ok(named.to_vec()) };
    let path = |file: FileId| sources.file(file).map_or("", |source| source.path.as_str());
    let wanted = extends.split(['?', '#']).next().unwrap_or_default();
    let agreement = |file: FileId| {
        let pairs = wanted.rsplit('/').zip(path(file).rsplit('/'));
        pairs.take_while(|(left, right)| left == right && !left.is_empty()).count()
    };
    let best = sources.ids().map(agreement).max().unwrap_or_default();
    if best > 0 {
        let found: Vec<_> = sources.ids().filter(|file| agreement(*file) == best).collect();
        let ours: Vec<_> = found.iter().copied().filter(|file| named.contains(file)).collect();
        return Ok(if ours.is_empty() { found } else { ours });
    }
    match named {
        // If there is a single document, the overlay is meant for it, wherever it was published.
        [only] => Ok(vec![*only]),
        _ => {
            let message = format!("none of the documents is `{extends}`");
            let paths: Vec<_> = named.iter().map(|file| path(*file)).collect();
            let name = wanted.rsplit('/').next().unwrap_or_default();
            let help = match nearest(name, paths.iter().copied()) {
                Some(close) => format!("did you mean `{close}`?"),
                None => format!("expected one of {}", paths.join(", ")),
            };
            Err(Box::new(Diagnostic::new(Code::UnmatchedTarget, sources.location(node), message).help(help)))
        }
    }
}

#[cfg(test)]
mod tests;
