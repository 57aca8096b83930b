//! What a proof finds.

use std::fmt;

/// Why a value does not come back, or is not what a schema accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// A value that the schema accepts is not decoded.
    Refused,
    /// A property that the schema names has no field, and is kept as an unknown one.
    Lost,
    /// A property has no field that the schema requires, and does not describe.
    Undescribed,
    /// A null is dropped.
    NullLost,
    /// A property appears that was not there.
    Appeared,
    /// A number comes back as another one.
    Number,
    /// Another value comes back as something else.
    Changed,
    /// A union has no branch for a value, and keeps it as raw JSON.
    Untyped,
    /// A branch of a union is selected by no value.
    NeverMatches,
    /// What is encoded is not what the schema accepts.
    NotAccepted,
    /// A limit refuses to send what the schema accepts.
    NotSent,
    /// The compiled crate does something else than the model.
    Compiled,
}

impl Reason {
    /// All reasons, in the order of reports.
    pub const ALL: &[Self] = &[
        Self::NeverMatches,
        Self::Untyped,
        Self::Refused,
        Self::Lost,
        Self::Undescribed,
        Self::NullLost,
        Self::Appeared,
        Self::Number,
        Self::Changed,
        Self::NotAccepted,
        Self::NotSent,
        Self::Compiled,
    ];

    /// Returns a name for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Lost => "lost",
            Self::Undescribed => "undescribed",
            Self::NullLost => "null-lost",
            Self::Appeared => "appeared",
            Self::Number => "number",
            Self::Changed => "changed",
            Self::Untyped => "untyped",
            Self::NeverMatches => "never-matches",
            Self::NotAccepted => "not-accepted",
            Self::NotSent => "not-sent",
            Self::Compiled => "compiled",
        }
    }
}

/// The heading of the findings.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Refused => "Values that the schema accepts and the type refuses",
            Self::Lost => "Properties without a field",
            Self::Undescribed => "Properties that are required but not described, without a field",
            Self::NullLost => "Nulls that are lost",
            Self::Appeared => "Properties that appear",
            Self::Number => "Numbers that change",
            Self::Changed => "Values that change",
            Self::Untyped => "Values that no branch of a union reads, kept as raw JSON",
            Self::NeverMatches => "Branches of unions that can never match",
            Self::NotAccepted => "Requests that the schema does not accept",
            Self::NotSent => "Requests that a limit refuses although the schema accepts them",
            Self::Compiled => "Values that the compiled crate treats differently",
        })
    }
}

/// A position in a document, and what is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The path of the document, as it was given.
    pub document: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// The JSON pointer.
    pub pointer: String,
}

/// `museum.yaml:12:3`
impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.document, self.line, self.column)
    }
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What kind of thing.
    pub reason: Reason,
    /// The schema or the operation.
    pub position: Position,
    /// The type, the property, the branch or the operation.
    pub subject: String,
    /// The first example.
    pub message: String,
    /// How many values show it.
    pub count: usize,
}

/// Something that was not proved, because no value could be made for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unproved {
    /// The schema.
    pub position: Position,
    /// The type, the property, the branch or the operation.
    pub subject: String,
}
