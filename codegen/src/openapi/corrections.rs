//! Corrections of published documents: what the check proposes, and how it is applied to the nodes.

use super::grammar::{Kind, Shape};
use super::newer;
use crate::diagnostic::Diagnostic;
use crate::source::{Entry, NodeId, OwnedValue, Sources, Value};

/// A value that a document lacks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fresh {
    Bool(bool),
    Number(String),
    Text(String),
    List,
    Map(Vec<(&'static str, Fresh)>),
}

impl Fresh {
    /// The value that stands for a missing one.
    pub(super) fn empty(shape: Shape) -> Self {
        match shape {
            Shape::List(_) => Self::List,
            Shape::Text | Shape::Word(_) => Self::Text(String::new()),
            _ => Self::Map(Vec::new()),
        }
    }

    /// The object that stands for one that cannot be understood: any JSON. `None` if such an object is left out.
    pub(crate) fn raw(kind: Kind) -> Option<Self> {
        let any =
            || ("content", Self::Map(vec![("application/json", Self::Map(vec![("schema", Self::Map(Vec::new()))]))]));
        match kind {
            Kind::Schema => Some(Self::Map(Vec::new())),
            Kind::RequestBody => Some(Self::Map(vec![any()])),
            Kind::Response => Some(Self::Map(vec![("description", Self::Text(String::new())), any()])),
            _ => None,
        }
    }
}

/// A change of the nodes. A child is identified by its node: nothing else finds it after other changes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Edit {
    Remove {
        parent: NodeId,
        child: NodeId,
    },
    /// The new node is an object of this kind.
    Replace {
        parent: NodeId,
        child: NodeId,
        with: Fresh,
        kind: Option<Kind>,
    },
    /// Replaces the value of a node wherever it is used.
    Overwrite {
        node: NodeId,
        with: Fresh,
        kind: Kind,
    },
    /// Changes the key of a child.
    Rename {
        parent: NodeId,
        child: NodeId,
        key: String,
    },
    /// Adds a key, unless the map has it.
    Add {
        map: NodeId,
        key: &'static str,
        with: Fresh,
    },
    /// Replaces a child by a list of it, in an object of a kind.
    Wrap {
        parent: NodeId,
        child: NodeId,
        object: (NodeId, Kind),
    },
    /// Makes a property required.
    Require {
        schema: NodeId,
        property: String,
    },
    /// Moves a reference into `allOf`, so that `nullable` next to it counts, and nothing else.
    Nullable {
        reference: NodeId,
    },
    /// Reads a schema as one of OpenAPI 3.1.
    Newer {
        schema: NodeId,
    },
    /// Replaces an object by another one.
    Inline {
        node: NodeId,
        target: NodeId,
        kind: Kind,
    },
    /// Changes where a reference leads.
    Redirect {
        reference: NodeId,
        to: String,
    },
}

impl Edit {
    /// Returns the node that the edit takes out of the document.
    pub(crate) fn removed(&self) -> Option<NodeId> {
        match self {
            Self::Remove { child, .. } => Some(*child),
            _ => None,
        }
    }
}

