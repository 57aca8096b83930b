//! The objects of the Overlay Specification, versions 1.0 to 1.2.

use super::Shape::{Any, Bool, List, Map, One, Text};
use super::{Key, Kind, key, needed};

/// A kind of object in an overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Whole,
    Info,
    Action,
    Components,
    Reusable,
    /// The fields of an action that can be used again.
    Fields,
}

impl Part {
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Whole => "an overlay",
            Self::Info => "the info object of an overlay",
            Self::Action => "an overlay action",
            Self::Components => "the components object of an overlay",
            Self::Reusable => "a reusable overlay action",
            Self::Fields => "the fields of an overlay action",
        }
    }

    pub(super) fn keys(self) -> &'static [Key] {
        match self {
            Self::Whole => WHOLE,
            Self::Info => INFO,
            Self::Action => ACTION,
            Self::Components => COMPONENTS,
            Self::Reusable => REUSABLE,
            Self::Fields => FIELDS,
        }
    }
}

const WHOLE: &[Key] = &[
    needed("overlay", Text),
    key("$self", Text),
    needed("info", One(Kind::Overlay(Part::Info))),
    key("extends", Text),
    needed("actions", List(&One(Kind::Overlay(Part::Action)))),
    key("components", One(Kind::Overlay(Part::Components))),
];

const INFO: &[Key] = &[needed("title", Text), needed("version", Text), key("description", Text)];

const ACTION: &[Key] = &[
    needed("target", Text),
    key("description", Text),
    key("update", Any),
    key("remove", Bool),
    key("copy", Text),
    key("$ref", Text),
];

const COMPONENTS: &[Key] = &[key("actions", Map(&One(Kind::Overlay(Part::Reusable))))];

const REUSABLE: &[Key] = &[key("description", Text), key("fields", One(Kind::Overlay(Part::Fields)))];

const FIELDS: &[Key] = &[key("description", Text), key("update", Any), key("remove", Bool), key("copy", Text)];
