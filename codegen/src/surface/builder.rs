//! Collects elements.

use std::collections::BTreeMap;

use super::{Aspect, Element, Places, Subject, Surface, Usage};
use crate::analyze::Facts;
use crate::emit::{Path, RustType, written};
use crate::ir::{Annotations, Api, Limits, Presence, Security, TypeId, TypeRef};
use crate::source::NodeId;

/// The elements so far, with the IR that they are derived from.
pub(super) struct Builder<'a> {
    pub(super) api: &'a Api,
    pub(super) facts: &'a Facts,
    places: &'a Places,
    elements: BTreeMap<String, Element>,
}

/// The aspects of an element that have a value.
#[derive(Default)]
pub(super) struct Aspects(BTreeMap<Aspect, String>);

impl<'a> Builder<'a> {
    pub(super) fn new(api: &'a Api, facts: &'a Facts, places: &'a Places) -> Self {
        Self { api, facts, places, elements: BTreeMap::new() }
    }

    /// Adds an element that is no part of another one.
    pub(super) fn add(&mut self, key: String, element: Element, node: Option<NodeId>) -> String {
        self.insert(key, Element { node, ..element })
    }

    /// Adds a part of the element with the key `owner`.
    pub(super) fn add_part(&mut self, owner: &str, part: &str, element: Element, node: Option<NodeId>) -> String {
        self.insert(format!("{owner} {part}"), Element { node, owner: Some(owner.to_owned()), ..element })
    }

    /// Adds an element under a key, with a number if the key is taken. Returns the key.
    fn insert(&mut self, key: String, element: Element) -> String {
        let mut free = key.clone();
        for number in 2.. {
            if !self.elements.contains_key(&free) {
                break;
            }
            free = format!("{key} ({number})");
        }
        let place = element.node.and_then(|node| self.places.0.get(&node).cloned());
        self.elements.insert(free.clone(), Element { place, ..element });
        free
    }

    /// Returns the elements.
    pub(super) fn finish(self) -> Surface {
        let usage = Usage::of(&self);
        Surface { elements: self.elements, usage }
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

impl Aspects {
    pub(super) fn set(&mut self, aspect: Aspect, value: impl Into<String>) -> &mut Self {
        self.0.insert(aspect, value.into());
        self
    }

    pub(super) fn maybe(&mut self, aspect: Aspect, value: Option<impl ToString>) -> &mut Self {
        if let Some(value) = value {
            self.0.insert(aspect, value.to_string());
        }
        self
    }

    /// Sets a text, unless it is empty.
    pub(super) fn docs(&mut self, texts: &[&str]) -> &mut Self {
        let text = texts.iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join("\n\n");
        self.maybe(Aspect::Documentation, (!text.is_empty()).then_some(text))
    }

    /// Sets a flag to `yes` if it holds.
    pub(super) fn flag(&mut self, aspect: Aspect, is_set: bool) -> &mut Self {
        self.maybe(aspect, is_set.then_some("yes"))
    }

    /// Sets a list of values, unless it is empty.
    pub(super) fn list<T: ToString>(&mut self, aspect: Aspect, values: impl IntoIterator<Item = T>) -> &mut Self {
        let values: Vec<_> = values.into_iter().map(|value| value.to_string()).collect();
        self.maybe(aspect, (!values.is_empty()).then(|| values.join(", ")))
    }

    pub(super) fn limits(&mut self, limits: &Limits) -> &mut Self {
        let least = |bound: Option<(u64, Option<u64>)>| bound.map(|(least, _)| least).filter(|least| *least > 0);
        let most = |bound: Option<(u64, Option<u64>)>| bound.and_then(|(_, most)| most);
        self.maybe(Aspect::MinLength, least(limits.chars))
            .maybe(Aspect::MaxLength, most(limits.chars))
            .maybe(Aspect::MinItems, least(limits.items))
            .maybe(Aspect::MaxItems, most(limits.items))
            .maybe(Aspect::Minimum, limits.range.and_then(|(least, _)| least))
            .maybe(Aspect::Maximum, limits.range.and_then(|(_, most)| most))
    }

    pub(super) fn annotations(&mut self, annotations: &Annotations) -> &mut Self {
        self.maybe(Aspect::Default, annotations.default.as_ref())
            .list(Aspect::Values, &annotations.values)
            .maybe(Aspect::Pattern, annotations.pattern.as_ref())
    }

    pub(super) fn presence(&mut self, presence: Presence) -> &mut Self {
        let value = match presence {
            Presence::Required => "required",
            Presence::Optional => "optional",
            Presence::Nullable => "nullable",
            Presence::OptionalNullable => "optional and nullable",
        };
        self.set(Aspect::Presence, value)
    }

    /// An element with these aspects.
    pub(super) fn element(self, subject: Subject, path: impl Into<String>, wire: impl Into<String>) -> Element {
        let (path, wire) = (path.into(), wire.into());
        Element { subject, path, wire, aspects: self.0, owner: None, node: None, place: None }
    }
}
