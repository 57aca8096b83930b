//! How values are written and read, and the description of an API.

pub(crate) mod choice;
pub(crate) mod coding;
pub(crate) mod decode;
pub(crate) mod drift;
pub(crate) mod drift_kind;
pub(crate) mod encode;
pub(crate) mod enumeration;
pub(crate) mod errors;
pub(crate) mod framing;
pub(crate) mod json_path;
pub(crate) mod listing;
pub(crate) mod multipart;
pub(crate) mod no_body;
pub(crate) mod object;
pub(crate) mod param_location;
pub(crate) mod spec;
pub(crate) mod sse;
pub(crate) mod status;
pub(crate) mod style;
pub(crate) mod tag;
pub(crate) mod union;
pub(crate) mod visit;
