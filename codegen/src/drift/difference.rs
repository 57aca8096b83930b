//! One difference between our documents and published ones.

use super::rules::Rule;

/// What differs. The word for it is written in marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum What {
    /// Only the published document has it.
    Absent,
    /// Only our documents have it.
    Extra,
    /// The JSON types of a value.
    Type,
    /// The format of a value.
    Format,
    /// Whether a value may be null.
    Nullable,
    /// Whether a property, parameter or body is required.
    Required,
    /// The values of an enum.
    Enum,
    /// The default.
    Default,
    /// Whether it is deprecated.
    Deprecated,
    /// How long a string may be.
    Length,
    /// How many items an array may have.
    Items,
    /// Which numbers are allowed.
    Range,
    /// The regular expression for a string.
    Pattern,
    /// How an array is written in a URL.
    Style,
    /// Whether an object has keys that the document does not name.
    OtherKeys,
}

impl What {
    #[cfg(test)]
    pub(super) const ALL: &[Self] = &[
        Self::Absent,
        Self::Extra,
        Self::Type,
        Self::Format,
        Self::Nullable,
        Self::Required,
        Self::Enum,
        Self::Default,
        Self::Deprecated,
        Self::Length,
        Self::Items,
        Self::Range,
        Self::Pattern,
        Self::Style,
        Self::OtherKeys,
    ];

    /// Returns the word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Extra => "extra",
            Self::Type => "type",
            Self::Format => "format",
            Self::Nullable => "nullable",
            Self::Required => "required",
            Self::Enum => "enum",
            Self::Default => "default",
            Self::Deprecated => "deprecated",
            Self::Length => "length",
            Self::Items => "items",
            Self::Range => "range",
            Self::Pattern => "pattern",
            Self::Style => "style",
            Self::OtherKeys => "other keys",
        }
    }
}

/// The part of an operation that a difference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// The operation as a whole.
    Operation,
    /// A parameter or its value.
    Parameter,
    /// A body that is sent, or a part of it.
    Sent,
    /// A status, or a header of it.
    Status,
    /// A body that is received, or a part of it.
    Received,
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Place {
    /// The path of the document, as diagnostics show it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// A JSON pointer with its `#`. For what a document lacks, the pointer that it would have, at the line of what
    /// would contain it.
    pub pointer: String,
}

/// A difference between our documents and published ones.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// Where it is on the wire, such as `GET /pets 200 data[].name`: the first of several places.
    pub position: String,
    /// The part of the operation.
    pub subject: Subject,
    /// What differs.
    pub what: What,
    /// What our document states.
    pub ours: String,
    /// What the published document states.
    pub theirs: String,
    /// The place in our documents.
    pub here: Place,
    /// The place in the published document.
    pub there: Place,
    /// Why it is as it should be.
    pub explanation: Option<Explanation>,
}

/// Why a difference is as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Explanation {
    /// A rule that holds for all of our documents.
    Rule(&'static Rule),
    /// A mark in our document, with its source.
    Mark(String),
}
