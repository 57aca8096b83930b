//! Lists where new recordings contradict the spec.

use std::collections::{BTreeMap, BTreeSet};

use replay::check::{Direction, Schemas, kind_of, unknown_keys};
use replay::recording::Recording;
use test_support::{Operation, Spec};

/// Identifies a line of the list: the place in the spec, what it declares, and what was found instead.
type Line = (String, String, String);

/// Returns where recordings contradict the spec, one line for each place: `spec/v3/customers.yaml:120: declared
/// integer, string in 3 of 9 recordings (/data/*/id)`.
///
/// # Errors
/// Fails if the spec cannot be used.
pub fn contradictions(spec: &Spec, recorded: &[(&Operation<'_>, &Recording)]) -> Result<Vec<String>, String> {
    let (requests, responses) = (Schemas::new(spec, Direction::Request)?, Schemas::new(spec, Direction::Response)?);
    let mut lines: BTreeMap<Line, (BTreeSet<usize>, BTreeSet<String>)> = BTreeMap::new();
    for (index, (operation, recording)) in recorded.iter().enumerate() {
        let response = &recording.response;
        let declared = operation.response(response.status);
        if declared.is_none() {
            let line = (operation.node.place(), "declares no such status".to_owned(), response.status.to_string());
            lines.entry(line).or_default().0.insert(index);
        }
        let sent = recording.request.as_ref().and_then(|request| request.body.as_ref());
        let bodies = [
            (operation.body_schema(), sent, &requests),
            (
                declared.map_or(operation.node.child("none"), |declared| declared.schema()),
                response.body.as_ref(),
                &responses,
            ),
        ];
        for (schema, body, schemas) in bodies {
            let Some(body) = body.filter(|_| schema.exists()).map(replay::Exact::value) else { continue };
            let found = schemas.check(&schema, &body).into_iter();
            let mut found: Vec<_> = found.map(|v| ((v.place, v.declared, v.found.to_owned()), v.pointer)).collect();
            found.extend(unknown_keys(&schema, &body).into_iter().map(|key| {
                let name = key.pointer.rsplit('/').next().unwrap_or_default();
                let kind = body.pointer(&key.pointer).map_or("nothing", kind_of);
                ((key.place, format!("no property {name} declared"), kind.to_owned()), key.pointer)
            }));
            for (line, pointer) in found {
                let (indexes, pointers) = lines.entry(line).or_default();
                indexes.insert(index);
                pointers.insert(without_indexes(&pointer));
            }
        }
    }
    let total = recorded.len();
    let print = |((place, declared, found), (indexes, pointers)): (Line, (BTreeSet<usize>, BTreeSet<String>))| {
        let places: Vec<_> = pointers.into_iter().collect();
        let at = if places.is_empty() { String::new() } else { format!(" ({})", places.join(", ")) };
        format!("{place}: {declared}, {found} in {} of {total} recordings{at}", indexes.len())
    };
    Ok(lines.into_iter().map(print).collect())
}

/// Replaces indexes, so that `/data/3/id` and `/data/0/id` are the same place.
fn without_indexes(pointer: &str) -> String {
    let star = |segment: &str| {
        if !segment.is_empty() && segment.bytes().all(|b| b.is_ascii_digit()) { "*" } else { segment }.to_owned()
    };
    pointer.split('/').map(star).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use replay::Exact;
    use replay::recording::RecordedResponse;
    use test_support::spec;

    #[test]
    fn a_place_of_the_spec_is_one_line_however_often_it_is_broken() {
        let operations = spec().operations();
        let list = operations.iter().find(|operation| operation.name() == "v3.subscribers.get").unwrap();
        let recording = |status: u16, body: &str| Recording {
            source: String::new(),
            date: String::new(),
            request: None,
            response: RecordedResponse {
                status,
                headers: Default::default(),
                body: Some(Exact::parse(body).unwrap()),
                text: None,
            },
        };
        let all = [
            recording(200, r#"{"data": {"id": "7", "email": "a@example.org", "loyalty": 1}}"#),
            recording(200, r#"{"data": {"id": "8"}}"#),
            recording(200, r#"{"data": {"id": 9}}"#),
            recording(451, "{}"),
        ];
        let recorded: Vec<_> = all.iter().map(|recording| (list, recording)).collect();
        let lines = contradictions(spec(), &recorded).unwrap();
        let has = |parts: &[&str]| lines.iter().any(|line| parts.iter().all(|part| line.contains(part)));
        assert!(
            has(&["spec/v3/subscribers.yaml:", ": declared integer, string in 2 of 4 recordings (/data/id)"]),
            "{lines:?}"
        );
        assert!(has(&["no property loyalty declared, integer in 1 of 4 recordings (/data/loyalty)"]), "{lines:?}");
        assert!(has(&["declares no such status, 451 in 1 of 4 recordings"]), "{lines:?}");
    }
}
