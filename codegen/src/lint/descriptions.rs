//! Operations without descriptions or operationIds; descriptions that nearly all others have.

use super::review::{Operation, Review};
use super::usual::Usual;
use crate::diagnostic::{Code, Diagnostic, FileId, Location};
use crate::openapi::Kind;
use crate::source::{Entry, NodeId};

pub(super) fn operations(review: &Review<'_>) -> Vec<Diagnostic> {
    review.sound_operations().filter(|operation| is_bare(review, operation)).map(|one| bare(review, one)).collect()
}

/// Whether an operation has neither a summary nor a description.
fn is_bare(review: &Review<'_>, operation: &Operation<'_>) -> bool {
    !says(review, operation.node, "summary") && !says(review, operation.node, "description")
}

fn says(review: &Review<'_>, node: NodeId, key: &str) -> bool {
    review.sources.get_text(node, key).is_some_and(|text| !text.trim().is_empty())
}

fn bare(review: &Review<'_>, operation: &Operation<'_>) -> Diagnostic {
    let message = format!("`{}` has neither a summary nor a description", operation.name());
    let problem = Diagnostic::new(Code::UndescribedOperation, review.location(operation), message);
    problem.help("add a `summary`, and a `description` of what a caller should know")
}

/// Something that can be described.
struct Item {
    kind: &'static str,
    key: &'static str,
    name: String,
    file: FileId,
    location: Location,
    is_described: bool,
    is_sound: bool,
}

/// Descriptions that are missing where nearly all others of the version have one.
pub(super) fn unusual(review: &Review<'_>) -> Vec<Diagnostic> {
    let items: Vec<_> =
        of_operations(review).into_iter().chain(of_schemas(review)).chain(of_properties(review)).collect();
    let mut usual = Usual::new(Code::MissingDescription);
    for item in &items {
        usual.add(review, item.file, (item.kind, item.key), item.is_described, || item.location.clone());
    }
    let missing = items.iter().filter(|item| !item.is_described && item.is_sound);
    let one = |item: &Item| {
        let Item { kind, key, ref name, file, .. } = *item;
        let every = usual.others(review, file, (kind, key), || item.location.clone())?.every();
        let message = format!("the {kind} `{name}` has no {key}, unlike {every} {kind} {}", review.within(file));
        let problem = Diagnostic::new(Code::MissingDescription, item.location.clone(), message);
        Some(problem.help(format!("add a `{key}`")))
    };
    let mut found: Vec<_> = missing.filter_map(one).collect();
    // Those without either have a warning of their own.
    found.extend(bare_operations(review));
    found
}

/// The operations without any text, in versions where nearly all have one.
fn bare_operations(review: &Review<'_>) -> Vec<Diagnostic> {
    let mut usual = Usual::new(Code::UndescribedOperation);
    for operation in &review.operations {
        let at = || review.location(operation);
        usual.add(review, operation.root.node.file(), (), !is_bare(review, operation), at);
    }
    let bare_ones = review.sound_operations().filter(|operation| is_bare(review, operation));
    let bare_ones = bare_ones.filter(|operation| {
        usual.others(review, operation.root.node.file(), (), || review.location(operation)).is_some()
    });
    bare_ones.map(|operation| bare(review, operation)).collect()
}

fn of_operations(review: &Review<'_>) -> Vec<Item> {
    let one = |operation: &Operation<'_>| {
        ["summary", "description"].map(|key| Item {
            kind: "operation",
            key,
            name: operation.name(),
            file: operation.root.node.file(),
            location: review.location(operation),
            is_described: says(review, operation.node, key),
            is_sound: review.is_sound(operation.node) && !is_bare(review, operation),
        })
    };
    review.operations.iter().flat_map(one).collect()
}

fn of_schemas(review: &Review<'_>) -> Vec<Item> {
    let sources = review.sources;
    let sections = review.roots.iter().filter_map(|root| {
        let components = sources.get(root.node, "components")?;
        sources.get(components, "schemas")
    });
    sections.flat_map(|section| of_map(review, section, "schema")).collect()
}

fn of_properties(review: &Review<'_>) -> Vec<Item> {
    let schemas = review.documents.kinds.iter().filter(|(_, kind)| **kind == Kind::Schema);
    let properties = schemas.filter_map(|(schema, _)| review.sources.get(schema, "properties"));
    properties.flat_map(|properties| of_map(review, properties, "property")).collect()
}

/// Returns the schemas of a map. References are left out: their targets have the description.
fn of_map(review: &Review<'_>, map: NodeId, kind: &'static str) -> Vec<Item> {
    let sources = review.sources;
    let is_own = |entry: &&Entry| sources.reference(entry.value).is_none() && !is_constant(review, entry.value);
    let one = |entry: &Entry| {
        let parts = review.merged(entry.value);
        Item {
            kind,
            key: "description",
            name: entry.key.to_string(),
            file: map.file(),
            location: entry.key_location(),
            is_described: parts.iter().flatten().any(|part| says(review, *part, "description")),
            is_sound: parts.is_some() && review.is_sound(entry.value),
        }
    };
    sources.entries(map).iter().filter(is_own).map(one).collect()
}

/// Whether a schema has a single value, which needs no explanation.
fn is_constant(review: &Review<'_>, schema: NodeId) -> bool {
    review.sources.get(schema, "enum").is_some_and(|values| review.sources.items(values).len() == 1)
}

/// A document without any operationId gets a single warning.
pub(super) fn operation_ids(review: &Review<'_>) -> Vec<Diagnostic> {
    let sources = review.sources;
    let has_id = |node| sources.get(node, "operationId").is_some();
    let mut problems = Vec::new();
    for root in &review.roots {
        let of_document = || review.operations.iter().filter(|operation| operation.root == *root);
        let help = "add a unique one: tools derive names from it";
        let is_without = |operation: &Operation<'_>| review.is_sound(operation.node) && !has_id(operation.node);
        if of_document().count() > 1 && of_document().all(is_without) {
            let location = sources.key_location(root.node, "paths");
            let problem = Diagnostic::new(Code::MissingOperationId, location, "no operation here has an `operationId`");
            problems.push(problem.help(help));
            continue;
        }
        problems.extend(of_document().filter(|operation| is_without(operation)).map(|operation| {
            let message = format!("`{}` has no `operationId`", operation.name());
            Diagnostic::new(Code::MissingOperationId, review.location(operation), message).help(help)
        }));
    }
    problems
}
