//! Recorded exchanges, and the checks on them: the spec allows them, the client sends their requests, and it decodes
//! their responses.

mod bodies;
pub mod calls;
pub mod check;
pub mod coverage;
mod exact;
mod exchange;
mod play;
pub mod problem;
pub mod recording;
pub mod suite;

pub use bodies::{error_has_type, error_round_trip};
pub use exact::Exact;
pub use exchange::Exchange;
pub use play::{replay, template};
pub use problem::Problem;
pub use recording::{Name, Recorded, RecordedRequest, RecordedResponse, Recording, Recordings, UNDECLARED, file_of};
