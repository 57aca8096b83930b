//! The decisions of lowering, one table for each of its modules.

mod conversion;
mod enumeration;
mod fragment;
mod naming;
mod object;
mod operation;
mod parameter;
mod problem;
mod response;
mod scalar;
mod schema;
mod settings;
pub(crate) mod support;
mod union;
