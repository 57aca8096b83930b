//! Recorded exchanges, and the checks on them: the spec allows them, the client sends their requests, and it decodes
//! their responses. What needs no client is in `exchanges`.

mod bodies;
pub mod calls;
mod exchange;
mod play;

pub use bodies::{error_has_type, error_round_trip};
pub use exchange::Exchange;
pub use exchanges::{
    Exact, Name, Problem, Recorded, RecordedRequest, RecordedResponse, Recording, Recordings, UNDECLARED, check,
    coverage, file_of, problem, recording, suite,
};
pub use play::{replay, template};
