//! The generated code at work: what it reads and writes, and what it sends.

mod alternatives;
mod breadth;
mod constants;
mod constructors;
mod dates;
#[cfg(evidence)]
mod evidence;
mod files;
mod formats;
mod given;
mod kept;
mod less;
mod lists;
mod lossless;
mod media;
mod nested;
mod nulls;
mod programs;
mod renamed;
mod security;
mod server;
mod setters;
mod shapes;
mod told_apart;
mod told_by_tag;
mod values;
mod wire;
