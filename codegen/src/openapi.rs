//! OpenAPI 3.0: its keys, and its nodes as types of openapiv3.

mod check;
mod corrections;
mod grammar;
pub(crate) mod media_type;
mod mend;
mod method;
mod mistakes;
mod model;
mod newer;

pub(crate) use check::{Checked, Fault, Faults, Reference, check, repeated_values};
pub(crate) use corrections::{Edit, Fresh, correct};
#[cfg(test)]
pub(crate) use grammar::DEVIATION_WORDS;
pub(crate) use grammar::{DEVIATIONS, EVERYWHERE, Kind, Part};
pub(crate) use method::{Method, without_fragment};
pub(crate) use model::{node_of, parameter, response, schema};
pub(crate) use newer::{translate, version};

/// Headers that OpenAPI ignores if they are declared as parameters.
pub(crate) const NOT_PARAMETERS: &[&str] = &["accept", "content-type", "authorization"];
