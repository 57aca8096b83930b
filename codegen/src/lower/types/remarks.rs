//! What a schema says about its values that no type holds: it goes into the documentation.

use super::super::input::Input;
use crate::ir::Remarks;
use crate::schema;
use crate::source::{NodeId, Value};

/// What is longer says nothing at a glance.
const LONG: usize = 60;

/// More values than these are no list to read.
const MOST_VALUES: usize = 12;

/// The remarks of a schema, which is no reference.
pub(in crate::lower) fn of(input: Input<'_>, node: NodeId) -> Remarks {
    let sources = input.sources;
    let is_scalar = |node: &NodeId| !matches!(sources.value(*node), Value::Map(_) | Value::List(_) | Value::Null);
    let text = |node: NodeId| {
        let text = match sources.value(node) {
            Value::Text(text) => text.to_owned(),
            _ => sources.to_json(node).to_string(),
        };
        Some(text).filter(|text| !text.trim().is_empty() && text.len() <= LONG && !text.contains(['\n', '\r']))
    };
    let values = schema::statement(input.documents, node, "enum").map_or(&[][..], |list| sources.items(list));
    // Those of texts are variants.
    let are_texts = schema::statement(input.documents, node, "type").map_or_else(
        || values.iter().all(|node| matches!(sources.value(*node), Value::Text(_) | Value::Null)),
        |node| sources.text(node) == Some("string"),
    );
    let is_listed = !are_texts && (2..=MOST_VALUES).contains(&values.len());
    Remarks {
        default: schema::annotation(input.sources, node, "default")
            .filter(|node| sources.value(*node) != Value::Null)
            .and_then(text),
        values: if is_listed { values.iter().filter_map(|node| text(*node)).collect() } else { Vec::new() },
        pattern: schema::statement(input.documents, node, "pattern").and_then(text),
        example: sources.get(node, "example").filter(is_scalar).and_then(text),
    }
}
