//! Shared by the crates below `tests/`: the spec as data, servers on loopback with prepared responses, and the command
//! lines of programs.

pub mod command;
mod dribble;
mod paused;
mod server;
mod wire;

pub use dribble::Dribble;
pub use exchanges::{Component, Declared, Node, Operation, Spec, spec};
pub use paused::wait_for_sockets;
pub use server::{STORE, Server, TOKEN, builder, client};
pub use wire::Wire;
