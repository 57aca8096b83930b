//! Reads overlays.

use super::{Action, Effect, Target, Version};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{self, Kind, Part};
use crate::policy::OURS;
use crate::source::{NodeId, Sources, Value, lookup};

/// The keys that a version of the specification added.
const NEW: &[(&str, Version)] = &[("copy", Version::V1_1), ("$ref", Version::V1_2)];

/// Returns the actions, and the problems with the form of the overlay.
pub(super) fn read(sources: &Sources, root: NodeId) -> (Vec<Action>, Vec<Diagnostic>) {
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
    let version = version(sources, root).unwrap_or_else(|problem| {
        problems.extend(problem.map(|problem| *problem));
        Version::V1_2
    });
    let Some(list) = sources.get(root, "actions") else { return (Vec::new(), problems) };
    if matches!(sources.value(list), Value::List(items) if items.is_empty()) {
        let problem =
            Diagnostic::new(Code::BadValue, sources.location(list), "an overlay requires at least one action");
        problems.push(problem.help("write `- {target: …, update: …}` for each change"));
    }
    let whole = sources.items(list).iter().filter(|action| !checked.faults.contains_key(action));
    let actions = whole.filter_map(|action| read_action(sources, *action, version, &mut problems)).collect();
    (actions, problems)
}

/// Returns the version of an overlay, or the problem with it, unless it is reported already.
fn version(sources: &Sources, root: NodeId) -> Result<Version, Option<Box<Diagnostic>>> {
    let node = sources.get(root, "overlay").ok_or(None)?;
    let text = sources.text(node).ok_or(None)?;
    // The patch version only covers the wording of the specification.
    let is = |version: &str| {
        let patch = text.strip_prefix(version).and_then(|rest| rest.strip_prefix('.'));
        patch.is_some_and(|patch| patch.starts_with(|char: char| char.is_ascii_digit()))
    };
    let versions = [("1.0", Version::V1_0), ("1.1", Version::V1_1), ("1.2", Version::V1_2)];
    versions.into_iter().find(|(version, _)| is(version)).map(|(_, version)| version).ok_or_else(|| {
        let message = format!("Overlay {text} is not supported");
        let problem = Diagnostic::new(Code::BadValue, sources.location(node), message);
        Some(Box::new(problem.help("write `overlay: 1.0.0`, or 1.1.0 for `copy`, or 1.2.0 for reusable actions")))
    })
}

/// Reads an action, if it changes anything.
fn read_action(sources: &Sources, action: NodeId, version: Version, problems: &mut Vec<Diagnostic>) -> Option<Action> {
    let target = path(sources, action, "target", problems)?;
    let fields = fields(sources, action, problems)?;
    for (key, since) in NEW.iter().filter(|(_, since)| *since > version) {
        if let Some(holder) = [action, fields].iter().find(|holder| sources.get(**holder, key).is_some()) {
            let number = if *since == Version::V1_1 { "1.1.0" } else { "1.2.0" };
            let message = format!("`{key}` needs a newer version of the Overlay Specification");
            let problem = Diagnostic::new(Code::UnknownKey, sources.key_location(*holder, key), message);
            problems.push(problem.help(format!("begin the file with `overlay: {number}`")));
            return None;
        }
    }
    let (remove, update) = (sources.get_bool(fields, "remove"), sources.get(fields, "update"));
    let copy = sources.get(fields, "copy");
    let effect = match (remove, update, copy) {
        (true, ..) => {
            for key in ["update", "copy"].iter().filter(|key| sources.get(fields, key).is_some()) {
                let message = format!("`{key}` has no effect next to `remove: true`");
                let problem = Diagnostic::new(Code::Unused, sources.key_location(fields, key), message);
                problems.push(problem.help("remove it, or make it a separate action after this one"));
            }
            Effect::Remove
        }
        (false, Some(_), Some(_)) => {
            let message = "an action has either `update` or `copy`: neither has an effect next to the other";
            let problem = Diagnostic::new(Code::BadUpdate, sources.key_location(fields, "copy"), message);
            problems.push(problem.help("make one of them a separate action"));
            return None;
        }
        (false, Some(update), None) => Effect::Update(update),
        (false, None, Some(_)) => Effect::Copy(path(sources, fields, "copy", problems)?),
        (false, None, None) => {
            let problem = Diagnostic::new(Code::Unused, sources.location(action), "this action changes nothing");
            problems.push(problem.help("add `update:` or `remove: true`"));
            return None;
        }
    };
    Some(Action { target, effect, version })
}

/// Returns the object with the fields of an action: itself, or that of the reusable action that it refers to.
fn fields(sources: &Sources, action: NodeId, problems: &mut Vec<Diagnostic>) -> Option<NodeId> {
    let Some(node) = sources.get(action, "$ref") else { return Some(action) };
    let reference = sources.text(node)?;
    let found =
        lookup(sources, action.file(), reference).ok().filter(|_| reference.starts_with("#/components/actions/"));
    let Some(found) = found else {
        let message = format!("there is no reusable action `{reference}`");
        let problem = Diagnostic::new(Code::UnresolvedRef, sources.location(node), message);
        problems.push(problem.help("write `#/components/actions/` and the name of one of this overlay"));
        return None;
    };
    Some(sources.get(found, "fields").unwrap_or(found))
}

/// Reads a JSONPath.
fn path(sources: &Sources, holder: NodeId, key: &str, problems: &mut Vec<Diagnostic>) -> Option<Target> {
    Target::read(sources, sources.get(holder, key)?).map_err(|problem| problems.push(*problem)).ok()
}
