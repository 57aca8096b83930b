//! Parameters: their arguments and serialization.

use super::sparse::Sparse;
use super::types::{Aliases, Annotations, Limits, TypeRef};
use crate::name::Ident;
use crate::source::NodeId;

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    /// Of the setter.
    pub(crate) aliases: Sparse<Aliases>,
    pub(crate) wire_name: String,
    pub(crate) location: ParamLocation,
    pub(crate) ty: TypeRef,
    pub(crate) required: bool,
    /// Whether the parameter restricts what the operation applies to.
    pub(crate) narrows: bool,
    /// Whether an array may be split among several calls; `false` rules out splitting while the parameter is set.
    pub(crate) split: Option<bool>,
    pub(crate) docs: String,
    pub(crate) limits: Sparse<Limits>,
    pub(crate) annotations: Sparse<Annotations>,
    pub(crate) deprecated: bool,
    pub(crate) example: Option<NodeId>,
    /// The parameter, property or variable that it comes from; `None` if the path alone names it.
    pub(crate) origin: Option<NodeId>,
}

impl Parameter {
    /// Whether it selects what comes along with the items of a list, as opposed to which items are listed.
    pub(crate) fn selects_extras(&self) -> bool {
        !self.required && matches!(self.location, ParamLocation::QueryList(_, EmptyList::Omit))
    }
}

/// A parameter with a single possible value, which every call sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FixedParameter {
    pub(crate) location: ParamIn,
    pub(crate) wire_name: String,
    pub(crate) value: String,
}

/// Where and how a parameter is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ParamLocation {
    Path,
    Query,
    /// An array in the query.
    QueryList(ListStyle, EmptyList),
    Header,
    Cookie,
    /// An array, an object or any JSON, serialized with a style.
    Styled(ParamIn, Style),
    /// A part of a multipart body, with its media type if the document declares one.
    Part(String),
    /// A part with a file, with its media type if the document declares one.
    File(String),
    /// A part for each of several files, with their media type.
    Files(String),
    /// A header of the part with this name.
    PartHeader(String),
    /// A variable in the URL of the operation's own server.
    Server,
}

impl ParamLocation {
    pub(crate) fn is_path(&self) -> bool {
        matches!(self, Self::Path | Self::Styled(ParamIn::Path, _))
    }

    pub(crate) fn is_part(&self) -> bool {
        matches!(self, Self::Part(_) | Self::File(_) | Self::Files(_))
    }

    pub(crate) fn is_query(&self) -> bool {
        matches!(self, Self::Query | Self::QueryList(..) | Self::Styled(ParamIn::Query, _))
    }
}

/// The value of the parameter's `in`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParamIn {
    Path,
    Query,
    Header,
    Cookie,
}

/// How arrays and objects are serialized as text.
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
    /// In brackets; an array has `[]`.
    Deep,
    /// In brackets; an array repeats its name.
    DeepRepeat,
    /// In brackets; an array is numbered.
    DeepIndexed,
    Json,
}

impl Style {
    /// Returns whether an array or an object inside of another can be written in this style.
    pub(crate) fn nests(self) -> bool {
        matches!(self, Self::FormExploded | Self::Deep | Self::DeepRepeat | Self::DeepIndexed | Self::Json)
    }

    /// Returns the style with another way to write the arrays of `deepObject`, by its name in `x-deep-lists`.
    pub(crate) fn with_lists(self, lists: Option<&str>) -> Self {
        match (self, lists) {
            (Self::Deep, Some("repeat")) => Self::DeepRepeat,
            (Self::Deep, Some("indices")) => Self::DeepIndexed,
            (style, _) => style,
        }
    }

    /// Returns the style with this name in OpenAPI; `None` if OpenAPI leaves its meaning undefined.
    pub(crate) fn of(style: &str, explode: bool) -> Option<Self> {
        Some(match (style, explode) {
            ("simple", false) => Self::Simple,
            ("simple", true) => Self::SimpleExploded,
            ("label", false) => Self::Label,
            ("label", true) => Self::LabelExploded,
            ("matrix", false) => Self::Matrix,
            ("matrix", true) => Self::MatrixExploded,
            ("form", false) => Self::Form,
            // If each value has its own `name=value`, the separator does not matter.
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

/// What an empty array means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EmptyList {
    Refuse,
    Omit,
}
