//! OpenAPI 3.0: its keys, and its nodes as types of openapiv3.

mod check;
mod corrections;
mod fragment_schema;
mod grammar;
pub(crate) mod media_type;
mod mend;
mod method;
mod mistakes;
mod model;
mod newer;

pub(crate) use check::{Checked, Fault, Faults, Reference, check, repeated_values};
pub(crate) use corrections::{Edit, Fresh, correct};
pub(crate) use fragment_schema::fragment_schema;
#[cfg(test)]
pub(crate) use grammar::DEVIATION_WORDS;
pub(crate) use grammar::{DEVIATIONS, EVERYWHERE, Kind, Part};
pub(crate) use method::{Method, without_fragment};
pub(crate) use model::{node_of, parameter, response, schema};
pub(crate) use newer::{translate, version};

/// Returns the keys of a path item that are operations.
pub(crate) fn operation_keys() -> impl Iterator<Item = &'static str> {
    grammar::keys_of(Kind::PathItem, Kind::Operation)
}

/// Headers that OpenAPI ignores if they are declared as parameters.
pub(crate) const NOT_PARAMETERS: &[&str] = &["accept", "content-type", "authorization"];
