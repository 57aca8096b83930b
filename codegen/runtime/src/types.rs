//! The values that people meet, and what each of them can do: be checked, be hidden, stand in a URL.

pub(crate) mod blank;
pub(crate) mod calendar;
pub(crate) mod check;
#[cfg(any(feature = "time", feature = "jiff", feature = "chrono"))]
mod convert;
pub(crate) mod date;
pub(crate) mod datetime;
pub(crate) mod file_part;
pub(crate) mod flag;
pub(crate) mod header;
pub(crate) mod json;
pub(crate) mod nullable;
pub(crate) mod number;
pub(crate) mod redact;
pub(crate) mod rejected;
pub(crate) mod scalar;
pub(crate) mod secret;
pub(crate) mod text;
pub(crate) mod value;

/// An object with keys of its own choice, sorted by them.
pub type Map<T> = std::collections::BTreeMap<String, T>;
