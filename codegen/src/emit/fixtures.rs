//! Fixtures: the example responses of the document.

use super::rt::FIXTURES;
use super::tokens::{commented, raw};
use super::{Piece, Scope, Table, docs as text};
use crate::ir::{Operation, Resource};

/// Generates the constants of all operations, if there are any examples.
pub(super) fn emit(scope: &Scope<'_>, resource: &Resource) -> Option<Piece> {
    let rows: Vec<_> = resource.operations.iter().flat_map(|operation| rows(scope, resource, operation)).collect();
    let head = Some(resource.fixtures.as_str().to_owned());
    (!rows.is_empty()).then_some(Piece::Table(Table { name: FIXTURES, head, rows }))
}

fn rows(scope: &Scope<'_>, resource: &Resource, operation: &Operation) -> Vec<String> {
    let mut rows = Vec::new();
    for fixture in &operation.responses.fixtures {
        let docs = text::fixture(resource, operation, fixture);
        rows.extend(commented(&docs).lines().map(|line| format!("/// {line}").trim_end().to_owned()));
        let json = raw(&visible(&scope.output.sources.pretty_json(fixture.example)));
        let (name, constant, status, ty) =
            (&fixture.name, &operation.names.constant, fixture.status, scope.ty(&fixture.ty));
        rows.push(format!("{name}: {constant} => {status} {ty}, {json};"));
    }
    rows
}

/// Escapes invisible characters and those that change the direction of text: rustc and clippy reject them in literals.
pub(super) fn visible(json: &str) -> String {
    let mut result = String::with_capacity(json.len());
    for char in json.chars() {
        match char {
            '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => result.push_str(&format!("\\u{:04x}", u32::from(char))),
            char => result.push(char),
        }
    }
    result
}
