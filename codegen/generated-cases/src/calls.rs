//! The generated code at work: what it reads and writes, and what it sends.

mod alternatives;
mod breadth;
mod constructors;
mod dates;
mod lists;
mod lossless;
mod nulls;
mod renamed;
mod security;
mod values;
mod wire;
