//! Pages about subjects that concern every operation.

#[doc = include_str!("../docs/building.md")]
pub mod building {}

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[doc = include_str!("../docs/monitoring.md")]
pub mod monitoring {}
