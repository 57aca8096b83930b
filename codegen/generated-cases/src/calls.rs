//! The generated code at work: what it reads and writes, and what it sends.

mod alternatives;
mod breadth;
mod constructors;
mod dates;
mod kept;
mod lists;
mod nulls;
mod renamed;
mod security;
mod told_apart;
mod told_by_tag;
mod values;
mod wire;
