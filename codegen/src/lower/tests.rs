//! What lowering decides, one table for each of its modules.

mod enumeration;
mod object;
mod scalar;
mod schema;
mod support;
mod union;
