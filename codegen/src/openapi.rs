//! OpenAPI 3.0: its keys, and its nodes as types of openapiv3.

mod check;
mod grammar;
pub(crate) mod media_type;
mod method;
mod model;
mod newer;

pub(crate) use check::{Checked, Fault, Faults, check, repeated_values};
#[cfg(test)]
pub(crate) use grammar::DEVIATION_WORDS;
pub(crate) use grammar::{DEVIATIONS, EVERYWHERE, Kind, Part};
pub(crate) use method::{Method, without_fragment};
pub(crate) use model::{node_of, parameter, response, schema};
pub(crate) use newer::translate;

/// Headers that OpenAPI ignores if they are declared as parameters.
pub(crate) const NOT_PARAMETERS: &[&str] = &["accept", "content-type", "authorization"];
