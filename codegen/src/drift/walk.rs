//! Compares operations: parameters, bodies, statuses.

use std::collections::BTreeMap;

use super::find::{Anchor, Comparer, Hint, Position, deprecated, type_text};
use super::side::{Operation, Side, path_parameters};
use super::view::view;
use super::{NONE, OPTIONAL, REQUIRED, Subject, What};
use crate::bundle::{json_content, media, parameters};
use crate::openapi::{Method, NOT_PARAMETERS};
use crate::source::NodeId;

/// Compares two operations with the same method and path.
pub(super) fn operations(comparer: &mut Comparer<'_>, our: &Operation<'_>, their: &Operation<'_>) {
    let nodes = (our.declared.node, their.declared.node);
    let at = Position::new(our.shown(), Subject::Operation);
    let texts = (deprecated(&comparer.ours, nodes.0), deprecated(&comparer.theirs, nodes.1));
    comparer.unless_equal(&at, What::Deprecated, texts, nodes);
    all_parameters(comparer, &at, our, their);
    bodies(comparer, &at, our, their);
    statuses(comparer, &at, nodes);
}

/// Where a parameter is sent, and under which name: parameters of the path by their position in it.
type Key = (String, String);

/// Returns the parameters of an operation: the nodes in its list, and the definitions.
fn declared(side: &Side<'_>, operation: &Operation<'_>) -> BTreeMap<Key, (NodeId, NodeId)> {
    let in_path = path_parameters(operation.declared.path);
    let mut all = BTreeMap::new();
    for (node, _) in parameters(side.sources, operation.declared.node, operation.declared.path_item) {
        let target = side.resolve(node);
        let text = |key: &str| side.sources.get_text(target, key).unwrap_or_default().to_owned();
        let (location, name) = (text("in"), text("name"));
        let name = match location.as_str() {
            "path" => in_path.iter().position(|other| *other == name).map_or(name, |index| index.to_string()),
            "header" => name.to_ascii_lowercase(),
            _ => name,
        };
        // An operation's own parameters come first.
        all.entry((location, name)).or_insert((node, target));
    }
    all
}

fn all_parameters(comparer: &mut Comparer<'_>, at: &Position, our: &Operation<'_>, their: &Operation<'_>) {
    let (ours, theirs) = (declared(&comparer.ours, our), declared(&comparer.theirs, their));
    let position = |side: &Side<'_>, node: NodeId| {
        let text = |key: &str| side.sources.get_text(node, key).unwrap_or_default();
        Position::new(format!("{} {} {}", at.part, text("in"), text("name")), Subject::Parameter)
    };
    for (key, (_, here)) in &ours {
        let at = position(&comparer.ours, *here);
        match theirs.get(key) {
            Some((_, there)) => parameter(comparer, &at, *here, *there),
            None => {
                let text = value_type(&mut comparer.ours, *here);
                let there = Anchor::lacking(their.declared.node, &["parameters", &key.1]);
                comparer.add(&at, What::Extra, (text, NONE), (*here, there), &[]);
            }
        }
    }
    for (key, (node, there)) in theirs.iter().filter(|(key, _)| !ours.contains_key(*key)) {
        let at = position(&comparer.theirs, *there);
        let text = value_type(&mut comparer.theirs, *there);
        let here = Anchor::lacking(our.declared.node, &["parameters", &key.1]);
        let is_own = key.0 == "header"
            && (NOT_PARAMETERS.contains(&key.1.as_str())
                || [comparer.ours.own_headers, comparer.theirs.own_headers].concat().contains(&key.1));
        let hints: &[Hint] = if is_own { &[Hint::OwnHeader] } else { &[] };
        comparer.add(&at, What::Absent, (NONE, text), (here, *node), hints);
    }
}

fn parameter(comparer: &mut Comparer<'_>, at: &Position, here: NodeId, there: NodeId) {
    let presence = |side: &Side<'_>, node| if side.sources.get_bool(node, "required") { REQUIRED } else { OPTIONAL };
    let texts = (presence(&comparer.ours, here), presence(&comparer.theirs, there));
    comparer.unless_equal(at, What::Required, texts, (here, there));
    let texts = (deprecated(&comparer.ours, here), deprecated(&comparer.theirs, there));
    comparer.unless_equal(at, What::Deprecated, texts, (here, there));
    if let Some(texts) = style(&mut comparer.ours, here).zip(style(&mut comparer.theirs, there)) {
        comparer.unless_equal(at, What::Style, texts, (here, there));
    }
    if let Some((our, their)) = schema(&comparer.ours, here).zip(schema(&comparer.theirs, there)) {
        comparer.values(at, &[our], &[their]);
    }
}

/// Returns the schema of a parameter or a header.
pub(super) fn schema(side: &Side<'_>, node: NodeId) -> Option<NodeId> {
    let of_content = || media(side.documents, node).into_iter().find_map(|media| media.schema);
    side.sources.get(node, "schema").or_else(of_content)
}

fn value_type(side: &mut Side<'_>, parameter: NodeId) -> String {
    let node = schema(side, parameter);
    node.map_or_else(|| "any".to_owned(), |node| type_text(side, &[node]))
}

/// Returns how an array is written in a URL or a header; `None` for other values.
fn style(side: &mut Side<'_>, parameter: NodeId) -> Option<String> {
    let node = schema(side, parameter)?;
    if !view(side, &[node])?.types().contains("array") {
        return None;
    }
    let sources = side.sources;
    let default = match sources.get_text(parameter, "in") {
        Some("query" | "cookie") => "form",
        _ => "simple",
    };
    let style = sources.get_text(parameter, "style").unwrap_or(default);
    let is_exploded = match sources.get(parameter, "explode") {
        Some(_) => sources.get_bool(parameter, "explode"),
        None => style == "form",
    };
    Some(format!("{style}, {}", if is_exploded { "exploded" } else { "not exploded" }))
}

