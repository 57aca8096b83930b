//! Proves what a generated client does with JSON, for any OpenAPI document and without compiling the client.
//!
//! Values are made from the schemas of the documents, and count only if a validator that knows nothing of the generator
//! accepts them. Each is decoded and encoded as the generated types would do it: structs and unions by the plan of the
//! generator, scalars by the runtime itself. The same JSON has to come back, each branch of each union has to be
//! selected by some value, and what operations send has to be what the schemas accept.

mod choice;
mod compiled;
mod decode;
mod finding;
mod instances;
mod json;
mod model;
mod proof;
mod schema;
mod verdict;

pub use compiled::{Cargo, CompileError, PACKAGE, compile};
pub use finding::{Finding, Position, Reason, Unproved};
pub use model::{Change, Decoded, Model};
pub use proof::{Proof, prove};
