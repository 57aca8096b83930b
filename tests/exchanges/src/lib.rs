//! Recorded exchanges and the spec as data, and the checks on them that need neither the client nor the generator.
//!
//! `cargo xtask check` links this crate: it must not depend on generated code, which may not compile at that point.

#[cfg(feature = "checks")]
pub mod check;
pub mod coverage;
mod exact;
pub mod problem;
pub mod recording;
mod spec;
#[cfg(feature = "checks")]
pub mod suite;

pub use exact::Exact;
pub use problem::Problem;
pub use recording::{Name, Recorded, RecordedRequest, RecordedResponse, Recording, Recordings, UNDECLARED, file_of};
pub use spec::{Component, Declared, Node, Operation, Spec, spec};
