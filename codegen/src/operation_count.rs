//! Checks that no operation of the documents gets lost without a warning.
//!
//! The declared operations are read from the nodes before any stage rewrites them, without the code that the stages use
//! to find operations, so that mistakes in that code are detected.

use std::collections::BTreeMap;

use crate::bundle::Layout;
use crate::diagnostic::{Code, Diagnostic, FileId, Location};
use crate::ir::{Api, OperationKey};
use crate::source::{NodeId, Sources, Value, lookup};

/// The keys of a path item that are operations.
const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// A longer chain of references is circular, which is reported elsewhere.
const MOST_REFERENCES: usize = 100;

/// The operations of the documents, with their locations.
pub(crate) type Declared = BTreeMap<OperationKey, Location>;

/// Returns the operations that the documents declare.
pub(crate) fn declared(sources: &Sources, layout: &Layout) -> Declared {
    let files: Vec<FileId> = match layout {
        Layout::Folders => sources.ids().collect(),
        Layout::Documents(named) => named.clone(),
    };
    let mut declared = Declared::new();
    for file in files {
        let Some(paths) = sources.root(file).and_then(|root| sources.get(root, "paths")) else { continue };
        for path in sources.entries(paths).iter().filter(|entry| !entry.key.starts_with("x-")) {
            // The slash that a published document may lack. Such a path is ignored beside the one that has it.
            let url_path = match path.key.starts_with('/') {
                true => path.key.to_string(),
                false => format!("/{}", path.key),
            };
            if url_path != path.key.as_str() && sources.get(paths, &url_path).is_some() {
                continue;
            }
            for method in METHODS {
                if let Some(location) = operation(sources, path.value, method) {
                    declared.insert(OperationKey { file, path: url_path.clone(), method }, location);
                }
            }
        }
    }
    declared
}

/// Returns the location of an operation of a path item, or of the one that it refers to.
fn operation(sources: &Sources, item: NodeId, method: &str) -> Option<Location> {
    let mut item = item;
    for _ in 0..MOST_REFERENCES {
        match sources.get(item, method) {
            Some(node) if is_operation(sources, node) => return Some(sources.location(node)),
            _ => item = lookup(sources, item.file(), sources.reference(item)?).ok()?,
        }
    }
    None
}

/// Whether a node is an object, or the target of one that is a reference, as published documents have it.
fn is_operation(sources: &Sources, node: NodeId) -> bool {
    let mut node = node;
    for _ in 0..MOST_REFERENCES {
        let Some(reference) = sources.reference(node) else { return matches!(sources.value(node), Value::Map(_)) };
        let Ok(next) = lookup(sources, node.file(), reference) else { return false };
        if is_put_away(sources, node, reference) {
            return false;
        }
        node = next;
    }
    false
}

/// Whether an operation refers to a component that only later versions than 3.0 have, for path items. It is of the wrong
/// kind, and not there any more when such references are followed: the operation is left out with a warning.
fn is_put_away(sources: &Sources, node: NodeId, reference: &str) -> bool {
    let version = sources.root(node.file()).and_then(|root| sources.get(root, "openapi"));
    let is_oldest = version.and_then(|version| sources.text(version)).is_some_and(|text| text.starts_with("3.0"));
    !is_oldest && reference.contains("#/components/pathItems/")
}

