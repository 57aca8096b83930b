//! Operations that return growing arrays without paging, or with pages that nothing reads.

use std::collections::BTreeMap;

use super::review::{Operation, Review};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::NodeId;

/// Parts of the names of parameters that select a page.
const PARTS: &[&str] =
    &["limit", "offset", "cursor", "perpage", "pagesize", "pagenum", "pageno", "pageindex", "pagetoken"];

/// Names of parameters that select a page of a list, but may be filters elsewhere.
const NAMES: &[&str] = &[
    "after",
    "before",
    "startingafter",
    "endingbefore",
    "continuation",
    "continuationtoken",
    "nexttoken",
    "marker",
    "skip",
    "top",
    "take",
    "count",
    "size",
    "first",
    "last",
    "start",
    "startindex",
    "maxresults",
    "maxitems",
    "since",
];

pub(super) fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let all = review.sound_operations().filter(|operation| operation.method == "get");
    all.filter_map(|operation| without_paging(review, operation)).collect()
}

fn without_paging(review: &Review<'_>, operation: &Operation<'_>) -> Option<Diagnostic> {
    let sources = review.sources;
    let list = list(review, operation)?;
    // An array of bounded length needs no pages.
    let is_bounded = sources.get(list, "maxItems").is_some();
    let says_how = |key: &str| key.starts_with("x-") && key.contains("pag");
    if is_bounded || sources.entries(operation.node).iter().any(|entry| says_how(&entry.key)) {
        return None;
    }
    let parameters = review.parameters(operation)?;
    let goes_on =
        |parameter| chooses_page(review, parameter) || NAMES.contains(&plain_name(review, parameter).as_str());
    if parameters.iter().any(|parameter| goes_on(*parameter) || names_all(review, *parameter)) {
        return None;
    }
    let message = format!("`{}` returns an array, but has no parameter that asks for a part of it", operation.name());
    let problem = Diagnostic::new(Code::ListWithoutPaging, review.location(operation), message);
    let help = "add parameters such as `page` and `limit`, or `maxItems` to an array that stays short";
    Some(problem.also(sources.location(list), "the array").help(help))
}

/// Operations with the parameters of `x-pagination` that do not say how their pages follow each other: no stream reads
/// them to the end.
pub(super) fn unread(review: &Review<'_>) -> Vec<Diagnostic> {
    review.sound_operations().filter_map(|operation| without_order(review, operation)).collect()
}

fn without_order(review: &Review<'_>, operation: &Operation<'_>) -> Option<Diagnostic> {
    let sources = review.sources;
    let pagination = sources.get(operation.root.api, "x-pagination").filter(|node| review.is_sound(*node))?;
    if sources.get(operation.node, "x-paging").is_some() {
        return None;
    }
    list(review, operation)?;
    let parameters = review.parameters(operation)?;
    let location = |name: &str| {
        let is_it = |parameter: &&NodeId| {
            sources.get_text(**parameter, "in") == Some("query") && sources.get_text(**parameter, "name") == Some(name)
        };
        parameters.iter().find(is_it).map(|parameter| sources.key_location(*parameter, "name"))
    };
    let limit = sources.get_text(pagination, "limit")?;
    let mut asking = ["page", "skip", "after"].into_iter().filter_map(|key| sources.get_text(pagination, key));
    let page = asking.find(|name| location(name).is_some())?;
    location(limit)?;
    let message = format!(
        "`{}` has the parameters `{page}` and `{limit}`, but no `x-paging`: it cannot be read to its end",
        operation.name()
    );
    let problem = Diagnostic::new(Code::UnreadPages, review.location(operation), message);
    let problem = problem.also(sources.location(pagination), "`x-pagination` is here");
    Some(problem.help(match usual_paging(review, operation.root.api) {
        Some(usual) => format!("add `x-paging: {usual}`, as most lists of the version have"),
        None => "add `x-paging: offset`, `cursor`, `list` or `skip`".to_owned(),
    }))
}

/// Returns the most frequent `x-paging` of a version.
fn usual_paging<'a>(review: &Review<'a>, api: NodeId) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for operation in review.operations.iter().filter(|operation| operation.root.api == api) {
        if let Some(paging) = review.sources.get_text(operation.node, "x-paging") {
            *counts.entry(paging).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(paging, _)| paging)
}

/// Returns whether a parameter selects a page.
pub(super) fn chooses_page(review: &Review<'_>, parameter: NodeId) -> bool {
    let name = plain_name(review, parameter);
    name.ends_with("page") || PARTS.iter().any(|part| name.contains(part))
}

/// Returns the name of a parameter in lower case, without separators.
fn plain_name(review: &Review<'_>, parameter: NodeId) -> String {
    let name = review.sources.get_text(parameter, "name").unwrap_or_default();
    name.chars().filter(|char| char.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// Whether a parameter requires the caller to name the items.
fn names_all(review: &Review<'_>, parameter: NodeId) -> bool {
    let schema = review.sources.get(parameter, "schema");
    review.sources.get_text(parameter, "in") == Some("query")
        && review.sources.get_bool(parameter, "required")
        && schema.is_some_and(|schema| review.array(schema).is_some())
}

/// Returns the array of a success: the response itself, or the one inside its object.
fn list(review: &Review<'_>, operation: &Operation<'_>) -> Option<NodeId> {
    let sources = review.sources;
    let is_success = |status: &str| status.starts_with('2');
    for (_, response) in review.responses(operation).filter(|(status, _)| is_success(status)) {
        let response = review.documents.resolve(response)?;
        let headers = sources.get(response, "headers").map_or(&[][..], |headers| sources.entries(headers));
        if headers.iter().any(|header| header.key.eq_ignore_ascii_case("link")) {
            return None;
        }
        for schema in review.json(response).filter_map(|content| sources.get(content, "schema")) {
            let found = review.array(schema).or_else(|| wrapped(review, operation, schema));
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// Returns the only array of an object with few other properties: in an object with a name and a price, for example, it
/// is only a part.
fn wrapped(review: &Review<'_>, operation: &Operation<'_>, schema: NodeId) -> Option<NodeId> {
    let sources = review.sources;
    let of_version = sources.get(operation.root.api, "x-pagination").and_then(|node| sources.get_text(node, "items"));
    let parts = review.merged(schema)?;
    let properties = parts.iter().filter_map(|part| sources.get(*part, "properties"));
    let properties: Vec<_> = properties.flat_map(|properties| sources.entries(properties)).collect();
    if let Some(items) = of_version {
        let list = properties.iter().find(|entry| entry.key == items)?;
        return review.array(list.value);
    }
    if operation.is_about_one() {
        return None;
    }
    let (lists, others): (Vec<_>, Vec<_>) =
        properties.iter().map(|entry| (entry, review.array(entry.value))).partition(|(_, array)| array.is_some());
    let is_beside_a_list = |name: &str, schema: NodeId| {
        let type_of = |node| sources.get_text(node, "type");
        let parts = review.merged(schema).unwrap_or_default();
        let is_plain = parts.iter().any(|part| matches!(type_of(*part), Some("string" | "number" | "boolean")));
        let is_id = name.eq_ignore_ascii_case("id");
        !is_id && (!is_plain || ["next", "prev", "cursor", "more", "page"].iter().any(|word| name.contains(word)))
    };
    match lists.as_slice() {
        [(_, Some(list))] if others.iter().all(|(entry, _)| is_beside_a_list(&entry.key, entry.value)) => Some(*list),
        _ => None,
    }
}
