//! Makes elements, for the digest or for a comparison.

use std::collections::HashSet;

use super::{Aspect, Aspects, Element, Subject, alias_key};
use crate::analyze::Facts;
use crate::emit::{Path, RustType, written};
use crate::ir::{Api, Security, TypeId, TypeRef};
use crate::source::NodeId;

/// What becomes of the elements, which are made one after the other.
pub(super) enum Sink<'a> {
    /// They are kept by their keys, with all that is known of them.
    Elements(&'a mut dyn FnMut(String, Element)),
    /// Only what a line of the digest says of them is needed.
    Lines(&'a mut dyn FnMut(&Element)),
}

/// Makes the elements from the IR.
pub(super) struct Builder<'a> {
    pub(super) api: &'a Api,
    pub(super) facts: &'a Facts,
    sink: Sink<'a>,
    /// The keys so far.
    keys: HashSet<String>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(api: &'a Api, facts: &'a Facts, sink: Sink<'a>) -> Self {
        Self { api, facts, sink, keys: HashSet::new() }
    }

    /// Adds an element that is no part of another one. Returns its key, which is empty if none is needed.
    pub(super) fn add(&mut self, key: impl FnOnce() -> String, element: Element, node: Option<NodeId>) -> String {
        self.insert(key, Element { node, ..element })
    }

    /// Adds a part of the element with the key `owner`.
    pub(super) fn add_part(&mut self, owner: &str, part: &str, element: Element, node: Option<NodeId>) -> String {
        let owned = matches!(self.sink, Sink::Elements(_)).then(|| owner.to_owned());
        self.insert(|| format!("{owner} {part}"), Element { node, owner: owned, ..element })
    }

    /// Adds an element under a key, with a number if the key is taken. Returns the key.
    fn insert(&mut self, key: impl FnOnce() -> String, element: Element) -> String {
        match &mut self.sink {
            Sink::Lines(keep) => {
                keep(&element);
                String::new()
            }
            Sink::Elements(keep) => {
                let key = key();
                let mut free = key.clone();
                for number in 2.. {
                    if self.keys.insert(free.clone()) {
                        break;
                    }
                    free = format!("{key} ({number})");
                }
                keep(free.clone(), element);
                free
            }
        }
    }

    /// Aspects without documentation if nothing needs it.
    pub(super) fn aspects(&self) -> Aspects {
        Aspects::new(matches!(self.sink, Sink::Elements(_)))
    }

    /// Adds a former name of an item, both by their paths.
    pub(super) fn alias(&mut self, old: String, path: impl Into<String>) {
        let mut aspects = self.aspects();
        aspects.set(Aspect::Type, path);
        let element = aspects.element(Subject::Alias, &old, "");
        self.add(|| alias_key(&old), element, None);
    }

    /// The path of a type, from the root of the crate.
    pub(super) fn path(&self, id: TypeId) -> String {
        self.ty(&TypeRef::Named(id))
    }

    /// A type, with paths from the root of the crate.
    pub(super) fn ty(&self, ty: &TypeRef) -> String {
        let name = |id: TypeId| {
            let names = self.api.types.get(id.0).and_then(|def| {
                let version = self.api.versions.get(def.module.version)?;
                let module = version.modules.get(def.module.fragment)?;
                Some(vec![version.name.clone(), module.name.clone(), def.name.clone()])
            });
            RustType::Path(Path { up: 0, names: names.unwrap_or_default() })
        };
        written(ty, &name).to_string()
    }

    /// Sets of credentials, as their names in the document.
    pub(super) fn security(&self, security: &Security) -> String {
        let name = |index: &usize| self.api.client.credentials.get(*index).map_or("", |one| one.scheme.as_str());
        let sets = security.iter().map(|set| match set.as_slice() {
            [] => "nothing".to_owned(),
            set => set.iter().map(name).collect::<Vec<_>>().join(" and "),
        });
        let sets: Vec<_> = sets.collect();
        if sets.is_empty() { "nothing".to_owned() } else { sets.join(", or ") }
    }
}
