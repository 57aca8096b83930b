//! The recordings, the spec and the client, each checked against the others.

mod bodies;
mod docs;
mod drift;
mod evidence;
mod operations;
mod parts;
mod published;
mod queries;
mod recordings;
mod seeds;
mod tampering;
