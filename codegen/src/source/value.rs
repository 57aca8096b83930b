//! The values of nodes.

use super::compact::{CompactLocation, Key};
use super::{Location, NodeId};

/// The borrowed value of a node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    /// In its original spelling, so that no digit is lost.
    Number(&'a str),
    Text(&'a str),
    List(&'a [NodeId]),
    Map(&'a [Entry]),
}

impl Value<'_> {
    /// Returns the word for a value of this kind in messages.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "an array",
            Self::Map(_) => "an object",
        }
    }
}

/// The value of a node that is created or changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum OwnedValue {
    #[default]
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<NodeId>),
    Map(Vec<Entry>),
}

impl From<Value<'_>> for OwnedValue {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(text) => Self::Number(text.to_owned()),
            Value::Text(text) => Self::Text(text.to_owned()),
            Value::List(items) => Self::List(items.to_vec()),
            Value::Map(entries) => Self::Map(entries.to_vec()),
        }
    }
}

impl OwnedValue {
    pub(super) fn as_value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(text) => Value::Number(text),
            Self::Text(text) => Value::Text(text),
            Self::List(items) => Value::List(items),
            Self::Map(entries) => Value::Map(entries),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: Key,
    /// In another file than the map, if the entry comes from an overlay.
    pub(super) key_location: CompactLocation,
    pub(crate) value: NodeId,
}

impl Entry {
    pub(crate) fn new(key: &str, key_location: Location, value: NodeId) -> Self {
        Self { key: key.into(), key_location: key_location.into(), value }
    }

    /// Returns the same key at the same location, with another value.
    pub(crate) fn with(&self, value: NodeId) -> Self {
        Self { value, ..self.clone() }
    }

    pub(crate) fn key_location(&self) -> Location {
        self.key_location.into()
    }
}