/// Reports operations that were neither generated nor left out with a warning, and generated ones that the documents do
/// not declare.
pub(crate) fn check(mut declared: Declared, sources: &Sources, api: &Api, diagnostics: &mut Vec<Diagnostic>) {
    let modules = || api.versions.iter().flat_map(|version| &version.modules);
    let generated = modules().flat_map(|module| {
        let operations = module.resource.iter().flat_map(|resource| &resource.operations);
        // Variants of an operation count as one.
        let operations = operations.filter(|operation| !operation.origin.is_variant);
        operations.map(|operation| OperationKey {
            file: module.file,
            path: operation.request.path.clone(),
            method: operation.request.method.key(),
        })
    });
    for key in generated.chain(api.left_out.iter().cloned()) {
        if declared.remove(&key).is_none() {
            let OperationKey { path, method, .. } = key;
            let message = format!("the operation `{} {path}` is generated more than once", method.to_uppercase());
            diagnostics.push(Diagnostic::without_location(Code::Internal, message).help(REPORT));
        }
    }
    for (OperationKey { file, path, method }, location) in declared {
        let operation = format!("{} {path}", method.to_uppercase());
        let is_of_module = modules().any(|module| module.file == file);
        diagnostics.push(if is_of_module {
            let message = format!("the operation `{operation}` is neither generated nor left out with a warning");
            Diagnostic::new(Code::Internal, location, message).help(REPORT)
        } else {
            let name = sources.file(file).map_or("", |source| source.path.as_str());
            let message = format!("`{name}` does not become a module, but has the operation `{operation}`");
            Diagnostic::new(Code::Disagreement, location, message).help("move the operation to a fragment")
        });
    }
}

const REPORT: &str = "this is a bug in the generator: please report it, with the documents";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Ledger;
    use crate::source::parse;

    const ZOO: &str = "\
openapi: 3.0.3
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example'}]
paths:
  /a: &a
    get: {responses: {'204': {description: A.}}}
    trace: {responses: {'204': {description: T.}}}
  /b: *a
  /c: {$ref: '#/paths/~1b', put: {responses: {'204': {description: C.}}}}
  /circle: {$ref: '#/paths/~1circle'}
  x-d: {get: {}}
";

    fn read(text: &str) -> (Sources, Layout) {
        let (file, problems) = parse(FileId(0), "zoo.yaml".to_owned(), text.to_owned());
        assert!(problems.is_empty(), "{problems:?}");
        let mut sources = Sources::default();
        sources.push(file);
        (sources, Layout::Documents(vec![FileId(0)]))
    }

    #[test]
    fn all_paths_of_an_item_count() {
        let (sources, layout) = read(ZOO);
        let declared = declared(&sources, &layout);
        let found: Vec<_> = declared.keys().map(|key| format!("{} {}", key.method, key.path)).collect();
        assert_eq!(found, ["get /a", "trace /a", "get /b", "trace /b", "get /c", "put /c", "trace /c"]);
    }

    #[test]
    fn what_gets_lost_is_named() {
        let text = ZOO.replace("  /circle: {$ref: '#/paths/~1circle'}\n", "");
        let (mut sources, layout) = read(&text);
        let declared = declared(&sources, &layout);
        let mut diagnostics = Vec::new();
        crate::bundle::path_items::inline(&mut sources, &mut diagnostics);
        let mut ledger = Ledger::default();
        let documents = crate::bundle::bundle(&mut sources, &layout, &ledger, &mut diagnostics);
        let (api, _) = crate::stages::understand(&documents, &mut ledger, &mut diagnostics, &mut Vec::new());
        let problems = |api: &Api| {
            let mut problems = Vec::new();
            check(declared.clone(), &sources, api, &mut problems);
            problems.into_iter().map(|problem| (problem.code, problem.message)).collect::<Vec<_>>()
        };
        assert_eq!(problems(&api), []);

        let lost = |operation: &str| {
            let message = format!("the operation `{operation}` is neither generated nor left out with a warning");
            (Code::Internal, message)
        };
        let mut less = api.clone();
        for resource in less.versions[0].modules.iter_mut().filter_map(|module| module.resource.as_mut()) {
            resource.operations.retain(|operation| operation.request.path != "/b");
        }
        less.left_out.retain(|key| key.path != "/c");
        assert_eq!(problems(&less), [lost("GET /b"), lost("TRACE /c")]);

        let mut more = api.clone();
        let again = more.left_out[0].clone();
        more.left_out.push(again);
        assert_eq!(
            problems(&more),
            [(Code::Internal, "the operation `TRACE /a` is generated more than once".to_owned())]
        );
    }
}
