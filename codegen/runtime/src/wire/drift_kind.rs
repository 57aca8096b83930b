//! What an answer held beyond the specification.

use std::{borrow::Cow, fmt};

use reqwest::StatusCode;

use crate::types::{redact, rejected::Rejected};

/// Something in an answer that the specification does not know.
///
/// It never fails a call: unknown enum values and union branches are kept as they came, unknown
/// fields are skipped. Each kind of drift is listed once an answer, however often it occurs. Neither
/// `Display` nor `Debug` shows a value, which may be personal data.
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
    /// A value that the enum does not list.
    UnknownValue,
    /// A shape that is none of the union's branches.
    UnknownShape,
    /// A status that the operation does not declare.
    UndeclaredStatus,
    /// An item of a list that does not decode, and was set aside.
    RejectedItem,
    /// A body, where the operation declares none.
    UndeclaredBody,
    /// An item beside the one that a lookup asked for: the API may have ignored the filter.
    ExtraItem,
    /// A `null` where the type has a value: the empty value was read instead, as lenient calls do.
    NullValue,
    /// A key that the object has more than once. The last of its values was read.
    DuplicateKey,
}

impl Drift {
    pub(crate) fn undeclared_status(type_name: &'static str, status: StatusCode) -> Self {
        Self { type_name, kind: DriftKind::UndeclaredStatus, text: status.as_str().into(), pointer: None }
    }

    pub(crate) fn undeclared_body(type_name: &'static str) -> Self {
        Self { type_name, kind: DriftKind::UndeclaredBody, text: "".into(), pointer: None }
    }

    /// An item that was set aside; the pointer leads to what is wrong in it.
    pub(crate) fn rejected_item(type_name: &'static str, rejected: &Rejected) -> Self {
        let pointer = Some(rejected.pointer().into());
        Self { type_name, kind: DriftKind::RejectedItem, text: "".into(), pointer }
    }

    /// The Rust type that met it; of a status, an undeclared body or an item that was set aside, the error type of the
    /// operation.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// What was found.
    #[must_use]
    pub fn kind(&self) -> DriftKind {
        self.kind
    }

    /// The name of the unknown field, the text of the unknown enum value, the status, or the key of a `null` or a
    /// duplicate; empty for an unknown shape, an undeclared body, an item that was set aside or is one too many, and a key
    /// that the specification does not name.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it came first in the body, as a JSON pointer (RFC 6901) such as `/data/3/loyalty_tier`; of a status,
    /// which is in no body, and of an undeclared body `None`.
    ///
    /// It consists of keys that the specification names, of indices, and at its end perhaps of the unknown field. A key
    /// of an object whose keys are anyone's choice may be personal data, and so stands as `*`.
    ///
    /// Where it is shown, by `Display` and in traces, an unknown field that is no word stands as `<key>`.
    #[must_use]
    pub fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }

    /// The pointer without what may be personal data: an unknown field can be called anything.
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

/// Names the type, an unknown field, if that is a word, and the place; values are not shown.
impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.type_name)?;
        match self.kind {
            DriftKind::UnknownField => write!(f, ": unknown field {:?}", redact::key(&self.text))?,
            DriftKind::UnknownValue => f.write_str(": unknown value")?,
            DriftKind::UnknownShape => f.write_str(": unknown shape")?,
            DriftKind::RejectedItem => f.write_str(": an item was set aside")?,
            DriftKind::UndeclaredBody => f.write_str(": undeclared body")?,
            DriftKind::ExtraItem => f.write_str(": more than the one item that was asked for")?,
            DriftKind::NullValue => f.write_str(": null in place of a value")?,
            DriftKind::DuplicateKey => f.write_str(": duplicate key")?,
            DriftKind::UndeclaredStatus => write!(f, ": undeclared status {}", self.text)?,
        }
        match self.shown_pointer().as_deref() {
            Some("") => f.write_str(" in place of the whole"),
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
