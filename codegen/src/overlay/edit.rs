//! Applies an action to the nodes that its target selects.

use std::collections::{BTreeMap, HashSet};

use super::target::shown;
use super::{Action, Version};
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::source::{MAX_DEPTH, NodeId, OwnedValue, Sources, Step, Value};

/// The change of the selected nodes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change {
    Remove,
    /// Merges this node into the selected nodes.
    Update(NodeId),
}

/// More nodes than any correction adds. A few actions that double a document would exhaust the memory.
const MAX_ADDED: usize = 250_000;

/// The paths of all selected nodes, which are changed in a single pass, so that no change invalidates the path of
/// another.
#[derive(Debug, Default)]
struct Tree {
    is_selected: bool,
    below: BTreeMap<Step, Tree>,
}

/// Applies an action at the end of each of these paths, which start at the root of a document.
pub(super) fn edit(
    sources: &mut Sources,
    root: NodeId,
    action: &Action,
    change: Change,
    found: Vec<Vec<Step>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let problems = found.iter().filter_map(|steps| refused(sources, root, action, change, steps));
    let problems: Vec<_> = problems.chain(too_large(sources, change, &found)).collect();
    if !problems.is_empty() {
        return diagnostics.extend(problems);
    }
    let mut tree = Tree::default();
    for steps in found {
        let last = steps.into_iter().fold(&mut tree, |tree, step| tree.below.entry(step).or_default());
        last.is_selected = true;
    }
    let shared = sources.shared(root.file());
    let is_newer = action.version > Version::V1_0;
    let mut edit = Edit { sources, root, shared, target: action.target.node, is_newer, diagnostics };
    edit.visit(root, &tree, change, false);
}

/// Returns the reason why a selected node cannot be changed in this way.
fn refused(sources: &Sources, root: NodeId, action: &Action, change: Change, steps: &[Step]) -> Option<Diagnostic> {
    let node = steps.iter().try_fold(root, |node, step| sources.child(node, step))?;
    let target = sources.location(action.target.node);
    let refuse = |location: Location, message: String| {
        let problem = Diagnostic::new(Code::BadUpdate, location, message);
        problem.also(sources.location(node), "selected here")
    };
    match (change, sources.value(node)) {
        (Change::Remove, _) if steps.is_empty() => {
            let problem = Diagnostic::new(Code::BadUpdate, target, "an action cannot remove the whole document");
            Some(problem.help("select a part of it"))
        }
        (Change::Remove, _) | (Change::Update(_), Value::List(_)) => None,
        (Change::Update(update), Value::Map(_)) => {
            let value = sources.value(update);
            (!matches!(value, Value::Map(_))).then(|| {
                let message = format!("{} cannot be merged into an object", value.noun());
                refuse(sources.location(update), message).help("write the keys that change, with their new values")
            })
        }
        // Since version 1.1, a primitive value replaces another one.
        (Change::Update(update), _) if action.version > Version::V1_0 && is_primitive(sources.value(update)) => None,
        (Change::Update(_), value) => {
            let message =
                format!("`{}` selects {}, which cannot be updated", action.target.text(sources), value.noun());
            let help = match steps.split_last() {
                Some((Step::Key(key), around)) => {
                    format!("select the enclosing object, `{}`, and write `update: {{{key}: …}}`", shown(around))
                }
                _ => "an item that is not an object cannot be updated by itself: remove the array, then add a new one \
                      to the enclosing object"
                    .to_owned(),
            };
            Some(refuse(target, message).help(help))
        }
    }
}

/// Checks that the document does not become deeper than the parser allows, nor too large for the memory.
fn too_large(sources: &Sources, change: Change, found: &[Vec<Step>]) -> Option<Diagnostic> {
    let Change::Update(update) = change else { return None };
    let (nodes, levels) = sources.extent(update);
    let deepest = found.iter().map(Vec::len).max().unwrap_or_default();
    let added = nodes.saturating_mul(found.len());
    let (message, help) = if deepest.saturating_add(levels) > MAX_DEPTH {
        let message = format!("this update nests the document more than {MAX_DEPTH} levels deep");
        (message, "move nested parts to `components`")
    } else if added > MAX_ADDED {
        let message = format!("this update adds {added} nodes in total, more than the limit of {MAX_ADDED}");
        (message, "refer to one definition with `$ref` instead")
    } else {
        return None;
    };
    Some(Diagnostic::new(Code::BadUpdate, sources.location(update), message).help(help))
}

