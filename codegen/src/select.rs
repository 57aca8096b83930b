//! Which operations of published documents are generated: those that the options include, without those that they
//! exclude. Components that only the others use are left out as well.

mod reach;

use std::collections::{BTreeSet, HashSet};

use crate::diagnostic::{Code, Diagnostic, FileId};
use crate::openapi::operation_keys;
use crate::options::{Options, Selection};
use crate::source::{Entry, NodeId, OwnedValue, Sources, Step, lookup};
use crate::suggest::nearest;

/// A longer chain of references is circular.
const MOST_REFERENCES: usize = 100;

/// More names than this are not listed in a message.
const MOST_NAMES: usize = 20;

/// An operation of a document.
struct Operation {
    /// The key and the value of the path.
    paths: NodeId,
    path: String,
    item: NodeId,
    method: &'static str,
    tags: Vec<String>,
    id: Option<String>,
}

/// An operation that is left out: file, path and method.
pub(crate) type LeftOut = HashSet<(FileId, String, &'static str)>;

/// Removes the operations that are not selected from the nodes of the named documents, and the components that nothing
/// else uses. References between path items have been followed before.
///
/// Each entry of a selection has to match: one that does not is out of date, or misspelt.
pub(crate) fn select(
    sources: &mut Sources,
    named: &[FileId],
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> LeftOut {
    if options.include.is_empty() && options.exclude.is_empty() {
        return LeftOut::new();
    }
    let operations: Vec<_> = named.iter().flat_map(|file| operations(sources, *file)).collect();
    let lists = [("include", &options.include), ("exclude", &options.exclude)];
    let problems: Vec<_> = lists.iter().flat_map(|(name, selection)| unmatched(name, selection, &operations)).collect();
    if !problems.is_empty() {
        diagnostics.extend(problems);
        return LeftOut::new();
    }
    let is_kept = |operation: &Operation| {
        (options.include.is_empty() || matches(&options.include, operation)) && !matches(&options.exclude, operation)
    };
    let (kept, removed): (Vec<_>, Vec<_>) = operations.into_iter().partition(is_kept);
    if kept.is_empty() {
        let message = "no operation is left to generate: all that `include` selects are in `exclude`";
        diagnostics.push(Diagnostic::without_location(Code::UnmatchedSelection, message).help("exclude fewer of them"));
        return LeftOut::new();
    }
    let replacements = reach::replacements(sources, &nodes(sources, &kept));
    remove(sources, &removed);
    reach::forget_replacements(sources, replacements);
    reach::prune(sources, named);
    removed
        .into_iter()
        .map(|operation| (operation.paths.file(), with_slash(&operation.path), operation.method))
        .collect()
}

/// Refuses a selection of the operations of fragments, which are ours: what they should not have can be removed there.
pub(crate) fn refused(options: &Options) -> Option<Diagnostic> {
    (!options.include.is_empty() || !options.exclude.is_empty()).then(|| {
        let message = "operations of a folder of fragments cannot be included or excluded";
        let help = "pass the documents by their names, or remove the operations from the fragments";
        Diagnostic::without_location(Code::UnmatchedSelection, message).help(help)
    })
}

fn nodes(sources: &Sources, operations: &[Operation]) -> Vec<NodeId> {
    operations.iter().filter_map(|operation| sources.get(operation.item, operation.method)).collect()
}

/// Returns the operations of a document.
fn operations(sources: &Sources, file: FileId) -> Vec<Operation> {
    let Some(paths) = sources.root(file).and_then(|root| sources.get(root, "paths")) else { return Vec::new() };
    let mut found = Vec::new();
    for path in sources.entries(paths).iter().filter(|entry| !entry.key.starts_with("x-")) {
        for method in operation_keys() {
            let Some(node) = sources.get(path.value, method) else { continue };
            let node = target(sources, node);
            let tags = sources.get(node, "tags").map_or(&[][..], |tags| sources.items(tags)).iter();
            found.push(Operation {
                paths,
                path: path.key.to_string(),
                item: path.value,
                method,
                tags: tags.filter_map(|tag| sources.text(*tag)).map(str::to_owned).collect(),
                id: sources.get_text(node, "operationId").map(str::to_owned),
            });
        }
    }
    found
}

/// Returns the node at the end of a chain of references.
fn target(sources: &Sources, node: NodeId) -> NodeId {
    let next = |node: &NodeId| lookup(sources, node.file(), sources.reference(*node)?).ok();
    std::iter::successors(Some(node), next).take(MOST_REFERENCES).last().unwrap_or(node)
}

/// The slash that a published document may lack.
fn with_slash(path: &str) -> String {
    if path.starts_with('/') { path.to_owned() } else { format!("/{path}") }
}

fn matches(selection: &Selection, operation: &Operation) -> bool {
    selection.tags.iter().any(|tag| operation.tags.contains(tag))
        || selection.paths.iter().any(|path| is_path(path, &operation.path))
        || selection.operations.iter().any(|name| is_operation(name, operation))
}

/// Whether a path is meant: `/pets` only itself, `/pets/*` whatever begins with `/pets/`.
fn is_path(wanted: &str, path: &str) -> bool {
    let path = with_slash(path);
    match wanted.strip_suffix('*') {
        Some(beginning) => path.starts_with(beginning),
        None => path == wanted,
    }
}

/// Whether an operation is meant: by its `operationId`, or as `GET /pets`.
fn is_operation(wanted: &str, operation: &Operation) -> bool {
    match wanted.split_once(' ') {
        Some((method, path)) => {
            method.eq_ignore_ascii_case(operation.method) && path.trim() == with_slash(&operation.path)
        }
        None => operation.id.as_deref() == Some(wanted),
    }
}

/// Reports the entries of a selection that match no operation.
fn unmatched(list: &str, selection: &Selection, operations: &[Operation]) -> Vec<Diagnostic> {
    let all = |names: fn(&Operation) -> Vec<String>| operations.iter().flat_map(names).collect::<BTreeSet<_>>();
    let problem = |key: &str, noun: &str, entry: &String, known: BTreeSet<String>| {
        let message = format!("no operation has the {noun} `{entry}`, which `{list}.{key}` names");
        let help = match nearest(entry, known.iter().map(String::as_str)) {
            Some(close) => format!("did you mean `{close}`?"),
            None if known.is_empty() => format!("no operation of the documents has such a {noun}"),
            None => {
                let names: Vec<_> = known.iter().take(MOST_NAMES).map(String::as_str).collect();
                let more = if known.len() > names.len() { ", …" } else { "" };
                format!("expected one of {}{more}", names.join(", "))
            }
        };
        Diagnostic::without_location(Code::UnmatchedSelection, message).help(help)
    };
    let tags = selection.tags.iter().filter(|tag| !operations.iter().any(|one| one.tags.contains(tag)));
    let paths = selection.paths.iter().filter(|path| !operations.iter().any(|one| is_path(path, &one.path)));
    let names = selection.operations.iter().filter(|name| !operations.iter().any(|one| is_operation(name, one)));
    let id = |one: &Operation| one.id.iter().cloned().collect();
    let call = |one: &Operation| vec![format!("{} {}", one.method.to_uppercase(), with_slash(&one.path))];
    let name = |entry: &String| match entry.contains(' ') {
        true => problem("operations", "method and path", entry, all(call)),
        false => problem("operations", "operationId", entry, all(id)),
    };
    let tags = tags.map(|entry| problem("tags", "tag", entry, all(|one| one.tags.clone())));
    let paths = paths.map(|entry| problem("paths", "path", entry, all(|one| vec![with_slash(&one.path)])));
    tags.chain(paths).chain(names.map(name)).collect()
}

/// Removes operations. A path item that keeps some of its operations is copied, because several paths may share it.
fn remove(sources: &mut Sources, removed: &[Operation]) {
    let items: BTreeSet<_> =
        removed.iter().map(|operation| (operation.paths, &operation.path, operation.item)).collect();
    for (paths, path, item) in items {
        let is_removed = |entry: &Entry| {
            let mut of_item = removed.iter().filter(|one| one.paths == paths && one.path == *path);
            of_item.any(|one| entry.key == one.method)
        };
        let left: Vec<Entry> = sources.entries(item).iter().filter(|entry| !is_removed(entry)).cloned().collect();
        let has_operations = left.iter().any(|entry| operation_keys().any(|method| entry.key == method));
        let step = Step::Key(path.clone());
        if has_operations {
            let item = sources.grow(item.file(), sources.location(item), OwnedValue::Map(left));
            sources.put(paths, &step, item);
        } else {
            sources.take(paths, &step);
        }
    }
}
