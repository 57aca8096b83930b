//! What a body is measured by: the spec, and what comes back from the types.

pub mod compare;
mod known;
mod schema;

pub use self::known::{Unknown, unknown_keys};
pub use self::schema::{Direction, Schemas, Violation, kind_of};
