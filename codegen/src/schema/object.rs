//! Objects with properties, with `allOf` merged.

use std::collections::HashSet;

use openapiv3::AdditionalProperties;

use super::{Schema, Schemas, read};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi;
use crate::source::NodeId;

/// What a schema and all that it takes in by `allOf` say together.
#[derive(Default)]
pub(crate) struct Object {
    pub(crate) properties: Vec<(String, NodeId)>,
    /// The names, and where each stands.
    pub(crate) required: Vec<(String, NodeId)>,
    /// Unknown keys are welcome, perhaps of a schema.
    pub(crate) rest: Option<Option<NodeId>>,
}

impl Object {
    pub(crate) fn requires(&self, name: &str) -> bool {
        self.required.iter().any(|(required, _)| required == name)
    }
}

/// All properties of a schema.
pub(crate) fn object(schemas: &mut Schemas<'_>, schema: &Schema) -> Object {
    let mut object = Object::default();
    merge(schemas, schema, &mut object, &mut HashSet::new(), &mut Vec::new());
    object
}

/// Adds what a schema says. `done` are the schemas that are a part of it already, `seen` those on the way to this one.
fn merge(
    schemas: &mut Schemas<'_>,
    schema: &Schema,
    object: &mut Object,
    done: &mut HashSet<NodeId>,
    seen: &mut Vec<NodeId>,
) {
    let sources = schemas.sources;
    if let Some(at) = seen.iter().position(|id| *id == schema.id) {
        // Each schema of the circle runs into it, but it is one problem.
        let mut circle = seen.get(at..).unwrap_or_default().to_vec();
        circle.sort_unstable();
        let mut places = circle.iter().map(|id| sources.place(*id));
        let Some(place) = places.next() else { return };
        let problem = Diagnostic::new(Code::InfiniteType, place, "this schema includes itself through `allOf`");
        let problem = places.fold(problem, |problem, place| problem.also(place, "through this schema"));
        schemas.report.add(problem.help("remove it from its own `allOf`"));
        return;
    }
    // Several ways may lead to a schema, and as many to each of those below.
    if !done.insert(schema.id) {
        return;
    }
    seen.push(schema.id);
    for branch in schema.any.all_of.iter().filter_map(openapi::node_of) {
        let Some(branch) = read(schemas, branch) else {
            // It may have any property.
            object.rest.get_or_insert(None);
            continue;
        };
        if !branch.any.one_of.is_empty() || !branch.any.any_of.is_empty() {
            let help = "list the properties of the union's branches one by one";
            let problem = Diagnostic::inexpressible(sources.place(branch.id), "this schema is a union inside `allOf`");
            schemas.report.add(problem.help(help));
            object.rest.get_or_insert(None);
        }
        merge(schemas, &branch, object, done, seen);
    }
    // From the node, which has them in the document's order.
    let properties = sources.get(schema.id, "properties");
    for entry in properties.map_or(&[][..], |node| sources.entries(node)) {
        match object.properties.iter_mut().find(|(known, _)| *known == entry.key) {
            // The later one is the more special one.
            Some(known) => known.1 = entry.value,
            None => object.properties.push((entry.key.to_string(), entry.value)),
        }
    }
    if let Some(required) = sources.get(schema.id, "required") {
        for item in sources.items(required) {
            if let Some(name) = sources.text(*item) {
                object.required.push((name.to_owned(), *item));
            }
        }
    }
    match &schema.any.additional_properties {
        Some(AdditionalProperties::Any(true)) => object.rest = Some(None),
        Some(AdditionalProperties::Schema(schema)) => object.rest = Some(openapi::node_of(schema)),
        Some(AdditionalProperties::Any(false)) | None => {}
    }
    seen.pop();
}

/// Whether the schema takes in what is no object: there are no properties to merge then.
pub(crate) fn takes_in_others(schemas: &mut Schemas<'_>, schema: &Schema) -> bool {
    schema.any.all_of.iter().filter_map(openapi::node_of).any(|branch| {
        let branch = read(schemas, branch);
        branch.is_some_and(|branch| branch.any.typ.as_deref().is_some_and(|typ| typ != "object"))
    })
}

/// The only value that a required property may have.
pub(crate) fn constant(schemas: &mut Schemas<'_>, node: NodeId, required: bool) -> Option<String> {
    let schema = read(schemas, node)?;
    match schema.any.enumeration.as_slice() {
        [serde_json::Value::String(value)] if required && !schema.nullable => Some(value.clone()),
        _ => None,
    }
}
