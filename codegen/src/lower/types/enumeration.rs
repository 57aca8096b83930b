//! Enums of strings.

use super::super::input::Input;
use super::Types;
use crate::diagnostic::Diagnostic;
use crate::ir::{Ident, Names, Shape, Variant};
use crate::ledger::{Key, Place, Role, Settled};
use crate::schema::{self, Schema};
use crate::source::{NodeId, Value};

/// The variant for unknown values.
pub(crate) const UNKNOWN: &str = "Unknown";

pub(super) fn lower(types: &mut Types<'_>, parts: &Schema, _: &str) -> Shape {
    let input = types.input;
    of_all(input, parts.id, &[parts.id])
}

/// Returns the enum with the values of all these schemas, which is named at `place`.
pub(super) fn of_all(input: Input<'_>, place: NodeId, schemas: &[NodeId]) -> Shape {
    let sources = input.sources;
    let mut names = Names::reserving(&[UNKNOWN]);
    let lists: Vec<_> =
        schemas.iter().filter_map(|schema| schema::statement(input.documents, *schema, "enum")).collect();
    let place = Place::Node(place);
    let key = |value| Key { role: Role::Value, place, detail: [value, ""] };
    let mut values: Vec<(&str, Ident)> = Vec::new();
    for item in lists.into_iter().flat_map(|list| sources.items(list)) {
        // Null only repeats `nullable`.
        let Some(value) = text(input, *item) else { continue };
        if !values.iter().any(|(known, _)| *known == value) {
            values.push((value, Ident::camel(value)));
        }
    }
    input.ledger.reserve(&mut names, input.report, Role::Value, place);
    for (value, wanted) in &values {
        input.ledger.hold(&mut names, key(*value), wanted);
    }
    let variant = |(value, wanted)| {
        let Settled { name, was } = input.ledger.settle(&mut names, key(value), wanted, Names::free);
        Variant { name, value: value.to_owned(), aliases: was.into() }
    };
    Shape::Enum(values.into_iter().map(variant).collect())
}

/// A value as a string. In published documents it may be a number or a boolean: YAML has them where the quotes are
/// missing.
fn text<'a>(input: Input<'a>, item: NodeId) -> Option<&'a str> {
    let meant = match input.sources.value(item) {
        Value::Text(value) => return Some(value),
        Value::Null => return None,
        Value::Number(text) => Some(text),
        Value::Bool(value) => Some(if value { "true" } else { "false" }),
        Value::List(_) | Value::Map(_) => None,
    };
    let policy = input.policy;
    let (code, consequence) = match meant {
        Some(text) => (policy.bare_enum_value, format!(": it is read as `'{text}'`")),
        None => (policy.bad_enum_value, ": it is left out".to_owned()),
    };
    let message = "this enum value is not a string, as its `type` requires";
    let consequence = if code.is_error() { "" } else { consequence.as_str() };
    let problem = Diagnostic::new(code, input.sources.location(item), format!("{message}{consequence}"));
    input.report.add(problem.help("put it in quotes"));
    meant.filter(|_| !code.is_error())
}
