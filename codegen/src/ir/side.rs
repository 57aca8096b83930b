//! The directions of values, and properties that have values in one of them.

use super::types::Field;

impl Field {
    /// Whether the property is required, but not in this direction.
    pub(crate) fn is_left_out(&self, side: Side) -> bool {
        self.access.is_not(side) && self.presence.is_required()
    }
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Side {
    /// In requests.
    Sent,
    /// In responses.
    Received,
}

/// Where a property has a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Access {
    #[default]
    Both,
    /// In responses.
    ReadOnly,
    /// In requests.
    WriteOnly,
}

impl Access {
    /// Whether a property has no value in this direction.
    pub(crate) fn is_not(self, side: Side) -> bool {
        match side {
            Side::Sent => self == Self::ReadOnly,
            Side::Received => self == Self::WriteOnly,
        }
    }

    /// Returns the access of a property with these annotations. Together they mean nothing.
    pub(crate) fn of(read_only: bool, write_only: bool) -> Self {
        match (read_only, write_only) {
            (true, false) => Self::ReadOnly,
            (false, true) => Self::WriteOnly,
            (false, false) | (true, true) => Self::Both,
        }
    }
}
