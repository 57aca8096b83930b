//! Enums of strings.

use super::super::input::Input;
use super::Types;
use crate::diagnostic::Diagnostic;
use crate::ir::{Ident, Names, Shape, Variant};
use crate::schema::{self, Schema};
use crate::source::{NodeId, Value};

/// The variant for unknown values.
pub(crate) const UNKNOWN: &str = "Unknown";

pub(super) fn lower(types: &mut Types<'_>, parts: &Schema, _: &str) -> Shape {
    let input = types.input;
    of_all(input, &[parts.id])
}

/// Returns the enum with the values of all these schemas.
pub(super) fn of_all(input: Input<'_>, schemas: &[NodeId]) -> Shape {
    let sources = input.sources;
    let mut names = Names::reserving(&[UNKNOWN]);
    let mut variants: Vec<Variant> = Vec::new();
    let lists: Vec<_> =
        schemas.iter().filter_map(|schema| schema::statement(input.documents, *schema, "enum")).collect();
    for item in lists.into_iter().flat_map(|list| sources.items(list)) {
        // Null only repeats `nullable`.
        let Some(value) = text(input, *item) else { continue };
        if !variants.iter().any(|variant| variant.value == value) {
            variants.push(Variant { name: names.free(Ident::camel(value)), value: value.to_owned() });
        }
    }
    Shape::Enum(variants)
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
