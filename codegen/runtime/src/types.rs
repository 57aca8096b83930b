//! The values of requests and responses, and what each of them supports: checks, redaction, URLs.

pub(crate) mod base64;
pub(crate) mod calendar;
pub(crate) mod check;
#[cfg(any(feature = "time", feature = "jiff", feature = "chrono"))]
mod convert;
pub(crate) mod date;
pub(crate) mod datetime;
pub(crate) mod empty;
pub(crate) mod facts;
pub(crate) mod file_part;
pub(crate) mod flag;
pub(crate) mod header;
pub(crate) mod json;
pub(crate) mod json_number;
pub(crate) mod map;
pub(crate) mod mapped;
pub(crate) mod nullable;
pub(crate) mod number;
pub(crate) mod numeric_string;
pub(crate) mod or_null;
pub(crate) mod redact;
pub(crate) mod rejected;
pub(crate) mod scalar;
pub(crate) mod secret;
pub(crate) mod text;
pub(crate) mod unknown_fields;
pub(crate) mod value;