/// Applies corrections. Returns the objects that have to be checked because of them.
pub(crate) fn correct(
    sources: &mut Sources,
    edits: Vec<Edit>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(NodeId, Kind)> {
    edits.into_iter().filter_map(|edit| one(sources, edit, diagnostics)).collect()
}

fn one(sources: &mut Sources, edit: Edit, diagnostics: &mut Vec<Diagnostic>) -> Option<(NodeId, Kind)> {
    match edit {
        Edit::Remove { parent, child } => match sources.value_mut(parent) {
            OwnedValue::Map(entries) => entries.retain(|entry| entry.value != child),
            OwnedValue::List(items) => items.retain(|item| *item != child),
            _ => {}
        },
        Edit::Replace { parent, child, with, kind } => {
            let node = grow(sources, child, with);
            put(sources, parent, child, node);
            return kind.map(|kind| (node, kind));
        }
        Edit::Overwrite { node, with, kind } => {
            let value = owned(sources, node, with);
            *sources.value_mut(node) = value;
            return Some((node, kind));
        }
        Edit::Rename { parent, child, key } => {
            if let OwnedValue::Map(entries) = sources.value_mut(parent)
                && let Some(entry) = entries.iter_mut().find(|entry| entry.value == child)
            {
                entry.key = key.as_str().into();
            }
        }
        Edit::Add { map, key, with } => {
            if sources.get(map, key).is_none() {
                let node = grow(sources, map, with);
                let location = sources.location(map);
                if let OwnedValue::Map(entries) = sources.value_mut(map) {
                    entries.push(Entry::new(key, location, node));
                }
            }
        }
        Edit::Wrap { parent, child, object } => {
            let list = sources.grow(child.file(), sources.location(child), OwnedValue::List(vec![child]));
            put(sources, parent, child, list);
            return Some(object);
        }
        Edit::Require { schema, property } => require(sources, schema, property),
        Edit::Nullable { reference } => {
            nullable(sources, reference);
            return Some((reference, Kind::Schema));
        }
        Edit::Newer { schema } => {
            newer::rewrite_schema(sources, schema, diagnostics);
            return Some((schema, Kind::Schema));
        }
        Edit::Inline { node, target, kind } => {
            let value = sources.value(target).into();
            *sources.value_mut(node) = value;
            return Some((node, kind));
        }
        Edit::Redirect { reference, to } => {
            if let Some(text) = sources.get(reference, "$ref") {
                *sources.value_mut(text) = OwnedValue::Text(to);
            }
        }
    }
    None
}

fn put(sources: &mut Sources, parent: NodeId, child: NodeId, node: NodeId) {
    let slot = match sources.value_mut(parent) {
        OwnedValue::Map(entries) => entries.iter_mut().map(|entry| &mut entry.value).find(|value| **value == child),
        OwnedValue::List(items) => items.iter_mut().find(|item| **item == child),
        _ => None,
    };
    if let Some(slot) = slot {
        *slot = node;
    }
}

/// Adds a property to `required`, unless it is there.
fn require(sources: &mut Sources, schema: NodeId, property: String) {
    let list = sources.get(schema, "required").filter(|list| matches!(sources.value(*list), Value::List(_)));
    if list.is_some_and(|list| sources.items(list).iter().any(|item| sources.text(*item) == Some(&property))) {
        return;
    }
    let name = grow(sources, schema, Fresh::Text(property));
    let Some(list) = list else {
        let list = sources.grow(schema.file(), sources.location(schema), OwnedValue::List(vec![name]));
        let location = sources.location(schema);
        if let OwnedValue::Map(entries) = sources.value_mut(schema) {
            entries.retain(|entry| entry.key != "required");
            entries.push(Entry::new("required", location, list));
        }
        return;
    };
    if let OwnedValue::List(items) = sources.value_mut(list) {
        items.push(name);
    }
}

fn nullable(sources: &mut Sources, node: NodeId) {
    let OwnedValue::Map(entries) = sources.value_mut(node) else { return };
    let (reference, mut kept): (Vec<_>, Vec<_>) =
        std::mem::take(entries).into_iter().partition(|one| one.key == "$ref");
    kept.retain(|entry| entry.key == "nullable");
    let Some(first) = reference.first() else { return };
    let key = first.key_location();
    let beside = first.value;
    let (file, location) = (beside.file(), sources.location(beside));
    let inner = sources.grow(file, location.clone(), OwnedValue::Map(reference));
    let list = sources.grow(file, location, OwnedValue::List(vec![inner]));
    kept.push(Entry::new("allOf", key, list));
    *sources.value_mut(node) = OwnedValue::Map(kept);
}

/// Adds a node with the location of another one.
fn grow(sources: &mut Sources, beside: NodeId, value: Fresh) -> NodeId {
    let value = owned(sources, beside, value);
    sources.grow(beside.file(), sources.location(beside), value)
}

fn owned(sources: &mut Sources, beside: NodeId, value: Fresh) -> OwnedValue {
    match value {
        Fresh::Bool(value) => OwnedValue::Bool(value),
        Fresh::Number(text) => OwnedValue::Number(text),
        Fresh::Text(text) => OwnedValue::Text(text),
        Fresh::List => OwnedValue::List(Vec::new()),
        Fresh::Map(entries) => {
            let location = sources.location(beside);
            let entry = |(key, value)| Entry::new(key, location.clone(), grow(sources, beside, value));
            OwnedValue::Map(entries.into_iter().map(entry).collect())
        }
    }
}
