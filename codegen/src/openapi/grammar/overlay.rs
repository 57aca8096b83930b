//! The objects of the Overlay Specification 1.0.

use super::Shape::{Any, Bool, List, One, Text};
use super::{Key, Kind, key, needed};

/// A kind of object in an overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Whole,
    Info,
    Action,
}

impl Part {
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Whole => "an overlay",
            Self::Info => "the info object of an overlay",
            Self::Action => "an overlay action",
        }
    }

    pub(super) fn keys(self) -> &'static [Key] {
        match self {
            Self::Whole => WHOLE,
            Self::Info => INFO,
            Self::Action => ACTION,
        }
    }
}

const WHOLE: &[Key] = &[
    needed("overlay", Text),
    needed("info", One(Kind::Overlay(Part::Info))),
    key("extends", Text),
    needed("actions", List(&One(Kind::Overlay(Part::Action)))),
];

const INFO: &[Key] = &[needed("title", Text), needed("version", Text)];

const ACTION: &[Key] = &[needed("target", Text), key("description", Text), key("update", Any), key("remove", Bool)];
