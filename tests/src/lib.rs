//! What the tests of the client share: the spec as data, recorded exchanges, every operation by its name, and a server
//! on loopback.

mod bodies;
pub mod calls;
pub mod check;
pub mod coverage;
mod dribble;
mod exact;
mod exchange;
mod paused;
pub mod problem;
pub mod record;
mod recording;
pub mod replay;
mod server;
mod spec;
pub mod store;
pub mod suite;
mod wire;

pub use bodies::error_round_trip;
pub use dribble::Dribble;
pub use exact::Exact;
pub use exchange::Exchange;
pub use paused::wait_for_sockets;
pub use problem::Problem;
pub use recording::{Name, Recorded, RecordedRequest, RecordedResponse, Recording, Recordings, UNDECLARED, file_of};
pub use server::{STORE, Server, TOKEN, builder, client};
pub use spec::{Component, Declared, Node, Operation, Spec, spec};
pub use wire::Wire;
