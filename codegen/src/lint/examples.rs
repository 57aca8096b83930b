//! Examples that are missing where nearly all others have one.

use super::review::Review;
use super::usual::Usual;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::openapi::Kind;
use crate::openapi::media_type::is_json;
use crate::source::NodeId;

/// Something that can have an example.
struct Item {
    /// What it is, in messages.
    noun: &'static str,
    node: NodeId,
    location: Location,
    has_example: bool,
}

pub(super) fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let bodies = [(Kind::RequestBody, "request body"), (Kind::Response, "response body")];
    let bodies = bodies.into_iter().flat_map(|(kind, noun)| of_bodies(review, kind, noun));
    let items: Vec<_> = bodies.chain(of_parameters(review)).collect();
    let mut usual = Usual::new(Code::MissingExample);
    for item in &items {
        usual.add(review, item.node.file(), item.noun, item.has_example, || item.location.clone());
    }
    let one = |item: &Item| {
        let (noun, file) = (item.noun, item.node.file());
        let every = usual.others(review, file, noun, || item.location.clone())?.every();
        let message = format!("this {noun} has no example, unlike {every} {noun} {}", review.within(file));
        let problem = Diagnostic::new(Code::MissingExample, item.location.clone(), message);
        Some(problem.help("add an `example`, which is checked against the schema"))
    };
    items.iter().filter(|item| !item.has_example && review.is_sound(item.node)).filter_map(one).collect()
}

/// The JSON bodies of requests or responses.
fn of_bodies(review: &Review<'_>, kind: Kind, noun: &'static str) -> Vec<Item> {
    let sources = review.sources;
    let holders = review.documents.kinds.iter().filter(|(_, found)| **found == kind);
    let contents = holders.filter_map(|(holder, _)| sources.get(holder, "content"));
    let bodies = contents.flat_map(|content| sources.entries(content)).filter(|entry| is_json(&entry.key));
    let bodies = bodies.filter(|entry| sources.get(entry.value, "schema").is_some());
    let item = |entry: &crate::source::Entry| Item {
        noun,
        node: entry.value,
        location: entry.key_location(),
        has_example: has_example(review, entry.value),
    };
    bodies.map(item).collect()
}

/// The parameters that a caller has to pass. The values of an enum are examples themselves.
fn of_parameters(review: &Review<'_>) -> Vec<Item> {
    let sources = review.sources;
    let parameters = review.documents.kinds.iter().filter(|(_, kind)| **kind == Kind::Parameter);
    let required = parameters.map(|(node, _)| node).filter(|node| sources.get_bool(*node, "required"));
    let has_values = |node: NodeId| {
        let schema = sources.get(node, "schema").and_then(|schema| review.documents.resolve(schema));
        schema.is_some_and(|schema| sources.get(schema, "enum").is_some())
    };
    let item = |node| Item {
        noun: "required parameter",
        node,
        location: sources.key_location(node, "name"),
        has_example: has_example(review, node),
    };
    required.filter(|node| !has_values(*node)).map(item).collect()
}

/// Whether an object with a schema has an example, or its schema has.
fn has_example(review: &Review<'_>, described: NodeId) -> bool {
    let sources = review.sources;
    let has = |node: NodeId| ["example", "examples"].iter().any(|key| sources.get(node, key).is_some());
    let schema = sources.get(described, "schema");
    has(described) || schema.and_then(|schema| review.documents.resolve(schema)).is_some_and(has)
}
