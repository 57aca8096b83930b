//! Parameters: their arguments, and how they are serialized.

use super::rare::Rare;
use super::types::{Limits, Remarks, TypeRef};
use crate::name::Ident;
use crate::source::NodeId;

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    pub(crate) wire_name: String,
    pub(crate) location: Location,
    pub(crate) ty: TypeRef,
    pub(crate) required: bool,
    /// Whether it narrows down what the operation is about.
    pub(crate) narrows: bool,
    /// Whether a list may be divided among several calls; `false` if nothing may be while this is set.
    pub(crate) split: Option<bool>,
    pub(crate) docs: String,
    pub(crate) limits: Rare<Limits>,
    pub(crate) remarks: Rare<Remarks>,
    pub(crate) deprecated: bool,
    pub(crate) example: Option<NodeId>,
}

/// A parameter that has one value only, which every call sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FixedParameter {
    pub(crate) place: Place,
    pub(crate) wire_name: String,
    pub(crate) value: String,
}

/// Where a parameter goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    /// A list in the query.
    QueryList(ListStyle, EmptyList),
    Header,
    Cookie,
    /// A list, an object or anything, as text.
    Styled(Place, Style),
    /// A part of the body: of a media type, unless it is empty.
    Part(String),
    /// A part that is a file.
    File,
    /// A part for each of several files.
    Files,
    /// The URL of the operation's own server.
    Server,
}

impl Location {
    pub(crate) fn is_path(&self) -> bool {
        matches!(self, Self::Path | Self::Styled(Place::Path, _))
    }

    pub(crate) fn is_part(&self) -> bool {
        matches!(self, Self::Part(_) | Self::File | Self::Files)
    }

    pub(crate) fn is_query(&self) -> bool {
        matches!(self, Self::Query | Self::QueryList(..) | Self::Styled(Place::Query, _))
    }
}

/// What a parameter is written into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// How lists and objects are written as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Simple,
    SimpleExploded,
    Label,
    LabelExploded,
    Matrix,
    MatrixExploded,
    Form,
    FormExploded,
    Space,
    Pipe,
    Deep,
    Json,
}

impl Style {
    /// What OpenAPI calls it; `None` where it leaves the meaning open.
    pub(crate) fn of(style: &str, explode: bool) -> Option<Self> {
        Some(match (style, explode) {
            ("simple", false) => Self::Simple,
            ("simple", true) => Self::SimpleExploded,
            ("label", false) => Self::Label,
            ("label", true) => Self::LabelExploded,
            ("matrix", false) => Self::Matrix,
            ("matrix", true) => Self::MatrixExploded,
            ("form", false) => Self::Form,
            // With each value by itself, nothing stands between them.
            ("form" | "spaceDelimited" | "pipeDelimited", true) => Self::FormExploded,
            ("spaceDelimited", false) => Self::Space,
            ("pipeDelimited", false) => Self::Pipe,
            ("deepObject", _) => Self::Deep,
            _ => return None,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListStyle {
    Comma,
    Space,
    Pipe,
    Repeat,
}

/// What an empty list means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EmptyList {
    Refuse,
    Omit,
}
