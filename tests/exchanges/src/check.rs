//! Checks bodies against the spec, and against the re-encoded values.

pub mod compare;
mod known;
mod schema;

pub use self::known::{Unknown, unknown_keys};
pub use self::schema::{Direction, Schemas, Violation, kind_of, translate};
