//! Which components the rest of the documents uses, directly or through others.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::FileId;
use crate::source::{NodeId, OwnedValue, Sources, Value, lookup, path};

/// The sections of components that are pruned. Security schemes are not: the client offers those of the whole API.
const SECTIONS: &[&str] =
    &["schemas", "responses", "parameters", "requestBodies", "headers", "examples", "links", "callbacks", "pathItems"];

/// The extension with references to operations.
const REPLACED_BY: &str = "x-replaced-by";

/// Removes the components of the named documents that nothing outside of components uses, directly or through others.
pub(super) fn prune(sources: &mut Sources, named: &[FileId]) {
    let kept = Reach::new(sources, named).run(named);
    let roots: Vec<_> = named.iter().filter_map(|file| sources.root(*file)).collect();
    for components in roots.into_iter().filter_map(|root| sources.get(root, "components")).collect::<Vec<_>>() {
        for section in SECTIONS.iter().filter_map(|name| sources.get(components, name)).collect::<Vec<_>>() {
            if let OwnedValue::Map(entries) = sources.value_mut(section) {
                entries.retain(|entry| kept.contains(&entry.value));
            }
        }
    }
}

struct Reach<'a> {
    sources: &'a Sources,
    components: HashSet<NodeId>,
    /// The schemas that extend each schema with `allOf`: a discriminator need not name them.
    subtypes: HashMap<NodeId, Vec<NodeId>>,
    todo: Vec<NodeId>,
}

impl<'a> Reach<'a> {
    fn new(sources: &'a Sources, named: &[FileId]) -> Self {
        let mut reach = Self { sources, components: HashSet::new(), subtypes: HashMap::new(), todo: Vec::new() };
        for file in named {
            let all = sources.root(*file).and_then(|root| sources.get(root, "components"));
            let sections =
                all.into_iter().flat_map(|all| SECTIONS.iter().filter_map(move |name| sources.get(all, name)));
            for component in sections.flat_map(|section| sources.entries(section)).map(|entry| entry.value) {
                reach.components.insert(component);
                let parts = sources.get(component, "allOf").map_or(&[][..], |parts| sources.items(parts));
                for base in parts.iter().filter_map(|part| lookup(sources, part.file(), sources.reference(*part)?).ok())
                {
                    reach.subtypes.entry(base).or_default().push(component);
                }
            }
        }
        reach
    }

    /// Returns all nodes that are reached from outside of the components.
    fn run(mut self, named: &[FileId]) -> HashSet<NodeId> {
        let sources = self.sources;
        for root in named.iter().filter_map(|file| sources.root(*file)) {
            for entry in sources.entries(root) {
                if entry.key != "components" {
                    self.entry(root, entry.key.as_str(), entry.value);
                    continue;
                }
                let others = sources.entries(entry.value).iter().filter(|one| !SECTIONS.contains(&one.key.as_str()));
                self.todo.extend(others.map(|one| one.value));
            }
        }
        let mut seen = HashSet::new();
        while let Some(node) = self.todo.pop() {
            if !seen.insert(node) {
                continue;
            }
            match sources.value(node) {
                Value::List(items) => self.todo.extend(items),
                Value::Map(entries) => {
                    if sources.get(node, "discriminator").is_some() {
                        self.todo.extend(self.subtypes.get(&node).into_iter().flatten());
                    }
                    entries.iter().for_each(|entry| self.entry(node, entry.key.as_str(), entry.value));
                }
                // Extensions and discriminators contain references of their own.
                Value::Text(text) if text.contains("#/") && !text.contains(char::is_whitespace) => {
                    self.reference(node.file(), text);
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
            }
        }
        seen
    }

    fn entry(&mut self, map: NodeId, key: &str, value: NodeId) {
        let sources = self.sources;
        match key {
            "$ref" => sources.text(value).into_iter().for_each(|text| self.reference(map.file(), text)),
            // A discriminator may name a schema.
            "mapping" => {
                let names = sources.entries(value).iter().filter_map(|entry| sources.text(entry.value));
                for name in names.filter(|name| !name.contains('#')) {
                    self.reference(map.file(), &format!("#/components/schemas/{name}"));
                }
            }
            _ => {}
        }
        self.todo.push(value);
    }

    /// Follows a reference: it reaches its target, and the whole component that this is a part of.
    fn reference(&mut self, from: FileId, reference: &str) {
        let around = path(self.sources, from, reference).into_iter();
        self.todo.extend(around.filter(|node| self.components.contains(node)));
        self.todo.extend(lookup(self.sources, from, reference).ok());
    }
}

/// Returns the items of `x-replaced-by` of these operations that lead to an operation.
pub(super) fn replacements(sources: &Sources, operations: &[NodeId]) -> Vec<(NodeId, NodeId)> {
    let leads = |item: &NodeId| lookup(sources, item.file(), sources.text(*item)?).ok();
    let of = |operation: &NodeId| {
        let list = sources.get(*operation, REPLACED_BY)?;
        Some(sources.items(list).iter().filter(|item| leads(item).is_some()).map(move |item| (list, *item)))
    };
    operations.iter().filter_map(of).flatten().collect()
}

/// Removes those that lead nowhere any more: nothing can be said to replace an operation that is not generated.
pub(super) fn forget_replacements(sources: &mut Sources, before: Vec<(NodeId, NodeId)>) {
    for (list, item) in before {
        let is_gone = sources.text(item).is_none_or(|text| lookup(sources, item.file(), text).is_err());
        if let OwnedValue::List(items) = sources.value_mut(list) {
            items.retain(|one| !is_gone || *one != item);
        }
    }
}
