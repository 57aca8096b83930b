//! What a body is measured by: the spec, and what comes back from the types.

pub mod compare;
mod known;
mod schema;

pub use self::known::{Unknown, unknown_keys};
pub(crate) use self::schema::kind_of;
pub use self::schema::{Direction, Schemas, Violation};
