//! Objects with properties, with `allOf` merged.

use openapiv3::AdditionalProperties;

use super::{Schema, Schemas, is_anything, read};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi;
use crate::source::{NodeHashSet, NodeId};

/// The properties of a schema, with those of its `allOf`.
#[derive(Clone, Default)]
pub(crate) struct Object {
    pub(crate) properties: Vec<(String, NodeId)>,
    /// Less specific schemas of some of the properties, which hold as well.
    pub(crate) also: Vec<(String, NodeId)>,
    /// Other schemas of some of the properties, which may hold instead.
    pub(crate) or: Vec<(String, NodeId)>,
    /// The names, and the node of each.
    pub(crate) required: Vec<(String, NodeId)>,
    /// As well those that only some alternatives require.
    pub(crate) sometimes: Vec<(String, NodeId)>,
    /// Whether unknown keys are allowed, and the schema of their values, if any.
    pub(crate) rest: Option<Option<NodeId>>,
    /// The unions in `allOf`, one branch of which is a part of the object as well: each schema, and its branches.
    pub(crate) unions: Vec<(NodeId, Vec<NodeId>)>,
}

impl Object {
    pub(crate) fn requires(&self, name: &str) -> bool {
        self.required.iter().any(|(required, _)| required == name)
    }
}

/// Returns all properties of a schema.
pub(crate) fn object(schemas: &mut Schemas<'_>, schema: &Schema) -> Object {
    let mut object = Object::default();
    merge(schemas, schema, &mut object, &mut NodeHashSet::default(), &mut Vec::new());
    object
}

/// Adds the properties of a schema. `done` are the schemas that were added, `seen` those on the path to this one.
fn merge(
    schemas: &mut Schemas<'_>,
    schema: &Schema,
    object: &mut Object,
    done: &mut NodeHashSet,
    seen: &mut Vec<NodeId>,
) {
    let sources = schemas.sources;
    if let Some(at) = seen.iter().position(|id| *id == schema.id) {
        // Each schema of the cycle leads to it, but it is a single problem.
        let mut circle = seen.get(at..).unwrap_or_default().to_vec();
        circle.sort_unstable();
        let mut locations = circle.iter().map(|id| sources.location(*id));
        let Some(location) = locations.next() else { return };
        let problem = Diagnostic::new(Code::InfiniteType, location, "this schema includes itself through `allOf`");
        let problem = locations.fold(problem, |problem, location| problem.also(location, "through this schema"));
        // The schema is merged for each of its uses.
        schemas.report.add_once(problem.help("remove it from its own `allOf`"));
        return;
    }
    // Several paths may lead to a schema, and multiply below it.
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
        for union in [&branch.any.one_of, &branch.any.any_of].into_iter().filter(|union| !union.is_empty()) {
            let branches: Vec<_> = union.iter().filter_map(openapi::node_of).collect();
            // A schema may extend a union of which it is a branch.
            let is_inside =
                |branch: &NodeId| schemas.documents.resolve(*branch).is_some_and(|branch| seen.contains(&branch));
            if !branches.iter().any(is_inside) && !done.contains(&branch.id) {
                object.unions.push((branch.id, branches));
            }
        }
        merge(schemas, &branch, object, done, seen);
    }
    // The node has the properties in the order of the document.
    let properties = sources.get(schema.id, "properties");
    for entry in properties.map_or(&[][..], |node| sources.entries(node)) {
        match object.properties.iter_mut().find(|(known, _)| *known == entry.key) {
            // What only describes a property says nothing of its type.
            Some(_) if read(schemas, entry.value).is_some_and(|later| is_anything(&later)) => {}
            // The later one is more specific.
            Some(known) => {
                object.also.push((entry.key.to_string(), known.1));
                known.1 = entry.value;
            }
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
    // The branches that only require are no part of the schema.
    for list in ["oneOf", "anyOf"].into_iter().filter_map(|key| sources.get(schema.id, key)) {
        let bare = sources.items(list).iter().filter(|branch| super::only_requires(sources, **branch));
        let required = bare.filter_map(|branch| sources.get(*branch, "required"));
        let names =
            required.flat_map(|list| sources.items(list)).filter_map(|item| Some((sources.text(*item)?, *item)));
        object.sometimes.extend(names.map(|(name, item)| (name.to_owned(), item)));
    }
    match &schema.any.additional_properties {
        Some(AdditionalProperties::Any(true)) => object.rest = Some(None),
        Some(AdditionalProperties::Schema(schema)) => object.rest = Some(openapi::node_of(schema)),
        Some(AdditionalProperties::Any(false)) | None => {}
    }
    seen.pop();
}

/// Returns whether a schema in `allOf` is not an object, so that there are no properties to merge.
pub(crate) fn takes_in_others(schemas: &mut Schemas<'_>, schema: &Schema) -> bool {
    schema.any.all_of.iter().filter_map(openapi::node_of).any(|branch| {
        let branch = read(schemas, branch);
        branch.is_some_and(|branch| branch.any.typ.as_deref().is_some_and(|typ| typ != "object"))
    })
}