fn bodies(comparer: &mut Comparer<'_>, at: &Position, our: &Operation<'_>, their: &Operation<'_>) {
    let body = |side: &Side<'_>, operation: &Operation<'_>| {
        side.sources.get(operation.declared.node, "requestBody").map(|node| side.resolve(node))
    };
    let is_update = matches!(our.declared.method, Method::Put | Method::Patch);
    let at = Position { is_update, ..Position::new(format!("{} body", at.part), Subject::Sent) };
    match (body(&comparer.ours, our), body(&comparer.theirs, their)) {
        (None, None) => {}
        (Some(here), Some(there)) => {
            let presence =
                |side: &Side<'_>, node| if side.sources.get_bool(node, "required") { REQUIRED } else { OPTIONAL };
            let texts = (presence(&comparer.ours, here), presence(&comparer.theirs, there));
            // An update without a body would change nothing.
            let own = Position { is_update: false, ..at.clone() };
            comparer.unless_equal(&own, What::Required, texts, (here, there));
            contents(comparer, &at, here, there);
        }
        (Some(here), None) => {
            let there = Anchor::lacking(their.declared.node, &["requestBody"]);
            comparer.add(&at, What::Extra, ("body", NONE), (here, there), &[]);
        }
        (None, Some(there)) => {
            let here = Anchor::lacking(our.declared.node, &["requestBody"]);
            comparer.add(&at, What::Absent, (NONE, "body"), (here, there), &[]);
        }
    }
}

/// Compares what a body or a response contains.
fn contents(comparer: &mut Comparer<'_>, at: &Position, here: NodeId, there: NodeId) {
    let json = |side: &Side<'_>, node| json_content(side.documents, node);
    let text = |side: &Side<'_>, node| {
        let names: Vec<_> = media(side.documents, node).iter().map(|media| media.essence()).collect();
        if names.is_empty() { NONE.to_owned() } else { names.join(", ") }
    };
    match (json(&comparer.ours, here), json(&comparer.theirs, there)) {
        (Some(our), Some(their)) => {
            let schemas = comparer.ours.sources.get(our, "schema").zip(comparer.theirs.sources.get(their, "schema"));
            if let Some((our, their)) = schemas {
                comparer.values(at, &[our], &[their]);
            }
        }
        (our, their) => {
            let texts = (text(&comparer.ours, here), text(&comparer.theirs, there));
            if texts.0 == texts.1 {
                return;
            }
            let content = |side: &Side<'_>, node| side.sources.get(node, "content").map(Anchor::from);
            let lacking = |node| Anchor::lacking(node, &["content"]);
            let places = (
                content(&comparer.ours, here).unwrap_or_else(|| lacking(here)),
                content(&comparer.theirs, there).unwrap_or_else(|| lacking(there)),
            );
            let what = if our.is_none() && their.is_some() { What::Absent } else { What::Extra };
            comparer.add(at, what, texts, places, &[]);
        }
    }
}

fn statuses(comparer: &mut Comparer<'_>, at: &Position, nodes: (NodeId, NodeId)) {
    let (ours, theirs) = (responses(&comparer.ours, nodes.0), responses(&comparer.theirs, nodes.1));
    let position = |status: &str, subject| Position::new(format!("{} {status}", at.part), subject);
    for (status, there) in &theirs {
        match covering(&ours, status) {
            Some(here) => {
                let here = comparer.ours.resolve(here);
                let there = comparer.theirs.resolve(*there);
                contents(comparer, &position(status, Subject::Received), here, there);
            }
            None => {
                let here = Anchor::lacking(nodes.0, &["responses", status]);
                comparer.add(&position(status, Subject::Status), What::Absent, (NONE, *status), (here, *there), &[]);
            }
        }
    }
    for (status, here) in &ours {
        let is_covered = covering(&theirs, status).is_some() || theirs.iter().any(|(other, _)| covers(status, other));
        if !is_covered {
            let there = Anchor::lacking(nodes.1, &["responses", status]);
            // A component of its own fragment belongs to a few operations.
            let is_shared = comparer.ours.resolve(*here).file() != nodes.0.file();
            let hints: &[Hint] = if is_shared { &[Hint::Shared] } else { &[] };
            comparer.add(&position(status, Subject::Status), What::Extra, (*status, NONE), (*here, there), hints);
        }
    }
}

/// Returns the responses of an operation by status.
pub(super) fn responses<'a>(side: &Side<'a>, operation: NodeId) -> Vec<(&'a str, NodeId)> {
    let entries = side.sources.get(operation, "responses").map_or(&[][..], |node| side.sources.entries(node));
    let is_status = |key: &str| key == "default" || key.starts_with(|first: char| first.is_ascii_digit());
    entries.iter().filter(|entry| is_status(&entry.key)).map(|entry| (entry.key.as_str(), entry.value)).collect()
}

/// Returns the response to a status: its own, that of its range, or the default.
pub(super) fn covering(all: &[(&str, NodeId)], status: &str) -> Option<NodeId> {
    let found = |key: &dyn Fn(&str) -> bool| all.iter().find(|(other, _)| key(other)).map(|(_, node)| *node);
    let is_default = status == "default";
    found(&|other| other == status)
        .or_else(|| found(&|other| covers(other, status)))
        .or_else(|| found(&|other| other == "default" && !is_default))
}

/// Whether a key is the range of a status, such as `5XX`.
fn covers(range: &str, status: &str) -> bool {
    let digit = range.strip_suffix("XX");
    digit.is_some_and(|digit| status.len() == range.len() && status.starts_with(digit))
}
