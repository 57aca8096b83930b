//! Annotations of a schema that its type does not express, for the documentation.

use super::super::input::Input;
use super::enumeration::Described;
use crate::ir::Annotations;
use crate::schema;
use crate::source::{NodeId, Value};

/// Longer values do not help in documentation.
const LONG: usize = 60;

/// Longer lists of values are omitted.
const MOST_VALUES: usize = 12;

/// Returns the values of an enum, each with its name if the document has one.
fn named(input: Input<'_>, schema: NodeId, values: &[NodeId], text: impl Fn(NodeId) -> Option<String>) -> Vec<String> {
    let list = schema::statement(input.documents, schema, "enum");
    let described = list.map(|list| Described::of(input, schema, list));
    let one = |(index, value): (usize, &NodeId)| {
        let name = described.as_ref().and_then(|described| described.name(input, index));
        let text = text(*value)?;
        Some(name.map_or_else(|| text.clone(), |name| format!("{text} ({name})")))
    };
    values.iter().enumerate().filter_map(one).collect()
}

/// Returns the annotations of a schema that is not a reference.
pub(in crate::lower) fn of(input: Input<'_>, node: NodeId) -> Annotations {
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
    // The values of a string enum become variants.
    let are_texts = schema::statement(input.documents, node, "type").map_or_else(
        || values.iter().all(|node| matches!(sources.value(*node), Value::Text(_) | Value::Null)),
        |node| sources.text(node) == Some("string"),
    );
    let is_listed = !are_texts && (2..=MOST_VALUES).contains(&values.len());
    Annotations {
        default: stated_default(input, node).and_then(text),
        values: if is_listed { named(input, node, values, text) } else { Vec::new() },
        pattern: schema::statement(input.documents, node, "pattern").and_then(text),
        example: sources.get(node, "example").filter(is_scalar).and_then(text),
    }
}

/// Returns the default of a schema that is not a reference, in JSON.
pub(super) fn default(input: Input<'_>, node: NodeId) -> Option<Box<str>> {
    stated_default(input, node).map(|default| input.sources.to_json(default).to_string().into())
}

fn stated_default(input: Input<'_>, node: NodeId) -> Option<NodeId> {
    schema::annotation(input.sources, node, "default").filter(|node| input.sources.value(*node) != Value::Null)
}
