//! Shared by the crates below `tests/`: the spec as data, servers on loopback with prepared responses, and the command
//! lines of programs.

mod client;
pub mod command;
mod dribble;
mod paused;
#[cfg(feature = "server")]
mod server;
mod wire;

pub use client::{STORE, TOKEN, builder, client};
pub use dribble::Dribble;
pub use exchanges::{Component, Declared, Node, Operation, Spec, spec};
pub use paused::wait_for_sockets;
#[cfg(feature = "server")]
pub use server::Server;
pub use wire::Wire;
