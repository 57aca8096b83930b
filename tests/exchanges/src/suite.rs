//! The checks on all recordings that need no client: they belong to the spec, match it, and are complete.

mod requests;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::check::{Direction, Schemas, Violation, unknown_keys};
use crate::coverage::{Cell, coverage, holes};
use crate::problem::Problem;
use crate::recording::{Name, Recorded, Recordings, UNDECLARED, file_of};
use crate::spec::{Component, Declared, Node, Operation, Spec};

pub use self::requests::pinned;

/// Returns all problems of the recordings.
///
/// # Errors
/// Fails if the spec cannot be used.
pub fn problems(spec: &Spec, recordings: &Recordings) -> Result<Vec<Problem>, String> {
    let requests = Schemas::new(spec, Direction::Request)?;
    let responses = Schemas::new(spec, Direction::Response)?;
    let operations = spec.operations();
    let mut problems = Vec::new();
    for recorded in &recordings.all {
        let file = file_of(&recorded.name);
        problems.extend(form(recorded).map(|message| Problem::new(&file, message)));
        let owners = match owners(&operations, &recorded.name) {
            Ok(owners) => owners,
            Err(problem) => {
                problems.push(Problem::new(file, problem));
                continue;
            }
        };
        if let [operation] = owners[..]
            && !recorded.name.is_shared()
        {
            problems.extend(request(operation, recorded, &requests));
        }
        // A shared response is one node of the spec.
        let declared = owners.first().and_then(|operation| operation.response(recorded.name.status));
        problems.extend(declared.iter().flat_map(|declared| response(declared, recorded, &responses)));
    }
    problems.extend(recordings.all.iter().flat_map(requests::mismatched));
    problems.extend(requests::unpinned(recordings));
    problems.extend(malformed(recordings));
    problems.extend(unlisted(spec, recordings));
    problems.extend(missing(spec, recordings));
    problems.sort();
    problems.dedup();
    Ok(problems)
}

/// Returns the declared responses and listed cases without a recording; a shared one only once.
#[must_use]
pub fn missing(spec: &Spec, recordings: &Recordings) -> Vec<Problem> {
    let rows = coverage(spec, recordings);
    let mut files: BTreeMap<&str, (Vec<&str>, &Cell)> = BTreeMap::new();
    for (row, _, cell) in holes(&rows) {
        let missing = cell.missing.as_deref().unwrap_or_default();
        files.entry(missing).or_insert((Vec::new(), cell)).0.push(&row.operation);
    }
    let problem = |(missing, (operations, cell)): (&str, (Vec<&str>, &Cell))| {
        let whose = match operations[..] {
            [one] => format!("{one} declares it"),
            [first, .., last] => format!("{} operations declare it, from {first} to {last}", operations.len()),
            [] => String::new(),
        };
        Problem::new(format!("tests/recordings/{missing}.json"), format!("is missing: {whose}")).by(&cell.place)
    };
    let lost = recordings.listed().filter(|case| !recordings.all.iter().any(|recorded| recorded.name == *case));
    let lost = lost.map(|case| Problem::new(file_of(&case), format!("is missing: {README} lists it")));
    files.into_iter().map(problem).chain(lost).collect()
}

/// Returns the operations that a recording belongs to.
///
/// # Errors
/// Fails if there are none.
pub fn owners<'o, 's>(operations: &'o [Operation<'s>], name: &Name) -> Result<Vec<&'o Operation<'s>>, String> {
    let of_version = || operations.iter().filter(|operation| operation.version == name.version);
    if !name.is_shared() {
        let own =
            |operation: &&Operation<'_>| operation.fragment == name.fragment && operation.method_name() == name.owner;
        let operation = of_version().find(own).ok_or_else(|| {
            format!(
                "is of an operation that spec/{}/{}.yaml does not have: {}",
                name.version, name.fragment, name.owner
            )
        })?;
        return match operation.response(name.status) {
            Some(_) => Ok(vec![operation]),
            None => {
                Err(format!("is of a status that {} does not declare ({})", operation.name(), operation.node.place()))
            }
        };
    }
    let wanted = Component { fragment: &name.fragment, name: name.owner.clone() };
    let found: Vec<_> = of_version()
        .filter(|operation| match operation.response(name.status) {
            Some(declared) => declared.component.as_ref() == Some(&wanted),
            None => name.owner == UNDECLARED,
        })
        .collect();
    match (found.is_empty(), name.owner == UNDECLARED) {
        (false, _) => Ok(found),
        (true, true) => Err(format!("is of a status that every operation declares: {}", name.status)),
        (true, false) => Err(format!(
            "is of a response that no operation refers to for {}: {} of spec/{}/{}.yaml",
            name.status, name.owner, name.version, name.fragment
        )),
    }
}

/// The valid origins of recordings, which the README of the folder explains.
const SOURCES: [&str; 9] = [
    "facts",
    "observed ",
    "live shapes",
    "published document",
    "documentation page",
    "recorded",
    "spec",
    "assumption",
    "RFC ",
];

