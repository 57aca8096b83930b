//! Constants of schemas.

use std::fmt;

use serde_json::{Number, Value};

use super::{Schema, Schemas, read, transparent};
use crate::source::NodeId;

/// A scalar in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    Text(String),
    Integer(i64),
    Boolean(bool),
    /// A number with a fraction, as an `f64` is written.
    Number(String),
}

impl Literal {
    /// Returns the value as JSON.
    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Integer(number) => (*number).into(),
            Self::Boolean(value) => (*value).into(),
            Self::Number(text) => serde_json::from_str(text).unwrap_or_default(),
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
            Self::Number(text) => f.write_str(text),
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
    let literal = |value: &Value| match value {
        Value::String(text) => Some(Literal::Text(text.clone())),
        Value::Number(number) => number.as_i64().map(Literal::Integer),
        Value::Bool(value) => Some(Literal::Boolean(*value)),
        _ => None,
    };
    let values = schema.any.enumeration.iter().filter(|value| !value.is_null());
    values.map(literal).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// Returns the only possible value of a required property.
pub(crate) fn constant(schemas: &mut Schemas<'_>, node: NodeId, required: bool) -> Option<Literal> {
    let schema = read(schemas, node).filter(|schema| required && !schema.nullable)?;
    match schema.any.enumeration.as_slice() {
        [value] => only(&schema, value),
        _ => None,
    }
}

/// The only value of a schema, if it is of its type. A string may stand for an integer where the quotes are missing.
fn only(schema: &Schema, value: &Value) -> Option<Literal> {
    let typ = schema.any.typ.as_deref();
    match value {
        Value::String(text) => Some(Literal::Text(text.clone())),
        Value::Bool(value) => matches!(typ, None | Some("boolean")).then_some(Literal::Boolean(*value)),
        Value::Number(number) => match typ {
            None | Some("integer" | "number") => of_number(number).filter(|literal| match literal {
                Literal::Number(_) => typ != Some("integer"),
                _ => true,
            }),
            _ => None,
        },
        _ => None,
    }
}

/// `None` for a number that neither an `i64` nor an `f64` holds.
fn of_number(number: &Number) -> Option<Literal> {
    if let Some(integer) = number.as_i64() {
        return Some(Literal::Integer(integer));
    }
    let value = number.as_f64().filter(|_| number.is_f64())?;
    let text = format!("{value:?}");
    match text.strip_suffix(".0") {
        Some(whole) => whole.parse().ok().map(Literal::Integer),
        None => Some(Literal::Number(text)),
    }
}
