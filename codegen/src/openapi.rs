//! OpenAPI 3.0: which keys it knows, and its nodes as openapiv3's types.

mod check;
mod grammar;
mod model;
mod newer;

pub(crate) use check::{Checked, check};
pub(crate) use grammar::{EVERYWHERE, Kind, Part};
pub(crate) use model::{node_of, parameter, response, schema};
pub(crate) use newer::translate;

/// What the `examples` of a schema of 3.1 are called, for which 3.0 has no word.
pub(crate) const EXAMPLES: &str = "$examples";
