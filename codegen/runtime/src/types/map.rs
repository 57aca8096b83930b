//! Objects of JSON with keys that the specification does not name.

/// An object with arbitrary keys, sorted by key.
pub type Map<T> = std::collections::BTreeMap<String, T>;