/// Checks that the file is in the common format, and agrees with its name.
fn form(recorded: &Recorded) -> impl Iterator<Item = String> {
    let (name, recording) = (&recorded.name, &recorded.recording);
    let written = recording.text().is_ok_and(|text| text == recorded.text);
    let response = &recording.response;
    let has_type = response.headers.contains_key("content-type");
    [
        (!written).then(|| "is not written as `jq --indent 2 .` would, with the keys in their order".to_owned()),
        (response.status != name.status)
            .then(|| format!("has status {}, but its name says {}", response.status, name.status)),
        (response.body.is_some() && response.text.is_some()).then(|| "has both a body and a text".to_owned()),
        (has_type != (response.body.is_some() || response.text.is_some()))
            .then(|| "has a content-type without a body, or a body without one".to_owned()),
        (name.is_shared() && recording.request.is_some())
            .then(|| "belongs to many operations, and so cannot have a request".to_owned()),
        (!name.is_shared() && recording.request.is_none()).then(|| "has no request".to_owned()),
        (!SOURCES.iter().any(|kind| recording.source.starts_with(kind)))
            .then(|| format!("does not say what it rests on: a source begins with one of {}", SOURCES.join(", "))),
        (!is_date(&recording.date)).then(|| format!("has no date like 2026-11-21: {}", recording.date)),
    ]
    .into_iter()
    .flatten()
}

fn is_date(text: &str) -> bool {
    text.parse::<openapi_client_runtime::Date>().is_ok()
}

fn request(operation: &Operation<'_>, recorded: &Recorded, schemas: &Schemas<'_>) -> Vec<Problem> {
    let Some(request) = &recorded.recording.request else { return Vec::new() };
    let file = file_of(&recorded.name);
    let mut problems = Vec::new();
    let own_path =
        request.path.strip_prefix(&format!("/{}", operation.version)).and_then(|path| operation.match_path(path));
    if request.method != operation.method || own_path.is_none() {
        let (version, path) = (operation.version, &operation.path);
        let is = format!("{} {}", request.method, request.path);
        let message = format!("{is} is not a call of {}, {} /{version}{path}", operation.name(), operation.method);
        problems.push(Problem::new(&file, message).at("/request").by(operation.node.place()));
    }
    let schema = operation.body_schema();
    match &request.body {
        Some(body) if schema.exists() => {
            problems.extend(body_problems(&file, "/request/body", &schema, &body.value(), schemas, false));
        }
        None if !schema.exists() => {}
        _ => {
            let message = "has a body where the spec has none, or none where the spec has one";
            problems.push(Problem::new(&file, message).at("/request/body").by(operation.node.place()));
        }
    }
    problems
}

fn response(declared: &Declared<'_>, recorded: &Recorded, schemas: &Schemas<'_>) -> Vec<Problem> {
    let (file, response) = (file_of(&recorded.name), &recorded.recording.response);
    let (schema, unknown) = (declared.schema(), recorded.name.is_unknown());
    let place = || declared.node.place();
    match &response.body {
        Some(body) if schema.exists() => {
            body_problems(&file, "/response/body", &schema, &body.value(), schemas, unknown)
        }
        Some(_) => {
            vec![Problem::new(file, "has a body where the spec has none").at("/response/body").by(place())]
        }
        // Responses of gateways are not JSON, whatever the schema of an error says.
        None if response.status < 300 && (schema.exists() || response.text.is_some()) => {
            vec![Problem::new(file, "has no JSON body where the spec has one").at("/response").by(place())]
        }
        None => Vec::new(),
    }
}

fn body_problems(
    file: &str,
    at: &str,
    schema: &Node<'_>,
    body: &Value,
    schemas: &Schemas<'_>,
    unknown: bool,
) -> Vec<Problem> {
    let violations = schemas.check(schema, body);
    let keys = unknown_keys(schema, body);
    if unknown && violations.is_empty() && keys.is_empty() {
        return vec![
            Problem::new(
                file,
                "is called unknown, and holds nothing that the spec does not know: show something else, or rename it",
            )
            .at(at),
        ];
    }
    let allowed = |violation: &Violation| unknown && ["enum", "oneOf", "anyOf"].contains(&violation.keyword.as_str());
    let mut problems: Vec<_> = violations
        .into_iter()
        .filter(|violation| !allowed(violation))
        .map(|violation| {
            Problem::new(file, violation.message).at(format!("{at}{}", violation.pointer)).by(violation.place)
        })
        .collect();
    if !unknown {
        problems.extend(keys.into_iter().map(|key| {
            let message = "is a key that the spec does not know; name the case `unknown-…` if that is its point";
            Problem::new(file, message).at(format!("{at}{}", key.pointer)).by(key.place)
        }));
    }
    problems
}

/// The file that describes each case.
const README: &str = "tests/recordings/README.md";

/// Returns the recordings that no declared response requires and the list does not describe: nobody would notice if one
/// of them got lost.
fn unlisted(spec: &Spec, recordings: &Recordings) -> Vec<Problem> {
    let rows = coverage(spec, recordings);
    let required: BTreeSet<_> =
        rows.iter().flat_map(|row| row.statuses.values()).filter_map(|cell| cell.required.as_ref()).collect();
    let listed: BTreeSet<_> = recordings.listed().collect();
    let names = recordings.all.iter().map(|recorded| &recorded.name);
    let unlisted = names.filter(|name| !required.contains(name) && !listed.contains(name));
    let problem = |name: &Name| {
        let line = format!("is listed nowhere: say in {README} what it shows, `| {name} | … |`");
        Problem::new(file_of(name), line)
    };
    unlisted.map(problem).collect()
}

/// Returns the lines of the list that name no recording, or one that another line names.
fn malformed(recordings: &Recordings) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let rows = recordings.rows();
    let rows = rows.filter_map(|name| match Name::parse(name) {
        Err(problem) => Some(problem),
        Ok(name) => (!seen.insert(name.clone())).then(|| format!("lists {name} twice")),
    });
    rows.map(|problem| Problem::new(README, problem)).collect()
}