struct Edit<'a> {
    sources: &'a mut Sources,
    root: NodeId,
    /// The nodes with several parents: a change affects only one of them.
    shared: HashSet<NodeId>,
    target: NodeId,
    /// Whether the overlay has version 1.1 or later, in which arrays are concatenated, and primitive values replaced.
    is_newer: bool,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Edit<'_> {
    /// Changes the selected nodes below a node, and then the node itself. Lists are processed from the end, so that the
    /// remaining indexes stay valid.
    fn visit(&mut self, node: NodeId, tree: &Tree, change: Change, is_shared: bool) {
        for (step, below) in tree.below.iter().rev() {
            match change {
                Change::Remove if below.is_selected => self.sources.take(node, step),
                Change::Update(update) if below.is_selected && self.is_primitive_at(node, step) => {
                    let value = self.sources.graft(self.root.file(), update);
                    self.sources.put(node, step, value);
                }
                _ => {
                    if let Some((child, is_shared)) = self.own(node, step, is_shared) {
                        self.visit(child, below, change, is_shared);
                    }
                }
            }
        }
        if let (true, Change::Update(update)) = (tree.is_selected, change) {
            match self.sources.value(node) {
                Value::List(_) => {
                    let items = match self.sources.value(update) {
                        Value::List(items) if self.is_newer => items.to_vec(),
                        _ => vec![update],
                    };
                    self.append(node, &items);
                }
                _ => self.merge(node, update, is_shared),
            }
        }
    }

    fn is_primitive_at(&self, node: NodeId, step: &Step) -> bool {
        self.sources.child(node, step).is_some_and(|child| is_primitive(self.sources.value(child)))
    }

    /// Returns the child, or a copy in its place if the original has other parents, and whether its descendants are
    /// shared.
    fn own(&mut self, node: NodeId, step: &Step, is_shared: bool) -> Option<(NodeId, bool)> {
        let child = self.sources.child(node, step)?;
        if !is_shared && !self.shared.contains(&child) {
            return Some((child, false));
        }
        let (location, value) = (self.sources.location(child), self.sources.value(child).into());
        let twin = self.sources.grow(self.root.file(), location, value);
        self.sources.put(node, step, twin);
        Some((twin, true))
    }

    /// Merges the entries of an object of the overlay into one of the document.
    fn merge(&mut self, node: NodeId, update: NodeId, is_shared: bool) {
        for entry in self.sources.entries(update).to_vec() {
            let step = Step::Key(entry.key.to_string());
            let Some(old) = self.sources.child(node, &step) else {
                let value = self.sources.graft(self.root.file(), entry.value);
                if let OwnedValue::Map(entries) = self.sources.value_mut(node) {
                    entries.push(entry.with(value));
                }
                continue;
            };
            match (self.sources.value(old), self.sources.value(entry.value)) {
                (Value::Map(_), Value::Map(_)) => {
                    if let Some((child, is_shared)) = self.own(node, &step, is_shared) {
                        self.merge(child, entry.value, is_shared);
                    }
                }
                (Value::List(_), Value::List(items)) => {
                    let items = items.to_vec();
                    if let Some((child, _)) = self.own(node, &step, is_shared) {
                        self.append(child, &items);
                    }
                }
                (Value::Map(_) | Value::List(_), _) | (_, Value::Map(_) | Value::List(_)) => {
                    self.mismatch(old, entry.value);
                }
                _ => {
                    let value = self.sources.graft(self.root.file(), entry.value);
                    self.sources.put(node, &step, value);
                }
            }
        }
    }

    fn append(&mut self, list: NodeId, items: &[NodeId]) {
        for item in items {
            let item = self.sources.graft(self.root.file(), *item);
            if let OwnedValue::List(items) = self.sources.value_mut(list) {
                items.push(item);
            }
        }
    }

    fn mismatch(&mut self, old: NodeId, new: NodeId) {
        let [was, is] = [old, new].map(|node| self.sources.value(node).noun());
        let problem =
            Diagnostic::new(Code::BadUpdate, self.sources.location(new), format!("{is} cannot replace {was}"));
        let problem = problem.also(self.sources.location(old), format!("this is {was}"));
        let problem = problem.also(self.sources.location(self.target), "selected here");
        self.diagnostics.push(problem.help("remove the old value first, with a separate action before this one"));
    }
}

fn is_primitive(value: Value<'_>) -> bool {
    !matches!(value, Value::List(_) | Value::Map(_))
}
