//! Constants of schemas.

use std::fmt;

use super::{Schemas, read, transparent};
use crate::source::NodeId;

/// A scalar in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    Text(String),
    Integer(i64),
    Boolean(bool),
}

impl Literal {
    /// Returns the value as JSON.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Integer(number) => (*number).into(),
            Self::Boolean(value) => (*value).into(),
        }
    }
}

/// The value without quotes.
impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Boolean(value) => write!(f, "{value}"),
        }
    }
}

/// Returns the values that a schema lists, if it lists only strings, integers and booleans. Null says nothing.
pub(crate) fn constants(schemas: &mut Schemas<'_>, node: NodeId) -> Vec<Literal> {
    let Some(mut schema) = read(schemas, node) else { return Vec::new() };
    // A chain cannot be longer than the number of schemas, but it may be circular.
    for _ in 0..16 {
        match transparent(&schema).filter(|_| schema.any.enumeration.is_empty()) {
            Some(inner) => match read(schemas, inner) {
                Some(inner) => schema = inner,
                None => return Vec::new(),
            },
            None => break,
        }
    }
    let literal = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => Some(Literal::Text(text.clone())),
        serde_json::Value::Number(number) => number.as_i64().map(Literal::Integer),
        serde_json::Value::Bool(value) => Some(Literal::Boolean(*value)),
        _ => None,
    };
    let values = schema.any.enumeration.iter().filter(|value| !value.is_null());
    values.map(literal).collect::<Option<Vec<_>>>().unwrap_or_default()
}
