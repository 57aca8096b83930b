//! Pages about subjects that concern every operation.

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[doc = include_str!("../docs/monitoring.md")]
pub mod monitoring {}
