//! What a response holds beyond the specification.

use std::{borrow::Cow, fmt};

use reqwest::StatusCode;

use crate::types::{redact, rejected::Rejected};

/// Something in a response that is not in the specification.
///
/// It never fails a call: unknown fields, enum values and union branches are kept, and written back. Each kind of drift
/// is listed once per response, however often it occurs. Neither `Display` nor `Debug` shows a value, which may
/// be personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Drift {
    pub(crate) type_name: &'static str,
    pub(crate) kind: DriftKind,
    pub(crate) text: Box<str>,
    pub(crate) pointer: Option<Box<str>>,
}

/// The kinds of [`Drift`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DriftKind {
    /// A field that the type does not have.
    UnknownField,
    /// A value that the enum does not list, or another value of a field that has only one.
    UnknownValue,
    /// A required field is missing that may be null, has a default, or has a single possible value.
    MissingField,
    /// A value that matches no branch of the union.
    UnknownShape,
    /// A status that the operation does not declare.
    UndeclaredStatus,
    /// An item of a list that could not be decoded, and was set aside.
    RejectedItem,
    /// A body, although the operation declares none.
    UndeclaredBody,
    /// No body, although the operation declares one: the value is null, or an object without anything.
    MissingBody,
    /// An item besides the one that was looked up: the API may have ignored the filter.
    ExtraItem,
    /// A `null` in a field that is not nullable: a lenient call has read the empty value.
    NullValue,
    /// A duplicate key of an object. The last of its values was read.
    DuplicateKey,
}

impl Drift {
    pub(crate) fn undeclared_status(type_name: &'static str, status: StatusCode) -> Self {
        Self { type_name, kind: DriftKind::UndeclaredStatus, text: status.as_str().into(), pointer: None }
    }

    pub(crate) fn undeclared_body(type_name: &'static str) -> Self {
        Self { type_name, kind: DriftKind::UndeclaredBody, text: "".into(), pointer: None }
    }

    pub(crate) fn missing_body(type_name: &'static str) -> Self {
        Self { type_name, kind: DriftKind::MissingBody, text: "".into(), pointer: None }
    }

    /// An item that was set aside, with a pointer to what is wrong in it.
    pub(crate) fn rejected_item(type_name: &'static str, rejected: &Rejected) -> Self {
        let pointer = Some(rejected.pointer().into());
        Self { type_name, kind: DriftKind::RejectedItem, text: "".into(), pointer }
    }

    /// Returns the Rust type in which it was found; for a status, an undeclared or missing body, or an item that was
    /// set aside, the name of the operation.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// Returns the kind.
    #[must_use]
    pub fn kind(&self) -> DriftKind {
        self.kind
    }

    /// Returns the name of the unknown or missing field, the unknown enum value, the status, or the key of a `null` or a
    /// duplicate. It is empty for the other kinds, and for a key that the specification does not name.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the first location in the body, as a JSON pointer (RFC 6901) such as `/data/3/loyalty_tier`; `None` for
    /// a status, and for an undeclared or missing body.
    ///
    /// It consists of keys that the specification names, of indexes, and possibly of the unknown field at its end. Keys
    /// of an object with arbitrary keys may be personal data, and are replaced by `*`.
    ///
    /// `Display` and traces show an unknown field that is not a word as `<key>`.
    #[must_use]
    pub fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }

    /// Returns the pointer without personal data: an unknown field can have any name.
    pub(crate) fn shown_pointer(&self) -> Option<Cow<'_, str>> {
        let pointer = self.pointer()?;
        let key = redact::key(&self.text);
        if self.kind != DriftKind::UnknownField || key == &*self.text {
            return Some(pointer.into());
        }
        let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
        Some(format!("{parent}/{key}").into())
    }
}

/// Shows the type, an unknown field, if it is a word, and the location, but no values.
impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.type_name)?;
        match self.kind {
            DriftKind::UnknownField => write!(f, ": unknown field {:?}", redact::key(&self.text))?,
            DriftKind::MissingField => write!(f, ": missing field {:?}", redact::key(&self.text))?,
            DriftKind::UnknownValue => f.write_str(": unknown value")?,
            DriftKind::UnknownShape => f.write_str(": unknown shape")?,
            DriftKind::RejectedItem => f.write_str(": an item was set aside")?,
            DriftKind::UndeclaredBody => f.write_str(": undeclared body")?,
            DriftKind::MissingBody => f.write_str(": missing body")?,
            DriftKind::ExtraItem => f.write_str(": more than the one item that was looked up")?,
            DriftKind::NullValue => f.write_str(": null instead of a value")?,
            DriftKind::DuplicateKey => f.write_str(": duplicate key")?,
            DriftKind::UndeclaredStatus => write!(f, ": undeclared status {}", self.text)?,
        }
        match self.shown_pointer().as_deref() {
            Some("") => f.write_str(" as the whole body"),
            Some(pointer) => write!(f, " at {pointer}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Drift({self})")
    }
}
