//! Compares recorded traffic with documents. Values are looked at, but neither kept nor shown: traffic has personal data
//! and tokens in it.

use std::collections::{HashMap, HashSet};

use percent_encoding::percent_decode_str;
use serde_json::Value as Json;

use super::Place;
use super::find::Anchor;
use super::har::{Body, Entry};
use super::side::{Operation, Side};
use super::value::misfits;
use super::walk::{covering, responses};
use crate::bundle::{json_content, parameters};
use crate::source::{NodeHashSet, NodeId};

/// What recorded traffic shows about documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Traffic {
    /// The number of exchanges.
    pub entries: usize,
    /// How many of them belong to an operation of the documents.
    pub known: usize,
    /// How many went to a server of the documents.
    pub own: usize,
    /// The contradictions, in the order of the traffic.
    pub mismatches: Vec<Mismatch>,
}

/// A contradiction between traffic and documents.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mismatch {
    /// Where it is on the wire, such as `GET /pets 200 data[].name`.
    pub position: String,
    /// What is wrong, without any value of the traffic.
    pub message: String,
    /// How often it occurs.
    pub count: usize,
    /// The index of the first exchange that shows it, in `log.entries`.
    pub entry: usize,
    /// The place in the documents that would have to change.
    pub place: Option<Place>,
}

/// A contradiction whose place is a node.
struct Found {
    position: String,
    message: String,
    count: usize,
    entry: usize,
    anchor: Option<Anchor>,
}

/// Compares traffic with the operations of documents. `query` has the names of query parameters with credentials.
pub(super) fn traffic(
    side: &mut Side<'_>,
    operations: &[Operation<'_>],
    query: &[String],
    entries: &[Entry],
) -> Traffic {
    let mut result = Traffic { entries: entries.len(), ..Traffic::default() };
    let mut all: Vec<Found> = Vec::new();
    for entry in entries {
        let Some(target) = target(operations, entry) else { continue };
        result.own += 1;
        let found = match target {
            Target::Operation(operation) => {
                result.known += 1;
                exchange(side, operation, query, entry)
            }
            // A browser asks whether it may send the request that follows.
            Target::Unknown(_) if entry.method == "options" => continue,
            Target::Unknown(path) => {
                let position = format!("{} {path}", entry.method.to_uppercase());
                vec![(position, format!("no operation has this method and path (log.entries[{}])", entry.index), None)]
            }
        };
        for (position, message, anchor) in found {
            match all.iter_mut().find(|known| known.position == position && known.message == message) {
                Some(known) => known.count += 1,
                None => all.push(Found { position, message, count: 1, entry: entry.index, anchor }),
            }
        }
    }
    let nodes: NodeHashSet = all.iter().filter_map(|found| found.anchor.as_ref()).map(|anchor| anchor.node).collect();
    let pointers = side.sources.pointers(&nodes);
    let shown = |found: Found| Mismatch {
        place: found.anchor.map(|anchor| super::place(side.sources, &pointers, &anchor)),
        position: found.position,
        message: found.message,
        count: found.count,
        entry: found.entry,
    };
    result.mismatches = all.into_iter().map(shown).collect();
    result
}

/// Where a request to a server of the documents went.
enum Target<'o, 'a> {
    Operation(&'o Operation<'a>),
    /// The path, with `*` for each part that may be a value.
    Unknown(String),
}

/// Returns where a request went; `None` if to no server of the documents.
fn target<'o, 'a>(operations: &'o [Operation<'a>], entry: &Entry) -> Option<Target<'o, 'a>> {
    let address = entry.url.split_once("://").map_or(entry.url.as_str(), |(_, address)| address);
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let mut servers: HashMap<&str, Option<&str>> = HashMap::new();
    // Names before parameters: `/pets/count` is not the pet `count`.
    let mut best: Option<(usize, &Operation<'_>)> = None;
    for operation in operations {
        let Some(rest) = *servers.entry(operation.server).or_insert_with(|| below(operation.server, address)) else {
            continue;
        };
        let is_method = operation.declared.method.key() == entry.method;
        let wild = operation.path.matches("{}").count();
        if is_method && fits(&operation.path, rest) && best.is_none_or(|(other, _)| wild < other) {
            best = Some((wild, operation));
        }
    }
    if let Some((_, operation)) = best {
        return Some(Target::Operation(operation));
    }
    let rest = servers.into_values().flatten().min_by_key(|rest| rest.len())?;
    let known: HashSet<_> = operations.iter().flat_map(|operation| operation.path.split('/')).collect();
    let parts = rest.split('/').map(|part| if known.contains(part) { part } else { "*" });
    Some(Target::Unknown(parts.collect::<Vec<_>>().join("/")))
}

/// Returns the rest of an address below a server, whose variables have any value.
fn below<'u>(server: &str, address: &'u str) -> Option<&'u str> {
    let server = server.split_once("://").map_or(server, |(_, address)| address).trim_end_matches('/');
    // A server without a host is relative to wherever the document is.
    let (server, address) = match server.starts_with('/') || server.is_empty() {
        true => (server.trim_start_matches('/'), address.split_once('/').map_or("", |(_, path)| path)),
        false => (server, address),
    };
    let mut rest = address;
    for part in server.split('/').filter(|part| !part.is_empty()) {
        let (first, behind) = rest.split_once('/').unwrap_or((rest, ""));
        if !part_fits(&super::side::nameless(part).to_ascii_lowercase(), &first.to_ascii_lowercase()) {
            return None;
        }
        rest = behind;
    }
    let start = address.len() - rest.len();
    // With the slash in front.
    start.checked_sub(1).and_then(|start| address.get(start..)).or(Some(rest))
}

