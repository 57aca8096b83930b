//! What is true of an element.

use super::{Aspect, Element, Subject};
use crate::ir::{Annotations, Limits, Presence};

/// The aspects of an element that have a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Aspects {
    /// In order, once they belong to an element.
    list: Vec<(Aspect, String)>,
    with_docs: bool,
}

impl Aspects {
    /// Collects aspects, with documentation if that is wanted.
    pub(super) fn new(with_docs: bool) -> Self {
        Self { list: Vec::new(), with_docs }
    }

    /// Returns the value of an aspect.
    pub(crate) fn get(&self, aspect: Aspect) -> Option<&str> {
        self.iter().find(|(own, _)| *own == aspect).map(|(_, value)| value)
    }

    /// Returns the aspects with their values, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Aspect, &str)> {
        self.list.iter().map(|(aspect, value)| (*aspect, value.as_str()))
    }

    pub(super) fn set(&mut self, aspect: Aspect, value: impl Into<String>) -> &mut Self {
        self.list.push((aspect, value.into()));
        self
    }

    pub(super) fn maybe(&mut self, aspect: Aspect, value: Option<impl ToString>) -> &mut Self {
        self.list.extend(value.map(|value| (aspect, value.to_string())));
        self
    }

    /// Sets a text, unless it is empty.
    pub(super) fn docs(&mut self, texts: &[&str]) -> &mut Self {
        if !self.with_docs {
            return self;
        }
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
    pub(super) fn element(mut self, subject: Subject, path: impl Into<String>, wire: impl Into<String>) -> Element {
        self.list.sort_unstable_by_key(|(aspect, _)| *aspect);
        Element { subject, path: path.into(), wire: wire.into(), aspects: self, owner: None, node: None }
    }
}
