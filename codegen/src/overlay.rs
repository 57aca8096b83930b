//! Overlays: corrections of documents in separate files, as defined by the Overlay Specification 1.0.
//!
//! Overlays change the nodes of a document, not its text: what an overlay adds becomes part of the document, and keeps
//! its location in the overlay. Crates for overlays change JSON values, which have no locations, so that later problems
//! could not be shown in the overlay that causes them.

mod edit;
mod target;

use crate::diagnostic::{Code, Diagnostic, FileId, Severity};
use crate::openapi::{self, Kind, Part};
use crate::policy::OURS;
use crate::source::{NodeId, Sources, Value};
use crate::suggest::nearest;
use target::Target;

/// The change that an action makes to the nodes that its target selects.
#[derive(Clone, Copy, Debug)]
enum Change {
    Remove,
    /// Merges this node of the overlay into the selected nodes.
    Update(NodeId),
}

#[derive(Debug)]
struct Action {
    target: Target,
    change: Change,
}

/// Applies the actions of an overlay in order, each to the documents in which its target matches.
///
/// `named` are the documents to change, unless the overlay extends another file of the run.
pub(crate) fn apply(sources: &mut Sources, overlay: FileId, named: &[FileId], diagnostics: &mut Vec<Diagnostic>) {
    let Some(root) = sources.root(overlay) else { return };
    let (actions, mut problems) = read(sources, root);
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
            let found = action.target.locate(&sources.to_json(root));
            is_matched |= !found.is_empty();
            edit::edit(sources, root, &action, found, diagnostics);
        }
        if !is_matched {
            diagnostics.push(action.target.missed(sources, &roots));
        }
    }
}

/// Returns the actions, and the problems with the form of the overlay.
fn read(sources: &Sources, root: NodeId) -> (Vec<Action>, Vec<Diagnostic>) {
    if sources.get(root, "overlay").is_none() {
        let problem = Diagnostic::new(
            Code::MissingKey,
            sources.location(root),
            "this is not an overlay: the key `overlay` is missing",
        );
        return (Vec::new(), vec![problem.help("begin the file with `overlay: 1.0.0`")]);
    }
    let checked = openapi::check(sources, root, Kind::Overlay(Part::Whole), &OURS);
    let mut problems = checked.diagnostics;
    problems.extend(version(sources, root));
    let Some(list) = sources.get(root, "actions") else { return (Vec::new(), problems) };
    if matches!(sources.value(list), Value::List(items) if items.is_empty()) {
        let problem =
            Diagnostic::new(Code::BadValue, sources.location(list), "an overlay requires at least one action");
        problems.push(problem.help("write `- {target: …, update: …}` for each change"));
    }
    let whole = sources.items(list).iter().filter(|action| !checked.faults.contains_key(action));
    let actions = whole.filter_map(|action| read_action(sources, *action, &mut problems)).collect();
    (actions, problems)
}

fn version(sources: &Sources, root: NodeId) -> Option<Diagnostic> {
    let version = sources.get_text(root, "overlay")?;
    // The patch version only covers the wording of the specification.
    let is_known =
        version.strip_prefix("1.0.").is_some_and(|patch| patch.starts_with(|char: char| char.is_ascii_digit()));
    let node = sources.get(root, "overlay").filter(|_| !is_known)?;
    let message = format!("Overlay {version} is not supported");
    let help = "write `overlay: 1.0.0`, with `update` and `remove` as the only changes";
    Some(Diagnostic::new(Code::BadValue, sources.location(node), message).help(help))
}

/// Reads an action, if it changes anything.
fn read_action(sources: &Sources, action: NodeId, problems: &mut Vec<Diagnostic>) -> Option<Action> {
    let target =
        Target::read(sources, sources.get(action, "target")?).map_err(|problem| problems.push(*problem)).ok()?;
    let (remove, update) = (sources.get_bool(action, "remove"), sources.get(action, "update"));
    let change = match (remove, update) {
        (true, update) => {
            if update.is_some() {
                let location = sources.key_location(action, "update");
                let problem = Diagnostic::new(Code::Unused, location, "`update` has no effect next to `remove: true`");
                problems.push(problem.help("remove it, or make it a separate action after this one"));
            }
            Change::Remove
        }
        (false, Some(update)) => Change::Update(update),
        (false, None) => {
            let problem = Diagnostic::new(Code::Unused, sources.location(action), "this action changes nothing");
            problems.push(problem.help("add `update:` or `remove: true`"));
            return None;
        }
    };
    Some(Action { target, change })
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
