//! What a response held beyond the specification.

use std::fmt;

use crate::runtime::redact;

/// Something in a response that the specification does not know.
///
/// It never fails a call: unknown enum values and union branches are kept as they came, unknown
/// fields are skipped. Each kind of drift is listed once a response, however often it occurs.
#[derive(Clone, PartialEq, Eq)]
pub struct Drift {
    pub(crate) type_name: &'static str,
    pub(crate) kind: DriftKind,
    pub(crate) text: Box<str>,
}

/// The kinds of [`Drift`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DriftKind {
    /// A field that the type does not have.
    UnknownField,
    /// A value that the enum does not list.
    UnknownValue,
    /// A shape that is none of the union's branches.
    UnknownShape,
}

impl Drift {
    /// The Rust type that met it.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// What was found.
    #[must_use]
    pub fn kind(&self) -> DriftKind {
        self.kind
    }

    /// The name of the unknown field, the text of the unknown enum value; empty for an unknown shape.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Names the type and an unknown field, if that is a word; values are not shown.
impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            DriftKind::UnknownField => write!(f, "{}: unknown field {:?}", self.type_name, redact::key(&self.text)),
            DriftKind::UnknownValue => write!(f, "{}: unknown value", self.type_name),
            DriftKind::UnknownShape => write!(f, "{}: unknown shape", self.type_name),
        }
    }
}

impl fmt::Debug for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Drift({self})")
    }
}