/// Whether a path is one of a template without names.
fn fits(template: &str, path: &str) -> bool {
    let parts = |path: &str| path.trim_matches('/').split('/').map(str::to_owned).collect::<Vec<_>>();
    let (template, path) = (parts(template), parts(path));
    template.len() == path.len() && template.iter().zip(&path).all(|(template, part)| part_fits(template, part))
}

/// Whether a part of a path is one of a template, in which `{}` is any text but none.
fn part_fits(template: &str, part: &str) -> bool {
    let Some((before, behind)) = template.split_once("{}") else {
        return template == part || *template == *percent_decode_str(part).decode_utf8_lossy();
    };
    let Some(rest) = part.strip_prefix(before) else { return false };
    let ends = rest.char_indices().map(|(at, char)| at + char.len_utf8());
    ends.filter_map(|end| rest.get(end..)).any(|rest| part_fits(behind, rest))
}

type Contradiction = (String, String, Option<Anchor>);

fn exchange(side: &mut Side<'_>, operation: &Operation<'_>, query: &[String], entry: &Entry) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let shown = operation.shown();
    let declared = query_parameters(side, operation);
    let mut names = query_names(&entry.url);
    names.sort();
    names.dedup();
    for name in names {
        // Objects are written as `filter[name]`.
        let whole = name.split('[').next().unwrap_or_default();
        if !declared.iter().chain(query).any(|known| *known == name || *known == whole) {
            let anchor = Anchor::lacking(operation.declared.node, &["parameters", &name]);
            found.push((format!("{shown} query {name}"), "a parameter that is not declared".to_owned(), Some(anchor)));
        }
    }
    if entry.status == 0 {
        return found;
    }
    let at = format!("{shown} {}", entry.status);
    let status = entry.status.to_string();
    let Some(response) = covering(&responses(side, operation.declared.node), &status) else {
        let anchor = Anchor::lacking(operation.declared.node, &["responses", &status]);
        found.push((at, "a status that is not declared".to_owned(), Some(anchor)));
        return found;
    };
    body(side, &at, side.resolve(response), entry, &mut found);
    found
}

fn body(side: &mut Side<'_>, at: &str, response: NodeId, entry: &Entry, found: &mut Vec<Contradiction>) {
    let schema = json_content(side.documents, response).and_then(|media| side.sources.get(media, "schema"));
    let is_success = (200..300).contains(&entry.status);
    let mut add = |message: &str| found.push((at.to_owned(), message.to_owned(), Some(Anchor::from(response))));
    let json = match &entry.body {
        Body::Unknown => return,
        Body::Empty => None,
        Body::Text(text) => Some(serde_json::from_str::<Json>(text)),
    };
    match (schema, json) {
        // A response without a body says so; errors may come from in front of the API, as HTML or without a body.
        (None, None) => {}
        (None, Some(Ok(_))) if side.sources.get(response, "content").is_none() => {
            add("a JSON body, where none is declared");
        }
        (None, Some(_)) => {}
        (Some(_), None | Some(Err(_))) if !is_success => {}
        (Some(_), None) => add("no body, where JSON is declared"),
        (Some(_), Some(Err(_))) => add("a body that is not JSON"),
        (Some(schema), Some(Ok(value))) => {
            let all = misfits(side, "", &[schema], &value);
            found.extend(all.into_iter().map(|misfit| {
                let separator = if misfit.path.is_empty() { "" } else { " " };
                (format!("{at}{separator}{}", misfit.path), misfit.message, Some(misfit.place))
            }));
        }
    }
}

fn query_parameters(side: &Side<'_>, operation: &Operation<'_>) -> Vec<String> {
    let all = parameters(side.sources, operation.declared.node, operation.declared.path_item);
    let targets = all.map(|(node, _)| side.resolve(node));
    let in_query = targets.filter(|node| side.sources.get_text(*node, "in") == Some("query"));
    in_query.filter_map(|node| side.sources.get_text(node, "name")).map(str::to_owned).collect()
}

fn query_names(url: &str) -> Vec<String> {
    let query = url.split('#').next().and_then(|url| url.split_once('?')).map_or("", |(_, query)| query);
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().replace('+', " ");
    pairs.map(|pair| percent_decode_str(&name(pair)).decode_utf8_lossy().into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_below_servers() {
        let server = "https://api.zoo.example/stores/{hash}/v3";
        for (server, address, expected) in [
            (server, "api.zoo.example/stores/k7/v3/pets/1", Some("/pets/1")),
            (server, "API.zoo.example/stores/k7/v3/", Some("/")),
            (server, "api.zoo.example/stores/k7/v2/pets", None),
            (server, "other.zoo.example/stores/k7/v3/pets", None),
            (server, "api.zoo.example/stores//v3/pets", None),
            ("https://zoo.example", "zoo.example/pets", Some("/pets")),
            ("/v1", "any.example/v1/pets", Some("/pets")),
            ("", "any.example/pets", Some("pets")),
        ] {
            assert_eq!(below(server, address), expected, "{server} {address}");
        }
    }

    #[test]
    fn paths_fit_templates() {
        for (template, path, expected) in [
            ("/pets", "/pets", true),
            ("/pets", "/pets/", true),
            ("/pets/{}", "/pets/7", true),
            ("/pets/{}", "/pets/", false),
            ("/pets/{}", "/pets/7/toys", false),
            ("/pets/{}.json", "/pets/7.json", true),
            ("/pets/{}-{}", "/pets/a-b-c", true),
            ("/pets/{}.json", "/pets/.json", false),
            ("/käse", "/k%C3%A4se", true),
        ] {
            assert_eq!(fits(template, path), expected, "{template} {path}");
        }
    }

    #[test]
    fn names_of_a_query() {
        assert_eq!(query_names("https://zoo.example/pets?id%3Ain=1,2&&a+b=1#x?y=1"), ["id:in", "a b"]);
        assert!(query_names("https://zoo.example/pets").is_empty());
    }
}
